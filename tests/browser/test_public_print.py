"""Printed, a post is its text: no menus, the addresses of its links, and whom to answer with their mail in letters."""

from pathlib import Path
from typing import Any

import pytest
from sample_site import full_site, laid_out

from valuegen.read.theme_folders import built_in_names

pytestmark = pytest.mark.browser

GONE = (".menu", ".skip", ".colophon nav", ".contents", ".neighbours", ".follow", ".further")
STYLE = "return getComputedStyle(document.querySelector(arguments[0]), arguments[1])[arguments[2]]"
SEEN = "return [...document.querySelectorAll(arguments[0])].filter(one => one.getClientRects().length).length"


@pytest.fixture
def printed(browser: Any) -> Any:
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print", "features": []})
    size = {"width": 643, "height": 900, "deviceScaleFactor": 1, "mobile": False}  # what A4 leaves, in pixels
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    yield browser
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": []})


@pytest.mark.parametrize("theme", built_in_names())
def test_a_post_on_paper(printed: Any, tmp_path: Path, theme: str) -> None:
    site = laid_out(full_site(theme), tmp_path)
    printed.get((site / "primera" / "index.html").as_uri())
    assert {selector: printed.execute_script(SEEN, selector) for selector in GONE} == dict.fromkeys(GONE, 0)
    assert printed.execute_script(SEEN, ".postcard .ways span") >= 1
    assert "https://pan.example/" in printed.execute_script(STYLE, '.body a[href^="https://pan"]', "::after", "content")
    for heading in (".body h2", ".body h3"):
        assert printed.execute_script(STYLE, heading, None, "breakAfter") == "avoid"
    assert printed.execute_script("return document.documentElement.scrollWidth") <= 643
    assert printed.execute_script(STYLE, "body", None, "color") == "rgb(0, 0, 0)"
