"""What one walk over the tokens gathers, before it is frozen into a `Prose`."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from markdown_it.token import Token
from slugify import slugify

from valuegen.prose.parts import (
    Heading,
    Link,
    LinkKind,
    Paragraph,
    Passage,
    Spot,
    Trouble,
)
from valuegen.prose.targets import Verdict, refusal
from valuegen.words import Message, msg

LEAST_ROOM = 1 << 20
GROWTH = 50


class Draft:
    """The pieces of one page as they are found; made, filled and dropped within one call of `parse`."""

    def __init__(self, text: str, language: str, troubles: list[Trouble]) -> None:
        self.language = language
        self.troubles = troubles
        self.out: list[str] = []
        self.slots: list[tuple[int, LinkKind, str]] = []
        self.links: list[Link] = []
        self.headings: list[Heading] = []
        self.paragraphs: list[Paragraph] = []
        self.passages: list[Passage] = []
        self.questions: list[Spot] = []
        self.codes: list[Spot] = []
        self.lead: list[str] = []  # what an excerpt is cut from: with code and addresses
        self.words = 0
        self.letters: list[bytes] = []
        self.pitch_words = 0
        self.limit = max(LEAST_ROOM, GROWTH * len(text.encode()))
        self.row_from: int | None = None  # in a row of a table: where its next cell is looked for
        self._text = text
        self._lines: list[str] | None = None
        self._placed: Token | None = None
        self._rows: list[tuple[int, int, int]] = []
        # Half is for addresses and titles, which a reference can repeat without end; the rest for all else.
        self._room = self.limit // 2
        self._anchors: dict[str, int] = {}
        self._verdicts: dict[tuple[str, LinkKind], Verdict] = {}

    @property
    def lines(self) -> list[str]:
        if self._lines is None:
            self._lines = self._text.split("\n")
        return self._lines

    def trouble(self, place: tuple[int, int], message: Message, mend: Message | None) -> None:
        self.troubles.append(Trouble(message, mend, *place))

    def slot(self, kind: LinkKind, target: str) -> None:
        """A target goes here."""
        self.slots.append((len(self.out), kind, target))
        self.out.append("")

    def verdict(self, target: str, kind: LinkKind) -> Verdict:
        asked = (target, kind)
        if asked not in self._verdicts:
            self._verdicts[asked] = refusal(target, kind)
        return self._verdicts[asked]

    def room_for(self, size: int, place: tuple[int, int]) -> bool:
        """Whether the page may still grow by this address and title; if not, it is said once."""
        if self._room < 0:
            return False
        self._room -= size
        if self._room < 0:
            self.trouble(place, *overgrown())
        return self._room >= 0

    def anchor(self, text: str) -> str:
        """An id for a heading that no other heading of the text has.

        It never has a `_`, so that ids with one are free for footnotes and for the page around.
        """
        slug = _slug(text) or "s"
        name, number = slug, self._anchors.get(slug, 1)
        while name in self._anchors:
            number += 1
            name = f"{slug}-{number}"
        self._anchors[slug] = number
        self._anchors.setdefault(name, 1)
        return name

    def place(self, token: Token, at: int) -> tuple[int, int]:
        """Line and column (from 1) of character `at` of an inline token's content."""
        if token is not self._placed:
            self._placed, self._rows = token, list(self._found(token))
        begin, line, column = self._rows[bisect_right(self._rows, at, key=lambda row: row[0]) - 1]
        if column < 0:  # a tab or a "\|" was undone in it: look for what begins at the place itself
            column = self.lines[line].find(token.content[at : at + 12], self.row_from or 0)
            return line + 1, max(column, 0) + 1
        return line + 1, column + at - begin + 1

    def _found(self, token: Token) -> Iterator[tuple[int, int, int]]:
        """Each line of an inline token's content: where it begins in it, its line and column (from 0) in the source.

        The content is the source without the marks and indents before each of its lines, so each is looked
        for in its own line of the source; column -1 where it is not the same there.
        """
        line, end = token.map or (0, 1)
        begin = 0
        for piece in token.content.split("\n"):
            for number in range(line, min(end, line + 3, len(self.lines))):  # lines of odd spaces before it are cut
                source = self.lines[number]
                column = source.rfind(piece) if self.row_from is None else source.find(piece, self.row_from)
                if column >= 0:
                    line = number
                    break
            else:
                column = -1
            yield begin, line, column
            begin, line = begin + len(piece) + 1, min(line + 1, len(self.lines) - 1)


# Headings of which a slug is nothing but the words: with others, `slugify` takes fifty times as long.
_SIMPLE = re.compile(r"[A-Za-z0-9áéíóúüñÁÉÍÓÚÜÑ ?¿!¡:.()-]*")
_PLAIN = str.maketrans("áéíóúüñÁÉÍÓÚÜÑ", "aeiouunAEIOUUN")
_RUN = re.compile(r"[a-z0-9]+")


def _slug(text: str) -> str:
    if _SIMPLE.fullmatch(text):
        return "-".join(_RUN.findall(text.translate(_PLAIN).lower()))
    # The backend is named: by default it is another one where Unidecode happens to be installed.
    return slugify(text, entities=False, decimal=False, hexadecimal=False, backend="text-unidecode")


def overgrown() -> tuple[Message, Message]:
    """What is said of a text that would make a page vastly larger than itself."""
    return (
        msg("This text would become a page more than {times} times as large.", times=GROWTH),
        msg("Don't repeat one very long address or title so often."),
    )
