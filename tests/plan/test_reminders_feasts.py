"""greet: the yearly dates of contacts and of their segments."""

import pytest
from planning import entry
from reminding import brief, due, text, why

REPLY = {"date": "2026-11-29", "contact": "rosa", "what": "reply"}


def yours(on, what="message", **keys):
    return {"date": on, "contact": "rosa", "by": "irene", "what": what, **keys}


def greetings(dates, as_of="2026-12-01", log=(), **parts):
    return due(
        contacts={"rosa": {"dates": dates, **parts.pop("contact", {})}}, as_of=as_of, log=log, kind="greet", **parts
    )


def test_birthdays_come_every_year_with_notice():
    (found,) = greetings({"birthday": "1980-12-20"})
    assert brief([found]) == [("2026-12-20", "greet.birthday.rosa.2026")]
    assert text(found) == "Congratulate rosa, who turns 46 on December 20."
    assert text(found, "es") == "Felicita a rosa, que cumple 46 años el 20 de diciembre."
    assert (found.notice, found.owner, found.delegable) == (2, "irene", False)
    assert greetings({"birthday": "12-20"}, reminders={"greet": "1 week"})[0].notice == 7


def test_without_a_year_nothing_is_counted():
    assert text(greetings({"birthday": "12-20"})[0]) == "Congratulate rosa, whose birthday is on December 20."
    assert text(greetings({"wedding": "12-20"})[0], "es") == (
        "Felicita a rosa el 20 de diciembre: aniversario de boda."
    )
    assert (
        text(greetings({"abrió su horno": "2016-12-20"})[0]) == "Greet rosa on December 20: abrió su horno (10 years)."
    )
    assert text(greetings({"abrió su horno": "2025-12-20"})[0]) == "Greet rosa on December 20: abrió su horno (1 year)."
    assert text(greetings({"abrió su horno": "2026-12-20"})[0]) == "Greet rosa on December 20: abrió su horno."


def test_a_child_is_counted_from_its_first_year():
    assert text(greetings({"birthday": "2025-12-20"})[0]) == "Congratulate rosa, who turns 1 on December 20."
    assert text(greetings({"birthday": "2026-12-20"})[0]) == "Congratulate rosa, whose birthday is on December 20."
    assert text(greetings({"birthday": "2025-11-30"})[0]) == "Congratulate rosa, who turned 1 on November 30."
    assert text(greetings({"birthday": "2026-11-30"})[0]) == "Congratulate rosa, whose birthday was on November 30."


def test_a_birthday_that_has_passed_is_told_as_past():
    (found,) = greetings({"birthday": "1980-11-30"}, reminders={"horizon": "30 days"})
    assert found.late
    assert text(found) == "Congratulate rosa, who turned 46 on November 30."
    assert text(found, "es") == "Felicita a rosa, que cumplió 46 años el 30 de noviembre."
    (found,) = greetings({"birthday": "11-30"}, reminders={"horizon": "30 days"})
    assert text(found) == "Congratulate rosa, whose birthday was on November 30."
    (found,) = greetings({"birthday": "1980-12-01"}, reminders={"horizon": "30 days"})
    assert text(found) == "Congratulate rosa, who turns 46 on December 1."


def test_nothing_is_greeted_before_it_was():
    assert greetings({"wedding": "2027-12-20"}) == []
    assert brief(greetings({"wedding": "2027-02-20"})) == [("2027-02-20", "greet.wedding.rosa.2027")]


@pytest.mark.parametrize(
    ("as_of", "leap_day", "expected"),
    [
        ("2026-12-01", None, "2027-02-28"),
        ("2026-12-01", "03-01", "2027-03-01"),
        ("2027-12-01", "03-01", "2028-02-29"),
        ("2026-12-01", "02-29", "2027-02-28"),
    ],
)
def test_who_was_born_on_the_29th_of_february(as_of, leap_day, expected):
    settings = {"reminders": {"leap_day": leap_day}} if leap_day else {}
    (found,) = greetings({"birthday": "1980-02-29"}, as_of, **settings)
    assert brief([found]) == [(expected, f"greet.birthday.rosa.{expected[:4]}")]


