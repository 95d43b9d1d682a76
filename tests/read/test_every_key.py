"""Every key of the format is taken, with its value; and what is left out has its default."""

from datetime import date, time
from decimal import Decimal
from fractions import Fraction

from bench import Bench
from tests.read.full import FULL
from valuegen.model.values import Amount, Rate, When, YearlyDate
from valuegen.read.workspace import read_workspace


def test_the_settings(bench: Bench) -> None:
    reading = read_workspace(bench.workspace(FULL).root)
    assert reading.findings == ()
    assert reading.workspace
    settings = reading.workspace.settings
    assert settings.site.country == "ES-MD"
    assert settings.site.permalinks.post == "/{year}/{month}/{day}/{slug}/"
    assert (settings.closed[0].first, settings.closed[0].last) == (YearlyDate(12, 24), YearlyDate(1, 2))
    assert [(product.id, product.type) for product in settings.products] == [
        ("curso-costos", "service"),
        ("libro", "goods"),
    ]
    assert settings.goals[0].sales == Rate(4, 30)
    assert settings.rules["pitch-share"].options == {"max": "20%", "window": "90 days"}
    assert settings.rules["jargon"].level == "off"
    assert (reading.as_of.day, reading.as_of.zone, reading.as_of.pinned) == (date(2026, 12, 1), "America/Bogota", True)


def test_segments_people_channels(bench: Bench) -> None:
    workspace = read_workspace(bench.workspace(FULL).root).workspace
    assert workspace
    segment = workspace.segments["panaderias"]
    assert (segment.area, segment.address, segment.treatment) == ("A diez cuadras del mercado", "usted", "personal")
    assert (segment.at_least, segment.at_most) == (21, Rate(2, 7))
    assert segment.dates == {"Día del panadero": YearlyDate(8, 8), "Navidad": YearlyDate(12, 24)}
    assert segment.meet is not None
    assert segment.meet.hours == "jueves, 8–10"
    assert workspace.people["irene"].away[0].cover == "tomas"
    blog, visit, own = (workspace.channels[id] for id in ("blog", "visit", "mercado"))
    assert (blog.minutes, blog.max_words, blog.publishes, blog.reach) == (100, 900, True, "broadcast")
    assert (visit.label, own.reach, own.publishes) == ("Visita al horno", "group", False)
    assert workspace.channels["whatsapp"].link == "https://wa.me/{phone}"


def test_entries(bench: Bench) -> None:
    workspace = read_workspace(bench.workspace(FULL).root).workspace
    assert workspace
    entry, call = workspace.entries
    assert entry.date == When(date(2026, 12, 3), time(9, 30))
    assert (entry.review, entry.expires, entry.minutes) == (180, date(2027, 3, 1), 90)
    assert entry.image is not None
    assert entry.image.credit == "Ana Gil"
    assert len(entry.sources) == len(entry.read_next) == 2
    assert entry.allow == {"jargon": "es el nombre de la feria"}
    assert entry.written is not None
    assert entry.written.text == "Pesa lo que barres.\n"
    assert call.repeat is not None
    assert (call.repeat.until, call.repeat.exceptions) == (date(2027, 6, 30), (date(2027, 1, 5),))


def test_what_is_private(bench: Bench) -> None:
    workspace = read_workspace(bench.workspace(FULL).root).workspace
    assert workspace
    assert workspace.contacts
    assert workspace.needs
    assert workspace.log
    rosa = workspace.contacts["rosa"]
    assert (rosa.opted_out, rosa.no_pitches) == (date(2026, 1, 2), True)
    assert rosa.dates["birthday"] == YearlyDate(2, 29, 1980)
    assert rosa.phone == "+57 300 000 0000"
    need = workspace.needs["merma-diciembre"]
    assert (need.sender, need.channel, need.heard) == ("rosa", "visit", date(2026, 10, 12))
    assert workspace.log[2].amount == Amount(Decimal(120), "EUR")
    assert [line.what for line in workspace.log][-1] == "work"


def test_defaults(bench: Bench) -> None:
    reading = read_workspace(bench.workspace().root)
    workspace = reading.workspace
    assert reading.findings == ()
    assert workspace
    assert (workspace.settings.site.theme, workspace.settings.profile) == ("default", "full")
    assert workspace.settings.reminders.leap_day == YearlyDate(2, 28)
    assert workspace.settings.markdown.engine == "markdown-it"
    assert [(person.id, person.name) for person in workspace.people.values()] == [("irene-vidal", "Irene Vidal")]
    assert workspace.contacts is workspace.needs is workspace.log is None
    assert reading.absent == ("contacts", "needs", "log")
    segment = workspace.segments["panaderias"]
    assert (segment.treatment, segment.at_least, segment.at_most) == ("group", 30, Rate(3, 7))


def test_a_share_is_exact() -> None:
    from valuegen.model.values import read_share

    assert read_share("20%") == read_share("0.2") == read_share("0,2") == Fraction(1, 5)


def test_texts_stay_what_was_written(bench: Bench) -> None:
    work = bench.workspace().change("content/calendar/2026.yaml", "¿Cuánta harina tiras en diciembre?", "no")
    work.write(
        "content/private/contacts.yaml", "ana: {name: 0123, segments: panaderias, phone: +57300111, about: 9:30}\n"
    )
    workspace = read_workspace(work.root).workspace
    assert workspace
    assert workspace.contacts
    assert workspace.entries[0].title == "no"
    ana = workspace.contacts["ana"]
    assert (ana.name, ana.phone, ana.about) == ("0123", "+57300111", "9:30")
