"""The share rules, once an entry has moved: where that makes an error that was not there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial

from valuegen.plan.occurrence import Occurrence
from valuegen.plan.received import Group, Row
from valuegen.remedy.regions import mark
from valuegen.remedy.row import ShareRow
from valuegen.remedy.same import Key
from valuegen.remedy.scene import Moving, Scene
from valuegen.rules import client_pitch_share, pitch_share


@dataclass(frozen=True, slots=True)
class Trial:
    """A row that an entry moves in: of a segment, or of `groups` of clients who receive it up to `until`."""

    row: ShareRow
    limit: Fraction
    move: Moving
    until: int
    segment: str | None = None
    groups: tuple[Group, ...] = ()

    def over(self, last: int, at: int) -> bool:
        """Whether too much sells in the window that ends on `last`, the entry now standing on `at`."""
        row, move = self.row, self.move
        left, came = self._holds(last, move.day), at < self.until and self._holds(last, at)
        pitches, value = row.pitched(last), row.value(last)
        if move.entry.is_pitch:
            pitches += came - left
        elif move.key is not None:
            others = row.holding(move.key, last) - left
            value += (came and (move.new_key is None or not others)) - (left and not others)
        return pitches * self.limit.denominator > self.limit.numerator * (pitches + value)

    def may_change(self, number: int) -> bool:
        """Whether one entry more or less can matter to a pitch of the row: none can, where the limit is far."""
        pitches, value = self.row.counts[number]
        far = self.limit.numerator * (pitches + value) - pitches * self.limit.denominator
        return abs(far) <= self.limit.denominator

    def edges(self, last: int) -> tuple[int, int, int]:
        """The days from which on the entry, standing there, changes what the window that ends on `last` holds."""
        return last - self.row.window + 1, last + 1, self.until

    def reaches(self) -> int:
        """The last day whose window may change."""
        return self.move.last + self.row.window - 1

    def _holds(self, last: int, day: int) -> bool:
        return last - self.row.window < day <= last


class Shares:
    """All rows that an entry moves in, as the share rules see them."""

    def __init__(self, scene: Scene, move: Moving, target: Key) -> None:
        self.scene, self.move, self.target = scene, move, target
        self.trials = [*_segments(scene, move), *_clients(scene, move)]
        self.touched = {id(group) for trial in self.trials for group in trial.groups}

    def mark(self, bad: bytearray) -> None:
        """Mark the days on which another pitch has an error that it had not."""
        for pitch, trials in self._affected():
            day = pitch.day.toordinal() if pitch.day else 0
            edges = [edge for trial in trials for edge in trial.edges(day)]
            mark(bad, self.move, edges, partial(self._is_bad, pitch, trials))

    def reaches(self, pitch: Occurrence) -> bool:
        """Whether another pitch may be judged otherwise because of the move."""
        return any(each is pitch for each, _ in self._affected())

    def is_bad_on(self, at: int) -> bool:
        """Whether the entry itself, standing there, has an error that it had not, or the one to be mended."""
        return self.move.entry.is_pitch and self._is_bad(self.move.entry, self.trials, at, at)

    def _affected(self) -> Iterator[tuple[Occurrence, list[Trial]]]:
        """Each other pitch that may be judged otherwise, and the rows in which it is. History never is an error."""
        pitches = {}
        for trial in self.trials:
            for number in trial.row.numbers_from(self.move.day, trial.reaches()):
                pitch = trial.row.pitches[number]
                if trial.may_change(number) and pitch.id not in pitches and self._changes(trial, pitch):
                    pitches[pitch.id] = pitch
        for id in sorted(pitches):
            pitch = pitches[id]
            if pitch is not self.move.entry and not pitch.is_share_history:
                yield pitch, [trial for trial in self.trials if trial.row.has(pitch)]

    def _changes(self, trial: Trial, pitch: Occurrence) -> bool:
        day = pitch.day.toordinal() if pitch.day else 0
        if trial.segment is not None:
            before = trial.segment in self.scene.sold.get(pitch.id, ())
        else:
            held = self.scene.client_sold.get(pitch.id)
            before = held is not None and any(group is trial.groups[0] for group, _ in held.groups)
        # With the entry in its window, and without it (as if it stood where no window reaches).
        return trial.over(day, min(day, trial.until - 1)) != before or trial.over(day, day + 1) != before

    def _is_bad(self, pitch: Occurrence, trials: Sequence[Trial], at: int, day: int | None = None) -> bool:
        last = day if day is not None else pitch.day.toordinal() if pitch.day else 0
        over = [trial for trial in trials if trial.over(last, at) and (day is None or at < trial.until)]
        segments = [trial.segment for trial in over if trial.segment is not None]
        if any(self._is_new((pitch_share.NAME, segment, pitch.id, None)) for segment in segments):
            return True
        names = frozenset(self.move.entry.segments)
        if segments or self.scene.sold.get(pitch.id, set()) - names:
            return False  # pitch-share reports it, so client-pitch-share does not
        held = self.scene.client_sold.get(pitch.id)
        others = held is not None and any(id(group) not in self.touched for group, _ in held.groups)
        return (others or bool(over)) and self._is_new((client_pitch_share.NAME, None, pitch.id, None))

    def _is_new(self, key: Key) -> bool:
        return key == self.target or key not in self.scene.before


def _segments(scene: Scene, move: Moving) -> Iterator[Trial]:
    for segment in dict.fromkeys(move.entry.segments):
        options = scene.policy.of(pitch_share.Options, pitch_share.NAME, segment)
        row = scene.share_row(scene.plan.received[segment], options.window)
        yield Trial(row, options.max, move, move.last + 1, segment)


def _clients(scene: Scene, move: Moving) -> Iterator[Trial]:
    """Groups with the same row are tried together."""
    options = scene.policy.of(client_pitch_share.Options, client_pitch_share.NAME)
    alike: dict[tuple[int, int], list[tuple[Group, Row]]] = {}
    for group in scene.receivers(move.entry):
        row = scene.received(group)
        alike.setdefault((id(row), scene.until(group, move.entry)), []).append((group, row))
    for (_, until), held in alike.items():
        share_row = scene.share_row(held[0][1], options.window)
        yield Trial(share_row, options.max, move, until, None, tuple(group for group, _ in held))
