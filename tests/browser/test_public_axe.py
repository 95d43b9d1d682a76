"""axe-core finds nothing on any kind of public page: every built-in theme, light and dark, on phone and desk."""

from pathlib import Path
from typing import Any

import pytest
from node_tools import axe
from sample_site import full_site, kinds_of, laid_out
from shown import example

from valuegen.render.assets import BUILT_IN

pytestmark = pytest.mark.browser

WIDTHS, SCHEMES = (390, 1440), ("light", "dark")


def look(browser: Any, page: Path, width: int, scheme: str) -> None:
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    features = [
        {"name": "prefers-color-scheme", "value": scheme},
        {"name": "prefers-reduced-motion", "value": "reduce"},
    ]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "screen", "features": features})
    browser.get(page.as_uri())


def found_on(browser: Any, folder: Path, files: dict[str, str]) -> list[str]:
    """What is found on these pages at each width and in each scheme, with where."""
    return [
        f"{kind} ({file}), {width} px, {scheme}: {one}"
        for kind, file in files.items()
        for width in WIDTHS
        for scheme in SCHEMES
        for one in _found(browser, folder / file, width, scheme)
    ]


def _found(browser: Any, page: Path, width: int, scheme: str) -> list[str]:
    look(browser, page, width, scheme)
    return axe(browser)


@pytest.mark.parametrize("theme", BUILT_IN)
def test_it_finds_nothing_on_pages_with_everything_in_them(browser: Any, tmp_path: Path, theme: str) -> None:
    site = full_site(theme, "es", drafts=True)
    pages = {**kinds_of(site), "an offer": "segunda/index.html", "an empty hub": "para/vacio/index.html"}
    assert found_on(browser, laid_out(site, tmp_path), pages) == []


def test_it_finds_nothing_on_the_example(browser: Any, tmp_path: Path) -> None:
    site = example()[1]
    assert found_on(browser, laid_out(site, tmp_path), kinds_of(site)) == []


def test_it_would_find_what_is_wrong(browser: Any, tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text(
        '<!DOCTYPE html><html><title>a</title><body style="background: #fff; color: #ccc"><img src="x"><p>Hola</p>'
    )
    look(browser, page, 390, "light")
    found = {one.split(":")[0] for one in axe(browser)}
    assert {"html-has-lang", "image-alt", "color-contrast"} <= found
