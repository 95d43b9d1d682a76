"""`valuegen import ics`: calendars as Google, Outlook and Apple write them."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
import recurring_ical_events
from icalendar import Calendar

from bench import Bench, MiniWorkspace

GOOGLE = (
    "BEGIN:VCALENDAR\r\nPRODID:-//Google Inc//Google Calendar 70.9054//EN\r\nVERSION:2.0\r\nCALSCALE:GREGORIAN\r\n"
    "X-WR-CALNAME:Taller\r\nX-WR-TIMEZONE:America/Bogota\r\n"
    "BEGIN:VEVENT\r\nDTSTART:20261105T010000Z\r\nDTEND:20261105T013000Z\r\nUID:1@google.com\r\n"
    "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=Rosa Díaz;X-NUM\r\n"
    " -GUESTS=0:mailto:Rosa@horno.example\r\nDESCRIPTION:<b>Privado</b>\\, no lo\r\n  leas\r\n"
    "SUMMARY:Llamada a Rosa\r\nSTATUS:CONFIRMED\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nDTSTART;TZID=America/Bogota:20261006T090000\r\nDTEND;TZID=America/Bogota:20261006T100000\r\n"
    "RRULE:FREQ=WEEKLY;UNTIL=20270101T045959Z;BYDAY=TU\r\nEXDATE;TZID=America/Bogota:20261110T090000\r\nUID:2@google.com\r\n"
    "SUMMARY:Café con los hornos\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nDTSTART;TZID=America/Bogota:20261216T110000\r\nDTEND;TZID=America/Bogota:20261216T120000\r\n"
    "RECURRENCE-ID;TZID=America/Bogota:20261215T090000\r\nUID:2@google.com\r\n"
    "SUMMARY:Café con los hornos\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261224\r\nDTEND;VALUE=DATE:20261227\r\nUID:3@google.com\r\n"
    "SUMMARY:Felicitar la Navidad\r\nSTATUS:TENTATIVE\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nDTSTART;VALUE=DATE:20261228\r\nUID:4@google.com\r\nSUMMARY:Nada\r\nSTATUS:CANCELLED\r\nEND:VEVENT\r\n"
    "END:VCALENDAR\r\n"
)
OUTLOOK = (
    "BEGIN:VCALENDAR\r\nPRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN\r\nVERSION:2.0\r\n"
    "BEGIN:VTIMEZONE\r\nTZID:Romance Standard Time\r\nBEGIN:STANDARD\r\nDTSTART:16011028T030000\r\n"
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nEND:STANDARD\r\n"
    "BEGIN:DAYLIGHT\r\nDTSTART:16010325T020000\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\r\nTZOFFSETFROM:+0100\r\n"
    "TZOFFSETTO:+0200\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n"
    'BEGIN:VEVENT\r\nCLASS:PUBLIC\r\nDTSTART;TZID="Romance Standard Time":20261026T030000\r\n'
    'DTEND;TZID="Romance Standard Time":20261026T033000\r\nRRULE:FREQ=WEEKLY;COUNT=3;BYDAY=MO\r\n'
    "SUMMARY;LANGUAGE=es:Reunión de obrador\r\nUID:040000008200E00074C5B7101A82E008\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nDTSTART:20261208T000000\r\nDTEND:20261209T000000\r\nX-MICROSOFT-CDO-ALLDAYEVENT:TRUE\r\n"
    "SUMMARY:Feria\r\nUID:5\r\nEND:VEVENT\r\nBEGIN:VTODO\r\nSUMMARY:Comprar sal\r\nUID:6\r\nEND:VTODO\r\n"
    "END:VCALENDAR\r\n"
)


@pytest.fixture
def work(bench: Bench) -> MiniWorkspace:
    return bench.workspace(
        {
            "content/private/contacts.yaml": (
                "- {id: rosa, name: Rosa, segments: [panaderias], email: rosa@horno.example}\n"
            )
        }
    )


def bring(work: MiniWorkspace, text: str, *more: str) -> str:
    """Import it, and again: then nothing changes. What was said the first time."""
    work.write("c.ics", text.encode())
    done = work.run("import", "ics", "c.ics", "--segment", "panaderias", "--yes", *more, language="en")
    assert done.exit == 0, done.err
    before = work.tree("content")
    assert work.run("import", "ics", "c.ics", "--segment", "panaderias", "--yes", *more).exit == 0
    assert work.tree("content") == before
    assert work.findings("format") == []
    return done.err


def test_a_calendar_of_google(work: MiniWorkspace) -> None:
    said = bring(work, GOOGLE)
    calendar = work.read("content/calendar/2026.yaml")
    assert (
        "- date: 2026-10-06T09:00\n  title: Café con los hornos\n  slug: cafe-con-los-hornos-2026-10-06\n"
        "  segments: [panaderias]\n  kind: conversation\n  channels: [coffee]\n  status: ready\n  minutes: 60\n"
        '  repeat: {rule: "FREQ=WEEKLY;BYDAY=TU", until: 2026-12-31, except: [2026-11-10, 2026-12-15], '
        "done: 2026-11-24}\n"
    ) in calendar
    assert (
        "- date: 2026-11-04T20:00\n  title: Llamada a Rosa\n  slug: llamada-a-rosa-2026-11-04\n"
        "  contacts: [rosa]\n  kind: conversation\n  channels: [call]\n  status: done\n  minutes: 30\n"
    ) in calendar
    assert "- date: 2026-12-16T11:00\n  title: Café con los hornos\n" in calendar
    assert "slug: felicitar-la-navidad-2026-12-24\n  segments: [panaderias]\n  kind: courtesy\n" in calendar
    assert "status: draft" in calendar
    assert "Privado" not in calendar
    for line in (
        "It was cancelled.",
        "It lasts 3 days: taken as its first.",
        "The description of 1 event is not taken",
        "c.ics:7: “Llamada a Rosa”: taken for `conversation`, with rosa.",
    ):
        assert line in said


def test_a_calendar_of_outlook(work: MiniWorkspace) -> None:
    """At three on a Monday in Madrid it is Sunday in Bogotá."""
    said = bring(work, OUTLOOK)
    calendar = work.read("content/calendar/2026.yaml")
    assert "- date: 2026-10-25T21:00\n  title: Reunión de obrador\n" in calendar
    assert 'repeat: {rule: "FREQ=WEEKLY;COUNT=3;BYDAY=SU", done: 2026-11-08}' in calendar
    assert "- date: 2026-12-08\n  title: Feria\n" in calendar
    assert "It is a task or a note, and no event." in said


def test_only_since_a_day(work: MiniWorkspace) -> None:
    bring(work, GOOGLE, "--since", "2026-12-20")
    calendar = work.read("content/calendar/2026.yaml")
    assert "Felicitar" in calendar
    assert "Café" in calendar  # it goes on till the end of the year
    assert "Llamada" not in calendar


def event(*lines: str) -> str:
    return "\r\n".join(
        ("BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", "UID:1", *lines, "END:VEVENT", "END:VCALENDAR", "")
    )


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (("DTSTART:20261201T090000Z", "SUMMARY:a", "RRULE:FREQ=SECONDLY"), "c.ics:3: SECONDLY is more often"),
        (
            ("DTSTART:20261201T090000Z", "SUMMARY:a", "RRULE:FREQ=DAILY;BYHOUR=1,2"),
            "c.ics:3: It happens more often than once a day.",
        ),
        (("DTSTART:20261201T090000Z", "SUMMARY:a", "RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"), "never happens"),
        (("SUMMARY:a",), "c.ics:3: It has no day."),
        (("DTSTART:20261201T090000Z",), "c.ics:3: There is no title."),
        (("DTSTART:18261201T090000Z", "SUMMARY:a"), "outside the years 1900 to 2199"),
        (("DTSTART:20261201T090000Z", "SUMMARY:a\x07b"), "c.ics:3: There is an invisible control character (U+0007)"),
        (("DTSTART:soon", "SUMMARY:a"), "c.ics"),
    ],
)
def test_what_can_not_be_taken_is_told_with_its_place(work: MiniWorkspace, lines: tuple[str, ...], said: str) -> None:
    work.write("c.ics", event(*lines).encode())
    before = work.tree("content")
    assert said in work.run("import", "ics", "c.ics", "--segment", "panaderias", language="en").err
    assert work.tree("content") == before


def test_a_day_that_is_named_a_thousand_times_is_one_entry(work: MiniWorkspace) -> None:
    days = ",".join(["20261202"] * 1000)
    title = "Café " * 200
    work.write("c.ics", event("DTSTART;VALUE=DATE:20261201", f"RDATE;VALUE=DATE:{days}", f"SUMMARY:{title}"))
    done = work.run("import", "ics", "c.ics", "--segment", "panaderias", "--yes")
    assert done.exit == 0
    assert work.read("content/calendar/2026.yaml").count("title: Café") == 2
    assert max(map(len, done.err.splitlines())) < 200


def test_a_daily_event_of_many_years_is_taken_from_last_year_on(work: MiniWorkspace) -> None:
    said = bring(work, event("DTSTART;VALUE=DATE:20150101", "SUMMARY:Masa", "RRULE:FREQ=DAILY;INTERVAL=2"))
    assert "It repeats more than 1,000 times" in said
    assert 'repeat: {rule: "FREQ=DAILY;INTERVAL=2"' in work.read("content/calendar/2025.yaml")


RULES = (
    "FREQ=WEEKLY;BYDAY=MO,WE;COUNT=9",
    "FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20270701T000000Z",
    "FREQ=DAILY;INTERVAL=3;UNTIL=20270115T035959Z",
    "FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
    "FREQ=MONTHLY;BYMONTHDAY=31",
)


@pytest.mark.parametrize("zone", ["America/Bogota", "Europe/Madrid", "America/Santiago", "UTC"])
@pytest.mark.parametrize("rule", RULES)
def test_the_days_are_those_that_another_reader_finds(work: MiniWorkspace, rule: str, zone: str) -> None:
    """recurring-ical-events reads the same file, and our plan has its days and times, in the zone of the site."""
    start = "DTSTART:20261202T023000Z" if zone == "UTC" else f"DTSTART;TZID={zone}:20261202T213000"
    lines = (start, "SUMMARY:Reunión", f"RRULE:{rule}")
    bring(work, event(*lines))
    site, last = ZoneInfo("America/Bogota"), date(2027, 12, 2)
    found = recurring_ical_events.of(Calendar.from_ical(event(*lines))).between(date(2026, 1, 1), last)
    first = (
        datetime(2026, 12, 2, 2, 30, tzinfo=UTC)
        if zone == "UTC"
        else datetime(2026, 12, 2, 21, 30, tzinfo=ZoneInfo(zone))
    )
    wanted = {one["DTSTART"].dt.astimezone(site).strftime("%Y-%m-%dT%H:%M") for one in found}
    wanted -= {first.astimezone(site).strftime("%Y-%m-%dT%H:%M")}  # whether a rule holds on it is left open
    assert work.run("build", "--quiet", "--fail-on", "error").exit in (0, 1)
    reading = work.run("check", "--format", "json")
    assert reading.exit in (0, 1)
    assert wanted <= _days(work)
    assert {day for day in _days(work) - wanted if day[:10] < "2027-12-01"} <= {
        first.astimezone(site).strftime("%Y-%m-%dT%H:%M")
    }


def _days(work: MiniWorkspace) -> set[str]:
    """Every day on which the plan has it."""
    from valuegen.plan.make import make_plan
    from valuegen.read.workspace import read_workspace

    reading = read_workspace(work.root)
    assert reading.workspace
    plan = make_plan(reading.workspace, reading.as_of, {}, {})
    return {
        f"{one.day}T{one.at:%H:%M}" for one in plan.occurrences if one.entry.title == "Reunión" and one.day and one.at
    }


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("20% off — last places! Buy now", "pitch"),
        ("Curso de masa madre: últimas plazas", "pitch"),
        ("Black Friday", "pitch"),
        ("Visit: the oven that was off 20 days", "conversation"),
        ("Reunión: la oferta de harina de los molinos", "pitch"),  # a word of offers is enough: it is listed for a look
    ],
)
def test_a_title_that_sells_comes_in_as_an_offer_and_is_listed(bench: Bench, title: str, kind: str) -> None:
    event = f"BEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20261215\r\nSUMMARY:{title}\r\nEND:VEVENT\r\n"
    work = bench.workspace({"c.ics": f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{event}END:VCALENDAR\r\n"})
    shown = work.run("import", "ics", "c.ics", "--segment", "panaderias", "--dry-run", language="en")
    assert f"c.ics:4: “{title}”: taken for `{kind}`." in shown.err
    assert f"+   kind: {kind}\n" in shown.out


def test_what_is_to_look_at_of_a_weekly_call_is_told_once(work: MiniWorkspace) -> None:
    """Not on each of its days; and so it is when the workspace is checked."""
    call = (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=America/Bogota:20261207T090000\r\n"
        "RRULE:FREQ=WEEKLY;COUNT=6\r\nSUMMARY:Weekly call\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    work.write("c.ics", call)
    said = work.run("import", "ics", "c.ics", "--segment", "panaderias", "--yes", language="en").err
    assert "monologue once" in said
    shown = work.run("check", "--rule", "monologue", language="en").out
    assert shown.count("«Weekly call»") == 1
    assert "= Y así 5 días más de los que se repite." in shown
    assert work.run("check", "--rule", "monologue", "--verbose", language="en").out.count("«Weekly call»") == 6


def test_the_days_of_a_repetition_that_are_past_are_told(work: MiniWorkspace) -> None:
    work.write(
        "c.ics",
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20240101\r\n"
        "RRULE:FREQ=MONTHLY;UNTIL=20240301\r\nSUMMARY:Llamada\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    )
    said = work.run("import", "ics", "c.ics", "--segment", "panaderias", "--dry-run", language="en").err
    assert "c.ics:3: “Llamada”: its days up to March 1, 2024 are done." in said
