"""A year with a client as a small picture: what they received above the line, what was said to and fro below it."""

from collections.abc import Iterable
from datetime import date, timedelta

from valuegen.pages.planner.contact_views import Dot, Event, Strip
from valuegen.pages.planner.frame import Desk
from valuegen.words import msg, written

WIDTH, MARGIN = 720, 12
DAYS = 365


def year_strip(desk: Desk, past: Iterable[Event]) -> Strip | None:
    """The last twelve months; None where nothing happened in them. `past`: the newest first."""
    today = desk.plan.as_of.day
    events = [event for event in reversed(list(past)) if (today - event.day).days < DAYS]
    if not events:
        return None
    above = [event for event in events if event.side == "entry"]
    below = [event for event in events if event.side != "entry"]
    theirs = sum(event.side == "theirs" for event in below)
    return Strip(
        title=desk.say(msg("The last twelve months")),
        summary=desk.say(
            msg(
                "Above the line, what they received ({received}); below it, what was said and done ({said}, and of it "
                "{theirs} by them).",
                received=len(above),
                said=len(below),
                theirs=theirs,
            )
        ),
        above=tuple(_dot(desk, event, today) for event in above),
        below=tuple(_dot(desk, event, today) for event in below),
        months=tuple((_x(month, today), written(month, desk.language, "MMM")) for month in _months(today)),
        rows=tuple(_rows(desk, events)),
    )


def _dot(desk: Desk, event: Event, today: date) -> Dot:
    label = f"{written(event.day, desk.language, 'medium')}: {event.text or event.said}"
    return Dot(_x(event.day, today), event.shape, event.side, event.kind, label)


def _x(day: date, today: date) -> str:
    share = 1 - (today - day).days / DAYS
    return f"{MARGIN + share * (WIDTH - 2 * MARGIN):.1f}"


def _months(today: date) -> Iterable[date]:
    """The first of each month of the year up to today that has room for its name."""
    month = (today - timedelta(days=DAYS - 1)).replace(day=1)
    while month <= today - timedelta(days=14):
        month = (month + timedelta(days=31)).replace(day=1)
        if month <= today - timedelta(days=14):
            yield month


def _rows(desk: Desk, events: list[Event]) -> Iterable[tuple[str, int, int, int]]:
    """By month: how many entries, words of yours, words of theirs (and what came of it)."""
    counts: dict[str, list[int]] = {}
    for event in events:
        held = counts.setdefault(written(event.day, desk.language, "yMMM"), [0, 0, 0])
        held[0 if event.side == "entry" else 1 if event.side == "ours" else 2] += 1
    return [(month, *held) for month, held in ((name, (a, b, c)) for name, (a, b, c) in counts.items())]
