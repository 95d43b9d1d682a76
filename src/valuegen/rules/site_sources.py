"""The texts and files out of which the public site is made, each with the place where it was written."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from valuegen.finding import Place
from valuegen.leaks.scan import Bytes
from valuegen.model.base import Record
from valuegen.plan import addresses
from valuegen.plan.occurrence import Occurrence
from valuegen.plan.types import Plan
from valuegen.rules.site_pages import address_of, is_page

FIELDS = ("title", "summary", "ask", "question", "topics", "sources", "read_next", "image", "aliases")


@dataclass(frozen=True, slots=True)
class Source:
    """Something that would be published. `data`: as it would be; `text`: as it was written, "" for a file.

    `place` gives the place of a line of `text`; `page`: the file within `public/`, "" where it is told already.
    """

    data: Bytes
    text: str
    place: Callable[[int], Place]
    page: str = ""
    occurrence: Occurrence | None = None
    segment: str | None = None


def sources_of(plan: Plan) -> Iterator[Source]:
    """Posts that are finished (today's and later ones), segments, the site's own words, `content/static/`."""
    for occurrence in plan.occurrences:
        if is_page(plan, occurrence) and occurrence.status in ("ready", "done") and occurrence.entry.slug in plan.prose:
            yield from _post(plan, occurrence)
    for id, segment in plan.workspace.segments.items():
        for key in ("name", "about", "area", "cares_about", "meet"):
            yield from _values(segment, key, segment=id)
    for key in ("title", "tagline"):
        yield from _values(plan.workspace.settings.site, key)
    for file in plan.workspace.statics.values():
        large = file.large
        yield Source(large.pieces if large else file.data, "", _at(Place(file.path)), file.address.lstrip("/"))


def _post(plan: Plan, occurrence: Occurrence) -> Iterator[Source]:
    entry = occurrence.entry
    page = addresses.file_of(address_of(plan, occurrence))
    for key in FIELDS:
        yield from _values(entry, key, occurrence=occurrence)
    if entry.written is not None:
        html = plan.prose[entry.slug].html.encode()
        yield Source(html, entry.written.text, entry.written.place, page, occurrence)


def _values(
    record: Record, key: str, occurrence: Occurrence | None = None, segment: str | None = None
) -> Iterator[Source]:
    """The texts of one key of a record."""
    for text in _texts(getattr(record, key)):
        yield Source(text.encode(), text, _at(record.where(key)), "", occurrence, segment)


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for each in value:
            yield from _texts(each)
    elif isinstance(value, Record):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name))


def _at(place: Place) -> Callable[[int], Place]:
    """The same place for every line: where a line of the text stands in the file is not known."""
    return lambda _line: place
