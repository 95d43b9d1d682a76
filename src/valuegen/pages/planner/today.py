"""Today: what do I have to do, what is late, who waits for my answer, do my promises hold, what comes this week."""

from datetime import timedelta

from valuegen.pages.planner.calendar import week_ahead
from valuegen.pages.planner.frame import TODAY, Desk, planner_page
from valuegen.pages.planner.lines import balance_line, finding_line, reminder_lines
from valuegen.pages.planner.lists import verdict
from valuegen.pages.planner.views import ReminderLine, TodayView
from valuegen.pages.types import Page
from valuegen.plan.types import Reminder
from valuegen.words import Message, msg, nmsg, written

LATE = 8
"""So many late reminders stand on the page; the rest are one click away."""
SOON = timedelta(days=7)
TALKS = frozenset({"call", "coffee", "visit", "meeting", "reply", "answer", "inquiry", "message"})


def today_page(desk: Desk) -> Page:
    """The page that is opened in the morning."""
    day, findings = desk.plan.as_of.day, desk.judged.findings
    reminders = [one for one in desk.judged.reminders if one.kind != "answer"]
    waiting = [one for one in desk.judged.reminders if one.kind == "answer"]
    late = [one for one in reminders if one.late]
    name = written(day, desk.language, "full")
    view = TodayView(
        title=name[0].upper() + name[1:],
        root="",
        place=TODAY,
        verdict=desk.say(verdict(findings)),
        is_kept=not any(finding.level == "error" for finding in findings),
        broken=tuple(finding_line(desk, one) for one in findings if one.level in ("error", "warning")),
        todos=tuple(finding_line(desk, one) for one in findings if one.level == "todo"),
        waiting=_lines(desk, waiting),
        due=_lines(desk, [one for one in reminders if one.due == day]),
        late=_lines(desk, late[-LATE:]),
        late_count=len(late),
        balances=tuple(balance_line(desk, id) for id in desk.plan.workspace.segments),
        week=week_ahead(desk),
        soon=_lines(desk, [one for one in reminders if day < one.due <= day + SOON]),
        talks=desk.say(_talks(desk)),
    )
    return planner_page(TODAY, "today", view, desk.site)


def _lines(desk: Desk, reminders: list[Reminder]) -> tuple[ReminderLine, ...]:
    return reminder_lines(desk, reminders)


def _talks(desk: Desk) -> Message:
    """Conversations this month beside posts."""
    day = desk.plan.as_of.day
    lines = desk.plan.workspace.log or ()
    talks = sum(
        line.what in TALKS
        and line.date.day <= day
        and (line.date.day.year, line.date.day.month) == (day.year, day.month)
        for line in lines
    )
    posts = sum(
        one.publishes
        and one.status in ("ready", "done")
        and one.day.replace(day=1) == day.replace(day=1)
        and one.day <= day
        for one in desk.plan.occurrences
        if one.day
    )
    return msg(
        "This month: {talks} and {posts}.",
        talks=nmsg("{n} conversation", "{n} conversations", talks),
        posts=nmsg("{n} post", "{n} posts", posts),
    )
