"""Values of other programs as the format takes them. Each reader raises `Wrong`, which says what is wrong in words."""

import re
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Literal
from zoneinfo import ZoneInfo

from valuegen.bring.parts import At, Left
from valuegen.clock import FIRST, LAST, is_skipped
from valuegen.model.contact_ways import read_email, read_phone
from valuegen.model.meant_day import WRITE_DAY
from valuegen.model.slug import slug_of
from valuegen.model.texts import line_of
from valuegen.model.values import Wrong, read_day
from valuegen.words import msg

LONGEST_ID = 60
_TOLD = 80
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_BREAKS = re.compile(r"\r\n?|[\x85\u2028\u2029\x0b\x0c]")
_MOMENT = re.compile(
    r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?"
    r"\s*(Z|UTC|GMT|[+-]\d{2}:?(?:\d{2})?)?"
)
_SHORT_YEAR = 30
"""As Excel reads them: 29 is 2029, 30 is 1930."""
_SLASHED = re.compile(r"(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?(?:[ T]+(\d{1,2}):(\d{2})(?::\d{2})?)?")
_HALVES = re.compile(r"(\d{1,2})(:\d{2}(?::\d{2})?)? ?([ap])\.? ?m\.?", re.IGNORECASE)
"""Hours by the halves of a day: `9:30:00 PM`, `9:30 p. m.`"""
_NAMED = re.compile(r"(\d{1,2})[\s/.-]+(?:de\s+)?([a-z]{3,10})\.?(?:[\s/.-]+(?:de\s+|del\s+)?(\d{4}|\d{2}))?")
_MONTH = re.compile(
    r"(?:(?:(?P<before>\d{1,2})[/.-]|(?P<name>[a-z]{3,10})\.?[\s/.-]+(?:de\s+|del\s+)?))?(?P<year>\d{4})(?:[/.-](?P<after>\d{1,2}))?"
)
_AMERICAN = re.compile(r"([A-Za-z]{3,10})\.? (\d{1,2}),? (\d{4})")
"""`December 3, 2026`, as Notion writes it."""
_ZONE = re.compile(r" \((?:[A-Z]{2,5}|(?:GMT|UTC)[+-]\d{1,2}(?::?\d{2})?)\)$")
"""The clock of whoever exported it, as Notion adds it: `10:00 (CET)`."""
_CLOCK = re.compile(r" (\d{1,2}):(\d{2})(?::\d{2})?$")
_MONTHS = "ene jan, feb, mar, abr apr, may, jun, jul, ago aug, sep set, oct, nov, dic dec"
MONTHS = {name: number for number, names in enumerate(_MONTHS.split(", "), 1) for name in names.split()}
_SERIAL = re.compile(r"[1-9]\d{4}")
_EXCEL_DAY_0 = date(1899, 12, 30)


def brief(title: str) -> str:
    """A title as it is told of, however long it is."""
    return title if len(title) <= _TOLD else f"{title[: _TOLD - 1]}…"


def one_line(text: str) -> str:
    """A one-line text. Raises `Wrong` for control characters."""
    return line_of(_without_surrogates(text))


def many_lines(text: str) -> str:
    """A text with its lines. Raises `Wrong` for control characters."""
    text = _BREAKS.sub("\n", text)
    found = _UNSEEN.search(text)
    if found:
        code = f"U+{ord(found[0]):04X}"
        raise Wrong(msg("There is an invisible control character ({code}) in this text.", code=code))
    return "\n".join(line.rstrip() for line in text.strip().split("\n"))


def _without_surrogates(text: str) -> str:
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise Wrong(msg("There is half a character in this text."))
    return text


def id_of(text: str) -> str:
    """A text as an id, cut between two words."""
    made = slug_of(text[: 4 * LONGEST_ID])
    return made if len(made) <= LONGEST_ID else made[:LONGEST_ID].rpartition("-")[0] or made[:LONGEST_ID]


