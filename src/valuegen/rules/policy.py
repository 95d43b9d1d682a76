"""What is in force of each rule: its level and its options, for everybody and for single segments."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from valuegen.finding import Place

O = TypeVar("O")  # noqa: E741 -- a rule's own Options
OFF = "off"


@dataclass(frozen=True, slots=True)
class Choice:
    """The level (`off` among them) and the options of a rule."""

    level: str
    options: Any


@dataclass(frozen=True, slots=True)
class Policy:
    """Rule's name -> choice; `segments`: (segment, rule) -> choice, where a segment has rules of its own.

    `locked`: the rules that can't be silenced. Filled in for `unused-allow`, the last to run: `skipped`, the rules
    for which a collection is not there, and `used`, the places of the `allow`s that silenced something, and of which
    rule.
    """

    choices: Mapping[str, Choice]
    segments: Mapping[tuple[str, str], Choice] = field(default_factory=dict)
    locked: frozenset[str] = frozenset()
    skipped: frozenset[str] = frozenset()
    used: frozenset[tuple[Place, str]] = frozenset()

    def choice(self, rule: str, segment: str | None = None) -> Choice:
        """What is in force for a rule, in what is said of a segment."""
        if segment is not None:
            own = self.segments.get((segment, rule))
            if own is not None:
                return own
        return self.choices[rule]

    def level(self, rule: str, segment: str | None = None) -> str:
        """The level in force."""
        return self.choice(rule, segment).level

    def levels(self, rule: str) -> frozenset[str]:
        """All levels that findings of a rule may have."""
        own = (choice.level for (_, name), choice in self.segments.items() if name == rule)
        return frozenset((self.choices[rule].level, *own))

    def of(self, kind: type[O], rule: str, segment: str | None = None) -> O:
        """The options in force, which are of that rule's own kind."""
        options = self.choice(rule, segment).options
        assert isinstance(options, kind)
        return options
