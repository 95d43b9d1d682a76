"""`valuegen import ics`: a calendar holds somebody's whole life, of which clients are a part."""

import pytest

from bench import Bench, MiniWorkspace

CONTACTS = """
- {id: rosa, name: Rosa Díaz, segments: [panaderias], email: rosa@horno.example}
- {id: trigal, name: Horno El Trigal, segments: [panaderias]}
- {id: luis, name: Luis Prado, segments: [panaderias]}
- {id: ana, name: Ana Ruiz, segments: [panaderias]}
- {id: ana-gil, name: Ana Gil, segments: [panaderias]}
"""


@pytest.fixture
def work(bench: Bench) -> MiniWorkspace:
    return bench.workspace({"content/private/contacts.yaml": CONTACTS})


def event(title: str, *lines: str, start: str = "DTSTART:20261102T150000Z") -> str:
    return "\r\n".join(("BEGIN:VEVENT", f"UID:{title}", start, f"SUMMARY:{title}", *lines, "END:VEVENT", ""))


def bring(work: MiniWorkspace, *events: str, more: tuple[str, ...] = (), head: str = "") -> tuple[str, str]:
    """The calendar that it makes, and what is said; the same again changes nothing."""
    work.write("c.ics", f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{head}{''.join(events)}END:VCALENDAR\r\n")
    done = work.run("import", "ics", "c.ics", "--yes", *more, language="en")
    assert done.exit == 0, done.err
    before = work.tree("content")
    assert work.run("import", "ics", "c.ics", "--yes", *more).exit == 0
    assert work.tree("content") == before
    assert work.findings("format") == []
    return work.read("content/calendar/2026.yaml"), done.err


def test_what_names_nobody_here_stays_out_though_there_is_one_segment(work: MiniWorkspace) -> None:
    """Nobody's dentist is value for clients."""
    calendar, said = bring(
        work,
        event("Dentista"),
        event("Gimnasio"),
        event("Gimnasio", start="DTSTART:20261103T150000Z"),
        event("Llamada", "ATTENDEE;PARTSTAT=ACCEPTED:mailto:Rosa@horno.example"),
    )
    assert "Dentista" not in calendar
    assert "Gimnasio" not in calendar
    assert "title: Llamada\n  slug: llamada-2026-11-02\n  contacts: [rosa]\n" in calendar
    assert "  c.ics:3: “Dentista” names no client and no segment.\n" in said
    assert "  c.ics:8: “Gimnasio” (2 times) names no client and no segment.\n" in said
    assert "To take it for a segment, add --segment, and choose with --only or --without" in said


@pytest.mark.parametrize(
    ("title", "whose"),
    [
        ("Llamada con Luis", "contacts: [luis]"),
        ("Visita Horno El Trigal", "contacts: [trigal]"),
        ("Cierre con Rosa Diaz", "contacts: [rosa]"),
        ("Café con Rosa y Luis", "contacts: [rosa, luis]"),
        ("Café con Rosa Gómez", ""),  # another Rosa
        ("Rosa", ""),  # no call, no visit: a flower, an aunt
        ("Llamada con Ana", ""),  # there are two
        ("Feria de panaderias", "segments: [panaderias]"),
    ],
)
def test_who_is_named_in_a_title(work: MiniWorkspace, title: str, whose: str) -> None:
    calendar, said = bring(work, event(title))
    assert (f"title: {title}\n" in calendar) == bool(whose)
    assert whose in calendar
    assert whose or f"“{title}” names no client" in said


def test_private_events_and_days_that_programs_fill_in_are_told_once(work: MiniWorkspace) -> None:
    calendar, said = bring(
        work,
        event("Terapia", "CLASS:PRIVATE"),
        event("Banco", "CLASS:CONFIDENTIAL", "ATTENDEE:mailto:rosa@horno.example"),
        event("Constitución", "CATEGORIES:Día festivo"),
        more=("--segment", "panaderias"),
    )
    assert "Terapia" not in calendar + said
    assert "Banco" not in calendar + said
    assert "c.ics:3: 2 events are marked as private, so they stay out." in said
    assert "c.ics:16: 1 holiday or birthday of the calendar's own stays out." in said
    _, said = bring(work, event("Mamá"), head="X-WR-CALNAME:Cumpleaños\r\n", more=("--segment", "panaderias"))
    assert "1 holiday or birthday" in said


def test_who_declined_was_not_there(work: MiniWorkspace) -> None:
    _, said = bring(work, event("Reunión", "ATTENDEE;PARTSTAT=DECLINED:mailto:rosa@horno.example"))
    assert "“Reunión” names no client" in said


@pytest.mark.parametrize(
    ("more", "taken"),
    [
        ((), {"Taller de pan", "Dentista", "Cena taller", "Llamada"}),
        (("--only", "TALLER"), {"Taller de pan", "Cena taller"}),
        (("--only", "taller", "--without", "cena"), {"Taller de pan"}),
        (("--only", "formación"), {"Taller de pan"}),
        (("--only", "@horno.example"), {"Llamada"}),
        (("--without", "dentista", "--without", "llamada"), {"Taller de pan", "Cena taller"}),
        (("--only", "tall"), set()),
    ],
)
def test_what_is_chosen(work: MiniWorkspace, more: tuple[str, ...], taken: set[str]) -> None:
    calendar, said = bring(
        work,
        event("Taller de pan", "CATEGORIES:Formación,Pan"),
        event("Dentista"),
        event("Cena taller"),
        event("Llamada", "ATTENDEE:mailto:rosa@horno.example"),
        more=("--segment", "panaderias", *more),
    )
    titles = ("Taller de pan", "Dentista", "Cena taller", "Llamada")
    assert {title for title in titles if f"title: {title}\n" in calendar} == taken
    left = 4 - len(taken)
    assert (f"{left} event" in said and "left out by --only or --without." in said) == bool(left)


def test_who_says_only_means_the_only_segment(work: MiniWorkspace) -> None:
    assert "segments: [panaderias]" in bring(work, event("Taller"), more=("--only", "taller"))[0]


def test_a_weekly_call_over_summer_time_is_no_entry_a_week(work: MiniWorkspace) -> None:
    """Bogotá does not change its clocks and Madrid does: a repetition, and one warning, for each time of day."""
    call = event("Llamada con Luis", "RRULE:FREQ=WEEKLY;BYDAY=MO", start="DTSTART;TZID=Europe/Madrid:20261005T170000")
    calendar, said = bring(work, call)
    repeats = [line.strip() for line in calendar.splitlines() if "repeat:" in line]
    assert repeats[:2] == [
        'repeat: {rule: "FREQ=WEEKLY;BYDAY=MO", until: 2026-10-19, done: 2026-10-19}',
        'repeat: {rule: "FREQ=WEEKLY;BYDAY=MO", until: 2027-03-22, done: 2026-11-30}',
    ]
    assert "On your site's clock its time changes during the year, so it is 4 repetitions" in said
    assert "monologue 3 times" in said


def test_an_appointment_of_outlook_as_a_table(work: MiniWorkspace) -> None:
    """As in its other form: what is private, and what names nobody, stays out."""
    work.write(
        "c.csv",
        '"Subject","Start Date","All day event","Reminder on/off","Categories","Private"\n'
        '"Dentista","14/12/2026","False","True","","False"\n"Terapia","14/12/2026","False","True","","True"\n'
        '"Llamada con Luis","15/12/2026","False","True","","False"\n'
        '"Visita","16/12/2026","False","True","Panaderias","False"\n',
    )
    done = work.run("import", "csv", "c.csv", "--dry-run", language="en")
    assert "title: Llamada con Luis" in done.out
    assert "contacts: [luis]" in done.out
    assert "title: Visita" in done.out
    assert "segments: [panaderias]" in done.out
    assert "c.csv:2: “Dentista” names no client and no segment: add --segment." in done.err
    assert "c.csv:3: It is marked as private." in done.err
    assert "Terapia" not in done.out
    assert "title: Dentista" in work.run("import", "csv", "c.csv", "--segment", "panaderias", "--dry-run").out
