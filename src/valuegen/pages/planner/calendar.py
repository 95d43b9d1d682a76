"""The calendar: a page a month, a page for each day too full for it, a year at a glance, the backlog."""

import calendar
from collections.abc import Iterator
from datetime import date

from valuegen.pages.planner.backlog import backlog_link, backlog_pages
from valuegen.pages.planner.calendar_days import Days, holidays_note, month_name
from valuegen.pages.planner.calendar_views import DayCell, DayView, MonthView
from valuegen.pages.planner.calendar_year import year_page
from valuegen.pages.planner.frame import Desk, day_file, month_file, planner_page, root_of, year_file
from valuegen.pages.types import Later, Page
from valuegen.pages.views import Link
from valuegen.words import first_weekday, msg, nmsg, written

ENTRIES_OF_A_DAY = 400
"""So many entries the page of a day bears."""


def calendar_pages(desk: Desk, days: Days) -> Iterator[Page]:
    """All months of every year that holds something, today's in any case; then the years and the backlog."""
    today = desk.plan.as_of.day
    years = sorted({day.year for day in days.by_day} | {today.year})
    months = [date(year, month, 1) for year in years for month in range(1, 13)]
    weeks = calendar.Calendar(first_weekday(desk.language, desk.plan.workspace.settings.site.country))
    note = holidays_note(desk)
    for number, month in enumerate(months):
        before = months[number - 1] if number else None
        after = months[number + 1] if number + 1 < len(months) else None
        view = Later(_month, desk, month, (before, after), weeks, days, note)
        yield planner_page(month_file(month), "month", view, desk.site)
    every = {day for month in months for day in weeks.itermonthdates(month.year, month.month) if day.year == month.year}
    for day in sorted(every):
        if days.is_crowded(day):
            yield planner_page(day_file(day), "day", Later(_day, desk, day, days), desk.site)
    for number, year in enumerate(years):
        neighbours = (years[number - 1] if number else None, years[number + 1] if number + 1 < len(years) else None)
        yield year_page(desk, year, neighbours, weeks, days)
    yield from backlog_pages(desk, days)


def _month(
    desk: Desk,
    month: date,
    beside: tuple[date | None, date | None],
    of_month: calendar.Calendar,
    days: Days,
    note: str,
) -> MonthView:
    today, weeks = desk.plan.as_of.day, of_month.monthdatescalendar(month.year, month.month)
    cells = tuple(
        tuple(
            days.cell(day, is_inside=day.month == month.month, begins_row=day == week[0] or day == month)
            for day in week
        )
        for week in weeks
    )
    listed = [cell for week in cells for cell in week if cell.is_inside and (cell.is_today or _holds_something(cell))]
    is_now = (month.year, month.month) == (today.year, today.month)
    return MonthView(
        title=month_name(desk, month),
        root=root_of(month_file(month)),
        place=month_file(today),
        previous=_month_link(desk, beside[0]),
        following=_month_link(desk, beside[1]),
        today=Link(desk.say(msg("Today")), f"{month_file(today)}#{today.isoformat()}"),
        year=Link(desk.say(msg("All of {year}", year=str(month.year))), year_file(month.year, today.year)),
        backlog=backlog_link(desk, days),
        weekdays=tuple((written(day, desk.language, "EEE"), written(day, desk.language, "EEEE")) for day in weeks[0]),
        weeks=cells,
        gone=tuple(cell for cell in listed if is_now and cell.day < today),
        days=tuple(cell for cell in listed if not is_now or cell.day >= today),
        note=note,
    )


def _holds_something(cell: DayCell) -> bool:
    """Whether it stands in the list: what lasts is said there on its first day alone."""
    lasting = (*cell.pauses, *((cell.rest,) if cell.rest else ()))
    return bool(cell.entries or cell.feasts or cell.holiday or any(spell.is_first for spell in lasting))


def _month_link(desk: Desk, month: date | None) -> Link | None:
    return Link(month_name(desk, month), month_file(month)) if month else None


def _day(desk: Desk, day: date, days: Days) -> DayView:
    name = written(day, desk.language, "full")
    left = len(days.by_day.get(day, ())) - ENTRIES_OF_A_DAY
    return DayView(
        title=name[0].upper() + name[1:],
        root=root_of(day_file(day)),
        place=month_file(desk.plan.as_of.day),
        month=Link(month_name(desk, day), month_file(day)),
        cell=days.cell(day, most=ENTRIES_OF_A_DAY),
        left=desk.say(nmsg("And {n} more entry.", "And {n} more entries.", left)) if left > 0 else "",
    )
