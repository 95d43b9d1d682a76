"""The values that a workspace is written in, and how each is read from its text.

Every reader takes the text of a YAML scalar as it was written and gives a value, or raises `Wrong`
with a message in the user's words. None of them knows files, places or other values.
"""

import re
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache, total_ordering

from valuegen.clock import FIRST, LAST, yearly
from valuegen.model.meant_day import WRITE_DAY, days_of, mend_of, yearly_form_of, yearly_mend_of
from valuegen.model.meant_span import (
    WHOLE,
    WRITE_RATE,
    WRITE_SPAN,
    decimal_rate_mend_of,
    is_decimal_rate,
    rate_mend_of,
    span_mend_of,
)
from valuegen.model.slug import slug_of
from valuegen.words import Message, both, msg


class Wrong(ValueError):
    """A value that can't be what its field says: what is wrong, and what to write instead.

    `bare` and `bare_mend` say the same without the value, for the files about clients.
    """

    def __init__(
        self,
        message: Message,
        mend: Message | None = None,
        bare: Message | None = None,
        bare_mend: Message | None = None,
    ) -> None:
        super().__init__(message.id)
        self.message = message
        self.mend = mend
        self.bare = bare or message
        self.bare_mend = bare_mend or mend

    @property
    def whole(self) -> Message:
        """What is wrong, and what to write."""
        return both(self.message, self.mend)

    @property
    def whole_bare(self) -> Message:
        """The same without the value."""
        return both(self.bare, self.bare_mend)


@total_ordering
@dataclass(frozen=True, slots=True)
class When:
    """A day, and perhaps a time of it in the site's zone. A day without a time comes first."""

    day: date
    at: time | None = None

    def __lt__(self, other: "When") -> bool:
        return (self.day, self.at or time.min, self.at is not None) < (
            other.day,
            other.at or time.min,
            other.at is not None,
        )


@dataclass(frozen=True, slots=True)
class YearlyDate:
    """A date of every year; `year` is the first one, where it was written."""

    month: int
    day: int
    year: int | None = None

    def on(self, year: int, leap_day: tuple[int, int] = (2, 28)) -> date:
        """Its day in `year`."""
        return yearly(self.month, self.day, year, leap_day)


@dataclass(frozen=True, slots=True)
class Rate:
    """At most, or a goal of, `count` in `days` days."""

    count: int
    days: int


@dataclass(frozen=True, slots=True)
class Amount:
    """Money: an exact number and an ISO 4217 code."""

    value: Decimal
    currency: str


_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[T ]([0-9]{2}):([0-9]{2})(?::00)?)?")
_MONTH_DAY = re.compile(r"(?:--)?([0-9]{2})-([0-9]{2})")
_SPAN = re.compile(r"([0-9]{1,6})\s*(days?|días?|dias?|d|weeks?|semanas?|w)", re.IGNORECASE)
_RATE = re.compile(r"([0-9]{1,6})(?:[.,]0{1,2})?\s+(?:per|cada)\s+(.+)", re.IGNORECASE)
_SHARE = re.compile(r"([0-9]{1,9}(?:[.,][0-9]{1,9})?)\s*(%?)")
_AMOUNT = re.compile(r"([0-9][0-9.,' ]{0,22})(?<![.,' ])\s*([A-Z]{3})")
_GROUPED = re.compile(r"[0-9]{1,3}([.,' ])[0-9]{3}(?:\1[0-9]{3}){0,3}(?:(?!\1)[.,]([0-9]{1,2}))?")
_SIMPLE = re.compile(r"[0-9]{1,12}(?:[.,][0-9]{1,4})?")
_IN_THOUSANDTHS = frozenset("BHD IQD JOD KWD LYD OMR TND".split())
"""Currencies of which `12.345` is twelve and a part."""
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NUMBER = re.compile(r"[0-9]{1,9}")
MIN_SPAN, MAX_SPAN = 1, 3660
MAX_COUNT = 999_999_999
MAX_ID = 100
"""Ids become names of files, which no system lets be much longer."""
YES, NO = ("true", "yes", "sí", "si"), ("false", "no")


@lru_cache(8192)  # the same days come back in record after record
def read_when(text: str) -> When:
    """`2026-12-03` or `2026-12-03T09:30`, from 1900 to 2199."""
    found = _DATE.fullmatch(text)
    if not found:
        raise Wrong(msg("“{text}” is not a date.", text=text), mend_of(text), msg("This is not a date."), WRITE_DAY)
    year, month, day = (int(part) for part in found.groups()[:3])
    try:
        read = date(year, month, day)
    except ValueError:
        mend = days_of(year, month) if year and 1 <= month <= 12 else mend_of(text)
        raise _no_such_day(text, mend, WRITE_DAY) from None
    try:
        at = time(int(found[4]), int(found[5])) if found[4] else None
    except ValueError:
        what, bare = msg("“{text}”: there is no such time of day.", text=text), msg("There is no such time of day.")
        raise Wrong(what, msg("Write a time from 00:00 to 23:59."), bare) from None
    if not FIRST <= read <= LAST:
        raise Wrong(
            msg("“{text}” is outside the years 1900 to 2199.", text=text),
            WRITE_DAY,
            msg("This is outside the years 1900 to 2199."),
        )
    return When(read, at)


def _no_such_day(text: str, mend: Message, bare_mend: Message) -> Wrong:
    message = msg("“{text}” does not exist in the calendar.", text=text)
    return Wrong(message, mend, msg("This does not exist in the calendar."), bare_mend)


def read_day(text: str) -> date:
    """A date; the time of one is let go."""
    return read_when(text).day


