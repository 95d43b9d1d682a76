"""Clients by their ids in what is said of findings, where others may read it: in the log of a CI server, in a report.

A title may name a client, and a sentence of any rule may quote a title. What stands for a client is their full name
(two words or more), their email, their phone, as in `secrets`; who is `named: true`, and whom `people` publishes,
keeps the name. Slugs and paths are left as they are: without them nobody could tell which file is meant.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from valuegen.finding import Finding
from valuegen.leaks.fold import fold, plain
from valuegen.leaks.secrets import LAST, SHORTEST
from valuegen.model.workspace import Workspace
from valuegen.words import Message

Veil = Callable[[str], str]
_Name = tuple[bytes, ...]

_WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+")
_EMAIL = re.compile(r"[\w.+%'-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(rf"\(?\+?\d(?:[\s().-]{{0,3}}\d){{{SHORTEST - 1},}}")
_FAR = 3
"""So many signs may stand between two words of a name: “Díaz, Rosa”."""


def veil_of(workspace: Workspace | None) -> Veil | None:
    """What puts ids in the place of clients; None where there are none."""
    clients = (workspace.contacts or {}).values() if workspace else ()
    if not workspace or not clients:
        return None
    public = {_folded(person.name) for person in workspace.people.values()}
    names: dict[bytes, list[tuple[_Name, str]]] = {}
    values: dict[bytes, str] = {}
    for one in clients:
        name = _folded(one.name)
        if len(name) > 1 and not one.named and name not in public:
            for form in {name, *(name[at:] + name[:at] for at in range(1, len(name)))}:
                names.setdefault(form[0], []).append((form, one.id))
        if one.email:
            values[fold(plain(one.email))] = one.id
        if one.phone:
            values[_digits(one.phone)] = one.id
    for forms in names.values():
        forms.sort(key=lambda form: (-len(form[0]), form[1]))

    def veil(text: str) -> str:
        for pattern, key in ((_EMAIL, lambda found: fold(plain(found))), (_PHONE, _digits)):
            text = pattern.sub(lambda found, key=key: values.get(key(found[0]), found[0]), text)  # type: ignore[misc]
        return _unnamed(text, names) if names else text

    return veil


def veiled(findings: Sequence[Finding], veil: Veil | None) -> Sequence[Finding]:
    """The findings, in whose sentences and data no client is named but by their id."""
    return [_veiled(finding, veil) for finding in findings] if veil else findings


def _veiled(finding: Finding, veil: Veil) -> Finding:
    mend = finding.mend and replace(finding.mend, text=_in(finding.mend.text, veil))
    also = tuple(_in(one, veil) for one in finding.also)
    data = {key: _in(value, veil) for key, value in finding.data.items()}
    return replace(finding, message=_in(finding.message, veil), mend=mend, also=also, data=data)


def _in(value: Any, veil: Veil) -> Any:
    """A value of a message or of data with the veil over each text in it."""
    if isinstance(value, str):
        return veil(value)
    if isinstance(value, Message):
        return replace(value, values={key: _in(one, veil) for key, one in value.values.items()})
    if isinstance(value, tuple | list):
        return type(value)(_in(one, veil) for one in value)
    return {key: _in(one, veil) for key, one in value.items()} if isinstance(value, dict) else value


def _unnamed(text: str, names: dict[bytes, list[tuple[_Name, str]]]) -> str:
    found = [(fold(plain(word[0])), *word.span()) for word in _WORD.finditer(text)]
    parts, done = [], 0
    for first, last, id in _spans(text, found, names):
        parts += [text[done:first], id]
        done = last
    return "".join((*parts, text[done:])) if parts else text


def _spans(
    text: str, found: Sequence[tuple[bytes, int, int]], names: dict[bytes, list[tuple[_Name, str]]]
) -> Iterator[tuple[int, int, str]]:
    """Where names stand, and whose they are. Words that only dashes join are a slug, which stays."""
    at = 0
    while at < len(found):
        length = 1
        for name, id in names.get(found[at][0], ()):
            words = found[at : at + len(name)]
            gaps = [text[one[2] : next[1]] for one, next in pairwise(words)]
            is_name = tuple(word for word, _, _ in words) == name and all(len(gap) <= _FAR for gap in gaps)
            if is_name and any(gap[-1:].isspace() for gap in gaps):
                yield (words[0][1], words[-1][2], id)
                length = len(name)
                break
        at += length


def _folded(name: str) -> _Name:
    return tuple(fold(plain(word)) for word in _WORD.findall(name))


def _digits(phone: str) -> bytes:
    return re.sub(rb"\D", b"", fold(plain(phone)))[-LAST:]
