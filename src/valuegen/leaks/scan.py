"""What of a client's stands in a file that is to be published: the search of the rule `private-leak`.

    secrets = secrets_of(workspace)
    scan(secrets, "public/index.html", data)  →  leaks: where, of what kind, whose. Never what.

A file is read in every way that `views` knows. Found are emails, phones by their last nine digits, full names of
two words or more as whole words, and five words in a row of a private text. Told, too, is a file that can't be looked
into: nobody would know what is in it.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Literal

from valuegen.leaks.files import text_of
from valuegen.leaks.fold import plain, words
from valuegen.leaks.known import END
from valuegen.leaks.parts import Unread, windows
from valuegen.leaks.secrets import DIGITS, LAST, RUN, SHORTEST, Private, Secrets, Whose, secrets_from, secrets_of
from valuegen.leaks.views import Fuel, is_markup, of_file, of_text

__all__ = ["Kind", "Leak", "Private", "Secrets", "Whose", "scan", "secrets_from", "secrets_of"]

Kind = Literal["email", "phone", "name", "text", "locked", "foreign", "much", "font"]
Bytes = bytes | Callable[[], Iterator[bytes]]
"""All bytes of a file, or what gives them piece by piece."""
NOBODY = Whose("file", "")
"""Whose a file is that can't be looked into."""


@dataclass(frozen=True, slots=True, order=True)
class Leak:
    """Something private in the file at `address`: of what kind, and whose. What it says is nowhere in here."""

    address: str
    kind: Kind
    whose: Whose


def scan(secrets: Secrets, address: str, data: Bytes) -> tuple[Leak, ...]:
    """What of `secrets` stands in the file at `address`, or in the address itself; in order, each once."""
    if secrets.are_none:
        return ()
    found: set[tuple[Kind, Whose]] = set()
    for part in (data,) if isinstance(data, bytes) else windows(data()):
        found |= {(part.value, NOBODY)} if isinstance(part, Unread) else _found_in(secrets, address, part)
    return tuple(sorted(Leak(address, kind, whose) for kind, whose in found))


def _found_in(secrets: Secrets, address: str, data: bytes) -> set[tuple[Kind, Whose]]:
    text, fuel = text_of(data), Fuel(len(data))
    lines = text.split(END) if text is not None and is_markup(text) else []
    readings = of_text(secrets.known.fresh(lines), markup=True) if lines else of_file(data, fuel=fuel)
    found = {one for reading in chain(of_text(plain(address)), readings) for one in _look(secrets, reading)}
    if not found:
        secrets.known.learn(lines)
    return found | {(why.value, NOBODY) for why in fuel.unread}


def _look(secrets: Secrets, reading: bytes) -> Iterator[tuple[Kind, Whose]]:
    """What of the secrets stands in a folded text."""
    found = words(reading)
    # Any five words in a row hold three whose first is a third, sixth, ninth… word of the text.
    if not secrets.triples.isdisjoint(zip(found[0::3], found[1::3], found[2::3], strict=False)):
        for run in secrets.runs.keys() & zip(*(found[start:] for start in range(RUN)), strict=False):
            yield from (("text", whose) for whose in secrets.runs[run])
    if not secrets.names.keys().isdisjoint(found):
        yield from (("name", whose) for whose in _named(secrets, found))
    if b"@" in reading and secrets.emails:
        for email in _emails(reading, secrets.domains):
            yield from (("email", whose) for whose in secrets.emails.get(email, ()))
    if b" x x x x " in reading.translate(_LONE):
        for wide in _SPACED.finditer(reading):
            text = _BETWEEN.sub(_joined, wide[0])
            for part in (text, text[:-1], text[1:]):  # a word of one letter may stand beside it
                yield from _look(secrets, part)
    if secrets.lengths and _may_hold_phones(secrets, reading):
        yield from (("phone", whose) for phone in _phones(reading) for whose in secrets.phones.get(phone, ()))


