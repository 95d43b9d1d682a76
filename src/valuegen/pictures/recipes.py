"""What is to be made of a picture: its form, how large. A recipe is the whole input of the picture that it makes."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from valuegen.pictures.facts import Facts, Form

METHOD = "1"
"""To be raised when the way they are made changes, so that nobody's browser keeps the old ones."""
WIDTHS = (480, 800, 1200, 1600)
FALLBACK = 1200
"""The widest that an old browser, a feed reader or another site is given."""
SQUARE = 192
_NEAR = 1.15
"""A step that is so near to the picture's own width is left out."""
_SUFFIX: dict[Form, str] = {"jpeg": ".jpg"}
"""Of the others it is the name of the form."""


@dataclass(frozen=True)
class Recipe:
    """A picture to be made. `source`: its file from the workspace; `digest`: of `data`; `crops`: to fill its size."""

    source: str
    digest: str
    form: Form
    width: int
    height: int
    crops: bool
    data: bytes = field(repr=False, compare=False)

    @cached_property
    def key(self) -> str:
        """A digest of everything that its bytes depend on, but for the library's version."""
        whole = f"{METHOD} {self.digest} {self.form} {self.width} {self.height} {self.crops}"
        return hashlib.sha256(whole.encode()).hexdigest()

    def path(self, stem: str) -> str:
        """Its file in `public/`: with its width, and a hash of what it is made of."""
        return f"assets/pictures/{stem}-{self.width}.{self.key[:10]}{_SUFFIX.get(self.form, f'.{self.form}')}"


@dataclass(frozen=True, slots=True)
class Source:
    """A picture file, as much as recipes need of it."""

    path: str
    data: bytes = field(repr=False)
    digest: str
    facts: Facts

    def recipe(self, form: Form, width: int, height: int, crops: bool = False) -> Recipe:
        """The recipe of another size and form of it."""
        return Recipe(self.path, self.digest, form, width, height, crops, self.data)

    def in_widths(self, form: Form) -> Iterator[Recipe]:
        """The sizes that browsers choose from, the narrowest first; none wider than it is itself."""
        for width in widths_of(self.facts.width):
            yield self.recipe(form, width, scaled(self.facts, width))

    @property
    def fallback(self) -> Recipe | None:
        """In its own form, no wider than `FALLBACK`; None where it is that already."""
        if self.facts.width <= FALLBACK:
            return None
        return self.recipe(self.facts.form, FALLBACK, scaled(self.facts, FALLBACK))

    def square(self, form: Form) -> Recipe:
        """Its middle, for a portrait."""
        side = min(SQUARE, self.facts.width, self.facts.height)
        return self.recipe(form, side, side, crops=True)


def source_of(path: str, data: bytes, facts: Facts) -> Source:
    """The source of recipes that a file is."""
    return Source(path, data, hashlib.sha256(data).hexdigest(), facts)


def widths_of(width: int) -> tuple[int, ...]:
    """The widths in which a picture so wide is offered."""
    if width >= WIDTHS[-1]:
        return WIDTHS
    return (*(step for step in WIDTHS if step * _NEAR <= width), width)


def scaled(facts: Facts, width: int) -> int:
    """The height that goes with a width."""
    return max(1, round(facts.height * width / facts.width))
