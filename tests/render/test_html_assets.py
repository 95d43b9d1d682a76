"""A theme's files: what overrides what, names with a hash, and what is refused."""

from pathlib import Path

import pytest

from valuegen.model.theme import ChosenTheme
from valuegen.pages.types import Theme
from valuegen.read.theme_folders import built_in
from valuegen.read.themes import built_in_theme
from valuegen.render.assets import load_theme
from valuegen.render.html import ThemeError
from valuegen.words import say


def loaded(root: Path) -> Theme:
    """The theme `mine` over the default one."""
    above = built_in_theme()
    return load_theme(ChosenTheme("mine", (root / "themes" / "mine", *above.folders), above.options))


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    folder = tmp_path / "themes" / "mine"
    (folder / "assets" / "fonts").mkdir(parents=True)
    return folder


def test_only_the_files_that_are_there_override_the_built_in_theme(tmp_path: Path, mine: Path) -> None:
    (mine / "list.html").write_text("mine")
    found = loaded(tmp_path)
    assert found.is_foreign
    assert found.templates["list.html"].text == "mine"
    assert found.templates["list.html"].file == "themes/mine/list.html"
    assert found.templates["post.html"].text == (built_in() / "post.html").read_text()
    assert "site.css" in found.assets


def test_the_built_in_theme_is_not_foreign_wherever_it_lies(tmp_path: Path) -> None:
    assert not load_theme(built_in_theme()).is_foreign
    (tmp_path / "link").symlink_to(built_in())
    assert not load_theme(ChosenTheme("default", (tmp_path / "link",))).is_foreign


def test_the_name_of_an_asset_changes_with_its_content_and_with_what_it_refers_to(tmp_path: Path, mine: Path) -> None:
    def names() -> tuple[str, str]:
        assets = loaded(tmp_path).assets
        return assets["mine.css"].path, assets["fonts/a.woff2"].path

    (mine / "assets" / "mine.css").write_text("@font-face{src:url(fonts/a.woff2)} b{background:url('none.png')}")
    (mine / "assets" / "fonts" / "a.woff2").write_bytes(b"one")
    first, again = names(), names()
    (mine / "assets" / "fonts" / "a.woff2").write_bytes(b"two")
    changed = names()
    assert first == again
    assert first[0] != changed[0]
    assert first[1] != changed[1]
    css = loaded(tmp_path).assets["mine.css"].data.decode()
    assert f'url("{changed[1].removeprefix("assets/")}")' in css
    assert "url('none.png')" in css


def test_a_link_that_leads_out_of_the_theme_is_refused(tmp_path: Path, mine: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    (mine / "assets" / "x.css").symlink_to(tmp_path / "secret")
    with pytest.raises(ThemeError) as caught:
        loaded(tmp_path)
    assert caught.value.place.file == "themes/mine/assets/x.css"


def test_a_template_that_is_no_text_is_refused_at_its_line(tmp_path: Path, mine: Path) -> None:
    (mine / "list.html").write_bytes(b"\n\n\xff")
    with pytest.raises(ThemeError) as caught:
        loaded(tmp_path)
    assert (caught.value.line, say(caught.value.message, "en")[:27]) == (3, "This template is not UTF-8 ")
