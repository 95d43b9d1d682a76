"""A page a segment: its balance, its pace, its people, what is ahead."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from valuegen.model.need import Need
from valuegen.pages.planner.frame import SEGMENTS, Desk, planner_page, root_of, segment_file
from valuegen.pages.planner.labels import TREATMENTS
from valuegen.pages.planner.ledger import Ledger
from valuegen.pages.planner.lines import balance_line, entry_line, finding_line
from valuegen.pages.planner.mentions import channel_link, person_link
from valuegen.pages.planner.need_lines import need_line
from valuegen.pages.planner.picture import balance_picture
from valuegen.pages.planner.picture_pace import pace_picture
from valuegen.pages.planner.scale import Scale
from valuegen.pages.planner.segment_people import stage_lines
from valuegen.pages.planner.segment_views import SegmentsView, SegmentView
from valuegen.pages.planner.views import EntryLine, Fact
from valuegen.pages.types import Later, Page
from valuegen.pages.views import Link
from valuegen.plan.types import Occurrence
from valuegen.words import Message, msg, nmsg

LISTED = 120
"""So many segments stand on a page of all of them."""
PAST, AHEAD, FOUND, NEEDED = 12, 60, 5, 30
"""So many of the latest entries, of those ahead, of the findings and of the needs are shown."""


def segment_pages(desk: Desk, ledger: Ledger) -> Iterator[Page]:
    """All segments, and each of them."""
    needs, dated = _needs(desk), _dated(desk)
    segments = desk.plan.workspace.segments
    yield from _lists(desk, list(segments))
    for id in segments:
        view = Later(_segment, desk, ledger, id, dated.get(id, []), needs.get(id, [])[:NEEDED])
        yield planner_page(segment_file(id), "segment", view, desk.site)


def _lists(desk: Desk, segments: Sequence[str]) -> Iterator[Page]:
    """All of them, on as many pages as they need."""
    parts = [segments[first : first + LISTED] for first in range(0, len(segments), LISTED)] or [[]]
    files = [SEGMENTS, *(f"segments/by/{number}.html" for number in range(2, len(parts) + 1))]
    leaves = tuple(Link(str(number), file) for number, file in enumerate(files, 1))
    for file, part in zip(files, parts, strict=True):
        view = Later(_list, desk, part, leaves if len(parts) > 1 else (), file)
        yield planner_page(file, "segments", view, desk.site)


def _list(desk: Desk, segments: Sequence[str], leaves: tuple[Link, ...], file: str) -> SegmentsView:
    balances = tuple(balance_line(desk, id) for id in segments)
    return SegmentsView(desk.say(msg("Segments")), root_of(file), SEGMENTS, balances, leaves, file)


def _dated(desk: Desk) -> Mapping[str, list[Occurrence]]:
    """What has a day, by segment."""
    found: dict[str, list[Occurrence]] = {}
    for one in desk.plan.occurrences:
        if one.day and one.status != "idea":
            for segment in dict.fromkeys(one.segments):
                found.setdefault(segment, []).append(one)
    return found


def _segment(desk: Desk, ledger: Ledger, id: str, dated: list[Occurrence], needs: list[Need]) -> SegmentView:
    segment = desk.plan.workspace.segments[id]
    scale = Scale(desk.plan.as_of.day)
    ahead = [one for one in dated if not _went_out(one)]
    found = desk.by_segment.get(id, [])
    return SegmentView(
        title=segment.name,
        root=root_of(segment_file(id)),
        place=SEGMENTS,
        about=segment.about or "",
        balance=balance_line(desk, id),
        picture=balance_picture(desk, id, scale),
        pace=pace_picture(desk, id, scale),
        facts=tuple(_facts(desk, id)),
        stages=tuple(stage_lines(desk, id)),
        needs=tuple(need_line(desk, ledger, need) for need in needs),
        ahead=tuple(_line(desk, id, one) for one in ahead[:AHEAD]),
        ahead_left=_left(desk, len(ahead) - AHEAD),
        past=tuple(_line(desk, id, one) for one in islice((one for one in reversed(dated) if _went_out(one)), PAST)),
        findings=tuple(finding_line(desk, finding) for finding in found[:FOUND]),
        findings_left=_left(desk, len(found) - FOUND),
    )


def _line(desk: Desk, segment: str, occurrence: Occurrence) -> EntryLine:
    """An entry, with whom it is for besides this segment, whose page it is."""
    line = entry_line(desk, occurrence)
    return replace(line, to=tuple(link for link in line.to if link.href != segment_file(segment)))


def _left(desk: Desk, count: int) -> str:
    return desk.say(nmsg("and {n} more", "and {n} more", count)) if count > 0 else ""


def _went_out(occurrence: Occurrence) -> bool:
    """Whether they received it, today too; what slipped is still to be done."""
    return (occurrence.is_past or occurrence.status == "done") and not occurrence.is_slipped


def _facts(desk: Desk, id: str) -> Iterator[Fact]:
    segment = desk.plan.workspace.segments[id]
    owner = person_link(desk, desk.plan.defaults.segments[id].owner)
    yield Fact(desk.say(msg("Who has the relation")), (owner,))
    yield _fact(desk, msg("How they are treated"), TREATMENTS[segment.treatment])
    if segment.channels:
        channels = tuple(channel_link(desk, channel) for channel in segment.channels)
        yield Fact(desk.say(msg("Where they are")), channels)
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


def _needs(desk: Desk) -> Mapping[str, list[Need]]:
    """The open needs of each segment: those that name it, and those of its clients."""
    found: dict[str, list[Need]] = {}
    contacts = desk.plan.workspace.contacts or {}
    for need in (desk.plan.workspace.needs or {}).values():
        sender = contacts.get(need.sender) if need.sender else None
        if need.status == "open":
            for segment in dict.fromkeys((need.segment, *(sender.segments if sender else ()))):
                if segment:
                    found.setdefault(segment, []).append(need)
    return found
