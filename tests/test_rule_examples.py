"""Every rule's page is true: what its *Fails* example shows is found, at the lines marked `# here`; *Passes* passes.

Examples stand in a workspace of one segment, one person and no entry, on 2026-12-01.
"""

import re
from dataclasses import dataclass
from datetime import date
from inspect import getdoc
from pathlib import Path
from pkgutil import iter_modules

import pytest

from valuegen import rules
from valuegen.check import check, policy_of
from valuegen.finding import Finding
from valuegen.plan.make import make_plan
from valuegen.prose import parse
from valuegen.read.workspace import read_workspace
from valuegen.rules.card import Code
from valuegen.rules.example_words import WORDS, example_in
from valuegen.rules.found import Rule

SECTIONS = ["Why", "Options", "Fails", "Passes"]
BASE = {
    "valuegen.yaml": """
        site:
          title: Taller Levadura
          url: https://levadura.example
          timezone: America/Bogota
          as_of: 2026-12-01
        """,
    "content/people.yaml": "irene: {name: Irene Vidal, role: principal, email: irene@levadura.example}\n",
    "content/segments.yaml": "panaderias: {name: Panaderías de barrio}\n",
    "content/calendar/2026.yaml": "[]\n",
    "content/private/contacts.yaml": "[]\n",
    "content/private/needs.yaml": "[]\n",
    "content/private/log.yaml": "[]\n",
}
HERE = "# here"
EMPTY = "There is no entry yet, so there is nothing to build."


@dataclass(frozen=True)
class Example:
    """Files, and the lines marked in them."""

    files: dict[str, str]
    marked: set[tuple[str, int]]


def sections_of(rule: Rule, language: str = "es") -> dict[str, str]:
    text = re.sub(
        r"(^```\w+\n)(.*?)(^```$)",
        lambda found: found[1] + example_in(Code("yaml", found[2]), language) + found[3],
        getdoc(rule) or "",
        flags=re.MULTILINE | re.DOTALL,
    )
    parts = re.split(r"^# (\w+)$", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def example_of(text: str) -> Example:
    """The blocks of a section: the first line of each names its file."""
    files = {}
    for block in re.findall(r"^```\w+\n(.*?)^```$", text, flags=re.MULTILINE | re.DOTALL):
        head, _, body = block.partition("\n")
        files[head.removeprefix("# ")] = body
    marked = {
        (path, number)
        for path, body in files.items()
        for number, line in enumerate(body.splitlines(), 1)
        if line.endswith(HERE)
    }
    return Example({path: body.replace(f"  {HERE}", "") for path, body in files.items()}, marked)


def findings_of(files: dict[str, str], folder: Path, language: str = "es") -> list[Finding]:
    base = {
        **BASE,
        "valuegen.yaml": BASE["valuegen.yaml"].replace("timezone", f"language: {language}\n          timezone"),
    }
    ids = "bakeries" if any("bakeries" in text for text in files.values()) else "panaderias"
    base["content/segments.yaml"] = base["content/segments.yaml"].replace("panaderias", ids)
    for path, text in {**base, **files}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    reading = read_workspace(folder)
    workspace = reading.workspace
    assert workspace is not None
    assert reading.as_of.day == date(2026, 12, 1)
    mistakes = [finding for finding in reading.findings if finding.message.id != EMPTY]
    prose = {entry.slug: parse(entry.written.text, language) for entry in workspace.entries if entry.written}
    policy, wrong = policy_of(workspace.settings, workspace.segments)
    return [*mistakes, *wrong, *check(make_plan(workspace, reading.as_of, prose), policy)]


@pytest.mark.parametrize("rule", rules.ALL, ids=lambda rule: rule.NAME)
def test_its_page_has_its_sections(rule: Rule) -> None:
    first, _, _ = (getdoc(rule) or "").partition("\n")
    assert first.endswith(".")
    assert list(sections_of(rule)) == SECTIONS
    assert example_of(sections_of(rule)["Fails"]).marked


LANGUAGES = pytest.mark.parametrize("language", ["es", "en"])


@LANGUAGES
@pytest.mark.parametrize("rule", rules.ALL, ids=lambda rule: rule.NAME)
def test_its_example_fails_where_it_says(rule: Rule, language: str, tmp_path: Path) -> None:
    example = example_of(sections_of(rule, language)["Fails"])
    findings = findings_of(example.files, tmp_path, language)
    found = [finding for finding in findings if finding.rule == rule.NAME]
    assert {finding.rule for finding in findings if finding.rule == "format"} <= {rule.NAME}
    assert {(finding.place.file, finding.place.line) for finding in found} == example.marked
    # one that is off by default is turned on by its example
    assert rule.TRAITS.level == "off" or all(finding.level == rule.TRAITS.level for finding in found)


@LANGUAGES
@pytest.mark.parametrize("rule", rules.ALL, ids=lambda rule: rule.NAME)
def test_its_other_example_passes(rule: Rule, language: str, tmp_path: Path) -> None:
    example = example_of(sections_of(rule, language)["Passes"])
    assert not example.marked
    found = findings_of(example.files, tmp_path, language)
    assert not [finding for finding in found if finding.rule in (rule.NAME, "format")]


def test_an_english_reader_reads_english_titles() -> None:
    """Each phrase is in some example, and what is left in Spanish is what shows rules about Spanish."""
    written = "\n".join(getdoc(rule) or "" for rule in rules.ALL)
    assert [phrase for phrase in WORDS if phrase not in written] == []
    spanish = {
        rule.NAME for rule in rules.ALL if re.search(r"title:.*[áéíóúñ¿]", "".join(sections_of(rule, "en").values()))
    }
    assert spanish <= {"mixed-address"}


def test_every_rule_of_the_folder_is_in_the_tuple() -> None:
    folder = Path(rules.__file__).parent
    texts = {module.name: (folder / f"{module.name}.py").read_text() for module in iter_modules([str(folder)])}
    named = {name for name, text in texts.items() if re.search(r"^NAME = ", text, re.MULTILINE)}
    assert named == {rule.NAME.replace("-", "_") for rule in rules.ALL}
    assert len({rule.NAME for rule in rules.ALL}) == len(rules.ALL)
