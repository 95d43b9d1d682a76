"""Whose an appointment is: of a client, of a segment, or of nobody here. A person's calendar holds their whole life."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from valuegen.bring.wishes import says_yes
from valuegen.model.said import channel_in
from valuegen.model.slug import slug_of
from valuegen.model.workspace import Workspace

PRIVATE = frozenset(("private", "confidential", "privado", "confidencial", "personal"))
"""What calendars call what is for nobody else's eyes."""
_SHORTEST = 3
_DAYS = frozenset(
    "holiday holidays public-holidays festivo festivos dias-festivos dia-festivo feriado feriados dias-feriados "
    "birthday birthdays cumpleanos".split()
)
_WORD = re.compile(r"[^\W\d_][\w'’]*")


class Diary:
    """Knows the clients and segments of a workspace; `only`, `without`: by which words appointments are chosen."""

    def __init__(self, workspace: Workspace, only: Iterable[str] = (), without: Iterable[str] = ()) -> None:
        contacts = (workspace.contacts or {}).items()
        self.channels = tuple(id for id, one in workspace.channels.items() if not one.publishes)
        self.only, self.without = tuple(only), tuple(without)
        self._by_email = {one.email.casefold(): id for id, one in contacts if one.email}
        self._by_name = _alone((slug_of(one.name), id) for id, one in contacts if " " in one.name)
        self._by_first = _alone((one.name.split()[0].casefold(), id) for id, one in contacts)
        self._segments = {slug_of(one.name): id for id, one in workspace.segments.items()}
        self._segments |= {id: id for id in workspace.segments}

    def is_chosen(self, title: str, labels: Iterable[str], emails: Iterable[str]) -> bool:
        """Whether one is to be taken, by the words of its title, its labels, and who is invited."""
        texts, people = [slug_of(text) for text in (title, *labels) if text.strip()], [*emails]

        def says(word: str) -> bool:
            plain = word.strip().casefold()
            if "@" in plain:
                return any(plain in email for email in people)
            return any(_stands_in(slug_of(plain), text) for text in texts)

        return not any(map(says, self.without)) and (not self.only or any(map(says, self.only)))

    def receivers(self, title: str, labels: Iterable[str], emails: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """The clients that are invited or named, else the segment; nothing where it is of nobody here."""
        contacts = [self._by_email[one] for one in emails if one in self._by_email] or [*self._named(title)]
        if contacts:
            return {"contacts": tuple(dict.fromkeys(contacts))}
        plain = slug_of(title)
        said = [self._segments.get(slug_of(label)) for label in labels if label.strip()]
        named = [id for name, id in self._segments.items() if _stands_in(name, plain)]
        segments = tuple(dict.fromkeys(filter(None, (*said, *named))))
        return {"segments": segments} if segments else {}

    def _named(self, title: str) -> Iterable[str]:
        """Who stands in a title by their whole name; by their first one alone in that of a call, a visit and so on,
        where one client alone is called so and no other name follows: `Llamada a Rosa`."""
        plain = slug_of(title)
        found = [id for name, id in self._by_name.items() if _stands_in(name, plain)]
        if found or channel_in(title, self.channels) is None:
            return found
        words = [*_WORD.finditer(title)]
        for word, following in zip(words, [*words[1:], None], strict=True):
            is_alone = following is None or following[0][0].islower() or title[word.end() : following.start()] != " "
            if len(word[0]) >= _SHORTEST and word[0][0].isupper() and is_alone:
                found += filter(None, (self._by_first.get(word[0].casefold()),))
        return found


def is_private(cells: Mapping[str, str]) -> bool:
    """Whether a row of Outlook is for nobody else's eyes, by its columns `Private` and `Sensitivity`."""
    said = {slug_of(heading): text.strip().casefold() for heading, text in cells.items()}
    return any(says_yes(said.get(heading, "")) for heading in ("private", "privado")) or any(
        said.get(heading) in PRIVATE for heading in ("sensitivity", "confidencialidad", "caracter")
    )


def is_of_days(labels: Iterable[str]) -> bool:
    """Whether these are the labels, or the name, of a calendar of holidays or birthdays, which programs fill in."""
    words = (slug_of(label) for label in labels if label.strip())
    return any(
        word in _DAYS or word.startswith(("holidays-in-", "festivos-en-", "dias-festivos-en-")) for word in words
    )


def _alone(pairs: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """What one alone is called."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, id in pairs:
        found[name].add(id)
    return {name: next(iter(ids)) for name, ids in found.items() if len(ids) == 1}


def _stands_in(words: str, text: str) -> bool:
    return f"-{words}-" in f"-{text}-"
