"""A page is due, and there is no text for it.

# Why
What is on a channel that publishes becomes a page of your site. Without a text there is no page, and whoever looks for
what you announced finds nothing.

# Options
None: entries on a channel that publishes are looked at when they are `ready` or `done`, and when their day is no
further off than `reminders.lead` (3 days where nothing is said). A text is `text` or `body`; an empty one is none.

# Fails
```yaml
# content/calendar/2026-12.yaml
- date: 2026-12-04  # here
  title: Tres cuentas de la merma
  segments: [panaderias]
  kind: industry
  ask: ¿Cuánta tiraste la semana pasada?
```

# Passes
```yaml
# content/calendar/2026-12.yaml
- date: 2026-12-04
  title: Tres cuentas de la merma
  segments: [panaderias]
  kind: industry
  text: Pesa lo que barres esta noche. ¿Cuánto sale?
```
"""

from collections.abc import Iterator

from valuegen.finding import Mend
from valuegen.plan.occurrence import Occurrence
from valuegen.plan.types import Plan
from valuegen.rules.found import Found, Policy, Traits
from valuegen.words import Message, msg

NAME = "missing-body"
TRAITS = Traits("warning", reach="entry")


def check(plan: Plan, policy: Policy) -> Iterator[Found]:
    """At each entry without the text that its page needs by now."""
    for occurrence in plan.occurrences:
        if occurrence.is_planned and occurrence.publishes and _is_due(plan, occurrence) and not _has_text(occurrence):
            yield Found(
                message=_message(occurrence),
                place=occurrence.place,
                mend=Mend(_mend(occurrence)),
                occurrence=occurrence,
                data={"status": occurrence.status},
            )


def _is_due(plan: Plan, occurrence: Occurrence) -> bool:
    if occurrence.status in ("ready", "done"):
        return True
    assert occurrence.day is not None
    return 0 <= (occurrence.day - plan.as_of.day).days <= plan.workspace.settings.reminders.lead


def _has_text(occurrence: Occurrence) -> bool:
    written = occurrence.entry.written
    return written is not None and not written.is_blank


def _message(occurrence: Occurrence) -> Message:
    values = {"title": occurrence.entry.title, "day": occurrence.day}
    if occurrence.status == "done":
        return msg("“{title}” is done but has no text: its page of {day} is missing.", **values)
    if occurrence.status == "ready":
        return msg("“{title}” is ready for {day} but has no text.", **values)
    return msg("“{title}” is due on {day} and has no text yet.", **values)


def _mend(occurrence: Occurrence) -> Message:
    if occurrence.status == "ready":
        return msg("Write its `text`, or name a file as its `body`; until then it is a draft (`status: draft`).")
    return msg("Write its `text`, or name a file as its `body`.")
