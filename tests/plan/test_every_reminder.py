"""A reminder of each sort, with all that it says and holds, in both languages, and the line of the log that closes it.

`--accept` writes them anew.
"""

from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from planning import entry
from reminding import HOST, plan, text, why

from valuegen.plan.closing import closing_line
from valuegen.plan.reminders import reminders_of
from valuegen.plan.types import Plan, Reminder

EXPECTED = Path(__file__).with_name("every_reminder.txt")

PEOPLE = {
    "irene": {"name": "Irene Vidal", "email": "irene@levadura.example"},
    "omar": {"name": "Omar Paz", "away": [{"from": "2026-12-05", "to": "2026-12-06", "cover": "irene"}]},
}
SEGMENTS = {"a": {"name": "Panaderías", "dates": {"Navidad": "12-24"}}, "b": {"name": "Cafés", "owner": "omar"}}
CONTACTS: dict[str, Any] = {
    "rosa": {"name": "Rosa", "channel": "whatsapp", "phone": "+57 300 123 4567", "dates": {"birthday": "1980-12-10"}},
    "ana": {"name": "Ana", "channel": "call", "phone": "+57 300 123 4568", "dates": {"wedding": "2016-12-09"}},
    "leo": {"name": "Leo", "channel": "email", "email": "leo@horno.example", "owner": "omar", "segments": "b"},
    "eva": {
        "name": "Eva",
        "channel": "visit",
        "cadence": {"at_least": "1 week"},
        "dates": {"abrió su horno": "2025-12-08"},
    },
    "new": {"name": "Nuevo", "dates": {"birthday": "11-29"}},
}
LOG = [
    {"date": "2026-10-01", "contact": "rosa", "what": "sale", "product": "curso", "by": "irene"},
    {"date": "2026-10-02", "contact": "ana", "what": "sale", "by": "irene", "note": "Llevó dos sacos"},
    {"date": "2026-10-20", "contact": "ana", "what": "call", "by": "irene", "note": "Tiene horno nuevo"},
    {"date": "2026-11-20", "contact": "eva", "what": "visit", "by": "irene"},
    {"date": "2026-11-25", "contact": "leo", "what": "inquiry", "note": "¿Cuánto cuesta?", "entry": "guia"},
    {"date": "2026-11-28", "contact": "rosa", "what": "reply", "channel": "email"},
]
NEEDS = [
    {"id": "merma", "heard": "2026-11-02", "from": "rosa", "needs": "Saber cuánta harina tira", "asked": "¿Y eso?"},
    {"id": "precio", "heard": "2026-11-03", "from": "leo", "needs": "Poner precio"},
    {"id": "nadie", "heard": "2026-11-04", "segment": "b", "needs": "Que dure más"},
    {"id": "suelto", "heard": "2026-11-05", "needs": "Hornear de noche"},
]
ENTRIES = (
    entry("2026-10-15", slug="guia", title="Guía", status="done", channels=["blog"], review="6 weeks"),
    entry("2026-11-20", slug="tarde", title="Tarde", status="draft", channels=["blog", "newsletter"]),
    entry("2026-12-04T09:30", slug="carta", title="Carta", status="ready", channels=["newsletter"], ask="¿Y la tuya?"),
    entry("2026-12-05", slug="mano", title="A mano", status="ready", channels=["whatsapp", "call", "visit"]),
    entry("2026-12-06", slug="merma", title="Merma", status="ready", contacts=["rosa"], channels=["whatsapp"])
    | {"answers": ["merma"], "ask": "¿Cuánta?"},
    entry("2026-12-07", slug="precio", title="Precio", status="ready", channels=["blog"], answers=["precio"]),
    entry("2026-12-12", "pitch", slug="curso", title="Curso", status="review", channels=["newsletter"], writer="omar"),
    entry("2026-12-13", slug="libreta", title="Libreta", status="draft", channels=["sms"], writer="omar"),
    entry("2026-12-14", "courtesy", slug="tarjeta", title="Tarjeta", status="ready", contacts=["ana"]),
    entry("2026-12-02", slug="nota", title="Nota", status="ready", channels=["blog"])
    | {"repeat": {"rule": "FREQ=WEEKLY;COUNT=2"}, "review": "1 week"},
)


def shown(plan: Plan, reminder: Reminder) -> str:
    """Its texts, then whatever else it holds that is not the default."""
    said = [form(reminder, language) for form in (text, why) for language in ("en", "es")]
    held = {field.name: getattr(reminder, field.name) for field in fields(reminder)} | {"due": reminder.due.isoformat()}
    others = [f"  {name}: {value}" for name, value in held.items() if value and name not in ("text", "why", "uid")]
    others += [f"  closed by: {line}" for line in [closing_line(plan, reminder)] if line]
    return "\n".join([reminder.uid.removesuffix(HOST), *(f"  {line}" for line in said), *others])


def test_every_reminder(request: pytest.FixtureRequest) -> None:
    parts = {"people": PEOPLE, "segments": SEGMENTS, "contacts": CONTACTS, "log": LOG, "needs": NEEDS}
    settings = {"products": [{"id": "curso", "name": "El curso"}], "reminders": {"horizon": "30 days"}}
    made = plan(*ENTRIES, **parts, **settings)
    told = "\n".join(shown(made, one) for one in reminders_of(made)).replace("\xa0", " ").replace("\u202f", " ") + "\n"
    if request.config.getoption("--accept"):
        EXPECTED.write_text(told, "utf-8")
    assert told.splitlines() == EXPECTED.read_text("utf-8").splitlines()
