"""An entry, a reminder, a finding, a balance as a line of a list."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from valuegen.finding import LEVELS, Finding
from valuegen.pages.balance_words import balance_sentence, balance_today, share_options
from valuegen.pages.planner.frame import Desk, contact_file, entry_file, outbox_file, segment_file, sending_place
from valuegen.pages.planner.labels import LEVELS as LEVEL_LABELS
from valuegen.pages.planner.labels import REMINDERS, STATUSES, act_label
from valuegen.pages.planner.mentions import (
    by_name,
    channel_link,
    contact_link,
    entry_link,
    of_finding,
    of_reminder,
    person_link,
    to_links,
)
from valuegen.pages.planner.views import BalanceLine, EntryLine, FindingLine, ReminderLine, Way
from valuegen.pages.views import Link
from valuegen.plan.outbox import waits
from valuegen.plan.types import Occurrence, Reminder
from valuegen.remedy import credit_words
from valuegen.words import msg, nmsg, written

WAYS = 24
"""So many people are named in a reminder that is for several; the others are on the page of the outbox."""


def entry_line(desk: Desk, occurrence: Occurrence) -> EntryLine:
    """An entry as it stands."""
    state = msg("did not happen") if occurrence.is_slipped else STATUSES[occurrence.status]
    findings = desk.by_entry.get(occurrence.id, [])
    return EntryLine(
        href=entry_file(occurrence.id),
        title=occurrence.entry.title,
        day=occurrence.day,
        at=f"{occurrence.at:%H:%M}" if occurrence.at else "",
        mark=desk.marks[occurrence.kind],
        status="slipped" if occurrence.is_slipped else occurrence.status,
        state=desk.say(state),
        channels=tuple(channel_link(desk, channel) for channel in occurrence.channels),
        to=to_links(desk, occurrence),
        author=person_link(desk, occurrence.author),
        is_slipped=occurrence.is_slipped,
        worst=worst_level(findings),
    )


def worst_level(findings: list[Finding]) -> str:
    """The gravest level among findings; "" where there is none, or only notes."""
    levels = [finding.level for finding in findings if finding.level != "note"]
    return min(levels, key=LEVELS.index) if levels else ""


def reminder_lines(desk: Desk, reminders: Iterable[Reminder]) -> tuple[ReminderLine, ...]:
    """Reminders in their order; those that bring one entry to several people by one channel as one line."""
    return tuple(matter_line(desk, same) for same in matters(reminders))


def matters(reminders: Iterable[Reminder]) -> list[list[Reminder]]:
    """Reminders in their order; together those that are told in one line."""
    return [list(same) for _, same in groupby(reminders, key=_matter)]


def matter_line(desk: Desk, same: list[Reminder]) -> ReminderLine:
    """The line of those that are told together."""
    return reminder_line(desk, same[0]) if len(same) == 1 else _joined(desk, same)


def _matter(reminder: Reminder) -> tuple[str | None, ...]:
    if reminder.kind == "share" and reminder.contact:
        return (reminder.entry, reminder.channel, reminder.owner)
    return (reminder.uid,)


def _joined(desk: Desk, same: list[Reminder]) -> ReminderLine:
    first, line = same[0], reminder_line(desk, same[0])
    text = nmsg(
        "To {n} person ({channel}): “{title}”.",
        "To {n} people ({channel}): “{title}”.",
        len(same),
        channel=desk.plan.channel(first.channel or "").label,
        title=desk.entries[first.entry or ""].entry.title,
    )
    about = tuple(link for link in line.about if link.href != contact_file(first.contact or ""))
    return replace(line, text=desk.say(text), link="", act="", about=about, ways=tuple(_ways(desk, same, line.href)))


def _ways(desk: Desk, same: list[Reminder], href: str) -> Iterator[Way]:
    """Each of them with the link to act on; of very many, the first, and where the others stand."""
    for reminder in same[:WAYS]:
        yield Way(contact_link(desk, reminder.contact or ""), reminder.link or "")
    more = len(same) - WAYS
    if more > 0:
        yield Way(Link(desk.say(nmsg("and {n} more", "and {n} more", more)), href), "")


def reminder_line(desk: Desk, reminder: Reminder) -> ReminderLine:
    """A reminder, in words."""
    about = of_reminder(desk, reminder)
    href = _where_it_is_done(desk, reminder) or (about[0].href if about else "")
    return ReminderLine(
        uid=reminder.uid,
        kind=reminder.kind,
        label=desk.say(REMINDERS[reminder.kind]),
        text=desk.say(reminder.text),
        why=desk.say(reminder.why),
        due=reminder.due,
        at=f"{reminder.at:%H:%M}" if reminder.at else "",
        owner=person_link(desk, reminder.owner),
        link=reminder.link or "",
        act=act_label(reminder.link, desk.language) if reminder.link else "",
        href=href,
        about=tuple(link for link in about if link.href != href),
        is_late=reminder.late,
        is_personal=not reminder.delegable,
    )


def _where_it_is_done(desk: Desk, reminder: Reminder) -> str:
    """Of something to share: where its words stand; "" for all else."""
    occurrence = desk.entries.get(reminder.entry or "")
    if reminder.kind != "share" or occurrence is None or not waits(desk.plan, occurrence):
        return ""
    return sending_place(occurrence.id, reminder.channel) if reminder.channel else outbox_file(occurrence.id)


def finding_line(desk: Desk, finding: Finding) -> FindingLine:
    """A finding, in words."""
    place, about = finding.place, of_finding(desk, finding)
    message, entry = desk.say(by_name(desk, finding.message)), desk.entries.get(finding.entry or "")
    return FindingLine(
        rule=finding.rule,
        level=finding.level,
        label=desk.say(LEVEL_LABELS[finding.level]),
        message=message,
        entry=entry.entry.title if entry and entry.entry.title not in message else "",
        mend=desk.say(finding.mend.text) if finding.mend else "",
        place=f"{place.file}:{place.line}:{place.column}",
        href=about[0].href if about else "",
        about=about[1:],
    )


def balance_line(desk: Desk, segment: str) -> BalanceLine:
    """How a segment stands today."""
    plan, policy = desk.plan, desk.judged.policy
    tally, options = balance_today(plan, policy, segment), share_options(policy, segment)
    credit = desk.judged.credits[segment]
    return BalanceLine(
        href=segment_file(segment),
        name=plan.workspace.segments[segment].name,
        balance=desk.say(balance_sentence(plan, policy, segment)),
        credit=desk.say(credit_words(credit)),
        taken_by=entry_link(desk, credit.taken_by) if credit.taken_by else None,
        part=written(tally.share, desk.language),
        whole=written(options.max, desk.language),
        share=round(tally.share * 100),
        limit=round(options.max * 100),
        is_over=tally.is_over(options.max),
    )
