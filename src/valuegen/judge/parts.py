"""What is judged, on which ground, and what is found: frozen data."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple

from valuegen.prose import Prose

Where = Literal["title", "summary", "ask", "text"]


@dataclass(frozen=True, slots=True)
class Writing:
    """What an entry says to its readers: three lines, each perhaps "", and its text, if it has one."""

    title: str = ""
    summary: str = ""
    ask: str = ""
    prose: Prose | None = None


@dataclass(frozen=True, slots=True)
class Added:
    """What a workspace says of a list of words: what it knows beside them, and what it takes out."""

    add: tuple[str, ...] = ()
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ground:
    """What a judgement depends on beside the text: the site's language, its products (name, address), its own words."""

    language: str = "es"
    products: tuple[tuple[str, str], ...] = ()
    words: Mapping[str, Added] = field(default_factory=dict)
    """List's name -> what the workspace says of it."""

    def speaking(self, language: str) -> "Ground":
        """The same ground for a text that is written in `language`."""
        return self if language == self.language else replace(self, language=language)


@dataclass(frozen=True, slots=True)
class Hit:
    """Some words found: of which `sort`, as they were written, and where (`line` within the text, from 1)."""

    sort: str
    text: str
    where: Where = "text"
    line: int = 1


@dataclass(frozen=True, slots=True)
class Judgement:
    """What was found in a writing, each in the order of the text.

    `selling`: by sort product, price, call, discount, urgency; outside `::: pitch`, and only what sells something of
    one's own. `jargon`: `sort` is the word of the list. `merges`: merge fields, each time. `closeness`: phrases that
    feign it. `address`: forms that speak to the reader, by sort tú, usted, vos, or tú/vos where both share one.
    """

    selling: tuple[Hit, ...] = ()
    jargon: tuple[Hit, ...] = ()
    merges: tuple[Hit, ...] = ()
    closeness: tuple[Hit, ...] = ()
    address: tuple[Hit, ...] = ()


NOTHING = Judgement()


class Sentence(NamedTuple):
    """A sentence of a piece: `start`, `end` are places in the piece's text."""

    start: int
    end: int
    is_question: bool = False
