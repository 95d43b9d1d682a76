"""The pages that are lists: every reminder, every finding."""

from collections.abc import Callable, Iterator
from itertools import groupby

from valuegen.finding import LEVELS, Finding
from valuegen.pages.planner.frame import CHECKS, REMINDERS, Desk, planner_page
from valuegen.pages.planner.lines import finding_line, reminder_lines
from valuegen.pages.planner.views import ChecksView, FindingLine, RemindersView, SilenceLine
from valuegen.pages.reminder_files import FORMS
from valuegen.pages.types import Page
from valuegen.pages.views import Link
from valuegen.plan.types import Reminder
from valuegen.words import Message, msg, nmsg, written


def reminder_list_page(desk: Desk) -> Page:
    """Every reminder, by day."""
    reminders = desk.judged.reminders
    groups = groupby(reminders, key=lambda reminder: _day(desk, reminder))
    people = desk.plan.workspace.people
    view = RemindersView(
        title=desk.say(msg("Reminders")),
        root="",
        place=REMINDERS,
        groups=tuple((title, reminder_lines(desk, of_day)) for title, of_day in groups),
        count=desk.say(nmsg("{n} thing to do", "{n} things to do", len(reminders))),
        files=tuple(Link(f"reminders.{form}", f"reminders.{form}") for form in FORMS),
        calendars=tuple(Link(person.name, f"reminders-{id}.ics") for id, person in people.items()),
    )
    return planner_page(REMINDERS, "reminders", view, desk.site)


def _day(desk: Desk, reminder: Reminder) -> str:
    if reminder.late:
        return desk.say(msg("Late"))
    if reminder.due == desk.plan.as_of.day:
        return desk.say(msg("Today, {day}", day=reminder.due))
    name = written(reminder.due, desk.language, "full")
    return name[0].upper() + name[1:]


def checks_page(desk: Desk) -> Page:
    """Every finding, and every silence."""
    view = ChecksView(
        title=desk.say(msg("Promises")),
        root="",
        place=CHECKS,
        verdict=desk.say(verdict(desk.judged.findings)),
        by_rule=tuple(_grouped(desk, lambda finding: finding.rule)),
        by_file=tuple(_grouped(desk, lambda finding: finding.place.file)),
        silences=tuple(
            SilenceLine(
                rule=silence.rule,
                reason=silence.reason,
                place=f"{silence.place.file}:{silence.place.line}",
                about=silence.entry or silence.contact or silence.need or "",
            )
            for silence in desk.judged.silences
        ),
    )
    return planner_page(CHECKS, "checks", view, desk.site)


def _grouped(desk: Desk, by: Callable[[Finding], str]) -> Iterator[tuple[str, tuple[FindingLine, ...]]]:
    """Findings under a title; the gravest of them decides which group stands first."""
    groups: dict[str, list[Finding]] = {}
    for finding in desk.judged.findings:
        groups.setdefault(by(finding), []).append(finding)
    ranked = sorted(groups.items(), key=lambda group: (min(LEVELS.index(one.level) for one in group[1]), group[0]))
    for title, findings in ranked:
        yield title, tuple(finding_line(desk, finding) for finding in findings)


def verdict(findings: tuple[Finding, ...]) -> Message:
    """Whether the promises hold, in one sentence."""
    errors = sum(finding.level == "error" for finding in findings)
    warnings = sum(finding.level == "warning" for finding in findings)
    if errors:
        return nmsg("{n} promise is broken.", "{n} promises are broken.", errors)
    if warnings:
        return nmsg("All promises hold; {n} warning.", "All promises hold; {n} warnings.", warnings)
    return msg("All promises hold.")
