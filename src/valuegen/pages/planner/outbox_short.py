"""The outbox as other pages name it."""

from dataclasses import dataclass

from valuegen.pages.views import Link


@dataclass(frozen=True, slots=True)
class OutboxShort:
    """The outbox as the page of its entry names it: where it is, and what is there."""

    href: str
    channels: tuple[Link, ...]
