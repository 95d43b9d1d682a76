"""`on-holiday`, sentence by sentence of 3-rules.md. `as_of` is 2026-12-01; 8 December is a holiday in Colombia."""

import sys
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from small_plan import entry, found, plan_of, spots, told

from valuegen.plan import holidays

RULE = "on-holiday"
CLOSED = [{"from": "12-24", "to": "01-02", "why": "Vacaciones"}]


def days(day: str, country: str | None = "CO", channels: Any = ("visit",), **settings: Any) -> list[str]:
    site = {"country": country} if country else {}
    work = [entry(day, channels=channels, **settings.pop("work", {}))]
    return [finding.level for finding in found(plan_of(work, site=site, **settings), RULE)]


def test_on_a_public_holiday_of_the_country() -> None:
    assert days("2026-12-08") == ["note"]
    assert days("2026-12-07") == []
    assert days("2026-12-08", country=None) == []
    assert days("2027-01-11") == ["note"]  # Epiphany, observed on the Monday after it


def test_or_of_a_part_of_it() -> None:
    assert days("2027-05-03", country="ES-MD") == ["note"]
    assert days("2027-05-03", country="ES") == []


def test_on_a_closed_day() -> None:
    assert days("2026-12-24", country=None, closed=CLOSED) == ["note"]
    assert days("2027-01-02", country=None, closed=CLOSED) == ["note"]
    assert days("2027-01-03", country=None, closed=CLOSED) == []


def test_a_pause_of_a_segment_is_no_holiday() -> None:
    pause = {"a": {"pauses": [{"from": "2026-12-09", "to": "2026-12-09"}]}}
    assert days("2026-12-09", segments=pause) == []


@pytest.mark.parametrize(("channels", "count"), [(["event"], 1), (["blog", "call"], 1), (["blog", "newsletter"], 0)])
def test_by_a_personal_or_group_channel(channels: list[str], count: int) -> None:
    assert len(days("2026-12-08", channels=channels)) == count


def test_planned_entries_alone() -> None:
    assert days("2026-12-08", work={"status": "idea"}) == []
    slipped = entry("2026-11-16", channels=["visit"], status="draft")
    assert not found(plan_of([slipped], site={"country": "CO"}), RULE)
    assert spots(plan_of([{**slipped, "status": "done", "slug": "x"}], site={"country": "CO"}), RULE) == [
        (None, "2026-11-16-x", "note")
    ]


def test_levels_and_silences() -> None:
    assert days("2026-12-08", rules={RULE: "warning"}) == ["warning"]
    assert days("2026-12-08", profile="gentle") == []
    assert days("2026-12-08", work={"allow": {RULE: "es la feria"}}) == []


def test_it_names_the_holiday_and_the_next_day_that_is_none() -> None:
    plan = plan_of([entry("2026-12-08", title="Una visita", channels=["visit"])], site={"country": "CO"})
    (finding,) = found(plan, RULE)
    assert finding.data == {"holiday": "La Inmaculada Concepción", "closed": False, "next": "2026-12-09"}
    assert told(finding, "es") == (
        "«Una visita» cae en festivo: 8 de diciembre de 2026, La Inmaculada Concepción. "
        "Si puede esperar, muévela: el siguiente día que no es festivo ni de cierre es el 9 de diciembre."
    )
    closed = [{"from": "2026-12-24", "to": "2026-12-31"}]
    plan = plan_of([entry("2026-12-24", channels=["visit"])], site={"country": "CO"}, closed=closed)
    (shut,) = found(plan, RULE)
    assert shut.data == {"holiday": None, "closed": True, "next": "2027-01-02"}


def test_an_error_of_it_is_heeded_when_an_offer_is_moved() -> None:
    # Of five entries one may sell. From the 8th on it would stand; but that day is a holiday.
    work = [entry("2026-12-02", kind="pitch", channels=["visit"], slug="p")]
    work += [entry(day, slug=day) for day in ("2026-12-03", "2026-12-05", "2026-12-07", "2026-12-08")]
    for rules, day in (({}, 8), ({RULE: "error"}, 9)):
        plan = plan_of(work, site={"country": "CO"}, rules={"too-often": "off", **rules})
        (finding,) = found(plan, "pitch-share")
        assert finding.mend
        assert finding.mend.move_to == date(2026, 12, day)


@pytest.fixture
def without_the_library(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setitem(sys.modules, "holidays", None)
    _forget()
    yield
    monkeypatch.undo()
    _forget()


def _forget() -> None:
    holidays.gap_of.cache_clear()
    holidays._of_year.cache_clear()


@pytest.mark.usefixtures("without_the_library")
def test_without_the_extra_closed_days_are_known_and_it_is_said_once() -> None:
    work = [entry(day, channels=["visit"], slug=day) for day in ("2026-12-08", "2026-12-25", "2027-01-05")]
    plan = plan_of(work, site={"country": "CO"}, closed=[{"from": "2027-01-05", "to": "2027-01-05"}])
    assert spots(plan, RULE) == [(None, "2027-01-05-2027-01-05", "note")]
    (note,) = found(plan, "format")
    assert note.level == "note"
    assert told(note, "es") == (
        "Aquí no se saben los festivos: falta instalar el extra «holidays». "
        'Instálalo con `pip install "valuegen[holidays]"`, o quita `country`.'
    )
    assert not found(plan_of(work), "format")


def test_a_part_that_the_library_does_not_know_is_said_and_its_country_s_holidays_hold() -> None:
    assert not found(plan_of([], site={"country": "ES-MD"}), "format")
    (note,) = found(plan_of([], site={"country": "ES-ZZ"}), "format")
    assert (note.level, note.message.values) == ("note", {"country": "ES-ZZ"})
    assert days("2026-12-08", country="ES-ZZ") == ["note"]
    assert days("2027-05-03", country="ES-ZZ") == []


@pytest.mark.parametrize(
    ("country", "notes"), [("CO", 0), ("ES-MD", 0), ("ES-ZZ", 1), ("ZZ", 0), ("co", 0), ("ES-", 0)]
)
def test_a_country_that_is_none_is_told_once(country: str, notes: int) -> None:
    """That there is none is said where it is read; that of its holidays nothing is known would say it again."""
    plan = plan_of([entry("2026-12-01")], site={"country": country})
    assert len([each for each in found(plan, "format") if "not a region" in told(each)]) == notes
