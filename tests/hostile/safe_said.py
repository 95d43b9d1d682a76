"""What is said of a workspace, on a terminal and to CI servers, and that nothing of it is anybody else's words."""

import json
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from jsonschema import Draft202012Validator
from sarif_form import LOG

from bench import MiniWorkspace, Result

BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
CLIENTS = (
    "quiñones", "quinones", "5550148", "555 0148", "hermana", "leónidas", "leo.pardo", "anatolia", "molino",
    "sin llevar otra", "hidratación", "turno de seis", "curso de costos para",
)  # fmt: skip
"""What the base says of clients: ids may be told, and no more."""
COMMAND = re.compile(r"::(error|warning|notice) file=[^,:]+,line=\d+,col=\d+,title=\w+ [a-z-]+::[^\n]+")


def faults_of_words(name: str, said: str) -> Iterator[str]:
    """What no output may hold."""
    for one in said:
        if one != "\n" and (one in BIDI or unicodedata.category(one) in ("Cc", "Cs", "Zl", "Zp")):
            yield f"{name}: {one!r} is written as it is"
            break
    if "Traceback" in said or "issues/new" in said:
        yield f"{name}: a fault of the program's own: {said[-400:]}"
    yield from (f"{name}: it tells {word!r}" for word in CLIENTS if word in said.casefold())


def faults_of_reports(work: MiniWorkspace) -> Iterator[str]:
    """Every form in which findings are told can be read, and tells as many of them."""
    told = {form: work.run("check", "--format", form, NO_COLOR="1") for form in FORMS}
    count = len(told["json"].json["findings"])
    for form, result in told.items():
        yield from faults_of_words(form, result.out + result.err)
        try:
            number = FORMS[form](result)
        except Exception as error:  # a parser's own words
            yield f"{form}: {type(error).__name__}: {error}"
            continue
        if number is not None and number != count:
            yield f"{form}: {number} findings of {count}"
    for finding in told["json"].json["findings"]:
        yield from _faults_of_place(work.root, finding)


FORMS = {
    "json": lambda result: len(json.loads(result.out, parse_constant=_no)["findings"]),
    "github": lambda result: sum(map(_command, result.out.splitlines())),
    "gitlab": lambda result: len(json.loads(result.out, parse_constant=_no)),
    "sarif": lambda result: _sarif(result),
    "junit": lambda result: _junit(result),
}


def _no(constant: str) -> None:
    raise ValueError(constant)


def _command(line: str) -> bool:
    if not COMMAND.fullmatch(line):
        raise ValueError(line)
    return True


def _sarif(result: Result) -> int:
    data = json.loads(result.out, parse_constant=_no)
    results = data["runs"][0]["results"]
    data["runs"][0]["results"] = results[:50]  # the validator is slow, and they are all made alike
    Draft202012Validator(LOG).validate(data)
    return len(results)


def _junit(result: Result) -> None:
    ElementTree.fromstring(result.out)


def _faults_of_place(root: Path, finding: dict[str, Any]) -> Iterator[str]:
    """A finding stands in a file that is there, at a line that is there."""
    path = root / finding["file"]
    at = f"{finding['file']}:{finding['line']}:{finding['column']} {finding['rule']}"
    if finding["line"] < 1 or finding["column"] < 1 or not finding["message"]:
        yield at
    if path.is_file() and not path.is_symlink() and path.stat().st_size < 1 << 20:
        lines = len(re.split(r"\r\n|[\n\r]", path.read_bytes().decode("utf-8", "replace")))
        if finding["line"] > lines:
            yield f"{at}: it has {lines} lines"
