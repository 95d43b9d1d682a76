"""Something personal was handed to an assistant.

# Why
The person who knows the client is the one who speaks, answers and offers. An assistant may write the words (`writer`),
look after a newsletter and prepare everything; but a greeting, an offer or a conversation that comes from them says
that you had no time.

# Options
None. It reports an assistant as author or `reply_to` of a courtesy, of an offer or of an entry with a personal channel;
as `by` of an `answer` in the log; as the owner of a segment (the first person, where it names none) or of a client who
names them. Clients who have the owner of their segment are not reported one by one.

# Fails
```yaml
# content/people.yaml
irene: {name: Irene Vidal, email: irene@levadura.example}
tomas: {name: Tomás Rey, role: assistant, email: tomas@levadura.example}
```
```yaml
# content/calendar/2026-12.yaml
- date: 2026-12-03
  title: Feliz Navidad
  segments: [panaderias]
  kind: courtesy
  author: tomas  # here
```
```yaml
# content/private/contacts.yaml
rosa:
  name: Rosa Díaz
  segments: [panaderias]
  owner: tomas  # here
```

# Passes
```yaml
# content/people.yaml
irene: {name: Irene Vidal, email: irene@levadura.example}
tomas: {name: Tomás Rey, role: assistant, email: tomas@levadura.example}
```
```yaml
# content/calendar/2026-12.yaml
- {date: 2026-12-03, title: Feliz Navidad, segments: [panaderias], kind: courtesy, author: irene, writer: tomas}
- {date: 2026-12-10, title: Guardar la harina, segments: [panaderias], kind: industry, author: tomas}
```
```yaml
# content/private/contacts.yaml
rosa: {name: Rosa Díaz, segments: [panaderias], owner: irene}
```
"""

from collections.abc import Collection, Iterator

from valuegen.finding import Mend
from valuegen.plan.occurrence import Occurrence
from valuegen.plan.types import Plan
from valuegen.rules.found import Found, Policy, Traits
from valuegen.words import Message, msg

NAME = "delegated"
TRAITS = Traits("error", of_segments=True)  # who speaks hangs on no day: `reach` is nothing

_CURES = {
    ("author",): msg("Put the person who knows the client as `author`; the assistant can be its `writer`."),
    ("reply_to",): msg("Put the person who knows the client as `reply_to`."),
    ("author", "reply_to"): msg(
        "Put the person who knows the client as `author` and as `reply_to`; the assistant can be its `writer`."
    ),
}


def check(plan: Plan, policy: Policy) -> Iterator[Found]:
    """At each entry, line of the log, segment and client that an assistant has and should not."""
    assistants = {id for id, person in plan.workspace.people.items() if person.role == "assistant"}
    if not assistants:
        return
    for occurrence in plan.occurrences:
        roles = _roles(occurrence, assistants)
        if roles and occurrence.is_planned and _is_personal(plan, occurrence):
            yield _entry(plan, occurrence, roles)
    yield from _log(plan, assistants)
    yield from _owners(plan, assistants)


def _roles(occurrence: Occurrence, assistants: Collection[str]) -> tuple[str, ...]:
    """`reply_to` beside the author only where the entry names somebody: else who speaks is answered."""
    speaks = occurrence.author in assistants
    answered = occurrence.reply_to in assistants and not (speaks and occurrence.entry.reply_to is None)
    return ("author",) * speaks + ("reply_to",) * answered


def _is_personal(plan: Plan, occurrence: Occurrence) -> bool:
    by_person = any(plan.channel(channel).reach == "personal" for channel in occurrence.channels)
    return by_person or not occurrence.is_value


def _entry(plan: Plan, occurrence: Occurrence, roles: tuple[str, ...]) -> Found:
    role = roles[0]
    person = occurrence.author if role == "author" else occurrence.reply_to
    values = {"title": occurrence.entry.title, "name": plan.workspace.people[person].name}
    return Found(
        message=msg("“{title}” is personal, but the one who speaks is “{name}”, an assistant.", **values)
        if role == "author"
        else msg("“{title}” is personal, but answers go to “{name}”, an assistant.", **values),
        place=occurrence.entry.where(role),
        mend=Mend(_CURES[roles]),
        occurrence=occurrence,
        data={"person": person, "role": role},
    )


def _log(plan: Plan, assistants: Collection[str]) -> Iterator[Found]:
    for line in plan.workspace.log or ():
        if line.what == "answer" and line.by in assistants:
            values = {"name": plan.workspace.people[str(line.by)].name, "day": line.date.day}
            yield Found(
                message=msg(
                    "On {day} it was “{name}”, an assistant, who answered “{contact}”.", contact=line.contact, **values
                )
                if line.contact
                else msg("On {day} it was “{name}”, an assistant, who answered.", **values),
                place=line.where("by"),
                mend=Mend(msg("From now on, let the person who knows the client answer.")),
                contact=line.contact,
                data={"person": line.by, "role": "by"},
                past=line.date.day < plan.as_of.day,
            )


def _owners(plan: Plan, assistants: Collection[str]) -> Iterator[Found]:
    mend = Mend(msg("Put somebody who is not an assistant as `owner`."))
    for id, segment in plan.workspace.segments.items():
        owner = plan.defaults.segments[id].owner
        if owner in assistants:
            message = _owned(msg("“{segment}”", segment=segment.name), plan.workspace.people[owner].name)
            data = {"person": owner, "role": "owner"}
            yield Found(message, segment.where("owner"), mend, segment=id, data=data)
    for id, contact in (plan.workspace.contacts or {}).items():
        if contact.owner in assistants:
            message = _owned(msg("“{contact}”", contact=id), plan.workspace.people[str(contact.owner)].name)
            data = {"person": str(contact.owner), "role": "owner"}
            yield Found(message, contact.where("owner"), mend, contact=id, data=data)


def _owned(who: Message, name: str) -> Message:
    return msg("The relationship with {who} is in the hands of “{name}”, an assistant.", who=who, name=name)
