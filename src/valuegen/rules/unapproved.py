"""A page is due, and nobody has approved it.

# Why
Where one writes and another answers for it, a second pair of eyes belongs to every page, and a name to every yes.

# Options
None. It is off by default: write `unapproved: error` (or `warning`) in `rules:` to turn it on. Entries on a channel
that publishes are looked at from `reminders.lead` days before their day on (3 days where nothing is said).

# Fails
```yaml
# valuegen.yaml
site: {title: Taller Levadura, url: https://levadura.example, timezone: America/Bogota, as_of: 2026-12-01}
rules: {unapproved: warning}
```

```yaml
# content/calendar/2026-12.yaml
- date: 2026-12-04  # here
  title: Tres cuentas de la merma
  segments: [panaderias]
  kind: industry
  text: Pesa lo que barres esta noche. ¿Cuánto sale?
```

# Passes
```yaml
# valuegen.yaml
site: {title: Taller Levadura, url: https://levadura.example, timezone: America/Bogota, as_of: 2026-12-01}
rules: {unapproved: warning}
```

```yaml
# content/calendar/2026-12.yaml
- date: 2026-12-04
  title: Tres cuentas de la merma
  segments: [panaderias]
  kind: industry
  text: Pesa lo que barres esta noche. ¿Cuánto sale?
  approved: {by: irene, on: 2026-11-28}
```
"""

from collections.abc import Iterator

from valuegen.finding import Mend
from valuegen.plan.occurrence import Occurrence
from valuegen.plan.types import Plan
from valuegen.rules.found import Found, Policy, Traits
from valuegen.words import msg

NAME = "unapproved"
TRAITS = Traits("off", reach="entry")


def check(plan: Plan, policy: Policy) -> Iterator[Found]:
    """At each entry whose page is due, or is there, without a yes."""
    lead = plan.workspace.settings.reminders.lead
    for occurrence in plan.occurrences:
        entry = occurrence.entry
        if not occurrence.is_planned or not occurrence.publishes or entry.approved is not None:
            continue
        assert occurrence.day is not None
        if (occurrence.day - plan.as_of.day).days <= lead:
            values = {"title": entry.title, "day": occurrence.day}
            yield Found(
                message=msg("“{title}” was published on {day} without anybody's approval.", **values)
                if occurrence.is_past
                else msg("“{title}” will be published on {day}, and nobody has approved it.", **values),
                place=occurrence.place,
                mend=_mend(plan, occurrence),
                occurrence=occurrence,
            )


def _mend(plan: Plan, occurrence: Occurrence) -> Mend:
    """Somebody who wrote nothing of it says yes; where there is nobody else, they do."""
    hands = {occurrence.author, occurrence.entry.writer}
    other = next((person for person in plan.workspace.people if person not in hands), None)
    cure = f"approved: {{by: {other or occurrence.author}, on: {plan.as_of.day.isoformat()}}}"
    if other is None:
        return Mend(msg("Read it once more with fresh eyes, and write down that you approve it: {cure}.", cure=cure))
    return Mend(msg("Have somebody else read it, and write down who approved it: {cure}.", cure=cure))
