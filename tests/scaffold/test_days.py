"""A workspace that `new` wrote keeps every promise on whatever day, and asks for nothing silly."""

import os
from datetime import date, timedelta

import pytest

from valuegen.build import Survey, survey
from valuegen.leaf import NoLeaves
from valuegen.read.workspace import read_workspace
from valuegen.scaffold.make import LANGUAGES, Answers, files_of
from valuegen.scaffold.place import put

# Leap days, ends of years and of months, Sundays, feasts, the last years that a date can have.
SPECIAL = (
    "2028-02-28 2028-02-29 2028-03-01 2027-02-28 2026-12-31 2027-01-01 2026-12-24 2027-05-01 2100-02-28 2000-02-29"
)
LATER = (0, 17)
EVERY = bool(os.environ.get("VALUEGEN_DAYS"))


def days() -> list[date]:
    """Each day of a leap year where they are asked for (VALUEGEN_DAYS), else one in five, and those around its ends."""
    year = [date(2027, 12, 1) + timedelta(number) for number in range(400)]
    some = [
        day for day in year if EVERY or day.toordinal() % 8 == 0 or (day.month, day.day) > (12, 22) or day.month == 2
    ]
    return some + [date.fromisoformat(day) for day in SPECIAL.split()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_green_on_any_day(tmp_path, language):
    for number, day in enumerate(days()):
        if number % 2 and language == "en" and not EVERY:
            continue
        root = tmp_path / str(number)
        put(root, files_of(Answers("Ana Gil", language, "UTC", "Cuentas claras"), day))
        for later in LATER:
            found = survey(read_workspace(root, day + timedelta(later)), NoLeaves())
            grave = ("error",) if later else ("error", "warning", "todo")
            assert [one for one in found.findings if one.level in grave] == [], (day, later)
            if not later:
                _nothing_silly(found, day)


def _nothing_silly(found: Survey, day: date) -> None:
    """Nothing is due on the first day, and nobody is called on a Sunday or at Christmas."""
    assert [one for one in found.reminders if one.due <= day] == []
    kinds = [one.kind for one in found.reminders]
    assert kinds.count("share") == 2
    assert {"tell", "prepare", "greet"} <= {*kinds}
    for one in found.reminders:
        if one.kind == "share":
            assert one.due.weekday() < 5
            assert (one.due.month, one.due.day) not in ((12, 24), (12, 25), (12, 31), (1, 1))


def test_there_is_something_to_read_at_once_and_four_things_before_the_offer(tmp_path):
    day = date(2026, 11, 22)
    put(tmp_path / "w", files_of(Answers("Ana Gil", "es", "UTC"), day))
    found = survey(read_workspace(tmp_path / "w", day), NoLeaves())
    assert found.plan
    entries = found.plan.workspace.entries
    posts = [one for one in entries if one.written is not None and one.kind != "pitch"]
    [pitch] = [one for one in entries if one.kind == "pitch"]
    assert sum(one.date.day <= day for one in posts if one.date) == 2
    dated = [one.date.day for one in entries if one.date]
    assert len(dated) == len({*dated})  # two messages on one day would be too many
    assert len([one for one in posts if one.date and pitch.date and one.date < pitch.date]) == 4
