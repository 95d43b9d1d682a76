"""Other ways to write a text so that nobody searches for it: an email spelled out, a text put together by a script.

Each is gated by a sign that stands in few texts and is fast to look for: this is asked of every page.
"""

import re
from collections.abc import Iterator, Mapping

from valuegen.leaks.codings import MARGIN, near
from valuegen.leaks.fold import plain

_AT = re.compile(r"\s*[\[({]\s*(?:at|arroba|@)\s*[\])}]\s*|\s+(?:at|arroba)\s+", re.IGNORECASE)
_MARK = re.compile(
    r"[\[({]\s?(?:[Aa][Tt]|[Aa][Rr][Rr][Oo][Bb][Aa]|@)\s?[\])}]|\s(?:[Aa][Tt]|[Aa][Rr][Rr][Oo][Bb][Aa])\s"
)
_DOT = re.compile(r"\s*[\[({]\s*(?:dot|punto|\.)\s*[\])}]\s*|\s+(?:dot|punto)\s+", re.IGNORECASE)
_SHAPE = bytes(
    ord("(") if chr(byte) in "([{}])" else ord(chr(byte).lower()) if byte < 0x80 else byte for byte in range(256)
)
"""Small letters, and one sign for what stands around `at`."""
_SPELLED = (b"(at(", b"(@(", b"arroba", b" dot ")
_TURNED = (b"<bdo", b"bidi-override")
_JOIN = re.compile(r"[\"'`]\s*\+\s*[\"'`]")
_NUMBERS = re.compile(r"\d{1,7}(?:\s*,\s*\d{1,7}){6,}")
_BYTES = re.compile(r"0x[0-9a-fA-F]{2}(?:[\s,;]+0x[0-9a-fA-F]{2}){6,}")
_RTF = re.compile(r"\\'([0-9a-fA-F]{2})|\\u(\d{1,5}) ?\??")
_RTF_BREAK, _RTF_WORD = re.compile(r"\\(?:par|line|tab|cell|row)\b ?"), re.compile(r"\\[a-z]{1,32}-?\d{0,9} ?|[{}\r\n]")
_SEALED = re.compile(r"(?:data-cfemail=[\"']?|email-protection#)([0-9a-f]{10,400})")
_DEFINES = "<!ENTITY"
_DEFINED = re.compile(r"<!ENTITY\s+([\w.-]{1,40})\s+(?:\"([^\"<>]{0,4000})\"|'([^'<>]{0,4000})')")
_USED = re.compile(r"&([\w.-]{1,40});")
_LONGEST = 4_000
"""So many letters of what a document defines for itself are put in its place."""


def spelled(text: str) -> Iterator[str]:
    """What else a text says to whom reads it, or runs it."""
    shape = text.encode("utf-8", "replace").translate(_SHAPE)
    if any(sign in shape for sign in _SPELLED):
        for first, last in near(_MARK.finditer(text), MARGIN, len(text)):
            yield _DOT.sub(".", _AT.sub("@", text[first:last]))
    if "+" in text and _JOIN.search(text):
        yield _JOIN.sub("", text)
    if "String.from" in text:
        yield _NUMBERS.sub(_characters, text)
    if "0x" in text:
        yield _BYTES.sub(_bytes, text)
    if text.startswith("{\\rtf"):
        coded = _RTF.sub(_of_rtf, text)
        yield coded
        yield _RTF_WORD.sub("", _RTF_BREAK.sub(" ", coded))
    if "email-protection" in text or "data-cfemail" in text:
        yield "\n".join(map(_unsealed, _SEALED.findall(text)))
    if _DEFINES in text:
        yield from _defined(text)
    if "\u202e" in text or any(sign in shape for sign in _TURNED):  # shown the other way round
        yield text[::-1]


def _unsealed(sealed: str) -> str:
    """An address as Cloudflare hides it: its first byte is put over each of the others."""
    first, *others = bytes.fromhex(sealed[: len(sealed) // 2 * 2])
    return plain(bytes(first ^ one for one in others).decode("utf-8", "replace"))


def _defined(text: str) -> Iterator[str]:
    """A text with the entities that it defines for itself in their places, and theirs in turn, within bounds."""
    known = {name: one or other for name, one, other in _DEFINED.findall(text)}
    for _ in range(4):
        known = {name: _put(one, known, _LONGEST) for name, one in known.items()}
    if known:
        yield _put(text, known, len(text) + (1 << 16)).replace(_DEFINES, "")


def _put(text: str, known: Mapping[str, str], most: int) -> str:
    left = most

    def said(used: re.Match[str]) -> str:
        nonlocal left
        meant = known.get(used[1], used[0])
        left -= len(meant)
        return meant if left > 0 else " "

    return _USED.sub(said, text)


def _characters(found: re.Match[str]) -> str:
    return "".join(_character(int(number)) for number in found[0].split(","))


def _character(number: int) -> str:
    return plain(chr(number)) if number < 0x110000 and not 0xD800 <= number < 0xE000 else " "


def _bytes(found: re.Match[str]) -> str:
    return plain(bytes.fromhex("".join(re.findall(r"0x([0-9a-fA-F]{2})", found[0]))).decode("utf-8", "replace"))


def _of_rtf(found: re.Match[str]) -> str:
    if found[1]:
        return plain(bytes.fromhex(found[1]).decode("cp1252", "replace"))
    return _character(int(found[2]))
