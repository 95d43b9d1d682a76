"""People: the load of each week against the time there is, who is away and who stands in, and what each has."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from valuegen.model.person import Away, Person
from valuegen.pages.planner.figure_words import some_clients, span
from valuegen.pages.planner.frame import PEOPLE, TEAM, Desk, month_file, people_file, planner_page
from valuegen.pages.planner.mentions import contact_link, person_link, segment_link
from valuegen.pages.planner.people_views import PeopleView, PersonCard
from valuegen.pages.planner.views import Fact
from valuegen.pages.planner.weeks_figure import weeks_figure
from valuegen.pages.types import Later, Page
from valuegen.pages.views import Link
from valuegen.plan.load import monday_of
from valuegen.plan.weeks import WEEK, Loads, Week
from valuegen.words import Message, msg, nmsg

BACK, AHEAD = 8, 12
"""So many weeks are drawn before that of today, and after it."""
MANY = 20
"""Of more people than these the tables count the entries of a week, and name none."""
NAMED = 12
ROLES: dict[str, Message] = {
    "principal": msg("leads"),
    "specialist": msg("knows a field"),
    "assistant": msg("helps"),
}


@dataclass(frozen=True, slots=True)
class _Owned:
    segments: Mapping[str, list[str]]
    contacts: Mapping[str, list[str]]


class _Team:
    """What the pages of the team share: worked out once, when the first of them is made."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @cached_property
    def weeks(self) -> Mapping[str, Sequence[Week]]:
        """The weeks of each, those behind and those ahead."""
        plan, monday = self._desk.plan, monday_of(self._desk.plan.as_of.day)
        loads = Loads(plan)
        return {id: loads.weeks(id, monday - BACK * WEEK, monday + AHEAD * WEEK) for id in plan.workspace.people}

    @cached_property
    def owned(self) -> _Owned:
        """Who has the relation with whom."""
        return _owned(self._desk)

    @cached_property
    def said(self) -> str:
        """Whether everybody can do what is planned."""
        return self._desk.say(_said(self._desk, self.weeks))


def people_pages(desk: Desk) -> Iterator[Page]:
    """The team, on as many pages as it needs."""
    team, everybody = _Team(desk), list(desk.plan.workspace.people.values())
    parts = [everybody[first : first + TEAM] for first in range(0, len(everybody), TEAM)]
    leaves = tuple(Link(str(number), people_file(number)) for number in range(1, len(parts) + 1))
    for number, part in enumerate(parts, 1):
        view = Later(_view, desk, team, part, leaves if len(parts) > 1 else (), people_file(number))
        yield planner_page(people_file(number), "people", view, desk.site)


def _view(desk: Desk, team: _Team, part: Sequence[Person], leaves: tuple[Link, ...], leaf: str) -> PeopleView:
    weeks = team.weeks
    return PeopleView(
        title=desk.say(msg("Team")),
        root="",
        place=PEOPLE,
        said=team.said,
        about=desk.say(
            msg("What the calendar asks of each, week by week; minutes count for whoever writes the entry.")
        ),
        people=tuple(_person(desk, one, weeks[one.id], team.owned, len(weeks) <= MANY) for one in part),
        leaves=leaves,
        leaf=leaf,
    )


def _owned(desk: Desk) -> _Owned:
    """Segments and clients by who has the relation."""
    segments: dict[str, list[str]] = {}
    contacts: dict[str, list[str]] = {}
    for id, side in desk.plan.defaults.segments.items():
        segments.setdefault(side.owner, []).append(id)
    for relation in desk.plan.relations.values():
        if not relation.is_gone:
            contacts.setdefault(relation.owner, []).append(relation.id)
    return _Owned(segments, contacts)


