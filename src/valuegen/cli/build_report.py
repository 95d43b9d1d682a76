"""What a build says at its end: how each segment stands, what is due today."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from valuegen.build import Survey
from valuegen.cli.spoken import as_read
from valuegen.finding import Place
from valuegen.pages.balance_words import balance_sentence
from valuegen.pages.reminder_groups import once
from valuegen.plan.types import Reminder
from valuegen.remedy import credit_sentence
from valuegen.report.shown import shown
from valuegen.rules.mends import BY_SHARE, VALUE
from valuegen.words import Message, msg, nmsg, say

EXAMPLES = ("your-site.example", "tu-sitio.example")
"""The hosts that the first workspace has in the place of one's own."""
SHOWN = 12
"""So many reminders are shown; the rest are counted."""


def closing_words(found: Survey, is_seen: bool) -> Iterator[Message | str]:
    """Line by line; findings were said before. `is_seen`: by a person at a terminal, where clients may be named."""
    assert found.plan
    assert found.policy
    for id, segment in found.plan.workspace.segments.items():
        yield msg(
            "  {credit} {balance}",
            credit=credit_sentence(segment.name, found.credits[id]),
            balance=balance_sentence(found.plan, found.policy, id),
        )
    if any(credit.next is None and credit.missing for credit in found.credits.values()):
        yield VALUE
    if any(credit.next for credit in found.credits.values()):
        yield BY_SHARE
    examples = tuple(_examples(found))
    if examples:
        yield msg("Still the examples of `new`, to be changed before you deploy: {places}.", places=examples)
    if found.skipped:
        yield skipped_words(len(found.skipped))
    yield from _due(found, is_seen)


def _examples(found: Survey) -> Iterator[str]:
    """Where an address of the site or of a person is the one that `new` wrote."""
    assert found.plan
    site = found.plan.workspace.settings.site
    if urlsplit(site.url).hostname in EXAMPLES:
        yield _line(found.plan.workspace.settings.where("site", "url"), site.url)
    for person in found.plan.workspace.people.values():
        if person.email and person.email.rpartition("@")[2] in EXAMPLES:
            yield _line(person.where("email"), person.email)


def _line(place: Place, value: str) -> str:
    return f"{value} ({place.file}:{place.line})"


def skipped_words(count: int) -> Message:
    """That rules were skipped, since what they look at is private and not here."""
    return nmsg(
        "{n} rule was skipped: it needs contacts, needs or log, which are not here.",
        "{n} rules were skipped: they need contacts, needs or log, which are not here.",
        count,
    )


def _due(found: Survey, is_seen: bool) -> Iterator[Message | str]:
    assert found.plan
    due = [reminder for reminder in once(found.reminders) if reminder.due <= found.reading.as_of.day]
    if not due:
        yield msg("Nothing is due today.")
        return
    if not is_seen:
        yield nmsg("{n} thing is due: `valuegen remind`.", "{n} things are due: `valuegen remind`.", len(due))
        return
    yield nmsg("{n} thing is due:", "{n} things are due:", len(due))
    people, language = found.plan.workspace.people, as_read(found.reading.language)
    for reminder in due[:SHOWN]:
        yield shown(f"  {people[reminder.owner].name}: {say(_late(reminder), language)}")
    if len(due) > SHOWN:
        yield msg("  … and {n} more: `valuegen remind`.", n=len(due) - SHOWN)


def _late(reminder: Reminder) -> Message:
    if reminder.late:
        return msg("{text} (since {day:MMMMd})", text=reminder.text, day=reminder.due)
    return reminder.text
