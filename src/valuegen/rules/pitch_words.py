"""Too many of the words that a segment reads sell.

# Why
Three lines of help under a page of advertising are no help, however many entries there are. What counts is what people
read: an offer counts with all its words, and so does a passage that sells (`::: pitch` … `:::`) in any other text.

# Options
`max`: the largest share of words that sell among all words of the texts that the segment receives. Default 20%; no
more than a third is taken.

`window`: in how many days up to the entry that sells. Default 90 days; 7 to 366.

What is said once and repeated, or sent with the same text, gives its words once; what sells counts each time. Where no
text is written yet nothing is said. A segment can have its own: `rules: {pitch-words: {max: 10%}}`. This rule can't be
silenced or set below `error`.

# Fails
```yaml
# content/calendar/2026-12.yaml
- date: 2026-12-03
  title: Pesar lo que se tira
  segments: [panaderias]
  kind: industry
  text: Pesa durante una semana lo que barres y apúntalo en una libreta.
- date: 2026-12-10  # here
  title: Cómo guardar la harina
  segments: [panaderias]
  kind: industry
  text: |
    Guarda la harina lejos del horno.

    ::: pitch
    En el curso de costos lo vemos con calma: seis tardes, con tus cuentas en la mesa.
    :::
```

# Passes
```yaml
# content/calendar/2026-12.yaml
- date: 2026-12-03
  title: Pesar lo que se tira
  segments: [panaderias]
  kind: industry
  text: Pesa durante una semana lo que barres y apúntalo en una libreta.
- date: 2026-12-10
  title: Cómo guardar la harina
  segments: [panaderias]
  kind: industry
  text: |
    Guarda la harina lejos del horno y a un palmo del suelo.

    ::: pitch
    Lo vemos en el curso.
    :::
```
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from valuegen.finding import Mend
from valuegen.model.segment import Segment
from valuegen.plan.types import Plan
from valuegen.plan.wordage import Wordage, Worded, wordages, words_of_row
from valuegen.rules.found import Found, Policy, Traits
from valuegen.rules.rows import rows_of
from valuegen.rules.share import ShareOptions, shown
from valuegen.words import Message, msg, nmsg

NAME = "pitch-words"


@dataclass(frozen=True, slots=True)
class Options(ShareOptions):
    """See the top of this page."""


TRAITS = Traits("error", Options, locked=True, reach="segments", of_segments=True)


@dataclass(frozen=True, slots=True)
class Oversold:
    """An entry with words that sell, and the words of its window: more of them sell than the limit allows.

    `times`: how often its text stands in the window, as a repetition or a body that several entries name.
    """

    entry: Worded
    wordage: Wordage
    times: int


def check(plan: Plan, policy: Policy) -> Iterator[Found]:
    """At each entry with words that sell, in whose window too many of a segment's do."""
    for segment, received in rows_of(plan):
        options = policy.of(Options, NAME, segment.id)
        for oversold in _oversold(words_of_row(received, plan.prose), options):
            yield _found(segment, oversold, options)


def _oversold(row: list[Worded], options: Options) -> Iterator[Oversold]:
    if not any(each.selling for each in row):
        return
    over = {day: held for day, held in wordages(row, options.window) if held.is_over(options.max)}
    texts = _Texts(row) if over else None
    for each in row:
        if texts and each.selling and each.day in over:
            yield Oversold(each, over[each.day], texts.times(each, options.window))


class _Texts:
    """On which days each text of a row stands."""

    def __init__(self, row: list[Worded]) -> None:
        self._days: dict[object, list[int]] = {}
        for each in row:
            self._days.setdefault(_source(each), []).append(each.day.toordinal())

    def times(self, each: Worded, window: int) -> int:
        """How often the text of an entry stands in the window that ends on its day."""
        days, last = self._days[_source(each)], each.day.toordinal()
        return bisect_right(days, last) - bisect_right(days, last - window)


def _source(each: Worded) -> object:
    written = each.occurrence.entry.written
    return (written.file, written.line) if written else each.occurrence.entry.slug


def _found(segment: Segment, oversold: Oversold, options: Options) -> Found:
    entry, wordage = oversold.entry.occurrence, oversold.wordage
    add, cut = wordage.to_add(options.max), wordage.to_cut(options.max, oversold.times)
    fits = cut < oversold.entry.selling + (not entry.is_pitch)  # an offer without a word is none
    return Found(
        message=_message(segment.name, oversold, options),
        place=entry.place,
        mend=None if entry.is_share_history else Mend(_mend(add, cut if fits else None)),
        occurrence=entry,
        segment=segment.id,
        data={
            "selling": wordage.selling,
            "words": wordage.words,
            "limit": str(options.max),
            "add_words": add,
            "cut_words": cut if fits else None,
        },
        past=entry.is_share_history,
    )


def _message(name: str, oversold: Oversold, options: Options) -> Message:
    wordage = oversold.wordage
    values = {
        "segment": name,
        "days": options.window,
        "day": oversold.entry.day,
        "share": shown(wordage.share, options.max),
        "limit": options.max,
    }
    if wordage.selling == wordage.words:
        return msg(
            "All the words that “{segment}” reads in the {days} days to {day} sell ({share}; the limit is {limit}).",
            **values,
        )
    return nmsg(
        "{n} of the {words} words that “{segment}” reads in the {days} days to {day} sells "
        "({share}; the limit is {limit}).",
        "{n} of the {words} words that “{segment}” reads in the {days} days to {day} sell "
        "({share}; the limit is {limit}).",
        wordage.selling,
        words=wordage.words,
        **values,
    )


def _mend(add: int | None, cut: int | None) -> Message:
    if add is None:
        return msg("No words that sell are allowed here (`max` is 0): remove them.")
    if cut is None:
        return nmsg(
            "Add {n} word of value before it, in texts of their own.",
            "Add {n} words of value before it, in texts of their own.",
            add,
        )
    return nmsg(
        "Add {n} word of value before it, or cut {cut} of the words that sell from its text.",
        "Add {n} words of value before it, or cut {cut} of the words that sell from its text.",
        add,
        cut=cut,
    )
