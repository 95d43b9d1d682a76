"""`unsolicited`, sentence by sentence of 3-rules.md. `as_of` is 2026-12-01."""

from typing import Any

import pytest
from small_plan import entry, found, plan_of, told

RULE = "unsolicited"
ON: dict[str, Any] = {"rules": {RULE: "warning"}}
AGREED = {"agreed": {"on": "2025-03-02", "how": "en persona"}}


def client(**values: Any) -> dict[str, Any]:
    return {"segments": ["a"], **values}


def told_of(clients: dict[str, Any], *, more: Any = ON, **values: Any) -> list[str]:
    row = entry("2026-12-05", **{"channels": ["newsletter"], **values})
    return [id for each in found(plan_of([row], contacts=clients, **more), RULE) for id in each.data["contacts"]]


def test_it_is_off() -> None:
    assert not told_of({"rosa": client()}, more={})
    assert told_of({"rosa": client()}) == ["rosa"]


@pytest.mark.parametrize(
    ("channel", "is_meant"),
    [("email", True), ("newsletter", True), ("sms", True), ("whatsapp", True), ("telegram", False), ("call", False)],
)
def test_by_these_channels(channel: str, is_meant: bool) -> None:
    assert bool(told_of({"rosa": client()}, channels=[channel])) == is_meant
    assert bool(told_of({"rosa": client()}, channels=["blog", channel])) == is_meant


def test_who_agreed_is_not_meant() -> None:
    contacts = {"rosa": client(**AGREED), "leo": client(), "ana": client()}
    assert told_of(contacts) == ["leo", "ana"]
    row = entry("2026-12-05", channels=["newsletter"], slug="x")
    (finding,) = found(plan_of([row], contacts=contacts, **ON), RULE)
    assert (finding.level, finding.entry, finding.contact) == ("warning", "2026-12-05-x", None)
    assert told(finding) == (
        "“leo” and “ana” receive this, and have not agreed to be written to. "
        "Ask them, and note it down (`agreed: {on, how}`); or reach them another way."
    )


def test_only_who_receives_it_by_such_a_channel() -> None:
    gone = [client(status="gone"), client(opted_out="2026-12-05"), client(segments=["b"])]
    contacts = {f"c{number}": one for number, one in enumerate(gone)}
    assert not told_of(contacts, more={**ON, "segments": {"a": {}, "b": {}}})
    assert not told_of({"rosa": client(not_by=["newsletter"])}, channels=["newsletter", "blog"])
    assert told_of({"rosa": client(not_by=["newsletter"])}, channels=["newsletter", "sms"]) == ["rosa"]
    assert not told_of({"rosa": client()}, status="idea")
    assert told_of({"rosa": client(), "leo": client()}, segments=[], contacts=["leo"], channels=["sms"]) == ["leo"]


def test_of_the_past_it_is_a_note() -> None:
    row = entry("2026-11-20", channels=["newsletter"], status="done")
    (finding,) = found(plan_of([row], contacts={"rosa": client()}, **ON), RULE)
    assert (finding.level, finding.mend, finding.contact) == ("note", None, "rosa")


def test_silences() -> None:
    assert not told_of({"rosa": client()}, allow={RULE: "aviso legal"})
    allowed = client(allow={RULE: "me escribe ella"})
    assert told_of({"rosa": client(), "leo": allowed}) == ["rosa"]
    plan = plan_of([entry("2026-12-05", channels=["sms"])], contacts={"leo": allowed}, **ON)
    assert not found(plan, RULE)
    assert not found(plan, "unused-allow")


def test_without_contacts_nothing_is_known() -> None:
    assert not told_of({}, more={**ON, "absent": ["contacts"]})
