"""Somebody gets messages they never agreed to.

# Why
In many countries the law asks for consent before you write to people, and courtesy asks for it everywhere. Off unless
you turn it on (`unsolicited: warning`), since it needs `agreed` of every client.

# Options
None. It checks entries by email, newsletter, SMS or WhatsApp, and reports those that reach clients without `agreed:
{on, how}` in their record. A client's `allow` leaves them out.

# Fails
```yaml
# valuegen.yaml
site: {title: Taller Levadura, url: "https://levadura.example", timezone: America/Bogota, as_of: 2026-12-01}
rules: {unsolicited: warning}
```
```yaml
# content/calendar/2026-12.yaml
- {date: 2026-12-03, title: Pesar la merma, segments: [panaderias], kind: industry, channels: [newsletter]}  # here
```
```yaml
# content/private/contacts.yaml
rosa: {name: Rosa Díaz, segments: [panaderias]}
```

# Passes
```yaml
# valuegen.yaml
site: {title: Taller Levadura, url: "https://levadura.example", timezone: America/Bogota, as_of: 2026-12-01}
rules: {unsolicited: warning}
```
```yaml
# content/calendar/2026-12.yaml
- {date: 2026-12-03, title: Pesar la merma, segments: [panaderias], kind: industry, channels: [newsletter]}
```
```yaml
# content/private/contacts.yaml
rosa: {name: Rosa Díaz, segments: [panaderias], agreed: {on: 2025-03-02, how: en persona}}
```
"""

from collections.abc import Iterator, Sequence

from valuegen.finding import Mend
from valuegen.plan.occurrence import Occurrence
from valuegen.plan.received import Group
from valuegen.plan.receivers import Receivers
from valuegen.plan.types import Plan
from valuegen.rules.found import Found, Policy, Traits
from valuegen.rules.mends import named
from valuegen.words import msg, nmsg

NAME = "unsolicited"
TRAITS = Traits("off", needs=("contacts",), reach="receivers")
WRITTEN = frozenset({"email", "newsletter", "sms", "whatsapp"})


def check(plan: Plan, policy: Policy) -> Iterator[Found]:
    """At each entry that reaches clients by a channel for which they did not agree to anything."""
    receivers = Receivers(plan.receipts)
    strangers = _Strangers(plan)
    for each in plan.occurrences:
        written = WRITTEN.intersection(each.channels)
        if each.is_planned and written:
            groups = [group for group in receivers.of(each) if written - group.not_by]
            contacts, allowed = strangers.of(groups)
            if contacts:
                yield _found(each, contacts)
            yield from (_found(each, [contact]) for contact in allowed)  # so that each silence is seen to be used


class _Strangers:
    """Who has not agreed, by group; each group is looked through once, when it is first asked for."""

    def __init__(self, plan: Plan) -> None:
        self._relations = plan.relations
        self._position = {id: number for number, id in enumerate(plan.relations)}
        self._held: dict[int, tuple[list[str], list[str]]] = {}

    def of(self, groups: Sequence[Group]) -> tuple[list[str], list[str]]:
        """Those of some groups, in the order of the file; apart from them those with an `allow`."""
        held = [self._of(group) for group in groups]
        contacts = (id for ids, _ in held for id in ids)
        return sorted(contacts, key=self._position.__getitem__), [id for _, ids in held for id in ids]

    def _of(self, group: Group) -> tuple[list[str], list[str]]:
        if id(group) not in self._held:
            strangers = [one for one in group.contacts if self._relations[one].contact.agreed is None]
            allowed = [one for one in strangers if NAME in self._relations[one].contact.allow]
            self._held[id(group)] = ([one for one in strangers if one not in set(allowed)], allowed)
        return self._held[id(group)]


def _found(each: Occurrence, contacts: list[str]) -> Found:
    return Found(
        message=nmsg(
            "{who} receives this, and has not agreed to be written to.",
            "{who} receive this, and have not agreed to be written to.",
            len(contacts),
            who=named(contacts),
        ),
        place=each.place,
        mend=None
        if each.is_past
        else Mend(msg("Ask them, and note it down (`agreed: {{on, how}}`); or reach them another way.")),
        occurrence=each,
        contact=contacts[0] if len(contacts) == 1 else None,
        data={"contacts": contacts},
    )
