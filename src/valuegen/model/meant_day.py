"""The day that somebody probably meant who wrote a date in another form: what to write, ready to paste."""

import re
from calendar import monthrange
from datetime import date

from valuegen.words import Message, msg

WRITE_DAY = msg("Write it as year-month-day, for example 2026-12-03.")
WRITE_YEARLY = msg("Write month-day, for example 12-24.")

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            *("ene jan", "feb", "mar", "abr apr", "may", "jun", "jul", "ago aug"),
            *("sep set", "oct", "nov", "dic dec"),
        ),
        1,
    )
    for name in names.split()
}
"""The first three letters of each month tell it, in Spanish and in English."""
_MONTH = (
    r"(ene(?:ro)?|feb(?:rero|ruary)?|mar(?:zo|ch)?|abr(?:il)?|may(?:o)?|jun(?:io|e)?|jul(?:io|y)?|ago(?:sto)?"
    r"|sep(?:t|tiembre|tember)?|set(?:iembre)?|oct(?:ubre|ober)?|nov(?:iembre|ember)?|dic(?:iembre)?"
    r"|jan(?:uary)?|apr(?:il)?|aug(?:ust)?|dec(?:ember)?)\.?"
)
_TAIL = r"(?:,?\s+(?:(?:de|del|of)\s+)?([0-9]{4}))?"
_NUMBERS = re.compile(r"([0-9]{1,2})\s?[-/.]\s?([0-9]{1,2})(?:\s?[-/.]\s?([0-9]{4}|[0-9]{2}))?")
_YEAR_FIRST = re.compile(r"([0-9]{4})\s?[-/.]\s?([0-9]{1,2})\s?[-/.]\s?([0-9]{1,2})")
_DAY_MONTH = re.compile(rf"([0-9]{{1,2}})(?:º|ª|st|nd|rd|th)?[\s-]+(?:(?:de|of)\s+)?{_MONTH}(?:-([0-9]{{4}})|{_TAIL})")
_MONTH_DAY = re.compile(rf"{_MONTH}\s+([0-9]{{1,2}})(?:st|nd|rd|th)?{_TAIL}")
_WEEKDAY = re.compile(
    r"^(?:el\s+|the\s+)?(?:(?:lun|mar|mi[eé]r|jue|vie|s[aá]b|dom|mon|tue|wed|thu|fri|sat|sun)[a-zé]*\.?,?\s+)?"
)
_TIMED = re.compile(
    r"(.*?)(?:T|,?\s+(?:a las?\s+|at\s+)?)([01]?[0-9]|2[0-3]):([0-5][0-9])(?::[0-9]{2}(?:\.[0-9]{1,9})?)?"
    r"(\s?(?:Z|UTC|[+-][0-9]{2}:?[0-9]{2}))?"
)
_SHORT_YEAR = re.compile(r"(2[0-9])-([0-9]{1,2})-([0-9]{1,2})")
"""Nobody plans for 2019 or earlier: only from 20 on may the first number be the year."""
_RUN_TOGETHER = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_YEARLY = re.compile(r"(?:--)?([0-9]{2})-([0-9]{2})")
_WITH_YEAR = re.compile("[0-9]{4}")
_LONGEST = 60
_CENTURY = 60
"""Two digits up to this are of this century: nobody plans for 1961, and somebody may have been born then."""


def ways_to_read(text: str) -> tuple[tuple[int | None, int, int], ...]:
    """Year (None: it is not told), month and day that a text may mean, the likelier first; none where it is no date."""
    found = _meant(text)
    if found is None:
        return ()
    year, month, day, other = found
    first = _year_first(text)
    if first and first != (year, month, day):
        return ((year, month, day), first)
    return ((year, month, day), (year, day, month)) if other else ((year, month, day),)


def without_time(text: str) -> tuple[str, str]:
    """What of a text says the day, and the time that follows it, as it is written (T09:30; "" for none)."""
    timed = _TIMED.fullmatch(text) if len(text) <= _LONGEST else None
    if timed is None or timed[4]:
        return text, ""
    return timed[1], f"T{int(timed[2]):02}:{timed[3]}"


