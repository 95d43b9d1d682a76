"""What is private in a workspace, folded, so that it can be found again (rule `private-leak`); it is never shown.

Emails, phones and full names of contacts; what is written about them, their needs and in the log. Not among it: what
`people` and `site` publish, the name of a contact with `named: true` (their email and phone are still private), needs
with `quotable: true`, quotes with `may_publish: true`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Literal, TypeVar

from valuegen.finding import Place
from valuegen.leaks.fold import fold, plain, words
from valuegen.leaks.known import Known
from valuegen.model.person import Person
from valuegen.model.settings import Owner as SiteOwner
from valuegen.model.workspace import Workspace

About = Literal["contact", "need", "log", "file"]
Words = tuple[bytes, ...]
K = TypeVar("K")
V = TypeVar("V")

RUN = 5
"""So many words in a row of a private text are a leak."""
LAST = 9
"""So many last digits of a phone are one; of a shorter one, all."""
SHORTEST = 7
"""Fewer digits than that are no phone that could be told from any other number."""
LONG_NAME = 10
"""So many letters in all make a name that can't be a word by chance."""
_SMALL = b"abcdefghijklmnopqrstuvwxyz"
_ROT13 = bytes.maketrans(_SMALL, _SMALL[13:] + _SMALL[:13])
DIGITS = re.compile(rb"\d+")


@dataclass(frozen=True, slots=True, order=True)
class Whose:
    """The id of a contact or need; of a line of the log, DAY-CONTACT. `place`: where it is written."""

    about: About
    id: str
    contact: str | None = field(default=None, compare=False)
    place: Place = field(default=Place(""), compare=False)


@dataclass(frozen=True, slots=True)
class Private:
    """Texts of one kind, each with whose it is; `allowed`: those that may be published after all."""

    values: tuple[tuple[str, Whose], ...] = field(default=(), repr=False)
    allowed: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Secrets:
    """What is searched for, by what finds it.

    `phones` by their last nine digits (`lengths`: of those), `names` by their longest word (with where in the name it
    stands), `runs` by five words; `triples` are all three words in a row of those, `domains` what follows the @ of
    `emails`.
    """

    emails: Mapping[bytes, tuple[Whose, ...]] = field(repr=False)
    phones: Mapping[bytes, tuple[Whose, ...]] = field(repr=False)
    lengths: frozenset[int]
    names: Mapping[bytes, tuple[tuple[int, Words, Whose], ...]] = field(repr=False)
    runs: Mapping[Words, tuple[Whose, ...]] = field(repr=False)
    triples: frozenset[Words] = field(repr=False)
    known: Known = field(default_factory=Known, repr=False, compare=False)
    domains: frozenset[bytes] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "domains", frozenset(email.rpartition(b"@")[2] for email in self.emails))

    @property
    def are_none(self) -> bool:
        """Whether there is nothing to search for."""
        return not (self.emails or self.phones or self.names or self.runs)


def secrets_from(emails: Private, phones: Private, names: Private, texts: Private) -> Secrets:
    """The secrets made of plain values."""
    numbers, runs = _phones(phones), _runs(texts)
    return Secrets(
        emails=_emails(emails),
        phones=numbers,
        lengths=frozenset(map(len, numbers)),
        names=_names(names),
        runs=runs,
        triples=frozenset(run[start : start + 3] for run in runs for start in range(RUN - 2)),
    )


def secrets_of(workspace: Workspace) -> Secrets:
    """What a workspace keeps private."""
    contacts = [(one, Whose("contact", one.id, one.id, one.place)) for one in (workspace.contacts or {}).values()]
    needs = [(one, Whose("need", one.id, one.sender, one.place)) for one in (workspace.needs or {}).values()]
    lines = [
        (one, Whose("log", f"{one.date.day}-{one.contact or one.what}", one.contact, one.place))
        for one in workspace.log or ()
    ]
    site = workspace.settings.site
    people: list[Person | SiteOwner] = [*workspace.people.values(), *([site.owner] if site.owner else [])]
    own = (*(person.name for person in people), site.title, site.tagline)
    texts = [
        *((one.about, whose) for one, whose in contacts),
        *((text, whose) for one, whose in needs if not one.quotable for text in (one.asked, one.needs)),
        *((text, whose) for one, whose in lines for text in (one.note, None if one.may_publish else one.quote)),
    ]
    quotable = (text for one, _ in needs if one.quotable for text in (one.asked, one.needs))
    quotes = (one.quote for one, _ in lines if one.may_publish)
    return secrets_from(
        emails=_private(((one.email, whose) for one, whose in contacts), (person.email for person in people)),
        phones=_private(((one.phone, whose) for one, whose in contacts), (person.phone for person in people)),
        names=_private(((one.name, whose) for one, whose in contacts if not one.named), own),
        texts=_private(texts, (*quotable, *quotes, *own)),
    )


