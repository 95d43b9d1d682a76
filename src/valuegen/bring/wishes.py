"""Whether somebody may be written to, in the words of other programs: a day, a yes, a no, or nothing."""

import re
from collections.abc import Callable, Mapping
from functools import partial

from valuegen.bring.clean import brief, month_of, table_moment, taken
from valuegen.bring.parts import At, Left, Value
from valuegen.model.values import NO, YES, Wrong
from valuegen.words import msg

CONTRARY = {"opted_out": "may_write", "no_pitches": "may_offer"}
"""What somebody asks for, and the column that says the contrary of it."""
_NO = frozenset((*NO, "0", "n", "f", "falso"))
_YES = frozenset((*YES, "1", "s", "y", "t", "x", "ok", "verdadero", "✓", "✔"))
_WRITTEN_TO = frozenset(
    "subscribed suscrito suscrita activo activa active alta acepta aceptado granted opted-in opt-in".split()
)
_GONE = frozenset(
    "unsubscribed non-subscribed nonsubscribed not-subscribed no-suscrito no-suscrita desuscrito desuscrita baja "
    "de-baja dado-de-baja dada-de-baja opted-out opt-out bounced bounce hard-bounce hard-bounced soft-bounced rebotado "
    "rebotada rebote rebotó cleaned complained complaint junk spam marked-as-spam blocklisted blacklisted lista-negra "
    "en-lista-negra suppressed".split()
)
_LEFT_ALONE = _GONE | frozenset(
    "denied revoked rechazado rechaza cancelado cancelada cancelled canceled unconfirmed pending pendiente "
    "sin-confirmar no-confirmado no-confirmada".split()
)
"""What mailing programs call those to whom they send nothing; of the words of `_GONE` nothing else is said."""
_REFUSES = re.compile(r"no\b")
_NOTHING = frozenset(("", "-", "–", "—", "n/a", "na", "null", "never", "nunca"))


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def since(text: str, month_first: bool = False) -> str:
    """Since when they ask for it: a day; "true" where only that it is so is known, "" where it is not so."""
    plain = _plain(text)
    if plain in _NOTHING or is_unasked(text):
        return ""
    return (
        "true"
        if plain in _YES or _is_left_alone(plain)
        else table_moment(text, "UTC", month_first)[: len("2026-12-03")]
    )


def asked_since(text: str, month_first: bool = False) -> str:
    """Since when they ask to be spared. Of a month it is the first day: nobody is written to because no day is said."""
    return month_of(text) or since(text, month_first)


def is_unasked(text: str) -> bool:
    """Whether a column of who asked not to be written to says that they did not."""
    return _plain(text) in _NO | _WRITTEN_TO


def says_no(text: str) -> bool:
    """Whether a column of who may be written to says no."""
    plain = _plain(text)
    return plain in _NO or _is_left_alone(plain) or _REFUSES.match(plain) is not None


def says_yes(text: str) -> bool:
    """Whether it says yes."""
    return _plain(text) in _YES | _WRITTEN_TO


def is_gone(text: str) -> bool:
    """Whether this is what a mailing program calls somebody to whom it sends nothing any more."""
    return _dashed(text) in _GONE


def _is_left_alone(plain: str) -> bool:
    return _dashed(plain) in _LEFT_ALONE


def _dashed(text: str) -> str:
    return _plain(text).replace(" ", "-").replace("_", "-")


def weight(key: str, text: str) -> int:
    """How much a cell asks for: of several columns that say the same of somebody, the one with most counts."""
    if _plain(text) in _NOTHING:
        return 0
    if key not in CONTRARY:
        return 1 if says_yes(text) else 3 if says_no(text) else 2
    return 1 if is_unasked(text) else 2 if _plain(text) in _YES else 3


def wishes_of(at: At, left: list[Left], raw: Mapping[str, str], month_first: frozenset[str]) -> dict[str, Value]:
    """Whether one may write to them, and since when: what they agreed to, and what they asked to be spared."""
    keys: dict[str, Value] = {}

    def wish(key: str, reader: Callable[..., str] = since) -> Callable[[str], str]:
        return partial(reader, month_first=key in month_first)

    agreed = taken(at, left, "agreed", wish("agreed"), raw.get("agreed", ""))
    for key, contrary in CONTRARY.items():
        asked = _asked(at, left, key, wish(key, asked_since), raw.get(key, ""))
        may = raw.get(contrary, "")
        if says_no(may):
            asked = asked or "true"
        elif contrary == "may_write" and not agreed and not says_yes(may):  # the day on which they said yes
            agreed = taken(at, left, contrary, wish(contrary), may)
        if asked:
            keys[key] = asked
    return {"agreed": {"on": agreed}, **keys} if agreed not in ("", "true") else keys


def _asked(at: At, left: list[Left], key: str, reader: Callable[[str], str], text: str) -> str:
    """Since when they ask for it. What can't be read is a yes till somebody has looked."""
    try:
        return reader(text)
    except Wrong:
        why = msg(
            "`{key}`: “{text}” is neither a day nor a yes or no, so it is taken as a yes. Change it if it means "
            "something else.",
            key=key,
            text=brief(" ".join(text.split())),
        )
        left.append(Left(at, why, partly=True))
        return "true"
