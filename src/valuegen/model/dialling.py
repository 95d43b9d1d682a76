"""Phone numbers as people dial them at home, with the code of their country before them.

A rule a country, in place of a library of all numbers of the world: how many digits a number has there, and what is
dialled before it at home alone. What does not fit is left as it is.
"""

import re
from typing import NamedTuple

from valuegen.model.contact_ways import digits_of
from valuegen.territory import territory


class _Country(NamedTuple):
    """`code`: what one dials from abroad. `home`: what stands before a number at home alone. `digits`: of the rest."""

    code: str
    home: str = ""
    digits: tuple[int, ...] = (9,)


_COUNTRIES = {
    "AR": _Country("54 9", "0", (10,)),  # the 9 of mobiles: WhatsApp opens no number without it
    "AU": _Country("61", "0"),
    "BO": _Country("591", "0", (8,)),
    "BR": _Country("55", "0", (10, 11)),
    "CA": _Country("1", "1", (10,)),
    "CL": _Country("56"),
    "CO": _Country("57", "", (10,)),
    "CR": _Country("506", "", (8,)),
    "CU": _Country("53", "0", (8,)),
    "DO": _Country("1", "1", (10,)),
    "EC": _Country("593", "0"),
    "ES": _Country("34"),
    "FR": _Country("33", "0"),
    "GB": _Country("44", "0", (10,)),
    "GQ": _Country("240"),
    "GT": _Country("502", "", (8,)),
    "HN": _Country("504", "", (8,)),
    "IE": _Country("353", "0"),
    "MX": _Country("52", "", (10,)),
    "NI": _Country("505", "", (8,)),
    "PA": _Country("507", "", (8,)),
    "PE": _Country("51", "0"),
    "PR": _Country("1", "1", (10,)),
    "PT": _Country("351"),
    "PY": _Country("595", "0"),
    "SV": _Country("503", "", (8,)),
    "US": _Country("1", "1", (10,)),
    "UY": _Country("598", "0", (8,)),
    "VE": _Country("58", "0", (10,)),
}
_NOWHERE = _Country("999")
"""No country has this code (ITU-T E.164)."""
COUNTRIES = tuple(_COUNTRIES)


def lacks_country(phone: str) -> bool:
    """Whether only people of the same country can dial it as it is written."""
    return not digits_of(phone)[1]


def with_country(phone: str, country: str) -> str | None:
    """The number as one dials it from anywhere; None where it is none of that country's, as far as is known here."""
    rule = _COUNTRIES.get(country)
    digits = digits_of(phone)[0]
    if rule is None or not lacks_country(phone):
        return None
    code = rule.code.replace(" ", "")
    written = phone.strip()
    if len(digits) in rule.digits and not (rule.home and digits.startswith(rule.home)):
        return f"+{rule.code} {written}"
    if rule.home and digits.startswith(rule.home) and len(digits) - len(rule.home) in rule.digits:
        return f"+{rule.code} {_without(written, rule.home)}"
    if digits.startswith(code) and len(digits) - len(code) in rule.digits:
        return f"+{written.lstrip('( ')}" if written[0].isdigit() else f"+{digits}"
    return None


def _without(written: str, home: str) -> str:
    """A number without the digits it begins with at home, and without the brackets that held them alone."""
    rest = written
    for digit in home:
        rest = rest.replace(digit, "", 1)
    return re.sub(r"\(\s*\)", "", rest).lstrip(" -.")


def country_of(country: str | None, timezone: str) -> str | None:
    """The two letters of where a site is: as it says, else where its time zone is."""
    said = country or territory(timezone)
    return said[:2].upper() if said else None


def example_of(country: str) -> str:
    """A number of nobody, as long as those of that country are: nearly all noughts."""
    rule = _COUNTRIES.get(country, _NOWHERE)
    digits = "6".ljust(rule.digits[0], "0")
    head = min(3, len(digits) - 6)
    return f"+{rule.code} {digits[:head]} {digits[head : head + 3]} {digits[head + 3 :]}"


def code_of(country: str | None) -> str | None:
    """The code that numbers of a country begin with, `+57`; None where it is not known here."""
    rule = _COUNTRIES.get(country or "")
    return f"+{rule.code}" if rule else None
