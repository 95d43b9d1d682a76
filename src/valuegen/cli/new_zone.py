"""The time zone of a new workspace: said, the machine's, or that of whoever sits there."""

import os
from difflib import SequenceMatcher
from typing import TYPE_CHECKING
from zoneinfo import available_timezones

import click

from valuegen.cli.frame import say_err, wrong_usage
from valuegen.territory import territory_zones
from valuegen.words import Message, msg

if TYPE_CHECKING:
    from collections.abc import Mapping

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
    """A zone by its name, by its city (Bogotá), or by a country that has but one (CO)."""
    from valuegen.model.slug import slug_of
    from valuegen.read.nearest import nearest
    from valuegen.read.site import is_zone

    text = text.strip()
    if is_zone(text):
        return text
    zones = [zone for zone in sorted(available_timezones()) if "/" in zone and is_zone(zone)]
    cities = {slug_of(zone.rpartition("/")[2]): zone for zone in zones}
    wanted = slug_of(text)
    of_country = territory_zones(text.upper())
    found = cities.get(wanted) or _CAPITALS.get(text.upper()) or (of_country[0] if len(of_country) == 1 else None)
    if found:
        return found
    near = nearest(wanted, cities)
    if near and (near.startswith(wanted) or SequenceMatcher(None, wanted, near).ratio() >= _CLOSE):
        return msg("There is no time zone “{name}”. Did you mean “{near}”?", name=text, near=cities[near])
    return msg("There is no time zone “{name}”. Write one such as Europe/London or America/New_York.", name=text)
