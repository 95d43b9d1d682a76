"""reconnect and plan: the silences; and the days on which nothing is reminded."""

import pytest
from planning import entry
from reminding import brief, day, due, one, why

PEOPLE = {"irene": {}, "tomas": {}}


def yours(on, what="message", **keys):
    return {"date": on, "contact": "rosa", "by": "irene", "what": what, **keys}


LAST = (yours("2026-11-20"),)


def reconnect(*entries, log=LAST, contact=None, **parts):
    found = due(*entries, contacts={"rosa": contact or {}}, log=log, kind="reconnect", **parts)
    return found[0].due.isoformat() if found else None


def wa(on, **keys):
    return entry(on, channels=["whatsapp"], status=keys.pop("status", "ready"), **keys)


# ---- reconnect


def test_a_silence_that_reaches_what_is_borne():
    found = one(contacts={"rosa": {}}, log=[yours("2026-11-20")], kind="reconnect")
    assert brief([found]) == [("2026-12-20", "reconnect.rosa")]
    assert why(found) == "The last time was on November 20, 2026."
    assert not found.delegable


def test_their_own_measure_wins_over_the_least_of_their_segments():
    segments = {"a": {"cadence": {"at_least": "21 days"}}, "b": {"cadence": {"at_least": "14 days"}}}
    both = {"segments": ["a", "b"]}
    assert reconnect(segments=segments) == "2026-12-11"
    assert reconnect(segments=segments, contact=both) == "2026-12-04"
    assert reconnect(segments=segments, contact={**both, "cadence": {"at_least": "30 days"}}) == "2026-12-20"


def test_it_stays_and_is_late():
    found = one(contacts={"rosa": {}}, log=[yours("2026-10-01")], kind="reconnect")
    assert (found.due, found.late) == (day("2026-10-31"), True)


def test_a_line_of_theirs_breaks_a_silence_too():
    assert (
        reconnect(log=[yours("2026-10-01"), {"date": "2026-11-25", "contact": "rosa", "what": "helped"}])
        == "2026-12-25"
    )


def test_so_does_what_they_receive_one_by_one_or_in_a_group():
    done = {"status": "done"}
    assert reconnect(wa("2026-11-25", **done)) == "2026-12-25"
    assert reconnect(entry("2026-11-25", channels=["event"], **done)) == "2026-12-25"
    assert reconnect(entry("2026-11-25", channels=["newsletter"], **done)) == "2026-12-20"
    assert reconnect(wa("2026-11-25", **done), contact={"not_by": ["whatsapp"]}) == "2026-12-20"


def test_what_is_planned_before_puts_it_off_and_later_does_not():
    assert reconnect(wa("2026-12-20")) == "2027-01-19"
    assert reconnect(wa("2026-12-21")) == "2026-12-20"
    assert reconnect(wa("2026-12-10"), wa("2027-01-05"), wa("2027-02-20")) == "2027-02-04"


def test_it_says_since_when():
    found = one(wa("2026-12-10"), contacts={"rosa": {}}, log=[yours("2026-11-20")], kind="reconnect")
    assert why(found) == "By then they will not have heard from you since December 10, 2026."


def test_what_is_late_is_said_to_be_done_today():
    log = [yours("2026-10-01"), {"date": "2026-11-20", "contact": "rosa", "what": "reply"}]
    found = one(contacts={"rosa": {}}, log=log, kind="reconnect")
    assert found.due == day("2026-12-31")
    assert why(found) == "If you do today what is due with them, by then they will not have heard from you again."


def test_a_stranger_is_met_today():
    found = one(contacts={"rosa": {}}, kind="reconnect")
    assert (found.due, found.late, why(found)) == (day("2026-12-01"), False, "You have never been in touch.")


def test_they_are_reached_where_an_address_is_known():
    segments = {"a": {"channels": ["email"]}}
    found = one(contacts={"rosa": {"phone": "+57 300 123 45 67"}}, segments=segments, kind="reconnect")
    assert (found.channel, found.link) == ("whatsapp", "https://wa.me/573001234567")
    refused = {"phone": "+57 300 123 45 67", "not_by": ["whatsapp"]}
    found = one(contacts={"rosa": refused}, segments=segments, kind="reconnect")
    assert (found.channel, found.link) == ("call", "tel:+573001234567")


