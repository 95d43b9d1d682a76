"""Public holidays of the site's country, by the `holidays` library: the extra `holidays`, which may be absent.

Nothing else in the program imports it. Names are in the site's language where the library has them in it, else in
the country's own.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any, Literal

from valuegen.extras import is_there

Gap = Literal["library", "part"]
"""What keeps holidays from being known: the extra is not installed; it knows no such part of the country."""


def holidays_of(country: str | None, years: Iterable[int], language: str) -> dict[date, str]:
    """The public holidays of these years, in order; of several on a day, the names joined by "; ".

    `country` as in `site.country`: ISO 3166-1 and perhaps a subdivision (CO, ES-MD), None: there are none. Of a part
    that the library does not know, those of the whole country.
    """
    found: dict[date, str] = {}
    for year in sorted(set(years)) if country else ():
        found |= _of_year(country or "", year, language)
    return found


def holiday_on(day: date, country: str | None, language: str) -> str | None:
    """The name of the holiday on that day, if it is one."""
    return _of_year(country, day.year, language).get(day) if country else None


@cache
def gap_of(country: str) -> Gap | None:
    """What keeps the holidays of a country from being known, or those of its part alone; None: nothing does."""
    if _library() is None:
        return "library"
    return None if _made(country, ()) is not None else "part"


@cache
def _of_year(country: str, year: int, language: str) -> Mapping[date, str]:
    if gap_of(country) == "library":
        return {}
    place = country.partition("-")[0] if gap_of(country) else country
    known = _made(place, ())
    if known is None:
        return {}
    # The library goes by the machine's locale where it is told no language that it has: so it is always told one.
    theirs = (each for each in known.supported_languages if each.partition("_")[0] == language)
    made = _made(place, (year,), next(theirs, known.default_language))
    return {day: str(made[day]) for day in sorted(made)}


def _made(country: str, years: tuple[int, ...], language: str | None = None) -> Any:
    """The library's own mapping; None where it knows no such country or part of it."""
    code, _, part = country.partition("-")
    try:
        return _library().country_holidays(code, subdiv=part or None, years=years, expand=False, language=language)
    except NotImplementedError:
        return None


def _library() -> Any:
    try:
        import holidays
    except ImportError as missing:
        if is_there(missing):
            raise
        return None
    return holidays
