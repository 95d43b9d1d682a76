"""Texts made to hurt: nothing lost, nothing vast, nothing without end (sizes kept small: a test has no stopwatch)."""

import pytest

from valuegen.prose import DEPTH, Prose, parse
from valuegen.words import say

DEEP = "Esto está anidado a más de 40 niveles."


def said(prose: Prose) -> list[tuple[int, str]]:
    return [(trouble.line, say(trouble.message, "es")) for trouble in prose.troubles]


@pytest.mark.parametrize("mark", ["> ", "- ", "1. "])
def test_depth_is_counted_as_a_reader_does(mark: str) -> None:
    assert parse("a\n\n" + mark * DEPTH + "fondo").troubles == ()
    deep = parse("a\n\n" + mark * (DEPTH + 1) + "fondo\n\ndespués")
    assert said(deep) == [(3, DEEP)]
    assert "fondo" in deep.html
    assert "<p>después</p>" in deep.html


def test_lists_in_lines_of_their_own_lose_nothing() -> None:
    prose = parse("".join("  " * level + f"- nivel{level}\n" for level in range(60)))
    assert said(prose) == [(DEPTH + 1, DEEP)]
    assert all(f"nivel{level}" in prose.html for level in range(60))
    assert prose.words == 60


def test_passages_and_footnotes_are_depth_too() -> None:
    inside = parse("".join(f"::: tip\np{level}\n" for level in range(50)))
    assert (82, DEEP) in said(inside)
    assert all(f"p{level}" in inside.html for level in range(50))
    notes = parse("[^0]\n\n" + "".join(f"[^{level}]: " for level in range(50)) + "fondo")
    assert any(message == DEEP for _, message in said(notes))


def test_marks_and_brackets_are_depth_too() -> None:
    marks = parse("a\n\n" + "*a **b " * 30 + "fondo" + "** c*" * 30)
    assert said(marks) == [(3, DEEP)]
    assert marks.html.count("<em>") == marks.html.count("</em>") == DEPTH // 2
    assert said(parse("[" * 60 + "a" + "](b)" * 60))[0] == (1, DEEP)
    assert parse("[a] " * 90 + "`" + "[" * 90 + "`").troubles == ()


def test_a_long_title_often_used_is_written_so_long_as_there_is_room() -> None:
    text = "[a]: /b '" + "t" * 20_000 + "'\n\n" + "[a] " * 5_000
    prose = parse(text)
    assert len(prose.html.encode()) <= max(1 << 20, 50 * len(text))
    assert said(prose) == [(3, "Este texto daría una página más de 50 veces mayor que él.")]
    assert prose.words == 5_000


def test_empty_cells_are_not_written_without_end() -> None:
    table = "|" + "a|" * 200 + "\n|" + "-|" * 200 + "\n" + "|a|\n" * 100 + "\n"
    prose = parse(table * 8)
    assert said(prose) == [(1, "Las tablas tienen demasiadas celdas vacías.")]
    assert prose.html.count("<table>") == 1
    assert prose.words == 8 * 300


SHAPES = [
    "[",
    "[a](",
    "![[]()",
    "*_",
    "*a **a ",
    "<a:b>",
    "> a\n",
    "- ",
    "::: tip\n",
    ":::\n",
    "[^a]: ",
    "[^1]",
    "?.",
    "a? ",
    "|",
    "`",
    "\\",
]
SHAPES += [
    "&#12;",
    '"',
    "# a\n",
    "[a]: u 'x\n",
    "<!--",
    "\t- a\n",
    "![](a b)",
    "[a](%2525252525x)",
    "http://a?b ",
    "~~~\n",
    "\x00",
    "\xa0\n",
]


@pytest.mark.parametrize("shape", SHAPES)
def test_repeated_shapes_end_and_stay_in_size(shape: str) -> None:
    text = shape * (3_000 // len(shape))
    prose = parse(f"{text}\n\nfin")
    assert len(prose.html.encode()) <= max(1 << 20, 50 * len(text))
    assert "fin" in prose.html


def test_unprintable_characters_are_said_line_by_line_and_not_without_end() -> None:
    assert [trouble.line for trouble in parse("a\x0b\n\x7fb\x85\n\ud800").troubles] == [1, 2, 3]
    assert parse("\ud800\x00").html == "<p>\ufffd\ufffd</p>\n"
    assert len(parse("\x00\n" * 500).troubles) == 20
    assert "\x0c" not in parse("a&#12;b ![c&#12;d](e 'f&#12;g')").html
