"""Many random reminders in one calendar: each of three parsers reads what was meant, and so all read the same.

VALUEGEN_REMINDERS=1000 looks at more of them (100 without it).
"""

import os
import random
import string
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from calendar_readers import READERS, Reader

from valuegen.pages.reminder_files import ReminderList
from valuegen.plan.reminders import KINDS
from valuegen.plan.types import Reminder
from valuegen.render.calendar_file import calendar_file
from valuegen.words import msg, say

COUNT = int(os.environ.get("VALUEGEN_REMINDERS", "100"))
ZONES = (
    "Europe/Madrid",
    "America/Bogota",
    "America/Mexico_City",
    "America/Argentina/Buenos_Aires",
    "America/Santiago",
)
SIGNS = string.ascii_letters + string.punctuation + " áéíóúñÑ¿¡«»…—’€🥖👩‍🌾日本语עברית\u00a0"
AS_OF = date(2026, 12, 1)


def text_of(chance: random.Random, longest: int) -> str:
    """Letters, signs that a calendar file escapes, and others from all over; no white space at its ends."""
    made = "".join(chance.choice(SIGNS) for _ in range(chance.randint(1, longest)))
    return f"a{made}z"


def time_of(chance: random.Random, day: date, zone: str) -> time | None:
    """A time of the day that is on the clock there; often none."""
    if chance.random() < 0.4:
        return None
    at = time(chance.randint(0, 23), chance.choice([0, 15, 30, 59]))
    local = datetime.combine(day, at, ZoneInfo(zone))
    return at if local.astimezone(UTC).astimezone(ZoneInfo(zone)).time() == at else None


def reminder(chance: random.Random, number: int, zone: str) -> Reminder:
    """Days of two years, so that every change of clocks is among them."""
    day = AS_OF + timedelta(days=chance.randint(-30, 700))
    return Reminder(
        f"share.{number}.{chance.randint(0, 999)}@levadura.example",
        chance.choice(KINDS),
        day,
        time_of(chance, day, zone),
        "irene",
        msg("{title}", title=text_of(chance, 150)),
        msg("{why}", why=text_of(chance, 400)),
        link=chance.choice(
            [None, f"https://levadura.example/?a={number};b,c", "mailto:a@b.example?subject=%C2%BFQu%C3%A9%3F"]
        ),
        notice=chance.choice([0, 0, 2, 14]),
    )


def listed(seed: str, zone: str) -> ReminderList:
    chance = random.Random(seed)
    made = tuple(reminder(chance, number, zone) for number in range(-(-COUNT // len(ZONES))))
    return ReminderList(text_of(chance, 40), made, {"irene": "Irene Vidal"}, "es", AS_OF, zone)


def meant(one: Reminder, zone: str) -> dict[str, Any]:
    start: date = one.due
    if one.at is not None:
        start = datetime.combine(one.due, one.at, ZoneInfo(zone)).astimezone(UTC)
    lines = [say(one.why, "es"), "Para Irene Vidal.", *([one.link] if one.link else [])]
    return {
        "uid": one.uid,
        "text": say(one.text, "es"),
        "start": start,
        "stamp": datetime(2026, 12, 1, tzinfo=UTC),
        "kind": one.kind,
        "link": one.link,
        "description": "\n".join(lines),
        "alarm": [timedelta(days=-one.notice)] if one.notice else [],
    }


@READERS
def test_each_parser_reads_what_was_meant(read: Reader) -> None:
    for zone in ZONES:
        made = listed(f"valuegen {zone}", zone)
        events = read(calendar_file(made))
        assert len(events) == len(made.reminders)
        for event, one in zip(events, made.reminders, strict=True):
            assert event == meant(one, zone)
