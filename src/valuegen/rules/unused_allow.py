"""An `allow` silences nothing.

# Why
A silence that is not needed hides what comes later. When the reason for it is gone, it goes too.

# Options
None. It runs after all other rules; an `allow` of a rule that was skipped, because contacts, needs or log are not
there, is left in peace.

# Fails
```yaml
# content/calendar/2026-12.yaml
- date: 2026-12-03
  title: Tres cuentas de la merma
  segments: [panaderias]
  kind: industry
  allow: {too-often: "semana de feria"}  # here
```

# Passes
```yaml
# content/calendar/2026-12.yaml
- date: 2026-12-03
  title: Tres cuentas de la merma
  segments: [panaderias]
  kind: industry
```
"""

from collections.abc import Iterator

from valuegen.finding import Mend
from valuegen.plan.types import Plan
from valuegen.rules.found import Found, Policy, Traits
from valuegen.rules.policy import OFF
from valuegen.rules.silences import Silencer, silencers
from valuegen.words import msg

NAME = "unused-allow"
TRAITS = Traits("warning", reach="everything")


def check(plan: Plan, policy: Policy) -> Iterator[Found]:
    """At each `allow` that no finding used."""
    for silencer in silencers(plan):
        for rule in silencer.allow:
            is_judged = rule in policy.choices and rule not in {NAME, *policy.locked, *policy.skipped}
            if is_judged and (silencer.place(rule), rule) not in policy.used:
                yield _found(silencer, rule, is_off=policy.levels(rule) == {OFF})


def _found(silencer: Silencer, rule: str, is_off: bool) -> Found:
    return Found(
        message=msg("This `allow` silences nothing: “{rule}” is off.", rule=rule)
        if is_off
        else msg("This `allow` silences nothing: “{rule}” finds nothing here.", rule=rule),
        place=silencer.place(rule),
        mend=Mend(msg("Remove it.")),
        occurrence=silencer.occurrence,
        contact=silencer.contact,
        need=silencer.need,
        data={"rule": rule},
    )
