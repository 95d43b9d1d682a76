"""The planner of a plan, as bytes, and its pages read as HTML."""

from collections.abc import Mapping, Sequence

from selectolax.lexbor import LexborHTMLParser
from shown import THEME
from small_plan import policy

from valuegen import remedy
from valuegen.finding import Finding
from valuegen.pages.judged import Judged
from valuegen.pages.planner import planner_pages
from valuegen.pages.planner.frame import Desk, planner_site
from valuegen.plan.reminders import reminders_of
from valuegen.plan.types import Plan
from valuegen.render.html import Renderer

PLANNER = "planner/"


def desk_of(plan: Plan) -> Desk:
    """What its page makers look things up in."""
    judged = _judged(plan)
    return Desk(judged, planner_site(judged, THEME))


def planner(plan: Plan, findings: Sequence[Finding] = ()) -> dict[str, bytes]:
    """Every file of the planner of a plan in which this was found, by its path in `planner/`."""
    renderer = Renderer(THEME, plan.workspace.settings.site.language)
    pages = planner_pages(_judged(plan, findings), THEME)
    return {address.removeprefix(PLANNER): renderer.render(page) for address, page in pages.items()}


def _judged(plan: Plan, findings: Sequence[Finding] = ()) -> Judged:
    return Judged(plan, policy(plan), tuple(findings), remedy.credits(plan, policy(plan)), reminders_of(plan))


def shown_in(files: Mapping[str, bytes], file: str, selector: str = "main") -> str:
    """What a reader reads there, in one line."""
    found = LexborHTMLParser(files[file].decode()).css_first(selector)
    return " ".join(found.text().split()) if found else ""
