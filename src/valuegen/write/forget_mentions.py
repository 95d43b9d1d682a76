"""Where a text speaks of a client: by their full name, id, email or phone. Case, accents and spaces don't count."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from valuegen.leaks.fold import fold, words
from valuegen.model.contact import Contact

LAST, SHORTEST, FIRST = 9, 7, 3
"""So many last digits of a phone are one; fewer than that are none; a first name has so many letters at least."""
_NUMBER = re.compile(r"\+?[0-9](?:[ ().\-/\u00a0]{0,3}[0-9])+")
_TOKEN = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Mention:
    """A line (from 1) of a file that speaks of a client; `perhaps`: it has their first name alone; `beside`: it is a
    comment that stood beside what was taken out, whatever it says.

    `was`: its number before anything was taken out.
    """

    file: str
    line: int
    text: str
    perhaps: bool = False
    was: int = 0
    beside: bool = False


class Known:
    """What a client is known by."""

    def __init__(self, contact: Contact) -> None:
        self._name = words(fold(contact.name))
        first = contact.name.split()[0]
        self._first = first if len(first) >= FIRST and len(self._name) > 1 else None
        self._parts = {word for word in self._name if len(word) > FIRST} | {*self._name[:1], *self._name[-1:]}
        self._id = contact.id
        self._email = contact.email.casefold() if contact.email else None
        digits = _digits(contact.phone or "")
        self._phone = digits[-LAST:] if len(digits) >= SHORTEST else None

    def is_in(self, text: str) -> bool:
        """Whether a text speaks of them, by their first name too."""
        return any(True for _ in self.mentions("", text))

    def is_about(self, comment: str) -> bool:
        """Whether a comment beside what is theirs speaks of them: there any part of their name is enough."""
        return self.is_in(comment) or not self._parts.isdisjoint(words(fold(comment)))

    def mentions(self, file: str, text: str) -> Iterator[Mention]:
        """Each line that speaks of them, once."""
        lines = _LINE_END.split(text)
        named = set(self._named(lines))
        for number, line in enumerate(lines, 1):
            if number in named or self._is_on(line):
                yield Mention(file, number, line)
            elif self._first and self._first in line and self._first in re.findall(r"[^\W_]+", line):
                yield Mention(file, number, line, perhaps=True)

    def _is_on(self, line: str) -> bool:
        folded = line.casefold()
        if self._email and self._email in folded:
            return True
        if self._phone and any(_digits(found[0]).endswith(self._phone) for found in _NUMBER.finditer(line)):
            return True
        return self._id in folded and any(self._is_id(found[0]) for found in _TOKEN.finditer(folded))

    def _is_id(self, token: str) -> bool:
        """Whether it is their id, or a longer one (a slug) that has it as a part."""
        return f"-{self._id}-" in f"-{token}-"

    def _named(self, lines: Sequence[str]) -> Iterator[int]:
        """The lines on which their whole name begins; it may go on in the next."""
        if not self._name:
            return
        run = [(word, number) for number, line in enumerate(lines, 1) for word in words(fold(line))]
        length, first = len(self._name), self._name[0]
        for at, (word, number) in enumerate(run):
            if word == first and [one for one, _ in run[at : at + length]] == self._name:
                yield number


def beside(known: Known, file: str, text: str, places: Iterable[int]) -> Iterator[Mention]:
    """The comments beside places where lines were taken out: those above that stood by what is gone (unless they are
    the head of the file), and those below that speak of them."""
    lines = _LINE_END.split(text)
    for place in places:
        at = len(_LINE_END.split(text[:place])) - 1
        first = last = at
        while first > 0 and lines[first - 1].lstrip().startswith("#"):
            first -= 1
        while last < len(lines) and lines[last].lstrip().startswith("#"):
            last += 1
        above = range(first, at) if first > 0 else ()
        for number in (*above, *(one for one in range(at, last) if known.is_about(lines[one]))):
            yield Mention(file, number + 1, lines[number], beside=True)


def _digits(text: str) -> str:
    return "".join(character for character in text if character.isdigit())
