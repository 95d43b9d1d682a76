"""On which days an event falls, in the site's zone; and its repetition, where the format can say it."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import groupby
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from valuegen.bring.parts import Value
from valuegen.clock import FIRST, LAST, recurrences
from valuegen.model.recurrence import MOST, read_rule
from valuegen.model.values import Wrong
from valuegen.words import Message, msg

AHEAD = timedelta(days=366)
"""So far a repetition without an end goes."""
_TIMES = re.compile(r";?BY(?:HOUR|MINUTE|SECOND)=([0-9,]+)")
_WEEK = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WEEKDAYS = re.compile(r"\bBYDAY=((?:MO|TU|WE|TH|FR|SA|SU)(?:,(?:MO|TU|WE|TH|FR|SA|SU))*)(?=;|$)")
_COUNT = re.compile(r";?COUNT=[0-9]+")
_UNTIL = re.compile(r";?UNTIL=([0-9]{8})(?:T([0-9]{6})(Z?))?")


class Moment(NamedTuple):
    """A day of the site, and perhaps a time of it."""

    day: date
    at: time | None = None


class Zones:
    """The site's zone, and the one that a calendar of Google means where it writes UTC (X-WR-TIMEZONE)."""

    def __init__(self, site: str, calendar: str) -> None:
        self.site = ZoneInfo(site)
        try:
            self.utc: tzinfo = ZoneInfo(calendar) if calendar else UTC
        except (ValueError, OSError, KeyError):
            self.utc = UTC


class Happening(NamedTuple):
    """A moment, or one that repeats up to `last`: each is an entry."""

    moment: Moment
    last: date
    repeat: dict[str, Value] | None = None


@dataclass(frozen=True, slots=True)
class Days:
    """When an event happens."""

    happenings: tuple[Happening, ...]
    minutes: int = 0
    looks: tuple[Message, ...] = ()


def day_said(raw: Any, name: str) -> date | None:
    """The moment under a property; None where it is none, or stands there twice."""
    try:
        found = raw.get(name).dt
    except (ValueError, AttributeError, TypeError):  # icalendar tells of a broken one when it is asked for
        return None
    return found if isinstance(found, date) else None


def start_of(when: date, zones: Zones) -> Moment:
    """A moment of a calendar, on the site's clock; one without a zone is meant there."""
    if not isinstance(when, datetime):
        return Moment(when)
    local = when.astimezone(zones.site) if when.tzinfo else when
    return Moment(local.date(), local.time().replace(second=0, microsecond=0))


def days_of(raw: Any, zones: Zones, today: date, moved: frozenset[date]) -> Days:
    """The days of an event; `moved`: those of a repetition that stand elsewhere. Raises `Wrong`."""
    start = raw.get("DTSTART").dt
    is_whole = str(raw.get("X-MICROSOFT-CDO-ALLDAYEVENT", "")).upper() == "TRUE"
    if is_whole and isinstance(start, datetime):
        start = start.date()
    minutes, looks = _length(raw, start)
    looks = (*looks, *_zone_unknown(raw, start))
    rule = raw.get("RRULE")
    if isinstance(rule, list):
        raise Wrong(msg("It has two rules of repetition."))
    added = [start_of(one, zones) for one in _listed(raw, "RDATE")]
    if rule is None or raw.get("RECURRENCE-ID") is not None:
        return Days(_each_once(start_of(start, zones), *added), minutes, looks)
    local = _in_its_zone(start, zones)
    plain, until = _rule(rule.to_ical().decode(), local)
    gone = moved | {start_of(one, zones).day for one in _listed(raw, "EXDATE")}
    last = min(until or (LAST if "COUNT=" in plain else today + AHEAD), LAST)
    begin, plain, told = _begun(plain, local, last, today)
    kept, parts = _parts(plain, begin, last, local, zones, gone, today, until)
    if not kept:
        raise Wrong(msg("This repetition never happens."))
    if len(parts) > 1 and until is None and "COUNT=" not in plain:  # it has no end, so the last of them ends later
        _, parts = _parts(plain, begin, min(last + AHEAD, LAST), local, zones, gone, today, until)
        parts = [one for one in parts if one.moment.day <= last]
    if not parts:
        looks = (*looks, *told, _one_by_one(len(kept)))
        return Days(_each_once(*kept, *added), minutes, looks)
    if len(parts) > 1:
        told = (*told, _by_clock(len(parts)))
    return Days((*parts, *_each_once(*added)), minutes, (*looks, *told))


def _parts(
    rule: str,
    first: date,
    end: date,
    local: date,
    zones: Zones,
    gone: frozenset[date],
    today: date,
    until: date | None,
) -> tuple[list[Moment], list[Happening]]:
    """The moments of a repetition; and it, as one for each time of day that it has on the site's clock: where another
    country changes its clocks, the site's may not. None of these where the rule does not give their days."""
    said = recurrences(rule, first, end)
    moments = [_on(day, local, zones) for day in said]
    kept = [one for one in moments if one.day not in gone]
    if not kept:
        return [], []
    later, days = moments[0].day - said[0], [one.day for one in moments]
    rule = _shifted(rule, later.days)
    parts: list[Happening] = []
    for at, group in groupby(kept, key=lambda one: one.at):
        own = [one.day for one in group]
        is_whole = len(own) == len(kept)
        plain = rule if is_whole else _COUNT.sub("", rule).strip(";")
        begin, last = (days[0], days[-1]) if is_whole else (own[0], own[-1])
        theirs = [day for day in days if begin <= day <= last]
        if [*recurrences(plain, begin, last)] != theirs:
            return kept, []
        repeat: dict[str, Value] = {"rule": plain}
        if ends := (until and until + later) if is_whole else own[-1]:
            repeat["until"] = ends.isoformat()
        if out := tuple(day.isoformat() for day in theirs if day not in own):
            repeat["except"] = out
        if past := [day for day in own if day < today]:
            repeat["done"] = past[-1].isoformat()
        parts.append(Happening(Moment(begin, at), own[-1], repeat if len(theirs) > 1 or is_whole else None))
    return kept, parts


