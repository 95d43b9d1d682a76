"""The file in which something new belongs, and where in it: as a person would have put it."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from valuegen.model.entry import Entry
from valuegen.read.extents import Extent, extent_of

_MONTH, _YEAR = re.compile(r"\d{4}-\d{2}\.yaml"), re.compile(r"\d{4}\.yaml")
_CALENDAR, _ONE = "content/calendar/", "content/calendar.yaml"
_BACKLOG = "backlog.yaml"
PRIVATE = ("contacts", "needs", "log")


def calendar_file(files: Iterable[str], entries: Iterable[Entry], day: date | None) -> str:
    """The file of the calendar for an entry of a day, or of the backlog (None)."""
    there = [file for file in files if file.startswith(_CALENDAR) or file == _ONE]
    names = {file.removeprefix(_CALENDAR) for file in there}
    if _ONE in there:
        return _ONE
    dated = [(entry.date.day if entry.date else None, entry.place.file) for entry in entries]
    if day is None:
        backlog = [file for when, file in dated if when is None and file in there]
        return backlog[-1] if backlog else _CALENDAR + _BACKLOG
    month, year = f"{day:%Y-%m}.yaml", f"{day:%Y}.yaml"
    for wanted, form in ((month, _MONTH), (year, _YEAR)):
        if wanted in names or any(map(form.fullmatch, names)):
            return _CALENDAR + wanted
    before = [(when, file) for when, file in dated if when is not None and file in there]
    nearest = min(before, key=lambda one: (abs((one[0] - day).days), one[1]), default=None)
    return nearest[1] if nearest else _CALENDAR + month


def collection_file(files: Iterable[str], name: str, like: Iterable[str] = ()) -> str:
    """The file of a collection: of a folder's, the one where most of what is `like` it stands, else the last; where
    there is none, the file that is looked for."""
    folders = ("content/private/", "content/") if name in PRIVATE else ("content/",)
    starts = tuple(f"{folder}{name}{end}" for folder in folders for end in (".yaml", "/"))
    there = sorted(file for file in files if file.endswith(".yaml") and file.startswith(starts))
    beside = Counter(file for file in like if file in there)
    return max(beside, key=lambda file: beside[file], default=there[-1] if there else f"{folders[0]}{name}.yaml")


def place_in(text: str, day: date | None) -> int | None:
    """The number of the entry after which one of a day belongs (-1: before all; None: at the end)."""
    return places_in(text, (day,))[0]


def places_in(text: str, days: Iterable[date | None]) -> list[int | None]:
    """The same for several days."""
    root = extent_of(text)
    of = root.value("entries") if root is not None and not root.is_list else root
    there = [_day(item) for item in of.items] if of is not None and of.is_list else []
    return [_place(there, day) for day in days]


def _place(there: Sequence[str], day: date | None) -> int | None:
    if day is None or not any(there):
        return None
    return max((number for number, when in enumerate(there) if when and when <= day.isoformat()), default=-1)


def _day(item: Extent) -> str:
    value = item.value("date")
    return (value.text or "")[: len("2026-12-03")] if value is not None else ""


def free_id(wanted: str, taken: Iterable[str]) -> str:
    """An id that is not taken: this one, or with a number."""
    held, id, number = frozenset(taken), wanted, 1
    while id in held:
        number += 1
        id = f"{wanted}-{number}"
    return id
