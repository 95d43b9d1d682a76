"""`pitch-too-soon`, sentence by sentence of 3-rules.md. `as_of` is 2026-12-01."""

from typing import Any

import pytest
from small_plan import entry, found, plan_of, policy, spots, told

from valuegen.words import say

RULE = "pitch-too-soon"
VISIT, WIDE = ["visit"], ["newsletter"]


def pitch(**values: Any) -> dict[str, Any]:
    return entry("2026-12-05", **{"kind": "pitch", "slug": "x", "channels": VISIT, **values})


def client(stage: str, **values: Any) -> dict[str, Any]:
    return {"segments": ["a"], "stage": stage, **values}


def named(contacts: dict[str, Any], row: dict[str, Any] | None = None, **more: Any) -> list[str]:
    return [
        id for each in found(plan_of([row or pitch()], contacts=contacts, **more), RULE) for id in each.data["contacts"]
    ]


@pytest.mark.parametrize("stage", ["user", "prospect", "friend", "buyer", "recurring"])
@pytest.mark.parametrize("least", ["user", "prospect", "friend", "buyer", "recurring"])
def test_the_stages_stand_in_their_order(stage: str, least: str) -> None:
    order = ["user", "prospect", "friend", "buyer", "recurring"]
    is_early = order.index(stage) < order.index(least)
    assert bool(named({"rosa": client(stage)}, rules={RULE: {"from": least}})) == is_early


def test_a_friend_may_be_offered_something_and_a_prospect_not() -> None:
    assert not named({"rosa": client("friend")})
    (finding,) = found(plan_of([pitch()], contacts={"rosa": client("prospect")}), RULE)
    assert (finding.level, finding.entry, finding.contact) == ("warning", "2026-12-05-x", "rosa")
    assert finding.data == {"contacts": ["rosa"], "receivers": 1, "from": "friend"}
    assert told(finding) == (
        "“rosa” receives this offer, and is not yet at the stage `friend`. Get to know them first, and note it down "
        "(`what: stage`, `stage: friend`)."
    )


def test_it_says_which_command_notes_that_they_are_so_far() -> None:
    def beside(contacts: dict[str, Any], row: dict[str, Any] | None = None) -> list[str]:
        (finding,) = found(plan_of([row or pitch()], contacts=contacts), RULE)
        return [say(one, "en") for one in finding.also]

    one = {"rosa": client("prospect")}
    assert beside(one) == ["To note it down: `valuegen add log --stage friend --contact rosa`."]
    (both,) = beside({**one, "ana": client("user")})
    assert both == "To note it down: `valuegen add log --stage friend --contact rosa`, and so for each of them."
    assert beside(one, pitch(date="2026-11-20", status="done")) == []  # nothing mends what is past


def test_only_offers_are_looked_at() -> None:
    assert not named({"rosa": client("user")}, pitch(kind="industry"))
    assert not named({"rosa": client("user")}, pitch(status="idea"))


def test_by_a_personal_channel_one_is_enough() -> None:
    contacts = {"rosa": client("friend"), "ana": client("buyer"), "leo": client("user")}
    assert named(contacts) == ["leo"]
    assert named(contacts, pitch(channels=["newsletter", "whatsapp"])) == ["leo"]
    assert named(contacts, pitch(channels=WIDE)) == []


@pytest.mark.parametrize("channel", ["newsletter", "meetup", "blog"])
def test_otherwise_more_than_half(channel: str) -> None:
    contacts = {"rosa": client("friend"), "leo": client("user")}
    assert named(contacts, pitch(channels=[channel])) == []
    assert named({**contacts, "ana": client("prospect")}, pitch(channels=[channel])) == ["leo", "ana"]


def test_only_who_receives_it_counts() -> None:
    silent = [client("user", opted_out="2026-12-05"), client("user", no_pitches="true"), client("user", status="gone")]
    silent.append(client("user", not_by=["visit"]))
    assert not named({f"c{number}": one for number, one in enumerate(silent)})
    assert named({"ana": client("user", opted_out="2026-12-06")}) == ["ana"]
    assert named({"leo": client("user", segments=["b"])}, segments={"a": {}, "b": {}}) == []
    one = pitch(segments=[], contacts=["leo"])
    assert named({"leo": client("user"), "ana": client("user")}, one) == ["leo"]


def stage(day: str, stage: str) -> dict[str, Any]:
    return {"date": day, "contact": "rosa", "what": "stage", "stage": stage}


def test_the_log_says_how_far_they_are_on_that_day() -> None:
    contacts = {"rosa": client("prospect")}
    assert not named(contacts, log=[stage("2026-11-20", "friend")])
    assert named(contacts, log=[stage("2026-11-20", "friend"), stage("2026-11-21", "user")]) == ["rosa"]
    past = pitch(status="done") | {"date": "2026-11-15"}
    assert named(contacts, past, log=[stage("2026-11-16", "friend")]) == ["rosa"]
    assert not named(contacts, past, log=[stage("2026-11-15", "friend")])
    assert not named(contacts, past, log=[stage("2026-11-15", "friend"), stage("2026-11-16", "user")])


def test_what_is_to_come_is_judged_by_what_is_known_today() -> None:
    assert named({"rosa": client("prospect")}, log=[stage("2026-12-02", "friend")]) == ["rosa"]
    assert not named({"rosa": client("prospect")}, log=[stage("2026-12-01", "friend")])


def test_of_the_past_it_is_a_note_without_a_mend() -> None:
    past = pitch(status="done") | {"date": "2026-11-30"}
    (finding,) = found(plan_of([past], contacts={"rosa": client("user")}), RULE)
    assert (finding.level, finding.mend) == ("note", None)


def test_there_is_one_finding_an_offer() -> None:
    contacts = {f"c{number}": client("user") for number in range(6)}
    (finding,) = found(plan_of([pitch()], contacts=contacts), RULE)
    assert finding.contact is None
    assert finding.data["contacts"] == sorted(contacts)
    assert told(finding, "es").startswith(
        "«c0», «c1», «c2» y 3 más reciben esta oferta y aún no están en la etapa `friend`."
    )
    (finding,) = found(plan_of([pitch()], contacts={**contacts, "ana": client("buyer")}), RULE)
    assert told(finding).startswith("6 of the 7 clients who receive this offer are not yet at the stage `friend`: “c0”")


def test_a_silence_of_a_client_leaves_them_out_and_is_used() -> None:
    allowed = client("user", allow={RULE: "somos primos"})
    plan = plan_of([pitch()], contacts={"rosa": client("user"), "leo": allowed})
    assert [each.data["contacts"] for each in found(plan, RULE)] == [["rosa"]]
    assert not found(plan, "unused-allow")
    assert not found(plan_of([pitch()], contacts={"leo": allowed}), RULE)
    plan = plan_of([pitch(channels=WIDE)], contacts={"leo": allowed, "ana": client("buyer")})
    assert spots(plan, RULE) == []
    assert len(found(plan, "unused-allow")) == 1


def test_an_entry_can_be_silenced() -> None:
    assert not named({"rosa": client("user")}, pitch(allow={RULE: "me lo pidió"}))


def test_a_stage_is_one_of_the_five() -> None:
    with pytest.raises(AssertionError):
        policy(plan_of([pitch()], rules={RULE: {"from": "amigo"}}))


def test_without_contacts_nothing_is_known() -> None:
    assert not found(plan_of([pitch()], absent=["contacts"]), RULE)
