"""Where things stand on the site, and where what moved went."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from valuegen.plan import addresses
from valuegen.plan.types import Plan
from valuegen.rules.site_pages import address_of


@dataclass(frozen=True, slots=True)
class Ways:
    """`places`: what stays the same when something is renamed → its public page, as a file (`harina/index.html`).

    `moved`: a file that was a page once → the one that it became. `entries`: slug → page.
    """

    places: Mapping[str, str] = field(default_factory=dict)
    entries: Mapping[str, str] = field(default_factory=dict)
    moved: Mapping[str, str] = field(default_factory=dict)


def ways_of(plan: Plan, pages: Mapping[str, object], before: Ways) -> Ways:
    """The ways of a plan, and what moved since `before`: with its slug, its file, or its place in a file."""
    entries = dict(_entries(plan, pages))
    places = dict(_places(plan, entries))
    moved = {old: places[name] for name, old in before.places.items() if name in places and places[name] != old}
    known = {old: moved.get(new, new) for old, new in before.moved.items()} | moved
    return Ways(places, entries, {old: new for old, new in known.items() if f"public/{old}" not in pages})


def _entries(plan: Plan, pages: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for each in plan.occurrences:
        if each.publishes and each.day is not None:
            file = addresses.file_of(address_of(plan, each))
            if f"public/{file}" in pages:
                yield each.entry.slug, file


def _places(plan: Plan, entries: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """By place first, then by file, then by slug: so a name that is the same counts more than a line."""
    for entry in plan.workspace.entries:
        page = entries.get(entry.slug)
        if page:
            yield f"line {entry.place.file}:{entry.place.line}", page
            yield f"slug {entry.slug}", page
            if entry.written and entry.written.file != entry.place.file:
                yield f"body {entry.written.file}", page
    for id, segment in plan.workspace.segments.items():
        page = addresses.file_of(addresses.segment(plan.workspace.settings.site.permalinks, id))
        yield f"segment {id}", page
        yield f"line {segment.place.file}:{segment.place.line}", page
