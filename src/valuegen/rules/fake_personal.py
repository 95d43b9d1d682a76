"""A text for many acts as if it were for one.

# Why
A name that a program fills in, or “a customer as special as you”, costs nothing, and everybody knows it. Closeness that
is feigned takes away from the real one: write to one person, or honestly to all of them.

# Options
`merges`: how many merge fields (`{{name}}`, `[NOMBRE]`, `*|FNAME|*`…; each time one appears) a text may have, the name
in the greeting for example. Default 1.

A phrase of false closeness is always found. Code, quotations, what a sentence warns of, and a text that begins with
somebody's name are left alone. The lists `merges`, `closeness` and `critics` of `words:` in `valuegen.yaml` can be
changed.

# Fails
```yaml
# content/calendar/2026-12.yaml
- date: 2026-12-03
  title: Dos novedades
  segments: [panaderias]
  kind: industry
  text: |
    Hola, {nombre}: mañana llega la harina nueva a {ciudad}.  # here

    Un cliente tan especial como tú tenía que saberlo.  # here
```

# Passes
```yaml
# content/calendar/2026-12.yaml
- date: 2026-12-03
  title: Dos novedades
  segments: [panaderias]
  kind: industry
  text: |
    Hola, {nombre}: mañana llega la harina nueva. No es «para un cliente tan especial como tú»: es para todos.
```
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from valuegen.finding import Mend
from valuegen.judge import Hit
from valuegen.model.values import read_count
from valuegen.plan.occurrence import Occurrence
from valuegen.plan.types import Plan
from valuegen.rules.found import Found, Policy, Traits, read_by
from valuegen.rules.hearers import hearers, place_of
from valuegen.words import msg, nmsg

NAME = "fake-personal"


@dataclass(frozen=True, slots=True)
class Options:
    """`merges`: so many merge fields may be in a text."""

    merges: int = field(default=1, metadata=read_by(read_count))


TRAITS = Traits("warning", Options, of_segments=True)


def check(plan: Plan, policy: Policy) -> Iterator[Found]:
    """At the first merge field of a text with too many, and at each first phrase of false closeness."""
    for occurrence in plan.each_once:
        judged = plan.judged.get(occurrence.entry.slug)
        if judged is None or not (judged.merges or judged.closeness):
            continue
        heard = list(hearers(policy, NAME, occurrence))
        for segment in heard:
            most = policy.of(Options, NAME, segment).merges
            if len(judged.merges) > most:
                yield _merges(occurrence, segment, judged.merges, most)
                break
        if heard and judged.closeness:
            yield _closeness(occurrence, heard[0], judged.closeness)


def _merges(occurrence: Occurrence, segment: str | None, hits: Sequence[Hit], most: int) -> Found:
    names = list(dict.fromkeys(hit.text for hit in hits))
    mend = (
        nmsg(
            "Keep one at most (there are {all} here), and write the rest as you would to anybody.",
            "Keep {n} at most (there are {all} here), and write the rest as you would to anybody.",
            most,
            all=len(hits),
        )
        if most
        else msg("Write it as you would to anybody.")
    )
    return Found(
        message=nmsg(
            "{n} place in this text is filled in by a program: {fields}.",
            "{n} places in this text are filled in by a program: {fields}.",
            len(hits),
            fields=tuple(names),
        ),
        place=place_of(occurrence.entry, hits[0]),
        mend=Mend(mend),
        occurrence=occurrence,
        segment=segment,
        data={"merges": len(hits), "fields": names, "limit": most},
    )


def _closeness(occurrence: Occurrence, segment: str | None, hits: Sequence[Hit]) -> Found:
    phrases = list(dict.fromkeys(hit.text for hit in hits))
    return Found(
        message=msg("Said to many people at once, this is false closeness: {phrases}.", phrases=_quoted(phrases)),
        place=place_of(occurrence.entry, hits[0]),
        mend=Mend(
            msg("Say what is true of everybody who reads it, or write to one person about what you know of them.")
        ),
        occurrence=occurrence,
        segment=segment,
        data={"phrases": phrases},
    )


def _quoted(phrases: Sequence[str]) -> tuple[object, ...]:
    return tuple(msg("“{words}”", words=phrase) for phrase in phrases)
