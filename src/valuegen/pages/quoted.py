"""What clients said that may be shown to everybody: copied as text, with a name only where they said yes to it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from valuegen.model.entry import Entry
from valuegen.plan.types import Plan


@dataclass(frozen=True, slots=True)
class Testimonial:
    """What a client let us publish. `name` is "" where they did not say yes to being named."""

    text: str
    name: str
    day: date
    segments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """Something that a client asked, which may be quoted, and the slug of the post that answers it."""

    text: str
    slug: str
    segments: tuple[str, ...]


def testimonials_of(plan: Plan) -> Iterator[Testimonial]:
    """The newest first."""
    contacts = plan.workspace.contacts or {}
    lines = [line for line in plan.workspace.log or () if line.what == "testimonial" and line.may_publish]
    for line in sorted(lines, key=lambda line: line.date, reverse=True):
        contact = contacts.get(line.contact or "")
        if line.quote and contact is not None and line.date.day <= plan.as_of.day:
            yield Testimonial(line.quote, contact.name if contact.named else "", line.date.day, contact.segments)


def asked_of(plan: Plan, entries: list[Entry]) -> Iterator[Asked]:
    """What the published entries answer, in the words of who asked."""
    needs = plan.workspace.needs or {}
    for entry in entries:
        for id in entry.answers:
            need = needs.get(id)
            if need is not None and need.quotable and need.asked:
                segments = (need.segment,) if need.segment else tuple(entry.segments)
                yield Asked(need.asked, entry.slug, segments)
