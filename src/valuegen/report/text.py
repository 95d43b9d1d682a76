"""Findings for people: place, level and rule, the sentence, the user's own line with a caret, the mend.

── content/calendar/2026-12.yaml: 1 error
content/calendar/2026-12.yaml:12:3: error pitch-share: 2 de las 6 entradas que …
   12 |   title: ¿Cuánta harina tiras en diciembre?
      |   ^
      = Añade 4 entradas de valor antes de «El curso», o pásala al 20 de diciembre.
"""

import re
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from unicodedata import category, east_asian_width

from valuegen.finding import LEVELS, Finding, Place, counts
from valuegen.report.shown import shown
from valuegen.words import Message, msg, nmsg, say

MOST = 50
"""So many findings are shown; the rest are counted. JSON has them all."""
_PLACES = 12
"""So many of the places where else a name stands are told."""

COLOURS = {"error": "31", "warning": "33", "todo": "36", "note": "2"}

Line = Callable[[str, int], str | None]
"""The text of a line of a source, by its path and number; None where there is none."""
Also = Mapping[int, Sequence[Place]]
"""By the id() of a finding, the other places of the same name; its own again for each more day of a repetition."""
_WORD = re.compile(r"[^\s,\]}]+")


@dataclass(frozen=True, slots=True)
class Manner:
    """How to say it. `private`: source lines about clients may be shown (a terminal); `colour`: with ANSI colours;
    `apart`: the same unknown name once a place, and what holds for a repetition once a day."""

    language: str
    frame: str
    colour: bool = False
    private: bool = False
    most: int = MOST
    apart: bool = False


def report(findings: Sequence[Finding], line: Line, manner: Manner) -> str:
    """All findings by file, at most `manner.most` of them, worst kept, with a count of the rest.

    Where several files have two or more each on average, a line over each counts all of what was found in it.
    """
    firsts, also = (findings, {}) if manner.apart else _together(findings, line)
    chosen = _most_telling(firsts, manner.most)
    blocks: list[str] = []
    heads = _heads(findings, chosen, manner)
    for file, group in groupby(chosen, key=lambda finding: finding.place.file):
        first, *others = _blocks(list(group), also, line, manner)
        blocks += [f"{heads[file]}\n{first}" if heads else first, *others]
    left = len(findings) - sum(1 + len(also.get(id(one), ())) for one in chosen)
    if left:
        more = nmsg(
            "… and {n} more finding; `check --format json` has them all.",
            "… and {n} more findings; `check --format json` has them all.",
            left,
        )
        blocks.append(say(more, manner.frame))
    return "\n\n".join(blocks)


def _together(findings: Sequence[Finding], line: Line) -> tuple[Sequence[Finding], Also]:
    """Of each name that is not known, the finding of its first place, and the other places; of an entry that repeats,
    that of its first day; all other findings."""
    also: dict[int, list[Place]] = {}
    first: dict[Hashable, Finding] = {}
    firsts = []
    for finding in findings:
        name = _name(finding, line) or _day(finding)
        if name in first:
            also.setdefault(id(first[name]), []).append(finding.place)
            continue
        firsts.append(finding)
        if name is not None:
            first[name] = finding
    return firsts, also


def _day(finding: Finding) -> Hashable:
    """What is the same where a rule says the same of several days of an entry; None for what is of no entry."""
    told = (finding.message, finding.mend.text if finding.mend else None)
    about = (finding.segment, finding.contact, finding.need)
    return finding.entry and (finding.rule, finding.level, finding.place, about, *map(repr, told))


def _name(finding: Finding, line: Line) -> tuple[str, str] | None:
    """The name that is not known, and among which, where that is what a finding says.

    Of a file about clients the finding does not say it: it is looked up in its place, to know it again, never shown.
    """
    if "among" not in finding.data:
        return None
    if "unknown" in finding.data:
        return (finding.data["among"], finding.data["unknown"])
    found = _WORD.match(line(finding.place.file, finding.place.line) or "", finding.place.column - 1)
    return (finding.data["among"], found[0].strip("\"'")) if found else None


