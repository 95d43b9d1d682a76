"""A made-up workspace of entries in calendar files, with clients, what they need and what they said."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

AS_OF = date(2026, 12, 1)
KINDS = ("industry", "expertise", "reference", "conversation", "industry", "pitch")
CHANNELS = ("blog", "email", "whatsapp", "visit")


def workspace(entries: int) -> Iterator[tuple[str, str]]:
    """Files of a made-up workspace: a segment a hundred entries, ten clients each, what they need and said."""
    chance = random.Random(entries)
    segments = [f"s{n}" for n in range(max(1, entries // 100))]
    contacts = [f"c{n}" for n in range(len(segments) * 10)]
    rules = "".join(f"  {name}: note\n" for name in ("unsolicited", "unapproved"))
    yield (
        "valuegen.yaml",
        (
            f"site: {{title: Banco, url: https://banco.example, as_of: {AS_OF}}}\n"
            f"products: [{{id: curso, name: Curso de costos, url: https://banco.example/curso}}]\nrules:\n{rules}"
        ),
    )
    yield "content/people.yaml", people()
    yield "content/segments.yaml", "".join(segment(id, chance) for id in segments)
    yield "content/private/contacts.yaml", "".join(contact(id, chance, segments) for id in contacts)
    yield "content/private/needs.yaml", "".join(need(id, chance) for id in contacts)
    yield "content/private/log.yaml", "".join(line(id, chance) for id in contacts for _ in range(3))
    for first in range(0, entries, 1_000):
        rows = (entry(number, chance, segments) for number in range(first, min(entries, first + 1_000)))
        yield f"content/calendar/{first:07}.yaml", "".join(rows)


def people() -> str:
    """Two people: one of them is away for a time."""
    return (
        "ana: {name: Ana Gil, role: principal, email: ana@banco.example, knows: [a, b], minutes_per_week: 600}\n"
        "luis: {name: Luis Mora, email: luis@banco.example, away: [{from: 2027-01-10, to: 2027-01-20, cover: ana}]}\n"
    )


def segment(id: str, chance: random.Random) -> str:
    """One segment."""
    treatment = chance.choice(["personal", "group", "broadcast"])
    return f"{id}: {{name: Grupo {id}, treatment: {treatment}, cares_about: [a, b], channels: [blog, email, visit]}}\n"


def contact(id: str, chance: random.Random, segments: list[str]) -> str:
    """One client."""
    of = chance.choice(segments)
    wish = chance.choice(
        ["", "", "", ", opted_out: 2026-11-01", ", no_pitches: 2026-10-01", ", agreed: {on: 2025-01-01}"]
    )
    return f"- {{id: {id}, name: Cliente {id}, segments: [{of}], email: {id}@clientes.example{wish}}}\n"


def need(id: str, chance: random.Random) -> str:
    """Something heard."""
    return f"- {{id: n-{id}, heard: {day(chance, -200, 0)}, from: {id}, needs: Saber algo}}\n"


def line(id: str, chance: random.Random) -> str:
    """A line of the log."""
    what = chance.choice(["message", "reply", "call", "answer", "inquiry"])
    by = "" if what in ("reply", "inquiry") else ", by: ana"
    return f"- {{date: {day(chance, -200, 0)}, contact: {id}, channel: email, what: {what}, minutes: 5{by}}}\n"


def entry(number: int, chance: random.Random, segments: list[str]) -> str:
    """One entry, in four years around the day."""
    when = day(chance, -700, 700)
    status = "done" if when < AS_OF else "ready"
    text = f", text: 'Una frase con {number} panes. ¿Y la tuya?'" if number % 10 == 0 else ""
    return (
        f"- {{date: {when}, title: Entrada {number}, slug: e{number}, segments: [{chance.choice(segments)}], "
        f"kind: {chance.choice(KINDS)}, topics: [{chance.choice('abc')}], channels: [{chance.choice(CHANNELS)}], "
        f"status: {status}{text}}}\n"
    )


def day(chance: random.Random, first: int, last: int) -> date:
    """A day, so many from today."""
    return AS_OF + timedelta(days=chance.randint(first, last))
