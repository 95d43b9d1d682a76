"""The next days on which an entry of a kind to a segment fits, and why the days before don't.

A day fits if an entry more on it makes no error and no warning that was not there, and if nothing speaks against the
day itself (closed, a pause, a holiday, somebody away, a week that is full). Windows are asked first, which costs
little; what they let through is checked with all rules that a new entry can touch (`suggest_ground`).
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from valuegen.clock import LAST as LAST_DAY
from valuegen.finding import Finding
from valuegen.model.entry import Entry
from valuegen.plan.occurrence import Occurrence
from valuegen.plan.occurrences import of_entry, on_day
from valuegen.plan.types import Plan
from valuegen.remedy.missing import Missing
from valuegen.remedy.same import SHARES
from valuegen.remedy.scene import AHEAD
from valuegen.remedy.suggest_days import FREE, Days
from valuegen.remedy.suggest_entry import VALUE, Matters
from valuegen.remedy.suggest_ground import Ground
from valuegen.remedy.suggest_parts import Keys, Reason, Suggestion, Wait
from valuegen.remedy.suggest_rows import Rows
from valuegen.remedy.suggest_why import reason_of, reason_of_rule
from valuegen.rules import ALL, missing_body, too_quiet, unapproved
from valuegen.rules.policy import Policy

MOST_DAYS = 3
STEADY = frozenset(rule.NAME for rule in ALL if rule.TRAITS.reach == "nothing")
"""Rules whose findings about an entry don't hang on its day."""
PASSING = frozenset({missing_body.NAME, too_quiet.NAME, unapproved.NAME})
"""What time or any other entry mends: told where nothing else speaks against a day."""


class Suggester:
    """Makes suggestions for the segments of one plan; what is the same for all of them is worked out once."""

    def __init__(self, plan: Plan, policy: Policy) -> None:
        self.plan, self.policy = plan, policy
        self._days = Days(plan)
        self._matters = Matters(plan)

    def for_kinds(
        self, segment: str, kinds: tuple[str, ...], most: int = MOST_DAYS, ways: tuple[str, ...] = ()
    ) -> Iterator[Suggestion]:
        """One suggestion a kind; by these channels, where some are said."""
        ground = Ground(self.plan, self.policy, segment)
        rows = Rows(ground.plan, self.policy, segment)
        for kind in kinds:
            yield self._suggest(_Search(self._days, ground, rows), segment, kind, most, ways)

    def _suggest(self, search: "_Search", segment: str, kind: str, most: int, ways: tuple[str, ...]) -> Suggestion:
        record = self.plan.workspace.segments[segment]
        aims = self._matters.aims(record)
        first: _Tried | None = None
        tried = _Tried({})
        drafts = self._matters.drafts(record, kind, aims)
        for keys in [{**next(drafts), "channels": ways}] if ways else drafts:
            tried = search.days_of(keys, most)
            first = first or tried
            if tried.days:
                break
        found = tried if tried.days else first or tried
        serves = kind in VALUE
        mends = search.gone(found.keys, found.days[0]) if found.days else ()
        # an offer that fits on no day: whether it would, were there value enough
        lifted = search.days_of(found.keys, 1, lifted=True) if kind == "pitch" and not found.days else found
        waits = tuple(_gathered((found if lifted.days else lifted).waits))
        return Suggestion(
            segment,
            kind,
            tuple(found.days),
            waits,
            found.keys if found.days else {},
            aims.needs if serves else (),
            aims.neglected if serves else (),
            tuple(dict.fromkeys(one.rule for one in mends)),
            search.give(found.keys, lifted.days) if kind == "pitch" else None,
            () if lifted.days else (_longest(waits),),
        )


