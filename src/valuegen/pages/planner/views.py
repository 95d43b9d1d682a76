"""What the templates of the planner see: plain frozen data. Addresses are relative to `planner/`: `root` leads there.

`place` of a page is the address in the menu that it belongs to.
"""

from dataclasses import dataclass
from datetime import date

from valuegen.pages.views import Link


@dataclass(frozen=True, slots=True)
class PlannerSite:
    """What every page of the planner shows. `pinned`: the day is fixed by `site.as_of`, which pages say.

    `search` is the file with what the search box looks through. `menu`: in groups. `files`: for other programs.
    """

    title: str
    language: str
    styles: tuple[str, ...]
    scripts: tuple[str, ...]
    search: str
    menu: tuple[tuple[Link, ...], ...]
    files: tuple[Link, ...]
    as_of: date
    pinned: bool
    marks: tuple["Mark", ...]

    def __hash__(self) -> int:
        return hash((self.title, self.language))


@dataclass(frozen=True, slots=True)
class Mark:
    """A kind of entry: a shape beside its colour, and its name."""

    kind: str
    shape: str
    label: str


@dataclass(frozen=True, slots=True)
class EntryLine:
    """An entry in a list. `status` is a word of model.entry.STATUSES; `state` says it in words (slipped ones too).

    `to`: segments and clients that it names; a long list ends with how many more there are.
    """

    href: str
    title: str
    day: date | None
    at: str
    mark: Mark
    status: str
    state: str
    channels: tuple[Link, ...]
    to: tuple[Link, ...]
    author: Link
    is_slipped: bool
    worst: str


@dataclass(frozen=True, slots=True)
class Way:
    """A client, and the link by which they are reached ("" where there is none)."""

    contact: Link
    link: str


@dataclass(frozen=True, slots=True)
class ReminderLine:
    """A reminder: what to do, why, who, and where to act (`link`) or read on (`href`).

    `about`: what else it speaks of. One that brings the same entry to several people is one line: `ways` has each.
    """

    uid: str
    kind: str
    label: str
    text: str
    why: str
    due: date
    at: str
    owner: Link
    link: str
    act: str
    href: str
    about: tuple[Link, ...]
    is_late: bool
    is_personal: bool
    ways: tuple[Way, ...] = ()


@dataclass(frozen=True, slots=True)
class FindingLine:
    """A finding: `place` as path:line:column; `level` is the word, `label` says it; `about`: what else it speaks of.

    `entry`: the title of the entry it stands at, where the message does not say it.
    """

    rule: str
    level: str
    label: str
    message: str
    entry: str
    mend: str
    place: str
    href: str
    about: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class BalanceLine:
    """How a segment stands: pitches against the limit, and the credit, in words.

    `share`, `limit`: in whole percents, for the gauge; `part`, `whole`: the same as they are written.
    `taken_by`: the offer that the credit names.
    """

    href: str
    name: str
    balance: str
    credit: str
    share: int
    limit: int
    is_over: bool
    part: str = ""
    whole: str = ""
    taken_by: Link | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """A name and what it holds; each value perhaps a link (href "" where not)."""

    name: str
    values: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class NeedLine:
    """A need: what helps, what was asked, who said it and when, and the entries that answer it."""

    text: str
    href: str
    asked: str
    heard: date
    by: Link | None
    answers: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class RemindersView:
    """All reminders, by day; late ones first; `left`: how many more. `files`: to subscribe to or to take away."""

    title: str
    root: str
    place: str
    groups: tuple[tuple[str, tuple[ReminderLine, ...]], ...]
    count: str
    left: str
    files: tuple[Link, ...]
    calendars: tuple[Link, ...]
