"""`delegated`, sentence by sentence of 3-rules.md. `as_of` is 2026-12-01."""

from typing import Any

import pytest
from small_plan import entry, found, plan_of, spots, told

RULE = "delegated"
PEOPLE = {
    "irene": {"email": "irene@x.example"},
    "tomas": {"role": "assistant", "email": "tomas@x.example"},
    "ana": {"role": "specialist", "email": "ana@x.example"},
}


def roles(**values: Any) -> list[str]:
    plan = plan_of([entry("2026-12-03", **{"author": "tomas", "channels": ["blog"], **values})], people=PEOPLE)
    return [finding.data["role"] for finding in found(plan, RULE)]


def test_an_assistant_as_author_of_a_courtesy_or_a_pitch() -> None:
    assert roles(kind="courtesy") == ["author"]
    assert roles(kind="pitch") == ["author"]
    assert roles(kind="courtesy", author="ana") == []


def test_of_an_entry_with_a_personal_channel() -> None:
    assert roles() == []
    assert roles(channels=["blog", "whatsapp"]) == ["author"]
    assert roles(channels=["event", "newsletter"]) == []


def test_or_as_the_one_to_answer_to() -> None:
    assert roles(kind="pitch", author="irene", reply_to="tomas") == ["reply_to"]
    assert roles(kind="pitch", author="tomas", reply_to="irene") == ["author"]
    assert roles(author="irene", reply_to="tomas") == []
    assert roles(kind="pitch", author="tomas", reply_to="tomas") == ["author"]


def test_one_mend_for_both() -> None:
    work = [entry("2026-12-03", kind="pitch", author="tomas", reply_to="tomas")]
    (finding,) = found(plan_of(work, people=PEOPLE), RULE)
    assert "`author` and as `reply_to`" in told(finding, "en")
    assert roles(kind="pitch", author="irene", writer="tomas") == []


def test_planned_entries_alone_and_history_is_a_note() -> None:
    work = [
        entry("2026-11-03", status="done", slug="past", kind="courtesy", author="tomas"),
        entry("2026-11-03", status="draft", slug="slipped", kind="courtesy", author="tomas"),
        entry("2026-12-03", status="idea", slug="idea", kind="courtesy", author="tomas"),
    ]
    assert spots(plan_of(work, people=PEOPLE), RULE) == [(None, "2026-11-03-past", "note")]


@pytest.mark.parametrize(("day", "level"), [("2026-11-30", "note"), ("2026-12-01", "error")])
def test_as_by_of_an_answer(day: str, level: str) -> None:
    line = {"date": day, "contact": "rosa", "what": "answer", "by": "tomas"}
    contacts = {"rosa": {"segments": ["a"]}}
    (finding,) = found(plan_of([], contacts=contacts, log=[line], people=PEOPLE), RULE)
    assert (finding.level, finding.contact, finding.private) == (level, "rosa", True)
    for other in ({"by": "irene"}, {"what": "message"}, {"what": "call"}):
        assert not found(plan_of([], contacts=contacts, log=[{**line, **other}], people=PEOPLE), RULE)
    silent = {"rosa": {"segments": ["a"], "allow": {RULE: "es su sobrino"}}}
    assert not found(plan_of([], contacts=silent, log=[line], people=PEOPLE), RULE)


def test_as_owner_of_a_segment_or_a_contact() -> None:
    contacts = {"rosa": {"segments": ["a"], "owner": "tomas"}, "leo": {"segments": ["b"]}}
    plan = plan_of([], {"a": {"owner": "irene"}, "b": {"owner": "tomas"}}, contacts, people=PEOPLE)
    assert [(each.segment, each.contact, each.level) for each in found(plan, RULE)] == [
        (None, "rosa", "error"),
        ("b", None, "error"),
    ]


def test_the_first_person_owns_a_segment_that_names_nobody() -> None:
    people = {"tomas": PEOPLE["tomas"], "irene": PEOPLE["irene"]}
    assert [each.segment for each in found(plan_of([], {"a": {}, "b": {"owner": "irene"}}, people=people), RULE)] == [
        "a"
    ]


def test_a_segment_s_own_level() -> None:
    segments = {"a": {"owner": "tomas", "rules": {RULE: "note"}}, "b": {"owner": "tomas"}}
    plan = plan_of([], segments, people=PEOPLE)
    assert [(each.segment, each.level) for each in found(plan, RULE)] == [("a", "note"), ("b", "error")]


def test_without_clients_and_log_the_entries_are_judged_all_the_same() -> None:
    plan = plan_of([entry("2026-12-03", kind="pitch", author="tomas")], absent=("contacts", "log"), people=PEOPLE)
    assert len(found(plan, RULE)) == 1


def test_what_it_says() -> None:
    plan = plan_of([entry("2026-12-03", title="Feliz Navidad", kind="courtesy", author="tomas")], people=PEOPLE)
    (finding,) = found(plan, RULE)
    assert told(finding, "es") == (
        "«Feliz Navidad» es algo personal, pero quien habla es «TOMAS», que es ayudante. "
        "Pon como `author` a la persona que tiene la relación; el ayudante puede ser su `writer`."
    )
