"""Words and sentences of readable text: counted, told apart, cut."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable

from valuegen.prose.parts import Spot

WORD = re.compile(r"[^\W_]+")

# A sentence ends with its marks, and what closes around them, before white space. The marks are taken
# whole (possessive), so that a page of dots costs its length once; one of them stands first, so that `re` goes from
# mark to mark.
_END = re.compile(r"[.!?…](?<![.!?…][.!?…])[.!?…]*+[)\]}»”’\"']*+(?=\s|$)")
_ENDS = frozenset(".!?…)]}»”’\"'")
_ADDRESS = re.compile(r"(?<!\S)\S*?(?:://|www\.)\S*+")
_NOT_LATIN = re.compile("[^\x00-\x7f\u0300-\u036f]")
_OPENERS = "([{¿¡«“‘\"'"

EXCERPT_WORDS = 30


def words_of(text: str) -> list[str]:
    """The words of `text`: runs of letters and digits."""
    words = WORD.findall(text)
    if not text.isascii() and not unicodedata.is_normalized("NFC", text):
        words = WORD.findall(unicodedata.normalize("NFC", text))  # else an accent of its own parts a word
    return words


def questions(text: str, line: int) -> Iterable[Spot]:
    """The sentences of a paragraph that end in `?`, each with the line on which it begins.

    A `?` inside an address is no question, and neither is one that stands alone, as in "(?)".
    """
    plain = _ADDRESS.sub(lambda found: _blank(found[0]), text) if "://" in text or "www." in text else text
    start = 0
    for end in _END.finditer(plain):
        before = plain[start : end.start()].rstrip()
        if "?" in end[0] and before and before[-1] not in _OPENERS and WORD.search(before):
            asked = text[start : end.end()]
            lead = len(asked) - len(asked.lstrip())
            yield Spot(" ".join(asked.split()), line + text.count("\n", 0, start + lead))
        start = end.end()


def _blank(address: str) -> str:
    """An address with its inner marks gone, and the sentence's own marks after it kept."""
    core = address.rstrip(".!?…)]}»”’\"'")
    return "x" * len(core) + address[len(core) :]


def excerpt(paragraphs: Iterable[str]) -> str:
    """About the first 30 words, cut at the end of a sentence where one is near, else with "…"."""
    words: list[str] = []
    for paragraph in paragraphs:
        words += paragraph.split(maxsplit=EXCERPT_WORDS * 2 + 1)
        if len(words) > EXCERPT_WORDS * 2:
            break
    if len(words) <= EXCERPT_WORDS:
        return " ".join(words)
    for last in range(min(len(words), EXCERPT_WORDS * 4 // 3), EXCERPT_WORDS // 3, -1):
        if words[last - 1][-1] in _ENDS and _END.search(words[last - 1]):
            return " ".join(words[:last])
    return " ".join(words[:EXCERPT_WORDS]).rstrip(",;:—–-") + "…"


def letters_of(words: list[str]) -> bytes:
    """The letters and digits of some words, case and accents aside."""
    letters = unicodedata.normalize("NFKD", "".join(words)).casefold()
    # Where all that is not ASCII are accents, dropping it is the same, and five times as fast.
    accents_only = _NOT_LATIN.search(letters) is None
    return letters.encode("ascii", "ignore") if accents_only else "".join(WORD.findall(letters)).encode()


def fingerprint(letters: bytes) -> str:
    """A digest of the letters of a text; "" where there are none."""
    return hashlib.blake2b(letters, digest_size=16).hexdigest() if letters else ""
