"""What is wrong with the settings beyond the form of each value: zone, country, theme, addresses, closed days."""

import re
from collections.abc import Iterator
from zoneinfo import ZoneInfo, available_timezones

from valuegen.finding import Finding
from valuegen.model.settings import Settings
from valuegen.read.countries import CODES, is_country
from valuegen.read.dates import ends
from valuegen.read.files import Files
from valuegen.read.nearest import nearest
from valuegen.read.theme_chain import NAME, own_names
from valuegen.read.theme_folders import built_in_names
from valuegen.read.told import not_known, told
from valuegen.words import Message, msg

_ZONE = re.compile(r"[A-Za-z0-9_+-]+(?:/[A-Za-z0-9_+-]+){0,2}")
_NOT_ZONES = ("localtime", "posixrules", "Factory", "posix", "right")
_POST_FIELDS, _ID_FIELDS = ("slug", "year", "month", "day"), ("id",)
_OURS = ("planner", "assets")


def is_zone(name: str) -> bool:
    """Whether it is an IANA zone that means the same on every machine."""
    if not _ZONE.fullmatch(name) or name.split("/")[0] in _NOT_ZONES:
        return False
    try:
        ZoneInfo(name)
    except (ValueError, OSError, LookupError):
        return False
    return True


def of_site(files: Files, settings: Settings) -> Iterator[Finding]:
    """All that is wrong with it."""
    yield from _zone(settings)
    yield from _country(settings)
    yield from _theme(files, settings)
    yield from _permalinks(settings)
    yield from ends(settings, settings.closed, "closed")


def _zone(settings: Settings) -> Iterator[Finding]:
    name = settings.site.timezone
    if not is_zone(name):
        zones = sorted(zone for zone in available_timezones() if "/" in zone or zone == "UTC")
        near = nearest(name, zones)
        what, mend = msg("There is no time zone “{name}”.", name=name), msg("Write, for example, America/Bogota.")
        yield not_known(what, settings.where("site", "timezone"), near, mend)


def _country(settings: Settings) -> Iterator[Finding]:
    code = settings.site.country
    if code is None:
        return
    if not is_country(code):
        upper = code.partition("-")[0].upper()
        mend = msg("Write the two letters of ISO 3166, for example CO, or with a region ES-MD.")
        near = upper if upper in CODES and "-" not in code else None
        what = msg("There is no country “{name}”.", name=code)
        yield not_known(what, settings.where("site", "country"), near, mend)


def _theme(files: Files, settings: Settings) -> Iterator[Finding]:
    name = settings.site.theme
    own = own_names(files)
    if name in (*built_in_names(), *own):
        return
    near = nearest(name, (*built_in_names(), *own))
    mend = msg("Write “default”, or the name of a folder in themes/.")
    if NAME.fullmatch(name):
        mend = msg("Write “default”, or make the folder themes/{name}.", name=name)
    what = msg("There is no theme “{name}”.", name=name)
    yield not_known(what, settings.where("site", "theme"), near, mend)


def _permalinks(settings: Settings) -> Iterator[Finding]:
    links = settings.site.permalinks
    for key, text, fields in (
        ("post", links.post, _POST_FIELDS),
        ("segment", links.segment, _ID_FIELDS),
        ("topic", links.topic, _ID_FIELDS),
    ):
        wrong = _wrong_link(text, fields)
        if wrong is not None:
            yield told(wrong, settings.where("site", "permalinks", key), _LINK_MENDS[key])


_LINK_MENDS = {
    "post": msg("Write, for example, /{{slug}}/ or /{{year}}/{{slug}}/."),
    "segment": msg("Write, for example, /for/{{id}}/."),
    "topic": msg("Write, for example, /topics/{{id}}/."),
}


def _wrong_link(text: str, fields: tuple[str, ...]) -> Message | None:
    """What is wrong with the form of an address."""
    if not text.startswith("/"):
        return msg("An address begins with “/”.")
    for sign in ("?", "#", "\\", "..", "//", "/./", "%"):
        if sign in text:
            return msg("An address can't hold “{sign}”.", sign=sign)
    written = re.findall(r"\{([^{}]*)\}", text)
    unknown = next((field for field in written if field not in fields), None)
    if unknown is not None:
        return msg("“{field}” can't be a part of this address.", field=f"{{{unknown}}}")
    if re.search(r"[{}]", re.sub(r"\{[^{}]*\}", "", text)):
        return msg("A brace is not closed in this address.")
    if fields[0] not in written:
        return msg("Without {field} all addresses would be the same.", field=f"{{{fields[0]}}}")
    if text.split("/")[1].casefold() in _OURS:
        return msg("Addresses below /planner/ and /assets/ are the program's own.")
    return None
