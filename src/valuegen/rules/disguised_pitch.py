"""A text that claims to help is really selling.

# Why
Somebody who opens a text to learn something and finds a shop counter behind it feels deceived, and opens the next one
with care, if at all. An offer is nothing to be ashamed of: say that it is one, and it counts as one.

# Options
`signals`: how many sorts of signal make a text one that sells. Default 3; 2 to 5. The sorts are the name or address of
a product; a price; a call to buy, book or enrol; a discount or a gift; urgency or scarcity.

It checks the title, the summary, the question and the text of every entry that is not a pitch, courtesy too, outside
`::: pitch`. Only what sells something of your own counts: a text *about* prices, offers or deadlines, the offer of
somebody else, words that are quoted, and code say nothing. The lists `offer`, `call`, `price`, `discount`, `urgency`
and `others` of `words:` in `valuegen.yaml` can be added to.

# Fails
```yaml
# content/calendar/2026-12.yaml
- date: 2026-12-03
  title: Lo que cuesta una barra
  segments: [panaderias]
  kind: industry
  text: |
    Casi nadie cuenta el gas ni las dos horas de pie. ¿Y tú?

    Por eso he preparado un curso: cuatro tardes, 95 €.  # here
    Solo hay ocho plazas, así que apúntate hoy.
```

# Passes
```yaml
# content/calendar/2026-12.yaml
- date: 2026-12-03
  title: Lo que cuesta una barra
  segments: [panaderias]
  kind: industry
  text: |
    Casi nadie cuenta el gas ni las dos horas de pie. ¿Y tú? Si la barra cuesta 1,05 € y la vendes a 1,10 €, cada
    descuento que haces lo pagas tú. No anuncies una oferta sin hacer antes esa cuenta.
```
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from valuegen.finding import Mend, Place
from valuegen.judge import Hit
from valuegen.model.entry import Entry
from valuegen.model.values import Wrong, read_count
from valuegen.plan.types import Plan
from valuegen.rules.found import Found, Policy, Traits, read_by
from valuegen.rules.hearers import place_of
from valuegen.words import Message, msg

NAME = "disguised-pitch"
LONGEST = 40
"""So many characters of what was found are shown."""


def read_signals(text: str) -> int:
    """A number of sorts of signal: one alone says nothing, and there are five."""
    count = read_count(text)
    if not 2 <= count <= 5:
        raise Wrong(msg("There are five sorts of signal, and one alone says nothing."), msg("Write 2, 3, 4 or 5."))
    return count


@dataclass(frozen=True, slots=True)
class Options:
    """`signals`: so many sorts of signal make a text sell."""

    signals: int = field(default=3, metadata=read_by(read_signals))


TRAITS = Traits("warning", Options, of_segments=True)


def check(plan: Plan, policy: Policy) -> Iterator[Found]:
    """At each entry of another kind whose text sells, where the first signal stands."""
    least = policy.of(Options, NAME).signals
    for each in plan.each_once:
        judged = plan.judged.get(each.entry.slug)
        if each.is_pitch or judged is None:
            continue
        sorts: dict[str, list[str]] = {}
        for hit in judged.selling:
            sorts.setdefault(hit.sort, []).append(_short(hit.text))
        if len(sorts) >= least:
            first = min(judged.selling, key=lambda hit: _is_condition(hit.text))
            yield Found(
                message=msg("This text sells: {found}.", found=tuple(_named(*one) for one in sorts.items())),
                place=_place(each.entry, first),
                mend=Mend(_mend(sorts, least, judged.selling)),
                occurrence=each,
                data={"sorts": list(sorts), "words": [hit.text for hit in judged.selling]},
            )


def _is_condition(text: str) -> bool:
    """Whether a signal only says for whom it is: "if you like" calls, but tells less than what follows."""
    return text.lower().startswith(("si ", "if "))


def _place(entry: Entry, hit: Hit) -> Place:
    """Where a signal begins, as far as it stands in the source as it is read."""
    written = entry.written
    if hit.where != "text" or written is None:
        return place_of(entry, hit)
    line = written.text.split("\n")[hit.line - 1]
    return written.place(hit.line, max(line.find(hit.text.split("\n")[0]), 0) + 1)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0] + "…"


def _named(sort: str, found: list[str]) -> Message:
    words = sorted(found, key=_is_condition)
    match sort:
        case "product":
            return msg("“{words}” (a product)", words=words[0])
        case "price":
            return msg("“{words}” (a price)", words=words[0])
        case "call":
            return msg("“{words}” (a call to buy)", words=words[0])
        case "discount":
            return msg("“{words}” (a discount or gift)", words=words[0])
    return msg("“{words}” (urgency)", words=words[0])


def _mend(sorts: dict[str, list[str]], least: int, hits: Sequence[Hit]) -> Message:
    """The ways out; the last is the shortest list of words without which too few sorts are left."""
    fewest = sorted(sorts.values(), key=len)[: len(sorts) - least + 1]
    words = tuple(dict.fromkeys(msg("“{words}”", words=word) for group in fewest for word in group))
    if len({hit.sort for hit in hits if hit.where != "text"}) >= least:
        return msg("Make it a `pitch`, or remove {words}.", words=words)
    return msg("Make it a `pitch`, put the passage between `::: pitch` and `:::`, or remove {words}.", words=words)
