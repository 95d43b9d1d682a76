"""A `Prose` as bytes and back, and the key of what it was made from: a cache's three needs."""

import hashlib
import json
import sys
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import fields
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from valuegen.extras import FAST, HIGHLIGHT, version_of
from valuegen.prose.engines import QUICK, USUAL
from valuegen.prose.labels import LABELS, label
from valuegen.prose.parts import Heading, Link, LinkKind, Passage, Prose, Spot, Trouble
from valuegen.room import Laid
from valuegen.words import Message, voice

_PARTS: dict[str, Any] = {"questions": Spot, "headings": Heading, "passages": Passage, "codes": Spot}
_KINDS: dict[str, LinkKind] = {"link": "link", "image": "image"}
_LATER = ("chunks", "paragraphs")
_ENCODER = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))
_NOW = tuple(field.name for field in fields(Prose) if field.name not in _LATER)


def dump(prose: Prose) -> bytes:
    """JSON in UTF-8, without the names; `load` gives the same `Prose` back.

    A line with what is short, and how long the parts after it are, which are read when they are asked for.
    """
    later = [_json(getattr(prose, name)) for name in _LATER]
    values = {name: getattr(prose, name) for name in _NOW}
    values["troubles"] = [_plain(trouble) for trouble in prose.troubles]
    if prose.slots == _slots_of(prose.links):  # but of a page that would be too large
        values["slots"] = None
    return b"\n".join((_json([*values.values(), *map(len, later)]), b"".join(later)))


def load(data: bytes, lay: Callable[[bytes], Laid] | None = None) -> Prose:
    """The `Prose` that `dump` wrote; ValueError for bytes that are none, or not all. `lay`: puts what is read later
    where it is to lie."""
    try:
        line, _, rest = data.partition(b"\n")
        *short, chunks, paragraphs = json.loads(line)
        if len(rest) != chunks + paragraphs:
            raise ValueError("not a whole prose")
        values = dict(zip(_NOW, short, strict=True))
        for name, part in _PARTS.items():
            values[name] = tuple(part(*items) for items in values[name])
        links = tuple(Link(target, _KINDS[kind], *more) for target, kind, *more in values["links"])
        values["links"], slots = links, values["slots"]
        values["slots"] = _slots_of(links) if slots is None else tuple((_KINDS[kind], to) for kind, to in slots)
        values["troubles"] = tuple(_trouble(*items) for items in values["troubles"])
        laid, start, end = lay(rest) if lay else (rest, 0, len(rest))
        return Prose.kept(values, {"chunks": (laid, start, start + chunks), "paragraphs": (laid, start + chunks, end)})
    except (TypeError, KeyError, RecursionError) as error:
        raise ValueError("not a prose") from error


def key(text: str, language: str, engine: str = USUAL) -> bytes:
    """A digest of all that `parse(text, language, engine)` depends on: those, and the program."""
    digest = hashlib.blake2b(_program(language, voice(language), engine), digest_size=20)
    digest.update(text.encode(errors="surrogatepass"))
    return digest.digest()


@cache
def _program(language: str, voice: str, engine: str) -> bytes:
    """What makes a `Prose` of a text: our sources, our words, the libraries, Python's idea of a letter."""
    digest = hashlib.blake2b(digest_size=20)
    for source in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(source.name.encode() + b"\0" + hashlib.blake2b(source.read_bytes()).digest())
    made_with = (
        language,
        voice,
        engine,
        version_of(FAST) if engine == QUICK else "",
        version_of(HIGHLIGHT),
        *(label(name, language) for name in LABELS),
        *(version(library) for library in ("markdown-it-py", "mdit-py-plugins", "python-slugify")),
        unicodedata.unidata_version,
        sys.version,
    )
    digest.update(repr(made_with).encode())
    return digest.digest()


def _slots_of(links: Iterable[Link]) -> tuple[tuple[LinkKind, str], ...]:
    """Where each link of a page leads, as `Prose.slots` says it."""
    return tuple((link.kind, link.target) for link in links)


def _json(value: Any) -> bytes:
    return _ENCODER.encode(value).encode()


def _plain(trouble: Trouble) -> list[Any]:
    messages = (trouble.message, trouble.mend)
    return [*(one and [one.id, one.values, one.many, one.n] for one in messages), trouble.line, trouble.column]


def _trouble(message: list[Any], mend: list[Any] | None, line: int, column: int) -> Trouble:
    return Trouble(_message(*message), None if mend is None else _message(*mend), line, column)


def _message(identity: str, values: dict[str, Any], many: str | None, n: int) -> Message:
    # The values of our messages are texts, whole numbers, and tuples of texts.
    return Message(identity, {name: tuple(v) if isinstance(v, list) else v for name, v in values.items()}, many, n)
