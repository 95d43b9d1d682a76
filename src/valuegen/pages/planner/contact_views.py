"""What the templates of clients see."""

from dataclasses import dataclass
from datetime import date

from valuegen.pages.planner.views import BalanceLine, Fact, FindingLine, NeedLine, ReminderLine
from valuegen.pages.views import Link


@dataclass(frozen=True, slots=True)
class Event:
    """Something that was received, said or told, or will be. `side`: entry (of a `kind`), ours, theirs, need, outcome.

    `text` leads to `href`; `note` is what was noted; `about`: what else it speaks of. `words`: the page with the words
    to send, "" where there is none (yet). `who`: the client, where that does not go without saying.
    """

    day: date
    side: str
    shape: str
    said: str
    text: str
    href: str
    note: str = ""
    about: tuple[Link, ...] = ()
    words: str = ""
    at: str = ""
    kind: str = ""
    who: Link | None = None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A month, or a year, of events; the newest first."""

    name: str
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Feast:
    """A yearly date: what it is, when it comes next, how old one gets (or how many years it is)."""

    name: str
    day: date
    age: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A mark on the small picture of a year, in its own units."""

    x: str
    shape: str
    side: str
    kind: str
    label: str


@dataclass(frozen=True, slots=True)
class Strip:
    """A year with somebody, as a small picture: what they received above, what was said to and fro below."""

    title: str
    summary: str
    above: tuple[Dot, ...]
    below: tuple[Dot, ...]
    months: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, int, int, int], ...]


@dataclass(frozen=True, slots=True)
class ContactView:
    """Everything known of a client. `wishes`: what they asked you not to do; `acts`: links to reach them.

    `later`: what is to be done after the first few `reminders`; `before`: so many events are too old to be shown.
    """

    title: str
    root: str
    place: str
    who: tuple[Link, ...]
    stage: str
    about: str
    wishes: tuple[str, ...]
    is_out: bool
    acts: tuple[Link, ...]
    reminders: tuple[ReminderLine, ...]
    later: tuple[ReminderLine, ...]
    findings: tuple[FindingLine, ...]
    needs: tuple[NeedLine, ...]
    facts: tuple[Fact, ...]
    unknown: tuple[tuple[str, str], ...]
    feasts: tuple[Feast, ...]
    balance: BalanceLine | None
    pace: str
    strip: Strip | None
    ahead: tuple[Event, ...]
    months: tuple[Stretch, ...]
    years: tuple[Stretch, ...]
    before: int
    source: str


@dataclass(frozen=True, slots=True)
class ContactRow:
    """A client in the list: the last time you were in touch, and what comes next.

    `last_names`: the entry that reached them, or who of you it was.
    """

    name: str
    href: str
    more: str
    last: date | None
    last_said: str
    last_names: Link | None
    ago: str
    next: date | None
    next_said: str
    is_late: bool
    is_out: bool


@dataclass(frozen=True, slots=True)
class StageRows:
    """The clients of a segment at a stage."""

    name: str
    rows: tuple[ContactRow, ...]


@dataclass(frozen=True, slots=True)
class SegmentShelf:
    """A segment in the list of clients. `counts` by stage; `stages` is () where its clients fill pages of their own."""

    id: str
    segment: Link
    total: int
    counts: tuple[tuple[str, int], ...]
    stages: tuple[StageRows, ...]
    whole: str


@dataclass(frozen=True, slots=True)
class ContactsView:
    """All clients, or a leaf of those of a segment (page `leaf` of `leaves`)."""

    title: str
    root: str
    place: str
    count: str
    shelves: tuple[SegmentShelf, ...]
    leaves: tuple[Link, ...] = ()
    leaf: str = ""
    back: Link | None = None
