"""What to write is told ready to paste where it can be known what was meant."""

from collections.abc import Callable

import pytest

from valuegen.model.contact import read_since
from valuegen.model.values import Wrong, read_count, read_id, read_rate, read_span, read_when, read_yearly
from valuegen.words import say


def mend(read: Callable[[str], object], text: str, language: str = "en") -> str:
    with pytest.raises(Wrong) as caught:
        read(text)
    assert caught.value.mend is not None
    return say(caught.value.mend, language)


@pytest.mark.parametrize(
    ("text", "days"),
    [("90", 90), ("1 month", 30), ("3 meses", 90), ("una semana", 7), ("6 sem", 42), ("un año", 365), ("2 years", 730)],
)
def test_a_span_in_other_words(text: str, days: int) -> None:
    assert mend(read_span, text) == f"Write {days} days."
    assert mend(read_span, text, "es") == f"Escribe {days} días."


@pytest.mark.parametrize("text", ["", "a while", "1.5 weeks", "20 years", "0", "una", "9" * 50])
def test_a_span_that_nobody_can_know(text: str) -> None:
    assert mend(read_span, text) in ("Write, for example, 90 days or 6 weeks.", "Write 1 day.")


@pytest.mark.parametrize(
    ("text", "count", "days"),
    [
        ("2 per week", 2, 7),
        ("2 por semana", 2, 7),
        ("2 cada semana", 2, 7),
        ("dos veces al mes", 2, 30),
        ("una vez a la semana", 1, 7),
        ("twice a month", 2, 30),
        ("3 times every 2 weeks", 3, 14),
        ("2/7", 2, 7),
        ("2 per 7", 2, 7),
        ("3.0 al mes", 3, 30),
    ],
)
def test_a_rate_in_other_words(text: str, count: int, days: int) -> None:
    assert mend(read_rate, text) == f"Write {count} per {days} days."
    assert mend(read_rate, text, "es") == f"Escribe {count} cada {days} días."
    assert read_rate(f"{count} cada {days} días").days == days


@pytest.mark.parametrize("text", ["2", "often", "2 per", "0 per week", "2 per decade", "2 per 20 years"])
def test_a_rate_that_nobody_can_know(text: str) -> None:
    assert mend(read_rate, text) == "Write, for example, 2 per 7 days."


@pytest.mark.parametrize(
    ("text", "write"),
    [
        ("10,5 cada 30 días", "10 per 30 days, or 11 per 30 days"),
        ("2.5 a week", "2 per 7 days, or 3 per 7 days"),
        ("0.5 per 30 days", "1 per 60 days"),
        ("1.000 cada 30 días", "1000 per 30 days"),
    ],
)
def test_of_a_rate_with_decimals_the_whole_ones_beside_it_are_told(text: str, write: str) -> None:
    assert mend(read_rate, text) == f"Write {write}."
    with pytest.raises(Wrong) as caught:
        read_rate(text)
    assert say(caught.value.message, "es") == f"«{text}»: cuántas veces se dice con un número entero."


@pytest.mark.parametrize("text", ["3.0 per 30 days", "3,0 cada 30 días", "3,00 cada 30 días"])
def test_a_rate_with_nothing_behind_the_comma_is_whole(text: str) -> None:
    assert (read_rate(text).count, read_rate(text).days) == (3, 30)


def test_of_clients_no_value_is_told() -> None:
    for read, text in ((read_span, "3 meses"), (read_rate, "2 per week")):
        with pytest.raises(Wrong) as caught:
            read(text)
        assert caught.value.bare_mend is not None
        assert say(caught.value.bare_mend, "en").startswith("Write, for example,")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2026-12-01T09:30:00-05:00", "Write 2026-12-01T09:30: a time is one of the site's zone, and says no other."),
        ("2026-12-01T09:30Z", "Write 2026-12-01T09:30: a time is one of the site's zone, and says no other."),
        ("20261203", "Write 2026-12-03."),
        ("2026-12-03T25:00", "Write a time from 00:00 to 23:59."),
        ("12-20", "Write it with its year: YYYY-12-20."),
        ("01-07", "Write it with its year: YYYY-01-07 (or YYYY-07-01, if the day stood first)."),
        ("20/12", "Write it with its year: YYYY-12-20."),
    ],
)
def test_a_date_in_other_forms(text: str, told: str) -> None:
    assert mend(read_when, text) == told


def test_an_id_of_signs_alone_is_not_spelt_by_its_codes() -> None:
    assert mend(read_id, "..").startswith("Use lower-case letters")
    assert mend(read_id, "Año Nuevo") == "Write ano-nuevo."


def test_a_number_that_is_too_large_is_a_whole_number() -> None:
    assert mend(read_count, "99999999999") == "Write a smaller number."
    assert mend(read_count, "1.5") == "Write digits alone, for example 90."


def test_yearly_days_are_as_they_were() -> None:
    assert mend(read_yearly, "12/24") == "Write 12-24."


def test_since_when_may_not_be_known() -> None:
    assert mend(read_since, "quizá", "es") == "Escribe el día, por ejemplo 2026-12-03, o true si no lo sabes."
    assert (read_since("sí"), read_since("no")) == (True, None)
