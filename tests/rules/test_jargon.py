"""`jargon`, sentence by sentence of 3-rules.md. `as_of` is 2026-12-01."""

from typing import Any

import pytest
from small_plan import entry, found, plan_of, told

from valuegen.finding import Finding

RULE = "jargon"


def of(*entries: dict[str, Any], **values: Any) -> list[Finding]:
    return found(plan_of(list(entries), **values), RULE)


def post(text: str = "", **values: Any) -> dict[str, Any]:
    body = {"text": text} if text else {}
    return entry("2026-12-03", channels=["blog"], **body, **values)


def words(*entries: dict[str, Any], **values: Any) -> list[str]:
    return [finding.data["word"] for finding in of(*entries, **values)]


@pytest.mark.parametrize(
    "values",
    [
        {"title": "Leads y panes"},
        {"summary": "Cómo se enfría un lead."},
        {"ask": "¿Cuántos leads tienes?"},
        {"text": "Entraron tres leads."},
    ],
)
def test_title_summary_ask_and_text_are_looked_at(values: dict[str, str]) -> None:
    assert words(entry("2026-12-03", channels=["blog"], **values)) == ["lead"]


def test_a_word_within_two_phrases_stands_there_once() -> None:
    (finding,) = of(post("Un prospecto interesado entra en la tienda."))
    assert finding.data["times"] == 1
    (finding,) = of(post("Un prospecto interesado entra en la tienda. Otro prospecto llama."))
    assert finding.data["times"] == 2


def test_used_or_mentioned_in_any_inflection_in_both_languages() -> None:
    assert words(post("Me niego a llamar «leads» a los vecinos.")) == ["lead"]
    assert words(post("Quería fidelizarnos con un imán.")) == ["fidelizar"]
    assert words(post("They kept upselling us, and we left the shop with three coats.")) == ["upsell"]


@pytest.mark.parametrize(
    "text",
    [
        "Lee el prospecto del jarabe antes de dárselo.",
        "The lead pipe under the sink is older than the house.",
        "She will lead a team of three.",
        "Convierte las pulgadas a centímetros.",
        "El campo `leads` está en https://pan.example/leads/funnel y en leads@pan.example.",
    ],
)
def test_other_senses_code_and_addresses_are_let_pass(text: str) -> None:
    assert words(post(text)) == []


def test_only_what_is_published_is_looked_at() -> None:
    assert words(entry("2026-12-03", channels=["visit"], text="Entraron tres leads.")) == []
    assert words(entry("2026-12-03", channels=["visit", "blog"], text="Entraron tres leads.")) == ["lead"]
    assert words(entry(None, channels=["blog"], text="Tres leads.", status="idea")) == []


def test_one_finding_a_word_and_entry_at_its_first_place() -> None:
    first, second = of(post("Un pan.\nUn lead, dos leads\ny un CRM."))
    assert (first.place.line, first.place.column, first.data["times"]) == (2, 4, 2)
    assert (second.data["word"], second.place.line) == ("crm", 3)


def test_the_past_is_a_note() -> None:
    (finding,) = of(entry("2026-11-03", channels=["blog"], status="done", text="Tres leads."))
    assert (finding.level, finding.segment) == ("note", None)


def test_it_says_what_to_say_in_its_place() -> None:
    (finding,) = of(post("Tres leads."))
    assert told(finding, "es") == ("«leads» es jerga de ventas. Dilo como lo dirían tus clientes: persona interesada.")
    english = of(post("Three leads came to the open day."), site={"language": "en"})
    assert "somebody who is interested" in told(english[0])


def test_words_can_be_added_in_any_inflection_and_taken_out() -> None:
    text = "Buscamos sinergias con tres leads, y un CRM."
    assert words(post(text), rules={RULE: {"add": ["sinergia"]}}) == ["sinergia", "lead", "crm"]
    assert words(post(text), rules={RULE: {"except": ["leads", "CRM"]}}) == []
    assert words(post(text), rules={RULE: {"except": "lead"}}) == ["crm"]


def test_an_option_that_is_no_word_is_refused() -> None:
    plan = plan_of([], rules={RULE: {"add": ["¡!"]}})
    with pytest.raises(AssertionError):
        found(plan, RULE)


def test_lists_of_the_workspace() -> None:
    said = {"jargon": {"add": ["sinergia"], "except": ["crm"]}}
    assert words(post("Sinergias, leads y un CRM."), words=said) == ["sinergia", "lead"]


def test_a_segment_may_have_words_of_its_own() -> None:
    segments = {"a": {}, "b": {"rules": {RULE: {"except": ["crm"]}}}}
    text = "Un CRM y tres leads."
    assert words(post(text, segments=["b"]), segments=segments) == ["lead"]
    both = of(post(text, segments=["a", "b"]), segments=segments)
    assert [(each.data["word"], each.segment) for each in both] == [("crm", None), ("lead", None)]
    (finding,) = of(post(text, segments=["b"]), segments=segments)
    assert (finding.segment, finding.data) == ("b", {"word": "lead", "found": "leads", "where": "text", "times": 1})
    off = {"a": {"rules": {RULE: {"level": "off"}}}}
    assert words(post(text), segments=off) == []


def test_allow_silences_it_and_the_gentle_profile_leaves_it_out() -> None:
    assert words(post("Tres leads.", allow={RULE: "lo preguntan así"})) == []
    assert words(post("Tres leads."), profile="gentle") == []
