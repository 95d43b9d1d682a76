"""The calendar of the planner: months, days too full for them, a year at a glance, the backlog."""

import itertools
from collections import Counter
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from planned import planner, shown_in
from selectolax.lexbor import LexborHTMLParser
from small_plan import entry, plan_of

from valuegen.plan.holidays import gap_of
from valuegen.plan.types import Plan

ES: dict[str, Any] = {"site": {"language": "es"}}


def page(plan: Plan, file: str) -> LexborHTMLParser:
    return LexborHTMLParser(planner(plan)[file].decode())


def cells(tree: LexborHTMLParser) -> dict[str, Any]:
    """The cells of a month's grid, by their day."""
    return {cell.css_first("time").attributes["datetime"]: cell for cell in tree.css("table.grid td")}  # type: ignore[union-attr, misc]


def said(node: Any) -> str:
    return " ".join(node.text().split())


def test_what_lasts_is_said_in_full_once_in_a_row_and_once_in_the_list() -> None:
    plan = plan_of([entry("2026-12-02")], closed=[{"from": "12-24", "to": "01-02", "why": "Vacaciones"}], **ES)
    month = page(plan, "calendar/2026-12.html")
    grid = cells(month)
    closed = [day for day, cell in grid.items() if "resting" in (cell.attributes.get("class") or "")]
    assert closed == [f"2026-12-{day}" for day in range(24, 32)] + ["2027-01-01", "2027-01-02"]
    first = [day for day, cell in grid.items() if cell.css("p.rest:not(.is-on)")]
    assert first == ["2026-12-24", "2026-12-28"]
    listed = [said(node) for node in month.css(".days.list > li") if "Cerrado" in node.text()]
    assert listed == ["jue, 24 dic Cerrado: Vacaciones (hasta el 2 ene)"]


@pytest.mark.parametrize(("first", "last"), [("2026-12-07", "2026-12-09"), ("12-07", "12-09")])
def test_a_pause_of_one_segment_is_no_day_off_for_all(first: str, last: str) -> None:
    paused = {"name": "Panaderías", "pauses": [{"from": first, "to": last, "why": "Feria"}]}
    grid = cells(page(plan_of([entry("2026-12-08")], {"a": paused}, **ES), "calendar/2026-12.html"))
    assert "Pausa de Panaderías: Feria" in said(grid["2026-12-07"])
    assert not [day for day, cell in grid.items() if "resting" in (cell.attributes.get("class") or "")]
    assert [day for day, cell in grid.items() if cell.css("p.pause")] == ["2026-12-07", "2026-12-08", "2026-12-09"]


def test_a_pause_that_goes_on_after_closed_days_is_said_again() -> None:
    paused = {"name": "Panaderías", "pauses": [{"from": "2026-12-07", "to": "2026-12-12"}]}
    closed = [{"from": "2026-12-09", "to": "2026-12-10"}]
    month = page(plan_of([entry("2026-12-02")], {"a": paused}, closed=closed, **ES), "calendar/2026-12.html")
    grid = cells(month)
    assert [day for day, cell in grid.items() if cell.css("p.pause:not(.is-on)")] == ["2026-12-07", "2026-12-11"]
    assert not grid["2026-12-09"].css("p.pause")
    listed = [said(node) for node in month.css(".days.list > li") if "Pausa" in node.text()]
    assert listed == ["lun, 7 dic Pausa de Panaderías (hasta el 12 dic)"]


@pytest.mark.skipif(gap_of("ES") == "library", reason="the extra `holidays` is not installed")
def test_public_holidays_are_named() -> None:
    grid = cells(
        page(plan_of([entry("2026-12-02")], site={"language": "es", "country": "ES"}), "calendar/2026-12.html")
    )
    assert "Navidad" in said(grid["2026-12-25"]) or "Natividad" in said(grid["2026-12-25"])
    assert "festive" in (grid["2026-12-25"].attributes["class"] or "")
    assert "festive" not in (grid["2026-12-24"].attributes["class"] or "")


def test_where_holidays_are_not_known_the_month_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    from valuegen.pages.planner import calendar_days

    monkeypatch.setattr(calendar_days, "gap_of", lambda _: "library")
    monkeypatch.setattr(calendar_days, "holidays_of", lambda *_: {})
    files = planner(plan_of([entry("2026-12-02")], site={"language": "es", "country": "CO"}))
    assert "«holidays»" in shown_in(files, "calendar/2026-12.html")
    assert "festivos" not in shown_in(planner(plan_of([entry("2026-12-02")], **ES)), "calendar/2026-12.html")


def test_a_day_with_more_than_a_month_has_room_for_has_a_page_of_its_own() -> None:
    entries = [entry("2026-12-03", slug=f"e{number}", title=f"Número {number}") for number in range(9)]
    files = planner(plan_of(entries, **ES))
    month = LexborHTMLParser(files["calendar/2026-12.html"].decode())
    assert len(cells(month)["2026-12-03"].css("li.entry")) == 6
    more = cells(month)["2026-12-03"].css_first('a[href="../calendar/2026-12-03.html"]')
    assert more is not None
    assert said(more) == "3 más"
    day = LexborHTMLParser(files["calendar/2026-12-03.html"].decode())
    assert [said(node) for node in day.css(".what a")] == [f"Número {number}" for number in range(9)]
    assert "calendar/2026-12-02.html" not in files


