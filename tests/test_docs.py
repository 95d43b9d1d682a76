"""What docs/ promises works: links, commands, and each use of the plan, run on the example."""

import csv
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bench import Bench, MiniWorkspace
from valuegen.cli import main

DOCS = Path(__file__).parent.parent / "docs"
NAMES = ("plan", "calendars", "privacy", "images", "scale", "ci", "import")
LANGUAGES = {"en": "", "es": ".es"}


def text_of(name: str, language: str = "en") -> str:
    return (DOCS / f"{name}{LANGUAGES[language]}.md").read_text(encoding="utf-8")


def blocks(name: str, kind: str, language: str = "en") -> list[str]:
    return re.findall(rf"^ *```{kind}\n(.*?)^ *```$", text_of(name, language), re.M | re.S)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> MiniWorkspace:
    """The example, built where the scripts of docs/plan.md are run."""
    work = Bench(tmp_path_factory.mktemp("docs")).example()
    assert work.run("build", "--quiet").exit == 0
    return work


def plan_of(work: MiniWorkspace) -> dict[str, list[dict[str, object]]]:
    found: dict[str, list[dict[str, object]]] = json.loads(work.read("site/planner/plan.json"))
    return found


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_tell_the_same(name: str) -> None:
    """The same headings, tables, lists and blocks in the same order, and the same keys."""
    shapes = [
        re.findall(r"^(#+ |\| |```\w*| {4}(?=\w)|- |\d\. )", text_of(name, language), re.M) for language in LANGUAGES
    ]
    assert shapes[0] == shapes[1]
    assert blocks(name, "python") == blocks(name, "python", "es")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_links_lead_somewhere_and_commands_are_there(name: str, language: str) -> None:
    text = text_of(name, language)
    for target in re.findall(r"\]\(([^)#:]+)\)", re.sub(r"`[^`\n]+`", "", text)):
        assert (DOCS / target).is_file(), target
    commands = set(re.findall(r"(?:^ {4}|`)valuegen ([a-z]+)\b", text, re.M))
    assert commands
    assert commands <= set(main.modules)


def test_with_jq(built: MiniWorkspace) -> None:
    if shutil.which("jq") is None:
        pytest.skip("jq is not here (Debian: jq): what docs/plan.md shows of it is not run")
    (script,) = blocks("plan", "sh")
    assert (script,) == tuple(blocks("plan", "sh", "es"))
    done = subprocess.run(["sh", "-c", script], cwd=built.root, capture_output=True, check=True, encoding="utf-8")
    rows = [line.split("\t") for line in done.stdout.splitlines()]
    ahead = [entry for entry in plan_of(built)["entries"] if entry["receivers"] is not None and entry["planned"]]
    today = json.loads(built.read("site/planner/plan.json"))["as_of"]
    assert [row[2] for row in rows] == [entry["title"] for entry in ahead if str(entry["date"]) >= today]
    assert all(row[3].isdigit() for row in rows)
    assert len(rows) > 10


def test_in_a_spreadsheet(built: MiniWorkspace) -> None:
    script = blocks("plan", "python")[0]
    subprocess.run([sys.executable, "-c", script], cwd=built.root, check=True)
    text = (built.root / "plan.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(text.splitlines(), delimiter=";"))
    entries = plan_of(built)["entries"]
    assert [row["title"] for row in rows] == [entry["title"] for entry in entries]
    assert rows[0]["segments"]
    assert rows[0]["minutes"].isdigit()


def test_no_formula_runs_in_that_spreadsheet(bench: Bench) -> None:
    row = (
        '- {date: 2027-01-05, title: "=HYPERLINK(1)", slug: x, segments: [panaderias], kind: industry, status: idea}\n'
    )
    work = bench.workspace({"content/calendar/2027.yaml": row})
    assert work.run("build").exit == 0
    subprocess.run([sys.executable, "-c", blocks("plan", "python")[0]], cwd=work.root, check=True)
    assert "'=HYPERLINK(1)" in work.read("plan.csv")


def test_in_a_script(built: MiniWorkspace) -> None:
    script = blocks("plan", "python")[1]
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=built.root, capture_output=True, check=True, encoding="utf-8"
    )
    named = {line.split("\t")[0] for line in done.stdout.splitlines()}
    plan = plan_of(built)
    for contact in plan["contacts"]:
        hears = any(contact["id"] in (entry["receivers"] or ()) for entry in plan["entries"])  # type: ignore[operator]
        assert (contact["id"] in named) == (not hears and not contact["gone"] and not contact["opted_out"])


def test_every_key_of_the_plan_is_told(built: MiniWorkspace) -> None:
    for language in LANGUAGES:
        text = text_of("plan", language)
        for key in plan_of(built):
            assert key == "$schema" or f"`{key}`" in text, key


def test_without_the_private_folder_a_clone_builds_and_says_so(bench: Bench) -> None:
    """As docs/privacy.md promises of a submodule that was not cloned, which leaves an empty folder."""
    work = bench.workspace()
    (work.root / "content/private").mkdir(parents=True)
    done = work.run("build", language="en")
    assert done.exit == 0
    assert re.search(r"\d+ rules? (was|were) skipped|skipped", done.out + done.err)
