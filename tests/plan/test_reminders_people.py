"""answer, follow-up, tell and listen: what clients wait for."""

from dataclasses import replace

import pytest
from planning import entry
from reminding import brief, day, due, one, text, why

PEOPLE = {"irene": {}, "tomas": {}, "eva": {}}
REPLY = {"date": "2026-11-28", "contact": "rosa", "what": "reply", "channel": "email", "note": "Preguntó por el horno"}
ROSA = {"rosa": {"email": "rosa@horno.example", "channel": "whatsapp", "phone": "+57 300"}}


def answers(*log, contacts=ROSA, **parts):
    return due(contacts=contacts, log=log, kind="answer", **parts)


def yours(on, what="message", **keys):
    return {"date": on, "contact": "rosa", "by": "irene", "what": what, **keys}


# ---- answer


def test_who_wrote_is_answered_at_once_by_the_same_channel():
    (found,) = answers(REPLY)
    assert (found.due, found.late, found.owner) == (day("2026-11-28"), True, "irene")
    assert text(found) == "Answer rosa, who wrote to you on November 28, 2026."
    assert why(found) == "What you noted: Preguntó por el horno"
    assert found.link == "mailto:rosa@horno.example"
    assert not found.delegable


def test_what_came_today_is_due_today():
    (found,) = answers({**REPLY, "date": "2026-12-01"})
    assert (found.due, found.late) == (day("2026-12-01"), False)


def test_who_asked_to_buy_is_told_apart():
    (found,) = answers({**REPLY, "what": "inquiry"})
    assert text(found) == "Answer rosa, who asked to buy on November 28, 2026."


@pytest.mark.parametrize("what", ["answer", "message", "call", "coffee", "visit", "meeting"])
def test_a_later_line_of_yours_answers(what):
    assert answers(REPLY, yours("2026-11-28", what)) == []
    assert answers(yours("2026-11-28", what), REPLY) != []


@pytest.mark.parametrize("line", [yours("2026-11-29", "stage", stage="friend"), {**yours("2026-11-29"), "by": None}])
def test_other_lines_do_not(line):
    assert answers(REPLY, {key: value for key, value in line.items() if value}) != []


def test_what_is_settled_needs_none():
    assert answers({**REPLY, "settled": "true"}) == []
    assert [found.due for found in answers({**REPLY, "settled": "true"}, {**REPLY, "date": "2026-11-30"})] == [
        day("2026-11-30")
    ]


def test_the_oldest_stands_for_all_and_keeps_its_uid():
    (before,), (after,) = answers(REPLY), answers(REPLY, {**REPLY, "date": "2026-11-30"})
    assert before == after


def test_what_is_not_yet_said_on_that_day_is_not_known():
    assert answers({**REPLY, "date": "2026-12-02"}) == []
    assert answers(REPLY, yours("2026-12-02")) != []


@pytest.mark.parametrize("wish", [{"status": "gone"}, {"opted_out": "true"}, {"opted_out": "2026-12-01"}])
def test_nobody_answers_who_is_out(wish):
    assert answers(REPLY, contacts={"rosa": wish}) == []


def test_it_belongs_to_the_entry_that_was_answered():
    call = entry(
        "2026-11-03",
        "conversation",
        "llamada",
        contacts=["rosa"],
        channels=["call"],
        status="ready",
        repeat={"rule": "FREQ=WEEKLY;COUNT=8", "done": "2026-12-01"},
    )
    (found,) = due(call, contacts=ROSA, log=[{**REPLY, "entry": "llamada"}], kind="answer")
    assert found.entry == "2026-11-24-llamada"
    (found,) = due(call, contacts=ROSA, log=[{**REPLY, "entry": "2026-11-10-llamada"}], kind="answer")
    assert found.entry == "2026-11-10-llamada"
    (found,) = due(contacts=ROSA, log=[REPLY], kind="answer")
    assert found.entry is None


def test_who_has_the_relation_owns_it_and_their_cover_while_they_are_away():
    contacts = {"rosa": {"owner": "tomas"}}
    assert answers(REPLY, contacts=contacts, people=PEOPLE)[0].owner == "tomas"
    away = {"from": "2026-11-25", "to": "2026-12-01", "cover": "eva"}
    people = {**PEOPLE, "tomas": {"away": [away]}}
    assert answers(REPLY, contacts=contacts, people=people)[0].owner == "eva"
    assert answers(REPLY, contacts=contacts, people=people, as_of="2026-12-02")[0].owner == "tomas"
    without = {**PEOPLE, "tomas": {"away": [{"from": "2026-11-25", "to": "2026-12-01"}]}}
    assert answers(REPLY, contacts=contacts, people=without)[0].owner == "tomas"


def test_a_cover_who_is_away_has_one_too_but_nobody_goes_in_circles():
    away = {"from": "2026-11-25", "to": "2026-12-10"}
    people = {
        "irene": {"away": [{**away, "cover": "tomas"}]},
        "tomas": {"away": [{**away, "cover": "eva"}]},
        "eva": {},
    }
    assert answers(REPLY, people=people)[0].owner == "eva"
    people["eva"] = {"away": [{**away, "cover": "irene"}]}
    assert answers(REPLY, people=people)[0].owner in people


# ---- follow-up

SALE = {"date": "2026-11-20", "contact": "rosa", "what": "sale", "product": "curso"}
PRODUCTS = [{"id": "curso", "name": "Curso de costos"}]


def follow_ups(*log, **parts):
    return due(contacts=ROSA, log=log, kind="follow-up", products=PRODUCTS, **parts)


