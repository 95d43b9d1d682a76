"""A text as an id: lower-case letters, digits and hyphens, of any script."""

from slugify import slugify


def slug_of(text: str) -> str:
    """`Masa madre` → `masa-madre`, `日本語` → `ri-ben-yu`; a text of signs alone is spelt by its code points.

    Never empty.
    """
    made = slugify(text, entities=False, decimal=False, hexadecimal=False)
    return made or "-".join(f"{ord(character):x}" for character in text) or "0"
