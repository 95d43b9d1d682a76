"""An offer reaches clients who hardly know you.

# Why
First somebody uses what you give, then you get to know each other, and then it is time to speak of buying. An offer
that comes before that is what a stranger does, and it is hard to become a friend afterwards.

# Options
`from`: the earliest stage at which an offer is in its place: user, prospect, friend, buyer or recurring. Default
friend.

A client's stage is that of the log on the day of the offer (for one to come, today's). By a personal channel an offer
is too soon if anybody who receives it is not that far; otherwise, if more than half of them are not. A client's
`allow` leaves them out.

# Fails
```yaml
# content/calendar/2026-12.yaml
- {date: 2026-12-03, title: El curso en tu horno, contacts: [rosa], kind: pitch, channels: [visit]}  # here
```
```yaml
# content/private/contacts.yaml
rosa: {name: Rosa Díaz, segments: [panaderias], stage: prospect}
```

# Passes
```yaml
# content/calendar/2026-12.yaml
- {date: 2026-12-03, title: El curso en tu horno, contacts: [rosa], kind: pitch, channels: [visit]}
```
```yaml
# content/private/contacts.yaml
rosa: {name: Rosa Díaz, segments: [panaderias], stage: prospect}
```
```yaml
# content/private/log.yaml
- {date: 2026-11-20, contact: rosa, by: irene, what: stage, stage: friend}
```
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from valuegen.finding import Mend
from valuegen.model.log import STAGES
from valuegen.model.values import Wrong
from valuegen.plan.occurrence import Occurrence
from valuegen.plan.receivers import Receivers
from valuegen.plan.stages import Earlier
from valuegen.plan.types import Plan
from valuegen.rules.found import Found, Policy, Traits, read_by
from valuegen.rules.mends import NAMED, named
from valuegen.rules.nearest import meant
from valuegen.words import Message, msg, nmsg

NAME = "pitch-too-soon"


def read_stage(text: str) -> str:
    """One of the stages of a relation."""
    if text not in STAGES:
        raise Wrong(msg("“{text}” is not a stage.", text=text), meant(text, STAGES))
    return text


@dataclass(frozen=True, slots=True)
class Options:
    """`from`: the earliest stage for an offer."""

    from_: str = field(default="friend", metadata=read_by(read_stage))


TRAITS = Traits("warning", Options, needs=("contacts",), reach="receivers")


def check(plan: Plan, policy: Policy) -> Iterator[Found]:
    """At each pitch that reaches clients who are not that far."""
    stage = policy.of(Options, NAME).from_
    pitches = [each for each in plan.occurrences if each.is_pitch and each.is_planned]
    if not pitches:
        return
    allowed = {id for id, one in plan.relations.items() if NAME in one.contact.allow}
    receivers, earlier = Receivers(plan.receipts), Earlier(plan.relations, stage, aside=allowed)
    for pitch in pitches:
        groups, day = receivers.of(pitch), min(pitch.order[0], plan.as_of.day)
        of, count = sum(len(group.contacts) for group in groups), earlier.count(groups, day)
        is_personal = any(plan.channel(channel).reach == "personal" for channel in pitch.channels)
        least = 1 if is_personal else of // 2 + 1
        if not allowed and count < least:
            continue
        concerned = earlier.contacts(groups, day)
        if count >= least:
            yield _found(pitch, [id for id in concerned if id not in allowed], of, stage)
        if len(concerned) >= least:  # one by one, so that each silence is seen to be used
            yield from (_found(pitch, [id], of, stage) for id in concerned if id in allowed)


def _found(pitch: Occurrence, contacts: list[str], of: int, stage: str) -> Found:
    return Found(
        message=_message(contacts, of, stage),
        place=pitch.place,
        mend=None if pitch.is_past else Mend(_mend(len(contacts) < of, stage)),
        occurrence=pitch,
        contact=contacts[0] if len(contacts) == 1 else None,
        data={"contacts": contacts, "receivers": of, "from": stage},
        also=() if pitch.is_past else (_command(contacts, stage),),
    )


def _command(contacts: list[str], stage: str) -> Message:
    """What notes it down, once it is so."""
    return nmsg(
        "To note it down: `valuegen add log --stage {stage} --contact {contact}`.",
        "To note it down: `valuegen add log --stage {stage} --contact {contact}`, and so for each of them.",
        len(contacts),
        stage=stage,
        contact=contacts[0],
    )


def _mend(others: bool, stage: str) -> Message:
    if others:
        return msg(
            "Get to know them first, and note it down (`what: stage`, `stage: {stage}`); or make the offer only "
            "to the others.",
            stage=stage,
        )
    return msg("Get to know them first, and note it down (`what: stage`, `stage: {stage}`).", stage=stage)


def _message(contacts: list[str], of: int, stage: str) -> Message:
    if of > len(contacts) > NAMED:
        return msg(
            "{count} of the {of} clients who receive this offer are not yet at the stage `{stage}`: {who}.",
            count=len(contacts),
            of=of,
            stage=stage,
            who=named(contacts),
        )
    return nmsg(
        "{who} receives this offer, and is not yet at the stage `{stage}`.",
        "{who} receive this offer, and are not yet at the stage `{stage}`.",
        len(contacts),
        who=named(contacts),
        stage=stage,
    )
