"""Whether somebody may be written to, in the words of other programs: a day, a yes, a no, or nothing."""

from valuegen.bring.clean import month_of, table_moment
from valuegen.model.values import NO, YES

CONTRARY = {"opted_out": "may_write", "no_pitches": "may_offer"}
"""What somebody asks for, and the column that says the contrary of it."""
_NO = frozenset((*NO, "0", "n", "f", "falso"))
_YES = frozenset((*YES, "1", "s", "y", "t", "x", "ok", "verdadero", "✓", "✔"))
_WRITTEN_TO = frozenset(
    "subscribed suscrito suscrita activo activa active acepta aceptado granted opted-in opt-in".split()
)
_LEFT_ALONE = frozenset(
    "unsubscribed baja denied revoked rechazado rechaza opted-out opt-out cancelado cancelada".split()
)
_NOTHING = frozenset(("", "-", "–", "—", "n/a", "na", "null", "never", "nunca"))


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def since(text: str, month_first: bool = False) -> str:
    """Since when they ask for it: a day; "true" where only that it is so is known, "" where it is not so."""
    plain = _plain(text)
    if plain in _NOTHING or is_unasked(text):
        return ""
    return "true" if plain in _YES | _LEFT_ALONE else table_moment(text, "UTC", month_first)[: len("2026-12-03")]


def asked_since(text: str, month_first: bool = False) -> str:
    """Since when they ask to be spared. Of a month it is the first day: nobody is written to because no day is said."""
    return month_of(text) or since(text, month_first)


def is_unasked(text: str) -> bool:
    """Whether a column of who asked not to be written to says that they did not."""
    return _plain(text) in _NO | _WRITTEN_TO


def says_no(text: str) -> bool:
    """Whether a column of who may be written to says no."""
    return _plain(text) in _NO | _LEFT_ALONE


def says_yes(text: str) -> bool:
    """Whether it says yes."""
    return _plain(text) in _YES | _WRITTEN_TO
