"""`overload`, sentence by sentence of 3-rules.md. `as_of` is 2026-12-01, a Tuesday."""

from datetime import date
from typing import Any

from small_plan import entry, found, plan_of, told

RULE = "overload"
PEOPLE: dict[str, dict[str, Any]] = {
    "irene": {"email": "irene@x.example", "minutes_per_week": "100"},
    "tomas": {"email": "tomas@x.example", "minutes_per_week": "0"},
    "ana": {"email": "ana@x.example"},
}


def weeks(*work: dict[str, Any], **settings: Any) -> list[tuple[str, str]]:
    plan = plan_of(work, **{"people": PEOPLE, **settings})
    return [(each.data["person"], each.data["week"]) for each in found(plan, RULE)]


def takes(minutes: int, day: str, **values: Any) -> dict[str, Any]:
    return entry(day, minutes=str(minutes), **values)


def test_more_than_their_minutes_in_a_week_from_monday_to_sunday() -> None:
    assert weeks(takes(60, "2026-12-07"), takes(40, "2026-12-13")) == []
    assert weeks(takes(60, "2026-12-07"), takes(41, "2026-12-13")) == [("irene", "2026-12-07")]
    assert weeks(takes(60, "2026-12-06"), takes(41, "2026-12-07")) == []
    assert weeks(takes(60, "2026-12-13"), takes(41, "2026-12-14")) == []


def test_the_week_of_today_counts_with_its_days_gone_by_and_past_ones_do_not() -> None:
    assert weeks(takes(101, "2026-11-30", status="done")) == [("irene", "2026-11-30")]
    assert weeks(takes(101, "2026-11-29", status="done")) == []
    assert weeks(takes(101, "2026-11-30", status="done"), as_of=date(2026, 12, 6)) == [("irene", "2026-11-30")]
    assert weeks(takes(101, "2026-11-30", status="done"), as_of=date(2026, 12, 7)) == []


def test_one_finding_a_person_and_week() -> None:
    work = [
        takes(101, day, author=who) for day in ("2026-12-08", "2026-12-09", "2026-12-15") for who in ("irene", "tomas")
    ]
    assert weeks(*work) == [
        ("irene", "2026-12-07"),
        ("irene", "2026-12-14"),
        ("tomas", "2026-12-07"),
        ("tomas", "2026-12-14"),
    ]


def test_the_minutes_are_the_author_s() -> None:
    assert weeks(takes(101, "2026-12-08", author="ana")) == []
    assert weeks(takes(101, "2026-12-08", author="ana", writer="irene", reply_to="irene")) == []
    assert weeks(takes(1, "2026-12-08", author="tomas")) == [("tomas", "2026-12-07")]


def test_minutes_that_are_not_said_are_those_of_the_channels() -> None:
    assert weeks(entry("2026-12-08", channels=["visit", "coffee"])) == [("irene", "2026-12-07")]
    assert weeks(entry("2026-12-08", channels=["visit", "email"])) == []


def test_planned_entries_alone_each_occurrence_of_a_repeat() -> None:
    assert weeks(takes(101, "2026-12-08", status="idea")) == []
    assert weeks(takes(101, "2026-11-30", status="draft")) == []
    daily = takes(30, "2026-12-07", channels="visit", repeat={"rule": "FREQ=DAILY;COUNT=11"})
    assert weeks(daily) == [("irene", "2026-12-07"), ("irene", "2026-12-14")]


def test_it_is_off_in_the_gentle_profile() -> None:
    assert weeks(takes(101, "2026-12-08"), profile="gentle") == []


def test_it_says_how_much_has_to_go_and_which_entry_is_enough() -> None:
    work = [takes(60, "2026-12-08", title="Larga"), takes(50, "2026-12-09", title="Media"), takes(5, "2026-12-10")]
    (finding,) = found(plan_of(work, people=PEOPLE), RULE)
    assert (finding.level, finding.entry, finding.place.file) == ("warning", None, "content/people.yaml")
    assert finding.data == {"person": "irene", "week": "2026-12-07", "minutes": 115, "limit": 100}
    assert told(finding, "es") == (
        "«IRENE» tiene 115 minutos planeados en la semana del 7 de diciembre de 2026 al 13 de diciembre de 2026; "
        "su límite es 100. Mueve o quita 15 minutos de trabajo: basta con «Media» (9 de diciembre)."
    )
    (all_of_it,) = found(plan_of([takes(120, "2026-11-30", status="done")], people=PEOPLE), RULE)
    assert told(all_of_it).endswith("Move or cut 20 minutes of work.")
