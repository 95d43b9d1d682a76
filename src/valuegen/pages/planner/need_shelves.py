"""Where each need stands: in which column of the board, and on which page where there are very many."""

from collections.abc import Mapping, Sequence

from valuegen.model.need import Need
from valuegen.plan.types import Occurrence, Plan

NEEDS = "needs.html"
COLUMNS = ("heard", "planned", "answered", "dropped")
WHOLE, LINES = 40, 50
"""So many needs of a column stand whole on the board, and so many more as a line; the others have pages of lines."""
LEAF = 200


class NeedShelves:
    """The columns of the board, made once: who has waited longest first; of all but `heard`, the newest first."""

    def __init__(self, plan: Plan) -> None:
        self._answers: dict[str, list[Occurrence]] = {}
        for occurrence in plan.occurrences:
            for answered in dict.fromkeys(occurrence.entry.answers):
                self._answers.setdefault(answered, []).append(occurrence)
        needs = sorted((plan.workspace.needs or {}).values(), key=lambda need: (need.heard, need.id), reverse=True)
        columns: dict[str, list[Need]] = {name: [] for name in COLUMNS}
        for need in needs:
            columns[self._column_of(need)].append(need)
        columns["heard"].reverse()
        self.columns: Mapping[str, Sequence[Need]] = columns
        self._files = {need.id: file for name in COLUMNS for file, part in self.leaves(name).items() for need in part}

    def answers(self, need: str) -> list[Occurrence]:
        """The entries that answer a need, ideas too."""
        return self._answers.get(need, [])

    def place(self, need: str) -> str:
        """The page of a need, and where on it."""
        return f"{self._files.get(need, NEEDS)}#need-{need}"

    def leaves(self, column: str) -> dict[str, Sequence[Need]]:
        """The pages of what the board has no room for, by address."""
        rest = self.columns[column][self.on_board(column) :]
        parts = (rest[first : first + LEAF] for first in range(0, len(rest), LEAF))
        return {f"needs/{column}-{number}.html": part for number, part in enumerate(parts, 2)}

    def on_board(self, column: str) -> int:
        """So many of a column stand on the board; of what was let go there are lines alone."""
        return LINES if column == "dropped" else WHOLE + LINES

    def _column_of(self, need: Need) -> str:
        if need.status != "open":
            return need.status
        answers = self.answers(need.id)
        if any(has_gone_out(one) for one in answers):
            return "answered"
        return "planned" if answers else "heard"


def has_gone_out(occurrence: Occurrence) -> bool:
    """Whether those for whom it is have it."""
    return occurrence.status == "done" or (occurrence.is_past and occurrence.is_planned)
