"""Too large a share of what a single client receives sells.

# Why
A client of two segments gets the offers of both. Each segment may be within its limit while one person in both of them
is sold to all the time; and a client whom an entry names directly has a balance of their own.

# Options
`max`: the largest share of offers among all that the client receives. Default 20%; no more than a third is taken.

`window`: in how many days up to the offer. Default 90 days; 7 to 366.

Each offer is reported once, with all the clients it concerns, and not where `pitch-share` already reports it. This rule
can't be silenced or set below `error`.

# Fails
```yaml
# content/calendar/2026-12.yaml
defaults: {segments: [panaderias], kind: industry}
entries:
  - {date: 2026-12-01, title: Tres cuentas de la merma}
  - {date: 2026-12-04, title: Cómo guardar la harina}
  - {date: 2026-12-09, title: Turnos que dejan dormir}
  - {date: 2026-12-12, title: El horno en verano}
  - {date: 2026-12-17, title: Curso de costos, kind: pitch}
  - {date: 2026-12-18, title: En tu horno, segments: [], contacts: [rosa], kind: pitch, channels: [visit]}  # here
```
```yaml
# content/private/contacts.yaml
rosa: {name: Rosa Díaz, segments: [panaderias]}
```

# Passes
```yaml
# content/calendar/2026-12.yaml
defaults: {segments: [panaderias], kind: industry}
entries:
  - {date: 2026-12-01, title: Tres cuentas de la merma}
  - {date: 2026-12-04, title: Cómo guardar la harina}
  - {date: 2026-12-09, title: Turnos que dejan dormir}
  - {date: 2026-12-12, title: El horno en verano}
  - {date: 2026-12-17, title: Curso de costos, kind: pitch}
```
```yaml
# content/private/contacts.yaml
rosa: {name: Rosa Díaz, segments: [panaderias]}
```
"""

from collections.abc import Iterator
from dataclasses import dataclass

from valuegen.plan.occurrence import Occurrence
from valuegen.plan.received import Group
from valuegen.plan.types import Plan
from valuegen.plan.windows import Tally
from valuegen.rules import pitch_share
from valuegen.rules.found import Found, Policy, Traits
from valuegen.rules.mends import named, share_mend
from valuegen.rules.share import ShareOptions, breaches, shown, titles
from valuegen.words import Message, msg, nmsg

NAME = "client-pitch-share"


@dataclass(frozen=True, slots=True)
class Options(ShareOptions):
    """See the top of this page."""


TRAITS = Traits("error", Options, locked=True, needs=("contacts",), reach="segments")


@dataclass(slots=True)
class Concerned:
    """A pitch, and the groups of clients for whom it is one too many, each with what its window holds."""

    pitch: Occurrence
    groups: list[tuple[Group, Tally]]


def check(plan: Plan, policy: Policy) -> Iterator[Found]:
    """At each pitch that is too many for some clients, where `pitch-share` says nothing of it."""
    options = policy.of(Options, NAME)
    said = {breach.pitch.id for _, breach in pitch_share.reported(plan, policy)}
    position = {id: number for number, id in enumerate(plan.relations)}
    for concerned in over(plan, policy).values():
        if concerned.pitch.id not in said:
            yield _found(plan, concerned, options, position)


def over(plan: Plan, policy: Policy) -> dict[str, Concerned]:
    """By id, every pitch that is too many for some clients, whatever `pitch-share` says of it."""
    options = policy.of(Options, NAME)
    found: dict[str, Concerned] = {}
    for audience in plan.audiences:
        for breach in breaches(plan, audience.received, options):
            held = found.setdefault(breach.pitch.id, Concerned(breach.pitch, []))
            held.groups.append((audience.group, breach.tally))
    return found


def _found(plan: Plan, concerned: Concerned, options: Options, position: dict[str, int]) -> Found:
    pitch = concerned.pitch
    assert pitch.day is not None
    contacts = sorted((id for group, _ in concerned.groups for id in group.contacts), key=position.__getitem__)
    # Whom it is hardest to make it right for: what is right for them is right for all.
    group, tally = max(concerned.groups, key=lambda held: held[1].value_needed(options.max) or 0)
    return Found(
        message=_message(contacts, pitch, tally, options),
        also=titles(plan.receipts.of_group(group), pitch, tally.pitches),
        place=pitch.place,
        mend=None if pitch.is_share_history else share_mend(tally.value_needed(options.max), pitch),
        occurrence=pitch,
        contact=contacts[0] if len(contacts) == 1 else None,
        data={"pitches": tally.pitches, "posts": tally.posts, "limit": str(options.max), "contacts": contacts},
        past=pitch.is_share_history,
    )


def _message(contacts: list[str], pitch: Occurrence, tally: Tally, options: Options) -> Message:
    share = shown(tally.share, options.max)
    values = {"days": options.window, "day": pitch.day, "share": share, "limit": options.max}
    who = named(contacts)
    if tally.posts == 1:
        return nmsg(
            "The only entry that {who} receives in the {days} days to {day} sells ({share}; the limit is {limit}).",
            "The only entry that {who} receive in the {days} days to {day} sells ({share}; the limit is {limit}).",
            len(contacts),
            who=who,
            **values,
        )
    if len(contacts) == 1:
        return nmsg(
            "{n} of the {posts} entries that {who} receives in the {days} days to {day} sells "
            "({share}; the limit is {limit}).",
            "{n} of the {posts} entries that {who} receives in the {days} days to {day} sell "
            "({share}; the limit is {limit}).",
            tally.pitches,
            posts=tally.posts,
            who=who,
            **values,
        )
    return msg(
        "For {who}, too much of what they receive in the {days} days to {day} sells: up to {pitches} of {posts} "
        "entries ({share}; the limit is {limit}).",
        pitches=tally.pitches,
        posts=tally.posts,
        who=who,
        **values,
    )