def mend_of(text: str) -> Message:
    """What to write for a whole date."""
    timed = _TIMED.fullmatch(text) if len(text) <= _LONGEST else None
    found = _meant(timed[1] if timed else text)
    if found is None:
        return WRITE_DAY
    year, month, day, other = found
    clock = f"T{int(timed[2]):02}:{timed[3]}" if timed else ""
    if year is None and other and _YEARLY.fullmatch(text):  # as every year's days are written: the month first
        return msg(
            "Write it with its year: YYYY-{month_day} (or YYYY-{other}, if the day stood first).",
            month_day=_short(day, month),
            other=_short(month, day),
        )
    if year is None:
        return msg("Write it with its year: YYYY-{month_day}.", month_day=_short(month, day) + clock)
    meant = date(year, month, day).isoformat() + clock
    first = _year_first(text)
    if first and first != (year, month, day):
        return msg("Write {iso} (or {other}, if the year stood first).", iso=meant, other=date(*first).isoformat())
    if other:
        swapped = date(year, day, month).isoformat() + clock
        return msg("Write {iso} (or {other}, if the month stood first).", iso=meant, other=swapped)
    if timed and timed[4]:
        return msg("Write {iso}: a time is one of the site's zone, and says no other.", iso=meant)
    return msg("Write {iso}.", iso=meant)


def days_of(year: int, month: int) -> Message:
    """Of a day that its month does not have: how many there are."""
    return msg("{month:yMMMM} has {n} days.", month=date(year, month, 1), n=monthrange(year, month)[1])


def yearly_mend_of(text: str) -> Message:
    """What to write for a date of every year."""
    found = _meant(text)
    if found is None:
        return WRITE_YEARLY
    year, month, day, other = found
    iso = _yearly(year, month, day)
    if other:
        return msg("Write {iso} (or {other}, if the month stood first).", iso=iso, other=_yearly(year, day, month))
    return msg("Write {iso}.", iso=iso)


def yearly_form_of(text: str) -> Message:
    """The form to write it in, nothing of what was written told: for the files about clients."""
    return WRITE_DAY if _WITH_YEAR.search(text) else WRITE_YEARLY


def _meant(text: str) -> tuple[int | None, int, int, bool] | None:
    """Year (None: it is not told), month, day, and whether day and month might as well be the other way round."""
    if len(text) > _LONGEST:
        return None
    year, month, day, other = _parts(text.strip().casefold()) or (None, 0, 0, False)
    try:
        date(2000 if year is None else year, month, day)
    except ValueError:
        return None
    return year, month, day, other


def _parts(text: str) -> tuple[int | None, int, int, bool] | None:
    if found := _YEAR_FIRST.fullmatch(text):
        year, month, day = map(int, found.groups())
        return (year, day, month, False) if day <= 12 < month else (year, month, day, False)
    if found := _RUN_TOGETHER.fullmatch(text):
        return int(found[1]), int(found[2]), int(found[3]), False
    if found := _NUMBERS.fullmatch(text):
        day, month = int(found[1]), int(found[2])
        if day <= 12 < month:  # as it is written in the United States
            return _year(found[3]), day, month, False
        return _year(found[3]), month, day, month != day <= 12
    for named in (text, _WEEKDAY.sub("", text, count=1)):  # `mar` is March, and Tuesday in Spanish
        if found := _DAY_MONTH.fullmatch(named):
            return _year(found[3] or found[4]), _MONTHS[found[2][:3]], int(found[1]), False
        if found := _MONTH_DAY.fullmatch(named):
            return _year(found[3]), _MONTHS[found[1][:3]], int(found[2]), False
    return None


def _year_first(text: str) -> tuple[int, int, int] | None:
    """The reading of 26-12-19 in which the year stands first, as in what is to be written; None where it can't."""
    found = _SHORT_YEAR.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    if found is None:
        return None
    year, month, day = int(found[1]) + 2000, int(found[2]), int(found[3])
    try:
        date(year, month, day)
    except ValueError:
        return None
    return year, month, day


def _year(text: str | None) -> int | None:
    if text is None:
        return None
    year = int(text)
    if len(text) > 2:
        return year
    return year + (2000 if year <= _CENTURY else 1900)


def _yearly(year: int | None, month: int, day: int) -> str:
    return date(year, month, day).isoformat() if year else _short(month, day)


def _short(month: int, day: int) -> str:
    return f"{month:02}-{day:02}"
