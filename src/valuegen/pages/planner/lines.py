"""An entry, a reminder, a finding, a balance as a line of a list."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from valuegen.finding import LEVELS, Finding
from valuegen.pages.balance_words import balance_sentence, balance_today, share_options
from valuegen.pages.planner.frame import Desk, entry_file, segment_file
from valuegen.pages.planner.labels import LEVELS as LEVEL_LABELS
from valuegen.pages.planner.labels import REMINDERS, STATUSES, act_label
from valuegen.pages.planner.views import BalanceLine, EntryLine, FindingLine, ReminderLine
from valuegen.pages.views import Link
from valuegen.plan.types import Occurrence, Reminder
from valuegen.remedy import credit_sentence
from valuegen.words import msg, nmsg


def entry_line(desk: Desk, occurrence: Occurrence) -> EntryLine:
    """An entry as it stands."""
    state = msg("did not happen") if occurrence.is_slipped else STATUSES[occurrence.status]
    labels = tuple(desk.plan.channel(channel).label for channel in occurrence.channels)
    findings = desk.by_entry.get(occurrence.id, [])
    return EntryLine(
        href=entry_file(occurrence.id),
        title=occurrence.entry.title,
        day=occurrence.day,
        at=f"{occurrence.at:%H:%M}" if occurrence.at else "",
        mark=desk.marks[occurrence.kind],
        status="slipped" if occurrence.is_slipped else occurrence.status,
        state=desk.say(state),
        channels=desk.say(msg("{names}", names=labels)),
        to=desk.names((*occurrence.segments, *occurrence.contacts)),
        author=desk.plan.workspace.people[occurrence.author].name,
        is_slipped=occurrence.is_slipped,
        worst=worst_level(findings),
    )


def worst_level(findings: list[Finding]) -> str:
    """The gravest level among findings; "" where there is none, or only notes."""
    levels = [finding.level for finding in findings if finding.level != "note"]
    return min(levels, key=LEVELS.index) if levels else ""


def reminder_lines(desk: Desk, reminders: Iterable[Reminder]) -> tuple[ReminderLine, ...]:
    """Reminders in their order; those that bring one entry to several people by one channel as one line."""
    lines = []
    for _, alike in groupby(reminders, key=_matter):
        same = list(alike)
        lines.append(reminder_line(desk, same[0]) if len(same) == 1 else _joined(desk, same))
    return tuple(lines)


def _matter(reminder: Reminder) -> tuple[str | None, ...]:
    if reminder.kind == "share" and reminder.contact:
        return (reminder.entry, reminder.channel, reminder.owner)
    return (reminder.uid,)


def _joined(desk: Desk, same: list[Reminder]) -> ReminderLine:
    first = same[0]
    relations = [desk.plan.relations[reminder.contact] for reminder in same if reminder.contact]
    text = nmsg(
        "To {n} person ({channel}): “{title}”.",
        "To {n} people ({channel}): “{title}”.",
        len(same),
        channel=desk.plan.channel(first.channel or "").label,
        title=desk.entries[first.entry or ""].entry.title,
    )
    ways = (
        Link(relation.contact.name, reminder.link or "") for relation, reminder in zip(relations, same, strict=True)
    )
    return replace(reminder_line(desk, first), text=desk.say(text), link="", act="", ways=tuple(ways))


def reminder_line(desk: Desk, reminder: Reminder) -> ReminderLine:
    """A reminder, in words."""
    href = entry_file(reminder.entry) if reminder.entry else segment_file(reminder.segment) if reminder.segment else ""
    return ReminderLine(
        uid=reminder.uid,
        kind=reminder.kind,
        label=desk.say(REMINDERS[reminder.kind]),
        text=desk.say(reminder.text),
        why=desk.say(reminder.why),
        due=reminder.due,
        at=f"{reminder.at:%H:%M}" if reminder.at else "",
        owner=desk.plan.workspace.people[reminder.owner].name,
        link=reminder.link or "",
        act=act_label(reminder.link, desk.language) if reminder.link else "",
        href=href if not reminder.entry or reminder.entry in desk.entries else "",
        is_late=reminder.late,
        is_personal=not reminder.delegable,
    )


def finding_line(desk: Desk, finding: Finding) -> FindingLine:
    """A finding, in words."""
    place = finding.place
    return FindingLine(
        rule=finding.rule,
        level=finding.level,
        label=desk.say(LEVEL_LABELS[finding.level]),
        message=desk.say(finding.message),
        mend=desk.say(finding.mend.text) if finding.mend else "",
        place=f"{place.file}:{place.line}:{place.column}",
        href=_page_about(finding),
    )


def _page_about(finding: Finding) -> str:
    if finding.entry:
        return entry_file(finding.entry)
    return segment_file(finding.segment) if finding.segment else ""


def balance_line(desk: Desk, segment: str) -> BalanceLine:
    """How a segment stands today."""
    plan, policy = desk.plan, desk.judged.policy
    tally, options = balance_today(plan, policy, segment), share_options(policy, segment)
    return BalanceLine(
        href=segment_file(segment),
        name=plan.workspace.segments[segment].name,
        balance=desk.say(balance_sentence(plan, policy, segment)),
        credit=desk.say(credit_sentence(plan.workspace.segments[segment].name, desk.judged.credits[segment])),
        share=round(tally.share * 100),
        limit=round(options.max * 100),
        is_over=tally.is_over(options.max),
    )
