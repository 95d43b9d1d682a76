"""Something of the calendar did not happen.

# Why
An entry whose day is over while it is still a draft, in review, or ready on channels where a person has to share it,
did not happen as far as anybody knows. It counts nowhere: neither as value given nor as an offer made. So it is shown
until somebody says what became of it. If an offer now breaks its limit because of it (for a segment or for single
clients), that offer is named.

# Options
None. What is found keeps its level even in the past.

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

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from valuegen.finding import Mend
from valuegen.plan.occurrence import Occurrence
from valuegen.plan.received import Receipts
from valuegen.plan.types import Plan
from valuegen.plan.windows import in_window, tally_of, value_key
from valuegen.rules import client_pitch_share, pitch_share
from valuegen.rules.found import Found, Policy, Traits
from valuegen.rules.share import ShareOptions
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
            mend=Mend(_mend(each)),
            occurrence=each,
            data={"days": (plan.as_of.day - each.day).days, "pitches": [pitch.id for pitch in pitches]},
        )


@dataclass(frozen=True, slots=True)
class Broken:
    """A pitch that breaks its limit for a segment or for clients: what they receive, and what they missed."""

    pitch: Occurrence
    received: Sequence[Occurrence]
    missed: Sequence[Occurrence]
    options: ShareOptions


def _broken_by(plan: Plan, policy: Policy, slipped: list[Occurrence]) -> Mapping[str, list[Occurrence]]:
    """By the id of what slipped: the pitches that would be within their limit if what slipped had happened."""
    found: dict[str, dict[str, Occurrence]] = {}
    for broken in _broken(plan, policy, _missed([each for each in slipped if each.is_value], plan)):
        pitch, window = broken.pitch, broken.options.window
        if not broken.missed or pitch.day is None or pitch.is_share_history:
            continue
        held = in_window(broken.received, pitch.day, window)
        absent = in_window(broken.missed, pitch.day, window)
        if not tally_of([*held, *absent], plan.prose).is_over(broken.options.max):
            counted = {value_key(each, plan.prose) for each in held if each.is_value}
            for each in absent:
                if value_key(each, plan.prose) not in counted:
                    found.setdefault(each.id, {})[pitch.id] = pitch
    return {id: sorted(pitches.values(), key=lambda pitch: pitch.order) for id, pitches in found.items()}


def _broken(plan: Plan, policy: Policy, missed: Receipts) -> Iterator[Broken]:
    """What the share rules report."""
    said = set()
    for segment, breach in pitch_share.reported(plan, policy):
        said.add(breach.pitch.id)
        options = policy.of(pitch_share.Options, pitch_share.NAME, segment)
        yield Broken(breach.pitch, plan.received[segment], missed.by_segment.get(segment, ()), options)
    if not missed.by_segment and not missed.by_contact:
        return
    for concerned in client_pitch_share.over(plan, policy).values():
        if concerned.pitch.id not in said:
            for group, _ in concerned.groups:
                received, absent = plan.receipts.of_group(group), missed.of_group(group)
                yield Broken(
                    concerned.pitch, received, absent, policy.of(client_pitch_share.Options, client_pitch_share.NAME)
                )


def _missed(slipped: list[Occurrence], plan: Plan) -> Receipts:
    """What everybody would have received besides."""
    by_segment: dict[str, list[Occurrence]] = {}
    by_contact: dict[str, list[Occurrence]] = {}
    for each in slipped:
        for row_of, names in ((by_segment, each.segments), (by_contact, each.contacts)):
            for name in dict.fromkeys(names):
                row_of.setdefault(name, []).append(each)
    return Receipts(
        {segment: tuple(row) for segment, row in by_segment.items()},
        {contact: tuple(row) for contact, row in by_contact.items()},
        plan.receipts.groups,
        plan.receipts.group_of,
    )


def _message(each: Occurrence, pitches: list[Occurrence]) -> Message:
    told = _what(each)
    if not pitches:
        return told
    named = tuple(msg("“{title}” ({day:MMMMd})", title=pitch.entry.title, day=pitch.day) for pitch in pitches)
    if len(named) == 1:
        return msg("{what} Because of it, {pitches} now breaks its limit.", what=told, pitches=named)
    return msg("{what} Because of it, {pitches} now break their limit.", what=told, pitches=named)


def _mend(each: Occurrence) -> Message:
    name = each.id if each.entry.repeat else each.entry.slug
    return msg(
        "Do it, and then `valuegen done {name}`; or choose another day: `valuegen move {name} DATE`. "
        "If its time is past, take it out.",
        name=name,
    )


def _what(each: Occurrence) -> Message:
    values = {"title": each.entry.title, "day": each.day}
    if each.status == "draft":
        return msg("“{title}” was planned for {day} and is still a draft.", **values)
    if each.status == "review":
        return msg("“{title}” was planned for {day} and is still in review.", **values)
    return msg("“{title}” was ready for {day}, but nobody has marked it as done.", **values)
