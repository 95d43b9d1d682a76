"""What is on a day of the calendar: entries, whom one greets, public holidays, closed days, pauses."""

from collections.abc import Iterator
from datetime import date, timedelta

from valuegen.clock import yearly
from valuegen.pages.planner.calendar_views import DayCell, Spell
from valuegen.pages.planner.frame import Desk, contact_file, day_file, segment_file
from valuegen.pages.planner.lines import entry_line
from valuegen.pages.views import Link
from valuegen.plan.due_feasts import feast_name
from valuegen.plan.holidays import gap_of, holidays_of
from valuegen.plan.rests import rests_in
from valuegen.plan.types import Occurrence
from valuegen.words import Message, msg, nmsg, written

ENTRIES, FEASTS = 6, 4
"""So many of a day stand on its month's page; a day with more has a page of its own."""
PAUSED = 2
"""So many segments in a pause are named on a day."""
DAY = timedelta(days=1)
Stretch = tuple[str, date, Link | None]
"""What lasts, in words, its last day, and whom it is about."""


class Days:
    """What is on each day: looked up once for a whole calendar. `ideas`: what has no day, or none for sure yet."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.by_day: dict[date, list[Occurrence]] = {}
        self.ideas: list[Occurrence] = []
        for occurrence in desk.plan.occurrences:
            if occurrence.day and occurrence.status != "idea":
                self.by_day.setdefault(occurrence.day, []).append(occurrence)
            else:
                self.ideas.append(occurrence)
        self._feasts = Feasts(desk)
        self._years: dict[int, _Year] = {}

    def cell(self, day: date, *, is_inside: bool = True, begins_row: bool = True, most: int = ENTRIES) -> DayCell:
        """A day with what is on it. `begins_row`: what lasts is said in full again; `most`: so many entries."""
        desk, year = self._desk, self._year(day.year)
        entries, feasts = self.by_day.get(day, []), self._feasts.on(day)
        shown = len(feasts) if most > ENTRIES else FEASTS
        left = max(0, len(entries) - most) + max(0, len(feasts) - shown)
        return DayCell(
            day=day,
            is_inside=is_inside,
            is_today=day == desk.plan.as_of.day,
            entries=tuple(entry_line(desk, occurrence) for occurrence in entries[:most]) if is_inside else (),
            feasts=feasts[:shown],
            more=Link(desk.say(nmsg("{n} more", "{n} more", left)), day_file(day)) if left else None,
            holiday=year.holidays.get(day, ""),
            rest=self._rest(day, begins_row),
            pauses=() if day in year.closed else tuple(self._pauses(day, begins_row)),
        )

    def is_crowded(self, day: date) -> bool:
        """Whether it holds more than a month's page has room for."""
        return len(self.by_day.get(day, ())) > ENTRIES or len(self._feasts.on(day)) > FEASTS

    def rests(self, day: date) -> bool:
        """Whether nobody works on it."""
        return day in self._year(day.year).closed

    def _pauses(self, day: date, begins_row: bool) -> Iterator[Spell]:
        now = self._year(day.year).pauses.get(day, ())
        before = self._year((day - DAY).year).pauses.get(day - DAY, ())
        for pause in now[:PAUSED]:
            yield self._spell(pause, day, pause in before, begins_row or self.rests(day - DAY))
        left = len(now) - PAUSED
        if left > 0:
            is_first = len(now) != len(before) or day.day == 1
            more = self._desk.say(nmsg("{n} more pause", "{n} more pauses", left))
            yield Spell(more, "", is_first, is_first or begins_row)

    def _rest(self, day: date, begins_row: bool) -> Spell | None:
        rest = self._year(day.year).closed.get(day)
        before = self._year((day - DAY).year).closed.get(day - DAY)
        return self._spell(rest, day, rest == before, begins_row) if rest else None

    def _spell(self, stretch: Stretch, day: date, goes_on: bool, begins_row: bool) -> Spell:
        text, last, about = stretch
        until = self._desk.say(msg("until {day:MMMd}", day=last)) if last > day else ""
        is_first = not goes_on or day.day == 1
        return Spell(text, until, is_first, is_first or begins_row, about)

    def _year(self, year: int) -> "_Year":
        if year not in self._years:
            self._years[year] = _Year(self._desk, year)
        return self._years[year]


class _Year:
    """The holidays, the closed days and the pauses of a year, each by day."""

    def __init__(self, desk: Desk, year: int) -> None:
        site = desk.plan.workspace.settings.site
        self.holidays = holidays_of(site.country, (year,), desk.language)
        self.closed: dict[date, Stretch] = {}
        self.pauses: dict[date, tuple[Stretch, ...]] = {}
        first, last = date(year, 1, 1), date(year, 12, 31)
        for closed in desk.plan.workspace.settings.closed:
            text = desk.say(msg("Closed: {why}", why=closed.why) if closed.why else msg("Closed"))
            for rest in rests_in(closed, first, last):
                for day in _days(max(rest.first, first), min(rest.last, last)):
                    self.closed.setdefault(day, (text, rest.last, None))
        for segment in desk.plan.workspace.segments.values():
            for pause in segment.pauses:
                text, about = desk.say(_paused(segment.name, pause.why)), Link(segment.name, segment_file(segment.id))
                for rest in rests_in(pause, first, last):
                    for day in _days(max(rest.first, first), min(rest.last, last)):
                        self.pauses[day] = (*self.pauses.get(day, ()), (text, rest.last, about))


def _paused(name: str, why: str | None) -> Message:
    return msg("Pause of {name}: {why}", name=name, why=why) if why else msg("Pause of {name}", name=name)


def _days(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += DAY


def month_name(desk: Desk, month: date) -> str:
    """A month with its year, as a title."""
    name = written(month, desk.language, "yMMMM")
    return name[0].upper() + name[1:]


def holidays_note(desk: Desk) -> str:
    """What keeps public holidays from being shown; "" where nothing does, or no country is said."""
    country = desk.plan.workspace.settings.site.country
    if not country:
        return ""
    gap = gap_of(country)
    if gap == "library":
        return desk.say(msg("Public holidays are not shown: the extra “holidays” is not installed."))
    if gap == "part":
        return desk.say(msg("Of the holidays of {place}, only those of the whole country are known.", place=country))
    return ""


class Feasts:
    """What is greeted on each day of a year: dates of segments and of clients."""

    def __init__(self, desk: Desk) -> None:
        leap = desk.plan.workspace.settings.reminders.leap_day
        self._leap = (leap.month, leap.day)
        self._by_date: dict[tuple[int, int], list[Link]] = {}
        for segment in desk.plan.workspace.segments.values():
            for label, on in segment.dates.items():
                text = desk.say(msg("{feast} ({segment})", feast=label, segment=segment.name))
                self._by_date.setdefault((on.month, on.day), []).append(Link(text, segment_file(segment.id)))
        for relation in desk.plan.relations.values():
            if relation.is_out(desk.plan.as_of.day):
                continue
            for label, on in relation.contact.dates.items():
                feast = desk.say(feast_name(label))
                text = desk.say(msg("{name}: {feast}", name=relation.contact.name, feast=feast))
                self._by_date.setdefault((on.month, on.day), []).append(Link(text, contact_file(relation.id)))

    def on(self, day: date) -> tuple[Link, ...]:
        """What is greeted on a day; of 29 February, on the day that stands for it."""
        found = list(self._by_date.get((day.month, day.day), ()))
        if (2, 29) in self._by_date and yearly(2, 29, day.year, self._leap) == day and (day.month, day.day) != (2, 29):
            found += self._by_date[2, 29]
        return tuple(found)
