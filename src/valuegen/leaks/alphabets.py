"""Bytes that are written with the letters of an alphabet: base64, base32, ASCII85, hexadecimal, in lines or in pairs.

Where such a run begins and ends can't be known, so all is tried that gives mostly a text, or the beginning of a file.
"""

import base64
import re
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache

SHORT, LONG = 14, 240
"""The least length of base64, without its padding; and from that on it may be a file of its own."""
FILES = (
    b"\x89PNG", b"\xff\xd8\xff", b"RIFF", b"GIF8", b"PK\3\4", b"\x1f\x8b", b"%PDF", b"BZh", b"\xfd7zXZ", b"x\x9c",
    b"x\xda",
)  # fmt: skip
"""How files begin that may hold something."""

_LINE = b"x" * 40
"""A run so long may go on in the next line."""
_PAIRS = b"hhs" * 8
"""The shape of bytes that are written in hexadecimal one by one, as `52 6f 73` and `52:6f:73`."""


def _table(alphabet: str, sign: str, others: str = "", other: str = "") -> bytes:
    """Makes `sign` of each byte of an alphabet, `other` of some others, and spaces of the rest."""
    signs = {**dict.fromkeys(others.encode(), other), **dict.fromkeys(alphabet.encode(), sign)}
    return bytes(ord(signs.get(byte, " ")) for byte in range(256))


_DIGITS = "0123456789"
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_RUNS = _table(f"{_DIGITS}{_LETTERS}+/_-", "x", "\r\n", "n")
_HEX_PAIRS = _table(f"{_DIGITS}abcdefABCDEF", "h", " :-", "s")
_WRAPPED = re.compile(rb"(?<!x)x{40,}+(?:n+ *x+)+")
_HEX = re.compile(r"(?<![0-9a-fA-F])(?:[0-9a-fA-F]{2}){8,}(?![0-9a-fA-F])")
_PAIRED = re.compile(rb"[0-9a-fA-F]{2}(?:[ :-][0-9a-fA-F]{2}){7,}")
_BASE32 = re.compile(r"[A-Z2-7]{16,}|[a-z2-7]{16,}")
_ASCII85 = re.compile(r"[!-uz\s]{10,}(?=~>)")
_READABLE = bytes((0, 9, 10, 13, *range(0x20, 0x7F)))
_URL_SAFE = str.maketrans("-_", "+/")


def packed(text: str) -> Iterator[bytes]:
    """The bytes of what may be coded so in a text, of at least 16 characters."""
    data = text.encode("utf-8", "replace")
    for run in _runs(data):
        yield from _in_run(run) if len(run) < LONG else _of_run(run)
    if data.translate(_HEX_PAIRS).find(_PAIRS) >= 0:
        for found in _PAIRED.finditer(data):
            whole = bytes.fromhex(re.sub(r"[:-]", " ", found[0].decode("ascii")))
            yield from (whole, whole[1:])  # a word before it (`de`) may look like one of them
    if "~>" in text:
        for run in _ASCII85.findall(text):
            with suppress(ValueError):
                yield from _plausible(base64.a85decode(run))


@lru_cache(maxsize=1 << 14)
def _in_run(run: str) -> tuple[bytes, ...]:
    """The same long words (classes, addresses) stand on every page."""
    return tuple(_of_run(run))


def _of_run(run: str) -> Iterator[bytes]:
    """A run is looked at whole; if it is short, its parts between the signs of addresses are too."""
    parts = [] if len(run) >= LONG else re.split("[-/]", run)
    for part in dict.fromkeys([run, *parts]):
        if len(part) >= SHORT:
            yield from _unpack(part)
        if _BASE32.fullmatch(part):
            yield from _of_base32(part.upper())
    for found in _HEX.finditer(run):
        yield from _plausible(bytes.fromhex(found[0]))


def _runs(data: bytes) -> Iterator[str]:
    """The long runs of characters of base64, without their padding; those that go on in the next line are one, too."""
    lines = data.translate(_RUNS)
    marked = lines.replace(b"n", b" ")
    first = marked.find(b"x" * SHORT)
    while first >= 0:
        last = marked.find(b" ", first) % (len(data) + 1)
        if last - first + len(data[last : last + 2]) - len(data[last : last + 2].lstrip(b"=")) >= SHORT + 2:
            yield data[first:last].decode("ascii")
        first = marked.find(b"x" * SHORT, last)
    if lines.find(_LINE) >= 0:
        for found in _WRAPPED.finditer(lines):
            yield re.sub(rb"[^\w+/-]+", b"", data[found.start() : found.end()]).decode("ascii")


def _unpack(run: str) -> Iterator[bytes]:
    run = run.translate(_URL_SAFE)
    for start in range(1 if len(run) >= LONG else 4):
        part = run[start:]
        part = part[: len(part) - 1] if len(part) % 4 == 1 else part
        yield from _plausible(base64.b64decode(part + "=" * (-len(part) % 4)))


def _of_base32(run: str) -> Iterator[bytes]:
    """Read from where it begins. A length that none has is cut to one that is."""
    left = len(run) % 8
    whole = run[: len(run) - {1: 1, 3: 1, 6: 1}.get(left, 0)]
    with suppress(ValueError):
        yield from _plausible(base64.b32decode(whole + "=" * (-len(whole) % 8)))


def _plausible(data: bytes) -> Iterator[bytes]:
    """It, where it is mostly a text, or enough for a file."""
    if data and _is_plausible(data):
        yield data


def _is_plausible(data: bytes) -> bool:
    if data.startswith(FILES):
        return True
    strange = len(data.translate(None, _READABLE))
    if strange * 4 <= len(data) or len(data) >= LONG * 3 // 4:
        return True
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return min(data) >= 9
