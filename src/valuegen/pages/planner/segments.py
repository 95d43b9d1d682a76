"""A page a segment: its balance, its pace, its people, what is ahead."""

from collections import Counter
from collections.abc import Iterator
from itertools import islice

from valuegen.model.log import STAGES
from valuegen.pages.planner.frame import SEGMENTS, Desk, need_place, planner_page, root_of, segment_file
from valuegen.pages.planner.labels import STAGES as STAGE_LABELS
from valuegen.pages.planner.labels import TREATMENTS
from valuegen.pages.planner.lines import balance_line, entry_line, finding_line
from valuegen.pages.planner.mentions import contact_link, entry_link
from valuegen.pages.planner.picture import balance_picture
from valuegen.pages.planner.views import Fact, NeedLine, SegmentsView, SegmentView
from valuegen.pages.types import Page
from valuegen.pages.views import Link
from valuegen.plan.types import Occurrence
from valuegen.words import Message, msg, nmsg

PAST = 12
"""So many of the latest entries are shown."""


def segment_pages(desk: Desk) -> Iterator[Page]:
    """All segments, and each of them."""
    segments = desk.plan.workspace.segments
    title = desk.say(msg("Segments"))
    lines = tuple(balance_line(desk, id) for id in segments)
    yield planner_page(SEGMENTS, "segments", SegmentsView(title, root_of(SEGMENTS), SEGMENTS, lines), desk.site)
    for id in segments:
        yield planner_page(segment_file(id), "segment", _segment(desk, id), desk.site)


def _segment(desk: Desk, id: str) -> SegmentView:
    segment = desk.plan.workspace.segments[id]
    dated = [one for one in desk.plan.occurrences if id in one.segments and one.day and one.status != "idea"]
    return SegmentView(
        title=segment.name,
        root=root_of(segment_file(id)),
        place=SEGMENTS,
        about=segment.about or "",
        balance=balance_line(desk, id),
        picture=balance_picture(desk, id),
        facts=tuple(_facts(desk, id)),
        stages=tuple(_stages(desk, id)),
        needs=tuple(_needs(desk, id)),
        ahead=tuple(entry_line(desk, one) for one in dated if one.is_slipped or not one.is_past),
        past=tuple(entry_line(desk, one) for one in islice((one for one in reversed(dated) if _went_out(one)), PAST)),
        findings=tuple(finding_line(desk, finding) for finding in desk.judged.findings if finding.segment == id),
    )


def _went_out(occurrence: Occurrence) -> bool:
    """Whether they received it; what slipped is still to be done."""
    return occurrence.is_past and not occurrence.is_slipped


def _facts(desk: Desk, id: str) -> Iterator[Fact]:
    segment, workspace = desk.plan.workspace.segments[id], desk.plan.workspace
    owner = workspace.people[desk.plan.defaults.segments[id].owner].name
    yield _fact(desk, msg("Who has the relation"), owner)
    yield _fact(desk, msg("How they are treated"), TREATMENTS[segment.treatment])
    if segment.channels:
        yield _fact(
            desk,
            msg("Where they are"),
            msg("{names}", names=tuple(desk.plan.channel(c).label for c in segment.channels)),
        )
    yield _fact(
        desk,
        msg("Pace promised"),
        msg(
            "at least every {least}, at most {count} in {most}",
            least=_days(segment.at_least),
            count=segment.at_most.count,
            most=_days(segment.at_most.days),
        ),
    )
    if segment.cares_about:
        yield _fact(desk, msg("What they care about"), msg("{names}", names=segment.cares_about))


def _days(count: int) -> Message:
    return nmsg("{n} day", "{n} days", count)


def _fact(desk: Desk, name: Message, value: Message | str) -> Fact:
    return Fact(desk.say(name), (Link(desk.say(value), ""),))


def _stages(desk: Desk, id: str) -> Iterator[tuple[str, int]]:
    """How many of its contacts are at each stage; who is out is counted apart."""
    relations = [
        desk.plan.relations[contact] for contact in desk.plan.members.get(id, ()) if contact in desk.plan.relations
    ]
    today = desk.plan.as_of.day
    counts = Counter(relation.stage for relation in relations if not relation.is_out(today))
    for stage in STAGES:
        if counts[stage]:
            yield desk.say(STAGE_LABELS[stage]), counts[stage]
    out = sum(relation.is_out(today) for relation in relations)
    if out:
        yield desk.say(msg("do not want to be written to, or are gone")), out


def _needs(desk: Desk, id: str) -> Iterator[NeedLine]:
    """Its open needs, and what answers each."""
    answers: dict[str, list[str]] = {}
    for occurrence in desk.plan.occurrences:
        for answered in occurrence.entry.answers:
            answers.setdefault(answered, []).append(occurrence.id)
    for need in (desk.plan.workspace.needs or {}).values():
        sender = desk.plan.workspace.contacts.get(need.sender) if desk.plan.workspace.contacts and need.sender else None
        if need.status == "open" and (need.segment == id or (sender and id in sender.segments)):
            found = [desk.entries[entry] for entry in answers.get(need.id, ())]
            yield NeedLine(
                text=need.needs,
                href=need_place(need.id),
                asked=need.asked or "",
                heard=need.heard,
                by=contact_link(desk, sender.id) if sender else None,
                answers=tuple(entry_link(desk, one) for one in found),
            )
