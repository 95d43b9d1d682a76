"""One text in every field that takes one, and every file of the site after it: nothing in it is more than text."""

from pathlib import Path

import pytest

from bench import Bench
from tests.hostile.fields import workspace
from tests.hostile.safe_files import faults_of_site
from tests.hostile.safe_pages import faults_of_page
from tests.hostile.safe_said import faults_of_reports, faults_of_words

TEXTS = [line for line in (Path(__file__).parent / "texts.txt").read_bytes().decode().split("\n") if line]
EVERY = 30
"""`make test` tries one of so many, `make hostile` all."""


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    tried = TEXTS if metafunc.config.getoption("--all") else TEXTS[::EVERY]
    metafunc.parametrize("text", tried, ids=lambda text: text[:24].encode("ascii", "replace").decode())


def test_a_text_is_a_text(text: str, bench: Bench) -> None:
    text = text.replace("⏎", "\n")
    work = workspace(bench, text, "work")
    done = work.run("build", "--review", "review.html", NO_COLOR="1")
    faults = [
        *faults_of_words("said", done.out + done.err),
        *faults_of_reports(work),
        *faults_of_site(work.root / "site"),
    ]
    assert not faults, faults[:9]
    if done.exit:
        assert "error format" in done.err, done.err
        return
    told = work.run("remind", NO_COLOR="1")
    assert not [fault for fault in faults_of_words("remind", told.out + told.err) if "tells" not in fault]
    review = [
        fault for fault in faults_of_page("review.html", work.read("review.html").encode()) if "style" not in fault
    ]
    assert not review, review[:9]
