"""What is wrong with the languages of entries, and with whose translation they are."""

from collections.abc import Iterable, Iterator, Mapping

from valuegen.finding import Finding
from valuegen.model.entry import Entry
from valuegen.model.translations import groups_of
from valuegen.read.languages import unknown_language
from valuegen.read.names import entry_id
from valuegen.read.told import about, told
from valuegen.words import msg


def of_entries(entries: Iterable[Entry], language: str, known: Mapping[str, str]) -> Iterator[Finding]:
    """What is wrong with `language` and `translates`; `language`: of the site, `known`: by code."""
    listed = tuple(entries)
    for entry in listed:
        if entry.language is not None or entry.translates is not None:
            yield from about(_of_entry(entry, known), entry=entry_id(entry))
    for group in groups_of(listed):
        yield from _of_group(group, language)


def _of_entry(entry: Entry, known: Mapping[str, str]) -> Iterator[Finding]:
    if entry.language is not None and entry.language not in known:
        yield unknown_language(entry.language, known, entry.where("language"))
    if entry.translates == entry.slug:
        message = msg("An entry is no translation of itself.")
        yield told(message, entry.where("translates"), msg("Write the slug of the one that it translates."))


def _of_group(group: tuple[Entry, ...], language: str) -> Iterator[Finding]:
    """The same language twice: at the later of two, or at the one that says whose translation it is."""
    first: dict[str, Entry] = {}
    for entry in sorted(group, key=lambda one: one.translates is not None):
        spoken = entry.language or language
        other = first.setdefault(spoken, entry)
        if other is not entry:
            message = msg(
                "This entry and “{other}” are the same in one language: both are in “{language}”.",
                other=other.slug,
                language=spoken,
            )
            mend = msg("Say in which `language` each of them is, or take `translates` out.")
            yield from about([told(message, entry.where("translates"), mend)], entry=entry_id(entry))
