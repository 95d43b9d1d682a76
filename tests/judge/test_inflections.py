"""The inflected forms that lists are sought in."""

import pytest

from valuegen.judge.inflections import forms_of, inflected
from valuegen.judge.persons import FAMILIAR, TU, USTED, VOS, verb_of
from valuegen.judge.persons import forms_of as spoken


@pytest.mark.parametrize(
    ("word", "language", "forms"),
    [
        ("lead", "es", {"lead", "leads"}),
        ("funnel", "es", {"funnels"}),
        ("conversion", "es", {"conversiones"}),
        ("cualificado", "es", {"cualificada", "cualificadas"}),
        ("fidelizar", "es", {"fideliza", "fidelice", "fidelizarlos", "fidelizando", "fidelizaremos"}),
        ("convertir", "es", {"convierte", "convirtio", "conviertan", "convertirlas"}),
        ("upsell", "en", {"upsells", "upselling"}),
        ("strategy", "en", {"strategies"}),
        ("monetise", "en", {"monetised", "monetising"}),
        ("chat", "en", {"chatting", "chatted"}),
    ],
)
def test_forms(word: str, language: str, forms: set[str]) -> None:
    assert forms <= set(forms_of(word, language))


def test_small_words_and_marks_stay() -> None:
    assert inflected("tasa de conversión", "es") == "tasa/tasas de conversion/conversions/conversiones"
    assert inflected("(tu) _ ... # =prospectar", "es") == "(tu) _ ... # prospectar"


@pytest.mark.parametrize(
    ("verb", "form", "sort"),
    [
        ("contar:cuent", "cuéntanos", TU),
        ("contar:cuent", "cuéntenos", USTED),
        ("contar:cuent", "contanos", VOS),
        ("contar:cuent", "contás", VOS),
        ("contar:cuent", "contarías", FAMILIAR),
        ("hacer:hac:hag:haz", "hazlo", TU),
        ("hacer:hac:hag:haz", "házmelo", TU),
        ("hacer:hac:hag:haz", "hágalo", USTED),
        ("hacer:hac:hag:haz", "harás", FAMILIAR),
        ("seguir:sig", "síguenos", TU),
        ("buscar", "búsquelo", USTED),
        ("sentarse:sient", "siéntese", USTED),
        ("sentarse:sient", "siéntate", TU),
        ("traer:tra:traig", "traelo", VOS),
    ],
)
def test_verbs_speak_with_their_accents(verb: str, form: str, sort: str) -> None:
    assert (form, sort) in set(spoken(verb_of(verb)))


def test_what_nobody_does_with_oneself_is_no_order_to_usted() -> None:
    assert "agítese" not in {form for form, _ in spoken(verb_of("agitar"))}