def read_yearly(text: str) -> YearlyDate:
    """`12-24`, `--12-24` or `1980-12-24`."""
    found = _MONTH_DAY.fullmatch(text)
    if not found:
        if _DATE.fullmatch(text):
            when = read_when(text)
            return YearlyDate(when.day.month, when.day.day, when.day.year)
        message, bare = msg("“{text}” is not a date.", text=text), msg("This is not a date.")
        raise Wrong(message, yearly_mend_of(text), bare, yearly_form_of(text))
    month, day = int(found[1]), int(found[2])
    try:
        date(2000, month, day)
    except ValueError:
        raise _no_such_day(text, yearly_mend_of(text), yearly_form_of(text)) from None
    return YearlyDate(month, day)


def read_span(text: str) -> int:
    """A span in days: `90 days`, `6 weeks`, `90d`, `6w`, `21 días`, `3 semanas`; 1 to 3,660 days."""
    found = _SPAN.fullmatch(text)
    if not found:
        raise Wrong(
            msg("“{text}” is not a span of time.", text=text),
            span_mend_of(text),
            msg("This is not a span of time."),
            WRITE_SPAN,
        )
    days = int(found[1]) * (7 if found[2][0].lower() in "ws" else 1)
    if not MIN_SPAN <= days <= MAX_SPAN:
        raise Wrong(
            msg("“{text}” is not between 1 and 3,660 days.", text=text),
            msg("Write a span within those."),
            msg("This is not between 1 and 3,660 days."),
        )
    return days


def read_rate(text: str) -> Rate:
    """`2 per 7 days`, `2 cada 7 días`; at least 1, and whole (`2.0` is)."""
    found = _RATE.fullmatch(text)
    if not found and is_decimal_rate(text):
        raise Wrong(
            msg("“{text}”: how many times is a whole number.", text=text), decimal_rate_mend_of(text), WHOLE, WRITE_RATE
        )
    if not found or not _SPAN.fullmatch(found[2].strip()):
        what = msg("“{text}” is not a rate.", text=text)
        raise Wrong(what, rate_mend_of(text), msg("This is not a rate."), WRITE_RATE)
    if int(found[1]) < 1:
        raise Wrong(msg("“{text}”: a rate is at least 1.", text=text), WRITE_RATE, msg("A rate is at least 1."))
    return Rate(int(found[1]), read_span(found[2].strip()))


def read_share(text: str) -> Fraction:
    """`20%` or `0.2`, exact; from 0 to 1."""
    found = _SHARE.fullmatch(text)
    if not found:
        raise Wrong(msg("“{text}” is not a share.", text=text), msg("Write, for example, 20%."))
    share = Fraction(found[1].replace(",", ".")) / (100 if found[2] else 1)
    if share > 1:
        raise Wrong(msg("“{text}” is more than the whole.", text=text), msg("Write, for example, 20%."))
    return share


def read_amount(text: str) -> Amount:
    """`120 EUR`: a number and the three letters of a currency (ISO 4217). `150.000 COP` and `1,500.50 USD` have their
    thousands apart, as people write them: three digits behind a mark are no part of a coin."""
    found = _AMOUNT.fullmatch(text)
    number = _amount(found[1], found[2]) if found else None
    if found is None or number is None:
        raise Wrong(
            msg("“{text}” is not an amount.", text=text),
            msg("Write, for example, 120 EUR, or 150.000 COP."),
            msg("This is not an amount."),
        )
    return Amount(number, found[2])


def _amount(text: str, currency: str) -> Decimal | None:
    grouped = _GROUPED.fullmatch(text)
    if grouped and not (currency in _IN_THOUSANDTHS and grouped[1] in ".," and text.count(grouped[1]) == 1):
        whole = text.replace(grouped[1], "").replace(",", ".")
        return Decimal(whole)
    return Decimal(text.replace(",", ".")) if _SIMPLE.fullmatch(text) else None


def read_count(text: str) -> int:
    """A whole number, 0 or more."""
    if not _NUMBER.fullmatch(text):
        if text.isdecimal():
            raise Wrong(
                msg("“{text}” is more than {most}.", text=text, most=MAX_COUNT),
                msg("Write a smaller number."),
                msg("This is more than {most}.", most=MAX_COUNT),
            )
        raise Wrong(
            msg("“{text}” is not a whole number.", text=text),
            msg("Write digits alone, for example 90."),
            msg("This is not a whole number."),
        )
    return int(text)


def read_flag(text: str) -> bool:
    """`true` or `false` (`yes`, `no`, `sí`)."""
    lowered = text.lower()
    if lowered in YES:
        return True
    if lowered in NO:
        return False
    raise Wrong(
        msg("“{text}” is neither true nor false.", text=text),
        msg("Write true or false."),
        msg("This is neither true nor false."),
    )


def is_id(text: str) -> bool:
    """Whether it can be an id."""
    return len(text) <= MAX_ID and _ID.fullmatch(text) is not None


def read_id(text: str) -> str:
    """Lower-case letters, digits and hyphens."""
    if len(text) > MAX_ID:
        raise Wrong(
            msg("“{text}” is longer than {most} characters.", text=text, most=MAX_ID),
            msg("Write a shorter one."),
            msg("This is longer than {most} characters.", most=MAX_ID),
        )
    if not _ID.fullmatch(text):
        plain = msg("Use lower-case letters without accents, digits and hyphens, for example corner-bakeries.")
        raise Wrong(
            msg("“{text}” can't be an id.", text=text),
            msg("Write {id}.", id=slug_of(text[:80])) if any(map(str.isalnum, text)) else plain,
            msg("This can't be an id."),
            plain,
        )
    return text
