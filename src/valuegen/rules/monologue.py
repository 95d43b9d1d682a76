"""An entry only talks: it asks nothing.

# Why
A conversation has two sides. Somebody who is asked something feels that you would like to know, and has an easy way to
begin; somebody who is only told things reads on in silence, and you never hear what they need.

# Options
None. A question is an `ask`, or a sentence of the text that ends in `?`, outside code and addresses. An entry that has
no text yet needs its `ask`. Courtesy is left alone: a greeting may ask nothing.

# Fails
```yaml
# content/calendar/2026-12.yaml
- date: 2026-12-03  # here
  title: Tres cuentas de la merma
  segments: [panaderias]
  kind: industry
  text: Pesa la harina el lunes. Pésala otra vez el sábado.
```

# Passes
```yaml
# content/calendar/2026-12.yaml
- date: 2026-12-03
  title: Tres cuentas de la merma
  segments: [panaderias]
  kind: industry
  text: Pesa la harina el lunes. ¿Cuánta tiraste la semana pasada?
- date: 2026-12-10
  title: Cómo guardar la harina
  segments: [panaderias]
  kind: industry
  ask: ¿Dónde la guardas tú?
```
"""

from collections.abc import Iterator

from valuegen.finding import Mend
from valuegen.plan.types import Plan
from valuegen.rules.found import Found, Policy, Traits
from valuegen.words import msg

NAME = "monologue"
TRAITS = Traits("warning")


def check(plan: Plan, policy: Policy) -> Iterator[Found]:
    """At each entry that asks nothing."""
    for occurrence in plan.occurrences:
        entry = occurrence.entry
        if not occurrence.is_planned or occurrence.kind == "courtesy" or entry.ask is not None:
            continue
        prose = plan.prose.get(entry.slug)
        if prose is not None and prose.questions:
            continue
        values = {"title": entry.title}
        yield Found(
            message=msg("“{title}” has no `ask`, and no text that could ask something.", **values)
            if prose is None
            else msg("“{title}” asks nothing: it has no `ask` and no question in its text.", **values),
            place=occurrence.place,
            mend=Mend(msg("Write an `ask`: one thing that you would like to know, and that is easy to answer.")),
            occurrence=occurrence,
            data={"has_text": prose is not None},
        )
