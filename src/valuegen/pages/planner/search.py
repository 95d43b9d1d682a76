"""What the search box of the planner looks through: a script file with plain data, so that it works from a folder.

Compact, since workspaces have thousands of entries: no key is repeated, a repetition is one row with its days, what is
said often (segments, topics) is a number in `words`, and no text is longer than a line.
"""

import json
from collections.abc import Iterator
from typing import Any

from valuegen.pages.planner.frame import SEARCH_DATA, TREE, Desk, contact_file
from valuegen.pages.planner.need_shelves import NEEDS
from valuegen.pages.types import Later, Page
from valuegen.plan.types import Occurrence

LONGEST = 120
"""So many characters of a text are looked through, and shown."""


def search_page(desk: Desk) -> Page:
    """`search-data.js`."""
    return Page(f"{TREE}{SEARCH_DATA}", None, Later(search_data, desk), form="text")


def search_data(desk: Desk) -> str:
    """Entries, contacts and needs as rows of plain values (`planner-search.js` reads them)."""
    words = _Words()
    data = {
        "kinds": [[mark.shape, mark.label] for mark in desk.site.marks],
        "entries": list(_entries(desk, words)),
        "contacts": list(_contacts(desk, words)),
        "needs": list(_needs(desk)),
        "words": words.all,
    }
    return f"globalThis.valuegenSearch = {_as_script(data)};\n"


def _as_script(data: Any) -> str:
    """JSON that is a script too, wherever it stands: no line ends that JavaScript would see, no `</script>`."""
    made = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return made.replace("</", "<\\/").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


class _Words:
    """What is said often, once each."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def number(self, word: str) -> int:
        """The number by which it goes."""
        return self._numbers.setdefault(word, len(self._numbers))

    @property
    def all(self) -> list[str]:
        """Each word, in the order of its number."""
        return list(self._numbers)


def _entries(desk: Desk, words: _Words) -> Iterator[list[Any]]:
    """Title, slug, days, the number of its kind, and the numbers of its segments and topics."""
    kinds = {mark.kind: number for number, mark in enumerate(desk.site.marks)}
    by_slug: dict[str, list[Occurrence]] = {}
    for occurrence in desk.plan.occurrences:
        by_slug.setdefault(occurrence.entry.slug, []).append(occurrence)
    segments = desk.plan.workspace.segments
    for slug, same in by_slug.items():
        entry = same[0].entry
        about = [segments[id].name for id in entry.segments if id in segments]
        days = [one.day.isoformat() for one in same if one.day]
        yield [
            _short(entry.title),
            slug,
            days,
            kinds[entry.kind],
            [words.number(_short(word)) for word in (*about, *entry.topics)],
        ]


def _contacts(desk: Desk, words: _Words) -> Iterator[list[Any]]:
    """Name, the name of their page, and the numbers of their segments."""
    segments = desk.plan.workspace.segments
    for id, relation in desk.plan.relations.items():
        names = [segments[segment].name for segment in relation.contact.segments if segment in segments]
        file = contact_file(id).removeprefix("contacts/").removesuffix(".html")
        yield [_short(relation.contact.name), file, [words.number(_short(name)) for name in names]]


def _needs(desk: Desk) -> Iterator[list[Any]]:
    """What helps, id, what was asked; and its page, where it does not stand on the board."""
    for id, need in (desk.plan.workspace.needs or {}).items():
        page = desk.needs.place(id).partition("#")[0]
        yield [_short(need.needs), id, _short(need.asked or ""), *([page] if page != NEEDS else ())]


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= LONGEST else f"{plain[: LONGEST - 1].rstrip()}…"