def test_with_a_stranger_what_is_planned_soon_puts_it_off():
    assert reconnect(wa("2026-12-10"), log=[]) == "2027-01-09"
    assert reconnect(wa("2027-01-05"), log=[]) == "2026-12-01"


def test_who_agreed_or_told_a_need_is_no_stranger():
    assert reconnect(log=[], contact={"agreed": {"on": "2026-11-25"}}) == "2026-12-25"
    need = {"id": "n", "heard": "2026-11-28", "from": "rosa", "needs": "Menos harina", "segment": "a"}
    assert reconnect(log=[], needs=[need]) == "2026-12-28"
    assert reconnect(log=LAST, needs=[need], contact={"agreed": {"on": "2026-11-25"}}) == "2026-12-20"


def test_who_is_to_be_answered_greeted_or_told_is_not_reminded_of_besides():
    log = [yours("2026-09-01"), {"date": "2026-10-20", "contact": "rosa", "what": "reply"}]
    assert [reminder.kind for reminder in due(contacts={"rosa": {}}, log=log)] == ["answer", "reconnect"]
    assert reconnect(log=log) == "2026-12-31"
    assert reconnect(log=[yours("2026-10-01")], contact={"dates": {"birthday": "11-29"}}) == "2026-12-31"
    assert reconnect(log=[yours("2026-11-20")], contact={"dates": {"birthday": "12-15"}}) == "2027-01-14"
    sale = {"date": "2026-11-10", "contact": "rosa", "what": "sale"}
    assert reconnect(log=[yours("2026-10-01"), sale]) == "2027-01-09"


def test_nor_to_whom_something_is_late():
    assert reconnect(wa("2026-10-20"), log=[yours("2026-10-01")]) == "2026-12-31"


def test_who_is_only_one_of_many_is_not_missed():
    segments = {"a": {"treatment": "broadcast"}, "b": {}}
    assert reconnect(segments=segments) is None
    assert reconnect(segments=segments, contact={"segments": ["a", "b"]}) == "2026-12-20"


@pytest.mark.parametrize("wish", [{"status": "gone"}, {"opted_out": "2026-12-20"}, {"opted_out": "2026-12-01"}])
def test_nobody_who_is_out_by_then(wish):
    assert reconnect(contact=wish) is None


# ---- plan


def test_a_segment_has_something_to_plan_from_its_last_day_on():
    entries = [entry("2026-12-05", status="ready"), entry("2026-12-20", status="ready", segments=["a"])]
    assert brief(due(*entries, segments={"a": {}}, kind="plan")) == [("2026-12-20", "plan.a")]


def test_where_nothing_is_ahead_it_is_late_and_a_new_one_is_today():
    past = entry("2026-11-05", status="done")
    found = due(past, kind="plan")
    assert [(reminder.uid[:6], reminder.due.isoformat(), reminder.late) for reminder in found] == [
        ("plan.a", "2026-11-05", True),
        ("plan.b", "2026-12-01", False),
    ]
    assert why(found[0]) == "After November 5, 2026 nothing is planned; you promised something at least every 30 days."
    assert why(found[1]) == "Nothing is planned; you promised something at least every 30 days."


def test_ideas_and_what_slipped_are_no_plan():
    entries = [entry("2026-12-20", status="idea"), entry("2026-11-05", status="draft")]
    assert brief(due(*entries, segments={"a": {}}, kind="plan")) == [("2026-12-01", "plan.a")]


def test_the_owner_of_the_segment_plans():
    found = one(segments={"a": {"owner": "tomas"}}, people=PEOPLE, kind="plan")
    assert (found.owner, found.delegable, found.segment) == ("tomas", True, "a")


# ---- closed days and pauses

CLOSED = [{"from": "12-24", "to": "01-02"}]


def test_what_falls_on_closed_days_waits_for_their_end():
    found = one(wa("2026-12-26T09:30"), contacts={"rosa": {}}, closed=CLOSED, kind="share")
    assert (found.due, found.at, found.late) == (day("2027-01-03"), None, False)


