"""`private-leak` in the sources of what would be published (the search itself: test_leak_scan). 2026-12-01."""

from typing import Any

from small_plan import entry, found, plan_of, told

from valuegen.finding import Place
from valuegen.leaks.scan import scan, secrets_of
from valuegen.rules import private_leak

RULE = "private-leak"
ROSA = {"rosa": {"name": "Rosa Díaz", "segments": ["a"], "email": "rosa@horno.example", "phone": "+57 300 123 4567"}}


def leaks(*entries: dict[str, Any], **values: Any) -> list[tuple[str, int, str | None]]:
    plan = plan_of(list(entries) or [entry("2026-12-01")], contacts=ROSA, **values)
    return [(each.place.file, each.place.line, each.contact) for each in found(plan, RULE)]


def test_it_is_told_at_the_line_of_the_body() -> None:
    plan = plan_of([entry("2026-12-03", slug="x", text="Uno.\n\nDos: **Rosa**\nDíaz.\n\nFin.\n")], contacts=ROSA)
    (finding,) = found(plan, RULE)
    assert (finding.level, finding.entry, finding.contact, finding.place.line) == ("error", "2026-12-03-x", "rosa", 4)
    assert finding.data == {"page": "x/index.html", "kind": "name"}
    assert told(finding, "es") == (
        "Este es el nombre completo de «rosa», y se publicaría. "
        "Quítalo; o escribe `named: true` en el contacto, si dijo que sí."
    )
    assert "Díaz" not in repr(finding)


def test_all_that_a_post_shows_is_looked_through() -> None:
    calendar = "content/calendar/2026.yaml"
    for key in ("title", "summary", "ask", "question"):
        assert leaks(entry("2026-12-03", text="Uno.", **{key: "Con Rosa Díaz"})) == [(calendar, 1, "rosa")], key
    assert leaks(entry("2026-12-03", text="Uno.", topics=["rosa díaz"])) == [(calendar, 1, "rosa")]
    assert leaks(entry("2026-12-03", text="Uno.", image={"src": "a.jpg", "alt": "Rosa Díaz"})) == [
        (calendar, 1, "rosa")
    ]


def test_so_are_addresses_segments_and_files() -> None:
    assert leaks(entry("2026-12-03", slug="la-rosa-diaz", text="Uno.")) == [("content/calendar/2026.yaml", 1, "rosa")]
    assert leaks(segments={"a": {"about": "Pregunta a rosa@horno.example"}}) == [("content/segments.yaml", 1, "rosa")]
    assert leaks(statics={"a.txt": b"Tel. 57-300-1234567"}) == [("content/static/a.txt", 1, "rosa")]


def test_what_is_finished_counts_past_and_to_come() -> None:
    text = {"text": "Rosa Díaz"}
    assert leaks(entry("2026-10-01", status="done", **text))
    assert leaks(entry("2027-10-01", status="ready", **text))
    for values in ({"status": "draft"}, {"status": "idea"}, {"channels": ["visit"]}, {"expires": "2026-11-30"}):
        assert not leaks(entry("2026-12-03", **{**text, **values}))
    assert not leaks(entry(None, **text))


def test_needs_and_notes_are_private() -> None:
    needs = {"merma": {"heard": "2026-11-01", "from": "rosa", "needs": "Saber cuánta harina tira sin otra planilla"}}
    note = "Cambió de molino en el mes de mayo"
    log = [{"date": "2026-11-02", "contact": "rosa", "what": "visit", "by": "irene", "note": note}]
    texts = ["Saber cuánta harina tira sin", "…cambio de molino en el mes"]
    plan = plan_of([entry("2026-12-03", text="\n\n".join(texts))], None, ROSA, log, needs)
    need, log = found(plan, RULE)
    assert [(each.need, each.contact, each.place.line) for each in (need, log)] == [
        ("merma", "rosa", 1),
        (None, "rosa", 3),
    ]
    assert told(need) == (
        "These words are from the need “merma”, and they would be published. "
        "Say it in other words; or, if it may be quoted, write `quotable: true` on the need."
    )
    assert told(log) == (
        f"These words are from the log ({log.message.values['line']}), and they would be published. "
        "Say it in other words."
    )


def test_each_sort_of_what_is_private_is_named() -> None:
    rosa = {"rosa": {**ROSA["rosa"], "about": "Se levanta antes que el sol cada lunes"}}
    texts = {
        "rosa@horno.example": "the email of “rosa”, and it",
        "+57 300 123 4567": "the phone of “rosa”, and it",
        "Rosa Díaz": "the full name of “rosa”, and it",
        "Se levanta antes que el sol": "what you know about “rosa”, and they",
    }
    for text, what in texts.items():
        (finding,) = found(plan_of([entry("2026-12-03", text=text)], contacts=rosa), RULE)
        said = told(finding).replace("This is ", "").replace("These words are from ", "")
        assert said.startswith(f"{what} would be published. "), text


def test_it_is_skipped_only_where_nothing_private_is_there() -> None:
    text = entry("2026-12-03", text="Rosa Díaz")
    assert found(plan_of([text], contacts=ROSA, absent=["needs", "log"]), RULE)
    assert not found(plan_of([text], absent=["contacts", "needs", "log"]), RULE)


def test_what_was_found_in_a_page_is_told_at_the_page() -> None:
    plan = plan_of([entry("2026-12-01")], contacts=ROSA)
    (finding,) = private_leak.in_page(scan(secrets_of(plan.workspace), "public/index.html", b"<p>Rosa <b>D\xc3\xadaz"))
    assert (finding.rule, finding.level, finding.place) == (RULE, "error", Place("public/index.html"))
    assert (finding.contact, finding.need) == ("rosa", None)
    assert finding.data == {"page": "public/index.html", "kind": "name"}
    assert told(finding).startswith("This is the full name of “rosa”, and it would be published. Remove it; or")