def test_a_day_of_many_feasts_is_crowded_without_an_entry() -> None:
    contacts = {f"c{number}": {"segments": ["a"], "dates": {"birthday": "12-05"}} for number in range(7)}
    files = planner(plan_of([entry("2026-12-02")], contacts=contacts, **ES))
    assert len(LexborHTMLParser(files["calendar/2026-12-05.html"].decode()).css("p.feast")) == 7
    assert len(cells(LexborHTMLParser(files["calendar/2026-12.html"].decode()))["2026-12-05"].css("p.feast")) == 4


def test_months_and_years_lead_to_one_another() -> None:
    files = planner(plan_of([entry("2024-03-02", status="done"), entry("2026-12-03")], **ES))
    months = sorted(
        name for name in files if name.startswith("calendar/20") and len(name) == len("calendar/2026-12.html")
    )
    assert months == [f"calendar/{year}-{month:02}.html" for year in (2024, 2026) for month in range(1, 13)]
    for before, after in itertools.pairwise(months):
        onward = LexborHTMLParser(files[before].decode()).css_first('a[rel="next"]')
        back = LexborHTMLParser(files[after].decode()).css_first('a[rel="prev"]')
        assert onward is not None
        assert onward.attributes["href"] == f"../{after}"
        assert back is not None
        assert back.attributes["href"] == f"../{before}"
    assert "calendar/2024.html" in files
    assert (
        LexborHTMLParser(files["calendar/index.html"].decode()).css_first('a[rel="prev"]').attributes["href"]
        == "../calendar/2024.html"
    )  # type: ignore[union-attr]


@settings(max_examples=12)
@given(st.lists(st.integers(0, 364), max_size=40))
def test_the_year_shows_each_day_as_its_table_does(numbers: list[int]) -> None:
    days = [date(2026, 1, 1) + timedelta(days=number) for number in numbers]
    kinds = ("industry", "courtesy", "pitch")
    entries = [entry(f"{day}", slug=f"s{n}", kind=kinds[n % 3], status="done") for n, day in enumerate(days)]
    entries = [one | {"status": "ready"} if one["date"] > "2026-12-01" else one for one in entries]
    year = page(plan_of(entries, **ES), "calendar/index.html")
    counts = Counter(days)
    rows = [[said(cell) for cell in row.css("td")] for row in year.css("figure.heat tbody tr")]
    assert [int(row[1]) for row in rows] == [counts[day] for day in sorted(counts)]
    assert len(year.css("rect.cell:not(.heat-0)")) == len(counts)
    assert len(year.css("rect.cell")) == 365
    assert len(year.css("circle.dot")) == sum(count for count in counts.values() if count <= 3)
    assert [said(node) for node in year.css("text.many")] == [
        f"×{counts[day]}" for day in sorted(counts) if counts[day] > 3
    ]


def test_the_backlog_stands_by_segment_with_the_need_that_each_idea_would_answer() -> None:
    needs = {"sal": {"heard": "2026-11-20", "needs": "Saber cuánta sal.", "segment": "b"}}
    entries = [
        entry(None, slug="uno", title="La sal", status="idea", segments=["b"], answers=["sal"]),
        entry(None, slug="dos", title="El agua", status="draft"),
        entry("2027-02-01", slug="tres", title="La masa", status="idea"),
    ]
    segments = {"a": {"name": "Hornos"}, "b": {"name": "Cocinas"}}
    tree = page(plan_of(entries, segments, needs=needs, **ES), "calendar/backlog.html")
    shelves = [
        (said(shelf.css_first("h2")), [said(one) for one in shelf.css(".what a")]) for shelf in tree.css("section")
    ]
    assert shelves == [("Hornos 2", ["La masa", "El agua"]), ("Cocinas 1", ["La sal"])]
    assert "Saber cuánta sal. (se oyó el 20 de noviembre de 2026, hace 11 días)" in said(tree.css_first(".answers"))
    assert "pensada para el 1 de febrero de 2027" in said(tree.css_first("main"))


def test_a_long_backlog_goes_on_over_further_pages() -> None:
    files = planner(plan_of([entry(None, slug=f"i{number}", status="idea") for number in range(401)], **ES))
    pages = ["calendar/backlog.html", "calendar/backlog-2.html", "calendar/backlog-3.html"]
    assert [len(LexborHTMLParser(files[name].decode()).css(".ideas > li")) for name in pages] == [200, 200, 1]
    assert "calendar/backlog-4.html" not in files
    assert max(len(files[name]) for name in pages) < 300_000


def test_the_list_of_this_month_begins_today_and_folds_the_days_before() -> None:
    entries = [entry(f"2026-12-{day}", slug=f"e{day}", title=f"Pan {day}") for day in ("02", "09", "15", "20")]
    plan = plan_of(entries, as_of=date(2026, 12, 15), **ES)
    month = page(plan, "calendar/2026-12.html")
    assert [node.attributes["id"] for node in month.css("ul.days.list > li")] == ["2026-12-15", "2026-12-20"]
    gone = month.css_first("details.days.list")
    assert said(gone.css_first("summary")) == "2 días de este mes que ya pasaron"  # type: ignore[union-attr]
    assert [node.attributes["id"] for node in gone.css("li.day")] == ["2026-12-02", "2026-12-09"]  # type: ignore[union-attr]
    assert page(plan, "calendar/2026-11.html").css_first("details.days") is None
