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
    "It is done, so there is nothing to move: from tomorrow on it is history, and only counts for what comes next."
)


VALUE = msg("A value entry helps and sells nothing: it is of any kind but an offer (pitch) or a greeting (courtesy).")
"""What the word means, said once where it is used."""


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
class Sought:
    """What was found when mends were looked for: a later day; else another entry that may move instead.

    `has_room`: whether the value that is missing fits before an offer; where it does not, `both` may mend it.
    `is_tight`: only on days that `suggest` would not offer. `is_done`: it has
    happened, and nothing is to be sought.
    """

    move_to: date | None = None
    beside: Neighbour | None = None
    has_room: bool = True
    both: Both | None = None
    is_tight: bool = False
    is_done: bool = False


def share_mend(add: int | None, day: date, sought: Sought | None = None) -> Mend:
    """What mends a pitch too many on `day`: value before it, or a later day. None `sought`: any may be there."""
    to = sought.move_to if sought else None
    if add is None:
        return Mend(msg("No offer is allowed here (`max` is 0): take it out."), None, to)
    if sought is None:
        text: Message = nmsg(
            "Add {n} value entry before it, or move it to a later day.",
            "Add {n} value entries before it, or move it to a later day.",
            add,
        )
    elif sought.is_done:
        text = _DONE
    else:
        text = _with_room(add, day, sought) if sought.has_room else _without_room(add, day, sought)
        if sought.is_tight:
            text = msg("{mend} The days for that are near, or full: `valuegen suggest` says why.", mend=text)
    return Mend(text, add, to)


def _with_room(add: int, day: date, sought: Sought) -> Message:
    if sought.move_to is not None:
        return nmsg(
            "Add {n} value entry before it, or move it to {to}.",
            "Add {n} value entries before it, or move it to {to}.",
            add,
            to=near(sought.move_to, day),
        )
    if sought.beside is not None:
        return nmsg(
            "Add {n} value entry before it, or move {other} to {to}: no later day fits this one.",
            "Add {n} value entries before it, or move {other} to {to}: no later day fits this one.",
            add,
            **_other(sought.beside, day),
        )
    return nmsg(
        "Add {n} value entry before it: moving it is of no use, no day of the next 365 fits.",
        "Add {n} value entries before it: moving it is of no use, no day of the next 365 fits.",
        add,
    )


def _without_room(add: int, day: date, sought: Sought) -> Message:
    if sought.move_to is not None:
        return nmsg(
            "Move it to {to}: there is no room before it for {n} more value entry.",
            "Move it to {to}: there is no room before it for {n} more value entries.",
            add,
            to=near(sought.move_to, day),
        )
    if sought.beside is not None:
        return nmsg(
            "Move {other} to {to}: no later day fits this one, and there is no room before it for {n} more value "
            "entry.",
            "Move {other} to {to}: no later day fits this one, and there is no room before it for {n} more value "
            "entries.",
            add,
            **_other(sought.beside, day),
        )
    if sought.both is not None:
        return nmsg(
            "Move it to {to} and add {n} value entry before it: where it is now, there is no room for enough of them.",
            "Move it to {to} and add {n} value entries before it: where it is now, there is no room for enough of "
            "them.",
            len(sought.both.days),
            to=near(sought.both.to, day),
        )
    return nmsg(
        "Take it out for now: no later day within a year fits, and there is no room before it for {n} more value "
        "entry.",
        "Take it out for now: no later day within a year fits, and there is no room before it for {n} more value "
        "entries.",
        add,
    )


def crowd_mend(extra: int, day: date, sought: Sought | None = None) -> Mend:
    """What mends `extra` entries too many in the days up to `day`."""
    if sought is None:
        text: Message = nmsg(
            "Move it to a later day, or take {n} entry out of those days.",
            "Move it to a later day, or take {n} entries out of those days.",
            extra,
        )
    elif sought.is_done:
        text = _DONE
    elif sought.move_to is not None:
        text = nmsg(
            "Move it to {to}, or take {n} entry out of those days.",
            "Move it to {to}, or take {n} entries out of those days.",
            extra,
            to=near(sought.move_to, day),
        )
    elif sought.beside is not None:
        text = nmsg(
            "Move {other} to {to} (no later day fits this one), or take {n} entry out of those days.",
            "Move {other} to {to} (no later day fits this one), or take {n} entries out of those days.",
            extra,
            **_other(sought.beside, day),
        )
    else:
        text = nmsg(
            "Take {n} entry out of those days: moving it is of no use, no day of the next 365 fits.",
            "Take {n} entries out of those days: moving it is of no use, no day of the next 365 fits.",
            extra,
        )
    return Mend(text, None, sought.move_to if sought else None)


def _other(beside: Neighbour, day: date) -> dict[str, Message | date]:
    other = msg("“{title}” ({day})", title=beside.entry.entry.title, day=near(beside.day, day))
    return {"other": other, "to": near(beside.to, day)}
