"""`fake-personal`, sentence by sentence of 3-rules.md. `as_of` is 2026-12-01."""

from typing import Any

import pytest
from small_plan import entry, found, plan_of, told

from valuegen.finding import Finding

RULE = "fake-personal"
TWO = "Hola, {nombre}: ¿llueve en {ciudad}?"


def of(text: str, entries: dict[str, Any] | None = None, **values: Any) -> list[Finding]:
    return found(plan_of([entry("2026-12-03", text=text, **(entries or {}))], **values), RULE)


@pytest.mark.parametrize("field", ["{{name}}", "{nombre}", "[NOMBRE]", "*|FNAME|*", "%NAME%", "<<Nombre>>", "${pais}"])
def test_more_merge_fields_than_one(field: str) -> None:
    assert not of(f"Hola, {field}.")
    (finding,) = of(f"Hola, {field}. Sí, tú, {field}.")
    assert (finding.level, finding.data["merges"], finding.data["limit"]) == ("warning", 2, 1)


def test_code_notes_sets_and_boxes_are_none() -> None:
    text = "Los campos `{nombre}` y `{ciudad}`, [1] y [sic], {a, b} y {c}, el 5% y el 6%.\n\n- [x] Pan\n- [ ] Sal"
    assert not of(text)


def test_how_many_may_stay_is_an_option() -> None:
    assert not of(TWO, rules={RULE: {"merges": "2"}})
    (finding,) = of("Hola, {nombre}.", rules={RULE: {"merges": "0"}})
    assert finding.mend is not None
    assert "anybody" in told(finding)


def test_a_phrase_of_false_closeness_in_both_languages() -> None:
    (spanish,) = of("Como siempre.\n\nUn cliente tan especial como tú tenía que saberlo.")
    assert (spanish.place.line, spanish.data["phrases"]) == (3, ["Un cliente tan especial como tú"])
    (english,) = of("Hello. As a valued customer, you hear this first.")
    assert english.data["phrases"] == ["As a valued customer"]


@pytest.mark.parametrize(
    "text",
    [
        "No escribas «un cliente tan especial como tú».",
        "> Un cliente tan especial como tú tenía que saberlo.",
        "Rosa, eres muy importante para nosotros, y te lo digo después de veinte años.",
        "Corta trozos tan grandes como tú quieras.",
    ],
)
def test_quotation_and_sincere_warmth_are_let_pass(text: str) -> None:
    assert not of(text)


def test_the_text_alone_is_looked_at() -> None:
    plan = plan_of([entry("2026-12-03", title=TWO, ask="¿Y tú, {nombre}, de {ciudad}?")])
    assert not found(plan, RULE)


def test_one_finding_for_the_fields_and_one_for_the_phrases() -> None:
    findings = of(f"{TWO} Te echamos de menos.\n\nNos importas.")
    assert [sorted(finding.data) for finding in findings] == [["fields", "limit", "merges"], ["phrases"]]
    assert told(findings[0], "es") == (
        "En este texto, 2 huecos los rellena un programa: {nombre} y {ciudad}. "
        "Deja uno como mucho (aquí hay 2), y escribe lo demás como a cualquiera."
    )


def test_segments_history_and_silence() -> None:
    loose = {"a": {"rules": {RULE: {"merges": "2"}}}, "b": {}}
    assert not of(TWO, segments=loose)
    assert [each.segment for each in of(TWO, {"segments": ["a", "b"]}, segments=loose)] == [None]
    assert not of(TWO, segments={"a": {"rules": {RULE: {"level": "off"}}}})
    assert not of(TWO, {"allow": {RULE: "lo piden así"}})
    past = found(plan_of([entry("2026-11-03", status="done", text=TWO)]), RULE)
    assert [each.level for each in past] == ["note"]


def test_lists_of_the_workspace() -> None:
    assert of("Eres nuestra luz.", words={"closeness": {"add": ["eres nuestra luz"]}})
    assert not of(
        "Te echamos de menos.", words={"closeness": {"except": ["te/le/os echamos (mucho/muchísimo) de menos"]}}
    )
    assert of("{rebaño} y {rebaño}", words={"merges": {"add": ["rebaño"]}})
