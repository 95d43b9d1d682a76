"""Names of other things that are not there, and slugs that are there twice: seen when all is read."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter

from valuegen.finding import Finding, Place
from valuegen.model.base import Record
from valuegen.model.contact_ways import read_url
from valuegen.model.entry import Entry
from valuegen.model.said import channel_said
from valuegen.model.values import Wrong, is_id
from valuegen.read.entries import Made
from valuegen.read.nearest import nearest
from valuegen.read.partial import NOBODY
from valuegen.read.told import about, is_private, not_known, told
from valuegen.words import Message, msg


@dataclass(frozen=True, slots=True)
class Known:
    """The names of each sort of thing; a sort that could not be read in full, or is nowhere, is not judged (None)."""

    segments: Mapping[str, None] | None = None
    people: Mapping[str, None] | None = None
    channels: Mapping[str, None] | None = None
    products: Mapping[str, None] | None = None
    contacts: Mapping[str, None] | None = None
    needs: Mapping[str, None] | None = None
    entries: Mapping[str, None] | None = None


_SORTS: dict[str, tuple[Message, Message]] = {
    "segments": (msg("There is no segment “{name}”."), msg("There is no such segment.")),
    "people": (msg("There is no person “{name}”."), msg("There is no such person.")),
    "channels": (msg("There is no channel “{name}”."), msg("There is no such channel.")),
    "products": (msg("There is no product “{name}”."), msg("There is no such product.")),
    "contacts": (msg("There is no contact “{name}”."), msg("There is no such contact.")),
    "needs": (msg("There is no need “{name}”."), msg("There is no such need.")),
    "entries": (msg("There is no entry “{name}”."), msg("There is no such entry.")),
}
MOST_NAMED = 12
ENTRY = {
    "segments": "segments", "contacts": "contacts", "answers": "needs", "channels": "channels", "author": "people",
    "writer": "people", "reply_to": "people", "product": "products", "translates": "entries",
}  # fmt: skip
SEGMENT = {"channels": "channels", "owner": "people"}
CONTACT = {"segments": "segments", "owner": "people", "channel": "channels", "not_by": "channels"}
NEED = {"sender": "contacts", "channel": "channels", "segment": "segments"}
LOG = {"contact": "contacts", "by": "people", "channel": "channels", "product": "products"}


def of_record(record: Record, keys: Mapping[str, str], known: Known) -> Iterator[Finding]:
    """The names in the fields `keys` (field -> sort) that are not known."""
    for key, sort in keys.items():
        names: Mapping[str, None] | None = getattr(known, sort)
        value = getattr(record, key)
        if names is None or not value:
            continue
        if isinstance(value, str):
            if value not in names and value != NOBODY:
                yield from unknown(value, sort, known, record.where(key))
        else:
            for number, name in enumerate(value):
                if name in names or name == NOBODY:
                    continue
                several = several_in(name, names) if len(value) == 1 else ()
                if several:
                    yield _one_by_one(key, several, record.where(key, number))
                else:
                    yield from unknown(name, sort, known, record.where(key, number))


def several_in(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """The names in one that was to be a list of them: with commas between them, or all known and apart."""
    parts = tuple(part for part in re.split(r"[\s,;]+", name) if part)
    is_list = bool(re.search(r"[,;]", name)) or set(parts) <= set(known)
    return parts if is_list and len(parts) > 1 and all(map(is_id, parts)) else ()


def _one_by_one(key: str, names: tuple[str, ...], place: Place) -> Finding:
    """That what was written as one name is several."""
    message = msg("These are several names, and are read as one.")
    if is_private(place.file):
        return told(message, place, msg("Put them in brackets, with commas between them: {key}: […, …]", key=key))
    return told(message, place, msg("Put them in brackets: {cure}", cure=f"{key}: [{', '.join(names)}]"))


def unknown(name: str, sort: str, known: Known, place: Place) -> Iterator[Finding]:
    """The finding of a name that is not among the known ones of its sort, with the nearest."""
    names: Mapping[str, None] | None = getattr(known, sort)
    if names is None or name in names:
        return
    # what was written for an id and is none may be a client's name
    shown = sorted(filter(is_id, names))
    named, bare = _SORTS[sort]
    near = (channel_said(name, shown) if sort == "channels" else None) or nearest(name, shown)
    offered = list(filter(is_id, names)) if sort == "channels" else shown  # the everyday ones come first there
    mend = _those(offered) if shown else msg("There is none yet: add one first.")
    if is_private(place.file):
        yield not_known(bare, place, near, mend, {"among": sort})
    else:
        yield not_known(msg(named.id, name=name), place, near, mend, {"unknown": name, "among": sort})


def _those(names: list[str]) -> Message:
    if len(names) > MOST_NAMED:
        return msg("Use one that there is, for example: {names}.", names=tuple(names[:MOST_NAMED]))
    return msg("Use one of these: {names}.", names=tuple(names))


def of_entries(entries: Iterable[Entry], known: Known) -> Iterator[tuple[Entry, list[Finding]]]:
    """The unknown names of each entry. Of entries that name the same, one look is enough where nothing is wrong."""
    sound: set[object] = set()
    for entry in entries:
        named = (_named(entry), entry.approved.by if entry.approved is not None else None)
        found = [] if named in sound else about(_of_entry(entry, known), entry=entry_id(entry))
        if not found:
            sound.add(named)
        yield entry, found


_named = attrgetter(*ENTRY, "read_next")


def _of_entry(entry: Entry, known: Known) -> Iterator[Finding]:
    yield from of_record(entry, ENTRY, known)
    if entry.approved is not None:
        yield from unknown(entry.approved.by, "people", known, entry.where("approved", "by"))
    for number, name in enumerate(entry.read_next):
        at = entry.where("read_next", number)
        if ":" not in name:
            yield from unknown(name, "entries", known, at)
            continue
        try:
            read_url(name)
        except Wrong as wrong:
            yield told(wrong.message, at, wrong.mend)


def entry_id(entry: Entry) -> str:
    """DATE-SLUG, or the slug alone in the backlog."""
    return f"{entry.date.day.isoformat()}-{entry.slug}" if entry.date else entry.slug


def slug_in(name: str) -> str:
    """The slug of an entry that is named by it, or by DATE-SLUG."""
    return re.sub(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}-", "", name)


def same_slugs(made: Iterable[Made]) -> Iterator[Finding]:
    """Slugs that two entries have."""
    first: dict[str, Place] = {}
    for one in made:
        if one.slug is None:
            continue
        if one.slug in first:
            held = first[one.slug]
            message = msg(
                "The slug “{slug}” is used twice; the first is at {file}:{line}.",
                slug=one.slug,
                file=held.file,
                line=str(held.line),
            )
            mend = msg("Write a slug of its own, for example: slug: {slug}", slug=f"{one.slug}-2")
            yield told(message, one.at, mend)
        else:
            first[one.slug] = one.at
