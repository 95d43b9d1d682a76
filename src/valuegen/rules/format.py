"""Something in the workspace can't be read as it was meant.

# Why
A key that does not exist, a date that is not in the calendar, a link that leads where it must not: what is not
understood is never guessed at, and never left out in silence. Every such mistake is told, with its line and what to
write instead.

# Options
None. It can't be silenced or set below `error`. Most of it is found while the files are read; the rest are mistakes
inside a body, and an `allow` of a rule that is not there or can't be silenced.

# Fails
```yaml
# content/calendar/2026-12.yaml
- date: 2026-12-03
  title: Tres cuentas de la merma
  segments: [panaderias]
  kind: industry
  allow: {jargón-de-feria: "es su nombre"}  # here
```

# Passes
```yaml
# content/calendar/2026-12.yaml
- {date: 2026-12-03, title: Tres cuentas de la merma, segments: [panaderias], kind: industry}
```
"""

from collections.abc import Iterator

from valuegen.extras import how
from valuegen.finding import Mend
from valuegen.plan.holidays import gap_of
from valuegen.plan.types import Occurrence, Plan
from valuegen.read.countries import is_country
from valuegen.rules.found import Found, Policy, Traits
from valuegen.rules.missing_extras import missing_extras
from valuegen.rules.nearest import meant
from valuegen.rules.picture_files import pictures, without_extra
from valuegen.rules.silences import Silencer, everybody
from valuegen.words import msg

NAME = "format"
TRAITS = Traits("error", keeps_level=True, locked=True)


def check(plan: Plan, policy: Policy) -> Iterator[Found]:
    """What is wrong inside the bodies, the silences that can't be, and notes of what is not known here."""
    yield from mistakes(plan, policy)
    yield from _holidays(plan)
    yield from without_extra(plan)
    yield from missing_extras(plan)


def mistakes(plan: Plan, policy: Policy) -> Iterator[Found]:
    """What can't be read, without the notes: what only wants to read does not load what these ask."""
    read = set()
    firsts: dict[str, Occurrence] = {}
    for entry in plan.workspace.entries:
        prose, written = plan.prose.get(entry.slug), entry.written
        if prose is None or written is None or (body := (written.file, written.line, written.column)) in read:
            continue
        read.add(body)  # a body that two entries name is told of once
        if prose.troubles and not firsts:
            firsts = {each.entry.slug: each for each in reversed(plan.occurrences)}
        for trouble in prose.troubles:
            place = written.place(trouble.line, trouble.column)
            yield Found(trouble.message, place, Mend(trouble.mend) if trouble.mend else None, firsts[entry.slug])
    for silencer in everybody(plan):
        yield from _silences(silencer, policy)
    yield from pictures(plan)


def _holidays(plan: Plan) -> Iterator[Found]:
    """Why the holidays of the site's country are not known; a note, since all else holds without them."""
    country = plan.workspace.settings.site.country
    gap = gap_of(country) if country and is_country(country) else None
    if country is None or gap is None:
        return
    told = {
        "library": (
            msg("Public holidays are not known here: the extra “holidays” is not installed."),
            msg("Install it with `{command}`, or take `country` out.", command=how("holidays")),
        ),
        "part": (
            msg("“{country}” is not a region that is known here, so its own holidays are left out.", country=country),
            msg("Write the code of ISO 3166-2, for example ES-MD, or the country alone."),
        ),
    }
    place = plan.workspace.settings.where("site", "country")
    data = {"extra": "holidays"} if gap == "library" else {}
    yield Found(told[gap][0], place, Mend(told[gap][1]), data=data, cap="note")


def _silences(silencer: Silencer, policy: Policy) -> Iterator[Found]:
    for rule in silencer.allow:
        if rule not in policy.choices:
            known = [name for name in policy.choices if name not in policy.locked]
            yield Found(msg("There is no rule “{name}”.", name=rule), silencer.place(rule), Mend(meant(rule, known)))
        elif rule in policy.locked:
            message = msg("“{rule}” can be neither silenced nor set below “error”.", rule=rule)
            yield Found(message, silencer.place(rule), Mend(msg("Remove this `allow`.")))
