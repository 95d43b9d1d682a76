"""The picture of a segment's pace: every entry on its day, the silences and the crowds shaded."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

from valuegen.model.segment import Segment
from valuegen.pages.planner.drawn import DayMarks, PacePicture, PaceRow, Span
from valuegen.pages.planner.frame import Desk
from valuegen.pages.planner.mentions import cut_short, entry_link
from valuegen.pages.planner.scale import LEFT, Scale, number
from valuegen.plan.cadence import crowds, days_of, gaps
from valuegen.plan.rests import rests_in
from valuegen.plan.types import Occurrence
from valuegen.words import Message, msg, nmsg

HEIGHT, BASE, GLYPH = 132, 106, 13
"""Units: the whole, the line of days, the room of a shape."""
LANES = 4
"""So many shapes stand above one another; a day with more is a number."""
NAMED = 3
DAY = timedelta(days=1)
Stretch = tuple[str, date, date, Message]
"""Sort, first and last day, name."""


def pace_picture(desk: Desk, id: str, scale: Scale) -> PacePicture | None:
    """The pace of a segment; None where it receives nothing in the months that are shown."""
    segment = desk.plan.workspace.segments[id]
    row = [one for one in desk.plan.received[id] if one.day and scale.first <= one.day <= scale.last]
    if not row:
        return None
    stretches = sorted(
        (one for one in _stretches(desk, segment, row, scale) if one[2] >= scale.first and one[1] <= scale.last),
        key=lambda one: one[1:3],
    )
    by_day = [(day, list(same)) for day, same in groupby(row, key=lambda one: one.order[0])]
    counts = [sum(sort == one for one, *_ in stretches) for sort in ("silence", "crowd")]
    rows = [*(_stretch_row(desk, one) for one in stretches), *(_day_row(desk, day, same) for day, same in by_day)]
    return PacePicture(
        frame=scale.frame(
            desk,
            desk.say(msg("When “{segment}” hears from you", segment=segment.name)),
            desk.say(_summary(len(row), *counts)),
            HEIGHT,
            BASE,
        ),
        marks=tuple(_marks(desk, scale, by_day)),
        spans=tuple(_span(desk, scale, one) for one in stretches),
        rows=tuple(sorted(rows, key=lambda one: (one.first, one.sort == "entry"))),
    )


def _summary(entries: int, silences: int, too_many: int) -> Message:
    count = nmsg("{n} entry in these months", "{n} entries in these months", entries)
    if not silences and not too_many:
        return msg("{count}: neither silences nor crowds.", count=count)
    return msg(
        "{count}: {silences}, {crowds}.",
        count=count,
        silences=nmsg("{n} silence too long", "{n} silences too long", silences),
        crowds=nmsg("{n} crowd", "{n} crowds", too_many),
    )


def _stretches(desk: Desk, segment: Segment, row: Sequence[Occurrence], scale: Scale) -> Iterator[Stretch]:
    """Closed days and pauses; silences, crowds; what has nothing planned yet."""
    for closed in desk.plan.workspace.settings.closed:
        for rest in rests_in(closed, scale.first, scale.last):
            yield "rest", rest.first, rest.last, msg("Closed: {why}", why=closed.why) if closed.why else msg("Closed")
    for pause in segment.pauses:
        for rest in rests_in(pause, scale.first, scale.last):
            yield "rest", rest.first, rest.last, msg("Pause: {why}", why=pause.why) if pause.why else msg("Pause")
    days = days_of(row)
    for gap in gaps(days, segment.at_least, desk.plan.calendars[segment.id]):
        yield "silence", gap.first, gap.last, nmsg("{n} day of silence", "{n} days of silence", gap.days)
    for crowd in crowds(days, segment.at_most):
        count = nmsg("{n} in {days} days", "{n} in {days} days", crowd.count, days=segment.at_most.days)
        yield "crowd", crowd.first, crowd.last, count
    if days[-1] + DAY < scale.last:
        yield "empty", max(days[-1], scale.today) + DAY, scale.last, msg("nothing planned yet")


def _span(desk: Desk, scale: Scale, stretch: Stretch) -> Span:
    sort, first, last, name = stretch
    start, end = scale.across(first), scale.across(last + DAY)
    return Span(
        sort=sort,
        x=number(LEFT + start),
        width=number(max(end - start, 1)),
        label=desk.say(name) if sort in ("silence", "crowd") else "",
        label_x=number(min(max(LEFT + (start + end) / 2, LEFT + 50), 700)),
        label_y="36" if sort == "silence" else "22",
    )


def _marks(desk: Desk, scale: Scale, by_day: Sequence[tuple[date, Sequence[Occurrence]]]) -> Iterator[DayMarks]:
    """Each shape on the lowest lane where there is room beside the one before."""
    ends = [0.0] * LANES
    for day, same in by_day:
        at = scale.across(day)
        free = [lane for lane in range(LANES) if ends[lane] <= at]
        shown = same[: len(free)] if len(same) <= len(free) else ()
        for lane, _ in zip(free, shown, strict=False):
            ends[lane] = at + GLYPH
        yield DayMarks(
            x=scale.x(day),
            shapes=tuple(
                (str(BASE - 6 - GLYPH * lane), desk.marks[one.kind]) for lane, one in zip(free, shown, strict=False)
            ),
            more="" if shown else f"×{len(same)}",
        )


def _stretch_row(desk: Desk, stretch: Stretch) -> PaceRow:
    sort, first, last, name = stretch
    text = desk.say(name)
    return PaceRow(first, last, sort, text[0].upper() + text[1:], ())


def _day_row(desk: Desk, day: date, same: Sequence[Occurrence]) -> PaceRow:
    kinds = {one.kind: desk.marks[one.kind] for one in same}
    names = tuple(f"{mark.shape} {mark.label}" for mark in kinds.values())
    links = cut_short(desk, [entry_link(desk, one) for one in same], NAMED)
    return PaceRow(day, None, "entry", desk.say(msg("{names}", names=names)), links)
