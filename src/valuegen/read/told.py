"""A finding of the rule `format`; and which files are private."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from valuegen.finding import Finding, Level, Mend, Place
from valuegen.words import Message, msg

PRIVATE = ("contacts", "needs", "log")


def told(
    message: Message,
    place: Place,
    mend: Message | None = None,
    level: Level = "error",
    data: Mapping[str, Any] | None = None,
) -> Finding:
    """What is wrong with the form of something, where, and what to write instead."""
    return Finding(
        "format",
        level,
        message,
        place,
        mend=Mend(mend) if mend else None,
        private=is_private(place.file),
        data=data or {},
    )


def not_known(
    what: Message, place: Place, near: str | None, mend: Message, data: Mapping[str, Any] | None = None
) -> Finding:
    """A name that is not known; with the nearest that is, or else `mend`."""
    if near is None:
        return told(what, place, mend, data=data)
    message = msg("{what} Did you mean `{name}`?", what=what, name=near)
    return told(message, place, msg("Write `{name}`.", name=near), data={**(data or {}), "nearest": near})


def about(findings: Iterable[Finding], **ids: str | None) -> list[Finding]:
    """The findings with the segment, contact, need or entry that they concern."""
    return [replace(finding, **ids) for finding in findings]  # type: ignore[arg-type]


@lru_cache(maxsize=1024)
def is_private(path: str) -> bool:
    """Whether a path (from the workspace) is of contacts, needs or the log, or lies with them.

    What is wrong there is said without the user's words: a report may be read by others.
    """
    parts = [part for part in path.casefold().split("/") if part not in ("", ".")]
    if path[:1] == "/":
        return False
    if parts[:2] == ["content", "private"]:
        return True
    return len(parts) > 1 and parts[0] == "content" and parts[1].removesuffix(".yaml") in PRIVATE