def _shifted(rule: str, days: int) -> str:
    """The rule of every week on other weekdays: Monday at three in Madrid is Sunday in Bogotá."""
    found = _WEEKDAYS.search(rule)
    if not days or "FREQ=WEEKLY" not in rule or not found:
        return rule
    moved = (_WEEK[(_WEEK.index(day) + days) % len(_WEEK)] for day in found[1].split(","))
    return f"{rule[: found.start(1)]}{','.join(moved)}{rule[found.end(1) :]}"


def _each_once(*moments: Moment) -> tuple[Happening, ...]:
    """A day that is named again and again is one day."""
    return tuple(Happening(one, one.day) for one in dict.fromkeys(moments))


def _one_by_one(count: int) -> Message:
    return msg("Its repetition can't be kept, so each of its {n} days is an entry of its own.", n=count)


def _by_clock(count: int) -> Message:
    return msg(
        "On your site's clock its time changes during the year, so it is {n} repetitions, one after the other.",
        n=count,
    )


def _in_its_zone(start: date, zones: Zones) -> date:
    """The start on the clock by which its repetition counts its days."""
    if isinstance(start, datetime) and start.tzinfo is not None and start.utcoffset() == timedelta(0):
        return start.astimezone(zones.utc)
    return start


def _on(day: date, local: date, zones: Zones) -> Moment:
    """The moment of a day of a repetition."""
    if not isinstance(local, datetime):
        return Moment(day)
    return start_of(local.replace(year=day.year, month=day.month, day=day.day), zones)


def _rule(text: str, local: date) -> tuple[str, date | None]:
    """The rule by days, and the day on which it ends. Raises `Wrong`."""
    text = text.upper()
    if any("," in found for found in _TIMES.findall(text)):
        raise Wrong(msg("It happens more often than once a day."))
    text = _TIMES.sub("", text).strip(";")
    found = _UNTIL.search(text)
    until = _last_day(found, local) if found else None
    return read_rule(_UNTIL.sub("", text).strip(";")), until


def _last_day(found: re.Match[str], local: date) -> date:
    try:
        day = datetime.strptime(found[1], "%Y%m%d")  # noqa: DTZ007 -- its zone follows
        if found[2]:
            day = datetime.strptime(found[1] + found[2], "%Y%m%d%H%M%S")  # noqa: DTZ007 -- its zone follows
            if found[3] and isinstance(local, datetime) and local.tzinfo:
                return day.replace(tzinfo=UTC).astimezone(local.tzinfo).date()
    except ValueError:
        raise Wrong(msg("“{text}” does not exist in the calendar.", text=found[1])) from None
    return day.date()


def _begun(rule: str, local: date, last: date, today: date) -> tuple[date, str, tuple[Message, ...]]:
    """The day on which a repetition begins: a later one of its days, where it has more than an entry may have."""
    begin = local.date() if isinstance(local, datetime) else local
    if not FIRST <= begin <= LAST:
        raise Wrong(msg("“{text}” is outside the years 1900 to 2199.", text=begin.isoformat()))
    if len(recurrences(rule, begin, last)) < MOST or "COUNT=" in rule:
        return begin, rule, ()
    since, at = today - AHEAD, begin
    while at < since:
        block = recurrences(rule, at, since)
        if len(block) < 2:
            break
        at = block[-1]
    return at, rule, (msg("It repeats more than {most} times: taken from {day} on.", most=MOST, day=at),)


def _listed(raw: Any, name: str) -> list[date]:
    """The days of a property that lists some, written once or again and again."""
    value = raw.get(name)
    found = value if isinstance(value, list) else [] if value is None else [value]
    return [one.dt for held in found for one in held.dts if isinstance(one.dt, date)]


def _zone_unknown(raw: Any, start: date) -> tuple[Message, ...]:
    """What to say of an event in a zone that neither the calendar nor the world knows."""
    name = str(raw["DTSTART"].params.get("TZID", ""))
    if not name or not isinstance(start, datetime) or start.tzinfo is not None:
        return ()
    return (msg("There is no time zone “{name}”: its time is taken as that of your site's clock.", name=name),)


def _length(raw: Any, start: date) -> tuple[int, tuple[Message, ...]]:
    """How many minutes it takes; and what to say of one that takes days."""
    end, length = raw.get("DTEND"), raw.get("DURATION")
    took = length.dt if length is not None else None
    if end is not None and isinstance(end.dt, datetime) == isinstance(start, datetime):
        took = end.dt - start
    if not isinstance(took, timedelta) or took <= timedelta(0):
        return 0, ()
    if took > timedelta(days=1):
        return 0, (msg("It lasts {n} days: taken as its first.", n=-(-took // timedelta(days=1))),)
    return (int(took.total_seconds() // 60), ()) if isinstance(start, datetime) else (0, ())