def _said(desk: Desk, weeks: Mapping[str, Sequence[Week]]) -> Message:
    """Whether everybody can do what is planned; else the first week in which somebody can't."""
    now, people = monday_of(desk.plan.as_of.day), desk.plan.workspace.people
    over = [(week.monday, id, week) for id, row in weeks.items() for week in row if week.monday >= now and week.is_over]
    if over:
        monday, id, week = min(over, key=lambda one: one[:2])
        return msg(
            "{name} has more than fits in the week of {day}: {planned} of {limit}.",
            name=people[id].name,
            day=monday,
            planned=span(week.planned),
            limit=span(week.limit or 0),
        )
    limited = [row for row in weeks.values() if row and row[0].limit is not None]
    if not limited:
        return msg("Nobody has said how much time there is: write `minutes_per_week` in `content/people.yaml`.")
    return nmsg(
        "What is planned fits into each of the next {n} week.",
        "What is planned fits into each of the next {n} weeks.",
        AHEAD,
    )


def _person(desk: Desk, person: Person, weeks: Sequence[Week], owned: _Owned, are_named: bool) -> PersonCard:
    now = monday_of(desk.plan.as_of.day)
    return PersonCard(
        id=desk.person_place(person.id).partition("#")[2],
        name=person.name,
        role=desk.say(ROLES[person.role]),
        said=desk.say(_week_said(next(week for week in weeks if week.monday == now))),
        is_over=any(week.is_over for week in weeks if week.monday >= now),
        facts=tuple(_facts(desk, person, weeks, owned)),
        figure=weeks_figure(desk, person, weeks, are_named),
    )


def _week_said(week: Week) -> Message:
    """This week, in a sentence."""
    if week.away >= 5:
        return msg("This week they are away.")
    if week.limit is None:
        return msg("This week: {planned} planned.", planned=span(week.planned))
    if week.is_over:
        return msg(
            "This week: {planned} planned, {over} more than there is.",
            planned=span(week.planned),
            over=span(week.planned - week.limit),
        )
    return msg("This week: {planned} of {limit}.", planned=span(week.planned), limit=span(week.limit))


def _facts(desk: Desk, person: Person, weeks: Sequence[Week], owned: _Owned) -> Iterator[Fact]:
    segments = [segment_link(desk, id) for id in owned.segments.get(person.id, ())]
    contacts = [contact_link(desk, id) for id in owned.contacts.get(person.id, ())]
    if segments:
        yield Fact(desk.say(msg("Segments they look after")), tuple(segments))
    if contacts:
        count = nmsg("{n} client they look after", "{n} clients they look after", len(contacts))
        yield Fact(desk.say(count), some_clients(desk, contacts, NAMED))
    if person.knows:
        yield Fact(desk.say(msg("What they know")), tuple(Link(topic, "") for topic in person.knows))
    for one in person.away:
        if one.last >= desk.plan.as_of.day:
            yield Fact(desk.say(msg("Away")), tuple(_away(desk, one, weeks)))
    covers = [
        (other, one)
        for other in desk.plan.workspace.people.values()
        for one in other.away
        if one.cover == person.id and one.last >= desk.plan.as_of.day
    ]
    for other, one in covers:
        days = msg("from {first:yMMMd} to {last:yMMMd}", first=one.first, last=one.last)
        yield Fact(desk.say(msg("Stands in for")), (person_link(desk, other.id), Link(desk.say(days), "")))
    if any(reminder.owner == person.id for reminder in desk.judged.reminders):
        yield Fact(desk.say(msg("Their calendar")), (Link(f"reminders-{person.id}.ics", f"reminders-{person.id}.ics"),))


def _away(desk: Desk, away: Away, weeks: Sequence[Week]) -> Iterator[Link]:
    """From when to when, who stands in, and what they have in the calendar all the same."""
    yield Link(desk.say(msg("from {first:yMMMd} to {last:yMMMd}", first=away.first, last=away.last)), "")
    if away.cover:
        link = person_link(desk, away.cover)
        yield Link(desk.say(msg("{name} stands in", name=link.text)), link.href)
    else:
        yield Link(desk.say(msg("nobody stands in")), "")
    entries = [one for week in weeks for one in week.entries if one.day and away.first <= one.day <= away.last]
    if entries:
        count = nmsg(
            "in those days {n} entry is theirs ({planned})",
            "in those days {n} entries are theirs ({planned})",
            len(entries),
            planned=span(sum(one.minutes for one in entries)),
        )
        yield Link(desk.say(count), month_file(entries[0].day or away.first))
