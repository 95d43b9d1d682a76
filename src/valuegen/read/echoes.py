"""One mistake, one finding: what a syntax error only seems to make wrong besides is not told until it is mended."""

from collections.abc import Iterable, Iterator, Mapping

from valuegen.finding import Finding, Place
from valuegen.read.attempts import lines_of

SYNTAX, REPEATED, MISSING = "syntax", "repeated", "missing"
"""What the data of a finding says of it: the text is no YAML there (the value, or the whole line); a key is there
twice, or not at all."""


def without_echoes(findings: Iterable[Finding], texts: Mapping[str, str]) -> Iterator[Finding]:
    """Findings without those that a syntax error of the same file brought about: what it hides is not missing."""
    told = list(findings)
    broken: dict[str, list[Finding]] = {}
    for finding in told:
        if SYNTAX in finding.data:
            broken.setdefault(finding.place.file, []).append(finding)
    lines = {file: lines_of(texts.get(file, "")) for file in broken}
    for finding in told:
        file = finding.place.file
        if SYNTAX in finding.data or not any(_is_echo(finding, one, lines[file]) for one in broken.get(file, ())):
            yield finding


def _is_echo(finding: Finding, syntax: Finding, lines: list[str]) -> bool:
    at = syntax.place
    if finding.rule != "format" or finding.level != "error":
        return False
    if MISSING in finding.data:
        return finding.place.line <= at.line <= _end(finding.place, at.line, lines)
    if REPEATED in finding.data:
        return finding.place.line >= at.line
    is_there = finding.place.line == at.line and syntax.data[SYNTAX] == "value"
    return is_there and _is_one_value(finding.place.column, at.column, _line(lines, at.line))


def _line(lines: list[str], number: int) -> str:
    return lines[number - 1] if 0 < number <= len(lines) else ""


def _is_one_value(one: int, other: int, line: str) -> bool:
    first, last = sorted((one, other))
    return "," not in line[first - 1 : last - 1]


def _end(place: Place, broken: int, lines: list[str]) -> int:
    """The last line of the keys that begin there; the broken one ends nothing, however it is indented."""
    for number in range(place.line + 1, len(lines) + 1):
        line = _line(lines, number)
        is_inside = len(line) - len(line.lstrip()) >= place.column - 1
        if line.strip() and not is_inside and number != broken:
            return number - 1
    return len(lines)
