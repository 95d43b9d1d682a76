"""`theme.yaml`, and the theme of a workspace with the values of its options."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any, TypeAlias

from pydantic import BeforeValidator, PlainValidator

from valuegen.finding import Place
from valuegen.model.base import Line, Name, Record, choice, one, several, single
from valuegen.model.colour import BLACK, WHITE, Colour, Shades, read_colour

TYPES = ("colour", "choice", "text", "flag", "number", "image", "links")


ColourOf = Annotated[Colour, one(read_colour)]


class Papers(Record):
    """The colours that a theme's text stands on, in light and in dark: its colour options are read on each."""

    light: Annotated[tuple[ColourOf, ...], BeforeValidator(several)] = ()
    dark: Annotated[tuple[ColourOf, ...], BeforeValidator(several)] = ()


class OptionForm(Record):
    """An option as `theme.yaml` declares it. What a theme leaves out is its parent's.

    `papers`: what text stands on where that is chosen, in place of the theme's.
    """

    type: Annotated[str, choice(*TYPES)] | None = None
    default: Annotated[Any, PlainValidator(lambda value: value)] = None
    of: Annotated[tuple[Line, ...], BeforeValidator(several)] = ()
    about: Line | None = None
    papers: Annotated[Mapping[str, Papers], BeforeValidator(single)] = {}


class ThemeFile(Record):
    """A `theme.yaml`. `name` is what people call the theme; its folder is what `site.theme` says."""

    name: Line | None = None
    about: Line | None = None
    parent: Name | None = None
    papers: Annotated[Papers, BeforeValidator(single)] = Papers()
    options: Annotated[Mapping[str, OptionForm], BeforeValidator(single)] = {}


@dataclass(frozen=True, slots=True)
class LinkTo:
    """A link that an option names. `to`: `entry:SLUG`, `segment:ID`, an address of the site (`/…`), or a whole one."""

    text: str
    to: str
    place: Place = field(compare=False)


OptionValue: TypeAlias = Shades | str | bool | int | float | tuple[LinkTo, ...]


@dataclass(frozen=True, slots=True)
class Option:
    """An option in force. `is_set`: it was written in `valuegen.yaml`."""

    name: str
    type: str
    value: OptionValue
    of: tuple[str, ...] = ()
    about: str = ""
    is_set: bool = False


@dataclass(frozen=True, slots=True)
class ChosenTheme:
    """The theme of a site: its folders, its own first and the last parent's last, and its options by name."""

    name: str
    folders: tuple[Path, ...]
    options: Mapping[str, Option] = field(default_factory=dict)
    title: str = ""
    about: str = ""
    paper: tuple[Colour, Colour] = (WHITE, BLACK)
    """What pages stand on, in light and in dark, as the options choose it."""