def _most_telling(findings: Sequence[Finding], most: int) -> list[Finding]:
    """The first `most`, errors before others; then back in the order of places."""
    if len(findings) <= most:
        return list(findings)
    ranked = sorted(findings, key=lambda finding: (LEVELS.index(finding.level), finding.order))
    return sorted(ranked[:most], key=lambda finding: finding.order)


def _heads(findings: Sequence[Finding], chosen: Sequence[Finding], manner: Manner) -> dict[str, str]:
    """The line over each file; none where the places themselves say enough: one file, or hardly more than files."""
    files = {finding.place.file for finding in chosen}
    if len(files) == 1 or len(chosen) < 2 * len(files):
        return {}
    by_file: dict[str, list[Finding]] = {file: [] for file in files}
    for finding in findings:
        by_file.setdefault(finding.place.file, []).append(finding)
    return {file: _painted(_head(file, held, manner), "1", manner) for file, held in by_file.items()}


def _head(file: str, findings: Sequence[Finding], manner: Manner) -> str:
    told = msg("{counts}", counts=counts(findings))
    return f"── {shown(file)}: {say(told, manner.frame)}"


def _blocks(findings: Sequence[Finding], also: Also, line: Line, manner: Manner) -> Iterator[str]:
    for finding in findings:
        lines = list(_lines(finding, line, manner))
        others = also.get(id(finding), ())
        if others:
            told = _again(others) if "among" not in finding.data else _elsewhere(others)
            lines.append(f"{'':7} = {shown(say(told, manner.language))}")
        yield "\n".join(lines)


def _again(places: Sequence[Place]) -> Message:
    """On how many more days of a repetition it is so."""
    return nmsg(
        "So it is on {n} more day on which it repeats.", "So it is on {n} more days on which it repeats.", len(places)
    )


def _elsewhere(places: Sequence[Place]) -> Message:
    """Where else the same name stands, file by file; of very many places the first."""
    files = tuple(
        f"{file}:{', '.join(dict.fromkeys(str(place.line) for place in group))}"
        for file, group in groupby(places[:_PLACES], key=lambda place: place.file)
    )
    if len(places) > _PLACES:
        return msg(
            "It is in {n} more places, the first of them: {files}. If you renamed it, change it in all of them.",
            n=len(places),
            files=files,
        )
    return nmsg(
        "It is in {n} more place: {files}. If you renamed it, change it in all of them.",
        "It is in {n} more places: {files}. If you renamed it, change it in all of them.",
        len(places),
        files=files,
    )


def _lines(finding: Finding, line: Line, manner: Manner) -> Iterator[str]:
    place = finding.place
    level = _painted(finding.level, COLOURS[finding.level], manner)
    rule = _painted(finding.rule, "1", manner)
    sentence = shown(say(finding.message, manner.language))
    yield f"{shown(place.file)}:{place.line}:{place.column}: {level} {rule}: {sentence}"
    source = line(place.file, place.line) if manner.private or not finding.private else None
    if source is not None:
        yield from _quoted(source, place.line, place.column, manner)
    if finding.mend:
        yield f"{'':7} = {shown(say(finding.mend.text, manner.language))}"
    for also in finding.also:
        yield f"{'':7} = {shown(say(also, manner.language))}"


def _quoted(source: str, number: int, column: int, manner: Manner) -> Iterator[str]:
    source = source.rstrip("\r\n").expandtabs(1)
    start = max(0, column - 90)
    end = start + 140
    cut = ("…" if start else "") + shown(source[start:end]) + ("…" if end < len(source) else "")
    before = shown(source[start : column - 1])
    gap = " " * (_width(before) + (1 if start else 0))
    yield f"{number:6} | {cut}"
    yield f"{'':6} | {gap}{_painted('^', '31', manner)}"


def _width(text: str) -> int:
    """Columns on a terminal: wide characters take two, those that join or mark others none."""
    return sum(0 if category(one) in ("Mn", "Me", "Cf") else 2 if east_asian_width(one) in "WF" else 1 for one in text)


def _painted(text: str, code: str, manner: Manner) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if manner.colour else text
