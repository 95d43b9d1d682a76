"""SECURITY.md names for each promise the tests that hold it, in both languages the same."""

import re

import pytest

from bench import ROOT

LANGUAGES = ("", ".es")


def rows(ending: str) -> list[list[str]]:
    """The tests of each promise."""
    text = (ROOT / f"SECURITY{ending}.md").read_text("utf-8")
    return [re.findall(r"\]\((tests/[\w/.]+)\)", line) for line in text.splitlines() if line.startswith("| **")]


def test_both_languages_promise_the_same() -> None:
    assert rows("") == rows(".es")
    shapes = [
        re.findall(r"^(#+ |\| |- )", (ROOT / f"SECURITY{ending}.md").read_text("utf-8"), re.M) for ending in LANGUAGES
    ]
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize("ending", LANGUAGES)
def test_each_promise_has_tests_and_every_link_leads_somewhere(ending: str) -> None:
    assert len(rows(ending)) > 10
    for tests in rows(ending):
        assert tests
        for path in tests:
            assert re.search(r"^\s*def test_", (ROOT / path).read_text("utf-8"), re.M), path
    for target in re.findall(r"\]\(([^)]+)\)", (ROOT / f"SECURITY{ending}.md").read_text("utf-8")):
        assert (ROOT / target).is_file(), target
