"""Code of templates that is kept: of what it was made of, and of nothing else; kept or not, pages are the same."""

import sys
from pathlib import Path

import pytest

from valuegen.pages.types import Page, Template, Theme
from valuegen.render import code_kept
from valuegen.render.templates import Quick, Templates
from valuegen.tongue import Sentences, Tongue

PAGE = Page("a.html", "post.html", {})


@pytest.fixture
def compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The templates that were compiled; Python may keep what it compiles in this test's folder."""
    names: list[str] = []
    compile_ = Quick.compile

    def noted(self: Quick, source: str, name: str, *rest: object) -> object:
        names.append(name)
        return compile_(self, source, name, *rest)  # type: ignore[call-overload]

    monkeypatch.setattr(Quick, "compile", noted)
    monkeypatch.setattr(code_kept, "FOLDER", tmp_path)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return names


def shown(text: str = "<p>{{ _('Archive') }}</p>", language: str = "es", name: str = "default") -> str:
    theme = Theme(name, {"post.html": Template(text, "post.html")}, {})
    return Templates(theme, language).show(PAGE).decode()


def test_it_is_compiled_once(compiled: list[str]) -> None:
    assert [shown(), shown()] == ["<p>Archivo</p>", "<p>Archivo</p>"]
    assert compiled == ["post.html"]


def test_another_text_theme_or_language_is_compiled(compiled: list[str]) -> None:
    assert shown() == "<p>Archivo</p>"
    assert shown("<b>{{ _('Archive') }}</b>") == "<b>Archivo</b>"
    assert shown(language="en") == "<p>Archive</p>"
    assert shown(name="tablon") == "<p>Archivo</p>"
    assert len(compiled) == 4


def test_other_words_of_the_program_are_compiled(compiled: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert shown() == "<p>Archivo</p>"
    monkeypatch.setattr(code_kept, "_makers", lambda language: b"another program")
    assert shown() == "<p>Archivo</p>"
    assert len(compiled) == 2


def test_what_makes_it_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def makers() -> bytes:
        code_kept._makers.cache_clear()
        return code_kept._makers("es")

    before = makers()
    monkeypatch.setattr(code_kept, "LOCALE", str(tmp_path))
    without = makers()
    (tmp_path / "es" / "LC_MESSAGES").mkdir(parents=True)
    (tmp_path / "es" / "LC_MESSAGES" / "pages.mo").write_bytes(b"words")
    assert len({before, without, makers()}) == 3
    code_kept._makers.cache_clear()


def test_the_words_of_a_workspace_are_not_kept(compiled: list[str], tmp_path: Path) -> None:
    own = Tongue("es", Sentences({(None, "Archive"): ("Baúl",)}))
    assert shown(language=own) == "<p>Baúl</p>"
    assert not any(tmp_path.iterdir())
    assert shown() == "<p>Archivo</p>"
    assert shown(language=own) == "<p>Baúl</p>"


@pytest.mark.parametrize("hurt", [b"", b"short", b"\0" * 400])
def test_what_is_hurt_is_made_anew(compiled: list[str], tmp_path: Path, hurt: bytes) -> None:
    assert shown() == "<p>Archivo</p>"
    [kept] = tmp_path.iterdir()
    whole = kept.read_bytes()
    for bad in (hurt, whole[:-1], whole[:-1] + bytes([whole[-1] ^ 1])):
        kept.write_bytes(bad)
        assert shown() == "<p>Archivo</p>"
        assert kept.read_bytes() == whole
    assert len(compiled) == 4


def test_where_python_keeps_nothing_neither_is_this(
    compiled: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert shown() == "<p>Archivo</p>"
    assert not any(tmp_path.iterdir())


def test_a_folder_that_is_not_ours_costs_time_alone(
    compiled: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(code_kept, "FOLDER", tmp_path / "there" / "is none")
    assert [shown(), shown()] == ["<p>Archivo</p>", "<p>Archivo</p>"]
    assert len(compiled) == 2
