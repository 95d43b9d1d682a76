"""`pitch-words`, once an entry has moved: where that makes an error that was not there.

Another entry that sells has the one that moves in its window, or has not: so it is judged twice at most.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from valuegen.plan.occurrence import Occurrence
from valuegen.plan.wordage import Worded, worded
from valuegen.remedy.scene import Moving, Scene
from valuegen.remedy.word_row import WordRow
from valuegen.rules import pitch_words


@dataclass(frozen=True, slots=True)
class Trial:
    """The row of a segment that an entry with words (`own`) moves in."""

    segment: str
    row: WordRow
    limit: Fraction
    move: Moving
    own: Worded

    def is_over_without(self, last: int) -> bool:
        """Whether too much sells in the window that ends on `last`, the entry standing outside it."""
        return self._is_over(*self._without(last))

    def is_over_with(self, last: int) -> bool:
        """The same, the entry standing inside it."""
        selling, other = self._without(last)
        key = self.move.new_key
        beside = self.row.best(key, last, self.move.entry) if key is not None else 0
        return self._is_over(selling + self.own.selling, other + max(self.own.other - beside, 0))

    def _without(self, last: int) -> tuple[int, int]:
        selling, other = self.row.held(last)
        if not last - self.row.window < self.move.day <= last:
            return selling, other
        key = self.own.key
        beside = self.row.best(key, last, self.move.entry) if key is not None else 0
        return selling - self.own.selling, other - max(self.own.other - beside, 0)

    def _is_over(self, selling: int, other: int) -> bool:
        return selling * self.limit.denominator > self.limit.numerator * (selling + other)


class Wordings:
    """All rows of segments that an entry moves in, as `pitch-words` sees them."""

    def __init__(self, scene: Scene, move: Moving) -> None:
        self._scene, self._move = scene, move
        self._trials = list(_trials(scene, move))

    def mark(self, bad: bytearray) -> None:
        """Mark the days on which another entry has an error that it had not."""
        move = self._move
        for trial in self._trials:
            row = trial.row
            # It can leave the windows of a span after its day; and enter later ones, where it matters only if it sells.
            end = move.last if trial.own.selling else move.day
            for number in row.from_to(move.day, end + row.window - 1):
                seller, last = row.sellers[number], row.days[number]
                if seller is move.entry or seller.is_share_history or self._was_error(trial, seller):
                    continue
                first = last - row.window + 1
                if first <= move.day and trial.is_over_without(last):
                    _set(bad, move, move.first, first - 1)
                    _set(bad, move, last + 1, move.last)
                if trial.own.selling and trial.is_over_with(last):
                    _set(bad, move, first, last)

    def is_bad_on(self, at: int) -> bool:
        """Whether the entry itself, standing there, has an error that it had not."""
        entry = self._move.entry
        return any(
            trial.own.selling and not self._was_error(trial, entry) and trial.is_over_with(at) for trial in self._trials
        )

    def _was_error(self, trial: Trial, entry: Occurrence) -> bool:
        return (pitch_words.NAME, trial.segment, entry.id, None) in self._scene.before


def _set(bad: bytearray, move: Moving, first: int, last: int) -> None:
    """Mark the days from `first` to `last`, both in, as far as the entry may go there."""
    start, end = max(first, move.first), min(last, move.last)
    if start <= end:
        bad[start - move.first : end + 1 - move.first] = b"\1" * (end + 1 - start)


def _trials(scene: Scene, move: Moving) -> Iterator[Trial]:
    """Of the segments that it names, those in which something sells."""
    own = worded(move.entry, scene.plan.prose)
    if own is None:
        return
    for segment in dict.fromkeys(move.entry.segments):
        options = scene.policy.of(pitch_words.Options, pitch_words.NAME, segment)
        row = scene.word_row(scene.plan.received[segment], options.window)
        if row.sellers:
            yield Trial(segment, row, options.max, move, own)
