"""A `Judgement` as bytes and back, and the key of what it was made from: a cache's three needs."""

import hashlib
import json
import sys
import unicodedata
from dataclasses import fields
from functools import cache
from pathlib import Path

from valuegen.judge.parts import NOTHING, Ground, Hit, Judgement

_NAMES = tuple(field.name for field in fields(Judgement))
_NOTHING = b"[]"


def dump(judgement: Judgement) -> bytes:
    """JSON in UTF-8, without the names; `load` gives the same `Judgement` back."""
    if judgement == NOTHING:
        return _NOTHING
    hits = [[(hit.sort, hit.text, hit.where, hit.line) for hit in getattr(judgement, name)] for name in _NAMES]
    return json.dumps(hits, ensure_ascii=False, separators=(",", ":")).encode()


def load(data: bytes) -> Judgement:
    """The `Judgement` that `dump` wrote; ValueError for bytes that it did not write."""
    if data == _NOTHING:
        return NOTHING
    try:
        values = zip(_NAMES, json.loads(data), strict=True)
        return Judgement(**{name: tuple(Hit(*hit) for hit in hits) for name, hits in values})
    except TypeError as error:
        raise ValueError("not a judgement") from error


def key(title: str, summary: str, ask: str, text: str, ground: bytes) -> bytes:
    """A digest of all that `judge` depends on; `ground`: its key."""
    digest = hashlib.blake2b(ground, digest_size=20)
    digest.update(repr((title, summary, ask)).encode())
    digest.update(b"\0" + text.encode(errors="surrogatepass"))
    return digest.digest()


def key_of_ground(ground: Ground, prose: bytes) -> bytes:
    """A digest of what is the same for all writings; `prose`: of what makes a `Prose` of a text."""
    digest = hashlib.blake2b(_program() + prose, digest_size=20)
    said = sorted((name, one.add, one.without) for name, one in ground.words.items())
    digest.update(repr((ground.language, ground.products, said)).encode())
    return digest.digest()


@cache
def _program() -> bytes:
    """What makes a `Judgement`: our sources, lists and weights, Python's idea of a letter."""
    digest = hashlib.blake2b(digest_size=20)
    folder = Path(__file__).parent
    for source in sorted((*folder.glob("*.py"), *folder.glob("lists/*/*.toml"), *folder.glob("weights/*.tsv"))):
        digest.update(source.relative_to(folder).as_posix().encode() + b"\0")
        digest.update(hashlib.blake2b(source.read_bytes()).digest())
    digest.update(repr((unicodedata.unidata_version, sys.version)).encode())
    return digest.digest()
