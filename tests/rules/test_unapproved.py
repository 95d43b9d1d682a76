"""`unapproved`, sentence by sentence of 3-rules.md. `as_of` is 2026-12-01, and 3 days before is soon enough."""

from typing import Any

from small_plan import entry, found, plan_of, spots, told

RULE = "unapproved"


def on(*days: str, **values: Any) -> list[dict[str, Any]]:
    return [entry(day, text=f"Texto {at}.", **values) for at, day in enumerate(days)]


def test_it_is_off_until_somebody_wants_it() -> None:
    assert not found(plan_of(on("2026-12-03")), RULE)
    for level in ("note", "warning", "error"):
        assert spots(plan_of(on("2026-12-03"), rules={RULE: level}), RULE) == [(None, "2026-12-03-e1", level)]


def test_within_lead_days_or_past() -> None:
    plan = plan_of(on("2026-11-20", "2026-12-01", "2026-12-04", "2026-12-05"), rules={RULE: "error"})
    assert spots(plan, RULE) == [
        (None, "2026-11-20-e1", "note"),
        (None, "2026-12-01-e2", "error"),
        (None, "2026-12-04-e3", "error"),
    ]
    longer = plan_of(on("2026-12-05", "2026-12-06"), rules={RULE: "error"}, reminders={"lead": "4 days"})
    assert spots(longer, RULE) == [(None, "2026-12-05-e1", "error")]


def test_who_said_yes_is_enough() -> None:
    said = {"approved": {"by": "irene", "on": "2026-11-28"}}
    assert not found(plan_of(on("2026-12-03", **said), rules={RULE: "error"}), RULE)


def test_only_what_publishes() -> None:
    assert not found(plan_of(on("2026-12-03", channels=["whatsapp"]), rules={RULE: "error"}), RULE)


def test_it_says_what_to_write() -> None:
    work = on("2026-12-03", author="irene", writer="tomas")
    people = {"irene": {"email": "irene@x.example"}, "tomas": {}, "ana": {}}
    (finding,) = found(plan_of(work, rules={RULE: "error"}, people=people), RULE)
    assert told(finding, "es") == (
        "«Título 1» se publica el 3 de diciembre de 2026 y nadie le ha dado el visto bueno. "
        "Que la lea otra persona, y escribe quién dio el visto bueno: approved: {by: ana, on: 2026-12-01}."
    )


def test_who_works_alone_reads_it_again() -> None:
    (finding,) = found(plan_of(on("2026-12-03"), rules={RULE: "error"}), RULE)
    assert told(finding, "es").endswith(
        "Léela otra vez con ojos frescos y escribe que diste el visto bueno: approved: {by: irene, on: 2026-12-01}."
    )


def test_an_allow_silences_it() -> None:
    assert not found(plan_of(on("2026-12-03", allow={RULE: "la escribió la jefa"}), rules={RULE: "error"}), RULE)
