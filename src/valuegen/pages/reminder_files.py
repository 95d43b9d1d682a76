"""The reminders as files: what each holds, before it is written as .ics, .csv, .md or .json."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from valuegen.pages.types import Later, Page
from valuegen.plan.types import Plan, Reminder

FORMS = ("ics", "csv", "md", "json")


@dataclass(frozen=True, slots=True)
class ReminderList:
    """Reminders in their order, and what their words need: people's names by id, language, day, zone.

    `until`: up to which day they look ahead.
    """

    title: str
    reminders: tuple[Reminder, ...]
    people: Mapping[str, str]
    language: str
    as_of: date
    zone: str
    until: date | None = None


def horizon_of(plan: Plan) -> date:
    """The last day that reminders look ahead to."""
    return plan.as_of.day + timedelta(days=plan.workspace.settings.reminders.horizon)


def reminder_list(plan: Plan, reminders: tuple[Reminder, ...], owner: str | None = None) -> ReminderList:
    """All of them, or those of one person."""
    site = plan.workspace.settings.site
    people = {id: person.name for id, person in plan.workspace.people.items()}
    return ReminderList(
        title=f"{site.title} · {people[owner]}" if owner else site.title,
        reminders=tuple(one for one in reminders if owner in (None, one.owner)),
        people=people,
        language=site.language,
        as_of=plan.as_of.day,
        zone=plan.as_of.zone,
        until=horizon_of(plan),
    )


def reminder_pages(plan: Plan, reminders: tuple[Reminder, ...]) -> Iterator[Page]:
    """`planner/reminders.*`, and a calendar for each person: `planner/reminders-PERSON.ics`."""
    everything = reminder_list(plan, reminders)
    for form in FORMS:
        yield Page(f"planner/reminders.{form}", None, everything, form=form)
    owned: dict[str, list[Reminder]] = {}
    for reminder in reminders:
        owned.setdefault(reminder.owner, []).append(reminder)
    for person in plan.workspace.people:
        view = Later(reminder_list, plan, tuple(owned.get(person, ())), person)
        yield Page(f"planner/reminders-{person}.ics", None, view, form="ics")