@dataclass(slots=True)
class _Tried:
    """The days on which an entry fits, and those up to the last of them on which it does not."""

    keys: Keys
    days: list[date] = field(default_factory=list)
    waits: list[Wait] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Search:
    """Tries days for the entries to one segment."""

    days: Days
    ground: Ground
    rows: Rows

    def days_of(self, keys: Keys, most: int, *, lifted: bool = False) -> _Tried:
        """The first days, up to `most`, on which an entry fits; `lifted`: however much of it all sells."""
        tried = _Tried(keys)
        as_of = self.ground.plan.as_of
        today = as_of.day
        (first,) = of_entry(made(keys, today), self.ground.plan.defaults, as_of)
        for day in _year(today):
            reason, is_steady = self._against(keys, on_day(first, day, as_of), lifted)
            if reason is None:
                tried.days.append(day)
            else:
                _wait(tried.waits, day, reason)
            if is_steady and reason is not None:
                tried.waits = [Wait(today, _last(today), reason)]
                return tried
            if len(tried.days) == most:
                return tried
        return tried

    def give(self, keys: Keys, days: Sequence[date]) -> Missing | None:
        """The value that is missing for an offer today, else on the first of the days on which it would fit with it.

        Where value does not make it fit on any day: what is missing all the same, if something is on each."""
        as_of = self.ground.plan.as_of
        (today,) = of_entry(made(keys, as_of.day), self.ground.plan.defaults, as_of)
        lacking = [self.rows.missing(on_day(today, day, as_of)) for day in (as_of.day, *days[:1])]
        needed = next((one for one in lacking if one is None or one.value), None)
        if needed is None or days:
            return needed
        ahead = (self.rows.missing(on_day(today, day, as_of)) for day in _year(as_of.day))
        return None if any(one and not one.value for one in ahead) else needed

    def gone(self, keys: Keys, day: date) -> tuple[Finding, ...]:
        """What the entry mends on that day."""
        return self.ground.gone(made(keys, day))

    def _against(self, keys: Keys, occurrence: Occurrence, lifted: bool) -> tuple[Reason | None, bool]:
        """Why an entry does not fit on its day, and whether that is so on every day."""
        assert occurrence.day is not None
        rule = self.rows.broken_by(occurrence, lifted=lifted)
        if rule is not None:
            return reason_of_rule(rule, self.ground.plan, occurrence), False
        reason = self.days.against(occurrence)
        if reason is not None:
            return reason, False
        new = self.ground.new(made(keys, occurrence.day))
        found = sorted((one for one in new if not (lifted and one.rule in SHARES)), key=lambda one: one.rule in PASSING)
        steady = next((one for one in found if one.rule in STEADY and one.entry == occurrence.id), None)
        if steady is not None:
            return reason_of(steady, self.ground.plan, occurrence), True
        return (reason_of(found[0], self.ground.plan, occurrence) if found else None), False


def made(keys: Keys, day: date) -> Entry:
    """The entry of a suggestion on a day, as it would be read."""
    listed = {key: list(value) if isinstance(value, tuple) else value for key, value in keys.items()}
    return Entry.model_validate({**listed, "date": day.isoformat()})


def _year(first: date) -> Iterator[date]:
    return map(date.fromordinal, range(first.toordinal(), _last(first).toordinal() + 1))


def _last(first: date) -> date:
    return date.fromordinal(min(first.toordinal() + AHEAD, LAST_DAY.toordinal()))


def reasons_of(waits: Sequence[Wait]) -> tuple[Reason, ...]:
    """Each reason to wait once, those of the calendar aside (where there are others)."""
    told = dict.fromkeys(wait.reason for wait in waits)
    return tuple(one for one in told if one.name not in FREE) or tuple(told)


def _longest(waits: Sequence[Wait]) -> Reason:
    """The reason that speaks against the most days: what else there is passes."""
    days = Counter[Reason]()
    for wait in waits:
        days[wait.reason] += (wait.last - wait.first).days + 1
    return max(days, key=lambda reason: days[reason])


def _gathered(waits: list[Wait]) -> Iterator[Wait]:
    """The waits, one that begins again after days that are left free anyway told as one."""
    held: list[Wait] = []
    for wait in waits:
        free = len(held) - 1
        while free > 0 and held[free].reason.name in FREE:
            free -= 1
        if wait.reason.name not in FREE and held and held[free].reason == wait.reason:
            held[free:] = [Wait(held[free].first, wait.last, wait.reason)]
        else:
            held.append(wait)
    return iter(held)


def _wait(waits: list[Wait], day: date, reason: Reason) -> None:
    """Add a day to the last wait, if it waits for the same."""
    held = waits[-1] if waits else None
    if held and held.reason == reason and held.last + timedelta(days=1) == day:
        waits[-1] = Wait(held.first, day, reason)
    else:
        waits.append(Wait(day, day, reason))
