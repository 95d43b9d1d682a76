"""A catalogue that a translator wrote (gettext's .po), read and judged: nothing in it can break a page.

A translation is a plain text. It has the places of its English and no others; it is escaped where it is shown.
"""

import re
import string
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, PoFileParser

from valuegen.finding import Finding, Place
from valuegen.model.slug import slug_of
from valuegen.read.told import told
from valuegen.tongue import LOCALE, Key, Sentences
from valuegen.words import Message, locale_of, msg

TEMPLATE = Path(LOCALE, "public.pot")
ADDRESS = "address"
"""The context of the words that become part of an address."""
_OURS = ("planner", "assets")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_PERCENT = re.compile(r"%(?:\((\w+)\)s|(%)|(.?))", re.DOTALL)
_COUNTS = frozenset({"n", "count", "num"})
"""What one of a thing may be said without: “one post”."""
_TRIED = (*range(210), 1000, 10**6)
MOST_FORMS = 8


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What was read of a file, and what is wrong in it (at its line)."""

    sentences: Sentences
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A sentence of a file: its English forms, its translation's, its line."""

    context: str | None
    ids: tuple[str, ...]
    texts: tuple[str, ...]
    line: int

    @property
    def key(self) -> Key:
        """What it is found by."""
        return self.context, self.ids[0]


@cache
def template() -> Mapping[Key, tuple[str, ...]]:
    """Everything that the public pages say, in the order of the template that translators begin with."""
    read = _parsed(TEMPLATE.read_text(encoding="utf-8"), "en")
    return {entry.key: entry.ids for entry in _entries(read)}


def catalogue_of(text: str, path: str, code: str) -> Catalogue:
    """The sentences of a .po file that can be used. Empty and fuzzy ones are left out, as if they were not there."""
    try:
        read = _parsed(text, code)
    except PoFileError as error:
        return Catalogue(Sentences({}), (_unreadable(path, error.lineno + 1),))
    except (ValueError, LookupError, TypeError, AttributeError, AssertionError):
        return Catalogue(Sentences({}), (_unreadable(path, 1),))
    sentences = Sentences({}, read.plural_expr)
    if not _counts(sentences, read.num_plurals):
        message = msg("The “Plural-Forms” of this catalogue can't be used.")
        mend = msg("Write, for example: Plural-Forms: nplurals=2; plural=(n != 1);")
        return Catalogue(Sentences({}), (told(message, Place(path, _line_with(text, "Plural-Forms"), 1), mend),))
    findings: list[Finding] = []
    forms: dict[Key, tuple[str, ...]] = {}
    for entry in _entries(read):
        wrong = _problem(entry, read.num_plurals, [name for (kind, _), (name, *_) in forms.items() if kind == ADDRESS])
        if wrong is not None:
            findings.append(told(wrong[0], Place(path, entry.line, 1), wrong[1]))
        elif all(entry.texts):
            forms[entry.key] = entry.texts
    return Catalogue(Sentences(forms, read.plural_expr), tuple(findings))


class _Bounded(Catalog):
    """A catalogue whose head can't ask for a million forms of each sentence."""

    @property
    def num_plurals(self) -> int:
        return min(max(1, super().num_plurals), MOST_FORMS)


def _parsed(text: str, code: str) -> Catalog:
    made = _Bounded(locale_of(code))
    PoFileParser(made, ignore_obsolete=True, abort_invalid=True).parse(text.split("\n"))
    return made


def _unreadable(path: str, line: int) -> Finding:
    mend = msg("Mend this line, or save the file again with a program for translators.")
    return told(msg("This catalogue can't be read at this line."), Place(path, max(1, line), 1), mend)


def _line_with(text: str, words: str) -> int:
    at = text.lower().find(words.lower())
    return text.count("\n", 0, max(0, at)) + 1


def _counts(sentences: Sentences, number: int) -> bool:
    """Whether the expression gives one of so many forms for any count."""
    try:
        return all(0 <= sentences.form_of(n) < number for n in _TRIED)
    except (ValueError, ArithmeticError, RecursionError):
        return False


def _entries(read: Catalog) -> Iterator[Entry]:
    """The entries but the head and those that somebody has to look at again."""
    for message in read:
        ids = (message.id,) if isinstance(message.id, str) else tuple(message.id)
        texts = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
        if ids[0] and not message.fuzzy:
            yield Entry(message.context, ids, texts, message.lineno or 1)


def _problem(entry: Entry, number: int, taken: Sequence[str]) -> tuple[Message, Message] | None:
    """What is wrong with a translation, and what to do."""
    if not any(entry.texts):
        return None
    if not all(entry.texts) or len(entry.texts) != (number if len(entry.ids) > 1 else 1):
        message = msg("This sentence has not all its forms: this language has {n}.", n=number)
        return message, msg("Write them all, from msgstr[0] to msgstr[{last}].", last=number - 1)
    if any(_CONTROL.search(text) for text in entry.texts):
        return msg("There is an invisible control character in this translation."), msg("Remove it.")
    if entry.context == ADDRESS:
        return _wrong_address(entry.texts[0], taken)
    known, needed = _places_of_ids(entry.ids)
    for text in entry.texts:
        wrong = _wrong_places(text, known, needed)
        if wrong is not None:
            return wrong
    return None


def _wrong_address(word: str, taken: Sequence[str]) -> tuple[Message, Message] | None:
    if slug_of(word) != word or word in _OURS:
        message = msg("“{word}” can't be a part of an address.", word=word)
        return message, msg("Write lower-case letters without accents, digits and hyphens.")
    if word in taken:
        return msg("Two pages would have the address “{word}”.", word=word), msg("Give one of them another word.")
    return None


def _places_of_ids(ids: Sequence[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The places that a translation may have, and those that it must."""
    each = [places(one) or frozenset() for one in ids]
    needed = frozenset.intersection(*each)
    return frozenset.union(*each), frozenset(
        place for place in needed if len(ids) == 1 or place.strip("{}%()s") not in _COUNTS
    )


def _wrong_places(text: str, known: frozenset[str], needed: frozenset[str]) -> tuple[Message, Message] | None:
    given = places(text) if known else frozenset[str]()
    if given is None or not given <= known:
        extra = sorted((given or frozenset()) - known)
        message = msg("This translation has a place that its English has not.")
        if extra:
            message = msg("This translation has the place {place}, and its English has not.", place=extra[0])
        mend = msg("Keep the places of the English: {places}.", places=tuple(sorted(known)))
        return message, mend
    for place in sorted(needed - given):
        message = msg("This translation lacks the place {place} of its English.", place=place)
        return message, msg("Write it where the value belongs.")
    return None


def places(text: str) -> frozenset[str] | None:
    """The places for values in a sentence, as they are written (`{day:MMMM}`, `%(name)s`). None: it is malformed."""
    if "%(" in text:
        found = list(_PERCENT.finditer(text))
        return (
            None if any(one[3] is not None for one in found) else frozenset(f"%({one[1]})s" for one in found if one[1])
        )
    try:
        parts = list(string.Formatter().parse(text))
    except ValueError:
        return None
    if any(sign or "{" in (form or "") for _, _, form, sign in parts):
        return None
    return frozenset(f"{{{name}{':' if form else ''}{form}}}" for _, name, form, _ in parts if name is not None)
