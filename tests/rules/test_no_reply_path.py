"""`no-reply-path`, sentence by sentence of 3-rules.md. `as_of` is 2026-12-01."""

from typing import Any

import pytest
from small_plan import entry, found, plan_of, spots, told

from bench import Bench
from valuegen.rules.no_reply_path import is_no_reply

RULE = "no-reply-path"


def levels(person: dict[str, Any], **values: Any) -> list[str]:
    plan = plan_of([entry("2026-12-03", **values)], people={"irene": person, "tomas": {"phone": "+57 300"}})
    return [finding.level for finding in found(plan, RULE)]


def test_a_person_with_an_email_or_a_phone() -> None:
    assert levels({}) == ["error"]
    assert levels({"email": "irene@levadura.example"}) == []
    assert levels({"phone": "+57 300 000 0001"}) == []


def test_it_is_reply_to_that_counts_and_else_the_author() -> None:
    assert levels({}, reply_to="tomas") == []
    assert levels({}, author="tomas") == []
    assert levels({}, author="tomas", reply_to="irene") == ["error"]


@pytest.mark.parametrize(
    "email",
    [
        "noreply@x.example",
        "No-Reply@x.example",
        "no_reply@x.example",
        "no.reply@x.example",
        "noreply2@x.example",
        "noreply+a17@x.example",
        "tienda-noreply@x.example",
        "donotreply@x.example",
        "do-not-reply@x.example",
        "dont-reply@x.example",
        "never.reply@x.example",
        "no-responder@x.example",
        "noresponda@x.example",
        "no.contestar@x.example",
        "irene@users.noreply.x.example",
    ],
)
def test_addresses_that_nobody_reads(email: str) -> None:
    assert is_no_reply(email)
    assert levels({"email": email, "phone": "+57 300 000 0001"}) == ["error"]


@pytest.mark.parametrize(
    "email",
    ["reply@x.example", "moreno.responder@x.example", "morenoreply@x.example", "nora@x.example", "no@x.example",
     "responde@x.example", "knowreply@x.example", "noreplyst@x.example", "irene.reply@x.example"],
)  # fmt: skip
def test_addresses_that_somebody_reads(email: str) -> None:
    assert not is_no_reply(email)


def test_every_planned_entry_courtesy_too() -> None:
    work = [
        entry("2026-12-03", kind="courtesy", slug="greeting"),
        entry("2026-11-03", status="done", slug="past"),
        entry("2026-11-03", status="draft", slug="slipped"),
        entry("2026-12-03", status="idea", slug="idea"),
        entry(None, slug="backlog"),
    ]
    assert spots(plan_of(work, people={"irene": {}}), RULE) == [
        (None, "2026-11-03-past", "note"),
        (None, "2026-12-03-greeting", "error"),
    ]


def test_a_silence_at_the_entry() -> None:
    plan = plan_of([entry("2026-12-03", allow={RULE: "es un cartel"})], people={"irene": {}})
    assert not found(plan, RULE)
    assert not found(plan, "unused-allow")


def test_what_it_says() -> None:
    plan = plan_of([entry("2026-12-03")], people={"irene": {"email": "no-reply@x.example"}})
    (finding,) = found(plan, RULE)
    assert finding.data == {"reply_to": "irene"}
    assert told(finding, "es") == (
        "Se contesta a «IRENE», en una dirección que no lee nadie: no-reply@x.example. "
        "Ponle un correo o un teléfono que atienda, o nombra a otra persona en `reply_to`."
    )


def test_a_workspace_that_names_nobody_gets_one_note(bench: Bench) -> None:
    owner = "  owner: {name: Irene Vidal, email: irene@levadura.example}\n"
    work = bench.workspace()
    assert not work.findings(RULE)
    text = (work.root / "valuegen.yaml").read_text(encoding="utf-8")
    assert owner in text
    work.write("valuegen.yaml", text.replace(owner, ""))
    assert [(one["level"], one["file"], one["line"]) for one in work.findings(RULE)] == [("note", "valuegen.yaml", 2)]
    work.write("valuegen.yaml", text.replace(owner, "  owner: {name: Irene Vidal}\n"))
    assert [one["level"] for one in work.findings(RULE)] == ["error"]
