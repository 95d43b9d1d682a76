"""What an import comes to, as changes of the workspace's files: what is brought meets what is written there."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from valuegen.bring.parts import Brought, Item
    from valuegen.build import Survey
    from valuegen.finding import Place
    from valuegen.model.entry import Entry
    from valuegen.write.change import Change


def changes_of(found: "Survey", brought: "Brought") -> "tuple[Change, ...]":
    """Every change, posts first: what is killed in between leaves nothing that names what is not there."""
    return (*_posts(brought), *_entries(found, brought.entries), *_contacts(found, brought))


def _posts(brought: "Brought") -> "Iterator[Change]":
    from valuegen.write.change import Change
    from valuegen.write.yaml_text import front_matter

    for post in brought.posts:
        yield Change(post.file, "", front_matter(post.keys, post.text), is_new=True)


def _entries(found: "Survey", items: "tuple[Item, ...]") -> "Iterator[Change]":
    from valuegen.write.change import CannotChange, Change

    texts = found.reading.sources.texts
    for file, new in _by_file(found, items).items():
        old = texts.get(file, "")
        try:
            yield Change(file, old, _with_entries(old, new), is_new=file not in texts)
        except CannotChange as error:
            raise CannotChange(file) from error


def _by_file(found: "Survey", items: "tuple[Item, ...]") -> "Mapping[str, list[Item]]":
    """The items by the file of the calendar in which each belongs, in their order of days."""
    from valuegen.write.where import calendar_file

    assert found.plan
    files, entries = tuple(found.reading.sources.texts), found.plan.workspace.entries
    dated: tuple[Entry, ...] = tuple(one for one in entries if one.place.file.endswith(".yaml"))
    known: dict[date | None, str] = {}
    by_file: dict[str, list[Item]] = defaultdict(list)
    for item in sorted(items, key=lambda one: str(one.keys.get("date", ""))):
        if item.day not in known:
            known[item.day] = calendar_file(files, dated, item.day)
        by_file[known[item.day]].append(item)
    return by_file


def _with_entries(text: str, items: "list[Item]") -> str:
    """The text of a file with entries more, each between its neighbours."""
    from valuegen.write.items import with_items
    from valuegen.write.where import places_in

    groups: dict[int | None, list[Item]] = {}
    for item, place in zip(items, places_in(text, [item.day for item in items]), strict=True):
        groups.setdefault(place, []).append(item)
    # from the end on, so that what stands before keeps its number
    for place in sorted(groups, key=lambda one: -2 if one is None else -one):
        text = with_items(text, [item.keys for item in groups[place]], place)
    return text


def _contacts(found: "Survey", brought: "Brought") -> "Iterator[Change]":
    from valuegen.write.change import CannotChange, Change
    from valuegen.write.items import with_items
    from valuegen.write.where import collection_file

    assert found.plan
    held = found.plan.workspace.contacts or {}
    texts = found.reading.sources.texts
    new: dict[str, list[Item]] = defaultdict(list)
    for item in brought.contacts:
        segments = item.keys["segments"]
        like = (one.place.file for one in held.values() if set(one.segments) & {*segments})
        new[collection_file(texts, "contacts", like)].append(item)
    asked = [(held[one.id].place, one.key, one.since) for one in brought.opt_outs]
    for file in dict.fromkeys([*new, *(place.file for place, _, _ in asked)]):
        old = texts.get(file, "")
        try:
            text = old
            for place, key, since in sorted((one for one in asked if one[0].file == file), reverse=True):
                text = _asked(text, place, key, since)
            text = with_items(text, [item.keys for item in new[file]]) if new[file] else text
        except CannotChange as error:
            raise CannotChange(file) from error
        yield Change(file, old, text, is_new=file not in texts)


def _asked(text: str, place: "Place", key: str, since: str) -> str:
    from valuegen.write.splice import record_at, with_value

    record, _ = record_at(text, place)
    return with_value(text, record, key, since, ("email", "phone", "segments", "name"))
