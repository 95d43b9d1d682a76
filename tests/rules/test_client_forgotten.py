"""`client-forgotten`, sentence by sentence of 3-rules.md. `as_of` is 2026-12-01: 90 days are from 2026-09-03 on."""

from typing import Any

import pytest
from small_plan import entry, found, plan_of, told

RULE = "client-forgotten"
SEGMENTS: dict[str, dict[str, Any]] = {"a": {}, "b": {"treatment": "broadcast"}, "c": {"treatment": "personal"}}


def line(day: str, what: str = "call", **values: Any) -> dict[str, Any]:
    return {"date": day, "contact": "rosa", "what": what, "by": "irene", **values}


def forgotten(*log: dict[str, Any], work: Any = (), rosa: Any = None, **settings: Any) -> list[str]:
    contacts = {"rosa": {"segments": ["a"], **(rosa or {})}}
    plan = plan_of(work, settings.pop("segments", SEGMENTS), contacts, log, **settings)
    return [finding.level for finding in found(plan, RULE)]


def to_rosa(day: str, **values: Any) -> list[dict[str, Any]]:
    status = "done" if day < "2026-12-01" else "ready"
    return [entry(day, **{"contacts": ["rosa"], "channels": ["whatsapp"], "status": status, **values})]


def test_no_line_of_the_log_in_that_many_days_up_to_as_of() -> None:
    assert forgotten() == ["todo"]
    assert forgotten(line("2026-09-02")) == ["todo"]
    assert forgotten(line("2026-09-03")) == []
    assert forgotten(line("2026-12-01")) == []
    assert forgotten(line("2026-12-02")) == ["todo"]
    assert forgotten(line("2026-09-02"), rules={RULE: {"after": "91 days"}}) == []


@pytest.mark.parametrize("what", ["reply", "sale", "stage", "lost", "helped"])
def test_any_line_about_them_is_one(what: str) -> None:
    assert forgotten({"date": "2026-11-02", "contact": "rosa", "what": what}) == []


def test_no_entry_received_by_a_personal_or_a_group_channel() -> None:
    assert forgotten(work=to_rosa("2026-09-02")) == ["todo"]
    assert forgotten(work=to_rosa("2026-09-03")) == []
    assert forgotten(work=to_rosa("2026-12-01")) == []
    assert forgotten(work=to_rosa("2026-12-02")) == ["todo"]
    assert forgotten(work=[entry("2026-11-03", status="done", channels=["event"])]) == []
    assert forgotten(work=[entry("2026-11-03", status="done", channels=["blog", "newsletter"])]) == ["todo"]


def test_what_they_do_not_receive_is_no_company() -> None:
    call = [entry("2026-11-03", status="done", channels=["call", "blog"])]
    assert forgotten(work=call) == []
    assert forgotten(work=call, rosa={"not_by": ["call"]}) == ["todo"]
    assert forgotten(work=to_rosa("2026-11-03", status="draft")) == ["todo"]
    assert forgotten(work=to_rosa("2026-11-03", kind="pitch"), rosa={"no_pitches": "2026-11-01"}) == ["todo"]


def test_who_opted_out_or_is_gone_is_left_alone() -> None:
    assert forgotten(rosa={"opted_out": "2026-12-01"}) == []
    assert forgotten(rosa={"opted_out": "2026-12-02"}) == ["todo"]
    assert forgotten(line("2026-01-02", "opt-out")) == []
    assert forgotten(rosa={"status": "gone"}) == []


def test_of_a_segment_whose_treatment_is_not_broadcast() -> None:
    assert forgotten(rosa={"segments": ["b"]}) == []
    assert forgotten(rosa={"segments": ["b", "c"]}) == ["todo"]


def test_closed_days_and_pauses_lengthen_the_window() -> None:
    rest = [{"from": "2026-11-02", "to": "2026-11-11"}]
    paused: dict[str, Any] = {**SEGMENTS, "a": {"pauses": rest}}
    for settings in ({"closed": rest}, {"rosa": {"pauses": rest}}, {"segments": paused}):
        assert forgotten(line("2026-08-24"), **settings) == []
        assert forgotten(line("2026-08-23"), **settings) == ["todo"]
    assert forgotten(line("2026-08-24"), segments={**SEGMENTS, "c": {"pauses": rest}}) == ["todo"]


def test_a_silence_at_the_client() -> None:
    assert forgotten(rosa={"allow": {RULE: "vive fuera hasta junio"}}) == []


@pytest.mark.parametrize("absent", ["contacts", "log"])
def test_it_is_skipped_where_something_is_not_there(absent: str) -> None:
    assert forgotten(absent=[absent]) == []


def test_it_is_at_the_client_and_says_since_when() -> None:
    contacts = {"rosa": {"segments": ["a"]}}
    plan = plan_of(to_rosa("2026-08-01"), SEGMENTS, contacts, [line("2026-07-01")])
    (finding,) = found(plan, RULE)
    assert (finding.contact, finding.place.file, finding.private) == ("rosa", "content/private/contacts.yaml", True)
    assert finding.data == {"days": 122, "after": 90}
    assert told(finding, "es") == (
        "Nadie ha estado en contacto con «rosa» desde el 1 de agosto de 2026, hace 122 días. "
        "Mándale unas líneas o hazle una llamada, solo para preguntar cómo va, y apúntalo: "
        "`valuegen add log --contact rosa`."
    )
    (never,) = found(plan_of([], SEGMENTS, contacts), RULE)
    assert told(never, "en").startswith("There is no record yet of anybody being in touch with “rosa”.")
