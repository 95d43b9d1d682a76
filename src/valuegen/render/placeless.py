"""No page says where something lies in the memory of the machine that made it: in each build that is elsewhere.

Python says it of what has no text of its own (`<generator object map at 0x7f…>`), where a template forgot a `()`, or
a filter that lists what another gives one by one.
"""

import re
from typing import Any

from jinja2.exceptions import TemplateRuntimeError
from markupsafe import Markup

from valuegen.words import msg

SAID = msg(
    "This shows where something lies in the machine’s memory, which is elsewhere in each build. A () may be missing, "
    "or |list or |join after |map and |select."
)
_PLACE = re.compile(rb" at (0x[0-9A-Fa-f]{6,16})(?:>|&gt;)")
_TEXTS = (str, int, float, Markup)


class PlaceError(TemplateRuntimeError):
    """A template shows it."""


def placeless(value: Any) -> Any:
    """What a template shows, as it is. Raises `PlaceError` for what has no text but its place."""
    if not isinstance(value, _TEXTS) and _PLACE.search(str(value).encode("utf-8", "replace")):
        raise PlaceError
    return value


def says_places(page: bytes, *sources: bytes) -> bool:
    """Whether a page says one that is in none of its sources: a text may well speak of addresses."""
    return any(not any(place in source for source in sources) for place in set(_PLACE.findall(page)))
