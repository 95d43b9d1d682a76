"""From every page of the planner one click leads to what it names: clients, entries, needs, segments, the team."""

import json
from collections.abc import Iterator
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from bench import Bench

DRAWN_OR_WRITTEN = ("svg", "pre", ".body", ".paper", "ul.files")
"""Pictures (their tables have the links), texts that are sent, and the names of calendars, which lead to them."""
Names = dict[str, set[str]]


@pytest.fixture(scope="module")
def planner(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example's planner in a folder."""
    work = Bench(tmp_path_factory.mktemp("links")).example()
    result = work.run("build", "--quiet")
    assert result.exit == 0, result.err
    return work.root / "site/planner"


@pytest.fixture(scope="module")
def names(planner: Path) -> Names:
    """What a page may name, and where that leads: an entry to its page, or to its words to send."""
    plan = json.loads((planner / "plan.json").read_text(encoding="utf-8"))
    found: Names = {}
    for row in plan["entries"]:
        found.setdefault(row["title"], set()).update({f"entries/{row['id']}.html", f"outbox/{row['id']}.html"})
    for row in plan["contacts"]:
        found.setdefault(row["name"], set()).add(f"contacts/{row['id']}.html")
    for row in plan["needs"]:
        found.setdefault(row["needs"], set()).add(f"needs.html#need-{row['id']}")
    for row in plan["segments"]:
        found.setdefault(row["name"], set()).add(f"segments/{row['id']}.html")
    for row in plan["people"]:
        found.setdefault(row["name"], set()).add(f"people.html#person-{row['id']}")
    return found


def pages(planner: Path) -> Iterator[tuple[str, LexborNode]]:
    for path in sorted(planner.rglob("*.html")):
        main = LexborHTMLParser(path.read_text(encoding="utf-8")).css_first("main")
        if main is not None:  # an email of the outbox has none
            yield path.relative_to(planner).as_posix(), main


def led_to(page: str, main: LexborNode) -> set[str]:
    """Every place that a page leads to, with and without its anchor."""
    found = set()
    for link in main.css("a[href]"):
        file, _, anchor = (link.attributes["href"] or "").partition("#")
        if ":" not in file:
            place = normpath(join(dirname(page), file)) if file else page
            found |= {place, f"{place}#{anchor}"}
    return found


def test_every_page_leads_to_what_it_names(planner: Path, names: Names) -> None:
    missing, told = [], 0
    for page, main in pages(planner):
        led = led_to(page, main)
        for part in DRAWN_OR_WRITTEN:
            for node in main.css(part):
                node.decompose()
        text = " ".join(main.text().split())
        for name, places in names.items():
            if name in text and page not in {place.partition("#")[0] for place in places}:
                told += 1
                missing += [] if places & led else [(page, name)]
    assert missing == []
    assert told > 500


def test_every_page_leads_to_the_plan_and_the_reminders_for_other_programs(planner: Path) -> None:
    for path in planner.rglob("*.html"):
        tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
        if tree.css_first("main") is None:
            continue
        folder = path.parent
        files = {(folder / str(link.attributes["href"]).partition("#")[0]).resolve() for link in tree.css(".foot a")}
        wanted = ("plan.json", "plan.schema.json", "reminders.ics", "reminders.html")
        assert files == {(planner / name).resolve() for name in wanted}, path
        assert all(file.exists() for file in files)
