"""The weeks of one person: what is planned and logged in each, against the time they have."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from valuegen.model.person import Person
from valuegen.pages.planner.columns_picture import DOTS, HATCH, Chart, Column, columns_picture
from valuegen.pages.planner.figure_views import Cell, Figure, Key, Table, cell
from valuegen.pages.planner.figure_words import days, short_span, span
from valuegen.pages.planner.frame import Desk
from valuegen.pages.planner.mentions import cut_short, entry_link, person_link
from valuegen.plan.load import monday_of
from valuegen.plan.weeks import Week
from valuegen.words import Message, msg, nmsg, written

NAMED = 4
"""So many entries of a week are named."""


def weeks_figure(desk: Desk, person: Person, weeks: Sequence[Week], are_named: bool) -> Figure:
    """A column a week; `are_named`: the entries of each, in the table."""
    now = monday_of(desk.plan.as_of.day)
    title = desk.say(msg("The weeks of {name}", name=person.name))
    summary = desk.say(_summary(weeks))
    columns = [_column(desk, week, now, weeks[0].monday) for week in weeks]
    limit = person.minutes_per_week
    chart = Chart(
        id=f"weeks-{person.id}",
        title=title,
        summary=summary,
        columns=columns,
        guides=_guides(desk, weeks),
        aim_label=desk.say(msg("limit {limit}", limit=span(limit))) if limit is not None else "",
        now=[week.monday for week in weeks].index(now),
        now_label=desk.say(msg("this week")),
        left=9,
    )
    return Figure(summary, columns_picture(chart), tuple(_keys(desk, weeks)), _table(desk, weeks, are_named))


def _column(desk: Desk, week: Week, now: date, first: date) -> Column:
    return Column(
        value=week.planned,
        tick=_tick(desk, week.monday, first),
        label="!" if week.is_over else "",
        mark=week.logged if week.monday <= now and week.logged else None,
        aim=Fraction(week.limit) if week.limit is not None else None,
        shade=HATCH if week.away else DOTS if week.covers else "",
        is_over=week.is_over,
    )


def _tick(desk: Desk, monday: date, first: date) -> str:
    """The name of a month below its first Monday."""
    if monday.day > 7 or monday == first:
        return ""
    return written(monday, desk.language, "MMM").removesuffix(".")


def _guides(desk: Desk, weeks: Sequence[Week]) -> list[tuple[int, str]]:
    """Half of the limit; without one, two heights in whole hours."""
    limit = weeks[0].limit
    half = max(60, max(max(week.planned, week.logged) for week in weeks) // 120 * 60)
    values = [half, 2 * half] if not limit else [limit // 2]
    return [(value, desk.say(short_span(value))) for value in values]


def _summary(weeks: Sequence[Week]) -> Message:
    over = sum(week.is_over for week in weeks)
    fullest = max(weeks, key=lambda week: week.planned)
    if not fullest.planned:
        return msg("Nothing is planned for them in these weeks.")
    if fullest.limit is None:
        return msg(
            "The fullest week is that of {day:yMMMd}: {planned}.", day=fullest.monday, planned=span(fullest.planned)
        )
    if over:
        return nmsg(
            "In {n} week more is planned than there is time for; the fullest is that of {day:yMMMd}: {planned}.",
            "In {n} weeks more is planned than there is time for; the fullest is that of {day:yMMMd}: {planned}.",
            over,
            day=fullest.monday,
            planned=span(fullest.planned),
        )
    return msg(
        "There is time for everything; the fullest week is that of {day:yMMMd}: {planned}, {share} of their time.",
        day=fullest.monday,
        planned=span(fullest.planned),
        share=Fraction(fullest.planned, fullest.limit or 1),
    )


def _keys(desk: Desk, weeks: Sequence[Week]) -> list[Key]:
    keys = [Key("bar", "value", "", desk.say(msg("planned")))]
    if any(week.is_over for week in weeks):
        keys.append(Key("bar", "over", "", desk.say(msg("planned, and too much (!)"))))
    if any(week.logged for week in weeks):
        keys.append(Key("line", "mark", "", desk.say(msg("minutes in the log"))))
    if any(week.limit is not None for week in weeks):
        keys.append(Key("line", "limit", "", desk.say(msg("the time there is"))))
    if any(week.away for week in weeks):
        keys.append(Key("bar", "shade", HATCH, desk.say(msg("away"))))
    if any(week.covers for week in weeks):
        keys.append(Key("bar", "shade", DOTS, desk.say(msg("stands in for somebody"))))
    return keys


def _table(desk: Desk, weeks: Sequence[Week], are_named: bool) -> Table:
    heads = (
        msg("Week of"),
        msg("Planned"),
        msg("Time there is"),
        msg("In the log"),
        msg("Entries"),
        msg("Who is away"),
    )
    rows = tuple(
        (
            cell(written(week.monday, desk.language, "yMMMd")),
            cell(desk.say(span(week.planned))),
            cell(desk.say(span(week.limit)) if week.limit is not None else "–"),
            cell(desk.say(span(week.logged)) if week.logged else "–"),
            _entries(desk, week, are_named),
            _away(desk, week),
        )
        for week in weeks
    )
    total = (
        cell(desk.say(msg("All"))),
        cell(desk.say(span(sum(week.planned for week in weeks)))),
        cell(""),
        cell(desk.say(span(sum(week.logged for week in weeks)))),
        cell(written(sum(len(week.entries) for week in weeks), desk.language)),
        cell(""),
    )
    return Table(tuple(desk.say(head) for head in heads), rows, total)


def _entries(desk: Desk, week: Week, are_named: bool) -> Cell:
    if not week.entries:
        return cell("–")
    if not are_named:
        return cell(written(len(week.entries), desk.language))
    return cut_short(desk, [entry_link(desk, one) for one in week.entries], NAMED)


def _away(desk: Desk, week: Week) -> Cell:
    found = [person_link(desk, id) for id in week.covers]
    if week.away:
        return cell(desk.say(msg("they are, {days}", days=days(week.away))), *found)
    return cell(*found) or cell("–")
