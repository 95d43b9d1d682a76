"""A text is too long for its channel.

# Why
How much is too much, how little too little? Sip by sip. A long message on a phone is put off for later, and later never
comes.

# Options
None: each channel has its `max_words`, and `content/channels.yaml` changes it (`whatsapp: {max_words: 80}`; 0 is no
limit). The usual ones are, among others, 25 for a text message, 50 for x, 80 for a card, 120 for WhatsApp, 150 for
Instagram, 400 for an email and 800 for a newsletter; a blog has none. An entry on several channels is held to the
strictest.

# Fails
```yaml
# content/channels.yaml
whatsapp: {max_words: 10}
```

```yaml
# content/calendar/2026-12.yaml
- date: 2026-12-03  # here
  title: La libreta de la merma
  segments: [panaderias]
  kind: industry
  channels: [whatsapp]
  text: Pesa lo que barres cada noche durante una semana, apúntalo en una libreta, y dime cuánto sale. ¿Te animas?
```

# Passes
```yaml
# content/channels.yaml
whatsapp: {max_words: 10}
```

```yaml
# content/calendar/2026-12.yaml
- date: 2026-12-03
  title: La libreta de la merma
  segments: [panaderias]
  kind: industry
  channels: [whatsapp]
  text: Pesa lo que barres esta noche. ¿Cuánto sale?
```
"""

from collections.abc import Iterator

from valuegen.finding import Mend
from valuegen.model.channel import Channel
from valuegen.plan.occurrence import Occurrence
from valuegen.plan.types import Plan
from valuegen.rules.found import Found, Policy, Traits
from valuegen.words import nmsg

NAME = "gulp"
TRAITS = Traits("warning", gentle=False)


def check(plan: Plan, policy: Policy) -> Iterator[Found]:
    """At each entry whose text is longer than the strictest of its channels bears."""
    for occurrence in plan.each_once:
        prose = plan.prose.get(occurrence.entry.slug)
        channel = _strictest(plan, occurrence)
        if prose is not None and channel is not None and prose.words > channel.max_words:
            yield Found(
                message=nmsg(
                    "This text has {n} word; the most for “{channel}” is {limit}.",
                    "This text has {n} words; the most for “{channel}” is {limit}.",
                    prose.words,
                    channel=channel.label,
                    limit=channel.max_words,
                ),
                place=occurrence.place,
                mend=Mend(
                    nmsg(
                        "Cut {n} word, or tell it in several entries.",
                        "Cut {n} words, or tell it in several entries.",
                        prose.words - channel.max_words,
                    )
                ),
                occurrence=occurrence,
                data={"words": prose.words, "max_words": channel.max_words, "channel": channel.id},
            )


def _strictest(plan: Plan, occurrence: Occurrence) -> Channel | None:
    """Of its channels the one that bears the fewest words; None where none has a limit."""
    limited = [channel for channel in map(plan.channel, occurrence.channels) if channel.max_words]
    return min(limited, key=lambda channel: channel.max_words, default=None)
