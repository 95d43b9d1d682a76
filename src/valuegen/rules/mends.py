"""The words of dated mends: the same before and after the day was looked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from valuegen.finding import Mend
from valuegen.plan.occurrence import Occurrence
from valuegen.words import Message, msg, nmsg

NAMED = 3
"""So many clients are named in a sentence; the others are counted."""


_DONE = msg(
    "It is done, so there is nothing to move. From tomorrow it is history, and only counts towards what comes next."
)
VALUE = msg(
    "A value entry helps and sells nothing: any kind of entry except an offer (pitch) or a greeting (courtesy)."
)
"""What the word means, said once where it is used."""
BY_SHARE = msg("The days for offers go by their share alone; by all promises: `valuegen suggest --kind pitch`.")
"""What a credit does not look at (3-rules.md, “Credit”), said once below it."""


def near(day: date, other: date) -> Message | date:
    """A day as it is said beside another: without its year where that is the same."""
    return msg("{day:MMMMd}", day=day) if day.year == other.year else day


def named(contacts: Sequence[str]) -> tuple[Message, ...]:
    """Clients by their ids, as a list that stays short."""
    shown = contacts if len(contacts) <= NAMED + 1 else contacts[:NAMED]
    names = tuple(msg("“{contact}”", contact=contact) for contact in shown)
    more = len(contacts) - len(shown)
    return (*names, nmsg("{n} more", "{n} more", more)) if more else names


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another entry, its day, and the later day to which it might move instead."""

    entry: Occurrence
    day: date
    to: date


@dataclass(frozen=True, slots=True)
class Both:
    """A later day for an offer, and those of the value before it, where each alone mends nothing."""

    to: date
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A later day of an entry, and what mends the rest: another's later day, or the days of value before it.

    Where nothing does: the rules that speak `against` that day, the first that is free; `to` None: none is free.
    """

    to: date | None
    beside: Neighbour | None = None
    days: tuple[date, ...] = ()
    against: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sought:
    """What was found when mends were looked for: a later day; else another entry that may move instead.

    `has_room`: whether the value that is missing fits before an offer; where it does not, `both` may mend it.
    `step`: of a crowd, two steps that mend it, or why there are none.
    `is_tight`: only on days that `suggest` would not offer. `is_done`: it has happened, and nothing is to be sought.
    """

    move_to: date | None = None
    beside: Neighbour | None = None
    has_room: bool = True
    both: Both | None = None
    is_tight: bool = False
    is_done: bool = False
    step: Step | None = None


def share_mend(add: int | None, pitch: Occurrence, move_to: date | None = None, sought: bool = False) -> Mend:
    """What mends a pitch too many: value before it, or a later day. `sought`: a day was looked for."""
    assert pitch.day is not None
    if add is None:
        return Mend(msg("No offer is allowed here (`max` is 0): remove it."), None, move_to)
    offer = _called(pitch)
    if move_to is not None:
        text = nmsg(
            "Add {n} value entry before {offer}, or move it to {to}.",
            "Add {n} value entries before {offer}, or move it to {to}.",
            add,
            offer=offer,
            to=near(move_to, pitch.day),
        )
    elif sought:
        text = nmsg(
            "Add {n} value entry before {offer}. Moving it alone does not help: no day within a year fits.",
            "Add {n} value entries before {offer}. Moving it alone does not help: no day within a year fits.",
            add,
            offer=offer,
        )
    else:
        text = nmsg(
            "Add {n} value entry before {offer}, or move it to a later day.",
            "Add {n} value entries before {offer}, or move it to a later day.",
            add,
            offer=offer,
        )
    return Mend(text, add, move_to)


def _called(entry: Occurrence) -> Message:
    """An entry by its title; with its day where others are called the same, since it repeats."""
    assert entry.day is not None
    if entry.repeats:
        return msg("“{title}” ({day})", title=entry.entry.title, day=msg("{day:MMMMd}", day=entry.day))
    return msg("“{title}”", title=entry.entry.title)


def crowd_mend(extra: int, entry: Occurrence, move_to: date | None = None, sought: bool = False) -> Mend:
    """What mends `extra` entries too many in the days up to that of `entry`, the last of them."""
    assert entry.day is not None
    title = entry.entry.title
    if move_to is not None:
        text = nmsg(
            "Move “{title}” to {to}, or take {n} entry out of those days.",
            "Move “{title}” to {to}, or take {n} entries out of those days.",
            extra,
            title=title,
            to=near(move_to, entry.day),
        )
    elif sought:
        text = nmsg(
            "Take {n} entry out of those days. Moving “{title}” alone is not enough.",
            "Take {n} entries out of those days. Moving “{title}” alone is not enough.",
            extra,
            title=title,
        )
    else:
        text = nmsg(
            "Move “{title}” to a later day, or take {n} entry out of those days.",
            "Move “{title}” to a later day, or take {n} entries out of those days.",
            extra,
            title=title,
        )
    return Mend(text, None, move_to)


def besides(add: int | None, day: date, sought: Sought) -> tuple[Message, ...]:
    """What else mends it, or whether it can be mended so: told beside the mend, whose words 3-rules.md has."""
    if sought.is_done:
        return (_DONE,)
    found: list[Message] = []
    if sought.move_to is None and sought.beside:
        other = msg("“{title}” ({day})", title=sought.beside.entry.entry.title, day=near(sought.beside.day, day))
        found.append(msg("Or move {other} to {to}.", other=other, to=near(sought.beside.to, day)))
    elif sought.step:
        found.append(_step(sought.step, day))
    if add is not None and sought.is_tight:
        found.append(msg("The days before it are too close, or full already: `valuegen suggest` says why."))
    elif add is not None and not sought.has_room:
        found.append(_no_room(add, day, sought))
    return tuple(found)


def _step(step: Step, day: date) -> Message:
    """Two moves, or a move and value, that mend a crowd; or why none do."""
    if step.to is None:
        return msg("No later day within a year has room for it: each is as full as it may be.")
    to = near(step.to, day)
    if step.beside is not None:
        title, then = step.beside.entry.entry.title, near(step.beside.to, day)
        return msg("Or move two: this one to {to}, and “{title}” to {then}.", to=to, title=title, then=then)
    if step.days:
        return nmsg(
            "Or move it to {to} and add {n} value entry before that day.",
            "Or move it to {to} and add {n} value entries before that day.",
            len(step.days),
            to=to,
        )
    if not step.against:
        return msg("{day} would be the first day with room for it.", day=to)
    return nmsg(
        "{day} is the first later day with room, but {rules:and} would not hold then.",
        "{day} is the first later day with room, but {rules:and} would not hold then.",
        len(step.against),
        day=to,
        rules=tuple(f"`{rule}`" for rule in step.against),
    )


def _no_room(add: int, day: date, sought: Sought) -> Message:
    if sought.move_to is not None:
        return nmsg(
            "But there is no room left for {n} more value entry before it, so move it.",
            "But there is no room left for {n} more value entries before it, so move it.",
            add,
        )
    if sought.both is not None:
        return nmsg(
            "Neither alone is enough: move it to {to}, and add {n} value entry before that day.",
            "Neither alone is enough: move it to {to}, and add {n} value entries before that day.",
            len(sought.both.days),
            to=near(sought.both.to, day),
        )
    if sought.beside is not None:
        return nmsg(
            "But there is no room for {n} more value entry before it.",
            "But there is no room for {n} more value entries before it.",
            add,
        )
    return nmsg(
        "But there is no room for {n} more value entry before it: leave the offer out for now.",
        "But there is no room for {n} more value entries before it: leave the offer out for now.",
        add,
    )
