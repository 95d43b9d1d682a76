"""What the crowding rules have in common: the dates on which somebody gets more than a rate allows."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from valuegen.model.contact import Contact
from valuegen.model.values import Rate
from valuegen.plan.cadence import Crowd, crowds, days_of
from valuegen.plan.occurrence import Occurrence
from valuegen.plan.types import Plan


def crowds_of(received: Sequence[Occurrence], rate: Rate) -> Iterator[tuple[Occurrence, Crowd]]:
    """Each date with too many in the days that end on it, and the last entry of that date."""
    days = days_of(received)
    for crowd in crowds(days, rate):
        yield received[bisect_right(days, crowd.last) - 1], crowd


def rates_of(plan: Plan, contact: Contact) -> tuple[Rate, ...]:
    """The rates that a contact is held to: their own, else that of each of their segments."""
    if contact.cadence.at_most is not None:
        return (contact.cadence.at_most,)
    theirs = (plan.workspace.segments.get(segment) for segment in contact.segments)
    return tuple(dict.fromkeys(segment.at_most for segment in theirs if segment is not None))
