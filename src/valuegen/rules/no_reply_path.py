"""Answers to an entry reach nobody.

# Why
An entry names a person to answer to. If that person has neither email nor phone, or an address that nobody reads, the
conversation ends where it should begin.

# Options
None. The person is the entry's `reply_to`, or else its author. An address that says that nobody reads it (`noreply@`,
`no-reply@`, `do-not-reply@`, `no-responder@`…) is reported even where there is a phone as well.

A workspace that names nobody at all, neither in `site.owner` nor in content/people.yaml, gets one note and no more.

# Fails
```yaml
# content/people.yaml
irene: {name: Irene Vidal, email: no-responder@levadura.example, phone: "+57 300 000 0001"}
tomas: {name: Tomás Rey}
```
```yaml
# content/calendar/2026-12.yaml
- {date: 2026-12-03, title: Tres cuentas de la merma, segments: [panaderias], kind: industry}  # here
- {date: 2026-12-10, title: Guardar la harina, segments: [panaderias], kind: industry, reply_to: tomas}  # here
```

# Passes
```yaml
# content/people.yaml
irene: {name: Irene Vidal, email: irene@levadura.example}
tomas: {name: Tomás Rey, phone: "+57 300 000 0002"}
```
```yaml
# content/calendar/2026-12.yaml
- {date: 2026-12-03, title: Tres cuentas de la merma, segments: [panaderias], kind: industry}
- {date: 2026-12-10, title: Guardar la harina, segments: [panaderias], kind: industry, reply_to: tomas}
```
"""

import re
from collections.abc import Iterator

from valuegen.finding import Mend
from valuegen.model.person import Person
from valuegen.plan.types import Plan
from valuegen.rules.found import Found, Policy, Traits
from valuegen.words import Message, msg

NAME = "no-reply-path"
TRAITS = Traits("error")  # whom one answers hangs on no day: `reach` is nothing

_NO_REPLY = re.compile(
    r"(?<![^\W_])(?:no|non|not|never|dont|do[._-]?not)[._-]?"
    r"(?:reply|replies|respond|response|answer|respond(?:er|a|as|an)|respuestas?|contest(?:ar|a|e|as|es|en))(?![^\W\d_])",
    re.IGNORECASE,
)
"""English and Spanish; a word of its own, so that `moreno.reply` is a person."""


def check(plan: Plan, policy: Policy) -> Iterator[Found]:
    """At each entry whose `reply_to` can't be answered."""
    people = plan.workspace.people
    if plan.workspace.settings.site.owner is None and list(people) == ["owner"]:  # made of the site's title
        yield from _nobody(plan)
        return
    wrong = {id: message for id, person in people.items() if (message := _wrong(person))}
    for occurrence in plan.occurrences:
        message = wrong.get(occurrence.reply_to)
        if message is not None and occurrence.is_planned:
            yield Found(
                message=message,
                place=occurrence.entry.where("reply_to"),
                mend=Mend(msg("Give them an email or a phone that they read, or name somebody else in `reply_to`.")),
                occurrence=occurrence,
                data={"reply_to": occurrence.reply_to},
            )


def _nobody(plan: Plan) -> Iterator[Found]:
    """Of a workspace that names nobody: said once, and no more than a note, since one may begin like that."""
    if any(each.is_planned for each in plan.occurrences):
        yield Found(
            message=msg("No person is named for your readers to answer to."),
            place=plan.workspace.settings.where("site"),
            mend=Mend(msg("Write `owner: {{name: …, email: …}}` under `site`, or content/people.yaml.")),
            cap="note",
        )


def is_no_reply(email: str) -> bool:
    """Whether an address says of itself that nobody reads it, in its name or its domain (`users.noreply.x.example`)."""
    return _NO_REPLY.search(email) is not None


def _wrong(person: Person) -> Message | None:
    if person.email and is_no_reply(person.email):
        return msg(
            "Answers go to “{name}”, at an address that nobody reads: {email}.", name=person.name, email=person.email
        )
    if not person.email and not person.phone:
        return msg("Answers go to “{name}”, who has neither email nor phone.", name=person.name)
    return None
