"""The calendar: a page a month, the months at a glance, the backlog."""

import calendar
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby

from valuegen.clock import yearly
from valuegen.model.values import YearlyDate
from valuegen.pages.planner.frame import TODAY, YEAR, Desk, month_file, planner_page, root_of
from valuegen.pages.planner.lines import entry_line
from valuegen.pages.planner.views import DayCell, MonthCard, MonthView, YearView
from valuegen.pages.types import Page
from valuegen.pages.views import Link
from valuegen.plan.due_feasts import feast_name
from valuegen.plan.types import Occurrence
from valuegen.words import first_weekday, msg, written


def calendar_pages(desk: Desk) -> Iterator[Page]:
    """Every month from the first entry to the last, with today's in any case."""
    by_day: dict[date, list[Occurrence]] = {}
    for occurrence in desk.plan.occurrences:
        if occurrence.day and occurrence.status != "idea":
            by_day.setdefault(occurrence.day, []).append(occurrence)
    months = _months(desk, by_day)
    feasts = _Feasts(desk)
    for number, month in enumerate(months):
        before = months[number - 1] if number else None
        after = months[number + 1] if number + 1 < len(months) else None
        view = _month(desk, month, (before, after), by_day, feasts)
        yield planner_page(month_file(month), "month", view, desk.site)
    yield planner_page(YEAR, "year", _year(desk, months, by_day), desk.site)


def day_cell(desk: Desk, day: date, entries: list[Occurrence], feasts: "_Feasts", is_inside: bool = True) -> DayCell:
    """A day with what is on it."""
    return DayCell(
        day=day,
        is_inside=is_inside,
        is_today=day == desk.plan.as_of.day,
        entries=tuple(entry_line(desk, occurrence) for occurrence in entries),
        feasts=feasts.on(day),
        rest=_rest(desk, day),
    )


def week_ahead(desk: Desk) -> tuple[DayCell, ...]:
    """The seven days from `as_of` on that hold something."""
    first = desk.plan.as_of.day
    days = [first + timedelta(days=number) for number in range(7)]
    by_day = {day: [one for one in desk.plan.occurrences if one.day == day and one.status != "idea"] for day in days}
    cells = (day_cell(desk, day, by_day[day], _Feasts(desk)) for day in days)
    return tuple(cell for cell in cells if cell.entries or cell.feasts or cell.rest)


def _months(desk: Desk, by_day: dict[date, list[Occurrence]]) -> list[date]:
    days = [*by_day, desk.plan.as_of.day]
    month, last, months = min(days).replace(day=1), max(days).replace(day=1), []
    while month <= last:
        months.append(month)
        month = (month + timedelta(days=31)).replace(day=1)
    return months


def _month(
    desk: Desk,
    month: date,
    beside: tuple[date | None, date | None],
    by_day: dict[date, list[Occurrence]],
    feasts: "_Feasts",
) -> MonthView:
    days = calendar.Calendar(
        first_weekday(desk.language, desk.plan.workspace.settings.site.country)
    ).monthdatescalendar(month.year, month.month)
    weeks = tuple(
        tuple(day_cell(desk, day, by_day.get(day, []), feasts, day.month == month.month) for day in week)
        for week in days
    )
    inside = [cell for week in weeks for cell in week if cell.is_inside]
    return MonthView(
        title=_month_name(desk, month),
        root=root_of(month_file(month)),
        place=month_file(desk.plan.as_of.day),
        previous=_month_link(desk, beside[0]),
        following=_month_link(desk, beside[1]),
        today=Link(desk.say(msg("Today")), f"{month_file(desk.plan.as_of.day)}#{desk.plan.as_of.day.isoformat()}"),
        year=Link(desk.say(msg("All months")), YEAR),
        weekdays=tuple((written(day, desk.language, "EEE"), written(day, desk.language, "EEEE")) for day in days[0]),
        weeks=weeks,
        days=tuple(cell for cell in inside if cell.entries or cell.feasts or cell.rest or cell.is_today),
    )


