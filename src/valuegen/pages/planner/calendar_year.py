"""A year at a glance: twelve small months, each day the darker the more is on it, and the number beside the shade."""

import calendar
from collections import Counter
from datetime import date

from valuegen.pages.planner.backlog import backlog_link
from valuegen.pages.planner.calendar_days import Days, month_name
from valuegen.pages.planner.calendar_views import HeatDay, SmallMonth, YearDay, YearView
from valuegen.pages.planner.frame import Desk, month_file, planner_page, root_of, year_file
from valuegen.pages.types import Later, Page
from valuegen.pages.views import Link
from valuegen.plan.types import Occurrence
from valuegen.words import msg, nmsg, written

CELL, HEAD, FOOT = 30, 16, 4
"""Units of the picture: a day, the line of weekdays, the room below."""
DOTS = 3
"""So many entries of a day are dots; more are a number."""
HOTTEST = 4
Neighbours = tuple[int | None, int | None]


def year_page(desk: Desk, year: int, beside: Neighbours, weeks: calendar.Calendar, days: Days) -> Page:
    """The page of a year."""
    file = year_file(year, desk.plan.as_of.day.year)
    return planner_page(file, "year", Later(_view, desk, file, year, beside, weeks, days), desk.site)


def _view(desk: Desk, file: str, year: int, beside: Neighbours, weeks: calendar.Calendar, days: Days) -> YearView:
    today = desk.plan.as_of.day
    dates = [day for day in sorted(days.by_day) if day.year == year]
    total = sum(len(days.by_day[day]) for day in dates)
    return YearView(
        title=str(year),
        root=root_of(file),
        place=month_file(today),
        previous=_year_link(beside[0], today.year),
        following=_year_link(beside[1], today.year),
        today=Link(desk.say(msg("This month")), month_file(today)),
        backlog=backlog_link(desk, days),
        summary=desk.say(
            nmsg("{n} entry on {days}.", "{n} entries on {days}.", total, days=nmsg("{n} day", "{n} days", len(dates)))
        ),
        months=tuple(_small(desk, date(year, month, 1), weeks, days) for month in range(1, 13)),
        rows=tuple(YearDay(day, len(days.by_day[day]), _kinds(desk, days.by_day[day])) for day in dates),
    )


def _year_link(year: int | None, this_year: int) -> Link | None:
    return Link(str(year), year_file(year, this_year)) if year else None


def _small(desk: Desk, month: date, weeks: calendar.Calendar, days: Days) -> SmallMonth:
    rows = weeks.monthdatescalendar(month.year, month.month)
    inside = [(day, row, column) for row, week in enumerate(rows) for column, day in enumerate(week)]
    inside = [place for place in inside if place[0].month == month.month]
    entries = [one for day, _, _ in inside for one in days.by_day.get(day, ())]
    kinds = Counter(one.kind for one in entries)
    full, now = month_name(desk, month), desk.plan.as_of.day
    busy = sum(day in days.by_day for day, _, _ in inside)
    return SmallMonth(
        link=Link(full.partition(" ")[0], month_file(month)),
        summary=desk.say(
            nmsg(
                "{month}: {n} entry on {days}",
                "{month}: {n} entries on {days}",
                len(entries),
                month=full,
                days=nmsg("{n} day", "{n} days", busy),
            )
        ),
        height=HEAD + CELL * len(rows) + FOOT,
        weekdays=tuple(
            (str(CELL * column + CELL // 2 - 1), written(day, desk.language, "EEE")[:1].upper())
            for column, day in enumerate(rows[0])
        ),
        days=tuple(_heat(desk, day, row, column, days) for day, row, column in inside),
        counts=tuple((mark, kinds[mark.kind]) for mark in desk.site.marks if kinds[mark.kind]),
        total=len(entries),
        is_now=(month.year, month.month) == (now.year, now.month),
    )


def _heat(desk: Desk, day: date, row: int, column: int, days: Days) -> HeatDay:
    count = len(days.by_day.get(day, ()))
    dots = range(count) if count <= DOTS else range(0)
    return HeatDay(
        x=str(CELL * column),
        y=str(HEAD + CELL * row),
        number=str(day.day),
        count=count,
        heat=min(count, HOTTEST),
        dots=tuple(str(CELL * column + CELL // 2 - 1 + 8 * number - 4 * (count - 1)) for number in dots),
        is_today=day == desk.plan.as_of.day,
        is_rest=days.rests(day),
    )


def _kinds(desk: Desk, entries: list[Occurrence]) -> tuple[str, ...]:
    counts = Counter(one.kind for one in entries)
    return tuple(f"{counts[mark.kind]} {mark.shape} {mark.label}" for mark in desk.site.marks if counts[mark.kind])