def taken(at: At, left: list[Left], key: str, reader: Callable[[str], str], text: str) -> str:
    """A value; "" where there is none, or it can't be read, which is told."""
    if not text.strip():
        return ""
    try:
        return reader(text)
    except Wrong as wrong:
        left.append(Left(at, msg("Without `{key}`: {why}", key=key, why=wrong.whole_bare), partly=True))
        return ""


def email_of(text: str) -> str:
    """One plain address: of several the first."""
    found = re.search(r"<([^<>]+)>", text)
    first = re.split(r"[;,\s]+|:::", (found[1] if found else text).strip().removeprefix("mailto:"))
    return read_email(first[0])


def phone_of(text: str) -> str:
    """A phone as people dial it: of several the first."""
    text = re.sub(r"^tel:", "", text.strip(), flags=re.IGNORECASE)
    if re.fullmatch(r"\d[.,]\d+E\+\d+", text):
        raise Wrong(msg("the spreadsheet has cut this number (it shows an E)"))
    text = re.sub(r"[.,]0+$", "", text) if re.fullmatch(r"\d{7,}[.,]0+", text) else text
    first = re.split(r"[;/,]|:::|\s(?:y|o|and|or|ext)\b", text)[0]
    return read_phone(" ".join(re.sub(r"[^0-9 +\-.()]", " ", first.replace("\u2011", "-")).split()))


def moment_of(text: str, zone: str) -> str:
    """A day, perhaps with its time, in the site's zone: of `2024-03-05T10:00:00-05:00` and its like."""
    found = _MOMENT.fullmatch(text.strip())
    if not found:
        return read_day(text.strip()).isoformat()
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
    try:
        read = datetime(year, month, day, hour, minute, min(second, 59))  # noqa: DTZ001 -- its zone follows
        if found[7] and found[4]:
            offset = _offset(found[7])
            read = datetime.combine(read.date(), read.time(), offset).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    except (ValueError, OverflowError):
        raise Wrong(msg("“{text}” does not exist in the calendar.", text=text)) from None
    return written(read.date(), read.time() if found[4] else None, zone)


def _offset(text: str) -> timezone:
    if text in ("Z", "UTC", "GMT"):
        return UTC
    hours, minutes = int(text[1:3]), int(text[3:].lstrip(":") or 0)
    return timezone((1 if text[0] == "+" else -1) * timedelta(hours=hours, minutes=minutes))


def written(day: date, at: time | None, zone: str) -> str:
    """A day and its time as the format writes them; midnight, and a time over which the clocks jump, is none."""
    if not FIRST <= day <= LAST:
        raise Wrong(msg("“{text}” is outside the years 1900 to 2199.", text=day.isoformat()))
    if at is None or at == time(0) or is_skipped(day, at, zone):
        return day.isoformat()
    return f"{day.isoformat()}T{at:%H:%M}"


def shows_order(values: Iterable[str], *, yearly: bool = False) -> Literal["day", "month", ""]:
    """What the dates of a column have first, where one of them is a date in one order alone: the day, or the month.

    `yearly`: dates without a year tell too. What is no date in either order tells nothing: `03/2024`, `10-20 years`.
    """
    shown = {bool(second) for first, second in (_both(text, yearly) for text in values) if bool(first) != bool(second)}
    return "" if not shown else "day" if False in shown else "month"


def either_way(text: str, *, yearly: bool = False) -> bool:
    """Whether a date is one day with its day first, and another one with its month first: `3/4/26`."""
    first, second = _both(text, yearly)
    return "" not in (first, second) and first != second


def _both(text: str, yearly: bool) -> tuple[str, str]:
    """A date in figures as it is with its day first, and with its month first; "" where it is none so."""
    if not _SLASHED.match(text.strip()):
        return "", ""
    return _day_or_none(text, yearly, False), _day_or_none(text, yearly, True)


def _day_or_none(text: str, yearly: bool, month_first: bool) -> str:
    try:
        return yearly_of(text, month_first) if yearly else table_moment(text, "UTC", month_first)[: len("2026-12-03")]
    except Wrong:
        return ""


