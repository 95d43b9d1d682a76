"""`plan.json`: the whole plan as data, for other programs; `plan.schema.json` says what is in it.

Everything derived is there: defaults in force, repeats, opt-outs, balance, credit. Clients have their ids and names, as
on every page of the planner; their phones, emails and what is written about them are not in it.
"""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from valuegen.finding import LEVELS
from valuegen.model.person import Person
from valuegen.pages.balance_words import balance_today, share_options
from valuegen.pages.judged import Judged
from valuegen.pages.planner.frame import TREE
from valuegen.pages.types import Later, Page
from valuegen.plan import addresses
from valuegen.plan.outbox import horizon
from valuegen.plan.receivers import Receivers
from valuegen.plan.types import Occurrence, Plan, Relation
from valuegen.words import say

VERSION = 1
PLAN, SCHEMA = "plan.json", "plan.schema.json"
Row = dict[str, Any]


def plan_pages(judged: Judged) -> tuple[Page, Page]:
    """The plan, and its schema."""
    schema = Path(__file__).with_name(SCHEMA).read_bytes()
    return (
        Page(TREE + PLAN, None, Later(plan_data, judged), form="data"),
        Page(TREE + SCHEMA, None, schema, form="bytes"),
    )


def plan_data(judged: Judged) -> Row:
    """The whole plan as plain values, in the order in which it is written."""
    plan, workspace = judged.plan, judged.plan.workspace
    site = workspace.settings.site
    entries = _Entries(judged)
    answers = entries.answers()
    return {
        "$schema": SCHEMA,
        "version": VERSION,
        "as_of": plan.as_of.day.isoformat(),
        "timezone": site.timezone,
        "language": site.language,
        "site": {"title": site.title, "url": site.url},
        "findings": _findings(judged),
        "reminders": {
            "file": "reminders.json",
            "count": len(judged.reminders),
            "late": sum(one.late for one in judged.reminders),
        },
        "segments": [_segment(judged, id) for id in workspace.segments],
        "people": [_person(person) for person in workspace.people.values()],
        "channels": [_channel(plan, id) for id in _channels_used(plan)],
        "contacts": None if workspace.contacts is None else [_contact(one) for one in plan.relations.values()],
        "needs": None if workspace.needs is None else [_need(plan, id, answers.get(id, [])) for id in workspace.needs],
        "entries": [entries.row(occurrence) for occurrence in plan.occurrences],
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _findings(judged: Judged) -> Row:
    levels = Counter(finding.level for finding in judged.findings)
    rules = Counter(finding.rule for finding in judged.findings)
    return {**{level: levels[level] for level in LEVELS}, "by_rule": dict(sorted(rules.items()))}


def _segment(judged: Judged, id: str) -> Row:
    plan, credit = judged.plan, judged.credits[id]
    segment, options = plan.workspace.segments[id], share_options(judged.policy, id)
    tally = balance_today(plan, judged.policy, id)
    return {
        "id": id,
        "name": segment.name,
        "owner": plan.defaults.segments[id].owner,
        "channels": list(segment.channels),
        "treatment": segment.treatment,
        "cares_about": list(segment.cares_about),
        "at_least_every_days": segment.at_least,
        "at_most": {"count": segment.at_most.count, "days": segment.at_most.days},
        "contacts": list(plan.members.get(id, ())),
        "balance": {
            "pitches": tally.pitches,
            "value": tally.value,
            "share": float(tally.share),
            "max": float(options.max),
            "window_days": options.window,
        },
        "credit": {"now": credit.now, "next": _iso(credit.next)},
    }


def _person(person: Person) -> Row:
    return {"id": person.id, "name": person.name, "role": person.role, "minutes_per_week": person.minutes_per_week}


def _channels_used(plan: Plan) -> list[str]:
    """The channels that an entry, a segment or a client goes by, in the order of the workspace."""
    used = {channel for occurrence in plan.occurrences for channel in occurrence.channels}
    used |= {channel for segment in plan.workspace.segments.values() for channel in segment.channels}
    used |= {relation.channel for relation in plan.relations.values()}
    return [id for id in plan.workspace.channels if id in used]


def _channel(plan: Plan, id: str) -> Row:
    channel = plan.channel(id)
    return {
        "id": id,
        "name": say(channel.label, plan.workspace.settings.site.language),
        "reach": channel.reach,
        "publishes": channel.publishes,
        "automated": channel.automated,
        "minutes": channel.minutes,
    }


def _contact(relation: Relation) -> Row:
    contact = relation.contact
    return {
        "id": contact.id,
        "name": contact.name,
        "segments": list(contact.segments),
        "stage": relation.stage,
        "owner": relation.owner,
        "channel": relation.channel,
        "not_by": list(contact.not_by),
        "opted_out": _iso(relation.opted_out),
        "no_pitches": _iso(relation.no_pitches),
        "gone": relation.is_gone,
    }


def _need(plan: Plan, id: str, answers: list[str]) -> Row:
    assert plan.workspace.needs
    need = plan.workspace.needs[id]
    return {
        "id": id,
        "heard": need.heard.isoformat(),
        "from": need.sender,
        "segment": need.segment,
        "status": need.status,
        "needs": need.needs,
        "answers": answers,
    }


class _Entries:
    """What each entry's row is made of; made once."""

    def __init__(self, judged: Judged) -> None:
        self._plan = judged.plan
        self._receivers = Receivers(judged.plan.receipts)
        self._last = horizon(judged.plan)
        self._told: Mapping[str, Counter[str]] = _levels(judged)

    def answers(self) -> dict[str, list[str]]:
        """The entries that answer each need."""
        found: dict[str, list[str]] = {}
        for occurrence in self._plan.occurrences:
            for need in occurrence.entry.answers:
                found.setdefault(need, []).append(occurrence.id)
        return found

    def row(self, occurrence: Occurrence) -> Row:
        """An entry as it stands: one of each occurrence of a repetition."""
        entry = occurrence.entry
        told: Mapping[str, int] = self._told.get(occurrence.id, {})
        return {
            "id": occurrence.id,
            "slug": entry.slug,
            "date": _iso(occurrence.day),
            "time": f"{occurrence.at:%H:%M}" if occurrence.at else None,
            "title": entry.title,
            "language": str(self._plan.workspace.language_of(entry)),
            "translates": entry.translates,
            "kind": entry.kind,
            "status": occurrence.status,
            "segments": list(entry.segments),
            "contacts": list(entry.contacts),
            "channels": list(occurrence.channels),
            "author": occurrence.author,
            "writer": entry.writer,
            "reply_to": occurrence.reply_to,
            "minutes": occurrence.minutes,
            "topics": list(entry.topics),
            "answers": list(entry.answers),
            "product": entry.product,
            "ask": entry.ask,
            "address": self._address(occurrence),
            "past": occurrence.is_past,
            "slipped": occurrence.is_slipped,
            "planned": occurrence.is_planned,
            "repeats": occurrence.repeats,
            "receivers": self._to(occurrence),
            "errors": told.get("error", 0),
            "warnings": told.get("warning", 0),
            "file": occurrence.place.file,
            "line": occurrence.place.line,
        }

    def _address(self, occurrence: Occurrence) -> str | None:
        """Its page on the public site, from the site's own address on; none without a text, nor once it expired."""
        entry = occurrence.entry
        if not occurrence.publishes or occurrence.day is None or entry.written is None:
            return None
        if entry.expires is not None and entry.expires <= self._plan.as_of.day:
            return None
        return addresses.post(self._plan.workspace.settings.site.permalinks, entry.slug, occurrence.day)

    def _to(self, occurrence: Occurrence) -> list[str] | None:
        """Who receives it, by id; None of what is past, not planned, or too far ahead for wishes to be known.

        So it never grows as contacts times entries, but with what a team has to bring to people in one horizon.
        """
        day = occurrence.day
        if day is None or not occurrence.is_planned or day > self._last:
            return None
        if occurrence.is_past and not occurrence.is_slipped:
            return None
        ids = {id for group in self._receivers.of(occurrence) for id in group.contacts}
        return sorted(ids)


def _levels(judged: Judged) -> dict[str, Counter[str]]:
    found: dict[str, Counter[str]] = {}
    for finding in judged.findings:
        if finding.entry:
            found.setdefault(finding.entry, Counter())[finding.level] += 1
    return found
