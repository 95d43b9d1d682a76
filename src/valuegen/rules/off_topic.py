"""An entry is about nothing that its segment cares about.

# Why
Talk about what helps the client: their trade, their business, their life. What is of no concern to them is noise,
however well it is written.

# Options
None. It checks entries of the kinds `industry`, `expertise` and `reference`, for each segment that says what it
`cares_about`. One topic in common is enough, and so is answering a need of theirs; an entry without topics has none.

# Fails
```yaml
# content/segments.yaml
panaderias: {name: Panaderías de barrio, cares_about: [merma, harina]}
```
```yaml
# content/calendar/2026-12.yaml
- {date: 2026-12-03, title: La historia del pan, segments: [panaderias], kind: industry, topics: [historia]}  # here
- {date: 2026-12-10, title: Algo más, segments: [panaderias], kind: reference}  # here
```

# Passes
```yaml
# content/segments.yaml
panaderias: {name: Panaderías de barrio, cares_about: [merma, harina]}
```
```yaml
# content/private/needs.yaml
- {id: horno-lento, heard: 2026-11-20, segment: panaderias, needs: Cocer más en menos tiempo.}
```
```yaml
# content/calendar/2026-12.yaml
- {date: 2026-12-03, title: Tres cuentas, segments: [panaderias], kind: industry, topics: [merma, cuentas]}
- {date: 2026-12-10, title: Dos hornos, segments: [panaderias], kind: reference, answers: [horno-lento]}
- {date: 2026-12-17, title: ¿Qué tal la feria?, segments: [panaderias], kind: conversation}
```
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from valuegen.finding import Mend
from valuegen.model.segment import Segment
from valuegen.model.slug import slug_of
from valuegen.plan.occurrence import Occurrence
from valuegen.plan.types import Plan
from valuegen.rules.found import Found, Policy, Traits
from valuegen.words import Message, msg

NAME = "off-topic"
TRAITS = Traits("warning", gentle=False, of_segments=True)
KINDS = ("industry", "expertise", "reference")


def check(plan: Plan, policy: Policy) -> Iterator[Found]:
    """At each entry, for each of its segments to whose cares it has nothing to say."""
    segments = plan.workspace.segments
    cares = {id: _topics(segment.cares_about) for id, segment in segments.items() if segment.cares_about}
    for occurrence in plan.occurrences:
        if not occurrence.is_planned or occurrence.kind not in KINDS:
            continue
        topics = _topics(occurrence.entry.topics)
        for id in dict.fromkeys(occurrence.segments):
            if id in cares and topics.isdisjoint(cares[id]) and not _answers(plan, occurrence, id):
                yield _found(occurrence, segments[id])


def _topics(topics: Sequence[str]) -> frozenset[str]:
    """Topics as their addresses tell them apart: case and accents are no difference."""
    return frozenset(_slug(topic) for topic in topics)


_slug = lru_cache(1024)(slug_of)  # the same topics come back in entry after entry


def _answers(plan: Plan, occurrence: Occurrence, segment: str) -> bool:
    """Whether it answers a need of that segment, or of one of its clients. Where needs are absent, any may be one."""
    if plan.workspace.needs is None:
        return bool(occurrence.entry.answers)
    for name in occurrence.entry.answers:
        need = plan.workspace.needs.get(name)
        if need is not None:
            sender = (plan.workspace.contacts or {}).get(need.sender or "")
            if need.segment == segment or (sender is not None and segment in sender.segments):
                return True
    return False


def _found(occurrence: Occurrence, segment: Segment) -> Found:
    topics = occurrence.entry.topics
    values = {"title": occurrence.entry.title, "segment": segment.name}
    return Found(
        message=msg(
            "“{title}” is about {topics}, and “{segment}” cares about none of it.",
            topics=_named(topics),
            **values,
        )
        if topics
        else msg("“{title}” has no topic, so none that “{segment}” cares about.", **values),
        place=occurrence.entry.where("topics"),
        mend=Mend(
            msg(
                "Give it one that they care about ({topics:or}), or make it answer a need of theirs; if it is "
                "not for them, leave them out.",
                topics=_named(segment.cares_about),
            )
        ),
        occurrence=occurrence,
        segment=segment.id,
        data={"topics": list(topics), "cares_about": list(segment.cares_about)},
    )


@lru_cache(1024)
def _named(topics: tuple[str, ...]) -> tuple[Message, ...]:
    return tuple(msg("“{topic}”", topic=topic) for topic in topics)
