"""Other ways to write a text so that nobody searches for it: an email spelled out, a text put together by a script.

Each is gated by a sign that stands in few texts and is fast to look for: this is asked of every page.
"""

import re
from collections.abc import Iterator

from valuegen.leaks.fold import plain

_AT = re.compile(r"\s*[\[({<]\s*(?:at|arroba)\s*[\])}>]\s*|\s+arroba\s+", re.IGNORECASE)
_DOT = re.compile(r"\s*[\[({<]\s*(?:dot|punto)\s*[\])}>]\s*|\s+punto\s+", re.IGNORECASE)
_JOIN = re.compile(r"[\"'`]\s*\+\s*[\"'`]")
_NUMBERS = re.compile(r"\d{1,7}(?:\s*,\s*\d{1,7}){6,}")
_BYTES = re.compile(r"0x[0-9a-fA-F]{2}(?:[\s,;]+0x[0-9a-fA-F]{2}){6,}")
_RTF = re.compile(r"\\'([0-9a-fA-F]{2})|\\u(\d{1,5}) ?\??")


def spelled(text: str) -> Iterator[str]:
    """What else a text says to whom reads it, or runs it."""
    if "(at" in text or "[at" in text or "rroba" in text:
        yield _DOT.sub(".", _AT.sub("@", text))
    if "+" in text and _JOIN.search(text):
        yield _JOIN.sub("", text)
    if "String.from" in text:
        yield _NUMBERS.sub(_characters, text)
    if "0x" in text:
        yield _BYTES.sub(_bytes, text)
    if text.startswith("{\\rtf"):
        yield _RTF.sub(_of_rtf, text)


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
