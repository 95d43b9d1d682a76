"""An author speaks with authority about what they don't know.

# Why
Show that you know, honestly. An `expertise` entry says “trust me in this”; whoever signs it has to be somebody who
knows.

# Options
None. It checks `expertise` entries with topics whose author says what they know (`knows:` in `content/people.yaml`):
one of the topics has to be among that. Case and accents don't count.

# Fails
```yaml
# content/people.yaml
irene: {name: Irene Vidal, role: principal, email: irene@levadura.example, knows: [costos, turnos]}
```

```yaml
# content/calendar/2026-12.yaml
- date: 2026-12-10
  title: Por qué se tira la masa
  segments: [panaderias]
  kind: expertise
  topics: [merma]  # here
  ask: ¿Cuánta tiraste la semana pasada?
```

# Passes
```yaml
# content/people.yaml
irene: {name: Irene Vidal, role: principal, email: irene@levadura.example, knows: [costos, merma]}
```

```yaml
# content/calendar/2026-12.yaml
- date: 2026-12-10
  title: Por qué se tira la masa
  segments: [panaderias]
  kind: expertise
  topics: [merma]
  ask: ¿Cuánta tiraste la semana pasada?
```
"""

from collections.abc import Iterable, Iterator

from valuegen.finding import Mend
from valuegen.model.slug import slug_of
from valuegen.plan.types import Plan
from valuegen.rules.found import Found, Policy, Traits
from valuegen.words import Message, msg

NAME = "unknowing-author"
TRAITS = Traits("warning", gentle=False)


def check(plan: Plan, policy: Policy) -> Iterator[Found]:
    """At the topics of each entry that its author does not know about."""
    known = {id: _plain(person.knows) for id, person in plan.workspace.people.items()}
    for occurrence in plan.occurrences:
        topics = occurrence.entry.topics
        if not occurrence.is_planned or occurrence.kind != "expertise" or not topics:
            continue
        knows = known.get(occurrence.author)
        if knows and knows.isdisjoint(_plain(topics)):
            yield Found(
                message=msg(
                    "{author} speaks as an expert on {topics:or}, but says they know about {knows}.",
                    author=plan.workspace.people[occurrence.author].name,
                    topics=topics,
                    knows=plan.workspace.people[occurrence.author].knows,
                ),
                place=occurrence.entry.where("topics"),
                mend=Mend(_mend(plan, known, topics)),
                occurrence=occurrence,
                data={"author": occurrence.author, "topics": list(topics)},
            )


def _mend(plan: Plan, known: dict[str, frozenset[str]], topics: Iterable[str]) -> Message:
    """Who may sign it, if somebody knows; else what else to do."""
    wanted = _plain(topics)
    knowing = tuple(
        id for id, person in plan.workspace.people.items() if person.role != "assistant" and known[id] & wanted
    )
    if knowing:
        return msg("Have somebody who knows it sign, with `author: …`: {people:or}.", people=knowing)
    return msg(
        "If they do know it, add the topic to their `knows`; if not, tell it as `industry` and name your source."
    )


def _plain(topics: Iterable[str]) -> frozenset[str]:
    """Topics as their pages' addresses have them, where case and accents don't count."""
    return frozenset(slug_of(topic) or topic for topic in topics)
