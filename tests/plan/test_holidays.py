"""Public holidays: which, in which language, and that the machine has no say in it."""

from collections.abc import Iterator
from datetime import date

import pytest

from valuegen.plan import holidays
from valuegen.plan.holidays import gap_of, holiday_on, holidays_of
from valuegen.read.countries import CODES


@pytest.fixture(autouse=True)
def _afresh() -> Iterator[None]:
    holidays._of_year.cache_clear()
    yield
    holidays._of_year.cache_clear()


def test_those_of_the_years_asked_for_in_order() -> None:
    found = holidays_of("CO", [2027, 2026, 2026], "es")
    assert {day.year for day in found} == {2026, 2027}
    assert list(found) == sorted(found)
    assert found[date(2026, 12, 8)] == "La Inmaculada Concepción"
    assert holidays_of("CO", [], "es") == holidays_of(None, [2026], "es") == {}


def test_a_part_of_a_country_has_its_own_besides() -> None:
    everywhere, madrid = holidays_of("ES", [2027], "es"), holidays_of("ES-MD", [2027], "es")
    assert set(everywhere) < set(madrid)
    assert holiday_on(date(2027, 5, 3), "ES-MD", "es") is not None
    assert holiday_on(date(2027, 5, 3), "ES", "es") is None


def test_names_are_in_the_site_s_language_else_in_the_country_s() -> None:
    first = date(2026, 1, 1)
    assert [holiday_on(first, "CO", language) for language in ("es", "en")] == ["Año Nuevo", "New Year's Day"]
    assert holiday_on(first, "US", "es") == "New Year's Day"


@pytest.mark.parametrize("locale", ["de_DE.UTF-8", "es_CO.UTF-8", "uk"])
def test_the_machine_s_locale_has_no_say(locale: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(name, locale)
    assert holiday_on(date(2026, 4, 3), "DE", "es") == "Karfreitag"
    assert holiday_on(date(2026, 4, 3), "CO", "en") == "Good Friday"
    assert holiday_on(date(2026, 4, 3), "GB", "es") == "Good Friday"


def test_all_countries_that_a_site_may_name_are_known() -> None:
    assert [code for code in sorted(CODES) if gap_of(code)] == []
    assert gap_of("ES-ZZ") == "part"
