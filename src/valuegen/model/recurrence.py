"""The rule of a repetition (RFC 5545, section 3.3.10), daily or rarer: what may be written, and its plain form."""

import re
from collections.abc import Callable
from datetime import date

from valuegen.model.values import Wrong
from valuegen.words import Message, msg

MOST = 1000
"""So many times an entry may come back."""
_EXAMPLE = msg("Write, for example, FREQ=WEEKLY;BYDAY=TU or FREQ=MONTHLY;BYMONTHDAY=1.")
_DAY = r"(?:MO|TU|WE|TH|FR|SA|SU)"
_UNTIL = re.compile(r"([0-9]{4})-?([0-9]{2})-?([0-9]{2})(?:T[0-9]{6}Z?)?")


def _numbers(most: int, least: int = 1, signed: bool = False) -> Callable[[str], bool]:
    form = re.compile(r"[+-]?[0-9]{1,4}" if signed else r"[0-9]{1,4}")

    def fits(text: str) -> bool:
        parts = text.split(",")
        return all(form.fullmatch(part) and least <= abs(int(part)) <= most for part in parts)

    return fits


def _matches(form: str) -> Callable[[str], bool]:
    return lambda text: re.fullmatch(form, text) is not None


_PARTS: dict[str, Callable[[str], bool]] = {
    "FREQ": _matches("DAILY|WEEKLY|MONTHLY|YEARLY"),
    "INTERVAL": _matches("[1-9][0-9]{0,3}"),
    "COUNT": _matches("[1-9][0-9]{0,8}"),
    "UNTIL": lambda text: _UNTIL.fullmatch(text) is not None,
    "BYDAY": _matches(rf"(?:[+-]?(?:[1-9]|[1-4][0-9]|5[0-3]))?{_DAY}(?:,(?:[+-]?(?:[1-9]|[1-4][0-9]|5[0-3]))?{_DAY})*"),
    "BYMONTHDAY": _numbers(31, signed=True),
    "BYYEARDAY": _numbers(366, signed=True),
    "BYWEEKNO": _numbers(53, signed=True),
    "BYMONTH": _numbers(12),
    "BYSETPOS": _numbers(366, signed=True),
    "WKST": _matches(_DAY),
}


def read_rule(text: str) -> str:
    """The rule in capitals, with no spaces and no `RRULE:`; `UNTIL` as a date, and last.

    At most `COUNT=1000`; an `INTERVAL` of 1 or more; nothing below a day.
    """
    parts = _split("".join(text.upper().split()).removeprefix("RRULE:"))
    if "FREQ" not in parts:
        raise Wrong(msg("This rule does not say how often (FREQ)."), _EXAMPLE)
    for name, value in parts.items():
        _check(name, value)
    _check_together(parts)
    if until := parts.pop("UNTIL", None):
        parts["UNTIL"] = _day_of(until)
    return ";".join(f"{name}={value}" for name, value in parts.items())


def _day_of(until: str) -> str:
    found = _UNTIL.fullmatch(until)
    assert found
    year, month, day = (int(part) for part in found.groups())
    try:
        date(year, month, day)
    except ValueError:
        raise Wrong(
            msg("“{text}” does not exist in the calendar.", text=until), msg("Write UNTIL as 20270630.")
        ) from None
    return "".join(found.groups())


def _split(text: str) -> dict[str, str]:
    parts: dict[str, str] = {}
    for part in text.strip(";").split(";"):
        name, sign, value = part.partition("=")
        if not sign:
            raise Wrong(msg("“{text}” is not a rule of repetition.", text=text), _EXAMPLE)
        if name in parts:
            raise Wrong(msg("{name} is written twice in this rule.", name=name), msg("Keep one."))
        parts[name] = value
    return parts


def _check(name: str, value: str) -> None:
    known = _PARTS.get(name)
    if known is None:
        raise Wrong(
            msg("“{name}” is not a part of a rule that repeats by days.", name=name),
            msg("These are: {known}. A time of day stands in `date`.", known=tuple(_PARTS)),
        )
    if name == "INTERVAL" and re.fullmatch(r"[+-]?[0-9]+", value) and int(value[:9]) < 1:
        raise Wrong(msg("An INTERVAL is at least 1."), msg("Write INTERVAL=1, or remove it."))
    if name == "FREQ" and value in ("HOURLY", "MINUTELY", "SECONDLY"):
        raise Wrong(msg("{value} is more often than once a day.", value=value), msg("Repeat DAILY or more rarely."))
    if not known(value):
        raise Wrong(msg("“{name}={value}” is not right in a rule of repetition.", name=name, value=value), _EXAMPLE)
    if name == "COUNT" and int(value) > MOST:
        raise too_many()


def too_many() -> Wrong:
    """More occurrences than an entry may have."""
    return Wrong(
        msg("An entry repeats at most {most} times.", most=MOST), msg("Lower COUNT, or write an earlier `until`.")
    )


def _check_together(parts: dict[str, str]) -> None:
    freq = parts["FREQ"]
    numbered = re.search(r"[0-9]", parts.get("BYDAY", ""))
    wrong: Message | None = None
    if "COUNT" in parts and "UNTIL" in parts:
        raise Wrong(msg("COUNT and UNTIL can't be used together."), msg("Keep one of the two."))
    if numbered and freq not in ("MONTHLY", "YEARLY"):
        wrong = msg("A numbered day ({value}) goes with MONTHLY or YEARLY.", value=parts["BYDAY"])
    elif "BYMONTHDAY" in parts and freq == "WEEKLY":
        wrong = msg("BYMONTHDAY does not go with WEEKLY.")
    elif ("BYWEEKNO" in parts or "BYYEARDAY" in parts) and freq != "YEARLY":
        wrong = msg("BYWEEKNO and BYYEARDAY go with YEARLY alone.")
    elif "BYSETPOS" in parts and not any(name.startswith("BY") and name != "BYSETPOS" for name in parts):
        wrong = msg("BYSETPOS needs another part that begins with BY.")
    if wrong:
        raise Wrong(wrong, _EXAMPLE)
