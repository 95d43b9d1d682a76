"""`courtesy-alone`, sentence by sentence of 3-rules.md. `as_of` is 2026-12-01; 180 days back is 2026-06-05."""

from typing import Any

import pytest
from small_plan import entry, found, plan_of, told

RULE = "courtesy-alone"
GREETED = {"dates": {"birthday": "1980-10-20"}}


def rosa(**values: Any) -> dict[str, Any]:
    return {"rosa": {"segments": ["a"], **values}}


def told_of(contacts: dict[str, Any], *entries: dict[str, Any], **more: Any) -> list[str | None]:
    return [each.contact for each in found(plan_of(entries, contacts=contacts, **more), RULE)]


def test_a_birthday_and_nothing_else() -> None:
    (finding,) = found(plan_of([], contacts=rosa(**GREETED)), RULE)
    assert (finding.level, finding.contact, finding.place.file) == ("todo", "rosa", "content/private/contacts.yaml")
    assert finding.data == {"window": 180}
    assert told(finding) == (
        "In the last 180 days “rosa” has only had greetings: nothing that helps, and no conversation. "
        "Call or visit them and note it down (`valuegen add log --contact rosa`), or write something that helps them."
    )


def test_who_gets_nothing_at_all_is_not_meant() -> None:
    assert not told_of(rosa())
    assert not told_of(rosa(dates={"birthday": "1980-12-20"}))


@pytest.mark.parametrize(
    ("on", "is_in"),
    [("06-04", False), ("06-05", True), ("12-01", True), ("12-02", False), ("2026-12-01", True), ("2027-10-20", False)],
)
def test_the_window_ends_today(on: str, is_in: bool) -> None:
    assert bool(told_of(rosa(dates={"boda": on}))) == is_in


def test_a_date_with_a_year_is_kept_from_that_year_on() -> None:
    assert told_of(rosa(dates={"boda": "2026-10-20"}))
    assert not told_of(rosa(dates={"boda": "2027-06-20"}))


def test_the_window_can_be_another() -> None:
    contacts = rosa(dates={"boda": "11-01"})
    assert not told_of(contacts, rules={RULE: {"window": "30 days"}})
    assert told_of(contacts, rules={RULE: {"window": "31 days"}})


def test_29_february_falls_on_the_day_that_the_settings_say() -> None:
    settings: dict[str, Any] = {"rules": {RULE: {"window": "277 days"}}}  # back to 2026-02-28
    contacts = rosa(dates={"birthday": "1980-02-29"})
    assert told_of(contacts, **settings)
    assert not told_of(contacts, rules={RULE: {"window": "276 days"}})
    assert told_of(contacts, reminders={"leap_day": "03-01"}, rules={RULE: {"window": "276 days"}})


def test_a_date_of_their_segment_is_a_greeting_too() -> None:
    segments = {"a": {"dates": {"Día del panadero": "08-08"}}, "b": {}}
    contacts = {**rosa(), "leo": {"segments": ["b"]}, "ana": {"segments": ["b", "a"]}}
    assert sorted(map(str, told_of(contacts, segments=segments))) == ["ana", "rosa"]


def courtesy(day: str, **values: Any) -> dict[str, Any]:
    return entry(day, **{"kind": "courtesy", "status": "done" if day < "2026-12-01" else "ready", **values})


def test_an_entry_of_courtesy_is_one() -> None:
    assert told_of(rosa(), courtesy("2026-06-05"))
    assert told_of(rosa(), courtesy("2026-12-01"))
    assert told_of(rosa(), courtesy("2026-10-01", segments=[], contacts=["rosa"], channels=["card"]))
    assert not told_of(rosa(), courtesy("2026-06-04"))
    assert not told_of(rosa(), courtesy("2026-12-02"))
    assert not told_of(rosa(), courtesy("2026-10-01", status="draft"))
    assert not told_of(rosa(not_by=["card"]), courtesy("2026-10-01", channels=["card"]))


@pytest.mark.parametrize("kind", ["industry", "expertise", "reference", "conversation"])
def test_value_in_the_window_is_enough(kind: str) -> None:
    for day, is_told in (("2026-06-04", True), ("2026-06-05", False), ("2026-12-01", False), ("2026-12-02", True)):
        status = "done" if day < "2026-12-01" else "ready"
        assert bool(told_of(rosa(**GREETED), entry(day, kind=kind, status=status))) == is_told


def test_an_offer_is_no_value_and_what_does_not_reach_them_is_none() -> None:
    assert told_of(rosa(**GREETED), entry("2026-10-01", kind="pitch", status="done"))
    assert told_of(rosa(**GREETED), entry("2026-10-01", segments=["b"], status="done"), segments={"a": {}, "b": {}})
    assert told_of(rosa(**GREETED), entry("2026-10-01", channels=["newsletter"], status="draft"))


@pytest.mark.parametrize("what", ["call", "reply", "sale", "stage", "message"])
def test_a_line_of_the_log_in_the_window_is_enough(what: str) -> None:
    for day, is_told in (("2026-06-04", True), ("2026-06-05", False), ("2026-12-01", False), ("2026-12-02", True)):
        line = {"date": day, "contact": "rosa", "what": what, **({"stage": "buyer"} if what == "stage" else {})}
        assert bool(told_of(rosa(**GREETED), log=[line])) == is_told
    assert told_of(rosa(**GREETED), log=[{"date": "2026-10-01", "contact": "leo", "what": "call"}])


def test_not_who_opted_out_or_is_gone() -> None:
    assert not told_of(rosa(**GREETED, opted_out="2026-12-01"))
    assert told_of(rosa(**GREETED, opted_out="2026-12-02"))
    assert not told_of(rosa(**GREETED, status="gone"))


def test_an_allow_silences_it() -> None:
    assert not told_of(rosa(**GREETED, allow={RULE: "es mi prima"}))


@pytest.mark.parametrize("absent", ["contacts", "log"])
def test_without_contacts_or_log_nothing_is_known(absent: str) -> None:
    assert not told_of(rosa(**GREETED), absent=[absent])
