"""A YAML text → nodes: libyaml's events, and nothing else of YAML's surprises.

No anchors, aliases, merge keys or tags, no key twice, one document, at most 32 levels and a million values: hostile
input is refused in milliseconds. A scalar stays the text that was written.
"""

import re
from dataclasses import dataclass
from itertools import islice

import yaml

from valuegen.finding import Finding, Place
from valuegen.read.attempt import Growth
from valuegen.read.attempts import lines_of
from valuegen.read.builder import Builder, TooMuchError
from valuegen.read.common import common
from valuegen.read.cures import cure_of
from valuegen.read.nodes import Node
from valuegen.read.told import told
from valuegen.words import msg

MOST_CURES = 25
"""So many syntax errors are looked behind in one file."""
MOST_CURED = 4 * 1024 * 1024
"""So many characters in all are read again to look behind syntax errors."""
MOST_COMMON = 1024 * 1024
"""A longer text may hold more than a million values, which are counted as libyaml tells them."""
MOST_UNSEEN = 25
"""So many invisible characters are told of in one file."""

_BREAKS = "\x85\u2028\u2029"
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: |$)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A file's root (None: nothing in it, or nothing that can be read). `whole`: all of it could be read."""

    root: Node | None
    findings: tuple[Finding, ...] = ()
    whole: bool = True


def parse(text: str, file: str, first_line: int = 1) -> Parsed:
    """Read a text: one in the common forms straight, any other by libyaml's events, with the same result."""
    root = common(text, file, first_line) if len(text) <= MOST_COMMON else None
    return by_events(text, file, first_line) if root is None else Parsed(root)


def by_events(text: str, file: str, first_line: int = 1) -> Parsed:
    """Read a text. After a syntax error whose cure is known, what stands behind it is read too."""
    findings: list[Finding] = []
    conflict = conflict_in(text, file, first_line)
    if conflict:
        return Parsed(None, (conflict,), whole=False)
    text, unseen = _without_unseen(text, file, first_line)
    findings += unseen
    text, breaks = _without_odd_breaks(text)
    return _read(text, Builder(file, first_line, breaks), findings)


def _read(text: str, builder: "Builder", findings: list[Finding]) -> Parsed:
    written = text
    shifts: dict[int, list[Growth]] = {}
    left = MOST_CURED
    for _ in range(MOST_CURES):
        builder.begin(text, shifts)
        try:
            root = builder.build()
        except TooMuchError as error:
            mark = builder.place(error.mark)
            findings += [*builder.findings, told(error.message, mark, error.mend)]
            return Parsed(None, tuple(findings), whole=False)
        except yaml.YAMLError as error:
            cure = cure_of(text, error, builder.quoted, left > 0)
            findings.append(builder.syntax(cure))
            left -= len(text)
            if cure.text is None:
                return Parsed(None, (*findings, *builder.findings), whole=False)
            text = cure.text
            if cure.grown and not builder.widths:
                builder.widths = [len(line.rstrip("\r\n")) for line in lines_of(written)]
            for growth in cure.grown:
                shifts.setdefault(growth.line, []).append(growth)
        else:
            whole = not findings and not builder.findings
            return Parsed(root, (*findings, *builder.findings), whole)
    return Parsed(None, (*findings, *builder.findings), whole=False)


def conflict_in(text: str, file: str, first_line: int = 1) -> Finding | None:
    """The finding of git's conflict markers, if they are there."""
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return None
    found = _CONFLICT.search(text.replace("\r\n", "\n"))
    if not found:
        return None
    line = found.string.count("\n", 0, found.start()) + first_line
    return told(
        msg("A merge was left unfinished here: both versions are still in the file."),
        Place(file, line, 1),
        msg("Keep one of the two, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>."),
    )


def _without_unseen(text: str, file: str, first_line: int) -> tuple[str, list[Finding]]:
    found = list(islice(_UNSEEN.finditer(text), MOST_UNSEEN))
    return (_UNSEEN.sub(" ", text) if found else text), [_unseen(one, text, file, first_line) for one in found]


def _unseen(found: re.Match[str], text: str, file: str, first_line: int) -> Finding:
    before = text[: found.start()].replace("\r\n", "\n").replace("\r", "\n")
    line = before.count("\n")
    column = len(before) - (before.rfind("\n") + 1)
    code = f"U+{ord(found[0]):04X}"
    message = msg("There is an invisible control character ({code}) in this text.", code=code)
    return told(message, Place(file, first_line + line, column + 1), msg("Remove it."))


def _without_odd_breaks(text: str) -> tuple[str, dict[int, str]]:
    """The text without the line ends that YAML 1.1 knows and no editor counts; they are put back in the values."""
    odd = [character for character in _BREAKS if character in text]
    if not odd:
        return text, {}
    free = (character for character in map(chr, range(0xE000, 0xF8FF)) if character not in text)
    stand_ins = {character: next(free) for character in odd}
    return text.translate({ord(old): new for old, new in stand_ins.items()}), {
        ord(new): old for old, new in stand_ins.items()
    }
