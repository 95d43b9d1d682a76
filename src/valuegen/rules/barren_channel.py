"""A channel takes your hours and brings nothing back.

# Why
Time is the hidden cost. Minutes spent where nobody answers are missing where somebody would.

# Options
`minutes`: after how many minutes a channel has to have brought something. Default 600.

`window`: in how many days up to today. Default 90 days; 7 to 366.

Minutes are those of the log's lines with that `channel`. What it brought are its lines `reply`, `inquiry`, `sale`,
`referral`, `helped` and `meeting`. The best channel is the one that brought the most for its minutes in that time.

# Fails
```yaml
# content/private/log.yaml
- {date: 2026-11-03, by: irene, channel: instagram, what: work, minutes: 360}
- {date: 2026-11-20, by: irene, channel: instagram, what: work, minutes: 300}  # here
```

# Passes
```yaml
# content/private/contacts.yaml
rosa: {name: Rosa Díaz, segments: [panaderias]}
```

```yaml
# content/private/log.yaml
- {date: 2026-11-03, by: irene, channel: instagram, what: work, minutes: 360}
- {date: 2026-11-20, by: irene, channel: instagram, what: work, minutes: 300}
- {date: 2026-11-20, contact: rosa, channel: instagram, what: reply, settled: true}
```
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from fractions import Fraction

from valuegen.finding import Mend, Place
from valuegen.model.log import LogLine
from valuegen.model.values import read_count
from valuegen.plan.minutes import OUTCOMES
from valuegen.plan.types import Plan
from valuegen.rules.found import Found, Policy, Traits, read_by
from valuegen.rules.share import read_window
from valuegen.words import Message, msg, nmsg

NAME = "barren-channel"


@dataclass(frozen=True, slots=True)
class Options:
    """`minutes`: so many, and a channel has to bring something; `window`: in so many days."""

    minutes: int = field(default=600, metadata=read_by(read_count))
    window: int = field(default=90, metadata=read_by(read_window))


TRAITS = Traits("todo", Options, keeps_level=True, gentle=False, needs=("log",))


@dataclass(slots=True)
class Spent:
    """What a channel took and brought. `last`: the latest line that minutes were logged with."""

    minutes: int = 0
    outcomes: int = 0
    last: LogLine | None = None


def check(plan: Plan, policy: Policy) -> Iterator[Found]:
    """At each channel that takes much and brings nothing."""
    options = policy.of(Options, NAME)
    spent = spent_by_channel(plan, options.window)
    best = _best(spent)
    for channel, found in spent.items():
        if found.last is not None and found.minutes >= max(options.minutes, 1) and not found.outcomes:
            brought = _brought(spent[best], found.minutes) if best else 0
            yield Found(
                message=_message(plan, channel, found.minutes, options.window, best, brought),
                place=_place(plan, channel, found.last),
                mend=Mend(_mend(plan, channel, best)),
                data={"channel": channel, "minutes": found.minutes, "best": best, "brought": brought},
                past=True,
            )


def spent_by_channel(plan: Plan, window: int) -> dict[str, Spent]:
    """Minutes and outcomes of each channel in the window of so many days that ends on `as_of`."""
    found: dict[str, Spent] = {}
    first = plan.as_of.day - timedelta(days=window - 1)
    for line in sorted(plan.workspace.log or (), key=lambda line: line.date.day):
        if line.channel is None or line.channel not in plan.workspace.channels:
            continue
        if not first <= line.date.day <= plan.as_of.day:
            continue
        spent = found.setdefault(line.channel, Spent())
        spent.outcomes += line.what in OUTCOMES
        if line.minutes:
            spent.minutes += line.minutes
            spent.last = line
    return found


def _best(spent: dict[str, Spent]) -> str | None:
    """The channel that brought the most for its minutes (of two that brought as much, the first by name)."""
    fruitful = [channel for channel, found in spent.items() if found.outcomes and found.minutes]
    return min(fruitful, key=lambda id: (-Fraction(spent[id].outcomes, spent[id].minutes), id), default=None)


def _brought(best: Spent, minutes: int) -> int:
    """How many outcomes the best channel brings in so many minutes, rounded (a half up)."""
    return (2 * best.outcomes * minutes + best.minutes) // (2 * best.minutes)


def _place(plan: Plan, channel: str, last: LogLine) -> Place:
    """Where the channel is written; for a built-in one, the latest line that spent time on it."""
    written = plan.channel(channel).place
    return written if written.file else last.place


def _message(plan: Plan, channel: str, minutes: int, window: int, best: str | None, brought: int) -> Message:
    values = {"channel": plan.channel(channel).label, "minutes": minutes, "window": window}
    if best is None or not brought:
        return msg("“{channel}” took {minutes} minutes in the last {window} days and brought nothing.", **values)
    return nmsg(
        "“{channel}” took {minutes} minutes in the last {window} days and brought nothing; for the same time, "
        "“{best}” brought {n} result.",
        "“{channel}” took {minutes} minutes in the last {window} days and brought nothing; for the same time, "
        "“{best}” brought {n} results.",
        brought,
        best=plan.channel(best).label,
        **values,
    )


def _mend(plan: Plan, channel: str, best: str | None) -> Message:
    if best is None:
        return msg("Ask something there that is easy to answer, or spend that time with a client.")
    return msg(
        "Spend that time on “{best}”, or ask something there that is easy to answer.", best=plan.channel(best).label
    )