_LONE = bytes(ord("x") if 97 <= byte <= 122 else 48 if chr(byte).isalnum() else 32 for byte in range(256))
_SPACED = re.compile(rb"(?<![a-z0-9])[a-z0-9](?:[^a-z0-9]{1,5}[a-z0-9](?![a-z0-9])){6,}")
_BETWEEN = re.compile(rb"[^a-z0-9]+")


def _joined(found: re.Match[bytes]) -> bytes:
    """What stands between two letters of a text that is set w i d e: nothing, or a wider gap, or a sign of its own."""
    return b"" if len(found[0]) == 1 else found[0].strip() or b" "


def _named(secrets: Secrets, found: list[bytes]) -> Iterator[Whose]:
    met = secrets.names.keys() & found
    for at, word in enumerate(found):
        if word in met:
            for offset, name, whose in secrets.names[word]:
                first = at - offset
                if first >= 0 and tuple(found[first : first + len(name)]) == name:
                    yield whose


def _only(signs: bytes) -> bytes:
    """A table that leaves letters, digits and these signs of a folded text, and makes a space of the rest."""
    return bytes(byte if byte >= 0x80 or chr(byte).isalnum() or byte in signs else ord(" ") for byte in range(256))


_LOCAL = _only(b"!#$%&'*+/=?^_`{|}~.-")
_DOMAIN = _only(b".-")
_SIGN = re.compile(rb"[!#$%&'*+/=?^_`{|}~.-]")
_INNER = b".-_+"
_SPACED_DOT = re.compile(rb" ?\. ?")
_AROUND = 260


def _emails(reading: bytes, domains: frozenset[bytes]) -> Iterator[bytes]:
    """The addresses in `domains` that a text may mean. A sign before one, as in `?to=`, and a full stop after it are
    not its own."""
    at = -1
    while (at := reading.find(b"@", at + 1)) >= 0:
        after, before = reading[at + 1 : at + _AROUND].lstrip(), reading[max(0, at - _AROUND) : at].rstrip()
        domain = _domain(after)
        if domain not in domains and b" ." in after:  # rosa . diaz @ horno . example
            domain, before = _domain(_SPACED_DOT.sub(b".", after)), _SPACED_DOT.sub(b".", before)
        if domain not in domains:
            continue
        local = before.translate(_LOCAL).rpartition(b" ")[2]
        for start in (0, *_starts(local)):
            yield local[start:] + b"@" + domain
            yield local[start:].partition(b"+")[0] + b"@" + domain  # rosa+blog@: the same box


def _domain(after: bytes) -> bytes:
    return after.translate(_DOMAIN).partition(b" ")[0].rstrip(_INNER)


def _starts(local: bytes) -> Iterator[int]:
    return (
        sign.end() for sign in _SIGN.finditer(local) if sign[0] not in _INNER or not local[: sign.start()].strip(_INNER)
    )


_GAPS = b" ()./+*~_:|'=[]\\\t\r\n-"
_PHONE = re.compile(rb"\d(?:[%b]{0,4}\d){%d,}" % (re.escape(_GAPS), SHORTEST - 1))
_ALL_BUT_DIGITS = bytes(byte if chr(byte) in "0123456789" else ord(" ") for byte in range(256))
_LONGEST = 17


def _may_hold_phones(secrets: Secrets, reading: bytes) -> bool:
    """Whether the digits of a phone follow each other in a text, whatever groups they are in."""
    runs = (run for run in reading.translate(_ALL_BUT_DIGITS, _GAPS).split() if len(run) >= SHORTEST)
    for run in dict.fromkeys(runs):
        for length in secrets.lengths:
            if not secrets.phones.keys().isdisjoint(run[at : at + length] for at in range(len(run) - length + 1)):
                return True
    return False


def _phones(reading: bytes) -> Iterator[bytes]:
    """What a phone is found by, for every run of whole groups of digits: its last nine, or all of fewer."""
    for found in _PHONE.finditer(reading):
        groups = DIGITS.findall(found[0])
        for end in range(len(groups), 0, -1):
            digits = b""
            for group in reversed(groups[:end]):
                digits = group + digits
                if len(digits) > _LONGEST:
                    break
                if len(digits) >= SHORTEST:
                    yield digits[-LAST:]
