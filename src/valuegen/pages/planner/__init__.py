"""The planner: every page of `planner/`, by its address, not yet rendered."""

from collections.abc import Iterator, Mapping

from valuegen.pages.judged import Judged
from valuegen.pages.planner.calendar import calendar_pages
from valuegen.pages.planner.calendar_days import Days
from valuegen.pages.planner.channels import channels_page
from valuegen.pages.planner.checks import checks_page
from valuegen.pages.planner.contact_index import contact_index
from valuegen.pages.planner.contacts import contact_pages
from valuegen.pages.planner.entries import entry_pages
from valuegen.pages.planner.frame import ASSETS, TREE, Desk, planner_site
from valuegen.pages.planner.ledger import Ledger
from valuegen.pages.planner.lists import reminder_list_page
from valuegen.pages.planner.needs import needs_pages
from valuegen.pages.planner.outbox import outbox_pages
from valuegen.pages.planner.people import people_pages
from valuegen.pages.planner.plan_file import plan_pages
from valuegen.pages.planner.promises import promise_pages
from valuegen.pages.planner.relations import relations_page
from valuegen.pages.planner.results import results_page
from valuegen.pages.planner.rule_states import RuleStates
from valuegen.pages.planner.search import search_page
from valuegen.pages.planner.segments import segment_pages
from valuegen.pages.planner.story import Story
from valuegen.pages.planner.today import today_page
from valuegen.pages.reminder_files import reminder_pages
from valuegen.pages.types import Page, Theme


def planner_pages(judged: Judged, theme: Theme) -> Mapping[str, Page]:
    """Every file of the private tree: address (`planner/index.html`) → page."""
    desk = Desk(judged, planner_site(judged, theme))
    return {page.address: page for page in _pages(desk, theme)}


def _pages(desk: Desk, theme: Theme) -> Iterator[Page]:
    ledger = Ledger(desk)
    story = Story(desk, ledger)
    days, states = Days(desk), RuleStates(desk.judged)
    yield today_page(desk, days)
    yield from calendar_pages(desk, days)
    yield from segment_pages(desk, ledger)
    yield from entry_pages(desk, ledger)
    yield from outbox_pages(desk)
    yield reminder_list_page(desk)
    yield checks_page(desk, states)
    yield from promise_pages(desk, states)
    yield from contact_index(desk, ledger, story)
    yield from contact_pages(desk, ledger, story)
    yield from needs_pages(desk, ledger)
    yield relations_page(desk, ledger)
    yield results_page(desk, ledger)
    yield channels_page(desk, ledger)
    yield from people_pages(desk)
    yield search_page(desk)
    yield from plan_pages(desk.judged)
    yield from reminder_pages(desk.plan, desk.judged.reminders)
    for name, asset in theme.assets.items():
        if name.startswith(ASSETS):
            yield Page(f"{TREE}{asset.path}", None, asset.data, form="bytes")