def test_but_what_has_to_be_ready_goes_before_them():
    found = one(entry("2027-01-03"), closed=CLOSED, kind="prepare")
    assert found.due == day("2026-12-23")


def test_and_a_greeting_too():
    contact = {"dates": {"birthday": "12-26"}}
    found = one(contacts={"rosa": contact}, closed=CLOSED, kind="greet")
    assert found.due == day("2026-12-23")
    log = [yours("2026-12-23")]
    assert due(contacts={"rosa": contact}, closed=CLOSED, log=log, as_of="2026-12-23", kind="greet") == []


def test_silence_is_not_counted_in_them():
    assert reconnect(closed=CLOSED, log=[yours("2026-12-01")]) == "2027-01-10"
    assert reconnect(closed=[{"from": "2026-12-10", "to": "2026-12-12"}]) == "2026-12-23"


@pytest.mark.parametrize(
    "pauses",
    [
        {"contact": {"pauses": [{"from": "2026-12-05", "to": "2026-12-31"}]}},
        {"segments": {"a": {"pauses": [{"from": "2026-12-05", "to": "2026-12-31"}]}, "b": {}}},
    ],
    ids=["contact", "segment"],
)
def test_nothing_is_reminded_of_a_contact_in_a_pause(pauses):
    contact = {"dates": {"birthday": "12-20"}, **pauses.pop("contact", {})}
    need = {"id": "merma", "heard": "2026-11-20", "from": "rosa", "needs": "Algo"}
    sale = {"date": "2026-11-15", "contact": "rosa", "what": "sale"}
    entries = [wa("2026-12-20"), entry("2026-12-22", status="ready", answers=["merma"], segments=["b"])]
    found = due(*entries, contacts={"rosa": contact}, log=[sale], needs=[need], **pauses)
    assert {reminder.kind for reminder in found} == {"share", "tell", "follow-up", "reconnect"}
    assert {reminder.due.isoformat() for reminder in found if reminder.kind != "reconnect"} == {"2027-01-01"}


def test_in_a_pause_nothing_is_late_either():
    pause = {"pauses": [{"from": "2026-11-25", "to": "2026-12-05"}], "dates": {"birthday": "11-24"}}
    log = [{"date": "2026-11-20", "contact": "rosa", "what": "reply"}]
    found = due(contacts={"rosa": pause}, log=log)
    assert brief(found)[0][0] == "2026-12-06"
    assert [(reminder.kind, reminder.late) for reminder in found] == [("answer", False), ("reconnect", False)]
    (after,) = due(contacts={"rosa": pause}, log=log, as_of="2026-12-06", kind="answer")
    assert (after.due, after.late) == (day("2026-11-20"), True)


def test_what_is_for_two_segments_rests_while_both_do():
    def segments(**pauses):
        return {id: {"pauses": [{"from": first, "to": "2026-12-31"}]} for id, first in pauses.items()}

    letter = entry("2026-12-20", channels=["newsletter"], status="ready", segments=["a", "b"])
    assert one(letter, segments={**segments(a="2026-12-10"), "b": {}}, kind="share").due == day("2026-12-20")
    both = segments(a="2026-12-10", b="2026-12-15")
    assert one(letter, segments=both, kind="share").due == day("2027-01-01")


def test_what_waits_beyond_the_horizon_is_not_yet_shown():
    assert (
        due(wa("2026-12-26"), contacts={"rosa": {}}, closed=CLOSED, reminders={"horizon": "30 days"}, kind="share")
        == []
    )


def test_without_a_log_nobody_knows_who_was_silent():
    from dataclasses import replace

    from reminding import plan

    from valuegen.plan.make import make_plan
    from valuegen.plan.reminders import reminders_of

    made = plan(contacts={"rosa": {}})
    without = make_plan(replace(made.workspace, log=None), made.as_of, {})
    assert "reconnect" in {reminder.kind for reminder in reminders_of(made)}
    assert "reconnect" not in {reminder.kind for reminder in reminders_of(without)}
