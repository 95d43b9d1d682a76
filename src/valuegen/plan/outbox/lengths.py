"""How long a text may be where it is put, and how much of it is seen before somebody asks for more.

The figures are those that the services and their programs show (seen in 2026); they change them now and then.
"""

import re
from dataclasses import dataclass

X_LINK = 23
"""What an address counts on X, whatever its length (twitter-text, `transformedURLLength`)."""
_ADDRESS = re.compile(r"https?://\S+")
# twitter-text, config v3: what counts one; all else, emoji too, counts two
_LIGHT = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))
_JOINER = "\u200d"
_SILENT = re.compile("[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]")
_FLAG = re.compile("[\U0001f1e6-\U0001f1ff]{2}")


@dataclass(frozen=True, slots=True)
class Room:
    """What a channel bears: characters in all (0: no limit that matters), and those that are seen at once (0: all)."""

    limit: int = 0
    seen: int = 0


ROOMS: dict[str, Room] = {
    "whatsapp": Room(65_536, 3_000),
    "telegram": Room(4_096),
    "linkedin": Room(3_000, 210),
    "facebook": Room(63_206, 477),
    "instagram": Room(2_200, 125),
    "x": Room(280),
    "youtube": Room(5_000, 157),
    "tiktok": Room(2_200, 100),
}
SUBJECT_SEEN = 60
"""Of an email's subject so many characters are seen on a desk; on a phone about half."""
PREVIEW_SEEN = 100
MAILTO_SEEN = 2_000
"""Addresses longer than this are cut, or not opened at all, by some mail programs (Outlook: 2,083 characters)."""


def room_of(channel: str) -> Room:
    """What a channel bears, by its id."""
    return ROOMS.get(channel, Room())


def length_on(channel: str, text: str) -> int:
    """How many characters a text counts there."""
    return x_length(text) if channel == "x" else len(text)


def x_length(text: str) -> int:
    """As X counts: an address 23, an emoji two (also one made of several), most of other scripts two."""
    bare, links = _ADDRESS.subn("", text)
    plain, flags = _FLAG.subn("", _SILENT.sub("", bare))
    total, after_joiner = X_LINK * links + 2 * flags, False
    for one in plain:
        if one == _JOINER:
            after_joiner = True
            continue
        total += 0 if after_joiner else 1 if any(low <= ord(one) <= high for low, high in _LIGHT) else 2
        after_joiner = False
    return total


def beginning(text: str, size: int) -> str:
    """The beginning of a text in one line, at most so many characters, at the end of a word where there is one."""
    line = " ".join(text.split())
    if len(line) <= size:
        return line
    cut = line[: size - 1]
    return f"{cut[: cut.rfind(' ')] if ' ' in cut else cut}…"
