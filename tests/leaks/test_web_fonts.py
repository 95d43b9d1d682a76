"""What is said of a font for the web, packed by Brotli: searched where that can be unpacked, else told."""

import io
import struct
import sys
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest
from fontTools.ttLib import TTFont
from leak_samples import EMAIL, NAME, kinds, noise, unread

from bench import Bench
from valuegen.leaks import fonts
from valuegen.leaks.parts import Unread

ASSETS = Path(__file__).parents[2] / "themes/default/assets/fonts"
FONT = (ASSETS / "familjen.woff2").read_bytes()
CLIENTS = {"content/private/contacts.yaml": f"- {{id: rosa, name: {NAME}, email: {EMAIL}, segments: [panaderias]}}\n"}


def made_for(name: str, kind: str | None = "woff2") -> bytes:
    """A font that says for whom it was made, as programs for fonts write it."""
    font = TTFont(io.BytesIO(FONT))
    font["name"].setName(f"Hecha para {name}", 13, 3, 1, 0x409)
    font.flavor, out = kind, io.BytesIO()
    font.save(out)
    return out.getvalue()


def with_metadata(text: str) -> bytes:
    """A font with what is said of it beside it."""
    meta = brotli.compress(f"<metadata><licensee name='{text}'/></metadata>".encode())
    head = bytearray(FONT + b"\0" * (-len(FONT) % 4))
    struct.pack_into(">III", head, 28, len(head), len(meta), 99)
    return bytes(head) + meta


HIDDEN = {
    "a table": made_for(NAME),
    "a table, packed the old way": made_for(NAME, "woff"),
    "a table, not packed": made_for(NAME, None),
    "metadata": with_metadata(NAME),
}


@pytest.mark.parametrize("where", HIDDEN)
def test_it_is_found_in(where: str) -> None:
    assert kinds(HIDDEN[where]) == {"name"}


@pytest.mark.parametrize("path", sorted(ASSETS.glob("*.woff2")), ids=lambda path: path.stem)
def test_each_font_of_ours_is_looked_into_and_holds_nobody(path: Path) -> None:
    held = list(fonts.held_in_font(path.read_bytes()))
    font = TTFont(path)
    assert {str(name).encode() for name in font["name"].names} <= set(held)
    assert kinds(path.read_bytes()) == set()


@pytest.mark.parametrize(
    "broken",
    [
        lambda data: data[:60],
        lambda data: data[:200] + noise(500),
        lambda data: data[:48] + b"\xff" * 200,
        lambda data: data[:12] + b"\xff\xff" + data[14:],
        lambda data: data[:4] + b"ttcf" + data[8:],
        lambda data: b"wOF2",
    ],
)
def test_what_is_broken_holds_nothing_and_ends(broken: Callable[[bytes], bytes]) -> None:
    assert kinds(broken(FONT)) == set()


def test_more_than_can_be_searched_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "MOST", 1 << 10)
    assert unread(FONT) == {"much"}


def test_it_is_told_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "brotli", None)
    assert list(fonts.held_in_font(FONT)) == [Unread.FONT]


def test_a_font_of_content_is_told_and_one_of_a_theme_is_not(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """A theme's maker knows no client; whoever fills `content/` may."""
    monkeypatch.setitem(sys.modules, "brotli", None)
    work = bench.workspace({**CLIENTS, "themes/taller/assets/fonts/a.woff2": FONT})
    work.change("valuegen.yaml", "  language: es\n", "  language: es\n  theme: taller\n")
    assert work.run("build").exit == 0
    work.write("content/static/a.woff2", FONT)
    done = work.run("build")
    assert done.exit == 1
    assert "content/static/a.woff2:1:1: error private-leak: Lo que lleva empaquetado esta letra (WOFF2)" in done.err
    assert 'pip install "valuegen[fonts]"' in done.err
    work.write("content/private/contacts.yaml", "")
    assert work.run("build").exit == 0


def test_who_a_theme_s_font_was_made_for_is_found_where_it_can_be(bench: Bench) -> None:
    work = bench.workspace({**CLIENTS, "themes/taller/assets/fonts/a.woff2": made_for(NAME)})
    work.change("valuegen.yaml", "  language: es\n", "  language: es\n  theme: taller\n")
    done = work.run("build")
    assert done.exit == 1
    assert "private-leak: Este es el nombre completo de «rosa»" in done.err
