"""Merge fields: the holes that a mailing program fills with somebody's name.

Marks that nothing else uses (`{{…}}`, `*|…|*`, `%%…%%`, `<%= … %>`) are holes whatever stands in them; marks with other
uses (`{…}`, `[…]`, `%…%`, `$…$`, `#…#`, `<…>`, `(…)` and «…» after a greeting) are where it is the name of a field
(list `merges`).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from valuegen.judge.closeness import CRITICS, critics_of, is_criticised
from valuegen.judge.inflections import forms_of
from valuegen.judge.letters import fold
from valuegen.judge.lists import LANGUAGES, groups_in
from valuegen.judge.parts import Added, Ground, Hit
from valuegen.judge.readings import Reading, Readings

NAME = "merges"
_PLACE = r"[^\W\d][^{}\[\]<>%|$#*,\n]{0,60}"
_SURE = re.compile(
    r"(?<![\w\\{])\{\{\{?\s*(?!(?:end|else|if\s|for\s|/|<|%))[&!$=]?\s*"
    r"(?:[^\W\d]\w+|[\"'])[^{}\n]{0,120}\}\}\}?"
    r"|\*?\|(?!END|ELSE|IF:)[A-Z_][A-Z0-9_]*(?::[^|\n]{0,60})?\|\*?"  # Mailchimp (Markdown may take its stars)
    r"|%%=?[^\W\d][^%\n]{0,60}%%"  # Salesforce Marketing Cloud
    r"|<%=?\s*[^\W\d][^%\n]{0,60}%>"  # templates
    r"|\{!\$?[^\W\d][\w.:]{1,60}\}"  # Salesforce
    r"|[$#]\{[^\W\d]\w[\w. ]{0,60}\}"  # templates
    r"|%[a-z]+[.:][a-z_.]+%"  # Mailgun
)
_MAYBE = re.compile(
    rf"(?<![\w\\{{$#])[$#]?\{{\$?({_PLACE})(?:\|[^{{}}\n]{{0,60}})?\}}(?!\}})"
    rf"|(?<![\w!\\\]])%?\[\[?%?({_PLACE})(?:[|,]\s*[^\[\]\n]{{0,60}})?%?\]\]?%?(?![\w(\[])"
    r"|(?<![\w%])%([^\W\d][\w. -]{0,40})(?:\|[^%\n]{0,60})?%(?![\w%])"
    r"|(?<!\w)\$([^\W\d]\w{1,40})\$(?!\w)|(?<!\w)##?([^\W\d]\w{1,40})##?(?!\w)(?<=#)|(?<!\w)@@([^\W\d]\w{1,40})@@|(?<!\w)__?([^\W\d]\w{1,40}?)__?(?!\w)"
    rf"|<<?({_PLACE})>>?"
)
# A name in round brackets or «» is a hole after a greeting alone.
_GREETED = re.compile(
    r"\b(?:hola|estimad[oa]s?|querid[oa]s?|apreciad[oa]|buen[oa]s (?:d[ií]as|tardes|noches)|dear|hi|hello|hey"
    r"|good (?:morning|afternoon))"
    r"(?:/a|\(a\))?,?\s+(?:sr\.?a?\.?\s+)?(?:«([^»\n]{2,40})»|\(([^()\n]{2,40})\)|(?-i:([A-ZÁÉÍÓÚÑ_]{4,30})\b))",
    re.IGNORECASE,
)
_GREETINGS = frozenset(
    "hola estimado estimada estimados querido querida apreciado apreciada buenos buenas dear hi hello hey good".split()
)
_PERCENT = re.compile(r"%[^\W\d]")
_CAMEL = re.compile(r"(?<=[a-zñ])(?=[A-Z])|(?<=[a-z])(?=\d)|[\W\d_]+")
# What stands before a hole, whatever its name.
_YOURS = re.compile(r"\b(?:hola|querid[oa]|estimad[oa]|tus?|your|dear|hi|hello|hey),?\s+$", re.IGNORECASE)
_IDENTIFIER = re.compile(r"[^\W\d][\w.]{2,40}")
# What nobody writes but who names a field; the marks beside which it says so; and what a computer calls its own places.
_SHOUTED = re.compile(r"[A-ZÁÉÍÓÚÑ][A-ZÁÉÍÓÚÑ0-9]{2,}(?:_[A-ZÁÉÍÓÚÑ0-9]+)*|[^\W\d_]{2,}(?:_[^\W_]+)+")
_SHOUTING = frozenset("%{@<$")
_VARIABLES = frozenset(
    "path temp tmp appdata localappdata userprofile systemroot systemdrive windir programfiles "
    "programdata homepath".split()
)
_MOST_WORDS = 6
_MARKS_ALONE = 3
"""Where no more than so much stands beside a quotation, it is all that is said."""


@dataclass(frozen=True, slots=True)
class _Hole:
    """What may be a merge field: where, and what stands between its marks ("": the marks alone say it)."""

    reading: int
    start: int
    end: int
    mark: str
    inside: str
    is_yours: bool = False


def merges_of(readings: Readings, ground: Ground) -> tuple[Hit, ...]:
    """Every merge field of a text, each time it occurs; not those that are quoted to speak of them."""
    places = set(readings.having(_GREETINGS)) if not _GREETINGS.isdisjoint(readings.words) else set()
    if _has_marks(readings.text):
        places.update(number for number, piece in enumerate(readings.pieces) if _has_marks(piece.text))
    holes = [hole for number in sorted(places) for hole in _holes(number, readings[number])]
    if not holes:
        return ()
    said = ground.words.get(NAME)
    fields = [
        hole
        for hole in holes
        if not hole.inside or _is_field(hole.inside, said) or _is_yours(hole) or _is_shouted(hole)
    ]
    marks = {hole.mark for hole in fields}
    # Beside {name}, {pet} is a hole too, whatever its name.
    fields += [hole for hole in holes if hole not in fields and hole.mark in marks and _is_like_one(hole)]
    return tuple(_hits(readings, fields, ground))


def _holes(number: int, reading: Reading) -> Iterator[_Hole]:
    text = reading.piece.text
    if reading.where != "text":
        return
    sure: list[tuple[int, int]] = []
    maybe: list[re.Match[str]] = []
    if _has_marks(text):
        sure += (match.span() for match in _SURE.finditer(text))
        maybe += _MAYBE.finditer(text)
    if _GREETINGS & reading.words:
        maybe += _GREETED.finditer(text)
    for start, end in sure:
        yield _Hole(number, start, end, text[start], "")
    for match in maybe:
        start, end = match.span(match.lastindex or 0) if match.re is _GREETED else match.span()
        if not any(start < last and first < end for first, last in sure):
            is_yours = _YOURS.search(text, max(0, start - 16), start) is not None
            yield _Hole(number, start, end, text[start], match[match.lastindex or 0], is_yours)


def _has_marks(text: str) -> bool:
    # spelled out, because it is asked of every paragraph
    return (
        "{" in text
        or "[" in text
        or "<" in text
        or "|" in text
        or "$" in text
        or "#" in text
        or "@@" in text
        or "_" in text
        or ("%" in text and _PERCENT.search(text) is not None)
    )


def _is_yours(hole: _Hole) -> bool:
    """Whether it is a hole by where it stands: hello {x}, your [X]."""
    return hole.is_yours and hole.mark in "{[<" and _is_like_one(hole)


def _is_shouted(hole: _Hole) -> bool:
    """Whether it is a hole by how it is written: %CHILD%, {first_kid}."""
    is_name = hole.mark in _SHOUTING and _SHOUTED.fullmatch(hole.inside) is not None
    return is_name and hole.inside.lower() not in _VARIABLES


def _is_like_one(hole: _Hole) -> bool:
    return _IDENTIFIER.fullmatch(hole.inside) is not None and (hole.mark != "[" or hole.inside.isupper())


def _hits(readings: Readings, fields: list[_Hole], ground: Ground) -> Iterator[Hit]:
    for hole in sorted(fields, key=lambda hole: (hole.reading, hole.start)):
        reading = readings[hole.reading]
        if _is_told(reading, hole):
            continue
        if reading.is_quoted(hole.start, hole.end):
            critics = critics_of(reading.language, ground.words.get(CRITICS))
            if is_criticised(reading, hole.start, critics):
                continue
        written = hole.inside or reading.piece.text[hole.start : hole.end]
        yield reading.hit(_name_of(written), hole.start, hole.end)


def _is_told(reading: Reading, hole: _Hole) -> bool:
    """Whether it stands in a quotation with words around: a letter that somebody got, told as a story."""
    for start, end in reading.quotations:
        if start <= hole.start and hole.end <= end:
            return start > _MARKS_ALONE or len(reading.piece.text) - end > _MARKS_ALONE
    return False


def _name_of(written: str) -> str:
    return " ".join(part for part in _CAMEL.split(written) if part).lower()[:60]


def _is_field(inside: str, said: Added | None) -> bool:
    """Whether something is the name of a field: words of the list, and no more than small ones beside."""
    parts = [fold(part) for part in _CAMEL.split(inside) if part]
    names, small = _known(said)
    return (
        0 < len(parts) <= _MOST_WORDS
        and any(part in names for part in parts)
        and all(part in names or part in small for part in parts)
    )


@lru_cache(maxsize=32)
def _known(said: Added | None) -> tuple[frozenset[str], frozenset[str]]:
    """The words of names of fields in both languages, and those that may stand beside them."""
    ground = Ground(words={NAME: said} if said else {})
    names: set[str] = set()
    small: set[str] = set()
    for language in LANGUAGES:
        for group, words in groups_in(ground, NAME, language).items():
            forms = {form for word in words for form in forms_of(fold(word), language)}
            (small if group == "beside" else names).update(forms)
    return frozenset(names), frozenset(small)
