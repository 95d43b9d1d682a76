"""What figures are drawn of: minutes, outcomes, sales, goals, moves, losses, weeks. Their sums are those of the log."""

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from small_plan import AS_OF, entry, plan_of

from valuegen.model.log import STAGES, LogLine
from valuegen.plan.load import monday_of
from valuegen.plan.minutes import OUTCOMES, minutes_of, spent_by_channel
from valuegen.plan.moves import Touches, flows, losses, moves_between, moves_of, stage_counts
from valuegen.plan.results import (
    CONVERSATIONS,
    aims_of,
    by_month,
    days_in,
    lines_until,
    money,
    months_up_to,
    products_of,
)
from valuegen.plan.stages import stage_on
from valuegen.plan.types import Occurrence, Plan
from valuegen.plan.weeks import WEEK, Loads

CONTACTS = {"rosa": {"segments": ["a"], "stage": "prospect"}, "ana": {"segments": ["a"], "stage": "friend"}}
PEOPLE = {
    "irene": {"email": "irene@levadura.example", "minutes_per_week": "100"},
    "leo": {"email": "leo@levadura.example", "away": [{"from": "2026-12-09", "to": "2026-12-16", "cover": "irene"}]},
}
PRODUCTS = [{"id": "curso", "name": "Curso"}, {"id": "libro", "name": "Libro"}]
WHATS = ("reply", "inquiry", "sale", "referral", "helped", "meeting", "visit", "message", "work", "stage", "lost")
YEAR = timedelta(days=365)


def iso(offset: int) -> str:
    return (AS_OF + timedelta(days=offset)).isoformat()


@st.composite
def lines(draw: st.DrawFn) -> dict[str, Any]:
    what = draw(st.sampled_from(WHATS))
    made: dict[str, Any] = {"date": iso(draw(st.integers(-120, 0))), "what": what}
    if what != "work":
        made["contact"] = draw(st.sampled_from(list(CONTACTS)))
    for key, values in {
        "by": PEOPLE,
        "channel": ("visit", "blog", "whatsapp"),
        "minutes": ("0", "5", "45"),
        "product": ("curso", "libro"),
        "amount": ("10.50 EUR", "0.1 EUR", "1200 COP"),
    }.items():
        if draw(st.booleans()):
            made[key] = draw(st.sampled_from(list(values)))
    if what == "stage":
        made["stage"] = draw(st.sampled_from(STAGES))
    return made


@st.composite
def entries(draw: st.DrawFn) -> dict[str, Any]:
    made = entry(
        iso(draw(st.integers(-100, 100))),
        channels=draw(st.lists(st.sampled_from(["blog", "visit", "whatsapp"]), min_size=1, unique=True)),
        author=draw(st.sampled_from(list(PEOPLE))),
        status=draw(st.sampled_from(["ready", "done", "idea"])),
    )
    if made["status"] == "done":
        made["date"] = iso(-draw(st.integers(0, 100)))
    return made | ({"minutes": str(draw(st.integers(0, 300)))} if draw(st.booleans()) else {})


def logged(log: list[dict[str, Any]], rows: list[dict[str, Any]] | None = None, **more: Any) -> Plan:
    settings: Mapping[str, Any] = {"products": PRODUCTS, **more}
    return plan_of(rows or [], contacts=CONTACTS, people=PEOPLE, log=log, **settings)


def nothing(line: LogLine) -> Occurrence | None:
    return None


@given(st.lists(lines(), max_size=12), st.lists(entries(), max_size=8))
def test_minutes_and_outcomes_by_channel_are_those_of_the_log_and_the_calendar(
    log: list[dict[str, Any]], rows: list[dict[str, Any]]
) -> None:
    plan = logged(log, rows)
    spent = spent_by_channel(plan, AS_OF - YEAR, AS_OF, AS_OF + YEAR, nothing)
    assert sum(one.logged for one in spent.values()) == sum(int(line.get("minutes", 0)) for line in log)
    assert sum(one.brought for one in spent.values()) == sum(line["what"] in OUTCOMES for line in log)
    planned = [one for one in plan.occurrences if one.is_planned]
    whole = sum(one.planned + one.ahead for one in spent.values())
    assert whole == sum(one.minutes for one in planned)
    assert sum(one.ahead for one in spent.values()) == sum(
        one.minutes for one in planned if one.day and one.day > AS_OF
    )


