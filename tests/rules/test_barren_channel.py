"""`barren-channel`, sentence by sentence of 3-rules.md. `as_of` is 2026-12-01: 90 days back is 2026-09-03."""

from typing import Any

import pytest
from small_plan import entry, found, plan_of, told

RULE = "barren-channel"
WORK = [entry("2026-12-01")]
ROSA: dict[str, dict[str, Any]] = {"rosa": {"segments": ["a"]}}


def spent(minutes: int, day: str = "2026-11-20", channel: str = "instagram") -> dict[str, Any]:
    return {"date": day, "by": "irene", "channel": channel, "what": "work", "minutes": str(minutes)}


def got(what: str, day: str = "2026-11-20", channel: str | None = "instagram", **values: Any) -> dict[str, Any]:
    return {"date": day, "contact": "rosa", "what": what, **({"channel": channel} if channel else {}), **values}


def plan(*log: dict[str, Any], **settings: Any) -> Any:
    return plan_of(WORK, None, ROSA, log, **settings)


def channels(*log: dict[str, Any], **settings: Any) -> list[str]:
    return [finding.data["channel"] for finding in found(plan(*log, **settings), RULE)]


def test_with_that_many_minutes() -> None:
    assert channels(spent(300), spent(299)) == []
    assert channels(spent(300), spent(300)) == ["instagram"]
    assert channels(spent(120), rules={RULE: {"minutes": "120"}}) == ["instagram"]


def test_in_the_window_that_ends_on_as_of() -> None:
    assert channels(spent(600, "2026-09-03")) == ["instagram"]
    assert channels(spent(600, "2026-09-02")) == []
    assert channels(spent(600, "2026-12-01")) == ["instagram"]
    assert channels(spent(600, "2026-12-02")) == []
    assert channels(spent(600, "2026-11-25"), rules={RULE: {"window": "7 days"}}) == ["instagram"]
    assert channels(spent(600, "2026-11-24"), rules={RULE: {"window": "7 days"}}) == []


@pytest.mark.parametrize("what", ["reply", "inquiry", "sale", "referral", "helped", "meeting"])
def test_an_outcome_is_enough(what: str) -> None:
    assert channels(spent(600), got(what)) == []
    assert channels(spent(600), got(what, "2026-09-02")) == ["instagram"]
    assert channels(spent(600), got(what, channel="whatsapp")) == ["instagram"]
    assert channels(spent(600), got(what, channel=None)) == ["instagram"]


@pytest.mark.parametrize("what", ["message", "answer", "call", "coffee", "visit", "testimonial", "opt-out"])
def test_what_is_no_outcome(what: str) -> None:
    assert channels(spent(600), got(what)) == ["instagram"]


def test_minutes_of_any_line_count() -> None:
    assert channels(got("message", by="irene", minutes="600")) == ["instagram"]


def test_what_the_best_channel_brought_for_the_same_time() -> None:
    log = [
        spent(600),
        spent(300, channel="whatsapp"),
        *(got("reply", channel="whatsapp") for _ in range(4)),
        spent(90, channel="visit"),
        got("sale", channel="visit"),
        got("helped", channel="call"),
    ]
    (finding,) = found(plan(*log), RULE)
    assert finding.data == {"channel": "instagram", "minutes": 600, "best": "whatsapp", "brought": 8}
    assert (finding.level, finding.place.line, finding.private) == ("todo", 1, True)
    assert told(finding, "es") == (
        "«Instagram» se llevó 600 minutos en los últimos 90 días y no trajo nada; por el mismo tiempo, «WhatsApp» "
        "trajo 8 resultados. Dedica ese tiempo a «WhatsApp», o pregunta ahí algo fácil de contestar."
    )


def test_where_nothing_brought_anything() -> None:
    (finding,) = found(plan(spent(600), spent(10, channel="visit")), RULE)
    assert (finding.data["best"], finding.data["brought"]) == (None, 0)
    assert "o dedica ese tiempo a un cliente" in told(finding, "es")


def test_it_stands_where_the_channel_is_written() -> None:
    (finding,) = found(plan(spent(600, channel="feria"), channels={"feria": {"name": "La feria"}}), RULE)
    assert finding.place.file == "content/channels.yaml"


def test_without_a_log_it_is_skipped_and_the_gentle_profile_has_it_off() -> None:
    assert channels(spent(600), absent=["log"]) == []
    assert channels(spent(600), absent=["contacts", "needs"]) == ["instagram"]
    assert channels(spent(600), profile="gentle") == []
