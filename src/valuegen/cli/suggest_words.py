"""What `valuegen suggest` says: for people, and for programs."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from valuegen.cli.add_sorts import KIND_WORDS as KINDS
from valuegen.plan.types import Plan
from valuegen.remedy import Credit, credit_sentence, needed_words
from valuegen.remedy.suggest_days import FREE
from valuegen.remedy.suggest_parts import Keys, Suggestion, Wait
from valuegen.rules.mends import near
from valuegen.words import Message, msg
from valuegen.write.yaml_text import in_line

VERSION = 1
MOST_WAITS = 6
"""So many reasons to wait are told; the rest are left out, and the JSON has them all."""


def in_full(plan: Plan, suggestions: Sequence[Suggestion], credit: Credit) -> Iterator[Message | str]:
    """One segment: its credit, and for each kind the days, why not before, what it serves, the entry to paste."""
    today = plan.as_of.day
    yield _heading(plan, suggestions[0].segment, credit)
    for one in suggestions:
        yield ""
        if one.days:
            days = tuple(near(day, today) for day in one.days)
            yield msg("  {kind}: {days:or}", kind=KINDS[one.kind], days=days)
        else:
            yield msg("  {kind}: no day fits within a year", kind=KINDS[one.kind])
        yield from (msg("    {line}", line=line) for line in _more(one, today, credit))
        if one.days:
            yield f"    {as_yaml(one.keys, one.days[0])}"


def in_short(plan: Plan, suggestions: Sequence[Suggestion], credit: Credit) -> Iterator[Message | str]:
    """One of many segments: its credit, and a line for each kind."""
    today = plan.as_of.day
    yield _heading(plan, suggestions[0].segment, credit)
    for one in suggestions:
        if not one.days:
            yield _never(one, credit)
            continue
        told = msg("{kind}: from {day}", kind=KINDS[one.kind], day=near(one.days[0], today))
        held_up = _held_up(one, credit)
        if held_up:
            yield msg("  {told}; not before: {why}", told=told, why=held_up)
            continue
        serves = tuple(_serves(one))
        if serves:
            yield msg("  {told} ({serves})", told=told, serves=serves)
        else:
            yield msg("  {told}", told=told)


def data_of(as_of: date, suggestions: Sequence[Suggestion], credit: Mapping[str, Any], language: str) -> str:
    """All of it as one JSON text; reasons are said in `language`."""
    from valuegen.words import say

    def wait(one: Wait) -> dict[str, str]:
        text = say(one.reason.text, language)
        return {"from": one.first.isoformat(), "to": one.last.isoformat(), "why": one.reason.name, "text": text}

    found = [
        {
            "segment": one.segment,
            "kind": one.kind,
            "days": [day.isoformat() for day in one.days],
            "waits": [wait(each) for each in one.waits],
            "needs": list(one.needs),
            "topics": list(one.topics),
            "mends": list(one.mends),
            "give": one.give,
            "entry": {"date": one.days[0].isoformat(), **_plain(one.keys)} if one.days else None,
        }
        for one in suggestions
    ]
    data = {"version": VERSION, "as_of": as_of.isoformat(), "suggestions": found, "credit": dict(credit)}
    return json.dumps(data, ensure_ascii=False, indent=2)


def as_yaml(keys: Keys, day: date) -> str:
    """The entry as a line of a calendar."""
    return f"- {in_line({'date': day.isoformat(), **keys})}"


def _heading(plan: Plan, segment: str, credit: Credit) -> Message:
    return credit_sentence(plan.workspace.segments[segment].name, credit)


def _more(one: Suggestion, today: date, credit: Credit) -> Iterator[Message]:
    """Why not before, what it could serve, and what it mends."""
    waits = [wait for wait in one.waits if not one.days or wait.first < one.days[0]]
    for wait in waits[:MOST_WAITS]:
        # where no day fits, none after the last one that was looked at is promised
        yield _waiting(wait, today) if one.days or wait.first != today else wait.reason.text
    if one.give and not one.days:  # else the days are the answer
        yield msg("{needed} first", needed=_needed(one, credit))
    if one.needs:
        yield msg("it could answer {needs:or}", needs=one.needs)
    if one.topics:
        yield msg("they care about {topics}, and have heard nothing about it for a long time", topics=one.topics)
    if one.mends:
        yield msg("it also mends: {rules}", rules=one.mends)


def _waiting(wait: Wait, today: date) -> Message:
    values = {"last": near(wait.last, today), "why": wait.reason.text}
    if wait.last == today:
        return msg("not today: {why}", why=wait.reason.text)
    if wait.first == today:
        return msg("not until after {last}: {why}", **values)
    if wait.first == wait.last:
        return msg("not on {last}: {why}", **values)
    return msg("not from {first} to {last}: {why}", first=near(wait.first, today), **values)


def _reasons(one: Suggestion) -> tuple[Message, ...]:
    """Each reason to wait once, those of the calendar aside (where there are others)."""
    told = {wait.reason.text: wait.reason.name not in FREE for wait in one.waits}
    return tuple(text for text, is_rule in told.items() if is_rule) or tuple(told)


def _never(one: Suggestion, credit: Credit) -> Message:
    """Why no day fits: value is missing, or else each of the reasons."""
    if one.give:
        return msg("  {kind}: not yet; {needed} first", kind=KINDS[one.kind], needed=_needed(one, credit))
    return msg("  {kind}: no day fits within a year; {why}", kind=KINDS[one.kind], why=_reasons(one))


def why_never(one: Suggestion) -> Message:
    """Why no day fits, and where there is more of that."""
    why = (needed_words(one.give),) if one.give else _reasons(one)
    command = f"valuegen suggest --segment {one.segment} --kind {one.kind}"
    return msg("No day of the next year fits: {why}. `{command}` says more.", why=why, command=command)


def _needed(one: Suggestion, credit: Credit) -> Message:
    """The value that is missing; where the segment itself would bear an offer sooner, for whom."""
    assert one.give
    needed = needed_words(one.give)
    if credit.next is None and not credit.now and credit.missing == one.give:
        return needed
    return msg("{needed}, so that each of its clients gets enough", needed=needed)


def _held_up(one: Suggestion, credit: Credit) -> Message | None:
    """Of an offer that the limit allows sooner, as the line above it says: why it is later all the same."""
    allowed = credit.as_of if credit.now else credit.next
    if one.kind != "pitch" or allowed is None or one.days[0] <= allowed:
        return None
    return next(wait.reason.text for wait in reversed(one.waits) if wait.first < one.days[0])


def _serves(one: Suggestion) -> Iterator[Message]:
    if one.needs:
        yield msg("it could answer {needs:or}", needs=one.needs[:1])
    elif one.topics:
        yield msg("on {topics:or}", topics=one.topics[:1])


def _plain(keys: Keys) -> dict[str, Any]:
    return {key: list(value) if isinstance(value, tuple) else value for key, value in keys.items()}