def test_an_entry_shares_its_minutes_out_as_its_channels_take_them() -> None:
    plan = plan_of([entry("2026-12-02", channels=["visit", "whatsapp"], minutes="13")])
    assert dict(minutes_of(plan, plan.occurrences[0])) == {"visit": Fraction(12), "whatsapp": Fraction(1)}


def test_a_reply_elsewhere_to_an_entry_is_an_echo_of_its_channel() -> None:
    plan = logged(
        [{"date": iso(-1), "contact": "rosa", "channel": "whatsapp", "what": "reply", "entry": "e1"}],
        [entry(iso(-3), channels=["blog"], status="done")],
    )
    spent = spent_by_channel(plan, AS_OF - YEAR, AS_OF, AS_OF, lambda line: plan.occurrences[0])
    assert (spent["blog"].echoes, spent["blog"].brought) == (1, 0)
    assert (spent["whatsapp"].echoes, spent["whatsapp"].brought) == (0, 1)
    assert spent["whatsapp"].per_hour is None


def test_what_an_hour_brings_is_exact() -> None:
    visit = {"contact": "rosa", "channel": "visit"}
    log = [{"date": iso(-2), "by": "irene", "what": "visit", "minutes": "70", **visit}]
    log += [{"date": iso(-1), "what": "sale", **visit}] * 3
    assert spent_by_channel(logged(log), AS_OF - YEAR, AS_OF, AS_OF, nothing)["visit"].per_hour == Fraction(18, 7)


@given(st.lists(lines(), max_size=15))
def test_sales_by_month_and_by_product_are_those_of_the_log(log: list[dict[str, Any]]) -> None:
    plan = logged(log)
    told = lines_until(plan)
    sales = [line for line in told if line.what == "sale"]
    months = by_month(sales, months_up_to(AS_OF, 6))
    assert sum(map(len, months)) == len(sales)
    assert sum(len(facts.sales) for facts in products_of(plan, told, nothing).values()) == len(sales)
    sums: Counter[str] = Counter()
    for line in log:
        if line["what"] == "sale" and "amount" in line:
            value, currency = line["amount"].split()
            sums[currency] += Decimal(value)  # type: ignore[assignment]
    assert money(sales) == sums


def test_months_go_back_over_the_year() -> None:
    assert [f"{month:%Y-%m}" for month in months_up_to(date(2027, 2, 28), 4)] == [
        "2026-11",
        "2026-12",
        "2027-01",
        "2027-02",
    ]
    assert [days_in(date(2028, 2, 1)), days_in(date(2026, 12, 1))] == [29, 31]


def test_a_goal_counts_what_is_of_its_product_and_segment_in_its_own_days() -> None:
    goals = [
        {"product": "curso", "sales": "2 per 30 days"},
        {"segment": "b", "conversations": "4 per 7 days"},
        {"sales": "1 per 10 days", "conversations": "3 per 10 days"},
    ]
    log = [
        {"date": iso(-30), "contact": "rosa", "what": "sale", "product": "curso"},
        {"date": iso(-29), "contact": "rosa", "what": "sale", "product": "curso"},
        {"date": iso(0), "contact": "rosa", "what": "sale", "product": "libro"},
        {"date": iso(-1), "contact": "rosa", "by": "irene", "what": "call"},
    ]
    plan = logged(log, goals=goals)
    aims = aims_of(plan, lines_until(plan))
    assert [(aim.what, aim.reached(AS_OF)) for aim in aims] == [
        ("sales", 1),
        ("conversations", 0),
        ("sales", 1),
        ("conversations", 1),
    ]
    assert aims[0].in_month(date(2026, 11, 1)) == 2
    assert aims[0].in_month(date(2026, 12, 1)) == Fraction(31, 15)
    assert {"call", "reply", "message"} <= CONVERSATIONS


def test_a_product_moves_while_its_last_sale_is_within_its_days() -> None:
    def moves(offset: int) -> bool:
        log = [{"date": iso(offset), "contact": "rosa", "what": "sale", "product": "curso"}]
        plan = logged(log, goals=[{"product": "curso", "sales": "1 per 10 days"}])
        return products_of(plan, lines_until(plan), nothing)["curso"].moves(AS_OF)

    assert [moves(-9), moves(-10)] == [True, False]


