"""How many text messages a text becomes (3GPP TS 23.038, 6.2.1; 23.040, 9.2.3.24.1).

Characters of the GSM alphabet go by 160 in a message, or by 153 where several are joined; a text with any other goes as
UCS-2, by 70 or 67. No message ends in the middle of a character.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
    "¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
"""The GSM 7 bit default alphabet; one septet each."""
EXTENDED = frozenset("\f^{}\\[~]|€")
"""Its extension table: two septets each, the escape and the character."""
_SIZES = {"GSM-7": (160, 153), "UCS-2": (70, 67)}
_TYPOGRAPHY = str.maketrans(
    {
        **dict.fromkeys("“”„«»", '"'),
        **dict.fromkeys("‘’‚‹›", "'"),
        **dict.fromkeys("–—‑", "-"),
        **dict.fromkeys("\xa0\u202f\u2009\t", " "),
        "…": "...",
        "•": "-",
    }
)


@dataclass(frozen=True, slots=True)
class Sms:
    """A text as text messages. `units`: septets, or 16-bit units; `left`: how many more the last message would hold.

    `others`: the characters, each once, for which it goes as UCS-2.
    """

    encoding: Literal["GSM-7", "UCS-2"]
    units: int
    messages: int
    left: int
    others: tuple[str, ...] = ()


def plainer(text: str) -> str:
    """The same with typewriter quotes, dashes and spaces, which the GSM alphabet has; letters stay as they are."""
    return text.translate(_TYPOGRAPHY)


def counted(text: str) -> Sms:
    """How a phone sends it; nothing at all is no message."""
    others = tuple(dict.fromkeys(one for one in text if one not in BASIC and one not in EXTENDED))
    if others:
        widths = [2 if ord(one) > 0xFFFF else 1 for one in text]
        return _filled("UCS-2", widths, others)
    return _filled("GSM-7", [2 if one in EXTENDED else 1 for one in text], ())


def _filled(encoding: Literal["GSM-7", "UCS-2"], widths: list[int], others: tuple[str, ...]) -> Sms:
    single, joined = _SIZES[encoding]
    units = sum(widths)
    if units <= single:
        return Sms(encoding, units, 1 if units else 0, single - units, others)
    messages, left = _parted(widths, joined)
    return Sms(encoding, units, messages, left, others)


def _parted(widths: Iterable[int], size: int) -> tuple[int, int]:
    messages, left = 1, size
    for width in widths:
        if width > left:
            messages, left = messages + 1, size
        left -= width
    return messages, left
