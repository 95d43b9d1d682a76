"""axe-core finds nothing on any kind of public page: every built-in theme, light and dark, on phone and desk."""

from itertools import product
from pathlib import Path
from typing import Any

import pytest
from node_tools import axe
from sample_site import full_site, kinds_of, laid_out
from shown import example

from valuegen.read.theme_folders import built_in_names

pytestmark = pytest.mark.browser

WIDTHS, SCHEMES = (390, 1440), ("light", "dark")


def turn(browser: Any, width: int, scheme: str) -> None:
    """Make the window so wide, and light or dark; a page that is open follows."""
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    features = [
        {"name": "prefers-color-scheme", "value": scheme},
        {"name": "prefers-reduced-motion", "value": "reduce"},
    ]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "screen", "features": features})


def found_on(browser: Any, folder: Path, files: dict[str, str]) -> list[str]:
    """What is found on these pages at each width and in each scheme, with where."""
    found = []
    for kind, file in files.items():
        browser.get((folder / file).as_uri())
        for width, scheme in product(WIDTHS, SCHEMES):
            turn(browser, width, scheme)
            found += [f"{kind} ({file}), {width} px, {scheme}: {one}" for one in axe(browser)]
    return found


@pytest.mark.parametrize("theme", built_in_names())
def test_it_finds_nothing_on_pages_with_everything_in_them(browser: Any, tmp_path: Path, theme: str) -> None:
    site = full_site(theme, "es", drafts=True)
    others = {"an offer": "segunda", "an empty hub": "para/vacio", "another language": "the-first"}
    pages = {**kinds_of(site), **{name: f"{folder}/index.html" for name, folder in others.items()}}
    assert found_on(browser, laid_out(site, tmp_path), pages) == []


@pytest.mark.parametrize("theme", built_in_names())
def test_it_finds_nothing_where_every_option_is_set(browser: Any, tmp_path: Path, theme: str) -> None:
    site = full_site(theme, "en", is_set=True)
    pages = {name: file for name, file in kinds_of(site).items() if name.split()[0] in ("home", "post", "hub")}
    assert found_on(browser, laid_out(site, tmp_path), pages) == []


def test_it_finds_nothing_on_the_example(browser: Any, tmp_path: Path) -> None:
    site = example()[1]
    assert found_on(browser, laid_out(site, tmp_path), kinds_of(site)) == []


def test_it_would_find_what_is_wrong(browser: Any, tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text(
        '<!DOCTYPE html><html><title>a</title><body style="background: #fff; color: #ccc"><img src="x"><p>Hola</p>'
    )
    browser.get(page.as_uri())
    found = {one.split(":")[0] for one in axe(browser)}
    assert {"html-has-lang", "image-alt", "color-contrast"} <= found
