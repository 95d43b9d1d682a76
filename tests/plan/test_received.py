"""What segments and contacts receive, against the words of 3-rules.md read out one by one."""

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from planning import entry, plan_of

from valuegen.plan.occurrence import Occurrence
from valuegen.plan.received import receives
from valuegen.plan.types import Plan

AS_OF = date(2026, 12, 1)
days = st.integers(-20, 20).map(lambda n: date.fromordinal(AS_OF.toordinal() + n).isoformat())
since = st.sampled_from([None, "true", "2026-11-20", "2026-12-05"])
channel = st.sampled_from(["blog", "whatsapp", "visit", "linkedin"])
some_segments = st.lists(st.sampled_from("abc"), min_size=1, max_size=2)


@st.composite
def entries(draw: Any) -> list[dict[str, Any]]:
    made = []
    for number in range(draw(st.integers(0, 12))):
        to: dict[str, Any] = draw(
            st.one_of(
                st.fixed_dictionaries({"segments": some_segments}),
                st.fixed_dictionaries({"contacts": st.lists(st.sampled_from("rst"), min_size=1, max_size=2)}),
                st.fixed_dictionaries({"segments": some_segments, "contacts": st.just(["r"])}),
            )
        )
        kind = draw(st.sampled_from(["pitch", "industry", "courtesy"]))
        status = draw(st.sampled_from(["idea", "draft", "ready", "done"]))
        to["channels"] = draw(st.lists(channel, min_size=1, max_size=2))
        made.append(entry(draw(days), kind, f"e-{number}", status=status, **to))
    return made


@st.composite
def contacts(draw: Any) -> dict[str, dict[str, Any]]:
    made: dict[str, dict[str, Any]] = {}
    for id in "rst":
        keys: dict[str, Any] = {"segments": draw(some_segments), "not_by": draw(st.lists(channel, max_size=2))}
        for key in ("opted_out", "no_pitches"):
            if wish := draw(since):
                keys[key] = wish
        keys["status"] = draw(st.sampled_from(["active", "active", "active", "gone"]))
        made[id] = keys
    return made


log_lines = st.lists(
    st.fixed_dictionaries(
        {"date": days, "contact": st.sampled_from("rst"), "what": st.sampled_from(["opt-out", "reply"])}
    ),
    max_size=2,
)


def holds(wish: Any, on: date) -> bool:
    return wish is not None and on >= (AS_OF if wish is True else wish)


def reaches(plan: Plan, id: str, occurrence: Occurrence) -> bool:
    assert plan.workspace.contacts is not None
    contact, on = plan.workspace.contacts[id], occurrence.day
    assert on is not None
    lines = [line for line in plan.workspace.log or () if line.contact == id and line.what == "opt-out"]
    return (
        occurrence.is_planned
        and (id in occurrence.contacts or bool(set(occurrence.segments) & set(contact.segments)))
        and not holds(contact.opted_out, on)
        and not any(on >= line.date.day for line in lines)
        and contact.status != "gone"
        and not (occurrence.kind == "pitch" and holds(contact.no_pitches, on))
        and not all(channel in contact.not_by for channel in occurrence.channels)
    )


@given(entries(), contacts(), log_lines)
def test_what_is_received(
    made: list[dict[str, Any]], people: dict[str, dict[str, Any]], log: list[dict[str, Any]]
) -> None:
    plan = plan_of(*made, segments={"a": {}, "b": {}, "c": {}}, contacts=people, log=log)
    for segment in "abc":
        wanted = [one.id for one in plan.occurrences if one.is_planned and segment in one.segments]
        assert [one.id for one in plan.received[segment]] == wanted
    for id in people:
        wanted = [one.id for one in plan.occurrences if reaches(plan, id, one)]
        assert [one.id for one in plan.received_by(id)] == wanted
    by_audience = {id: audience for audience in plan.audiences for id in audience.contacts}
    for id, audience in by_audience.items():
        assert audience.received == plan.received_by(id)
    assert set(by_audience) == {id for id, keys in people.items() if keys["status"] == "active"}
    for id, relation in plan.relations.items():
        theirs = set(plan.workspace.contacts[id].segments) if plan.workspace.contacts else set()
        for one in plan.occurrences:
            if one.is_planned and (id in one.contacts or theirs & set(one.segments)):
                assert receives(relation, one) == reaches(plan, id, one)


def test_an_entry_is_received_once() -> None:
    plan = plan_of(
        entry("2026-12-03", slug="x", segments=["a", "b", "a"], contacts=["rosa"], channels="email"),
        contacts={"rosa": {"segments": ["a", "b"]}},
    )
    assert [one.id for one in plan.received["a"]] == ["2026-12-03-x"]
    assert [one.id for one in plan.received_by("rosa")] == ["2026-12-03-x"]


def test_contacts_who_receive_the_same_are_one_audience() -> None:
    """Ten thousand clients of two segments, and the few with a wish of their own."""
    contacts: dict[str, dict[str, Any]] = {f"c-{n}": {"segments": ["a", "b"] if n % 2 else ["b"]} for n in range(1000)}
    contacts["c-7"]["no_pitches"] = "2026-12-02"
    contacts["c-9"]["status"] = "gone"
    plan = plan_of(
        entry("2026-12-03", "pitch"),
        entry("2026-12-04", segments=["b"]),
        entry("2026-12-05", contacts=["c-11"]),
        contacts=contacts,
    )
    sizes = {(tuple(sorted(one.segments)), len(one.contacts), len(one.received)) for one in plan.audiences}
    assert sizes == {(("b",), 500, 1), (("a", "b"), 497, 2), (("a", "b"), 1, 1), (("a", "b"), 1, 3)}


def test_wishes_hold_from_their_day_on() -> None:
    def received(**wish: str) -> list[str]:
        three = [entry(on, "pitch", status="done") for on in ("2026-11-30", "2026-12-01", "2026-12-02")]
        plan = plan_of(*three, contacts={"rosa": {"segments": ["a"], **wish}})
        return [str(one.day) for one in plan.received_by("rosa")]

    assert received(opted_out="2026-12-02") == ["2026-11-30", "2026-12-01"]
    assert received(opted_out="true") == ["2026-11-30"]
    assert received(no_pitches="true") == ["2026-11-30"]
    assert received(no_pitches="2026-12-01") == ["2026-11-30"]
    assert received(no_pitches="no") == ["2026-11-30", "2026-12-01", "2026-12-02"]
    assert received(status="gone") == []
