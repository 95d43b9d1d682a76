"""The backlog: ideas, and entries without a date, by whom they are for, with the need that each would answer."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from valuegen.model.entry import KINDS
from valuegen.pages.planner.calendar_days import Days
from valuegen.pages.planner.calendar_views import Answered, BacklogView, IdeaLine
from valuegen.pages.planner.frame import BACKLOG, YEAR, Desk, month_file, planner_page, root_of
from valuegen.pages.planner.lines import entry_line
from valuegen.pages.planner.mentions import need_link, segment_link
from valuegen.pages.planner.views import Mark
from valuegen.pages.types import Later, Page
from valuegen.pages.views import Link
from valuegen.plan.types import Occurrence
from valuegen.words import msg, nmsg

IDEAS = 200
"""So many stand on a page; more go on over further pages."""


def backlog_link(desk: Desk, days: Days) -> Link:
    """To the backlog, with how many there are."""
    return Link(desk.say(msg("Backlog: {n}", n=len(days.ideas))), BACKLOG)


def backlog_pages(desk: Desk, days: Days) -> Iterator[Page]:
    """Every idea; there is a page even where there is none."""
    first = {segment: number for number, segment in enumerate(desk.plan.workspace.segments)}
    ideas = sorted(days.ideas, key=lambda one: (first.get(_whose(one), len(first)), KINDS.index(one.kind)))
    parts = [ideas[start : start + IDEAS] for start in range(0, len(ideas), IDEAS)] or [[]]
    counts = _counts(desk, ideas)
    for number, part in enumerate(parts):
        before = _file(number - 1) if number else ""
        after = _file(number + 1) if number + 1 < len(parts) else ""
        view = Later(_view, desk, part, len(ideas), counts, before, after)
        yield planner_page(_file(number), "backlog", view, desk.site)


def _view(
    desk: Desk, part: Sequence[Occurrence], count: int, counts: tuple[tuple[Mark, int], ...], before: str, after: str
) -> BacklogView:
    return BacklogView(
        title=desk.say(msg("Backlog")),
        root=root_of(BACKLOG),
        place=month_file(desk.plan.as_of.day),
        previous=Link(desk.say(msg("Before")), before) if before else None,
        following=Link(desk.say(msg("More")), after) if after else None,
        today=Link(desk.say(msg("This month")), month_file(desk.plan.as_of.day)),
        year=Link(desk.say(msg("All of {year}", year=str(desk.plan.as_of.day.year))), YEAR),
        summary=desk.say(
            nmsg("{n} idea waits for its day.", "{n} ideas wait for their day.", count)
            if count
            else msg("Every idea has its date.")
        ),
        counts=counts,
        groups=tuple(_groups(desk, part)),
    )


def _file(number: int) -> str:
    return BACKLOG if number == 0 else BACKLOG.replace(".html", f"-{number + 1}.html")


def _whose(occurrence: Occurrence) -> str:
    """The segment under which it stands; "" for what is for single clients."""
    return occurrence.segments[0] if occurrence.segments else ""


def _counts(desk: Desk, ideas: Sequence[Occurrence]) -> tuple[tuple[Mark, int], ...]:
    counts = Counter(one.kind for one in ideas)
    return tuple((mark, counts[mark.kind]) for mark in desk.site.marks if counts[mark.kind])


def _groups(desk: Desk, ideas: Sequence[Occurrence]) -> Iterator[tuple[Link, tuple[IdeaLine, ...]]]:
    for segment, same in groupby(ideas, key=_whose):
        head = segment_link(desk, segment) if segment else Link(desk.say(msg("For single clients")), "")
        yield head, tuple(_line(desk, one) for one in same)


def _line(desk: Desk, idea: Occurrence) -> IdeaLine:
    return IdeaLine(
        line=entry_line(desk, idea),
        needs=tuple(_answered(desk, need) for need in idea.entry.answers),
        meant=desk.say(msg("thought for {day}", day=idea.day)) if idea.day else "",
    )


def _answered(desk: Desk, id: str) -> Answered:
    need = (desk.plan.workspace.needs or {}).get(id)
    if need is None:
        return Answered(Link(id, ""), "")
    days = (desk.plan.as_of.day - need.heard).days
    since = nmsg("heard on {day}, {n} day ago", "heard on {day}, {n} days ago", days, day=need.heard)
    return Answered(need_link(desk, id), desk.say(since))
