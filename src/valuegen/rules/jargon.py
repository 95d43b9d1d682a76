"""A published text uses sales jargon.

# Why
Nobody wants to be a lead, a target or a prospect. People who read such words learn how they are spoken of when they are
not there; and if you get used to not writing them, you soon stop thinking that way too.

# Options
`add`: words that you don't want to read on your site either, in any inflection. Default none.

`except`: words that your clients use themselves, and that are let through. Default none.

It checks the title, summary, ask and text of entries on a channel that publishes; a word counts whether it is used or
only mentioned, once in each entry. Its other senses don't: a lead pipe, the *prospecto* of a medicine, converting
units; nor do addresses and code. The lists are `jargon`, `jargon-doubtful`, `jargon-senses` and `jargon-company` of
`words:` in `valuegen.yaml`.

# Fails
```yaml
# content/calendar/2026-12.yaml
- date: 2026-12-03
  title: Quién entra por la puerta
  segments: [panaderias]
  kind: industry
  channels: [blog]
  text: |
    Cada mañana entran treinta personas.
    A esas personas las llaman leads.  # here
```

# Passes
```yaml
# content/calendar/2026-12.yaml
- date: 2026-12-03
  title: Quién entra por la puerta
  segments: [panaderias]
  kind: industry
  channels: [blog]
  text: |
    Cada mañana entran treinta personas. Una preguntó si el prospecto de su jarabe dejaba comer pan.
```
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from valuegen.finding import Mend
from valuegen.judge import Hit, is_one_of, own_jargon, plain_word, writing_of
from valuegen.model.values import Wrong
from valuegen.plan.occurrence import Occurrence
from valuegen.plan.types import Plan
from valuegen.rules.found import Found, Policy, Traits
from valuegen.rules.hearers import hearers, place_of
from valuegen.words import Message, msg, nmsg

NAME = "jargon"


def read_words(value: object) -> tuple[str, ...]:
    """One word or several, each of any length."""
    words = value if isinstance(value, list | tuple) else [value]
    if not all(isinstance(word, str) and any(mark.isalnum() for mark in word) for word in words):
        raise Wrong(msg("This option takes a list of words."), msg("Write, for example, [lead, funnel]."))
    return tuple(" ".join(str(word).split()) for word in words)


@dataclass(frozen=True, slots=True)
class Options:
    """`add`: words found beside those of the lists; `except_`: words let pass."""

    add: tuple[str, ...] = field(default=(), metadata={"read": read_words})
    except_: tuple[str, ...] = field(default=(), metadata={"read": read_words})


TRAITS = Traits("warning", Options, gentle=False, of_segments=True)


def check(plan: Plan, policy: Policy) -> Iterator[Found]:
    """At the first place of each such word in an entry that is published."""
    for occurrence in plan.occurrences:
        if not (occurrence.is_planned and occurrence.publishes):
            continue
        told: set[str] = set()
        for segment in hearers(policy, NAME, occurrence):
            words = _words(plan, occurrence, policy.of(Options, NAME, segment))
            for sort, hits in words.items():
                if sort not in told:
                    told.add(sort)
                    yield _found(plan, occurrence, segment, sort, hits)


def _words(plan: Plan, occurrence: Occurrence, options: Options) -> dict[str, list[Hit]]:
    """Word -> its places, in order: those of the lists, and those that the options add and take out."""
    slug = occurrence.entry.slug
    found = list(plan.judged[slug].jargon) if slug in plan.judged else []
    if options.except_:
        found = [hit for hit in found if not is_one_of(hit, options.except_)]
    if options.add:
        writing = writing_of(occurrence.entry, plan.prose.get(slug))
        found += own_jargon(writing, options.add)
    words: dict[str, list[Hit]] = {}
    for hit in found:
        words.setdefault(hit.sort, []).append(hit)
    return words


def _found(plan: Plan, occurrence: Occurrence, segment: str | None, sort: str, hits: list[Hit]) -> Found:
    return Found(
        message=nmsg(
            "“{words}” is sales jargon.",
            "“{words}” is sales jargon; it appears here {n} times.",
            len(hits),
            words=hits[0].text,
        ),
        place=place_of(occurrence.entry, hits[0]),
        mend=Mend(_mend(sort, plan.workspace.settings.site.language)),
        occurrence=occurrence,
        segment=segment,
        data={"word": sort, "found": hits[0].text, "where": hits[0].where, "times": len(hits)},
    )


def _mend(sort: str, language: str) -> Message:
    plain = plain_word(sort, language)
    if plain is None:
        return msg("Say it the way your clients would.")
    return msg("Say it the way your clients would: {plain}.", plain=plain)
