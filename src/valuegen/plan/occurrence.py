"""An entry as it stands in the plan."""

from dataclasses import dataclass, field
from datetime import date, time

from valuegen.finding import Place
from valuegen.model.entry import Entry

Order = tuple[date, bool, time, str, int, int]


@dataclass(frozen=True, slots=True)
class Occurrence:
    """An entry as it stands in the plan: one occurrence of it, with the defaults in force.

    `id` is DATE-SLUG, or the slug alone in the backlog; `day` None is the backlog. `first_day` is the day that its
    repetition gives it, None for an entry that does not repeat (and for one that was moved out of its repetition).
    `is_past`: dated before `as_of`. `is_slipped`, `is_planned` as 3-rules.md uses the words.
    `segments` and `contacts` are the entry's own, in order.
    """

    entry: Entry
    id: str
    day: date | None
    at: time | None
    status: str
    channels: tuple[str, ...]
    author: str
    reply_to: str
    minutes: int
    publishes: bool
    is_past: bool
    is_slipped: bool
    is_planned: bool
    ordinal: int = 0
    """Its number, from 0, in its repetition, counted before `except`: what uids are made of, since it never moves."""
    first_day: date | None = None
    order: Order = field(init=False, repr=False, compare=False)
    """Entries stand by date, time (none first), file, line. The backlog stands last."""
    kind: str = field(init=False, repr=False, compare=False)
    """Its kind, one of model.entry.KINDS; here too, since every rule asks for it, and entries lie far away."""

    def __post_init__(self) -> None:
        place = self.entry.place
        at = self.at or time.min
        order = (self.day or date.max, self.at is not None, at, place.file, place.line, place.column)
        object.__setattr__(self, "order", order)
        object.__setattr__(self, "kind", self.entry.kind)

    def __hash__(self) -> int:
        return hash(self.id)  # an entry itself can't be hashed: it holds mappings

    @property
    def is_pitch(self) -> bool:
        """Whether it sells."""
        return self.kind == "pitch"

    @property
    def is_value(self) -> bool:
        """Whether it gives: neither a pitch nor a courtesy."""
        return self.kind not in ("pitch", "courtesy")

    @property
    def is_history(self) -> bool:
        """Dated before `as_of`: it counts, but can't be mended (3-rules.md, "History")."""
        return self.is_past

    @property
    def is_share_history(self) -> bool:
        """History as the share rules see it: a pitch dated yesterday, and not done, is none."""
        return self.is_past and self.status == "done"

    @property
    def repeats(self) -> bool:
        """Whether it is one of several occurrences of an entry."""
        return self.first_day is not None

    @property
    def segments(self) -> tuple[str, ...]:
        """The segments that it names."""
        return self.entry.segments

    @property
    def contacts(self) -> tuple[str, ...]:
        """The single contacts that it names."""
        return self.entry.contacts

    @property
    def place(self) -> Place:
        """Where its entry begins."""
        return self.entry.place
