"""Texts as the search for leaks compares them: case, accents, Unicode forms and invisible characters undone.

A folded text is bytes: small ASCII letters, digits and signs; other letters in UTF-8, without their marks; for every
other character a space. `words` are its runs of letters or digits.
"""

import re
import unicodedata

APART = "\1"
"""A character that counts as a word of its own, and stands in no text that is looked at (`plain`)."""
BREAK = f" {APART * 6} "
"""Between two texts: no run of words, nor of digits, goes over it."""
FEW = 40
"""So many different characters are sooner replaced one after the other than where they stand."""
_OTHER = re.compile(r"[^\x00-\x7f]")
_IS_WORD = bytes(byte if byte >= 0x80 or chr(byte).isalnum() or chr(byte) == APART else ord(" ") for byte in range(256))
# Letters and symbols that show nothing: Hangul fillers, the blank Braille pattern.
_INVISIBLE = frozenset("\u115f\u1160\u3164\uffa0\u2800")
# Letters that Unicode doesn't take for others with a mark, and people do.
_NEAR = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i"}
    # Cyrillic and Greek letters that look like Latin ones, and small capitals.
    | dict(zip("авенкморстухіјѕԁһԛԝ", "abehkmopctyxijsdhqw", strict=True))
    | dict(zip("αεικνορτυχ", "aeikvoptux", strict=True))
    # Armenian and phonetic ones; Cherokee.
    | dict(zip("օոսհցɑɡɩʋѵӏ", "onuhgagiuvl", strict=True))
    | dict(zip("ᎠᎡᎢᎪᎫᎬᎳᎷᎻᎶᏃᏒᏚᏞᏟᏢᏦᏴᏙ", "drtajewmhgzrslcpkbv", strict=True))
    | dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz", strict=True))
)
_TAGS = range(0xE0020, 0xE007F)
"""Invisible letters, by the place of the visible one."""
_FRAMED = (0x1F150, 0x1F170, 0x1F1E6)
"""Where the capitals in black circles, in black squares and of flags begin: signs to Unicode, letters to people."""


class _Folded(dict[str, str]):
    """Every character outside ASCII that was met, and what it folds to."""

    def __missing__(self, character: str) -> str:
        self[character] = folded = _fold_character(character)
        return folded


def _fold_character(character: str) -> str:
    if character in _INVISIBLE:
        return ""
    if ord(character) in _TAGS:
        return chr(ord(character) - 0xE0000).lower()
    for first in _FRAMED:
        if first <= ord(character) < first + 26:
            return chr(ord("a") + ord(character) - first)
    simple = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold())
    return "".join(_fold_plain(part) for part in simple.translate(_NEAR))


def _fold_plain(part: str) -> str:
    if part.isascii():
        return part
    kind = unicodedata.category(part)
    if kind in ("Mn", "Me", "Cf"):  # marks, and what formats: soft hyphens, zero widths, directions
        return ""
    if kind == "Nd":
        return str(unicodedata.decimal(part))
    return part if part.isalnum() and not unicodedata.category(part).startswith("C") else " "


_FOLDED = _Folded()


def plain(text: str) -> str:
    """A text of others, without the character that is ours."""
    return text.replace(APART, " ") if APART in text else text


def fold(text: str) -> bytes:
    """The folded form of a text."""
    if not text.isascii():
        others = {character: _FOLDED[character] for character in set(_OTHER.findall(text))}
        if len(others) <= FEW and "".join(others.values()).isascii():
            for character, folded in others.items():
                text = text.replace(character, folded)
        else:
            text = _OTHER.sub(lambda found: others[found[0]], text)
    return text.lower().encode("utf-8", "replace")


def words(folded: bytes) -> list[bytes]:
    """The runs of letters or digits of a folded text."""
    return folded.translate(_IS_WORD).split()


# What a byte of a file that is no text folds to, read as Latin-1.
LATIN = bytes((fold(chr(byte)) or b" ")[0] if byte >= 0x20 else ord(" ") for byte in range(256))
_PAIRS = re.compile(rb"[\xc2-\xcd][\x80-\xbf]|\xe2[\x80-\x81][\x80-\xbf]")
_WIDE = re.compile(rb"(?:[\t\n\r\x20-\xff]\0){4,}|(?:\0[\t\n\r\x20-\xff]){4,}")
"""UTF-16: what follows a run of it is no part of its last word."""
_ASCII = bytes(ord(chr(byte).lower()) if 0x20 <= byte < 0x7F else ord(" ") for byte in range(256))


def fold_bytes(data: bytes) -> bytes:
    """The folded forms of what may be text in a file that is none: Latin-1, UTF-8 and UTF-16, of Latin letters."""
    pairs = _PAIRS.sub(lambda found: fold(found[0].decode("utf-8")), data)
    apart = data.replace(b"\xff\xfe", b"\x1f\x1f").replace(b"\xfe\xff", b"\x1f\x1f")  # marks of UTF-16 begin a text
    apart = _WIDE.sub(lambda found: b" %b " % found[0].replace(b"\0", b""), apart)
    narrow = apart.replace(b"\0\0", b" ").replace(b"\0", b"")
    return BREAK.encode().join((data.translate(LATIN), pairs.translate(_ASCII), narrow.translate(LATIN)))
