"""Days as somebody says them at the keyboard: tomorrow, friday, 24/12/2026. In files there is one way to write them."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from valuegen.cli.spoken import writes_day_first
from valuegen.model.meant_day import ways_to_read, without_time
from valuegen.model.values import Wrong, read_when, read_yearly
from valuegen.words import msg

_NEAR = {
    **dict.fromkeys(("today", "hoy"), 0),
    **dict.fromkeys(("tomorrow", "mañana", "manana"), 1),
    **dict.fromkeys(("yesterday", "ayer"), -1),
    **dict.fromkeys(("day after tomorrow", "the day after tomorrow", "pasado mañana", "pasado manana"), 2),
    **dict.fromkeys(("day before yesterday", "the day before yesterday", "anteayer", "antier"), -2),
}
_WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            *("monday lunes", "tuesday martes", "wednesday miércoles miercoles", "thursday jueves", "friday viernes"),
            *("saturday sábado sabado", "sunday domingo"),
        )
    )
    for name in names.split()
}
_BEFORE = ("el ", "this ", "on ", "este ")
_COMING = " que viene"
_WEEK = timedelta(days=7)
_NUMBERS = re.compile(r"[0-9]{1,2} ?[-/.] ?[0-9]{1,2}(?: ?[-/.] ?[0-9]{4})?")


def said_day(text: str, today: date, *, ahead: bool = True) -> str:
    """The same as it is written in files, with the time that it may have. `ahead`: which of two is meant where no year
    is told: the next, else the last one. Raises `Wrong`, with what it may mean."""
    try:
        read_when(text)
    except Wrong:
        day, time = without_time(text.strip())
        found = _days(day, today, ahead)
        if len(found) > 1 and not _is_day_first(day):
            days = tuple(one.isoformat() + time for one in found)
            raise Wrong(msg("“{text}” may be {days:or}. Write which one.", text=text, days=days)) from None
        if not found:
            raise
        written = found[0].isoformat() + time
        read_when(written)
        return written
    return text


def said_yearly(text: str) -> str:
    """A date of every year as it is written in files. Raises `Wrong`."""
    try:
        read_yearly(text)
    except Wrong:
        found = [(_yearly(*way), way) for way in ways_to_read(text)]
        if len(found) > 1 and not _is_day_first(text):
            days = tuple(
                msg("{written} ({day:MMMMd})", written=one, day=date(2000, month, day))
                for one, (_, month, day) in found
            )
            raise Wrong(msg("“{text}” may be {days:or}. Write which one.", text=text, days=days)) from None
        if not found:
            raise
        written = found[0][0]
        read_yearly(written)
        return written
    return text


def _is_day_first(text: str) -> bool:
    """Whether whoever sits there writes such numbers with the day first; a year of two digits may be the first."""
    return _NUMBERS.fullmatch(text.strip()) is not None and writes_day_first()


def _yearly(year: int | None, month: int, day: int) -> str:
    return f"{month:02}-{day:02}" if year is None else date(year, month, day).isoformat()


def _days(text: str, today: date, ahead: bool) -> tuple[date, ...]:
    plain = " ".join(text.split()).casefold()
    if plain in _NEAR:
        return (today + timedelta(days=_NEAR[plain]),)
    is_next = plain.endswith(_COMING)
    plain = plain.removesuffix(_COMING)
    weekday = next((plain.removeprefix(start) for start in _BEFORE if plain.startswith(start)), plain)
    if weekday in _WEEKDAYS:
        found = tuple(_on_weekday(_WEEKDAYS[weekday], today, ahead))
        return found[-1:] if is_next and ahead else found
    found = tuple(_dated(*way, today, ahead) for way in ways_to_read(text))
    said = _WEEKDAYS.get(weekday.partition(" ")[0].rstrip(",."))
    return found if said is None or all(day.weekday() == said for day in found) else ()  # one of the two is wrong


def _on_weekday(weekday: int, today: date, ahead: bool) -> Iterator[date]:
    """The next such day, or the last one; on that day itself it may be either."""
    day = today + timedelta(days=(weekday - today.weekday()) % 7)
    if day == today:
        yield from sorted((today, today + _WEEK if ahead else today - _WEEK))
    else:
        yield day if ahead else day - _WEEK


def _dated(year: int | None, month: int, day: int, today: date, ahead: bool) -> date:
    if year is not None:
        return date(year, month, day)
    years = range(today.year, today.year + 9) if ahead else range(today.year, today.year - 9, -1)
    there = (date(one, month, day) for one in years if _is_there(one, month, day))
    return next(one for one in there if (one >= today if ahead else one <= today))


def _is_there(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