def test_over_the_end_of_a_year_and_over_several():
    assert brief(greetings({"birthday": "01-02"}, "2026-12-31")) == [("2027-01-02", "greet.birthday.rosa.2027")]
    found = greetings({"birthday": "12-20"}, reminders={"horizon": "800 days"})
    assert [reminder.due.year for reminder in found] == [2026, 2027, 2028]


def test_the_horizon_is_the_last_day():
    assert len(greetings({"x": "12-31"}, reminders={"horizon": "30 days"})) == 1
    assert greetings({"x": "01-01"}, reminders={"horizon": "30 days"}) == []


def test_a_greeting_that_was_missed_can_still_be_given_for_a_week():
    assert [found.late for found in greetings({"birthday": "11-24"})] == [True]
    assert greetings({"birthday": "11-23"}) == []


@pytest.mark.parametrize(("on", "left"), [("2026-11-26", 1), ("2026-11-27", 0), ("2026-11-29", 0), ("2026-12-01", 0)])
def test_whom_you_spoke_with_about_then_is_greeted(on, left):
    assert len(greetings({"birthday": "11-29"}, log=[yours(on, "call")])) == left


def test_a_line_of_theirs_is_no_greeting():
    assert len(greetings({"birthday": "11-29"}, log=[REPLY])) == 1


def test_the_dates_of_a_segment_are_for_each_of_its_contacts_once():
    segments = {"a": {"dates": {"Navidad": "12-24"}}, "b": {"dates": {"Navidad": "12-24"}}}
    contacts = {"rosa": {"segments": ["a", "b"]}, "ana": {}, "leo": {"status": "gone"}}
    assert brief(due(contacts=contacts, segments=segments, kind="greet")) == [
        ("2026-12-24", "greet.navidad.ana.2026"),
        ("2026-12-24", "greet.navidad.rosa.2026"),
    ]


def test_dates_whose_names_look_alike_are_told_apart():
    segments = {
        "a": {"dates": {"Día del pan": "12-10"}},
        "b": {"dates": {"Día del pan": "12-16", "Día del pan!": "12-17"}},
    }
    found = due(contacts={"rosa": {"segments": ["a", "b"]}}, segments=segments, kind="greet")
    assert brief(found) == [
        ("2026-12-10", "greet.dia-del-pan.rosa.2026"),
        ("2026-12-16", "greet.dia-del-pan-2.rosa.2026"),
        ("2026-12-17", "greet.dia-del-pan-3.rosa.2026"),
    ]


def test_the_latest_three_notes_go_with_it():
    log = [yours(f"2026-0{month}-01", "call", note=f"Nota {month}") for month in (5, 6, 7, 8)]
    (found,) = greetings({"birthday": "12-20"}, log=[*log, yours("2026-12-05", note="Mañana")])
    assert why(found) == "The latest you know: Aug 1, 2026 · Nota 8 | Jul 1, 2026 · Nota 7 | Jun 1, 2026 · Nota 6"
    assert "no notes" in why(greetings({"birthday": "12-20"})[0])


@pytest.mark.parametrize(
    ("wish", "days"),
    [({"opted_out": "2026-12-20"}, 0), ({"opted_out": "2026-12-21"}, 1), ({"status": "gone"}, 0)],
)
def test_nobody_is_greeted_who_is_out_by_then(wish, days):
    assert len(greetings({"birthday": "12-20"}, contact=wish)) == days


def test_an_entry_of_courtesy_on_that_very_day_is_the_greeting():
    card = entry("2026-12-20", "courtesy", contacts=["rosa"], channels=["card"], status="ready")
    contacts = {"rosa": {"dates": {"birthday": "12-20"}}}
    assert due(card, contacts=contacts, kind="greet") == []
    assert len(due(card, contacts=contacts, kind="share")) == 1
    for other in (
        {**card, "date": "2026-12-18"},
        {**card, "kind": "industry"},
        {**card, "status": "idea"},
        {**card, "channels": ["newsletter"], "contacts": [], "segments": ["a"]},
    ):
        assert len(due(other, contacts=contacts, kind="greet")) == 1