def test_an_inquiry_without_a_product_is_about_that_of_its_entry() -> None:
    rows = [entry(iso(-5), kind="pitch", product="libro", status="done")]
    plan = logged([{"date": iso(-1), "contact": "rosa", "what": "inquiry", "entry": "e1"}], rows)
    facts = products_of(plan, lines_until(plan), lambda line: plan.occurrences[0])
    assert (len(facts["libro"].inquiries), len(facts["libro"].offers), len(facts[""].inquiries)) == (1, 1, 0)


@given(st.lists(lines(), max_size=15))
def test_moves_lead_from_where_they_were_to_where_they_are(log: list[dict[str, Any]]) -> None:
    plan = logged(log)
    assert stage_counts(plan.relations.values(), AS_OF).total() == len(CONTACTS)
    went = flows(plan.relations.values(), AS_OF - YEAR, AS_OF)
    assert went.total() == len(CONTACTS)
    now = Counter(relation.stage for relation in plan.relations.values())
    assert Counter({stage: sum(n for (_, to), n in went.items() if to == stage) for stage in now}) == now
    for relation in plan.relations.values():
        stage = relation.contact.stage
        for move in moves_of(relation, AS_OF):
            assert move.before == stage != move.after
            stage = move.after
        assert stage == stage_on(relation, AS_OF)
    days = [move.day for move in moves_between(plan.relations, AS_OF - YEAR, AS_OF)]
    assert days == sorted(days, reverse=True)


def lost(
    *log: Mapping[str, Any], rows: list[dict[str, Any]] | None = None, **more: Any
) -> tuple[date | None, Any, bool]:
    line = {"date": iso(-1), "contact": "rosa", "what": "lost", "why": "absence"}
    plan = logged([*map(dict, log), line], rows, **more)
    (found,) = losses(plan, Touches(plan), AS_OF - YEAR)
    return found.touched, found.silence, found.is_long


def test_a_loss_knows_the_silence_before_it() -> None:
    assert lost() == (None, None, True)
    call = {"contact": "rosa", "by": "irene", "what": "call"}
    assert lost({"date": iso(-31), **call}) == (AS_OF - timedelta(31), 30, False)
    assert lost({"date": iso(-32), **call}) == (AS_OF - timedelta(32), 31, True)
    assert lost({"date": iso(-1), **call}) == (None, None, True)  # the day of the loss itself is no touch before it
    stage = {"date": iso(-5), "contact": "rosa", "what": "stage", "stage": "friend"}
    assert lost({"date": iso(-31), **call}, stage)[1] == 30


def test_what_reaches_a_client_breaks_their_silence_unless_everybody_got_it() -> None:
    visit = entry(iso(-10), channels=["visit"], status="done")
    blog = entry(iso(-4), channels=["blog"], status="done")
    assert lost(rows=[visit, blog])[1] == 9
    assert lost(rows=[blog])[1] is None


def test_free_days_are_no_silence_before_a_loss() -> None:
    call = {"date": iso(-41), "contact": "rosa", "by": "irene", "what": "call"}
    assert lost(call, closed=[{"from": iso(-30), "to": iso(-21)}])[1:] == (30, False)


@given(st.lists(lines(), max_size=12), st.lists(entries(), max_size=10))
def test_weeks_hold_the_minutes_of_their_entries_and_of_the_log(
    log: list[dict[str, Any]], rows: list[dict[str, Any]]
) -> None:
    plan = logged(log, rows)
    loads = Loads(plan)
    weeks = {id: loads.weeks(id, AS_OF - YEAR, AS_OF + YEAR) for id in PEOPLE}
    for id, row in weeks.items():
        assert [week.monday.weekday() for week in row] == [0] * len(row)
        assert all(later.monday - week.monday == WEEK for week, later in pairwise(row))
        own = [one for one in plan.occurrences if one.is_planned and one.author == id]
        assert sum(week.planned for week in row) == sum(one.minutes for one in own)
        assert sum(week.logged for week in row) == sum(
            int(each.get("minutes", 0)) for each in log if each.get("by") == id
        )
        for week in row:
            assert all(one.day and monday_of(one.day) == week.monday for one in week.entries)
            assert week.is_over == (week.limit is not None and week.planned > week.limit)


def test_who_is_away_and_who_stands_in_is_told_by_week() -> None:
    loads = Loads(plan_of([], people=PEOPLE))
    first, last = date(2026, 11, 30), date(2026, 12, 27)
    assert [week.away for week in loads.weeks("leo", first, last)] == [0, 5, 3, 0]
    assert [week.covers for week in loads.weeks("irene", first, last)] == [(), ("leo",), ("leo",), ()]
