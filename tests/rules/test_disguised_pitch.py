"""`disguised-pitch`, sentence by sentence of 3-rules.md. `as_of` is 2026-12-01."""

from typing import Any

import pytest
from small_plan import entry, found, plan_of, spots, told

RULE = "disguised-pitch"
SELLS = "Pesa la harina.\n\nMi taller cuesta 95 €. Apúntate aquí."
SPEAKS = "Si cobras 95 € por un taller y haces un descuento hasta el viernes, pierdes 9,50 € por cabeza."
HERE = [(None, "2026-12-03-e1", "warning")]


def written(text: str, day: str = "2026-12-03", **values: Any) -> dict[str, Any]:
    return entry(day, text=text, **values)


@pytest.mark.parametrize("kind", ["industry", "expertise", "reference", "conversation", "courtesy"])
def test_an_entry_of_another_kind_whose_text_sells(kind: str) -> None:
    assert spots(plan_of([written(SELLS, kind=kind)]), RULE) == HERE
    assert not found(plan_of([written(SPEAKS, kind=kind)]), RULE)


def test_a_pitch_may_sell() -> None:
    assert not found(plan_of([written(SELLS, kind="pitch")]), RULE)


def test_what_stands_in_a_passage_that_says_so_does_not_count() -> None:
    assert not found(plan_of([written("Pesa.\n\n::: pitch\nMi taller cuesta 95 €. Apúntate aquí.\n:::")]), RULE)
    assert found(plan_of([written("Pesa.\n\n::: tip\nMi taller cuesta 95 €. Apúntate aquí.\n:::")]), RULE)


def test_so_many_sorts_of_signal_are_needed() -> None:
    two = [written("Mi taller cuesta 95 €. Son cuatro tardes y 95 € en total.")]
    assert not found(plan_of(two), RULE)
    assert spots(plan_of(two, rules={RULE: {"signals": "2"}}), RULE) == HERE
    assert found(plan_of([written(SELLS)], rules={RULE: {"signals": "3"}}), RULE)
    assert not found(plan_of([written(SELLS)], rules={RULE: {"signals": "4"}}), RULE)


def test_the_products_of_the_workspace_are_known() -> None:
    texts = [written("Con Brújula sales de dudas: 95 € y la primera hora de regalo.")]
    product = {"id": "brujula", "name": "Brújula", "url": "https://levadura.example/brujula"}
    assert spots(plan_of(texts, products=[product]), RULE) == HERE
    assert not found(plan_of(texts), RULE)


@pytest.mark.parametrize(
    "plain",
    [
        "Últimas plazas: inscríbete hoy, solo 120 € con un 20 % de descuento. Reserva tu plaza antes del viernes.",
        "Última llamada: curso a mitad de precio, 45 €. Compra ya.",
        "Aprovecha el descuento de octubre: 40 € la sesión. Reserva hoy.",
    ],
)
def test_the_plainest_offers_are_offers(plain: str) -> None:
    assert spots(plan_of([written(plain)]), RULE) == HERE


@pytest.mark.parametrize("field", ["title", "summary", "ask"])
def test_what_sells_beside_the_text_counts_like_the_text(field: str) -> None:
    sells = "Mi taller cuesta 95 €: apúntate aquí"
    (finding,) = found(plan_of([written("Pesa la harina.", **{field: sells})]), RULE)
    assert finding.data["sorts"] == ["product", "price", "call"]
    assert told(finding).endswith("Make it a `pitch`, or remove “Mi taller”.")
    assert found(plan_of([entry("2026-12-03", **{field: sells})]), RULE), "with no text at all"


def test_title_and_text_sell_together() -> None:
    text = "Mi taller cuesta 95 €. Son cuatro tardes."
    assert not found(plan_of([written(text)]), RULE)
    (finding,) = found(plan_of([written(text, title="Apúntate hoy mismo")]), RULE)
    assert "put the passage" in told(finding)
    assert found(plan_of([written(text, ask="¿Te apuntas? Quedan tres plazas")]), RULE)


@pytest.mark.parametrize(
    "dressed",
    [
        "Mi taller cuesta ９５ €. Ａｐúｎｔａｔｅ aquí.",
        "𝐌𝐢 𝐭𝐚𝐥𝐥𝐞𝐫 𝐜𝐮𝐞𝐬𝐭𝐚 𝟗𝟓 €. 𝐀𝐩ú𝐧𝐭𝐚𝐭𝐞 aquí.",
        "Mi ta\u200bller cues\xadta 95 €. Apún\u2060tate aquí.",
    ],
)
def test_dressed_letters_say_the_same(dressed: str) -> None:
    assert spots(plan_of([written(f"Pesa la harina.\n\n{dressed}")]), RULE) == HERE


def test_it_names_the_words_and_stands_at_the_first_of_them() -> None:
    (finding,) = found(plan_of([written(SELLS)]), RULE)
    assert (finding.place.line, finding.place.column) == (3, 1)
    assert finding.data == {
        "sorts": ["product", "price", "call"],
        "words": ["Mi taller", "cuesta 95 €", "Apúntate"],
    }
    assert told(finding, "es") == (
        "Este texto vende: «Mi taller» (un producto), «cuesta 95 €» (un precio) y «Apúntate» (una invitación a "
        "comprar). "
        "Di que es un `pitch`, pon el trozo entre `::: pitch` y `:::`, o quita «Mi taller»."
    )
    assert told(finding).startswith(
        "This text sells: “Mi taller” (a product), “cuesta 95 €” (a price), and “Apúntate” (a "
    )


def test_the_mend_names_the_fewest_words_without_which_it_sells_no_more() -> None:
    text = SELLS + " Hay un 10 % de descuento, y otro descuento más. Solo hasta el viernes."
    (finding,) = found(plan_of([written(text)]), RULE)
    assert len(finding.data["sorts"]) == 5
    assert told(finding, "es").endswith("o quita «Mi taller», «cuesta 95 €» y «Apúntate».")


def test_long_words_are_cut_short() -> None:
    name = "Acompañamiento completo de obradores con reparto a domicilio"
    plan = plan_of([written(f"{name}: 95 €. Apúntate.")], products=[{"id": "a", "name": name}])
    (finding,) = found(plan, RULE)
    assert "«Acompañamiento completo de obradores…»" in told(finding, "es")
    assert name in finding.data["words"]


def test_an_entry_that_repeats_is_told_of_once() -> None:
    repeated = written(
        SELLS, "2026-11-24", channels=["email"], repeat={"rule": "FREQ=WEEKLY;COUNT=4", "done": "2026-11-24"}
    )
    assert spots(plan_of([repeated]), RULE) == [(None, "2026-12-01-e1", "warning")]


def test_history_is_a_note_and_ideas_are_left_alone() -> None:
    past = written(SELLS, "2026-11-24", status="done")
    assert spots(plan_of([past]), RULE) == [(None, "2026-11-24-e1", "note")]
    assert not found(plan_of([written(SELLS, status="idea")]), RULE)


def test_an_allow_silences_it_and_the_gentle_profile_keeps_it() -> None:
    assert not found(plan_of([written(SELLS, allow={RULE: "es la bienvenida"})]), RULE)
    assert spots(plan_of([written(SELLS)], profile="gentle"), RULE) == HERE


@pytest.mark.parametrize("signals", ["1", "6", "0", "tres"])
def test_a_number_of_sorts_that_there_is_not(signals: str) -> None:
    with pytest.raises(AssertionError):  # `policy` takes no mistakes
        found(plan_of([written(SELLS)], rules={RULE: {"signals": signals}}), RULE)