def _private(values: Iterable[tuple[str | None, Whose]], allowed: Iterable[str | None]) -> Private:
    return Private(tuple((text, whose) for text, whose in values if text), tuple(text for text in allowed if text))


def _emails(emails: Private) -> dict[bytes, tuple[Whose, ...]]:
    allowed = {fold(plain(one)) for one in emails.allowed}
    found = ((form, whose) for one, whose in emails.values for form in map(fold, map(plain, _in_scripts(one))))
    fine = ((one, whose) for one, whose in found if one not in allowed)
    return _grouped((form, whose) for one, whose in fine for form in (one, *_turned(one)))


def _in_scripts(email: str) -> Iterator[str]:
    """An email as it is, and with its domain as machines write it, or as people do: peña.co, xn--pea-8ma.co."""
    yield email
    box, at, domain = email.rpartition("@")
    with suppress(UnicodeError):
        coded = domain.encode("idna").decode("ascii")
        yield from (f"{box}{at}{form}" for form in (coded, coded.encode("ascii").decode("idna")) if form != domain)


def _phones(phones: Private) -> dict[bytes, tuple[Whose, ...]]:
    allowed = {_digits(one) for one in phones.allowed}
    found = ((_digits(one), whose) for one, whose in phones.values)
    return _grouped((one, whose) for one, whose in found if len(one) >= SHORTEST and one not in allowed)


def _digits(phone: str) -> bytes:
    return b"".join(DIGITS.findall(fold(phone)))[-LAST:]


def _names(names: Private) -> dict[bytes, tuple[tuple[int, Words, Whose], ...]]:
    allowed = {part for one in names.allowed for part in _parts(_words(one))}
    found = ((_words(one), whose) for one, whose in names.values)
    fine = ((name, whose) for name, whose in found if len(name) > 1 and name not in allowed)
    forms = ((form, whose) for name, whose in fine for form in _forms(name))
    return _grouped((name[_longest(name)], (_longest(name), name, whose)) for name, whose in forms)


def _forms(name: Words) -> Iterator[Words]:
    """A name as it is; of three words or more with the surname first; as one word, as in #RosaDiazGil; turned round."""
    yield name
    if len(name) > 2:
        yield from (name[at:] + name[:at] for at in range(1, len(name)))
    if sum(map(len, name)) >= LONG_NAME:
        yield (b"".join(name),)
        yield from (tuple(form.split()) for form in _turned(b" ".join(name)))


def _turned(text: bytes) -> Iterator[bytes]:
    """A text as pages hide an address from robots: backwards (and shown the right way), and in ROT13."""
    yield text.decode().encode("utf-32-le")[::-1].decode("utf-32-be").encode()
    yield text.translate(_ROT13)


def _parts(text: Words) -> Iterator[Words]:
    return (text[first:last] for first in range(len(text)) for last in range(first + 2, len(text) + 1))


def _longest(name: Words) -> int:
    """Where the longest word of a name stands: the one that is least met by chance."""
    return max(range(len(name)), key=lambda at: len(name[at]))


def _runs(texts: Private) -> dict[Words, tuple[Whose, ...]]:
    allowed = {run for one in texts.allowed for run in _fives(one)}
    found = ((run, whose) for one, whose in texts.values for run in _fives(one))
    return _grouped((run, whose) for run, whose in found if run not in allowed)


def _fives(text: str) -> Iterator[Words]:
    found = _words(text)
    return (found[first : first + RUN] for first in range(len(found) - RUN + 1))


def _words(text: str) -> Words:
    return tuple(words(fold(plain(text))))


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    groups: dict[K, dict[V, None]] = {}
    for key, value in pairs:
        groups.setdefault(key, {})[value] = None
    return {key: tuple(values) for key, values in groups.items()}
