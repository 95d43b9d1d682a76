"""The time zone of a new workspace: said, the machine's, or that of whoever sits there."""

import os
from difflib import SequenceMatcher
from typing import TYPE_CHECKING
from zoneinfo import available_timezones

import click

from valuegen.cli.frame import say_err, wrong_usage
from valuegen.territory import territory_names, territory_zones, zone_cities, zone_itself
from valuegen.words import LANGUAGES, Message, msg

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_FOLDER = "zoneinfo/"
_OF_NOBODY = frozenset("UTC Etc/UTC Etc/UCT UCT Etc/Universal Universal Zulu Etc/Zulu GMT Etc/GMT".split())
"""What machines say that were never told where they are."""
_CAPITALS = {
    "AR": "America/Argentina/Buenos_Aires",
    "CL": "America/Santiago",
    "EC": "America/Guayaquil",
    "ES": "Europe/Madrid",
    "MX": "America/Mexico_City",
    "PT": "Europe/Lisbon",
}
"""Where most people live, of countries with several zones in which most people live in one."""
UNKNOWN = "UTC"
_CLOSE = 0.7
"""Any name is somewhat like one of four hundred cities: only one that was mistyped is worth asking about."""


def said_zone(text: str) -> str:
    """The zone that somebody means; ends, with the nearest ones, where there is none."""
    found = _meant(text)
    if isinstance(found, Message):
        wrong_usage(found)
    return found


def machine_zone() -> str | None:
    """The machine's zone; None where it does not say one, or was never told."""
    from valuegen.read.site import is_zone

    link = os.path.realpath("/etc/localtime")
    names = (os.environ.get("TZ", "").removeprefix(":"), link.rpartition(_FOLDER)[2] if _FOLDER in link else "")
    said = next((name for name in names if name and is_zone(name)), None)
    return None if said in _OF_NOBODY else said


def guessed_zone(environment: "Mapping[str, str]") -> str:
    """The zone of the country that the locale names (es_CO); UTC where that tells nothing."""
    locale = next(filter(None, (environment.get(name) for name in ("LC_ALL", "LC_TIME", "LANG"))), "")
    country = locale.partition(".")[0].partition("_")[2][:2].upper()
    zones = territory_zones(country)
    return _CAPITALS.get(country) or (zones[0] if len(zones) == 1 else UNKNOWN)


def language_there(language: str, zone: str) -> str:
    """The language as it is written in the country of the zone: Spanish in Mexico is es-MX, where 4.500 MXN is $4,500.
    Itself where it says a country already, comes from there, or is none of those spoken there."""
    from valuegen.territory import is_spoken_in, territory
    from valuegen.words import is_locale

    country = territory(zone) or ""
    there = f"{language}-{country}"
    is_other = there not in ("es-ES", "en-US") and is_spoken_in(country, language)
    return there if is_other and is_locale(there) else language


def asked_zone(ctx: click.Context, usual: str) -> str:
    """The zone that whoever sits there answers; a city will do."""
    from valuegen.cli.fields import ask_text

    while True:
        answer = ask_text(
            ctx, msg("Which time zone are you in, or which large city is near you? [{usual}]", usual=usual)
        )
        found = _meant(answer) if answer else usual
        if not isinstance(found, Message):
            return found
        say_err(found)


def _meant(text: str) -> str | Message:
    """A zone by its name, by a city (Bogotá, Medellín), or by a country (CO, Colombia)."""
    from valuegen.model.slug import slug_of
    from valuegen.read.nearest import nearest
    from valuegen.read.site import is_zone

    text = text.strip()
    if is_zone(text):
        return text
    named = [(zone.rpartition("/")[2], zone) for zone in available_timezones() if "/" in zone]
    cities, wanted = _by_city(named), slug_of(text)
    of_city = cities.get(wanted, ())
    if len(of_city) > 1:
        return msg("There is more than one “{name}”. Write the zone of yours: {zones:or}.", name=text, zones=of_city)
    if of_city:
        return of_city[0]
    country = next((code for name, code in territory_names(LANGUAGES) if slug_of(name) == wanted), text.upper())
    of_country = territory_zones(country)
    found = _CAPITALS.get(country) or (of_country[0] if len(of_country) == 1 else None)
    if found:
        return found
    if of_country:
        return msg("“{name}” has several time zones: write a city.", name=text)
    near = nearest(wanted, sorted({slug_of(city) for city, _ in named} & cities.keys()))
    if near and (near.startswith(wanted) or SequenceMatcher(None, wanted, near).ratio() >= _CLOSE):
        return msg("There is no time zone “{name}”. Did you mean “{near}”?", name=text, near=cities[near][0])
    return msg(
        "There is no time zone “{name}”. Write a large city near you, or a zone such as Europe/London.",
        name=text,
    )


def _by_city(named: "Iterable[tuple[str, str]]") -> "Mapping[str, tuple[str, ...]]":
    """The zones of each city, by its slug: those named after it, and those in which it lies."""
    from valuegen.cli.cities import CITIES
    from valuegen.model.slug import slug_of
    from valuegen.read.site import is_zone

    found: dict[str, set[str]] = {}
    for city, zone in (*named, *zone_cities(LANGUAGES), *CITIES):
        if is_zone(zone):
            found.setdefault(slug_of(city), set()).add(zone_itself(zone))
    return {city: tuple(sorted(zones)) for city, zones in found.items()}
