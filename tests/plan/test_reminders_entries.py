"""prepare, share and refresh: what entries ask of people."""

import pytest
from planning import entry
from reminding import brief, day, due, one, text, why

ROSA = {"rosa": {"phone": "+57 300 123 45 67", "channel": "whatsapp"}}


def wa(on="2026-12-10", **keys):
    return entry(on, slug="harina", **{"channels": ["whatsapp"], "status": "ready", **keys})


# ---- prepare


@pytest.mark.parametrize(
    ("status", "said"), [("draft", "Prepare “Entrada” (Blog)."), ("review", "Read “Entrada” once")]
)
def test_what_is_not_finished_is_prepared_lead_days_before(status, said):
    found = one(entry("2026-12-10", slug="harina", status=status))
    assert brief([found]) == [("2026-12-07", "prepare.harina")]
    assert text(found).startswith(said)
    assert (found.entry, found.segment, found.contact, found.link) == ("2026-12-10-harina", "a", None, None)


@pytest.mark.parametrize("status", ["idea", "ready", "done"])
def test_what_is_finished_or_only_an_idea_is_not_prepared(status):
    on = "2026-11-30" if status == "done" else "2026-12-10"
    assert due(entry(on, status=status)) == []


def test_an_idea_asks_nothing_of_anybody():
    asked = due(wa(status="idea", review="30 days"), contacts=ROSA)
    assert not [reminder for reminder in asked if reminder.entry]


def test_nor_is_what_has_no_date():
    assert due(entry(status="draft")) == []


def test_the_lead_is_a_setting():
    assert one(entry("2026-12-10"), reminders={"lead": "1 week"}).due == day("2026-12-03")


def test_who_writes_prepares_and_who_speaks_approves():
    people = {"irene": {}, "tomas": {}}
    keys = {"author": "irene", "writer": "tomas"}
    assert one(entry("2026-12-10", **keys), people=people).owner == "tomas"
    assert one(entry("2026-12-10", status="review", **keys), people=people).owner == "irene"


@pytest.mark.parametrize(("kind", "may"), [("industry", True), ("pitch", False), ("courtesy", False)])
def test_others_may_write_what_is_not_personal(kind, may):
    assert one(entry("2026-12-10", kind=kind)).delegable is may


def test_what_has_slipped_stays_and_is_late():
    found = one(entry("2026-10-02", slug="harina"))
    assert brief([found]) == [("2026-09-29", "prepare.harina")]
    assert found.late
    assert why(found) == "It was planned for October 2, 2026."


# ---- share: by personal channels, one a contact


def test_each_contact_of_a_segment_is_written_to_on_the_day():
    found = due(wa(), contacts={**ROSA, "ana": {}, "leo": {"segments": "b"}}, kind="share")
    assert brief(found) == [
        ("2026-12-10", "share.harina.ana.whatsapp"),
        ("2026-12-10", "share.harina.rosa.whatsapp"),
    ]
    rosa = found[1]
    assert text(rosa) == "Write to rosa (WhatsApp): “Entrada”."
    assert rosa.link == "https://wa.me/573001234567"
    assert (rosa.contact, rosa.entry, rosa.delegable) == ("rosa", "2026-12-10-harina", False)


def test_a_contact_of_two_segments_or_named_too_is_written_to_once():
    keys = {"segments": ["a", "b"], "contacts": ["rosa"]}
    assert len(due(wa(**keys), contacts={"rosa": {"segments": "a, b".split(", ")}}, kind="share")) == 1


def test_the_time_of_an_entry_is_the_time_of_its_reminder():
    found = one(wa("2026-12-10T09:30"), contacts=ROSA, kind="share")
    assert found.at is not None
    assert found.at.strftime("%H:%M") == "09:30"


def test_who_speaks_shares():
    people = {"irene": {}, "tomas": {}}
    assert one(wa(author="tomas"), contacts=ROSA, people=people, kind="share").owner == "tomas"


def test_of_several_ways_the_one_that_the_contact_likes():
    keys = {"channels": ["email", "whatsapp", "blog"]}
    assert one(wa(**keys), contacts=ROSA, kind="share").channel == "whatsapp"


def test_else_one_by_which_they_can_be_reached():
    contact = {"channel": "coffee", "email": "rosa@horno.example"}
    found = one(wa(channels=["whatsapp", "email"]), contacts={"rosa": contact}, kind="share")
    assert (found.channel, found.link) == ("email", "mailto:rosa@horno.example")


