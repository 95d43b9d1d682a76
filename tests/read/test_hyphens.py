"""An item of a list whose hyphen is missing: wherever it stands, that is told, and what to write mends it."""

from pathlib import Path

import pytest

from bench import Bench
from valuegen.read.workspace import read_workspace
from valuegen.words import say

ENTRY = ("date: 2026-12-0{}", "title: Bread {}", "slug: bread-{}", "segments: [panaderias]", "kind: industry")
CLIENT = ("id: rosa-{}", "name: Rosa {}", "segments: [panaderias]")
CALENDAR, CONTACTS = "content/calendar/2026.yaml", "content/private/contacts.yaml"
MISSING = "An item of the list begins here, and its hyphen is missing."


def items(form: tuple[str, ...], cut: int, hyphen: str, turned: int = 0, margin: str = "") -> tuple[str, int]:
    """Three items, one of them without its hyphen, and its line."""
    lines: list[str] = []
    at = 0
    for number in range(3):
        keys = [key.format(number + 1) for key in (*form[turned:], *form[:turned])]
        if number == cut:
            at = len(lines) + 1
        lines.append(margin + (hyphen if number == cut else "- ") + keys[0])
        lines += [f"{margin}  {key}" for key in keys[1:]]
    return "\n".join(lines) + "\n", at


def said(root: Path) -> list[tuple[int, str, str]]:
    return [
        (one.place.line, say(one.message, "en"), say(one.mend.text, "en") if one.mend else "")
        for one in read_workspace(root).findings
    ]


@pytest.mark.parametrize("hyphen", ["", "  "], ids=["nothing", "spaces"])
@pytest.mark.parametrize("cut", [0, 1, 2])
@pytest.mark.parametrize("turned", [0, 1])
def test_of_entries(bench: Bench, cut: int, hyphen: str, turned: int) -> None:
    text, line = items(ENTRY, cut, hyphen, turned)
    work = bench.workspace({CALENDAR: text})
    cure = f"- {text.splitlines()[line - 1].strip()}"
    assert said(work.root) == [(line, MISSING, f"Write, with its hyphen in line with the others: {cure}")]
    lines = text.splitlines()
    lines[line - 1] = cure
    assert said(work.write(CALENDAR, ("\n".join(lines) + "\n").encode()).root) == []


@pytest.mark.parametrize("hyphen", ["", "  "], ids=["nothing", "spaces"])
@pytest.mark.parametrize("cut", [0, 1, 2])
def test_of_entries_under_their_key(bench: Bench, cut: int, hyphen: str) -> None:
    text, line = items(ENTRY, cut, hyphen, margin="  ")
    work = bench.workspace({CALENDAR: f"defaults: {{status: draft}}\nentries:\n{text}".encode()})
    assert [(at, what) for at, what, _ in said(work.root)] == [(line + 2, MISSING)]


@pytest.mark.parametrize("hyphen", ["", "  "], ids=["nothing", "spaces"])
@pytest.mark.parametrize("cut", [0, 1, 2])
def test_of_clients_without_their_words(bench: Bench, cut: int, hyphen: str) -> None:
    text, line = items(CLIENT, cut, hyphen)
    work = bench.workspace({CONTACTS: text})
    assert said(work.root) == [(line, MISSING, "Write its hyphen, in line with the others.")]


@pytest.mark.parametrize("cut", [0, 1, 2])
def test_of_items_in_braces(bench: Bench, cut: int) -> None:
    rows = ["- {" + ", ".join(ENTRY).format(*[number] * 3) + "}" for number in (1, 2, 3)]
    rows[cut] = rows[cut][2:]
    work = bench.workspace({CALENDAR: "\n".join(rows) + "\n"})
    assert [(at, what) for at, what, _ in said(work.root)] == [(cut + 1, MISSING)]


def test_two_of_them_are_told_one_by_one(bench: Bench) -> None:
    text, _ = items(ENTRY, 1, "  ")
    work = bench.workspace({CALENDAR: text.replace("- date: 2026-12-03", "  date: 2026-12-03")})
    assert [(at, what) for at, what, _ in said(work.root)] == [(6, MISSING), (11, MISSING)]


def test_another_sign_or_no_space_behind_it(bench: Bench) -> None:
    text, line = items(ENTRY, 1, "– ")
    work = bench.workspace({CALENDAR: text})
    write = "Write, with its hyphen in line with the others: - date: 2026-12-02"
    assert said(work.root) == [(line, MISSING, write)]
    work.write(CALENDAR, text.replace("– ", "-").encode())
    assert said(work.root) == [(line, "The hyphen of an item of a list needs a space after it.", write)]


def test_a_key_at_the_margin_is_one_of_the_item_above_and_a_key_twice_is_that(bench: Bench) -> None:
    text, _ = items(ENTRY, 3, "")
    work = bench.workspace({CALENDAR: text.replace("  title: Bread 2", "title: Bread 2")})
    assert said(work.root) == [(7, "This line is not indented like its neighbours.", "Begin it with 2 spaces.")]
    work.write(CALENDAR, text.replace("  title: Bread 2", "  title: Bread 2\n  title: Bread").encode())
    assert said(work.root) == [(8, "`title` is written twice; the first is on line 7.", "Keep one of them.")]
