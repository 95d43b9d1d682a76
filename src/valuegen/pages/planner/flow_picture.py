"""Who went from which stage to which: stages twice, side by side, and a line as thick as many went along it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from valuegen.pages.planner.drawing import pixels, share
from valuegen.pages.planner.figure_views import Line, Picture, Words

ROW, TOP = 46, 30
LEFT, RIGHT = 32, 68
THIN, THICK = 1.5, 16
FEW = 5
"""Of so many different moves each is told its number."""
Flows = Mapping[tuple[str, str], int]


def flow_picture(
    id: str, title: str, summary: str, heads: tuple[str, str], stages: Sequence[tuple[str, str]], flows: Flows
) -> Picture:
    """The drawing. `stages`: (key, name), the nearest first; `flows`: (then, now) → how many."""
    return Picture(
        id=id,
        title=title,
        summary=summary,
        height=TOP + ROW * len(stages),
        lines=tuple(_lines(stages, flows)),
        words=tuple(_words(heads, stages, flows)),
    )


def _lines(stages: Sequence[tuple[str, str]], flows: Flows) -> Iterator[Line]:
    place = {key: TOP + ROW * number + ROW / 2 for number, (key, _) in enumerate(stages)}
    most = max([*flows.values(), 1])
    # Who stayed first, so that who moved is drawn over them.
    for (then, now), count in sorted(flows.items(), key=lambda one: (one[0][0] != one[0][1], one)):
        kind = "stayed" if then == now else "rose" if place[now] < place[then] else "fell"
        thick = pixels(max(THIN, THICK * count / most))
        yield Line(kind, share(LEFT), share(RIGHT), pixels(place[then]), pixels(place[now]), thick)


def _words(heads: tuple[str, str], stages: Sequence[tuple[str, str]], flows: Flows) -> Iterator[Words]:
    yield Words("axis", share(LEFT), pixels(14), heads[0], "end")
    yield Words("axis", share(RIGHT), pixels(14), heads[1])
    for number, (key, name) in enumerate(stages):
        y = TOP + ROW * number + ROW / 2
        before = sum(count for (stage, _), count in flows.items() if stage == key)
        after = sum(count for (_, stage), count in flows.items() if stage == key)
        yield Words("label", share(LEFT - 2), pixels(y - 2), name, "end")
        yield Words("number", share(LEFT - 2), pixels(y + 14), str(before), "end")
        yield Words("label", share(RIGHT + 2), pixels(y - 2), name)
        yield Words("number", share(RIGHT + 2), pixels(y + 14), str(after))
    yield from _counts(stages, flows)


def _counts(stages: Sequence[tuple[str, str]], flows: Flows) -> Iterator[Words]:
    """How many moved, on the lines of a few moves; of many, the table tells it."""
    place = {key: TOP + ROW * number + ROW / 2 for number, (key, _) in enumerate(stages)}
    moved = {pair: count for pair, count in flows.items() if pair[0] != pair[1]}
    middles = Counter((place[then] + place[now]) / 2 for then, now in moved)
    for (then, now), count in moved.items():
        middle = (place[then] + place[now]) / 2
        if len(moved) <= FEW and middles[middle] == 1:
            yield Words("count", "50%", pixels(middle + 4), str(count), "middle")
