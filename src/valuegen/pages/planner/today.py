"""Today: what do I have to do, what is late, who waits for my answer, do my promises hold, what comes this week."""

from collections.abc import Iterable
from datetime import date

from valuegen.finding import Finding
from valuegen.pages.planner.calendar_days import Days
from valuegen.pages.planner.frame import CHECKS, TODAY, Desk, planner_page
from valuegen.pages.planner.lines import balance_line, finding_line, matter_line, matters, reminder_line
from valuegen.pages.planner.talks import talks_of
from valuegen.pages.planner.today_views import Coming, Figure, Tasks, TodayView
from valuegen.pages.planner.verdict import verdict
from valuegen.pages.planner.views import BalanceLine
from valuegen.pages.planner.week import after_the_week, week_ahead
from valuegen.pages.public_plan import is_published
from valuegen.pages.reminder_groups import once, stand_of
from valuegen.pages.types import Later, Page
from valuegen.pages.views import Link
from valuegen.plan.types import Reminder
from valuegen.words import msg, nmsg, written

WAITING, DUE, LATE = 6, 8, 5
"""So many of each stand open on the page."""
FOLDED = 15
"""So many more are folded away below; what is beyond is on the page of all reminders."""
BROKEN, OWED = 4, 5
BALANCES = 60
"""So many segments are shown with their balance: of more, those nearest to their limit."""
URGENCY = ("answer", "tell", "greet", "share", "follow-up", "reconnect", "prepare", "listen", "refresh", "plan")
"""What is late stands in this order: somebody who waits comes before what only has to be prepared."""


def today_page(desk: Desk, days: Days) -> Page:
    """The page that is opened in the morning."""
    return planner_page(TODAY, "today", Later(_view, desk, days), desk.site)


def _view(desk: Desk, days: Days) -> TodayView:
    day, findings = desk.plan.as_of.day, desk.judged.findings
    waiting, late, due, ahead = _by_stand(once(desk.judged.reminders), day)
    late.sort(key=lambda one: (URGENCY.index(one.kind), one.due))
    name = written(day, desk.language, "full")
    broken = [one for one in findings if one.level in ("error", "warning")]
    todos = [one for one in findings if one.level == "todo"]
    return TodayView(
        title=name[0].upper() + name[1:],
        root="",
        place=TODAY,
        verdict=desk.say(verdict(findings)),
        is_kept=not any(finding.level == "error" for finding in findings),
        checks=Link(desk.say(msg("All promises")), CHECKS),
        figures=_figures(desk, days),
        broken=tuple(finding_line(desk, one) for one in broken[:BROKEN]),
        broken_left=_left(desk, len(broken) - BROKEN),
        waiting=_tasks(desk, waiting, WAITING),
        due=_tasks(desk, due, DUE),
        next_task=_next(desk, ahead),
        late=_tasks(desk, late, LATE),
        week=week_ahead(desk, days, due),
        after=after_the_week(desk),
        balances=_balances(desk),
        balances_left=_left(desk, len(desk.plan.workspace.segments) - BALANCES),
        owed=tuple(finding_line(desk, one) for one in _not_told(todos, [*waiting, *due, *late])[:OWED]),
    )


def _by_stand(reminders: Iterable[Reminder], today: date) -> list[list[Reminder]]:
    stands: list[list[Reminder]] = [[], [], [], []]
    for one in reminders:
        stands[stand_of(one, today)].append(one)
    return stands


def _balances(desk: Desk) -> tuple[BalanceLine, ...]:
    lines = [balance_line(desk, id) for id in desk.plan.workspace.segments]
    if len(lines) > BALANCES:
        lines.sort(key=lambda line: line.limit - line.share)
    return tuple(lines[:BALANCES])


def _tasks(desk: Desk, reminders: list[Reminder], most: int) -> Tasks:
    told = matters(reminders)
    lines = tuple(matter_line(desk, same) for same in told[: most + FOLDED])
    return Tasks(lines[:most], lines[most:], len(reminders), _left(desk, len(told) - most - FOLDED))


def _next(desk: Desk, ahead: list[Reminder]) -> Coming | None:
    """The first thing to do of a later day."""
    if not ahead:
        return None
    line = reminder_line(desk, ahead[0])
    text = desk.say(msg("The next, on {day:MMMMd}: {text}", day=ahead[0].due, text=ahead[0].text))
    return Coming(text, Link(line.text, line.href) if line.href else None)


def _left(desk: Desk, count: int) -> str:
    return desk.say(nmsg("and {n} more", "and {n} more", count)) if count > 0 else ""


def _not_told(todos: list[Finding], reminders: list[Reminder]) -> list[Finding]:
    """What is owed and of which no reminder speaks already."""
    told = {("entry", one.entry) for one in reminders if one.entry}
    told |= {("contact", one.contact) for one in reminders if one.contact}
    told |= {("need", one.need) for one in reminders if one.need}
    return [
        one
        for one in todos
        if not told & {("entry", one.entry), ("need", one.need)} and (one.entry or ("contact", one.contact) not in told)
    ]


def _figures(desk: Desk, days: Days) -> tuple[Figure, ...]:
    """Conversations this month beside posts."""
    today = desk.plan.as_of.day
    lines = desk.plan.workspace.log or ()
    talks = talks_of(lines, today, today.day)
    posts = sum(
        is_published(desk.plan, one)
        for number in range(1, today.day + 1)
        for one in days.by_day.get(today.replace(day=number), ())
    )
    counted = (
        (talks, nmsg("conversation this month", "conversations this month", talks)),
        (posts, nmsg("post this month", "posts this month", posts)),
    )
    return tuple(Figure(written(number, desk.language), desk.say(label)) for number, label in counted)
