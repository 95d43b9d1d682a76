"""What moves followed: in how many of them there was a visit, a call, an offer… in the weeks before."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction

from valuegen.model.log import LogLine
from valuegen.pages.planner.figure_views import Figure, Key, Table, cell
from valuegen.pages.planner.frame import Desk
from valuegen.pages.planner.rows_picture import Row, rows_picture
from valuegen.plan.moves import BEFORE, Move, Touches, lines_before
from valuegen.plan.types import Occurrence, Plan
from valuegen.words import Message, msg, written

FEW_LINES, FEW_KINDS = 6, 4
"""So many rows at most: of lines of the log, and of kinds of entries."""
LINES: dict[str, Message] = {
    "message": msg("a message"),
    "call": msg("a call"),
    "coffee": msg("a coffee"),
    "visit": msg("a visit"),
    "meeting": msg("a meeting"),
    "reply": msg("a reply of theirs"),
    "answer": msg("an answer of yours"),
    "inquiry": msg("they asked to buy"),
    "referral": msg("a recommendation"),
    "helped": msg("it had helped them"),
    "testimonial": msg("a kind word of theirs"),
    "work": msg("work for them"),
}
KINDS: dict[str, Message] = {
    "industry": msg("an entry about their trade"),
    "expertise": msg("an entry about what you know"),
    "reference": msg("an entry to look things up"),
    "conversation": msg("an entry of conversation"),
    "courtesy": msg("an entry of courtesy"),
    "pitch": msg("an offer"),
}


@dataclass(frozen=True, slots=True)
class Followed:
    """What was there in the weeks before a move: what they received, and lines of the log, both by day."""

    entries: Sequence[Occurrence]
    lines: Sequence[LogLine]

    @property
    def kinds(self) -> frozenset[str]:
        """What there was, each once: `what` of lines, and kinds of entries. A sale is the move itself."""
        return frozenset(
            (*(line.what for line in self.lines if line.what in LINES), *(one.kind for one in self.entries))
        )


def followed_of(plan: Plan, touches: Touches, move: Move) -> Followed:
    """What a move followed."""
    relation = plan.relations[move.contact]
    entries = touches.entries(move.contact, move.day - timedelta(days=BEFORE), move.day)
    return Followed(entries, lines_before(relation, move.day))


def followed_figure(desk: Desk, moves: Sequence[Move], found: Sequence[Followed]) -> Figure | None:
    """In how many moves that came nearer each thing was there before; None where none came nearer."""
    up = [each for move, each in zip(moves, found, strict=True) if move.is_up]
    counts = Counter(kind for each in up for kind in each.kinds)
    labels = {**LINES, **KINDS}
    # What is between two people says more than what everybody was sent: it stands first.
    order = [*_most(counts, LINES, FEW_LINES), *_most(counts, KINDS, FEW_KINDS)]
    if not order:
        return None
    title = desk.say(msg("What was there in the {days} days before somebody came nearer", days=BEFORE))
    said = desk.say(_said(counts, up))
    rows = [Row(_upper(desk.say(labels[kind])), desk.say(_of(counts[kind], len(up))), counts[kind]) for kind in order]
    table = Table(
        tuple(desk.say(head) for head in (msg("Before it"), msg("Moves"), msg("Share of them"))),
        tuple(
            (
                cell(_upper(desk.say(labels[kind]))),
                cell(written(counts[kind], desk.language)),
                cell(written(Fraction(counts[kind], len(up)), desk.language)),
            )
            for kind in order
        ),
    )
    keys = (Key("bar", "value", "", desk.say(msg("moves before which it was there, of {n}", n=len(up)))),)
    return Figure(said, rows_picture("followed_", title, said, rows, top=len(up)), keys, table)


def _most(counts: Counter[str], labels: Mapping[str, Message], few: int) -> list[str]:
    """The most frequent of these, in the order of their labels where they are as many."""
    return sorted((kind for kind in labels if counts[kind]), key=lambda kind: -counts[kind])[:few]


def _said(counts: Counter[str], up: Sequence[Followed]) -> Message:
    spoken = sum(any(line.what in LINES for line in each.lines) for each in up)
    first = next(iter(_most(counts, LINES, 1)), None)
    if first is None:
        return msg("Before none of them you had spoken with each other, as far as the log tells.")
    return msg(
        "In {spoken} of {moves} you had spoken with each other in those weeks; most often it was {what}.",
        spoken=spoken,
        moves=len(up),
        what=LINES[first],
    )


def _of(count: int, moves: int) -> Message:
    return msg("{count} of {moves}", count=count, moves=moves)


def _upper(text: str) -> str:
    return text[0].upper() + text[1:]
