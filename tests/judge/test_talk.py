"""What the judges of jargon, closeness, merge fields and forms of address find, and how it hangs together."""

import time

import pytest

from valuegen.judge import Ground, Judgement, Writing, judge
from valuegen.judge.lists import LANGUAGES, groups
from valuegen.judge.parts import Added
from valuegen.judge.plain_words import plain_words
from valuegen.prose import parse


def of(text: str, language: str = "es", title: str = "", **words: Added) -> Judgement:
    return judge(Writing(title, prose=parse(text, language)), Ground(language, (), words))


def test_a_word_is_found_once_where_it_is_widest() -> None:
    (hit,) = of("They bought hot leads.", "en").jargon
    assert (hit.sort, hit.text, hit.where, hit.line) == ("lead", "hot leads", "text", 1)


def test_an_english_text_of_a_spanish_site_is_read_in_english() -> None:
    assert of("The prospects for young farmers are better than the papers say.").jargon == ()
    assert [hit.sort for hit in of("You should ring your prospects on a Tuesday.").jargon] == ["prospect"]


def test_company_decides_and_what_is_near_weighs_more() -> None:
    assert of("El embudo está lleno.").jargon == ()
    assert of("El embudo de la tienda online está lleno de visitantes.").jargon
    assert of("Los prospectos vienen doblados.\n\nEl jarabe se da dos veces al día.").jargon == ()
    assert of("Vende a tus prospectos con el CRM.\n\nEl jarabe se da dos veces al día.").jargon


def test_a_word_means_in_a_text_what_it_means_elsewhere_in_it() -> None:
    """His conversion rate alone would be the trade's; two sentences on, they are kicks."""
    rugby = (
        "He missed three conversions, all of them kicked from the left. We lost.\n\nHis conversion rate was the best."
    )
    assert of("His conversion rate was the best.", "en").jargon
    assert of(rugby, "en").jargon == ()
    assert of(f"{rugby} It is the newsletter's, too.", "en").jargon


def test_company_is_a_word_of_the_trade_anywhere_or_one_of_any_shop_beside_it() -> None:
    assert of("The pipeline is blue, and the marketing too.", "en").jargon
    assert of("The pipeline is blue.\n\nSo is the marketing.", "en").jargon
    assert of("The customer's pipeline is blue.", "en").jargon
    assert of("The pipeline is blue.\n\nThe customer pays the broker a commission.", "en").jargon == ()
    assert of("The customer's pipeline is blue, and so is the valve.", "en").jargon == ()


def test_small_words_make_no_phrase_of_a_word() -> None:
    """What is counted or pointed at is told by what the text speaks of; more words together need more against them."""
    assert of("We found four leads last week.", "en").jargon
    assert of("We found four leads last week.\n\nThe pipe was older.", "en").jargon == ()
    assert of("We found four warm leads last week.\n\nThe pipe was older.", "en").jargon


def test_a_phrase_with_a_word_of_the_trade_in_it_stands_beside_one_of_another_sense() -> None:
    assert of("He drew a sales funnel on the roundabout.", "en").jargon
    assert of("In marketing the funnel is a roundabout.", "en").jargon == ()


def test_a_number_may_be_written_in_either_way() -> None:
    for many in ("three", "3", "1,200"):
        assert of(f"We had {many} prospects.", "en").jargon[0].text == f"{many} prospects"


def test_capitals_in_the_list_mean_capitals_in_the_text() -> None:
    assert of("El CTA está abajo.").jargon
    assert of("La cta. de la luz está abajo.").jargon == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_lists_has_a_plain_way_to_be_said(language: str) -> None:
    lemmas = {lemma for each in LANGUAGES for name in ("jargon", "jargon-doubtful") for lemma in groups(name, each)}
    assert lemmas == set(plain_words(language))


def test_merge_fields_in_order_each_time() -> None:
    hits = of("Hola, {nombre} {mascota}.\n\n[NOMBRE] y *|FNAME|*").merges
    assert [hit.text for hit in hits] == ["{nombre}", "{mascota}", "[NOMBRE]", "|FNAME|"]
    assert [hit.line for hit in hits] == [1, 1, 3, 3]


def test_a_field_that_is_warned_of_is_none() -> None:
    assert of("No escribas «Hola, {{nombre}}» ni «tu perro {{perro}}».").merges == ()


def test_the_first_words_of_each_form_are_enough() -> None:
    hits = of("Tú sabes que te espero con tu pan y tus hijos. Tú vienes, tú pides, tú comes y tú sigues.").address
    assert {hit.sort for hit in hits} == {"tú", "tú/vos"}
    assert of("Tú sabes.").address[0].text == "Tú"


def test_lists_can_be_changed() -> None:
    assert of("Hablamos de sinergias.", jargon=Added(add=("sinergia",))).jargon[0].sort == "sinergia"
    assert of("Un lead.", jargon=Added(without=("lead",))).jargon == ()


def test_a_word_taken_out_of_jargon_is_taken_out_of_the_doubtful_ones_too() -> None:
    text = "El embudo de ventas pierde leads: revisa el embudo."
    assert "embudo" in {hit.text for hit in of(text).jargon}
    assert "embudo" not in {hit.text for hit in of(text, jargon=Added(without=("embudo",))).jargon}
    both = {"jargon": Added(without=("embudo",)), "jargon-doubtful": Added(add=("cosecha",), without=("nicho",))}
    assert {"embudo", "nicho"}.isdisjoint(hit.text for hit in of(f"{text} El nicho de leads.", **both).jargon)


def test_lists_of_forms_can_be_changed() -> None:
    assert of("Regatéalo.").address == ()
    assert of("Regatéalo.", address=Added(add=("regatear",))).address[0].sort == "tú"


@pytest.mark.parametrize(
    "text",
    [
        "a/" * 20000,
        "{" * 20000,
        "[nombre" * 5000,
        "lead " * 20000,
        "que pese " * 20000,
        "«" * 20000,
        "tan como tú " * 10000,
        "x@" * 20000,
        "¿le a " * 10000,
        "*|" * 10000,
        "<%" * 10000,
        "www." * 10000,
        "%" * 20000,
        "para ti " * 10000,
    ],
)
def test_hostile_texts_cost_little_more_than_others(text: str) -> None:
    def cost(part: str) -> float:
        start = time.process_time()
        judge(Writing(title=part), Ground())
        judge(Writing(prose=parse("Hola, te espero.\n\n" + part, "es")), Ground())
        return time.process_time() - start

    cost(text[:1000])
    assert cost(text) < 60 * cost(text[: len(text) // 10]) + 1


@pytest.mark.parametrize(
    ("word", "forms"), [("formás", {"vos"}), ("amás", {"vos"}), ("nomás", set()), ("papás", set())]
)
def test_a_word_in_as_speaks_by_itself_whatever_else_the_text_says(word: str, forms: set[str]) -> None:
    assert {hit.sort for hit in of(f"Así {word} algo.").address} == forms
    assert {hit.sort for hit in of(f"Así {word} algo, y además lo de atrás.").address} == forms


def test_accents_tell_forms_apart() -> None:
    assert [hit.text for hit in of("Si contás los días, la lluvia pasa.").address] == ["contás"]
    assert [hit.sort for hit in of("¿Y TÚ?").address] == ["tú"]
