"""The words of a text counted, and its letters gathered, a byte at a time.

For the characters of western Europe, in which nearly everything here is written; what has others is read by
`sentences.words_of` and `sentences.letters_of`, which say what all of it means.
"""

from functools import cache

from valuegen.prose.sentences import letters_of, words_of

# The first holds half as many characters, and is three times as quick.
_CODINGS = ("latin-1", "cp1252")
_MORE = 0
"""Stands for a character that is more than one letter, or none of ours: "½", "ß", "µ"."""


def counted(text: str) -> tuple[int, bytes]:
    """How many words there are, and their letters and digits, case and accents aside."""
    for coding in _CODINGS:
        try:
            coded = text.encode(coding)
        except UnicodeEncodeError:
            continue
        shape, plain, others = _tables(coding)
        letters = coded.translate(plain, others)
        if _MORE in letters:
            letters = letters_of(words_of(text))
        return (b" " + coded.translate(shape)).count(b" a"), letters
    words = words_of(text)
    return len(words), letters_of(words)


@cache
def _tables(coding: str) -> tuple[bytes, bytes, bytes]:
    """Of each byte: "a" in a word, a blank elsewhere; its plain letter; and the bytes that are in no word."""
    characters = [bytes([byte]).decode(coding, "replace") for byte in range(256)]
    words = [words_of(character) for character in characters]
    plain = [letters_of(word) for word in words]
    shape = bytes(ord("a") if word else ord(" ") for word in words)
    folded = bytes(letters[0] if len(letters) == 1 else _MORE for letters in plain)
    return shape, folded, bytes(byte for byte, word in enumerate(words) if not word)
