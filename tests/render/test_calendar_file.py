"""reminders.ics, read back by parsers that know nothing of each other: it says what the .json says."""

import json
import re
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import icalendar
import pytest
from calendar_readers import READERS, by_icalendar, by_vobject
from hypothesis import given, settings
from hypothesis import strategies as st
from planning import entry
from reminding import plan

from valuegen.pages.reminder_files import ReminderList, reminder_list
from valuegen.plan.reminders import reminders_of
from valuegen.plan.types import Reminder
from valuegen.render.calendar_file import calendar_file
from valuegen.render.tables import as_data, json_file
from valuegen.words import msg


def listed(
    *entries: Any, language: str = "es", zone: str = "America/Bogota", title: str = "Taller", **parts: Any
) -> ReminderList:
    site = {"title": title, "url": "https://levadura.example", "language": language, "timezone": zone}
    made = plan(*entries, zone=zone, site=site, **parts)
    return reminder_list(made, reminders_of(made))


def wa(on: str, **keys: Any) -> dict[str, Any]:
    return entry(on, **{"channels": ["whatsapp"], "status": "ready", "contacts": ["rosa"], **keys})


ROSA = {"rosa": {"phone": "+57 300", "channel": "whatsapp", "dates": {"birthday": "1980-12-20"}}}
LOG = [{"date": "2026-11-30", "contact": "rosa", "what": "reply", "note": "Sí; «ya», y\n\n  más\\\\ cosas"}]


def simple(title: str = "Título", note: str | None = None) -> ReminderList:
    reminder = Reminder(
        "share.x@levadura.example",
        "share",
        date(2026, 12, 3),
        None,
        "irene",
        msg("{title}", title=title),
        msg("{note}", note=note or title),
        link="https://levadura.example/?a=1;b,c",
    )
    return ReminderList("Taller", (reminder,), {"irene": "Irene"}, "es", date(2026, 12, 1), "UTC")


def one_of_all() -> ReminderList:
    return listed(wa("2026-12-10T09:30"), wa("2026-12-12", slug="y"), contacts=ROSA, log=LOG)


@READERS
def test_each_event_says_what_the_json_says(read):
    made = one_of_all()
    events, reminders = read(calendar_file(made)), json.loads(json_file(made))["reminders"]
    assert len(events) == len(reminders) >= 5
    for event, reminder, source in zip(events, reminders, made.reminders, strict=True):
        assert [event[key] for key in ("uid", "text", "kind", "link")] == [
            reminder[key] for key in ("uid", "text", "kind", "link")
        ]
        assert " ".join(reminder["why"].split()) in " ".join(event["description"].split())
        if reminder["time"] is None:
            assert event["start"] == date.fromisoformat(reminder["due"])
        else:
            local = datetime.fromisoformat(f"{reminder['due']}T{reminder['time']}").replace(tzinfo=ZoneInfo(made.zone))
            assert event["start"] == local
            assert event["start"].utcoffset() == timedelta(0)
        assert event["stamp"] == datetime(2026, 12, 1, tzinfo=UTC)
        assert event["alarm"] == ([timedelta(days=-source.notice)] if source.notice else [])
    assert sum(bool(event["alarm"]) for event in events) == 1


@READERS
@pytest.mark.parametrize(
    ("zone", "on", "instant"),
    [
        ("Europe/Madrid", "2027-03-27T09:30", "2027-03-27T08:30"),
        ("Europe/Madrid", "2027-03-28T09:30", "2027-03-28T07:30"),
        ("Europe/Madrid", "2026-12-31T00:15", "2026-12-30T23:15"),
        ("America/New_York", "2027-03-14T03:30", "2027-03-14T07:30"),
        ("America/Bogota", "2026-12-31T23:30", "2027-01-01T04:30"),
        # no summer time any more: the Sunday on which it used to begin, and the day before
        ("America/Mexico_City", "2027-04-03T09:30", "2027-04-03T15:30"),
        ("America/Mexico_City", "2027-04-04T09:30", "2027-04-04T15:30"),
        ("America/Mexico_City", "2027-04-04T02:30", "2027-04-04T08:30"),
        ("America/Argentina/Buenos_Aires", "2026-12-31T22:30", "2027-01-01T01:30"),
        ("America/Argentina/Buenos_Aires", "2027-03-15T09:30", "2027-03-15T12:30"),
        # summer time ends there at the end of 3 April, and begins again with 5 September
        ("America/Santiago", "2027-04-03T09:30", "2027-04-03T12:30"),
        ("America/Santiago", "2027-04-03T23:30", "2027-04-04T02:30"),
        ("America/Santiago", "2027-04-04T00:15", "2027-04-04T04:15"),
        ("America/Santiago", "2027-09-04T23:30", "2027-09-05T03:30"),
        ("America/Santiago", "2027-09-05T01:00", "2027-09-05T04:00"),
        ("Asia/Kathmandu", "2026-12-05T09:00", "2026-12-05T03:15"),
        ("Pacific/Auckland", "2026-12-05T09:00", "2026-12-04T20:00"),
    ],
)
def test_a_time_is_an_instant_whatever_the_clocks_do(read, zone, on, instant):
    made = listed(wa(on), contacts=ROSA, zone=zone, reminders={"horizon": "300 days"})
    events = [event for event in read(calendar_file(made)) if event["kind"] == "share"]
    assert [event["start"] for event in events] == [datetime.fromisoformat(instant).replace(tzinfo=UTC)]


