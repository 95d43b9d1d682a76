"""What templates see of the options of their theme: `site.options`."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Tint:
    """A colour option, and what can be written on it."""

    light: str
    """The colour on light paper, as `#9a3412`; in style sheets `var(--NAME)`."""
    dark: str
    """The colour on dark paper."""
    on_light: str
    """What is written on the first; in style sheets `var(--on-NAME)`."""
    on_dark: str
    """What is written on the second."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What pages stand on."""

    light: str
    """The colour of the paper by day, as `#faf5ea`."""
    dark: str
    """The colour of the paper in the dark."""


@dataclass(frozen=True, slots=True)
class OptionLink:
    """A link of an option, inside the site or out of it."""

    text: str
    """What it is called."""
    href: str
    """A file of the site if `is_inside` (write `page.root` before it); else a whole address."""
    is_inside: bool
    """Whether it leads to a page or file of this site."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """A choice or a flag, as an attribute of `<html>` that style sheets can ask for: `[data-fonts="book"]`."""

    name: str
    """`data-` and the name of the option."""
    value: str
    """The choice; of a flag, yes or no."""


OptionView: TypeAlias = str | bool | int | float | Tint | tuple[OptionLink, ...]


@dataclass(frozen=True, slots=True)
class Options:
    """The options of the theme by their names: `site.options.footer`. One that no theme declares is an error."""

    _values: tuple[tuple[str, OptionView], ...] = ()

    def __getitem__(self, name: str) -> OptionView:
        return dict(self._values)[name]

    def __getattr__(self, name: str) -> OptionView:
        for own, value in () if name.startswith("_") else self._values:
            if own == name:
                return value
        raise AttributeError(name)

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self._values)


NO_OPTIONS = Options()
