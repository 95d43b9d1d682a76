"""What has to go so that a client is forgotten: a plan of edits, made in memory; nothing is written here.

Their item in the contacts, their lines of the log, the needs heard from them, the entries for them alone (with the
texts of these), and their id wherever an entry names it. What named one of those (`answers`, `read_next`, the `entry`
of a line of the log) no longer does. All else stays, to the character.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from valuegen.model.base import Record
from valuegen.model.entry import Entry
from valuegen.model.log import LogLine
from valuegen.model.workspace import Workspace
from valuegen.read.extents import Extent, extent_of
from valuegen.read.form import form_of
from valuegen.read.front_matter import split
from valuegen.read.names import slug_in
from valuegen.write.change import Change
from valuegen.write.cuts import Cut, items_out, joined, line_start, pairs_out, was_line, without
from valuegen.write.forget_mentions import Known, Mention, beside

IsGone = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Gone:
    """What goes: the contact's id, ids of needs, slugs of entries."""

    contact: str
    needs: frozenset[str]
    entries: frozenset[str]


@dataclass(frozen=True, slots=True)
class Forgetting:
    """`changes` in the order in which they can be written one by one: what refers to something goes before it."""

    gone: Gone
    changes: tuple[Change, ...]
    left: tuple[Mention, ...]


def gone_with(workspace: Workspace, contact: str) -> Gone:
    """What goes with a client."""
    needs = (need.id for need in (workspace.needs or {}).values() if need.sender == contact)
    return Gone(contact, frozenset(needs), frozenset(e.slug for e in workspace.entries if is_theirs(e, contact)))


def is_theirs(entry: Entry, contact: str) -> bool:
    """Whether an entry is for this client alone."""
    return set(entry.contacts) == {contact} and not entry.segments


def forgetting(workspace: Workspace, texts: Mapping[str, str], contact: str) -> Forgetting:
    """The edits that forget a client. `texts`: every source of the workspace, by its path."""
    assert workspace.contacts
    gone = gone_with(workspace, contact)
    known = Known(workspace.contacts[contact])
    changes = tuple(one for one in _changes(workspace, texts, gone, known) if one.new != one.old)
    changed = {change.file: change for change in changes}
    left: list[Mention] = []
    for file, text in sorted({**texts, **{file: change.new for file, change in changed.items()}}.items()):
        if text is not None:
            change = changed.get(file)
            lines = was_line(change.old, change.cuts) if change else None
            found = {one.line: one for one in beside(known, file, text, _whole_lines(change) if change else ())}
            found |= {one.line: one for one in known.mentions(file, text)}
            left += [replace(one, was=lines(at) if lines else at) for at, one in sorted(found.items())]
    return Forgetting(gone, changes, tuple(left))


def _whole_lines(change: Change) -> Iterator[int]:
    """Where in the new text whole lines are gone."""
    gone = 0
    for start, end in change.cuts:
        if start == line_start(change.old, start) and end == line_start(change.old, end):
            yield start - gone
        gone += end - start


def _changes(workspace: Workspace, texts: Mapping[str, str], gone: Gone, known: Known) -> Iterator[Change]:
    for file in _files(workspace.log or ()):
        yield _change(file, texts[file], _log_cuts(texts[file], gone, known))
    whole = frozenset(_whole_files(workspace, gone))
    calendar = [file for file in _files(workspace.entries) if file not in whole]
    removing = {entry.place.file for entry in workspace.entries if entry.slug in gone.entries}
    for file in sorted(calendar, key=lambda file: (file in removing, file)):
        yield _calendar_change(file, texts[file], _removed(workspace, gone, file), gone, known)
    yield from (Change(file, texts[file], None) for file in sorted(whole) if file in texts)
    for collection, ids in ((workspace.needs, gone.needs), (workspace.contacts, frozenset({gone.contact}))):
        records: list[Record] = [record for id, record in (collection or {}).items() if id in ids]
        for file in _files(records):
            yield _change(file, texts[file], _collection_cuts(texts[file], ids, known))


def _files(records: Iterable[Record]) -> list[str]:
    return sorted({record.place.file for record in records})


def _change(file: str, text: str, cuts: Iterable[Cut]) -> Change:
    found = tuple(joined(cuts))
    return Change(file, text, without(text, found), found)


def _whole_files(workspace: Workspace, gone: Gone) -> Iterator[str]:
    """Posts that are entries for this client alone, and texts that only such entries have."""
    kept = {e.written.file for e in workspace.entries if e.slug not in gone.entries and e.written}
    for entry in workspace.entries:
        if entry.slug in gone.entries:
            if _is_post(entry.place.file):
                yield entry.place.file
            if entry.written and entry.body is not None and entry.written.file not in kept:
                yield entry.written.file


def _is_post(file: str) -> bool:
    return file.casefold().endswith(".md")


