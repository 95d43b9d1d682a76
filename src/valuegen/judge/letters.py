"""Letters without case and accents, and the words that they make.

What has a byte in Latin-1 is looked up a byte at a time, which is many times faster than character by character; what
has none (a dash, an arrow, a face) has a control character stand in for it meanwhile.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple
from unicodedata import is_normalized, normalize

WORD = re.compile(r"[^\W_]+")

# Accents go, ñ stays: it is a letter of its own (año, ano). One character for one, so that places hold.
_PLAIN = {
    ord(accented): plain for accented, plain in zip("áéíóúüàèìòùâêîôûäëïöç’‘ʼ", "aeiouuaeiouaeiouaeioc'''", strict=True)
}
_CHARSET = "latin-1"
_STAND_INS = [chr(code) for code in range(0x80, 0xA0) if not chr(code).isspace()]
_ANEW = "Σ"
"""How it is in lower case depends on what follows."""
APART = "\x1f"


def _slowly(text: str) -> str:
    low = text.lower()
    if len(low) != len(text):  # İ, and few others, grow
        low = "".join(one.lower() if len(one.lower()) == 1 else one for one in text)
    return low.translate(_PLAIN)


def _bare(letter: str) -> str:
    return letter if letter == APART or WORD.fullmatch(letter) else " "


_BYTES = bytes(range(256)).decode(_CHARSET)
_FOLDED = bytes.maketrans(_BYTES.encode(_CHARSET), "".join(map(_slowly, _BYTES)).encode(_CHARSET))
_LOW = bytes.maketrans(_BYTES.encode(_CHARSET), _BYTES.lower().encode(_CHARSET))
_WORDS = bytes.maketrans(_BYTES.encode(_CHARSET), "".join(map(_bare, _BYTES)).encode(_CHARSET))
_LOW_WORDS = bytes.maketrans(_BYTES.encode(_CHARSET), _LOW.translate(_WORDS).replace(APART.encode(), b" "))
_NO_WORD = re.compile(r"[\W_]")
_ACCENTS = "".join(map(chr, _PLAIN))
_ACCENTED = re.compile(f" ([^ {_ACCENTS}]*+[{_ACCENTS}][^ ]*)")
# Letters dressed as signs (𝐚, Ａ), which some write so that they stand out; what nobody sees within a word.
_DRESSED = re.compile("[\uff01-\uff5e\U0001d400-\U0001d7ff]+")
_UNSEEN = re.compile("[\xad\u200b-\u200d\u2060\ufeff]+")


def fold(text: str) -> str:
    """`text` in lower case without accents (ñ stays), as long as it was."""
    if text.isascii():
        return text.lower()
    narrow, instead = _narrowed(text)
    return _slowly(text) if narrow is None else _widened(narrow.translate(_FOLDED), instead, _slowly)


class Folded(NamedTuple):
    """Texts in the usual letters (in NFC: each with its accent one character), and `whole`, all parted by APART;
    each folded, as long as it was; its folded words. `narrow`: the whole a byte a character, where that can be."""

    texts: Sequence[str]
    whole: str
    folded: Sequence[str]
    words: Sequence[set[str]]
    narrow: bytes | None
    instead: Mapping[str, str]

    def lows(self) -> list[str]:
        """Each text in lower case, accents as they are."""
        if self.narrow is None:
            return list(map(str.lower, self.texts))
        return _widened(self.narrow.translate(_LOW), self.instead, str.lower).split(APART)

    def bare(self) -> str:
        """All words in lower case, where they stand in `lows`; blanks between, before and after."""
        if self.narrow is None or any(map(WORD.match, self.instead)):
            return f" {_NO_WORD.sub(' ', APART.join(self.lows()))} "
        return f" {self.narrow.translate(_LOW_WORDS).decode(_CHARSET)} "


def accented_in(bare: str) -> set[str]:
    """The words with accents; `bare`: words with blanks between, before and after."""
    return set(_ACCENTED.findall(bare))


def folded(texts: Sequence[str]) -> Folded:
    """Several texts at once, which costs little more than one."""
    whole = APART.join(texts)
    narrow, instead = _narrowed(whole)
    if not _is_usual(whole, narrow, instead):
        texts = [_usual(text) for text in texts]
        whole = APART.join(texts)
        narrow, instead = _narrowed(whole)
    if narrow is None or narrow.count(APART.encode()) != len(texts) - 1:
        words = [set(words_of(text)) for text in texts]
        return Folded(texts, whole, list(map(fold, texts)), words, None, {})
    plain = narrow.translate(_FOLDED)
    if any(map(WORD.match, instead)):  # letters that have no byte
        words = [set(words_of(text)) for text in texts]
    else:
        words = [set(text.split()) for text in plain.translate(_WORDS).decode(_CHARSET).split(APART)]
    return Folded(texts, whole, _widened(plain, instead, _slowly).split(APART), words, narrow, instead)


def _is_usual(whole: str, narrow: bytes | None, instead: Mapping[str, str]) -> bool:
    """Whether a text is written in the usual letters, each one character."""
    if "\xad" in whole:
        return False
    if narrow is not None and not instead:
        return True
    odd = whole if narrow is None else "".join(instead)
    return not _DRESSED.search(odd) and not _UNSEEN.search(odd) and is_normalized("NFC", whole)


def _usual(text: str) -> str:
    return normalize("NFC", _DRESSED.sub(lambda found: normalize("NFKC", found[0]), _UNSEEN.sub("", text)))


def words_of(text: str) -> list[str]:
    """The words of a text, folded, in order."""
    return list(map(fold, WORD.findall(text.lower())))


def _narrowed(text: str) -> tuple[bytes | None, Mapping[str, str]]:
    """A text a byte a character, and what stands in for which; None where that can't be."""
    instead: dict[str, str] = {}
    while True:
        try:
            return text.encode(_CHARSET), instead
        except UnicodeEncodeError as error:
            odd = text[error.start]
            stands = _STAND_INS[len(instead)] if len(instead) < len(_STAND_INS) else odd
            if odd == _ANEW or stands in text:
                return None, instead
            instead[odd] = stands
            text = text.replace(odd, stands)


def _widened(narrow: bytes, instead: Mapping[str, str], made: Callable[[str], str]) -> str:
    """The text again; `made`: how what has no byte is written there."""
    text = narrow.decode(_CHARSET)
    for odd, stands in instead.items():
        text = text.replace(stands, made(odd))
    return text
