"""What `valuegen suggest` says: for people, and for programs."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from valuegen.cli.add_sorts import KIND_WORDS as KINDS
from valuegen.plan.types import Plan
from valuegen.remedy import Credit, credit_sentence, needed_words
from valuegen.remedy.suggest import reasons_of
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
    yield _heading(plan, suggestions, credit)
    for one in suggestions:
        yield ""
        if one.days:
            days = tuple(near(day, today) for day in one.days)
            yield msg("  {kind}: {days:or}", kind=KINDS[one.kind], days=days)
        else:
            yield msg("  {kind}: no day fits within a year", kind=KINDS[one.kind])
        yield from (msg("    {line}", line=line) for line in _more(one, today))
        if one.days:
            yield f"    {as_yaml(one.keys, one.days[0])}"


def in_short(plan: Plan, suggestions: Sequence[Suggestion], credit: Credit) -> Iterator[Message | str]:
    """One of many segments: its credit, and a line for each kind."""
    today = plan.as_of.day
    yield _heading(plan, suggestions, credit)
    for one in suggestions:
        if not one.days:
            yield _never(one)
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
            "give": one.give.value if one.give else None,
            "entry": {"date": one.days[0].isoformat(), **_plain(one.keys)} if one.days else None,
        }
        for one in suggestions
    ]
    data = {"version": VERSION, "as_of": as_of.isoformat(), "suggestions": found, "credit": dict(credit)}
    return json.dumps(data, ensure_ascii=False, indent=2)


def as_yaml(keys: Keys, day: date) -> str:
    """The entry as a line of a calendar."""
    return f"- {in_line({'date': day.isoformat(), **keys})}"


def _heading(plan: Plan, suggestions: Sequence[Suggestion], credit: Credit) -> Message:
    """The credit of a segment; where more than its share speaks against an offer, what the line of offers says."""
    name = plan.workspace.segments[suggestions[0].segment].name
    offer = next((one for one in suggestions if one.kind == "pitch"), None)
    is_never = credit.next is None and credit.missing is None
    if offer is None or is_never:
        return credit_sentence(name, credit)
    if offer.days:
        is_later = credit.next is not None and credit.next < offer.days[0]
        return credit_sentence(name, replace(credit, now=0, next=offer.days[0]) if is_later else credit)
    if offer.give is None or offer.even_so:
        return msg("{name}: no offer fits for now.", name=name)
    if credit.next is None and not credit.now and credit.missing == offer.give:
        return credit_sentence(name, credit)
    return credit_sentence(name, Credit(0, None, credit.as_of, missing=offer.give))


def _more(one: Suggestion, today: date) -> Iterator[Message]:
    """Why not before, what it could serve, and what it mends."""
    waits = [wait for wait in one.waits if not one.days or wait.first < one.days[0]]
    for wait in waits[:MOST_WAITS]:
        # where no day fits, none after the last one that was looked at is promised
        yield _waiting(wait, today) if one.days or wait.first != today else wait.reason.text
    if one.give and not one.days:  # else the days are the answer
        yield msg("{needed} first", needed=needed_words(one.give))
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


def _never(one: Suggestion) -> Message:
    """Why no day fits."""
    if one.give and not one.even_so:
        return msg("  {kind}: not yet; {needed} first", kind=KINDS[one.kind], needed=needed_words(one.give))
    return msg("  {kind}: no day fits within a year; {why}", kind=KINDS[one.kind], why=_against(one))


def why_never(one: Suggestion) -> Message:
    """Why no day fits, and where there is more of that."""
    command = f"valuegen suggest --segment {one.segment} --kind {one.kind}"
    return msg("No day of the next year fits: {why}. `{command}` says more.", why=_against(one), command=command)


def _against(one: Suggestion) -> tuple[Message, ...]:
    """All that stands in the way: of an offer what value does not mend, and the value that is missing."""
    if not one.give:
        return tuple(reason.text for reason in reasons_of(one.waits))
    return (*(reason.text for reason in one.even_so), needed_words(one.give))


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