def test_rather_than_by_their_own_for_which_no_address_is_known():
    keys = {"channels": ["email", "whatsapp"]}
    found = one(wa(**keys), contacts={"rosa": {"phone": "+57 300 123 45 67"}}, kind="share")
    assert (found.channel, found.link) == ("whatsapp", "https://wa.me/573001234567")


@pytest.mark.parametrize(
    ("channel", "phone", "said"),
    [
        ("email", {}, "Their email is not written down yet."),
        ("whatsapp", {}, "Their phone is not written down yet."),
        ("whatsapp", {"phone": "300 123 45 67"}, "Their phone lacks the code of its country."),
        ("call", {"phone": "300 123 45 67"}, None),
    ],
)
def test_what_is_not_known_for_it_is_said(channel, phone, said):
    found = one(wa(channels=[channel]), contacts={"rosa": phone}, kind="share")
    assert why(found) == " ".join(filter(None, ("Planned for December 10, 2026.", said)))


def test_never_by_a_channel_that_they_refused():
    contact = {"channel": "whatsapp", "not_by": ["whatsapp"], "email": "rosa@horno.example"}
    assert one(wa(channels=["whatsapp", "email"]), contacts={"rosa": contact}, kind="share").channel == "email"
    assert due(wa(), contacts={"rosa": contact}, kind="share") == []


@pytest.mark.parametrize(
    "wish",
    [
        {"opted_out": "2026-12-10"},
        {"opted_out": "true"},
        {"status": "gone"},
        {"opted_out": "2026-11-20"},
    ],
)
def test_nobody_who_is_out_by_then(wish):
    assert due(wa(), contacts={"rosa": {**ROSA["rosa"], **wish}}, kind="share") == []


def test_who_opts_out_later_is_written_to_till_then():
    assert len(due(wa(), contacts={"rosa": {"opted_out": "2026-12-11"}}, kind="share")) == 1


def test_a_line_that_says_so_is_an_opt_out_too():
    log = [{"date": "2026-11-20", "contact": "rosa", "what": "opt-out"}]
    assert due(wa(), contacts=ROSA, log=log) == []


def test_no_offers_to_who_wants_none():
    contacts = {"rosa": {"no_pitches": "2026-12-10"}, "ana": {"no_pitches": "2026-12-11"}}
    found = due(wa(kind="pitch", product="curso"), contacts=contacts, kind="share")
    assert [reminder.contact for reminder in found] == ["ana"]
    assert len(due(wa(), contacts=contacts, kind="share")) == 2


def test_what_is_late_is_not_brought_to_who_has_opted_out_meanwhile():
    contacts = {"rosa": {"opted_out": "2026-11-25"}, "ana": {"no_pitches": "2026-11-25"}}
    assert due(wa("2026-11-20", kind="pitch"), contacts=contacts, kind="share") == []


def test_what_has_slipped_stays_until_a_line_of_yours_names_it():
    late = wa("2026-11-20")
    found = due(late, contacts={**ROSA, "ana": {}}, kind="share")
    assert [(reminder.contact, reminder.late) for reminder in found] == [("ana", True), ("rosa", True)]
    line = {"date": "2026-11-25", "contact": "rosa", "by": "irene", "what": "message", "entry": "harina"}
    assert [r.contact for r in due(late, contacts={**ROSA, "ana": {}}, log=[line], kind="share")] == ["ana"]
    theirs = {**line, "what": "reply", "by": None}
    found = due(late, contacts=ROSA, log=[{k: v for k, v in theirs.items() if v}], kind="share")
    assert [reminder.contact for reminder in found] == ["rosa"]


def test_a_line_may_name_it_with_its_day_even_if_that_has_moved():
    line = {"date": "2026-11-25", "contact": "rosa", "by": "irene", "what": "call", "entry": "2026-11-18-harina"}
    assert due(wa("2026-11-20"), contacts=ROSA, log=[line], kind="share") == []


def test_what_is_published_and_ready_is_still_owed_to_contacts():
    found = one(wa("2026-11-20", channels=["blog", "whatsapp"]), contacts=ROSA, kind="share")
    assert found.late
    assert due(wa("2026-11-20", channels=["blog", "whatsapp"], status="done"), contacts=ROSA, kind="share") == []


@pytest.mark.parametrize(
    ("channel", "said"),
    [
        ("call", "Call rosa: “Entrada”."),
        ("visit", "Meet rosa (Visit): “Entrada”."),
        ("letter", "Write to rosa (Letter): “Entrada”."),
        ("signal", "Write to rosa (Signal): “Entrada”."),
        ("radio", "Bring it to rosa (Radio): “Entrada”."),
    ],
)
def test_what_to_do_depends_on_the_channel(channel, said):
    own = {"signal": {"name": "Signal", "link": "https://signal.me/#p/{phone}"}, "radio": {"name": "Radio"}}
    assert text(one(wa(channels=[channel]), contacts=ROSA, channels=own, kind="share")) == said


