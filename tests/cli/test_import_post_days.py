"""`valuegen import markdown`: the days of posts, as people write them."""

import pytest

from bench import Bench, MiniWorkspace


@pytest.fixture
def work(bench: Bench) -> MiniWorkspace:
    return bench.workspace()


def bring(work: MiniWorkspace, *dates: str, options: tuple[str, ...] = (), more: str = "") -> tuple[list[str], str]:
    """The days that posts come to, and what is said of them."""
    for number, day in enumerate(dates):
        work.write(f"old/{number}.md", f"---\ntitle: Uno {number}\ndate: {day}\n{more}---\nTexto.\n")
    done = work.run("import", "markdown", "old", "--dry-run", *options, language="en")
    assert done.exit == 0
    return [line.partition("date: ")[2] for line in done.out.splitlines() if " date: " in line], done.err


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2023/09/01 10:20:30", "2023-09-01T10:20"),
        ("September 1, 2023", "2023-09-01"),
        ("1 de septiembre de 2023", "2023-09-01"),
        ("31/08/2023 9:05", "2023-08-31T09:05"),
        ("08/31/2023", "2023-08-31"),
    ],
)
def test_a_day_in_another_form(work: MiniWorkspace, written: str, day: str) -> None:
    days, said = bring(work, written)
    assert days == [day]
    assert "-first" not in said


def test_a_day_that_may_be_two_is_read_as_in_tables(work: MiniWorkspace) -> None:
    days, said = bring(work, "01/09/2023", "02/09/2023")
    assert days == ["2023-09-01", "2023-09-02"]
    assert said.count("-first") == 1
    assert (
        "0.md:3: “01/09/2023” is read with the day first, as September 1, 2023. If its month is first, add "
        "--month-first." in said
    )
    assert bring(work, options=("--month-first",))[0] == ["2023-01-09", "2023-02-09"]
    days, said = bring(work, "01/09/2023", "08/31/2023")
    assert days == ["2023-01-09", "2023-08-31"]
    assert (
        "0.md:3: Dates are read with the month first, as “08/31/2023” (1.md:3) is: “01/09/2023” is January 9, 2023. If "
        "its day is first, add --day-first." in said
    )
    assert "-first" not in bring(work, options=("--day-first",))[1]


def test_the_day_of_a_change_is_read_in_the_same_order(work: MiniWorkspace) -> None:
    work.write("old/0.md", "---\ntitle: Uno\ndate: 08/31/2023\nlastmod: 09/01/2023\n---\nTexto.\n")
    done = work.run("import", "markdown", "old", "--dry-run", language="en")
    assert "updated: 2023-09-01" in done.out
    work.write("old/0.md", '+++\ntitle = "Uno"\ndate = "31/08/2023"\nlastmod = "nunca"\n+++\nTexto.\n')
    done = work.run("import", "markdown", "old", "--dry-run", language="en")
    assert "date: 2023-08-31" in done.out
    assert "0.md: Without `updated`: “nunca” is not a date. Write it as year-month-day" in done.err


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("yesterday", "“yesterday” is not a date. Write it as year-month-day, for example 2026-12-03."),
        ("2023-09", "“2023-09” says no day. Write it as year-month-day, for example 2026-12-03."),
        ("31/31/2023", "“31/31/2023” does not exist in the calendar."),
    ],
)
def test_what_is_no_day_is_told_with_its_line_and_what_to_write(work: MiniWorkspace, written: str, said: str) -> None:
    days, told = bring(work, written, "2023-09-01")
    assert days == ["2023-09-01"]
    assert f"\n  0.md:3: {said}\n" in told
