"""Something of the calendar did not happen.

# Why
An entry whose day is over while it is still a draft, in review, or ready on channels where a person has to share it,
did not happen as far as anybody knows. It counts nowhere: neither as value given nor as an offer made. So it is shown
until somebody says what became of it. If an offer now breaks its limit because of it, that offer is named.

# Options
None. What is found keeps its level although it is of the past.

# Fails
```yaml
# content/calendar/2026-11.yaml
- {date: 2026-11-20, title: Tres cuentas de la merma, segments: [panaderias], kind: industry, status: draft}  # here
```

# Passes
```yaml
# content/calendar/2026-11.yaml
- {date: 2026-11-20, title: Tres cuentas de la merma, segments: [panaderias], kind: industry, status: done}
- {date: 2026-12-20, title: Cómo guardar la harina, segments: [panaderias], kind: industry, status: draft}
```
"""

from collections.abc import Iterator, Mapping

from valuegen.finding import Mend
from valuegen.plan.occurrence import Occurrence
from valuegen.plan.types import Plan
from valuegen.plan.windows import in_window, tally_of, value_key
from valuegen.rules import pitch_share
from valuegen.rules.found import Found, Policy, Traits
from valuegen.words import Message, msg

NAME = "overdue"
TRAITS = Traits("todo", keeps_level=True)


def check(plan: Plan, policy: Policy) -> Iterator[Found]:
    """At each entry that slipped."""
    slipped = [each for each in plan.occurrences if each.is_slipped]
    broken = _broken_by(plan, policy, slipped)
    for each in slipped:
        pitches = broken.get(each.id, [])
        assert each.day is not None
        yield Found(
            message=_message(each, pitches),
            place=each.place,
            mend=Mend(msg("Do it and mark it `done`, or move it to another day.")),
            occurrence=each,
            data={"days": (plan.as_of.day - each.day).days, "pitches": [pitch.id for pitch in pitches]},
        )


def _broken_by(plan: Plan, policy: Policy, slipped: list[Occurrence]) -> Mapping[str, list[Occurrence]]:
    """By the id of what slipped: the pitches that would be within their limit if what slipped had happened."""
    by_segment: dict[str, list[Occurrence]] = {}
    for each in slipped:
        if each.is_value:
            for segment in dict.fromkeys(each.segments):
                by_segment.setdefault(segment, []).append(each)
    found: dict[str, list[Occurrence]] = {}
    for segment, breach in pitch_share.reported(plan, policy):
        missed, pitch = by_segment.get(segment, ()), breach.pitch
        if not missed or pitch.day is None or pitch.is_share_history:
            continue
        options = policy.of(pitch_share.Options, pitch_share.NAME, segment)
        held = in_window(plan.received[segment], pitch.day, options.window)
        absent = in_window(missed, pitch.day, options.window)
        if not tally_of([*held, *absent], plan.prose).is_over(options.max):
            counted = {value_key(each, plan.prose) for each in held if each.is_value}
            for each in absent:
                if value_key(each, plan.prose) not in counted and pitch not in found.setdefault(each.id, []):
                    found[each.id].append(pitch)
    return {id: pitches for id, pitches in found.items() if pitches}


def _message(each: Occurrence, pitches: list[Occurrence]) -> Message:
    told = _what(each)
    if not pitches:
        return told
    named = tuple(msg("“{title}” ({day:MMMMd})", title=pitch.entry.title, day=pitch.day) for pitch in pitches)
    if len(named) == 1:
        return msg("{what} Because of it, {pitches} now breaks its limit.", what=told, pitches=named)
    return msg("{what} Because of it, {pitches} now break their limit.", what=told, pitches=named)


def _what(each: Occurrence) -> Message:
    values = {"title": each.entry.title, "day": each.day}
    if each.status == "draft":
        return msg("“{title}” was for {day}, and is still a draft.", **values)
    if each.status == "review":
        return msg("“{title}” was for {day}, and is still in review.", **values)
    return msg("“{title}” was ready for {day}, and nobody has said that it was done.", **values)
