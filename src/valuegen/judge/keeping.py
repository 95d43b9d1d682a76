"""A `Judgement` as bytes and back, and the key of what it was made from: a cache's three needs."""

import hashlib
import json
import sys
import unicodedata
from dataclasses import astuple, fields
from functools import cache
from pathlib import Path

from valuegen.judge.parts import Ground, Hit, Judgement, Writing
from valuegen.prose import dump as dump_prose

_NAMES = tuple(field.name for field in fields(Judgement))


def dump(judgement: Judgement) -> bytes:
    """JSON in UTF-8, without the names; `load` gives the same `Judgement` back."""
    values = [[astuple(hit) for hit in getattr(judgement, name)] for name in _NAMES]
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()


def load(data: bytes) -> Judgement:
    """The `Judgement` that `dump` wrote; ValueError for bytes that it did not write."""
    try:
        values = zip(_NAMES, json.loads(data), strict=True)
        return Judgement(**{name: tuple(Hit(*hit) for hit in hits) for name, hits in values})
    except TypeError as error:
        raise ValueError("not a judgement") from error


def key(writing: Writing, ground: Ground, text: bytes | None = None) -> bytes:
    """A digest of all that `judge(writing, ground)` depends on. `text`: the key of the prose, where it is at hand."""
    if text is None:
        text = dump_prose(writing.prose) if writing.prose else b""
    digest = hashlib.blake2b(_program(), digest_size=20)
    said = sorted((name, one.add, one.without) for name, one in ground.words.items())
    digest.update(repr((writing.title, writing.summary, writing.ask, ground.language, ground.products, said)).encode())
    digest.update(b"\0" + text)
    return digest.digest()


@cache
def _program() -> bytes:
    """What makes a `Judgement`: our sources, our lists, Python's idea of a letter."""
    digest = hashlib.blake2b(digest_size=20)
    folder = Path(__file__).parent
    for source in sorted((*folder.glob("*.py"), *folder.glob("lists/*/*.toml"))):
        digest.update(source.relative_to(folder).as_posix().encode() + b"\0")
        digest.update(hashlib.blake2b(source.read_bytes()).digest())
    digest.update(repr((unicodedata.unidata_version, sys.version)).encode())
    return digest.digest()
