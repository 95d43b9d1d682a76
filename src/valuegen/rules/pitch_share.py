"""Too large a share of what a segment receives sells.

# Why
People soon stop reading somebody who writes mostly to sell. An offer is paid for by the help that came *before* it,
never by what is promised after it: so the share is counted at each offer, over the days up to it.

# Options
`max`: the largest share of offers among all that the segment receives (courtesy counts on neither side). Default
20%; no more than a third is taken.

`window`: in how many days up to the offer. Default 90 days; 7 to 366.

The occurrences of one repeat, and entries with the same text, count once as value. A segment can have its own: `rules:
{pitch-share: {max: 10%}}`. This rule can't be silenced or set below `error`.

# Fails
```yaml
# content/calendar/2026-12.yaml
- {date: 2026-12-03, title: Tres cuentas de la merma, segments: [panaderias], kind: industry}
- {date: 2026-12-10, title: Curso de costos, segments: [panaderias], kind: pitch}  # here
```

# Passes
```yaml
# content/calendar/2026-12.yaml
defaults: {segments: [panaderias], kind: industry}
entries:
  - {date: 2026-12-01, title: Tres cuentas de la merma}
  - {date: 2026-12-04, title: Cómo guardar la harina}
  - {date: 2026-12-09, title: Turnos que dejan dormir}
  - {date: 2026-12-12, title: El horno en verano}
  - {date: 2026-12-17, title: Curso de costos, kind: pitch}
```
"""

from collections.abc import Iterator
from dataclasses import dataclass

from valuegen.plan.occurrence import Occurrence
from valuegen.plan.types import Plan
from valuegen.rules.found import Found, Policy, Traits
from valuegen.rules.mends import share_mend
from valuegen.rules.rows import rows_of
from valuegen.rules.share import Breach, ShareOptions, breaches, shown, titles, unmarked
from valuegen.words import Message, msg, nmsg

NAME = "pitch-share"


@dataclass(frozen=True, slots=True)
class Options(ShareOptions):
    """See the top of this page."""


TRAITS = Traits("error", Options, locked=True, reach="segments", of_segments=True)


def check(plan: Plan, policy: Policy) -> Iterator[Found]:
    """At each pitch to a segment on whose date too much of the window sells."""
    slipped: dict[str, list[Occurrence]] = {}
    for each in plan.occurrences:
        if each.is_slipped and each.is_value:
            for named in dict.fromkeys(each.segments):
                slipped.setdefault(named, []).append(each)
    for segment, breach in reported(plan, policy):
        options = policy.of(Options, NAME, segment)
        pitch, tally = breach.pitch, breach.tally
        assert pitch.day is not None
        yield Found(
            message=_message(plan.workspace.segments[segment].name, breach, options),
            also=(
                *titles(plan.received[segment], pitch, tally.pitches),
                *unmarked(plan.received[segment], slipped.get(segment, ()), pitch, options, plan.prose),
            ),
            place=pitch.place,
            mend=None if pitch.is_share_history else share_mend(tally.value_needed(options.max), pitch),
            occurrence=pitch,
            segment=segment,
            data={"pitches": tally.pitches, "posts": tally.posts, "limit": str(options.max)},
            past=pitch.is_share_history,
        )


def reported(plan: Plan, policy: Policy) -> Iterator[tuple[str, Breach]]:
    """What is found, still without words: segments and the breaches in what they receive."""
    for segment, received in rows_of(plan):
        for breach in breaches(plan, received, policy.of(Options, NAME, segment.id)):
            yield segment.id, breach


def _message(name: str, breach: Breach, options: ShareOptions) -> Message:
    tally = breach.tally
    share = shown(tally.share, options.max)
    values = {"segment": name, "days": options.window, "day": breach.pitch.day, "share": share, "limit": options.max}
    if tally.posts == 1:
        return msg(
            "The only entry that “{segment}” receives in the {days} days to {day} sells "
            "({share}; the limit is {limit}).",
            **values,
        )
    return nmsg(
        "{n} of the {posts} entries that “{segment}” receives in the {days} days to {day} sells "
        "({share}; the limit is {limit}).",
        "{n} of the {posts} entries that “{segment}” receives in the {days} days to {day} sell "
        "({share}; the limit is {limit}).",
        tally.pitches,
        posts=tally.posts,
        **values,
    )