def _month_name(desk: Desk, month: date) -> str:
    name = written(month, desk.language, "yMMMM")
    return name[0].upper() + name[1:]


def _month_link(desk: Desk, month: date | None) -> Link | None:
    return Link(_month_name(desk, month), month_file(month)) if month else None


def _year(desk: Desk, months: list[date], by_day: dict[date, list[Occurrence]]) -> YearView:
    cards = [(month.year, _card(desk, month, by_day)) for month in months]
    years = groupby(cards, key=lambda card: card[0])
    return YearView(
        title=desk.say(msg("All months")),
        root=root_of(YEAR),
        place=month_file(desk.plan.as_of.day),
        today=Link(desk.say(msg("Today")), TODAY),
        years=tuple((str(year), tuple(card for _, card in of_year)) for year, of_year in years),
        backlog=tuple(
            entry_line(desk, one) for one in desk.plan.occurrences if one.day is None or one.status == "idea"
        ),
    )


def _card(desk: Desk, month: date, by_day: dict[date, list[Occurrence]]) -> MonthCard:
    entries = [one for day in by_day if (day.year, day.month) == (month.year, month.month) for one in by_day[day]]
    counts = ((mark, sum(one.kind == mark.kind for one in entries)) for mark in desk.site.marks)
    now = desk.plan.as_of.day
    return MonthCard(
        link=Link(_month_name(desk, month), month_file(month)),
        counts=tuple((mark, count) for mark, count in counts if count),
        total=len(entries),
        is_now=(month.year, month.month) == (now.year, now.month),
    )


def _rest(desk: Desk, day: date) -> str:
    """Why nobody works, or is not written to, on a day."""
    settings = desk.plan.workspace.settings
    if desk.plan.closed.is_free(day):
        why = next(
            (closed.why for closed in settings.closed if closed.why and _holds(closed.first, closed.last, day)), None
        )
        return desk.say(msg("Closed: {why}", why=why)) if why else desk.say(msg("Closed"))
    resting = [
        segment.name
        for segment in desk.plan.workspace.segments.values()
        if any(pause.first <= day <= pause.last for pause in segment.pauses)
    ]
    return desk.say(msg("Pause: {names}", names=tuple(resting))) if resting else ""


def _holds(first: YearlyDate, last: YearlyDate, day: date) -> bool:
    if first.year and last.year:
        return first.on(first.year) <= day <= last.on(last.year)
    start, end, now = (first.month, first.day), (last.month, last.day), (day.month, day.day)
    return start <= now <= end if start <= end else now >= start or now <= end


class _Feasts:
    """What is greeted on each day of a year: dates of segments and of contacts, names by feast."""

    def __init__(self, desk: Desk) -> None:
        leap = desk.plan.workspace.settings.reminders.leap_day
        self._leap = (leap.month, leap.day)
        self._by_date: dict[tuple[int, int], list[Link]] = {}
        for segment in desk.plan.workspace.segments.values():
            for label, on in segment.dates.items():
                text = desk.say(msg("{feast} ({segment})", feast=label, segment=segment.name))
                self._by_date.setdefault((on.month, on.day), []).append(Link(text, f"segments/{segment.id}.html"))
        for relation in desk.plan.relations.values():
            if relation.is_out(desk.plan.as_of.day):
                continue
            for label, on in relation.contact.dates.items():
                feast = desk.say(feast_name(label))
                text = desk.say(msg("{name}: {feast}", name=relation.contact.name, feast=feast))
                self._by_date.setdefault((on.month, on.day), []).append(Link(text, ""))

    def on(self, day: date) -> tuple[Link, ...]:
        """What is greeted on a day; of 29 February, on the day that stands for it."""
        found = list(self._by_date.get((day.month, day.day), ()))
        if (2, 29) in self._by_date and yearly(2, 29, day.year, self._leap) == day and (day.month, day.day) != (2, 29):
            found += self._by_date[2, 29]
        return tuple(found)
