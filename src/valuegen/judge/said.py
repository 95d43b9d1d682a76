"""What a sentence says of an offer: its signals, and whose offer it is."""

import re
from dataclasses import dataclass, field

_PAST = {
    "es": re.compile(
        r"(?:ó(?<=\w\wó)|aron(?<=\w\waron)|ieron(?<=\w\wieron)|aba(?<=\w\waba)(?<!\b[Aa]caba)(?<!\b[Gg]raba)n?)\b"
    ),
    # "I have prepared a course" is of now, as is "he preparado" in Spanish.
    "en": re.compile(r"\b(?:(?:I|[Ww]e)\s(?!have\s)|(?:[Hh]e|[Ss]he|[Tt]hey|who)\s)(?:\w+\s)?\w{2,}ed\b"),
}
_ENDS = {"es": ("ó", "aron", "ieron", "aba"), "en": ("ed",)}


@dataclass(slots=True)
class Signal:
    """A signal within a sentence: its sort, its place in the piece's text; `alone`: it needs no other beside it.

    `named`: it is the name or the address of a product, which quotation marks may be around.
    """

    sort: str
    start: int
    end: int
    alone: bool = True
    named: bool = False


@dataclass(slots=True)
class Said:
    """What a sentence shows.

    `own`: 0 no sign of the writer's own offer, 1 the writer does something, 2 names what is theirs, 3 offers it now.
    `first`: the writer is in it. `contact`: the reader shall write to the writer, or come. `seat`: shall take a place;
    `joins`: shall enrol. `news`: something has come; `places`: where it is had.
    `asks`: it is the writer whom they shall write to. `here`: it is had there, at a price. `invites`: if the reader
    wants it. `foreign`, `lesson`, `mention`, `told`: it is about others, the reader's trade or a case, words, the past;
    `follows`: it goes on about others.
    """

    own: int = 0
    first: bool = False
    contact: bool = False
    asks: bool = False
    news: bool = False
    places: bool = False
    here: bool = False
    seat: bool = False
    joins: bool = False
    invites: bool = False
    foreign: bool = False
    lesson: bool = False
    mention: bool = False
    told: bool = False
    follows: bool = False
    signals: list[Signal] = field(default_factory=list)

    @property
    def is_about(self) -> bool:
        """Somebody else's offer, the reader's trade, a story, words about words."""
        if self.own < 2 and (self.foreign or self.lesson or self.mention or self.follows):
            return True
        return self.told and self.own < 3 and not any(one.named for one in self.signals)


def is_past_in(text: str, language: str) -> bool:
    """Whether a sentence tells what was."""
    for end in _ENDS.get(language, ()):
        if end in text:
            return _PAST[language].search(text) is not None
    return False
