"""What a rule is, and what it finds before anybody has judged how grave that is.

A rule is a module with a `NAME`, its `TRAITS`, and `check(plan, policy)` that yields `Found`. Levels, history and
silences are the business of `check.py`: a rule says only what does not hold, where, and what would mend it.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from valuegen.finding import Level, Mend, Place
from valuegen.model.values import Wrong
from valuegen.plan.types import Occurrence, Plan
from valuegen.rules.policy import Choice, Policy
from valuegen.words import Message, msg

Collection = Literal["contacts", "needs", "log"]
Reach = Literal["nothing", "entry", "receivers", "segments", "addresses", "plan", "everything"]

__all__ = ["Choice", "Collection", "Found", "NoOptions", "Policy", "Reach", "Rule", "Traits", "read_by"]


@dataclass(frozen=True, slots=True)
class NoOptions:
    """The options of a rule that has none."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What `check` and `remedy` have to know of a rule.

    `keeps_level`: what is found on the past keeps its level (†). `gentle`: on in the profile of that name (not ○).
    `locked`: can be neither silenced nor set below `error`. `needs`: private collections without which it is
    skipped; `any_of`: one of them is enough. `reach`: what an error of it may hang on when an entry moves to
    another day: nothing · that entry · that entry and who receives it · the segments it names · the addresses of
    pages · the whole plan · everything (the plan, and what all other rules find). `of_segments`: it finds things
    about a segment, for which that segment's own `rules:` hold.
    """

    level: str
    options: Callable[[], Any] = NoOptions
    keeps_level: bool = False
    gentle: bool = True
    locked: bool = False
    needs: tuple[Collection, ...] = ()
    any_of: bool = False
    reach: Reach = "nothing"
    of_segments: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A place where a rule does not hold. `past` None: as its entry is; a rule says it where that is not so.

    `cap`: it is never graver than that, whatever the level of the rule. `private`: its line is shown on a terminal
    only, wherever it stands.
    """

    message: Message
    place: Place
    mend: Mend | None = None
    occurrence: Occurrence | None = None
    segment: str | None = None
    contact: str | None = None
    need: str | None = None
    data: Mapping[str, Any] = field(default_factory=dict)
    past: bool | None = None
    cap: Level | None = None
    also: tuple[Message, ...] = ()
    private: bool = False

    @property
    def is_past(self) -> bool:
        """Whether it is found on what can't be mended any more."""
        if self.past is not None:
            return self.past
        return self.occurrence is not None and self.occurrence.is_past


class Rule(Protocol):
    """A module of this package that has these is a rule."""

    NAME: str
    TRAITS: Traits

    def check(self, plan: Plan, policy: Policy, /) -> Iterator[Found]:
        """What does not hold, in any order."""
        ...


def read_by(read: Callable[[str], Any]) -> Mapping[str, Any]:
    """The metadata of a field of an `Options`: how what is written, and how its text (`reader`), becomes a value.

    An option whose name is a word of Python's own has a field with `_` after it (`from_`, `except_`).
    """

    def one(value: object) -> Any:
        if isinstance(value, list | tuple) and len(value) == 1:
            value = value[0]
        if not isinstance(value, str):
            raise Wrong(msg("This option takes a single value."), msg("Write the value after the colon."))
        return read(value)

    return {"read": one, "reader": read}