def _removed(workspace: Workspace, gone: Gone, file: str) -> set[tuple[int, int]]:
    """Where in a file the entries stand that go."""
    places = (entry.place for entry in workspace.entries if entry.slug in gone.entries)
    return {(place.line, place.column) for place in places if place.file == file}


def _listed(root: Extent | None) -> tuple[Extent, ...]:
    return () if root is None else tuple(root.scalars())


def _log_cuts(text: str, gone: Gone, known: Known) -> Iterator[Cut]:
    root = extent_of(text)
    lines = _listed(root)
    theirs = {number for number, line in enumerate(lines) if _says(line, ("contact", "contacts"), gone.contact)}
    if root is not None and root.is_list:
        yield from items_out(text, root, theirs, known.is_about)
    elif theirs:
        yield 0, len(text)  # the only line, without a dash before it
    ways = form_of(LogLine).ways("entry")
    for number, line in enumerate(lines):
        if number not in theirs:
            yield from _without_names(
                text,
                line,
                {way: lambda name: slug_in(name) in gone.entries or name in gone.entries for way in ways},
                known,
            )


def _says(item: Extent, keys: tuple[str, ...], id: str) -> bool:
    value = item.value(*keys)
    return value is not None and any((one.text or "").strip() == id for one in value.scalars())


def _collection_cuts(text: str, ids: frozenset[str], known: Known) -> Iterator[Cut]:
    """Items of a collection by their ids: of a list, a mapping from id to item, or one item alone."""
    root = extent_of(text)
    if root is None:
        return
    if root.is_list:
        numbers = {number for number, item in enumerate(root.items) if any(_says(item, ("id",), id) for id in ids)}
        yield from items_out(text, root, numbers, known.is_about)
    elif root.value("id") is not None and not root.value("id").pairs:  # type: ignore[union-attr]
        if any(_says(root, ("id",), id) for id in ids):
            yield root.start, root.end
    else:
        numbers = {number for number, (key, _) in enumerate(root.pairs) if key.text in ids}
        yield from pairs_out(text, root, numbers, known.is_about)


def _calendar_change(file: str, text: str, removed: set[tuple[int, int]], gone: Gone, known: Known) -> Change:
    if not _is_post(file):
        return _change(file, text, _calendar_cuts(text, removed, gone, known))
    head = split(text).head or ""
    offset = text.find(head, 3)
    root = extent_of(head)
    cuts = _without_names(head, root, _references(gone), known) if root else ()
    return _change(file, text, ((start + offset, end + offset) for start, end in cuts))


def _calendar_cuts(text: str, removed: set[tuple[int, int]], gone: Gone, known: Known) -> Iterator[Cut]:
    root = extent_of(text)
    if root is None:
        return
    entries = root
    if not root.is_list and (root.value("entries") or root.value("defaults")):
        for defaults in _listed(root.value("defaults")):
            yield from _without_names(text, defaults, _references(gone), known)
        entries = root.value("entries") or Extent(0, 0, 0, 0, is_list=True)
    theirs = {number for number, one in enumerate(_listed(entries)) if (one.line, one.column) in removed}
    if entries.is_list:
        yield from items_out(text, entries, theirs, known.is_about)
    elif theirs:
        yield from _one_alone(text, root, entries, known)
    for number, entry in enumerate(_listed(entries)):
        if number not in theirs:
            yield from _without_names(text, entry, _references(gone), known)


def _one_alone(text: str, root: Extent, entry: Extent, known: Known) -> Iterator[Cut]:
    """An entry that stands in no list: the whole of a file, or what is under `entries`."""
    number = next((number for number, (_, value) in enumerate(root.pairs) if value is entry), None)
    if number is None:
        yield root.start, root.end
    else:
        yield from pairs_out(text, root, {number}, known.is_about)


def _references(gone: Gone) -> dict[str, IsGone]:
    """Each key of an entry that may name what goes, in every way that it may be written."""
    judges: dict[str, IsGone] = {
        "contacts": lambda name: name == gone.contact,
        "answers": lambda name: name in gone.needs,
        "read_next": lambda name: slug_in(name) in gone.entries or name in gone.entries,
    }
    return {way: judge for key, judge in judges.items() for way in form_of(Entry).ways(key)}


def _without_names(text: str, record: Extent, keys: Mapping[str, IsGone], known: Known) -> Iterator[Cut]:
    """A record without the names that go; a key that names nothing else goes too."""
    empty = set()
    for number, (key, value) in enumerate(record.pairs):
        judge = keys.get(key.text or "")
        if judge is None:
            continue
        names = tuple(value.scalars())
        out = {at for at, name in enumerate(names) if judge((name.text or "").strip())}
        if out and len(out) == len(names):
            empty.add(number)
        elif out:
            yield from items_out(text, value, out, known.is_about)
    yield from pairs_out(text, record, empty, known.is_about)
