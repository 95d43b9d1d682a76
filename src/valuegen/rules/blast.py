"""One message goes to everybody.

# Why
What is said to everybody is meant for nobody, and whoever reads it notices. A page of the site waits until somebody
comes; what is sent to people is written for those people.

# Options
`segments`: to how many segments an entry may be sent (by a channel that does not publish). Default 3.

`window`: for how many days no two entries to different segments may have the same text (capitals, accents, spaces and
punctuation aside). Default 30 days; 7 to 366. The later one is reported.

# Fails
```yaml
# content/calendar/2026-12.yaml
- date: 2026-12-03
  title: Para panaderías
  segments: [panaderias]
  kind: conversation
  channels: [newsletter]
  text: ¿Cómo va el mes?
- date: 2026-12-10  # here
  title: Para pastelerías
  segments: [pastelerias]
  kind: conversation
  channels: [newsletter]
  text: "¡Cómo va el mes!"
```
```yaml
# content/segments.yaml
panaderias: {name: Panaderías de barrio}
pastelerias: {name: Pastelerías}
```

# Passes
```yaml
# content/calendar/2026-12.yaml
- date: 2026-12-03
  title: Para panaderías
  segments: [panaderias]
  kind: conversation
  channels: [newsletter]
  text: ¿Cuánto pan queda a las ocho?
- date: 2026-12-10
  title: Para pastelerías
  segments: [pastelerias]
  kind: conversation
  channels: [newsletter]
  text: ¿Ya llegaron los encargos de Navidad?
```
```yaml
# content/segments.yaml
panaderias: {name: Panaderías de barrio}
pastelerias: {name: Pastelerías}
```
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from valuegen.finding import Mend
from valuegen.model.values import Wrong, read_count
from valuegen.plan.occurrence import Occurrence
from valuegen.plan.types import Plan
from valuegen.rules.found import Found, Policy, Traits, read_by
from valuegen.rules.mends import near
from valuegen.rules.share import read_window
from valuegen.words import Message, msg, nmsg

NAME = "blast"


def read_segments(text: str) -> int:
    """A number of segments, at least 1."""
    count = read_count(text)
    if count < 1:
        raise Wrong(msg("An entry goes to at least one segment."), msg("Write 1 or more; the default is 3."))
    return count


@dataclass(frozen=True, slots=True)
class Options:
    """`segments`: so many at once; `window`: so many days without the same text."""

    segments: int = field(default=3, metadata=read_by(read_segments))
    window: int = field(default=30, metadata=read_by(read_window))


TRAITS = Traits("warning", Options, reach="plan")


def check(plan: Plan, policy: Policy) -> Iterator[Found]:
    """At each entry that is sent to too many segments, or says what another one said to others."""
    options = policy.of(Options, NAME)
    texts: dict[str, _Said] = {}
    for each in plan.occurrences:
        if not each.is_planned or not each.segments:
            continue
        prose = plan.prose.get(each.entry.slug)
        said = texts.setdefault(prose.fingerprint, _Said()) if prose and prose.fingerprint else _Said()
        other = said.to_others(each)
        count = len(set(each.segments))
        if count > options.segments and any(not plan.channel(channel).publishes for channel in each.channels):
            yield _to_many(each, count, options)
        elif other is not None and (each.order[0] - other.order[0]).days < options.window:
            yield _again(each, other, options)


class _Said:
    """The latest entry with a text, and the latest to other segments than that one's."""

    def __init__(self) -> None:
        self._last: Occurrence | None = None
        self._other: Occurrence | None = None

    def to_others(self, each: Occurrence) -> Occurrence | None:
        """The latest one before `each`, which is the next, that is to other segments."""
        last, self._last = self._last, each
        if last is not None and set(last.segments) != set(each.segments):
            self._other = last
        return self._other


def _to_many(each: Occurrence, count: int, options: Options) -> Found:
    return Found(
        message=msg(
            "This is sent to {count} segments at once; to more than {limit}, it is one message to everybody.",
            count=count,
            limit=options.segments,
        ),
        place=each.place,
        mend=None
        if each.is_past
        else Mend(
            nmsg(
                "Write each of them an entry of their own, or keep {n} segment.",
                "Write each of them an entry of their own, or keep {n} segments at most.",
                options.segments,
            )
        ),
        occurrence=each,
        data={"segments": count, "limit": options.segments},
    )


def _again(each: Occurrence, other: Occurrence, options: Options) -> Found:
    days = (each.order[0] - other.order[0]).days
    return Found(
        message=_same(other, each, days),
        place=each.place,
        mend=None
        if each.is_past
        else Mend(
            nmsg(
                "Rewrite “{title}” for those who get it, or leave {n} day between the two.",
                "Rewrite “{title}” for those who get it, or leave {n} days between the two.",
                options.window,
                title=each.entry.title,
            )
        ),
        occurrence=each,
        data={"same_as": other.id, "days": days, "window": options.window},
    )


def _same(other: Occurrence, each: Occurrence, days: int) -> Message:
    if not days:
        return msg("“{title}” says the same to other segments on the same day.", title=other.entry.title)
    return nmsg(
        "“{title}” ({day}) said the same to other segments {n} day earlier.",
        "“{title}” ({day}) said the same to other segments {n} days earlier.",
        days,
        title=other.entry.title,
        day=near(other.order[0], each.order[0]),
    )
