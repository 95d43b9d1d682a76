"""`mixed-address`, sentence by sentence of 3-rules.md. `as_of` is 2026-12-01."""

from typing import Any

import pytest
from small_plan import entry, found, plan_of, told

from valuegen.finding import Finding

RULE = "mixed-address"
TU = "Si quieres pan, escríbenos."
USTED = "Escríbanos y díganos qué le gusta a usted."
VOS = "Si querés pan, escribinos."
SHARED = "Te guardamos tu pan."


def of(text: str, address: str | None = None, **values: Any) -> list[Finding]:
    segment = {"address": address} if address else {}
    return found(plan_of([entry("2026-12-03", **{"text": text, "ask": None, **values})], segments={"a": segment}), RULE)


@pytest.mark.parametrize(
    ("text", "fits"),
    [(TU, {"tú"}), (USTED, {"usted"}), (VOS, {"vos"}), (SHARED, {"tú", "vos"})],
)
@pytest.mark.parametrize("address", ["tú", "usted", "vos"])
def test_another_form_than_the_segment_s(text: str, fits: set[str], address: str) -> None:
    assert [each.segment for each in of(text, address)] == ([] if address in fits else ["a"])
    assert not of(text)


@pytest.mark.parametrize("text", [f"{TU} {USTED}", f"{VOS} {USTED}", f"{TU} {VOS}", f"{SHARED} {USTED}"])
def test_two_forms_in_one_text(text: str) -> None:
    (finding,) = of(text, "usted")
    assert (finding.segment, finding.level) == (None, "warning")
    assert of(text)


def test_what_goes_with_both_is_no_second_form() -> None:
    assert not of(f"{SHARED} {VOS}", "vos")
    assert not of(f"{SHARED} {TU} Vosotros elegís.", "tú")
    assert not of(f"{USTED} Ustedes eligen.", "usted")


@pytest.mark.parametrize(
    "text",
    [
        "Nadie mira la masa. Primero se mira, y luego se pesa.",
        "Que tenga algo de color antes de que se ponga el sol.",
        "Mire como se mire, sea lo que sea, el agua entra y la masa pide.",
        "«Ven cuando quieras», me dijo.\n\n> Tú siempre igual.\n\n—¿Y tú qué haces?",
        "Las cuentas claras, sin dudas y con pruebas. Una te de cobre.",
        "Aquí se trata de tú a todo el mundo.",
        "::: question\n¿Puedes venir?\n:::",
    ],
)
@pytest.mark.parametrize("address", ["usted", "vos"])
def test_quotations_and_the_third_person_are_nobody_s(text: str, address: str) -> None:
    assert not of(text, address)


def test_bare_orders_count_if_there_are_two() -> None:
    assert not of("Mira la tierra.", "usted")
    assert of("Mira la tierra y anota la fecha.", "usted")
    assert of("Mire la tierra.", "tú")


def test_a_text_in_another_language_is_not_looked_at() -> None:
    assert not of("The te Deum and the usted of the Spaniards are not for this reader.", "vos")


def test_one_finding_for_each_segment_that_is_spoken_to_amiss() -> None:
    segments = {"a": {"address": "usted"}, "b": {"address": "tú"}, "c": {"address": "usted"}, "d": {}}
    plan = plan_of([entry("2026-12-03", text=TU, ask=None, segments=["a", "b", "c", "d"])], segments=segments)
    assert sorted(str(each.segment) for each in found(plan, RULE)) == ["a", "c"]
    off = {**segments, "c": {"address": "usted", "rules": {RULE: {"level": "off"}}}}
    plan = plan_of([entry("2026-12-03", text=TU, ask=None, segments=["a", "c"])], segments=off)
    assert [each.segment for each in found(plan, RULE)] == ["a"]


def test_place_and_words() -> None:
    (finding,) = of("Nadie lo ve.\nY luego cuéntanos.", "usted")
    assert (finding.place.line, finding.place.column) == (2, 9)
    assert told(finding, "es") == (
        "A «A» se le trata de usted, pero este texto usa otra forma: tú («cuéntanos»). "
        "Escríbelo de usted, o dale a ese segmento un texto propio."
    )


def test_the_ask_belongs_to_it() -> None:
    assert of("Pese la harina.", "usted", ask="¿Cuánta te sobra?")


def test_history_silence_and_profile() -> None:
    assert not of(TU, "usted", allow={RULE: "lo conocen así"})
    segments = {"a": {"address": "usted"}}
    past = plan_of([entry("2026-11-03", status="done", text=TU)], segments=segments)
    assert [each.level for each in found(past, RULE)] == ["note"]
    gentle = plan_of([entry("2026-12-03", text=TU)], segments=segments, profile="gentle")
    assert not found(gentle, RULE)