def test_some_time_after_a_sale_one_asks_whether_it_helped():
    (found,) = follow_ups(SALE)
    assert (found.due, found.owner, found.late) == (day("2026-12-20"), "irene", False)
    assert text(found) == "Ask rosa whether “Curso de costos” has helped."
    (found,) = follow_ups({key: value for key, value in SALE.items() if key != "product"})
    assert text(found) == "Ask rosa whether what they bought has helped."
    (found,) = follow_ups(SALE, reminders={"follow_up": "6 weeks"})
    assert found.due == day("2027-01-01")


@pytest.mark.parametrize(
    "line",
    [
        {"date": "2026-11-25", "contact": "rosa", "what": "helped"},
        {"date": "2026-11-25", "contact": "rosa", "what": "testimonial", "quote": "Me sirvió"},
        {"date": "2026-11-25", "contact": "rosa", "what": "lost", "why": "other"},
        yours("2026-12-20", "call"),
    ],
)
def test_whoever_said_how_it_went_is_not_asked(line):
    assert follow_ups(SALE, line, as_of="2026-12-21") == []


@pytest.mark.parametrize(
    "line", [yours("2026-12-01", "call"), {"date": "2026-11-19", "contact": "rosa", "what": "helped"}]
)
def test_a_talk_before_its_time_or_help_before_the_sale_is_no_answer(line):
    assert len(follow_ups(line, SALE)) == 1


def test_each_sale_is_asked_about():
    found = follow_ups(SALE, SALE, {**SALE, "product": "otro"}, {**SALE, "date": "2026-12-05"})
    assert len({reminder.uid for reminder in found}) == len(found) == 3


# ---- tell and listen

NEED = {"id": "merma", "heard": "2026-10-12", "from": "rosa", "asked": "Un curso", "needs": "Saber cuánta harina tira"}
POST = entry("2026-12-10", slug="harina", status="ready", answers=["merma"])


def test_who_asked_is_told_when_an_entry_answers():
    found = one(POST, contacts=ROSA, needs=[NEED], kind="tell")
    assert brief([found]) == [("2026-12-10", "tell.harina.merma.rosa")]
    assert text(found) == "Tell rosa that “Entrada” answers what they asked."
    assert why(found) == "They said on October 12, 2026: Un curso"
    assert (found.need, found.entry, found.channel) == ("merma", "2026-12-10-harina", "whatsapp")


def test_it_stays_until_they_have_been_told():
    past = {**POST, "date": "2026-11-20"}
    assert one(past, contacts=ROSA, needs=[NEED], kind="tell").late
    assert one({**past, "status": "done"}, contacts=ROSA, needs=[NEED], kind="tell").late
    line = yours("2026-11-22", entry="harina")
    assert due(past, contacts=ROSA, needs=[NEED], log=[line], kind="tell") == []


@pytest.mark.parametrize("status", ["answered", "dropped"])
def test_a_need_that_is_closed_asks_for_nothing(status):
    closed = [{**NEED, "status": status}]
    assert due(POST, contacts=ROSA, needs=closed, kind="tell") == []
    assert due(contacts=ROSA, needs=closed, kind="listen") == []


def test_who_gets_it_by_a_personal_channel_anyway_is_not_told_besides():
    keys = {"channels": ["blog", "whatsapp"]}
    assert due({**POST, **keys}, contacts=ROSA, needs=[NEED], kind="tell") == []
    assert due({**POST, **keys, "date": "2026-11-20", "status": "done"}, contacts=ROSA, needs=[NEED], kind="tell") == []


def test_but_who_is_in_another_segment_is():
    other = {**POST, "channels": ["whatsapp"], "segments": ["b"]}
    assert len(due(other, contacts=ROSA, needs=[NEED], kind="tell")) == 1


@pytest.mark.parametrize("keys", [{"status": "idea"}, {"date": "2026-11-20", "status": "draft"}])
def test_an_idea_or_what_has_slipped_answers_nobody_yet(keys):
    found = due({**POST, **keys}, contacts=ROSA, needs=[NEED])
    assert not {"tell", "listen"} & {reminder.kind for reminder in found}


def test_nobody_who_is_out_is_told_nor_an_offer_to_who_wants_none():
    for wish in ({"status": "gone"}, {"opted_out": "2026-12-10"}):
        assert due(POST, contacts={"rosa": wish}, needs=[NEED], kind="tell") == []
    pitch = {**POST, "kind": "pitch"}
    assert due(pitch, contacts={"rosa": {"no_pitches": "true"}}, needs=[NEED], kind="tell") == []


def test_a_need_that_nothing_answers_waits_a_month():
    found = one(contacts=ROSA, needs=[NEED], kind="listen")
    assert brief([found]) == [("2026-11-11", "listen.merma")]
    assert text(found) == "Think of something that helps with this: Saber cuánta harina tira"
    assert (found.late, found.delegable, found.need, found.contact) == (True, True, "merma", "rosa")


@pytest.mark.parametrize("keys", [{}, {"date": None}, {"status": "idea"}, {"date": "2026-11-01", "status": "draft"}])
def test_somebody_thought_of_it(keys):
    made = {key: value for key, value in {**POST, **keys}.items() if value}
    assert due(made, contacts=ROSA, needs=[NEED], kind="listen") == []


def test_a_need_of_nobody_is_its_segments():
    segments = {"a": {"owner": "tomas"}, "b": {}}
    need = {"id": "x", "heard": "2026-11-20", "segment": "a", "needs": "Algo"}
    assert one(needs=[need], segments=segments, people=PEOPLE, kind="listen").owner == "tomas"
    need.pop("segment")
    assert one(needs=[need], people=PEOPLE, kind="listen").owner == "irene"


def test_a_need_of_who_is_gone_waits_no_more():
    assert due(contacts={"rosa": {"status": "gone"}}, needs=[NEED]) == []


def test_a_reminder_is_plain_data():
    (found,) = answers(REPLY)
    assert replace(found) == found
