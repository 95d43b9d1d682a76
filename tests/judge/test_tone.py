"""How an offer sounds, learned from the labelled texts."""

import pytest

from tools.learn import digest, taught
from valuegen.judge.tone import AGAINST, FOR, WEIGHTS, features_of, tone_of


def test_words_pairs_and_beginnings_with_numbers_and_products_as_such() -> None:
    found = list(features_of(["reserva curso de costos por 95 €"], [("curso", "de", "costos")]))
    assert found[:5] == ["reserva", "@", "por", "#", "€"]
    assert "^reser" in found
    assert {"reserva @", "# €"} <= set(found)


@pytest.mark.parametrize(
    ("language", "offer", "advice"),
    [
        (
            "es",
            "quedan dos plazas. escribeme y te guardo una",
            "tu proveedor te cobra 40 € si no avisas a tiempo; llamale",
        ),
        (
            "en",
            "i have two places left. message me and i'll keep you one",
            "your landlord must give the deposit back. ask him for it in writing",
        ),
    ],
)
def test_an_offer_sounds_more_like_one_than_advice(language: str, offer: str, advice: str) -> None:
    assert -AGAINST <= tone_of([advice], (), language) < 0 < tone_of([offer], (), language) <= FOR


def test_what_nobody_has_learned_says_nothing() -> None:
    assert tone_of(["reserva hoy"], (), "eu") == 0
    assert tone_of(["zzz qqq"], (), "es") == 0
    assert tone_of([], (), "es") == 0


def test_the_weights_are_learned_from_the_texts_that_are_there() -> None:
    assert (WEIGHTS / "learned-from").read_text().strip() == digest(taught()), "the texts have changed: make learn"
