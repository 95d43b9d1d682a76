"""The span or the rate that somebody probably meant who wrote it in another form: what to write, ready to paste."""

import re
from fractions import Fraction

from valuegen.words import Message, msg, nmsg

WRITE_SPAN = msg("Write, for example, 90 days or 6 weeks.")
WRITE_RATE = msg("Write, for example, 2 per 7 days.")
WHOLE = msg("How many times is a whole number.")

_UNITS = {"d": 1, "s": 7, "w": 7, "m": 30, "a": 365, "y": 365}
"""Days in a unit, by its first letter in Spanish and in English."""
_COUNTS = {
    word: number
    for number, words in enumerate(
        (
            *("un una uno one a once", "dos two twice", "tres three", "cuatro four", "cinco five", "seis six"),
            *("siete seven", "ocho eight", "nueve nine", "diez ten"),
        ),
        1,
    )
    for word in words.split()
}
_COUNT = rf"([0-9]{{1,4}}|{'|'.join(_COUNTS)})"
_UNIT = r"(d[ií]as?|days?|sem(?:anas?)?\.?|weeks?|mes(?:es)?|months?|años?|years?)"
_SPAN = re.compile(rf"{_COUNT}\s*{_UNIT}?")
_RATE = re.compile(
    rf"{_COUNT}(?:[.,]0{{1,2}})?\s*(?:ve(?:z|ces)|times?)?\s*"
    rf"(?:per|por|cada|every|each|al?(?: la)?|x|/)\s*{_COUNT}?\s*{_UNIT}?"
)
_DECIMAL = re.compile(r"([0-9]{1,4})[.,]([0-9]{1,4})(?![0-9])")
_LONGEST = 40
_MOST = 3660


def span_mend_of(text: str) -> Message:
    """What to write for a span."""
    found = _SPAN.fullmatch(text.casefold()) if len(text) <= _LONGEST else None
    days = _days(found[1], found[2]) if found else 0
    return nmsg("Write {n} day.", "Write {n} days.", days) if 0 < days <= _MOST else WRITE_SPAN


def rate_mend_of(text: str) -> Message:
    """What to write for a rate."""
    found = _RATE.fullmatch(text.casefold()) if len(text) <= _LONGEST else None
    if found is None or not (found[2] or found[3]):
        return WRITE_RATE
    count, days = _number(found[1]), _days(found[2] or "1", found[3])
    if count < 1 or not 0 < days <= _MOST:
        return WRITE_RATE
    return nmsg("Write {count} per {n} day.", "Write {count} per {n} days.", days, count=str(count))


def is_decimal_rate(text: str) -> bool:
    """Whether it says how many times in a number with decimals, or with thousands apart."""
    number = _DECIMAL.match(text)
    return number is not None and (len(number[2]) > 2 or int(number[2]) > 0)


def decimal_rate_mend_of(text: str) -> Message:
    """What to write for such a rate: the whole numbers beside it; for less than once, once in a longer time."""
    number = _DECIMAL.match(text)
    found = _RATE.fullmatch("1" + text[number.end() :].casefold()) if number and len(text) <= _LONGEST else None
    if number is None or found is None or not (found[2] or found[3]):
        return WRITE_RATE
    whole, days = int(number[1]), _days(found[2] or "1", found[3])
    if not whole:
        days = round(days / Fraction(f"0.{number[2]}")) if int(number[2]) else 0
    is_thousands = whole > 0 and len(number[2]) == 3
    count = int(number[1] + number[2]) if is_thousands else max(whole, 1)
    if not 0 < days <= _MOST:
        return WRITE_RATE
    if not whole or is_thousands or not int(number[2]):
        return nmsg("Write {count} per {n} day.", "Write {count} per {n} days.", days, count=str(count))
    return nmsg(
        "Write {count} per {n} day, or {more} per {n} day.",
        "Write {count} per {n} days, or {more} per {n} days.",
        days,
        count=str(count),
        more=str(count + 1),
    )


def _days(count: str, unit: str | None) -> int:
    return _number(count) * (_UNITS[unit[0]] if unit else 1)


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else _COUNTS[text]
