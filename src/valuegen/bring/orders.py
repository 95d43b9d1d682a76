"""In which order dates are written, the day first or the month: what shows it, and what is said of it."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from valuegen.bring.clean import day_shown, either_way, shows_order
from valuegen.bring.parts import At, Left
from valuegen.words import Message, msg

YEARLY = ("birthday", "anniversary")


class Dated(NamedTuple):
    """A date as it is written, and the key that it is for."""

    at: At
    text: str
    key: str = "date"


def look_at(dates: Sequence[Dated], month_firsts: frozenset[str]) -> Left | None:
    """How dates are read that can be two days, what shows it, and how to say otherwise: one note for all of them.

    `month_firsts`: the keys whose dates are read with the month first.
    """
    odd = next((one for one in dates if either_way(one.text, yearly=one.key in YEARLY)), None)
    if odd is None:
        return None
    is_month = odd.key in month_firsts
    day = day_shown(odd.text, is_month)
    shown = {  # a date without its year tells of its own key alone
        order: one
        for one in reversed(dates)
        if (order := shows_order([one.text], yearly=one.key == odd.key and odd.key in YEARLY))
    }
    if len(shown) == 2:
        why = msg(
            "Some dates have the day first (“{one}”, {where}), others the month (“{other}”, {there}). “{text}” is read "
            "as {day}. Add --day-first or --month-first, and all are read so.",
            one=shown["day"].text,
            where=_where(shown["day"], odd),
            other=shown["month"].text,
            there=_where(shown["month"], odd),
            text=odd.text,
            day=day,
        )
    else:
        why = _as_shown(next(iter(shown.values()), None), odd, is_month, day)
    return Left(odd.at, why)


def _as_shown(by: Dated | None, odd: Dated, is_month: bool, day: date | str) -> Message:
    if by is None:
        return msg(
            "“{text}” is read with the day first, as {day}. If its month is first, add --month-first.",
            text=odd.text,
            day=day,
        )
    if is_month:
        return msg(
            "Dates are read with the month first, as “{cell}” ({where}) is: “{text}” is {day}. "
            "If its day is first, add --day-first.",
            cell=by.text,
            where=_where(by, odd),
            text=odd.text,
            day=day,
        )
    return msg(
        "Dates are read with the day first, as “{cell}” ({where}) is: “{text}” is {day}. "
        "If its month is first, add --month-first.",
        cell=by.text,
        where=_where(by, odd),
        text=odd.text,
        day=day,
    )


def _where(one: Dated, odd: Dated) -> Message | str:
    return msg("line {line}", line=one.at.line) if one.at.file == odd.at.file else str(one.at)
