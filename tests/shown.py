"""The public site of a plan or of a workspace, as bytes, and its pages read as HTML."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborHTMLParser
from small_plan import plan_of

from valuegen.model.need import Need
from valuegen.model.person import Person
from valuegen.model.workspace import StaticFile
from valuegen.pages.public import public_pages
from valuegen.plan.make import make_plan
from valuegen.plan.types import Plan
from valuegen.prose import parse
from valuegen.read.themes import built_in_theme
from valuegen.read.workspace import read_workspace
from valuegen.render.assets import load_theme
from valuegen.render.html import Renderer

ROOT = Path(__file__).parent.parent
THEME = load_theme(built_in_theme())
PUBLIC = "public/"


def shown(plan: Plan, **wider: bool) -> dict[str, bytes]:
    """Every file of the public site of a plan, by its path in `public/`."""
    renderer = Renderer(THEME, plan.workspace.settings.site.language)
    pages = public_pages(plan, theme=THEME, **wider)
    return {
        address.removeprefix(PUBLIC): b"" if page.kept else renderer.render(page)  # pictures take their time
        for address, page in pages.items()
    }


def html(site: Mapping[str, bytes], file: str) -> LexborHTMLParser:
    """One page, read."""
    return LexborHTMLParser(site[file].decode())


def text(site: Mapping[str, bytes], file: str, selector: str = "main") -> str:
    """What a reader reads there, in one line."""
    found = html(site, file).css_first(selector)
    return " ".join(found.text().split()) if found else ""


def links(site: Mapping[str, bytes], file: str, selector: str = "a") -> list[str]:
    """The addresses that a page's links lead to."""
    return [node.attributes.get("href") or "" for node in html(site, file).css(selector)]


@cache
def example(language: str = "es") -> tuple[Plan, dict[str, bytes]]:
    """The example of this repository, in a language: its plan and its public site."""
    reading = read_workspace(ROOT)
    assert reading.workspace is not None
    workspace = reading.workspace
    site = workspace.settings.site.model_copy(update={"language": language})
    settings = workspace.settings.model_copy(update={"site": site})
    workspace = replace(workspace, settings=settings)
    prose = {entry.slug: parse(entry.written.text, language) for entry in workspace.entries if entry.written}
    plan = make_plan(workspace, reading.as_of, prose)
    return plan, shown(plan)


def wider_plan(
    *entries: Mapping[str, Any],
    people: Mapping[str, Mapping[str, Any]] | None = None,
    needs: list[Mapping[str, Any]] | None = None,
    statics: Mapping[str, bytes] | None = None,
    beside: Mapping[str, bytes] | None = None,
    **more: Any,
) -> Plan:
    """A plan as `small_plan.plan_of` makes it, with people, needs and files of its own."""
    plan = plan_of(entries, **more)
    workspace = replace(
        plan.workspace,
        people={id: Person.model_validate({"id": id, **row}) for id, row in people.items()}
        if people
        else plan.workspace.people,
        needs={str(row["id"]): Need.model_validate(row) for row in needs or []},
        statics={name: StaticFile(name, f"content/static/{name}", data) for name, data in (statics or {}).items()},
        beside={name: StaticFile(name, f"content/posts/{name}", data) for name, data in (beside or {}).items()},
    )
    return make_plan(workspace, plan.as_of, plan.prose)
