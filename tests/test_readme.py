"""A stranger follows only the README: what it shows works."""

import re
from pathlib import Path

import pytest

from valuegen.cli import main

ROOT = Path(__file__).parent.parent
READMES = {"en": "README.md", "es": "README.es.md"}


def text_of(language: str) -> str:
    return (ROOT / READMES[language]).read_text(encoding="utf-8")


def files_of(language: str) -> dict[str, str]:
    """The files that a README shows: path (its first line, a comment) → text."""
    return dict(re.findall(r"^```yaml\n# (\S+)\n(.*?)^```$", text_of(language), re.M | re.S))


def commands_of(language: str) -> list[str]:
    """The commands of the program that a README shows, in its order."""
    return re.findall(r"(?:^ {4}|`)valuegen ([a-z]+)\b", text_of(language), re.M)


@pytest.mark.parametrize("language", READMES)
def test_the_first_workspace_builds(bench, language):
    files = files_of(language)
    work = bench.workspace({"content/calendar/2026.yaml": None, **files})
    assert set(files) == set(bench.workspace(name="smallest").tree("").keys())
    for command in (["check", "--as-of"], ["build", "--as-of"], ["remind", "--on"]):
        result = work.run(*command, "2026-12-01", language=language)
        assert result.exit == 0, result.err
    title = re.search(r"title: (.*)", files["content/calendar/2026.yaml"])
    assert title is not None
    assert title[1] in work.read("site/public/index.html")
    assert (work.root / "site/public" / {"en": "for/bakeries", "es": "para/panaderias"}[language]).is_dir()


@pytest.mark.parametrize("language", READMES)
def test_every_command_shown_is_there(bench, language):
    work = bench.workspace()
    assert set(commands_of(language)) == set(main.modules)
    for command in set(commands_of(language)):
        assert work.run(command, "--help", language=language).exit == 0


@pytest.mark.parametrize("language", READMES)
def test_every_link_leads_somewhere(language):
    for target in re.findall(r"\]\(([^)#:]+)\)", text_of(language)):
        assert (ROOT / target).is_file(), target


def test_both_tell_the_same():
    """The same headings, tables and blocks, and the same commands, in the same order."""
    shapes = [
        re.findall(r"^(#+ |\| |```| {4}(?:make|valuegen|pipx|python3|~)\S*)", text_of(one), re.M) for one in READMES
    ]
    assert shapes[0] == shapes[1]
    assert commands_of("en") == commands_of("es")
