"""`valuegen import csv`: in which order the dates of a table are read, and what is said of it."""

import re

import pytest

from bench import Bench, MiniWorkspace


@pytest.fixture
def work(bench: Bench) -> MiniWorkspace:
    return bench.workspace()


def plan(work: MiniWorkspace, *days: str) -> tuple[list[str], str]:
    """The days that a calendar comes to, and what is said of them."""
    work.write("c.csv", "Date,Title\n" + "".join(f"{day},Idea {number}\n" for number, day in enumerate(days)))
    done = work.run("import", "csv", "c.csv", "--dry-run", language="en")
    return [line.partition("date: ")[2] for line in done.out.splitlines() if "date: " in line], done.err


def test_one_date_that_shows_its_order_tells_of_all(work: MiniWorkspace) -> None:
    days, said = plan(work, "03/12/2027", "12/31/2027")
    assert days == ["2027-03-12", "2027-12-31"]
    assert (
        "c.csv:2: Dates are read with the month first, as “12/31/2027” (line 3) is: “03/12/2027” is March 12, 2027. "
        "If its day is first, add --day-first." in said
    )
    days, said = plan(work, "03/12/2027", "31/12/2027")
    assert days == ["2027-12-03", "2027-12-31"]
    assert (
        "c.csv:2: Dates are read with the day first, as “31/12/2027” (line 3) is: “03/12/2027” is December 3, 2027. "
        "If its month is first, add --month-first." in said
    )


@pytest.mark.parametrize("month", ["03/2024", "03/24", "3.20.5", "00/31/2024", "03/2024 "])
def test_a_month_with_its_year_shows_nothing(work: MiniWorkspace, month: str) -> None:
    work.write("c.csv", f"Name,Client since,Birthday\nAda Ros,{month},01/02/1980\nLeo Paz,04/2023,05/06/1981\n")
    asked = ("import", "csv", "c.csv", "--segment", "panaderias", "--map", "Client since=agreed", "--dry-run")
    done = work.run(*asked, language="en")
    assert re.findall(r"birthday: '?([\d-]+)", done.out) == ["1980-02-01", "1981-06-05"]
    assert "month first, as" not in done.err


@pytest.mark.parametrize(
    "odd",
    ["10-20 years", "3/14 units", "12/31/2027 or so", "02/30/2027", "10/15/2027 - 10/20/2027", "1.12.30", "12.50"],
)
def test_what_is_no_date_shows_nothing(work: MiniWorkspace, odd: str) -> None:
    work.write("c.csv", f"Name,Birthday,Since\nAda Ros,{odd},\nLeo Paz,05/06/1981,01/02/2024\n")
    asked = ("import", "csv", "c.csv", "--segment", "panaderias", "--map", "Since=agreed", "--dry-run")
    done = work.run(*asked, language="en")
    assert re.findall(r"birthday: '?([\d-]+)", done.out)[-1] == "1981-06-05"
    assert "on: 2024-02-01" in done.out
    assert "month first, as" not in done.err


def test_a_day_without_its_year_tells_of_its_own_column_alone(work: MiniWorkspace) -> None:
    """`12-31` may be of the form that has the month first everywhere; `05/06/2026` beside it is not of that form."""
    work.write("c.csv", "Name,Birthday,Since\nAda Ros,12-31,01/02/2024\nLeo Paz,05-06,\n")
    asked = ("import", "csv", "c.csv", "--segment", "panaderias", "--map", "Since=agreed", "--dry-run")
    done = work.run(*asked, language="en")
    assert re.findall(r"birthday: '?([\d-]+)", done.out) == ["12-31", "05-06"]
    assert "on: 2024-02-01" in done.out


