"""`remind` in a terminal."""

from datetime import date, time

from valuegen.pages.reminder_files import ReminderList
from valuegen.plan.types import Reminder
from valuegen.report.reminder_table import table
from valuegen.words import msg

TODAY = date(2026, 12, 1)
PEOPLE = {"irene": "Irene Vidal", "t": "Tomás"}


def reminder(day, owner="irene", text="Escribe a Rosa.", at=None):
    return Reminder(f"share.x{day}@t.example", "share", day, at, owner, msg("{t}", t=text), msg("x"), late=day < TODAY)


def listed(*reminders):
    return ReminderList("Taller", reminders, PEOPLE, "es", TODAY, "UTC")


def test_late_first_then_today_then_day_by_day():
    made = listed(reminder(date(2026, 11, 3), "t"), reminder(TODAY, at=time(9, 30)), reminder(date(2026, 12, 3)))
    assert table(made, colour=False) == (
        "Con retraso\n"
        "  Tomás        3 nov 2026  Escribe a Rosa.  [share.x2026-11-03]\n\n"
        "Hoy, 1 de diciembre de 2026\n"
        "  Irene Vidal  09:30 Escribe a Rosa.  [share.x2026-12-01]\n\n"
        "Jueves, 3 de diciembre de 2026\n"
        "  Irene Vidal  Escribe a Rosa.  [share.x2026-12-03]\n\n"
        "1 con retraso, 1 para hoy y 1 más hasta el 3 de diciembre de 2026."
    )


def test_nothing_to_do():
    assert table(listed(), colour=True) == "Nada pendiente: todo está al día."


def test_no_text_can_write_over_the_terminal():
    assert "\\u001b" in table(listed(reminder(TODAY, text="\x1b[2J")), colour=False)
    assert table(listed(reminder(TODAY)), colour=True).startswith("\x1b[1mHoy")
