"""Attention is counted as if it were help: followers, likes, impressions, reach, views.

# Why
Followers are not clients. A number that grows by itself feels like success and says nothing about whether anybody was
helped; and what you measure is what you work for.

# Options
None. Such words, in Spanish and English, are looked for in `goals`, in the lines of the log and among the keys of
entries. Measure conversations and sales in their place (`goals: [{conversations: 4 per 30 days}]`), and in the log what
people did: `reply`, `inquiry`, `meeting`, `sale`, `referral`, `helped`. A product that is called so is a product.

# Fails
```yaml
# valuegen.yaml
site: {title: Taller Levadura, url: https://levadura.example, timezone: America/Bogota, as_of: 2026-12-01}
goals:
  - {followers: 1000}  # here
```

```yaml
# content/private/log.yaml
- {date: 2026-11-20, channel: instagram, what: me gusta}  # here
```

# Passes
```yaml
# valuegen.yaml
site: {title: Taller Levadura, url: https://levadura.example, timezone: America/Bogota, as_of: 2026-12-01}
goals:
  - {conversations: 4 per 30 days}
```

```yaml
# content/private/contacts.yaml
rosa: {name: Rosa Díaz, segments: [panaderias]}
```

```yaml
# content/private/log.yaml
- {date: 2026-11-20, contact: rosa, channel: instagram, what: reply, settled: true}
```
"""

from collections.abc import Iterator

from valuegen.finding import Mend
from valuegen.model.vanity import Vanity
from valuegen.plan.occurrence import Occurrence
from valuegen.plan.types import Plan
from valuegen.rules.found import Found, Policy, Traits
from valuegen.words import Message, msg

NAME = "vanity-metric"
TRAITS = Traits("error", keeps_level=True)

_TOLD = {
    "followers": msg("Followers are not clients: their number says nothing about whether you helped anybody."),
    "likes": msg("A like is easily given: it says nothing about whether you helped anybody."),
    "impressions": msg("Impressions count screens, not the people you helped."),
    "reach": msg("Reach counts who may have seen it, not the people you helped."),
    "views": msg("Views count who looked, not the people you helped."),
}


def check(plan: Plan, policy: Policy) -> Iterator[Found]:
    """At each measure of attention that stands where an outcome or a goal belongs."""
    if not plan.workspace.vanities:
        return
    by_place = {each.place: each for each in reversed(plan.occurrences)}
    contacts = plan.workspace.contacts or {}
    for vanity in plan.workspace.vanities:
        if vanity.within == "log" and plan.workspace.log is None:
            continue  # a stranger's build, which is not to know of it
        occurrence = by_place.get(vanity.record) if vanity.within == "entry" else None
        yield Found(
            message=_TOLD[vanity.measure],
            place=vanity.place,
            mend=Mend(_mend(vanity, occurrence)),
            occurrence=occurrence,
            contact=vanity.contact if vanity.contact in contacts else None,
            data={"measure": vanity.measure, "within": vanity.within},
        )


def _mend(vanity: Vanity, occurrence: Occurrence | None) -> Message:
    """What to measure in its place."""
    if vanity.within == "goal":
        return msg(
            "Measure how many people you talk with, or what you sell: {{conversations: 4 per 30 days}}, or "
            "{{product: …, sales: 4 per 30 days}}."
        )
    if vanity.within == "log":
        return msg(
            "Write down instead what somebody did: reply, inquiry, meeting, sale, referral or helped; the time "
            "it took you is `what: work`."
        )
    if occurrence is None:
        return msg("Remove it: what an entry brought is in the log, in the replies and sales that name it.")
    return msg(
        "Remove it, and note down who answered: `valuegen add log --reply-from CONTACT --entry {slug}`.",
        slug=occurrence.entry.slug,
    )