@pytest.mark.parametrize("month", ["03/2024", "3.2024", "2024-03", "March 2024", "mar-2024", "marzo de 2024"])
def test_a_month_is_no_day_and_who_opted_out_in_it_is_left_alone_from_its_first(
    work: MiniWorkspace, month: str
) -> None:
    """When somebody agreed is for the user to know; nobody is written to because a day is not known."""
    work.write("c.csv", f"Name,Since,Unsubscribed\nAda Ros,{month},\nLeo Paz,,{month}\n")
    asked = ("import", "csv", "c.csv", "--segment", "panaderias", "--map", "Since=agreed,3=opted_out", "--dry-run")
    done = work.run(*asked, language="en")
    assert (
        "c.csv:2: Without `agreed`: This says no day. Write it as year-month-day, for example 2026-12-03." in done.err
    )
    assert "opted_out: 2024-03-01" in done.out
    assert "c.csv:3:" not in done.err


def test_a_birthday_without_its_year_shows_the_order(work: MiniWorkspace) -> None:
    work.write("c.csv", "Name,Birthday\nAda Ros,12/25\nLeo Paz,05/06\n")
    done = work.run("import", "csv", "c.csv", "--segment", "panaderias", "--dry-run", language="en")
    assert re.findall(r"birthday: '?([\d-]+)", done.out) == ["12-25", "05-06"]


def test_dates_that_contradict_each_other_are_read_with_the_day_first(work: MiniWorkspace) -> None:
    days, said = plan(work, "12/31/2027", "31/12/2027", "03/12/2027")
    assert days == ["2027-12-03", "2027-12-31"]
    assert (
        "c.csv:4: Some dates have the day first (“31/12/2027”, line 3), others the month (“12/31/2027”, line 2). "
        "“03/12/2027” is read as December 3, 2027. Add --day-first or --month-first, and all are read so." in said
    )
    assert "c.csv:2: “12/31/2027” does not exist in the calendar." in said


@pytest.mark.parametrize("odd", ["00/05/2024", "05/06/1800", "05/06/0000"])
def test_what_no_order_makes_a_date_costs_itself_alone(work: MiniWorkspace, odd: str) -> None:
    days, said = plan(work, odd, "03/12/2027")
    assert days == ["2027-12-03"]
    assert "c.csv:2: " in said
    assert "c.csv:3: “03/12/2027” is read with the day first" in said


def test_what_is_said_holds_and_is_not_told(work: MiniWorkspace) -> None:
    work.write("c.csv", "Date,Title\n03/12/2027,One\n12/11/2027,Two\n")
    for option, days in (
        ("--month-first", ("2027-03-12", "2027-12-11")),
        ("--day-first", ("2027-12-03", "2027-11-12")),
    ):
        done = work.run("import", "csv", "c.csv", "--dry-run", option, language="en")
        assert all(f"date: {day}" in done.out for day in days)
        assert "-first" not in done.err
    assert plan(work, "31/12/2027", "2027-03-12")[1].count("-first") == 0  # nothing can be two days


def test_hours_by_the_halves_of_a_day(work: MiniWorkspace) -> None:
    """As Outlook and Excel write them in the United States, and in Spanish."""
    work.write(
        "c.csv",
        "Subject,Start Date,Start Time\nOne,12/31/2027,9:30:00 PM\nTwo,12/30/2027,12:15 a. m.\n"
        "Three,12/29/2027 8:05 AM,\n",
    )
    done = work.run("import", "csv", "c.csv", "--as", "calendar", "--dry-run", language="en")
    for moment in ("2027-12-31T21:30", "2027-12-30T00:15", "2027-12-29T08:05"):
        assert f"date: {moment}" in done.out


def test_what_lies_in_the_past_comes_in_as_done_and_is_told(work: MiniWorkspace) -> None:
    work.write("c.csv", "Date,Title,Status\n2024-03-01,One,draft\n2024-04-01,Two,\n2099-01-01,Three,\n")
    done = work.run("import", "csv", "c.csv", "--dry-run", language="en")
    assert "\n2 entries are dated before today, so they are marked as `done`: one and two." in done.err
