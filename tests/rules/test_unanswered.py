"""`unanswered`, sentence by sentence of 3-rules.md. `as_of` is 2026-12-01."""

from typing import Any

import pytest
from small_plan import entry, found, plan_of, told

RULE = "unanswered"
WORK = [entry("2026-12-01")]
ROSA: dict[str, dict[str, Any]] = {"rosa": {"segments": ["a"]}}


def line(day: str, what: str = "reply", by: str | None = None, **values: Any) -> dict[str, Any]:
    return {"date": day, "contact": "rosa", "what": what, **({"by": by} if by else {}), **values}


def lines(*log: dict[str, Any], contacts: Any = ROSA, **settings: Any) -> list[int]:
    plan = plan_of(WORK, None, contacts, log, **settings)
    return [finding.place.line for finding in found(plan, RULE)]


def test_more_than_so_many_days_before_as_of() -> None:
    assert lines(line("2026-11-28")) == [1]
    assert lines(line("2026-11-29")) == []
    assert lines(line("2026-11-28"), rules={RULE: {"after": "3 days"}}) == []
    assert lines(line("2026-11-28", "inquiry")) == [1]


def test_it_says_who_and_since_when_and_keeps_its_level() -> None:
    (finding,) = found(plan_of(WORK, None, ROSA, [line("2026-11-28", "inquiry")]), RULE)
    assert (finding.level, finding.contact, finding.private) == ("todo", "rosa", True)
    assert finding.data == {"what": "inquiry", "days": 3, "after": 2}
    assert told(finding, "es").startswith(
        "«rosa» preguntó para comprar el 28 de noviembre de 2026, hace 3 días, y sigue sin respuesta. Responde"
    )


@pytest.mark.parametrize("what", ["answer", "message", "call", "coffee", "visit", "meeting"])
def test_a_later_line_of_yours_answers(what: str) -> None:
    assert lines(line("2026-11-20"), line("2026-11-20", what, "irene")) == []
    assert lines(line("2026-11-20", what, "irene"), line("2026-11-20")) == [2]
    assert lines(line("2026-11-21", what, "irene"), line("2026-11-20")) == []


def test_what_is_no_answer() -> None:
    assert lines(line("2026-11-20"), line("2026-11-21", "sale", "irene")) == [1]
    assert lines(line("2026-11-20"), line("2026-11-21", "call")) == [1]


def test_the_oldest_of_each_client() -> None:
    assert lines(line("2026-11-22"), line("2026-11-20"), line("2026-11-25")) == [2]
    assert lines(line("2026-11-20", settled="true"), line("2026-11-22")) == [2]


def test_who_opted_out_or_is_gone_waits_for_nothing() -> None:
    assert lines(line("2026-11-20"), contacts={"rosa": {"segments": ["a"], "opted_out": "2026-11-25"}}) == []
    assert lines(line("2026-11-20"), contacts={"rosa": {"segments": ["a"], "status": "gone"}}) == []
    assert lines(line("2026-11-20"), contacts={"rosa": {"segments": ["a"], "opted_out": "2026-12-02"}}) == [1]


def test_a_silence_at_the_client() -> None:
    assert lines(line("2026-11-20"), contacts={"rosa": {"segments": ["a"], "allow": {RULE: "está de viaje"}}}) == []


def test_it_is_skipped_where_contacts_or_log_are_not_there() -> None:
    for absent in ("contacts", "log"):
        assert not found(plan_of(WORK, None, ROSA, [line("2026-11-20")], absent=[absent]), RULE)
