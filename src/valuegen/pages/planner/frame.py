"""Where each page of the planner is, and what all of them show."""

from collections.abc import Callable
from datetime import date
from typing import Any, TypeVar, TypeVarTuple

from valuegen.finding import Finding
from valuegen.pages.judged import Judged
from valuegen.pages.planner.labels import marks
from valuegen.pages.planner.need_shelves import NEEDS, NeedShelves
from valuegen.pages.planner.views import PlannerSite
from valuegen.pages.types import Later, Page, Theme
from valuegen.pages.views import Link
from valuegen.plan.types import Reminder
from valuegen.trace import Remembered, remembered
from valuegen.words import Message, msg, say

T = TypeVar("T")
Of = TypeVarTuple("Of")
TREE = "planner/"
TODAY, YEAR, SEGMENTS, REMINDERS, CHECKS = (
    "index.html", "calendar/index.html", "segments/index.html", "reminders.html", "checks.html",
)  # fmt: skip
BACKLOG, CONTACTS, CHANNELS, RESULTS, RELATIONS, PEOPLE = (
    "calendar/backlog.html", "contacts/index.html", "channels.html", "results.html", "relations.html", "people.html",
)  # fmt: skip
FILES = (
    (msg("the whole plan (plan.json)"), "plan.json"),
    (msg("its schema"), "plan.schema.json"),
    (msg("the reminders, for a calendar (.ics)"), "reminders.ics"),
    (msg("in other forms"), f"{REMINDERS}#files_"),
)
"""What other programs read; the foot of every page leads to it."""
TEAM = 24
"""So many of the team stand on a page."""
SEARCH_DATA = "search-data.js"
ASSETS = "planner"
"""The theme's files that begin so are the planner's: style sheets and scripts are linked from every page."""


def month_file(day: date) -> str:
    """The page of a day's month."""
    return f"calendar/{day.isoformat()[:7]}.html"


def day_file(day: date) -> str:
    """The page of a day on which there is more than a month has room for."""
    return f"calendar/{day.isoformat()}.html"


def year_file(year: int, this_year: int) -> str:
    """The page of a year; that of today's is the calendar's first."""
    return YEAR if year == this_year else f"calendar/{year}.html"


def rule_file(name: str) -> str:
    """The page of a promise."""
    return f"promises/{name}.html"


def segment_file(id: str) -> str:
    """The page of a segment."""
    return f"segments/{_not_index(id)}.html"


def entry_file(id: str) -> str:
    """The page of an entry, by its DATE-SLUG, or slug in the backlog."""
    return f"entries/{id}.html"


def contact_file(id: str) -> str:
    """The page of a client."""
    return f"contacts/{_not_index(id)}.html"


def outbox_file(id: str) -> str:
    """The words to send of an entry, by its DATE-SLUG, or slug in the backlog."""
    return f"outbox/{id}.html"


def sending_place(id: str, channel: str) -> str:
    """Where the words for one channel stand on the page of an entry's outbox."""
    return f"{outbox_file(id)}#send-{channel}"


def people_file(number: int) -> str:
    """The `number`th page of the team (from 1)."""
    return PEOPLE if number == 1 else PEOPLE.replace(".html", f"-{number}.html")


def channel_place(id: str) -> str:
    """Where a channel stands on its page."""
    return f"{CHANNELS}#channel-{id}"


def _not_index(id: str) -> str:
    """`index` is the page of all of them; no id ends with a hyphen."""
    return "index-" if id == "index" else id


def root_of(file: str) -> str:
    """What leads from a page back to `planner/`."""
    return "../" * file.count("/")


def planner_page(file: str, template: str, view: Later, site: PlannerSite) -> Page:
    """A page of the planner."""
    return Page(TREE + file, f"planner/{template}.html", view, site)


def planner_site(judged: Judged, theme: Theme) -> PlannerSite:
    """What every page shows."""
    site, as_of = judged.plan.workspace.settings.site, judged.plan.as_of
    # What is done, for whom, and what it brings.
    menu: tuple[tuple[tuple[Message, str], ...], ...] = (
        (
            (msg("Today"), TODAY),
            (msg("Calendar"), month_file(as_of.day)),
            (msg("Reminders"), REMINDERS),
            (msg("Promises"), CHECKS),
        ),
        ((msg("Segments"), SEGMENTS), (msg("Clients"), CONTACTS), (msg("Needs"), NEEDS)),
        (
            (msg("Relations"), RELATIONS),
            (msg("Results"), RESULTS),
            (msg("Channels"), CHANNELS),
            (msg("Team"), PEOPLE),
        ),
    )
    # `planner.css` before `planner-month.css`: what is special comes after what is common.
    in_order = sorted(theme.assets.items(), key=lambda one: one[0].partition("."))
    assets = [asset.path for name, asset in in_order if name.startswith(ASSETS)]
    return PlannerSite(
        title=site.title,
        language=site.language,
        styles=tuple(path for path in assets if path.endswith(".css")),
        scripts=tuple(path for path in assets if path.endswith(".js")),
        search=SEARCH_DATA,
        menu=tuple(tuple(Link(say(text, site.language), file) for text, file in group) for group in menu),
        files=tuple(Link(say(text, site.language), file) for text, file in FILES),
        as_of=as_of.day,
        pinned=as_of.pinned,
        marks=marks(site.language),
    )


class Desk:
    """What the page makers look things up in: made once, never changed."""

    def __init__(self, judged: Judged, site: PlannerSite) -> None:
        self.judged = judged
        self.plan = judged.plan
        self.site = site
        self.language = site.language
        self.marks = {mark.kind: mark for mark in site.marks}
        self.entries = {occurrence.id: occurrence for occurrence in judged.plan.occurrences}
        self.by_slug = {one.entry.slug: one.id for one in reversed(judged.plan.occurrences)}
        self.needs = NeedShelves(judged.plan)
        self._person_numbers = {id: number for number, id in enumerate(judged.plan.workspace.people)}
        self.by_reminder: dict[str, list[Reminder]] = {}
        for reminder in judged.reminders:
            if reminder.entry:
                self.by_reminder.setdefault(reminder.entry, []).append(reminder)
        self.by_entry: dict[str, list[Finding]] = {}
        self.by_segment: dict[str, list[Finding]] = {}
        for finding in judged.findings:
            if finding.entry:
                self.by_entry.setdefault(finding.entry, []).append(finding)
            if finding.segment:
                self.by_segment.setdefault(finding.segment, []).append(finding)

        self._once: Remembered[object, Any] = {}

    def once(self, make: "Callable[[Desk, *Of], T]", *of: *Of) -> T:
        """What a pure function gives of this desk and what else it is asked: made when it is first needed."""
        return remembered(self._once, (make, *of), lambda: make(self, *of))  # type: ignore[no-any-return]

    def person_place(self, id: str) -> str:
        """Where one of the team stands: a big team has several pages."""
        return f"{people_file(self._person_numbers.get(id, 0) // TEAM + 1)}#person-{id}"

    def say(self, message: Message | str) -> str:
        """A message in the site's language."""
        return say(message, self.language)
