"""What each segment receives, for the segments that there are.

An entry may name one that is not there: that is a mistake of form, told when the workspace is read.
"""

from collections.abc import Iterator

from valuegen.model.segment import Segment
from valuegen.plan.received import Row
from valuegen.plan.types import Plan


def rows_of(plan: Plan) -> Iterator[tuple[Segment, Row]]:
    """Every known segment with the planned entries that name it, by date."""
    for id, row in plan.received.items():
        segment = plan.workspace.segments.get(id)
        if segment is not None:
            yield segment, row
