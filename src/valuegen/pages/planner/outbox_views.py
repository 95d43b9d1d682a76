"""What the template of the outbox sees: plain frozen data."""

from dataclasses import dataclass
from datetime import date

from valuegen.pages.planner.views import EntryLine
from valuegen.pages.types import Html
from valuegen.pages.views import Link


@dataclass(frozen=True, slots=True)
class Copied:
    """A text to copy, under a label; `id` is its own on the page. `is_whole`: the main one of its channel."""

    id: str
    label: str
    text: str
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class Person:
    """A client to bring it to: their page, and the link that opens the channel to them ("" where there is none)."""

    who: Link
    link: str
    act: str
    note: str


@dataclass(frozen=True, slots=True)
class Told:
    """A need on a card: what helps, what was asked, and when it was heard."""

    needs: Link
    asked: str
    heard: date
    is_answered: bool


@dataclass(frozen=True, slots=True)
class Noted:
    """A note of the log on a card."""

    day: date
    note: str


@dataclass(frozen=True, slots=True)
class TalkCard:
    """What to have in mind before one speaks to a client."""

    person: Person
    phone: str
    about: str
    cares: str
    needs: tuple[Told, ...]
    notes: tuple[Noted, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Something to print: `size` is the paper (letter: A4, card: A6, flyer: A5), `title` its headline or ""."""

    size: str
    title: str
    body: Html
    copies: str


@dataclass(frozen=True, slots=True)
class SendView:
    """What to send by one channel. `guide`: how, in a sentence; `measures`: how long it is; `cautions`: what to mind.

    `rich` is the HTML of an email, to be copied with its looks; `points` what to tell, for channels where one speaks.
    """

    id: str
    label: str
    href: str
    form: str
    guide: str
    texts: tuple[Copied, ...]
    measures: tuple[str, ...]
    cautions: tuple[str, ...]
    rich: str
    points: Html
    sheet: Sheet | None
    cards: tuple[TalkCard, ...]
    people: tuple[Person, ...]
    people_title: str
    more: str
    more_names: tuple[Link, ...]
    files: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class OutboxView:
    """The words of an entry, channel by channel. `prints`: there is a sheet or a card for paper among them."""

    title: str
    root: str
    place: str
    line: EntryLine
    ask: str
    cautions: tuple[str, ...]
    sendings: tuple[SendView, ...]
    prints: bool
