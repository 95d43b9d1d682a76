"""The words of dated mends: the same before and after the day was looked for."""

from collections.abc import Sequence
from datetime import date

from valuegen.finding import Mend
from valuegen.words import Message, msg, nmsg

NAMED = 3
"""So many clients are named in a sentence; the others are counted."""


def near(day: date, other: date) -> Message | date:
    """A day as it is said beside another: without its year where that is the same."""
    return msg("{day:MMMMd}", day=day) if day.year == other.year else day


def named(contacts: Sequence[str]) -> tuple[Message, ...]:
    """Clients by their ids, as a list that stays short."""
    shown = contacts if len(contacts) <= NAMED + 1 else contacts[:NAMED]
    names = tuple(msg("“{contact}”", contact=contact) for contact in shown)
    more = len(contacts) - len(shown)
    return (*names, nmsg("{n} more", "{n} more", more)) if more else names


def share_mend(add: int | None, day: date, move_to: date | None = None, sought: bool = False) -> Mend:
    """What mends a pitch too many on `day`: value before it, or a later day. `sought`: a day was looked for."""
    if add is None:
        return Mend(msg("No offer is allowed here (`max` is 0): take it out."), None, move_to)
    if move_to is not None:
        text = nmsg(
            "Add {n} value entry before it, or move it to {to}.",
            "Add {n} value entries before it, or move it to {to}.",
            add,
            to=near(move_to, day),
        )
    elif sought:
        text = nmsg(
            "Add {n} value entry before it: moving it is of no use, no day of the next 365 fits.",
            "Add {n} value entries before it: moving it is of no use, no day of the next 365 fits.",
            add,
        )
    else:
        text = nmsg(
            "Add {n} value entry before it, or move it to a later day.",
            "Add {n} value entries before it, or move it to a later day.",
            add,
        )
    return Mend(text, add, move_to)


def crowd_mend(extra: int, day: date, move_to: date | None = None, sought: bool = False) -> Mend:
    """What mends `extra` entries too many in the days up to `day`."""
    if move_to is not None:
        text = nmsg(
            "Move it to {to}, or take {n} entry out of those days.",
            "Move it to {to}, or take {n} entries out of those days.",
            extra,
            to=near(move_to, day),
        )
    elif sought:
        text = nmsg(
            "Take {n} entry out of those days: moving it is of no use, no day of the next 365 fits.",
            "Take {n} entries out of those days: moving it is of no use, no day of the next 365 fits.",
            extra,
        )
    else:
        text = nmsg(
            "Move it to a later day, or take {n} entry out of those days.",
            "Move it to a later day, or take {n} entries out of those days.",
            extra,
        )
    return Mend(text, None, move_to)
