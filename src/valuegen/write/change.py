"""A change of one file, made in memory: whoever calls shows it, judges it, and only then lets it be written."""

from dataclasses import dataclass, field

from valuegen.write.cuts import Cut


@dataclass(frozen=True, slots=True)
class Change:
    """A file, its text now ("" of a new one) and after (None: it goes whole), and the stretches that are cut out."""

    file: str
    old: str = field(repr=False)
    new: str | None = field(repr=False)
    cuts: tuple[Cut, ...] = ()
    is_new: bool = False


class CannotChange(ValueError):
    """The text is written in a form that can't be changed there without changing the rest."""
