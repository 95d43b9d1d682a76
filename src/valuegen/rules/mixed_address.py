"""A Spanish text addresses its reader in a form that is not theirs, or in two.

# Why
*Tú*, *usted* or *vos* says how two people stand to each other. A client you call *usted* who reads *tu pan* is taken
aback, and a text that changes midway was plainly sewn together from two.

# Options
None: the form is the segment's own `address` (tú, usted, vos); where it says none, a text only has to keep to one.
*Ustedes* is the plural of all three, *vosotros* of *tú*. It checks the text and the ask, but not quotations, a line of
dialogue, a `::: question` or code; and the third person addresses nobody. The list is `address` of `words:` in
`valuegen.yaml`.

# Fails
```yaml
# content/segments.yaml
panaderias: {name: Panaderías de barrio, address: usted}
```
```yaml
# content/calendar/2026-12.yaml
- date: 2026-12-03
  title: La harina
  segments: [panaderias]
  kind: industry
  text: |
    Nadie mira la harina.
    Pesa la tuya antes de abrir el saco, y cuéntanos.  # here
```

# Passes
```yaml
# content/segments.yaml
panaderias: {name: Panaderías de barrio, address: usted}
```
```yaml
# content/calendar/2026-12.yaml
- date: 2026-12-03
  title: La harina
  segments: [panaderias]
  kind: industry
  text: |
    Nadie mira la harina. Pese la suya antes de abrir el saco, y cuéntenos. «Tú siempre con la balanza», me dicen.
```
"""

from collections.abc import Iterator, Mapping, Sequence

from valuegen.finding import Mend
from valuegen.judge import Hit
from valuegen.model.segment import Segment
from valuegen.plan.occurrence import Occurrence
from valuegen.plan.types import Plan
from valuegen.rules.found import Found, Policy, Traits
from valuegen.rules.hearers import hearers, place_of
from valuegen.words import Message, msg

NAME = "mixed-address"
TRAITS = Traits("warning", gentle=False, of_segments=True)

SHARED = "tú/vos"
MOST_WORDS = 3
"""So many of the words that give a form away are shown."""

Forms = Mapping[str, Sequence[Hit]]


def check(plan: Plan, policy: Policy) -> Iterator[Found]:
    """At the first word of a second form in a text; else once for each segment that it speaks to amiss."""
    for occurrence in plan.each_once:
        judged = plan.judged.get(occurrence.entry.slug)
        if judged is None or not judged.address:
            continue
        heard = list(hearers(policy, NAME, occurrence))
        forms: dict[str, list[Hit]] = {}
        for hit in judged.address:
            forms.setdefault(hit.sort, []).append(hit)
        two = _two(forms)
        if two and heard:
            yield _mixed(occurrence, heard[0], forms, two)
            continue
        for segment in _addressed(plan, policy, occurrence):
            other = [sort for sort in forms if not _fits(sort, segment.address)]
            if other:
                yield _amiss(occurrence, segment, forms, other)


def _addressed(plan: Plan, policy: Policy, occurrence: Occurrence) -> Iterator[Segment]:
    for id in dict.fromkeys(occurrence.segments):
        segment = plan.workspace.segments.get(id)
        if segment is not None and segment.address is not None and policy.level(NAME, id) != "off":
            yield segment


def _fits(sort: str, address: str | None) -> bool:
    return sort == address or (sort == SHARED and address != "usted")


def _two(forms: Forms) -> tuple[str, ...]:
    """The forms of a text that go ill together, the first one first."""
    own = [sort for sort in forms if sort != SHARED]
    if len(own) > 1:
        return tuple(own)
    return tuple(forms) if len(forms) > 1 and "usted" in forms else ()


def _mixed(occurrence: Occurrence, segment: str | None, forms: Forms, two: tuple[str, ...]) -> Found:
    return Found(
        message=msg("This text addresses its reader in several forms: {forms}.", forms=_named(forms, two)),
        place=place_of(occurrence.entry, forms[two[1]][0]),
        mend=Mend(msg("Keep to one of them: that of its segment.")),
        occurrence=occurrence,
        segment=segment,
        data={"forms": {sort: [hit.text for hit in hits] for sort, hits in forms.items()}},
    )


def _amiss(occurrence: Occurrence, segment: Segment, forms: Forms, other: Sequence[str]) -> Found:
    return Found(
        message=msg(
            "“{segment}” is addressed as {address}, but this text uses another form: {forms}.",
            segment=segment.name,
            address=segment.address,
            forms=_named(forms, other),
        ),
        place=place_of(occurrence.entry, forms[other[0]][0]),
        mend=Mend(msg("Write it with {address}, or give that segment a text of its own.", address=segment.address)),
        occurrence=occurrence,
        segment=segment.id,
        data={"address": segment.address, "forms": {sort: [hit.text for hit in forms[sort]] for sort in other}},
    )


def _named(forms: Forms, sorts: Sequence[str]) -> tuple[Message, ...]:
    return tuple(
        msg(
            "{form} ({words})",
            form=msg("{forms:or}", forms=tuple(sort.split("/"))) if "/" in sort else sort,
            words=tuple(msg("“{words}”", words=hit.text) for hit in forms[sort][:MOST_WORDS]),
        )
        for sort in sorts
    )
