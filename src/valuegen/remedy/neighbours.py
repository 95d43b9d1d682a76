"""Another entry whose move mends what moving the entry itself does not: of what crowds or sells in the same days."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice

from valuegen.finding import Finding
from valuegen.plan.occurrence import Occurrence
from valuegen.plan.windows import in_window
from valuegen.remedy.others import Others
from valuegen.remedy.same import CROWDING
from valuegen.remedy.scene import Scene
from valuegen.remedy.search import Search
from valuegen.rules import client_pitch_share, pitch_share
from valuegen.rules.mends import Neighbour

MOST = 4
"""So many neighbours are tried, the nearest first."""


def neighbour_of(scene: Scene, finding: Finding, entry: Occurrence) -> Neighbour | None:
    """The one that has to move the fewest days, all else unmoved; the nearest of those that have to move as many.

    What is found of that one has to be gone as well.
    """
    found = [
        Neighbour(one, one.day, to)
        for one in islice(_beside(scene, finding, entry), MOST)
        if one.day and (to := _first(scene.mending(one), finding, entry, one)) is not None
    ]
    return min(found, key=lambda each: each.to - each.day, default=None)


def _first(scene: Scene, finding: Finding, entry: Occurrence, other: Occurrence) -> date | None:
    return Search(scene, Others(scene), finding, other).first_past(entry)


def _beside(scene: Scene, finding: Finding, entry: Occurrence) -> Iterator[Occurrence]:
    """What may be moved out of the window, the latest first: not what is done, or past."""
    assert entry.day is not None
    window = in_window(_row(scene, finding), entry.day, window_of(scene, finding))
    for one in reversed(window):
        is_one = one.is_pitch or finding.rule in CROWDING
        if is_one and one is not entry and one.status != "done" and not one.is_past:
            yield one


def _row(scene: Scene, finding: Finding) -> Sequence[Occurrence]:
    plan = scene.plan
    if finding.segment is not None:
        return plan.received[finding.segment]
    contact: str = finding.data["contacts"][0]
    return scene.received(plan.receipts.group_of[contact])


def window_of(scene: Scene, finding: Finding) -> int:
    """How many days up to its date the finding looks at."""
    if finding.rule in CROWDING:
        return int(finding.data["days"])
    if finding.rule == pitch_share.NAME:
        return scene.policy.of(pitch_share.Options, pitch_share.NAME, finding.segment).window
    return scene.policy.of(client_pitch_share.Options, client_pitch_share.NAME).window
