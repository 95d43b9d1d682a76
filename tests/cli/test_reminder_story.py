"""Reminders from build to build: what is done or taken out of a repetition leaves the calendar, all else stays."""

import icalendar
import pytest

CALENDAR = "content/calendar/2026.yaml"
FILES = {
    CALENDAR: """
        - {date: 2026-12-01, title: Hoy, slug: hoy, segments: [panaderias], kind: industry, status: ready, ask: ¿Eh?,
           text: Hola.}
        - {date: 2026-12-02, title: Llamada, slug: llamada, contacts: [ana], kind: conversation, ask: ¿Eh?,
           channels: [call], status: ready, repeat: {rule: FREQ=WEEKLY;COUNT=4}}
        - {date: 2026-12-03T09:30, title: Visita, slug: visita, contacts: [rosa], kind: conversation, ask: ¿Eh?,
           channels: [whatsapp], status: ready}
        """,
    "content/private/contacts.yaml": """
        - {id: rosa, name: Rosa Díaz, segments: [panaderias], channel: whatsapp, phone: "+57 300 111 2233",
           dates: {birthday: 1980-02-29}}
        - {id: ana, name: Ana Gil, segments: [panaderias]}
        """,
    "content/private/log.yaml": "- {date: 2026-11-28, contact: rosa, what: reply, note: Preguntó por el horno}\n",
}


@pytest.fixture
def work(bench):
    return bench.workspace(FILES)


def events(work, *arguments):
    """What a calendar that is subscribed to holds after the next build: uid, without its host → day or instant."""
    done = work.run("build", *arguments)
    assert done.exit == 0, done.err
    calendar = icalendar.Calendar.from_ical(work.read("site/planner/reminders.ics"))
    return {str(event["UID"]).partition("@")[0]: event["DTSTART"].dt.isoformat() for event in calendar.walk("VEVENT")}


def calls(found):
    return {uid: day for uid, day in found.items() if uid.startswith("share.llamada")}


FOUR = {
    "share.llamada.1.ana.call": "2026-12-02",
    "share.llamada.2.ana.call": "2026-12-09",
    "share.llamada.3.ana.call": "2026-12-16",
    "share.llamada.4.ana.call": "2026-12-23",
}


def test_what_is_done_is_gone_from_the_next_build_and_nothing_else(work):
    before = events(work)
    (answer,) = (uid for uid in before if uid.startswith("answer.rosa"))
    for uid in (answer, "share.visita.rosa.whatsapp", "share.llamada.1.ana.call"):
        assert uid in before
        assert work.run("remind", "--done", uid, "--yes").exit == 0
        after = events(work)
        gone = {uid: day for uid, day in before.items() if not uid.startswith("reconnect")}.items() - after.items()
        assert {one for one, _ in gone} == {uid}
        before = after


def test_a_day_taken_out_of_a_repetition_takes_its_event_alone(work):
    assert calls(events(work)) == FOUR
    work.change(CALENDAR, "COUNT=4}", "COUNT=4, except: [2026-12-09]}")
    assert calls(events(work)) == {uid: day for uid, day in FOUR.items() if day != "2026-12-09"}


def test_a_repetition_that_moves_keeps_its_uids(work):
    events(work)
    work.change(CALENDAR, "date: 2026-12-02, title: Llamada", "date: 2026-12-04, title: Otra llamada")
    assert calls(events(work)) == {uid: f"2026-12-{int(day[-2:]) + 2:02}" for uid, day in FOUR.items()}


def test_one_that_becomes_rarer_or_shorter(work):
    work.change(CALENDAR, "FREQ=WEEKLY;COUNT=4", "FREQ=WEEKLY;INTERVAL=2;COUNT=2")
    assert calls(events(work)) == {"share.llamada.1.ana.call": "2026-12-02", "share.llamada.2.ana.call": "2026-12-16"}


def test_what_of_a_repetition_is_done_is_said_of_its_days_up_to_then(work):
    work.change(CALENDAR, "COUNT=4}", "COUNT=4, done: 2026-12-09}")
    assert calls(events(work, "--as-of", "2026-12-10")) == {uid: day for uid, day in FOUR.items() if day > "2026-12-09"}


def test_an_entry_that_moves_or_is_named_anew_keeps_its_uid(work):
    assert events(work)["share.visita.rosa.whatsapp"] == "2026-12-03T14:30:00+00:00"
    work.change(CALENDAR, "2026-12-03T09:30, title: Visita", "2026-12-05T18:00, title: Te visito")
    assert events(work)["share.visita.rosa.whatsapp"] == "2026-12-05T23:00:00+00:00"


@pytest.mark.parametrize(
    ("leap_day", "as_of", "day"),
    [
        (None, "2027-01-10", "2027-02-28"),
        ("03-01", "2027-01-10", "2027-03-01"),
        ("02-28", "2028-01-10", "2028-02-29"),
    ],
)
def test_29_february(work, leap_day, as_of, day):
    if leap_day:
        work.change("valuegen.yaml", "site:", f"reminders: {{leap_day: {leap_day}}}\nsite:")
    done = work.run("remind", "--on", as_of, "--format", "ics")
    assert done.exit == 0, done.err
    found = [event for event in icalendar.Calendar.from_ical(done.out).walk("VEVENT") if "greet" in event["UID"]]
    assert [(str(event["UID"])[:24], event["DTSTART"].dt.isoformat()) for event in found] == [
        (f"greet.birthday.rosa.{as_of[:4]}", day)
    ]


def test_many_strangers_of_a_segment_may_be_readers(bench):
    people = "".join(f"- {{id: c{n}, name: Cliente {n}, segments: [panaderias]}}\n" for n in range(5))
    work = bench.workspace({"content/private/contacts.yaml": people, "content/private/log.yaml": "[]"})
    told = work.run("remind")
    assert told.exit == 0
    assert "Con 5 de «Panaderías de barrio» no has hablado nunca." in told.err
    assert "`treatment: broadcast`" not in work.run("remind", "--quiet").err
    work.change("content/private/contacts.yaml", "- {id: c4, name: Cliente 4, segments: [panaderias]}\n", "")
    assert "no has hablado nunca" not in work.run("remind").err
