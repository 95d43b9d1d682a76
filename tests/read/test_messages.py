"""The gallery of messages: a broken workspace a folder, and what is said of it in both languages and to programs."""

import json
import shutil
from pathlib import Path

import pytest

from valuegen.build import survey
from valuegen.check import RULE_NAMES
from valuegen.finding import Finding
from valuegen.leaf import NoLeaves
from valuegen.read.workspace import Reading, read_workspace
from valuegen.report import json_report
from valuegen.report.text import Manner, report

GALLERY = Path(__file__).parent.parent / "messages"
CASES = sorted(folder.name for folder in GALLERY.iterdir() if folder.is_dir() and folder.name != "base")
LANGUAGES = ("es", "en")
LONGEST_FIRST = sorted(RULE_NAMES, key=len, reverse=True)


def rule_of(case: str) -> str:
    """The rule that a case shows: `rule-NAME`, or `rule-NAME-WHAT` where it has several; else the format."""
    return next((name for name in LONGEST_FIRST if f"{case}-".startswith(f"rule-{name}-")), "format")


def broken(name: str, target: Path) -> Reading:
    """Read the workspace of a case: the base with the case's files over it."""
    shutil.copytree(GALLERY / "base", target)
    for source in sorted((GALLERY / name).rglob("*")):
        place = target / source.relative_to(GALLERY / name)
        if source.is_dir() and not source.is_symlink():
            place.mkdir(exist_ok=True)
        elif source.parent != GALLERY / name or source.name == "valuegen.yaml":
            place.unlink(missing_ok=True)
            shutil.copyfile(source, place, follow_symlinks=False)
    return read_workspace(target)


def found(name: str, reading: Reading) -> list[Finding]:
    """What is wrong in its form; of the case of a rule, what that rule finds, with the dated mends."""
    if rule_of(name) == "format" and not name.startswith("rule-"):
        return list(reading.findings)
    assert reading.findings == ()
    return [finding for finding in survey(reading, NoLeaves()).findings if finding.rule == rule_of(name)]


def said(name: str, reading: Reading, language: str, terminal: bool = True) -> str:
    manner = Manner(language=language, frame=language, private=terminal)
    return report(found(name, reading), reading.sources.line, manner) + "\n"


def told(name: str, reading: Reading) -> str:
    """What programs are told, besides the words: places, ids, numbers."""
    findings = json.loads(json_report.report(found(name, reading), reading.as_of.day, {}, "en"))["findings"]
    for finding in findings:
        del finding["message"]
        if finding["mend"]:
            del finding["mend"]["text"]
    return json.dumps(findings, ensure_ascii=False, indent=1) + "\n"


@pytest.mark.parametrize("name", CASES)
def test_message(name: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    reading = broken(name, tmp_path / "work")
    findings = found(name, reading)
    assert findings
    assert {finding.rule for finding in findings} == {rule_of(name)}
    texts = {f"expected.{language}.txt": said(name, reading, language) for language in LANGUAGES}
    if name.startswith("rule-"):
        texts["expected.json"] = told(name, reading)
    for file, text in texts.items():
        if request.config.getoption("--accept"):
            (GALLERY / name / file).write_text(text, "utf-8")
        assert text == (GALLERY / name / file).read_text("utf-8")


def test_the_base_has_no_mistake(tmp_path: Path) -> None:
    shutil.copytree(GALLERY / "base", tmp_path / "work")
    assert read_workspace(tmp_path / "work").findings == ()


@pytest.mark.parametrize("name", [name for name in CASES if name.startswith("client-")])
def test_what_is_private_is_said_on_a_terminal_alone(name: str, tmp_path: Path) -> None:
    reading = broken(name, tmp_path / "work")
    for language in LANGUAGES:
        shown = said(name, reading, language, terminal=False)
        for secret in ("Rosa", "hermana", "lunes", "1980", "2080", "ext. 12"):
            assert secret not in shown


def test_every_case_is_a_folder_that_says_something_of_its_own() -> None:
    texts = [(GALLERY / name / "expected.en.txt").read_text("utf-8") for name in CASES]
    assert len(set(texts)) == len(texts)


def test_every_rule_has_a_case() -> None:
    """Its folder is `tests/messages/rule-NAME/`; `--accept` writes what is said. Look at both languages."""
    assert sorted(set(RULE_NAMES) - {rule_of(name) for name in CASES}) == []
