"""Who is in a segment, by stage, and what reached each stage lately. Each group of clients alike is looked at once."""

from collections import Counter
from collections.abc import Iterator

from valuegen.model.log import STAGES
from valuegen.pages.planner.frame import CONTACTS, Desk
from valuegen.pages.planner.labels import STAGES as STAGE_LABELS
from valuegen.pages.planner.mentions import contact_link
from valuegen.pages.planner.segment_views import StageLine
from valuegen.pages.planner.talks import talks_of
from valuegen.pages.views import Link
from valuegen.plan.types import Occurrence, Relation
from valuegen.plan.windows import in_window
from valuegen.words import msg, nmsg

LATELY = 90
"""So many days, up to today, are looked back."""
NAMED = 8
OUT = "out"


def stage_lines(desk: Desk, segment: str) -> Iterator[StageLine]:
    """A line a stage that anybody stands at; who is out is counted apart."""
    today = desk.plan.as_of.day
    relations = [desk.plan.relations[id] for id in desk.plan.members.get(segment, ()) if id in desk.plan.relations]
    by_stage: dict[str, list[Relation]] = {}
    for relation in relations:
        by_stage.setdefault(OUT if relation.is_out(today) else relation.stage, []).append(relation)
    received = _received(desk, segment)
    for stage in (*STAGES, OUT):
        same = by_stage.get(stage, [])
        if same:
            kinds = Counter(one.kind for one in received.get(stage, {}).values())
            left = len(same) - NAMED
            more = [Link(desk.say(nmsg("and {n} more", "and {n} more", left)), CONTACTS)] if left > 0 else []
            yield StageLine(
                name=desk.say(STAGE_LABELS.get(stage) or msg("do not want to be written to, or are gone")),
                count=len(same),
                people=(*(contact_link(desk, relation.id) for relation in same[:NAMED]), *more),
                received=tuple((mark, kinds[mark.kind]) for mark in desk.site.marks if kinds[mark.kind]),
                talks=sum(talks_of(relation.log, today, LATELY) for relation in same),
            )


def _received(desk: Desk, segment: str) -> dict[str, dict[str, Occurrence]]:
    """Stage -> what reached any of those who stand at it, by id."""
    plan, today = desk.plan, desk.plan.as_of.day
    lately = in_window(plan.received[segment], today, LATELY)
    found: dict[str, dict[str, Occurrence]] = {}
    for group in plan.receipts.groups:
        if segment not in group.segments:
            continue
        own = in_window(plan.receipts.by_contact.get(group.contacts[0], ()), today, LATELY)
        row = [one for one in (*lately, *own) if group.takes(one)] if group.has_wishes or own else lately
        for stage in {_stage(plan.relations[contact], desk) for contact in group.contacts}:
            held = found.setdefault(stage, {})
            held.update((one.id, one) for one in row)
    return found


def _stage(relation: Relation, desk: Desk) -> str:
    return OUT if relation.is_out(desk.plan.as_of.day) else relation.stage
