"""What all tests share: the bench, a browser where there is one, and Hypothesis without a stopwatch."""

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from bench import ROOT, Bench, process_environment
from valuegen import extras
from valuegen.render import code_kept

# How fast a machine is says nothing about the program: no test depends on it.
# `make mutants` runs the same tests again and again, and is content with fewer examples.
settings.register_profile(
    "steady",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    print_blob=True,
    max_examples=int(os.environ.get("VALUEGEN_EXAMPLES", "100")),
)
settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--all", action="store_true", help="every hostile case and text, not some of each (make hostile)")
    parser.addoption("--accept", action="store_true", help="take what comes out now for what is expected")


@pytest.fixture(scope="session", autouse=True)
def _nothing_compiled_before() -> None:
    """Templates are compiled by the code that is tested."""
    code_kept.FOLDER = None


@pytest.fixture(scope="session", autouse=True)
def _pip_of_the_path() -> None:
    """What is missing is installed by `pip`, wherever this environment lies (tests/test_extras.py has the rest)."""
    extras._pip = lambda prefix: "pip"


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    """Mini workspaces in this test's own folder."""
    return Bench(tmp_path)


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, env=process_environment("en"), check=True, capture_output=True)
    [made] = folder.glob("*.whl")
    return made


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where it is installed: a folder that stands before the checkout in the path of Python."""
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A headless Chromium driven by Selenium. Without one the test is skipped, or fails where CI needs it."""
    driver = shutil.which("chromedriver")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if driver is None or chromium is None:
        wanted = "Looking at pages in a real browser needs Chromium and its driver (Debian: chromium, chromium-driver)."
        if os.environ.get("VALUEGEN_NEEDS_BROWSER"):
            pytest.fail(wanted)
        pytest.skip(wanted)

    from selenium.webdriver import Chrome, ChromeOptions, ChromeService

    options = ChromeOptions()
    options.binary_location = chromium
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--hide-scrollbars"):
        options.add_argument(argument)
    with Chrome(options=options, service=ChromeService(driver)) as chrome:
        yield chrome
