"""Every kind of page of every built-in theme is valid HTML, as html-validate (its recommended rules) reads it."""

from pathlib import Path

import pytest
from node_tools import html_validate
from sample_site import full_site, kinds_of, laid_out
from shown import example

from valuegen.read.theme_folders import built_in_names

KINDS = {
    "home",
    "post",
    "hub",
    "archive",
    "lost",
    "list of-topics",
    "list of-segments",
    "list of-people",
    "list of-years",
}


def pages_of(site):
    return [name for name in site if name.endswith(".html")]


@pytest.mark.parametrize("theme", built_in_names())
def test_pages_with_everything_in_them_are_valid(theme: str, tmp_path: Path) -> None:
    for language, is_other in (("es", False), ("en", True)):
        site = full_site(theme, language, drafts=is_other, is_set=is_other)
        found = kinds_of(site)
        assert {kind for kind in KINDS if not any(one.startswith(kind) for one in found)} == set()
        folder = laid_out(site, tmp_path / language)
        assert html_validate(folder, pages_of(site)) == []


def test_the_example_is_valid(tmp_path: Path) -> None:
    site = example()[1]
    assert html_validate(laid_out(site, tmp_path), pages_of(site)) == []


def test_a_mistake_would_be_found(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text('<!DOCTYPE html>\n<html lang="es"><title>a</title><p><ul><li id="">a</ul></p>\n')
    found = html_validate(tmp_path, ["a.html"])
    assert found
    assert all(one.startswith("a.html:2: ") for one in found)