def test_it_says_what_to_ask_and_that_it_answers_what_they_said():
    need = {"id": "merma", "heard": "2026-11-20", "from": "rosa", "needs": "Saber cuánta harina tira"}
    found = one(wa(ask="¿Cuánta tiraste?", answers=["merma"]), contacts=ROSA, needs=[need], kind="share")
    assert why(found) == (
        "Planned for December 10, 2026. Ask: ¿Cuánta tiraste? "
        "It answers what they said on November 20, 2026: Saber cuánta harina tira"
    )


# ---- share: one a channel for the rest that do not publish


def test_other_channels_once_each_and_the_blog_never():
    found = due(wa(channels=["blog", "newsletter", "event", "instagram"]), contacts=ROSA, kind="share")
    assert brief(found) == [
        ("2026-12-10", "share.harina.event"),
        ("2026-12-10", "share.harina.instagram"),
        ("2026-12-10", "share.harina.newsletter"),
    ]
    assert {reminder.delegable for reminder in found} == {True}
    assert not one(wa(channels=["newsletter"], kind="pitch")).delegable


def test_a_line_of_work_closes_it_on_that_channel():
    late = wa("2026-11-20", channels=["newsletter", "instagram"])
    line = {"date": "2026-11-21", "by": "irene", "what": "work", "channel": "newsletter", "entry": "harina"}
    assert brief(due(late, log=[line])) == [("2026-11-20", "share.harina.instagram")]
    assert due(late, log=[{key: value for key, value in line.items() if key != "channel"}]) == []


# ---- repetitions

CALL = entry(
    "2026-12-01",
    "conversation",
    "llamada",
    contacts=["rosa"],
    channels=["call"],
    status="ready",
    repeat={"rule": "FREQ=WEEKLY;COUNT=4", "except": ["2026-12-08"]},
)


def test_each_occurrence_has_its_own_numbered_before_exceptions():
    assert brief(due(CALL, contacts=ROSA, kind="share")) == [
        ("2026-12-01", "share.llamada.1.rosa.call"),
        ("2026-12-15", "share.llamada.3.rosa.call"),
        ("2026-12-22", "share.llamada.4.rosa.call"),
    ]


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ({"date": "2026-12-02", "entry": "llamada"}, ["3", "4"]),
        ({"date": "2026-12-13", "entry": "llamada"}, ["1", "4"]),
        ({"date": "2026-12-30", "entry": "llamada"}, ["1", "3"]),
        ({"date": "2026-12-30", "entry": "2026-12-15-llamada"}, ["1", "4"]),
    ],
)
def test_a_line_closes_one_occurrence(line, left):
    log = [{"contact": "rosa", "by": "irene", "what": "call", **line}]
    found = due(CALL, contacts=ROSA, log=log, kind="share")
    assert [reminder.uid.split(".")[2] for reminder in found] == left


def test_what_repeat_says_is_done_gives_none():
    done = {**CALL, "repeat": {**CALL["repeat"], "done": "2026-12-01"}}
    assert len(due(done, contacts=ROSA, kind="share")) == 2


# ---- refresh


def test_a_post_is_looked_through_again_so_long_after_its_date():
    found = one(entry("2026-07-01", slug="guia", kind="reference", status="done", review="180 days"))
    assert brief([found]) == [("2026-12-28", "refresh.guia")]
    assert (found.delegable, found.late) == (True, False)


def test_once_it_was_changed_the_time_runs_from_then():
    keys = {"slug": "guia", "kind": "reference", "status": "done", "review": "180 days"}
    found = one(entry("2026-01-01", updated="2026-07-01", **keys))
    assert brief([found]) == [("2026-12-28", "refresh.guia")]
    assert "July 1, 2026" in why(found)


def test_not_what_has_left_the_site_by_then():
    keys = {"slug": "guia", "status": "done", "review": "30 days"}
    assert one(entry("2026-07-01", **keys)).late
    assert due(entry("2026-07-01", expires="2026-07-31", **keys)) == []
    assert due(entry("2026-07-01", expires="2026-09-01", **keys)) == []
    assert one(entry("2026-07-01", expires="2026-12-02", **keys)).late


def test_not_what_never_happened():
    assert [reminder.kind for reminder in due(entry("2026-07-01", review="30 days"))] == ["prepare"]
