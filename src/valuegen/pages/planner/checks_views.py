"""What the templates of the promises see. Addresses as in `views`."""

from dataclasses import dataclass

from valuegen.pages.planner.views import FindingLine
from valuegen.pages.views import Link


@dataclass(frozen=True, slots=True)
class Group:
    """Findings under one title. `name` is a rule or a file; `left`: how many more there are ("" if none)."""

    name: str
    title: str
    href: str
    count: int
    lines: tuple[FindingLine, ...]
    left: str


@dataclass(frozen=True, slots=True)
class SilenceLine:
    """An `allow`, and its reason."""

    rule: str
    href: str
    reason: str
    place: str
    about: Link


@dataclass(frozen=True, slots=True)
class PromiseLine:
    """A promise in the list of all. `state`: kept, found, off or skipped; `said`: the same in words."""

    name: str
    title: str
    href: str
    state: str
    said: str


@dataclass(frozen=True, slots=True)
class Theme:
    """Promises about the same matter."""

    title: str
    lines: tuple[PromiseLine, ...]


@dataclass(frozen=True, slots=True)
class ChecksView:
    """Findings by rule and by file, every silence with its reason, and what is not looked at, and why."""

    title: str
    root: str
    place: str
    verdict: str
    is_kept: bool
    counts: str
    by_rule: tuple[Group, ...]
    by_file: tuple[Group, ...]
    silences: tuple[SilenceLine, ...]
    aside: tuple[PromiseLine, ...]
    themes: tuple[Theme, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph of a rule's page, or a file of an example: its lines, each with whether something is found there."""

    text: str
    code: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class PromiseView:
    """The page of a promise: what it means, what is in force of it, what was found."""

    title: str
    root: str
    place: str
    name: str
    state: str
    said: str
    facts: tuple[tuple[Link, str], ...]
    sections: tuple[tuple[str, tuple[Part, ...]], ...]
    lines: tuple[FindingLine, ...]
    left: str
    silences: tuple[SilenceLine, ...]
