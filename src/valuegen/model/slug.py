"""A text as an id: lower-case letters, digits and hyphens, of any script."""

from slugify import slugify


def slug_of(text: str) -> str:
    """`Masa madre` → `masa-madre`, `日本語` → `ri-ben-yu`; a text of signs alone is spelt by its code points.

    Never empty.
    """
    # The backend is named: else it is another one where Unidecode happens to be installed, and slow where it is not.
    made = slugify(text, entities=False, decimal=False, hexadecimal=False, backend="text-unidecode")
    return made or "-".join(f"{ord(character):x}" for character in text) or "0"
