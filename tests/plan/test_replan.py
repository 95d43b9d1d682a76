"""A plan with one entry moved or added is the plan of the workspace in which that was written."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from planning import day, entry, plan_of

from valuegen.model.entry import Entry
from valuegen.plan.replan import with_added, with_moved
from valuegen.plan.types import Plan
from valuegen.plan.windows import tally_on

AS_OF = date(2026, 12, 1)
CONTACTS = {
    "rosa": {"segments": ["a"], "no_pitches": "2026-12-05"},
    "luis": {"segments": ["a", "b"]},
    "ana": {"segments": ["b"], "opted_out": "2026-12-03"},
}
days = st.integers(-8, 8).map(lambda n: (AS_OF + timedelta(days=n)).isoformat())


@st.composite
def entries(draw: Any) -> list[dict[str, Any]]:
    made = []
    for number in range(draw(st.integers(1, 8))):
        to: dict[str, Any] = draw(
            st.sampled_from([{"segments": ["a"]}, {"segments": ["a", "b"]}, {"contacts": ["rosa"], "segments": ["b"]}])
        )
        kind = draw(st.sampled_from(["pitch", "industry"]))
        made.append(entry(draw(days), kind, f"e-{number}", status=draw(st.sampled_from(["draft", "done"])), **to))
    return made


def seen(plan: Plan) -> dict[str, Any]:
    ids = {segment: [one.id for one in row] for segment, row in plan.received.items()}
    return {
        "occurrences": plan.occurrences,
        "segments": ids,
        "contacts": {contact: [one.id for one in plan.received_by(contact)] for contact in CONTACTS},
        "audiences": {one.contacts: [each.id for each in one.received] for one in plan.audiences},
    }


@given(entries(), days, st.data())
def test_moved(made: list[dict[str, Any]], to: str, data: st.DataObject) -> None:
    plan = plan_of(*made, contacts=CONTACTS)
    number = data.draw(st.integers(0, len(made) - 1))
    (old,) = (one for one in plan.occurrences if one.entry.slug == f"e-{number}")
    written = [{**keys, "date": to} if at == number else keys for at, keys in enumerate(made)]
    found, wanted = seen(with_moved(plan, old, day(to))), seen(plan_of(*written, contacts=CONTACTS))
    found["occurrences"] = [(one.id, one.is_slipped, one.is_planned) for one in found["occurrences"]]
    wanted["occurrences"] = [(one.id, one.is_slipped, one.is_planned) for one in wanted["occurrences"]]
    assert found == wanted


@given(entries(), entries())
def test_added(made: list[dict[str, Any]], more: list[dict[str, Any]]) -> None:
    added = {**more[0], "slug": "added"}
    plan = with_added(plan_of(*made, contacts=CONTACTS), wanted_entry(added, len(made) + 1))
    assert seen(plan) == seen(plan_of(*made, added, contacts=CONTACTS))


def wanted_entry(keys: dict[str, Any], line: int) -> Entry:
    (*_, last) = plan_of(*([entry(None)] * (line - 1)), keys).workspace.entries
    return last


def test_one_of_a_repetition_becomes_a_single_entry() -> None:
    """It leaves its repetition, so it counts as value of its own, as what `move` writes would."""
    plan = plan_of(entry("2026-12-01", slug="x", repeat={"rule": "FREQ=DAILY;COUNT=3"}))
    assert tally_on(plan.received["a"], day("2026-12-10"), 30, {}).value == 1
    again = with_moved(plan, plan.occurrences[1], day("2026-12-08"))
    assert [one.id for one in again.occurrences] == ["2026-12-01-x", "2026-12-03-x", "2026-12-08-x"]
    assert [one.repeats for one in again.occurrences] == [True, True, False]
    assert tally_on(again.received["a"], day("2026-12-10"), 30, {}).value == 2