def day_shown(text: str, month_first: bool) -> date | str:
    """A date that can be two days, as it is shown to a person: `3/4/26`; one without a year as the format writes it."""
    found = yearly_of(text, month_first)
    return date.fromisoformat(found) if len(found) == len("2026-12-03") else found


def month_of(text: str) -> str:
    """The first day of a month with its year, or of a year: `03/2024`, `marzo de 2024`; "" where it is none."""
    found = _MONTH.fullmatch(" ".join(text.casefold().split()))
    if not found:
        return ""
    month = MONTHS.get(found["name"][:3]) if found["name"] else int(found["before"] or found["after"] or 1)
    year = int(found["year"])
    return date(year, month, 1).isoformat() if month and month <= 12 and FIRST.year <= year <= LAST.year else ""


def table_moment(text: str, zone: str, month_first: bool = False) -> str:
    """A day, perhaps with its time, as spreadsheets write it: `03/12/2026 9:30`, `3-dic-26`, 46359."""
    text = _AMERICAN.sub(r"\2 \1 \3", _HALVES.sub(_of_24, _ZONE.sub("", " ".join(text.partition("→")[0].split()))))
    found = _SLASHED.fullmatch(text)
    if found and found[3]:
        at = time(int(found[4]), int(found[5])) if found[4] and int(found[4]) < 24 and int(found[5]) < 60 else None
        return written(_day(found[1], found[2], found[3], month_first, text), at, zone)
    clock = _CLOCK.search(text)
    named = _named(text[: clock.start()] if clock else text)
    if named and named[2]:
        at = time(int(clock[1]), int(clock[2])) if clock and int(clock[1]) < 24 and int(clock[2]) < 60 else None
        return written(_day(named[0], str(named[1]), named[2], False, text), at, zone)
    if month_of(text):
        raise Wrong(msg("“{text}” says no day.", text=text), WRITE_DAY, msg("This says no day."))
    if _SERIAL.fullmatch(text):
        return written(_EXCEL_DAY_0 + timedelta(days=int(text)), None, zone)
    return moment_of(text, zone)


def _of_24(found: re.Match[str]) -> str:
    hour = int(found[1]) % 12 + (12 if found[3] in "pP" else 0) if 1 <= int(found[1]) <= 12 else int(found[1])
    return f"{hour}{found[2] or ':00'}"


def _day(first: str, second: str, year: str, month_first: bool, text: str) -> date:
    day, month = (int(second), int(first)) if month_first else (int(first), int(second))
    whole = int(year) if len(year) == 4 else int(year) + (1900 if int(year) >= _SHORT_YEAR else 2000)
    try:
        return date(whole, month, day)
    except ValueError:
        raise Wrong(msg("“{text}” does not exist in the calendar.", text=text)) from None


def _named(text: str) -> tuple[str, int, str | None] | None:
    found = _NAMED.fullmatch(text.casefold())
    month = MONTHS.get(found[2][:3]) if found else None
    return (found[1], month, found[3]) if found and month else None


def yearly_of(text: str, month_first: bool = False) -> str:
    """A birthday and its like: a date, or one without its year, in any of the ways that programs write it."""
    text = " ".join(text.split())
    bare = re.fullmatch(r"--(\d{2})-?(\d{2})(?:T.*)?", text)
    whole = re.fullmatch(r"(\d{4})(\d{2})(\d{2})(?:T.*)?", text)
    slashed, named = _SLASHED.fullmatch(text), _named(text)
    if bare:
        return _yearly(bare[1], bare[2], text)
    if whole:
        return read_day("-".join(whole.groups())).isoformat()
    if slashed and not slashed[3]:
        month, day = (slashed[1], slashed[2]) if month_first else (slashed[2], slashed[1])
        return _yearly(month, day, text)
    if named and not named[2]:
        return _yearly(str(named[1]), named[0], text)
    return table_moment(text.partition("T")[0], "UTC", month_first)[: len("2026-12-03")]


def _yearly(month: str, day: str, text: str) -> str:
    try:
        return f"{date(2000, int(month), int(day)):%m-%d}"
    except ValueError:
        raise Wrong(msg("“{text}” does not exist in the calendar.", text=text)) from None
