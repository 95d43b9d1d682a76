"""In a browser: the fonts that are chosen arrive and no others, and nothing jumps when they do."""

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sample_site import laid_out, site_of
from shown import example

from valuegen.read.theme_folders import built_in_names
from valuegen.read.themes import built_in_theme
from valuegen.render.assets import load_theme

pytestmark = pytest.mark.browser

FAMILIES = {"cuaderno": "Piazzolla", "imprenta": "Brygada 1918", "llana": "Familjen Grotesk"}
POST = "regar-de-noche/index.html"
LOADED = """
const done = arguments[0];
document.fonts.ready.then(() => done([...document.fonts]
  .filter(face => face.status === 'loaded' && !face.family.includes('almost'))
  .map(face => face.family.replaceAll('"', ''))));
"""
STANDS_IN = """
return [...document.fonts].some(face => face.status === 'loaded' && face.family.includes('almost'));
"""
LINES = "return [...document.querySelectorAll('.body > p')].reduce((all, one) => all + one.offsetHeight, 0)"


def shown_at(browser: Any, page: Path, width: int) -> tuple[set[str], int]:
    """The families that were fetched for a page, and how high its paragraphs stand."""
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    browser.get(page.as_uri())
    return set(browser.execute_async_script(LOADED)), int(browser.execute_script(LINES))


@pytest.mark.parametrize("theme", built_in_names())
@pytest.mark.parametrize("fonts", FAMILIES)
def test_the_pair_that_is_chosen(browser: Any, tmp_path: Path, theme: str, fonts: str) -> None:
    chosen = built_in_theme(theme)
    options = {**chosen.options, "fonts": replace(chosen.options["fonts"], value=fonts)}
    site = laid_out(site_of(example()[0], load_theme(replace(chosen, options=options))), tmp_path / "site")
    families, _ = shown_at(browser, site / POST, 1440)
    assert families - {"Archivo"} == {FAMILIES[fonts]}
    assert ("Archivo" in families) == (theme == "tablon")

    # before it is there, text takes as much room
    bare = tmp_path / "bare"
    shutil.copytree(site, bare, ignore=shutil.ignore_patterns("*.woff2"))
    for width in (390, 1440):
        _, height = shown_at(browser, site / POST, width)
        nothing, before = shown_at(browser, bare / POST, width)
        if not browser.execute_script(STANDS_IN):
            pytest.skip("The fonts that stand in are not on this machine (Debian: fonts-liberation).")
        assert not nothing
        assert abs(before - height) <= 0.08 * height, (width, before, height)