def test_of_a_doubled_hour_the_first_is_meant():
    made = listed(wa("2026-10-25T02:30"), contacts=ROSA, zone="Europe/Madrid", as_of="2026-10-01")
    starts = [event["start"] for event in by_icalendar(calendar_file(made)) if event["kind"] == "share"]
    assert starts == [datetime(2026, 10, 25, 0, 30, tzinfo=UTC)]


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=200)


@settings(max_examples=150)
@given(TEXTS, TEXTS)
def test_any_text_comes_back_and_no_line_is_too_long(title, note):
    data = calendar_file(simple(title, note))
    lines = data.split(b"\r\n")
    assert lines[-1] == b""
    assert all(len(line) <= 75 for line in lines)
    assert not re.search(rb"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]", data)
    assert b"\n" not in data.replace(b"\r\n", b"")
    for line in lines:
        line.decode()
    for read in (by_icalendar, by_vobject):
        (event,) = read(data)
        assert event["text"].split() == _bearable(title).split()
        assert _bearable(note).split() == event["description"].split()[: len(_bearable(note).split())]


def _bearable(text: str) -> str:
    return re.sub(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]", " ", text.replace("\r\n", "\n").replace("\r", "\n"))


@READERS
def test_a_backslash_before_a_letter_is_no_end_of_a_line(read):
    title = "C:\\Notas\\nuevas \\; \\\\N"
    (event,) = read(calendar_file(simple(title)))
    assert event["text"] == title


def test_long_texts_are_folded_between_characters():
    title = "ñ日本🥖" * 60
    data = calendar_file(simple(title))
    assert max(map(len, data.split(b"\r\n"))) <= 75
    assert by_icalendar(data)[0]["text"] == by_vobject(data)[0]["text"] == title


def test_what_could_break_out_of_a_line_stays_in_it():
    data = calendar_file(simple("x\r\nATTENDEE:mailto:a@b.example\r\nEND:VEVENT"))
    assert b"\r\nATTENDEE" not in data
    assert data.count(b"\r\nEND:VEVENT") == 1


def test_the_head_of_the_file():
    made = listed(contacts={}, title="Taller; de Irene, y «más»")
    calendar = icalendar.Calendar.from_ical(calendar_file(made))
    assert calendar["VERSION"] == "2.0"
    assert calendar["PRODID"].startswith("-//valuegen")
    # both are TEXT (RFC 7986, and RFC 5545 for what begins with X-), which icalendar reads back as it stands
    lines = calendar_file(made).decode().split("\r\n")
    for name in ("NAME", "X-WR-CALNAME"):
        assert f"{name}:Taller\\; de Irene\\, y «más»" in lines
    assert b"VTIMEZONE" not in calendar_file(made)
    assert b"SEQUENCE" not in calendar_file(made)


def test_all_day_events_end_the_next_day_and_block_nobody():
    (event,) = icalendar.Calendar.from_ical(calendar_file(simple())).walk("VEVENT")
    assert event["DTEND"].dt == date(2026, 12, 4)
    assert event["TRANSP"] == "TRANSPARENT"


def test_a_calendar_a_person_holds_their_own_alone():
    people = {"irene": {}, "tomas": {}}
    made = plan(wa("2026-12-10", author="tomas"), contacts=ROSA, people=people, log=LOG)
    everything = reminders_of(made)
    theirs = {person: reminder_list(made, everything, person) for person in people}
    assert {one.owner for one in theirs["tomas"].reminders} == {"tomas"}
    assert sum(len(each.reminders) for each in theirs.values()) == len(everything)
    assert theirs["tomas"].title.endswith("· tomas")


def test_two_builds_are_the_same_bytes():
    assert calendar_file(one_of_all()) == calendar_file(one_of_all())


def test_the_json_has_each_field_of_the_format():
    data = json.loads(json_file(one_of_all()))
    assert list(data) == ["version", "as_of", "reminders"]
    assert (data["version"], data["as_of"]) == (1, "2026-12-01")
    assert {tuple(reminder) for reminder in data["reminders"]} == {
        ("uid", "kind", "due", "time", "owner", "text", "why", "contact", "entry", "need", "link", "delegable", "late")
    }
    assert data["reminders"][0] == as_data(one_of_all().reminders[0], "es")
