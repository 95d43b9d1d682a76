"""Edits of the calendar: an entry on another day, an entry that is done. Of one that repeats, one of its days."""

from collections.abc import Mapping
from datetime import date

from valuegen.plan.occurrence import Occurrence
from valuegen.read.extents import Extent, extent_of
from valuegen.write.change import CannotChange, Change
from valuegen.write.cuts import dash_of, line_end, line_start, pairs_out, without
from valuegen.write.items import are_apart
from valuegen.write.splice import record_at, with_item, with_value

_BESIDE_DATE = ("title", "slug")
_BESIDE_STATUS = ("status", "kind", "slug", "title", "date")


def moved(texts: Mapping[str, str], occurrence: Occurrence, day: date) -> Change:
    """The change by which an entry stands on another day, at the time that it has. Raises `CannotChange`."""
    text = texts[occurrence.place.file]
    if occurrence.repeats:
        return _change(occurrence, text, _moved_out(text, occurrence, day))
    return _change(occurrence, text, _edited(text, occurrence, "date", _moment(occurrence, day)))


def done(texts: Mapping[str, str], occurrence: Occurrence) -> Change:
    """The change by which an entry is done; of one that repeats, all its days up to this one. Raises `CannotChange`."""
    text = texts[occurrence.place.file]
    if not occurrence.repeats:
        return _change(occurrence, text, _edited(text, occurrence, "status", "done"))
    assert occurrence.first_day
    repeat, offset = _repeat_of(text, occurrence)
    day = occurrence.first_day.isoformat()
    return _change(occurrence, text, _from(text, offset, with_value(text[offset:], repeat, "done", day, ("rule",))))


def _change(occurrence: Occurrence, old: str, new: str) -> Change:
    return Change(occurrence.place.file, old, new)


def _from(text: str, offset: int, new: str) -> str:
    return text[:offset] + new


def _edited(text: str, occurrence: Occurrence, key: str, value: str) -> str:
    record, offset = record_at(text, occurrence.place)
    beside = _BESIDE_STATUS if key == "status" else _BESIDE_DATE
    return _from(text, offset, with_value(text[offset:], record, key, value, beside))


def _moment(occurrence: Occurrence, day: date) -> str:
    return day.isoformat() + (f"T{occurrence.at:%H:%M}" if occurrence.at else "")


def _repeat_of(text: str, occurrence: Occurrence) -> tuple[Extent, int]:
    record, offset = record_at(text, occurrence.place)
    repeat = record.value("repeat")
    if repeat is None or not repeat.pairs:  # it stands among the defaults of the file
        raise CannotChange
    return repeat, offset


def _moved_out(text: str, occurrence: Occurrence, day: date) -> str:
    """The day that it leaves is an exception; what stands there instead is an entry of its own, right below."""
    assert occurrence.first_day
    repeat, offset = _repeat_of(text, occurrence)
    of, number = _list_of(text, occurrence)
    if offset or of.flow:
        raise CannotChange
    first = line_start(text, dash_of(text, of, number))
    last = line_end(text, of.items[number].end)
    single = _single(text[first:last], occurrence, day)
    newline = "\r\n" if "\r\n" in text else "\n"
    left = text[:last] if text[:last].endswith(("\n", "\r")) else text[:last] + newline
    whole = left + (newline if are_apart(text, of) else "") + single + text[last:]
    return with_item(whole, repeat, "except", occurrence.first_day.isoformat(), ("rule",))


def _list_of(text: str, occurrence: Occurrence) -> tuple[Extent, int]:
    root = extent_of(text)
    of = root.value("entries") if root is not None and not root.is_list else root
    place = (occurrence.place.line, occurrence.place.column)
    for number, item in enumerate(of.items if of is not None else ()):
        if (item.line, item.column) == place:
            assert of
            return of, number
    raise CannotChange


def _single(item: str, occurrence: Occurrence, day: date) -> str:
    """A copy of an entry's lines, for one day: without its repetition, under a slug of its own."""
    slug = f"{occurrence.entry.slug}-{occurrence.first_day}"

    def record(text: str) -> Extent:
        root = extent_of(text)
        assert root
        return root.items[0]

    repeats = {number for number, (key, _) in enumerate(record(item).pairs) if key.text == "repeat"}
    item = without(item, pairs_out(item, record(item), repeats, lambda _: True))
    for key, value in (("date", _moment(occurrence, day)), ("slug", slug)):
        item = with_value(item, record(item), key, value, _BESIDE_DATE)
    return with_value(item, record(item), "status", "done") if occurrence.status == "done" else item
