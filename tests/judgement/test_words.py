"""Every word of every list is needed: without it a text of `words/` is judged otherwise.

`words/NAME.LANGUAGE.yaml` holds a text for each phrase of that list: a text of the body, or a mapping with what else
the entry says (`title`, `summary`, `ask`).
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from valuegen.judge import Ground, Writing, judge
from valuegen.judge.lists import LANGUAGES, groups, names
from valuegen.judge.parts import Added
from valuegen.prose import parse

WORDS = Path(__file__).parent / "words"
LISTS = [(name, language) for name in names() for language in LANGUAGES if groups(name, language)]


def texts_of(name: str, language: str) -> dict[str, Any]:
    path = WORDS / f"{name}.{language}.yaml"
    return yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else {}


def writing_of(said: Any, language: str) -> Writing:
    if isinstance(said, str):
        said = {"text": said}
    lines = {key: said[key] for key in ("title", "summary", "ask") if key in said}
    return Writing(**lines, prose=parse(said["text"], language) if "text" in said else None)


@pytest.mark.parametrize(("name", "language"), LISTS, ids=lambda value: str(value))
def test_each_phrase_has_a_text(name: str, language: str) -> None:
    phrases = {phrase for group in groups(name, language).values() for phrase in group}
    assert set(texts_of(name, language)) == phrases


@pytest.mark.parametrize(("name", "language"), LISTS, ids=lambda value: str(value))
def test_each_text_is_judged_otherwise_without_its_phrase(
    name: str, language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The list is the only thing that changes: as a workspace takes a phrase out with `except`. What is learned from
    whole texts (`tone.py`) is silent: it knows no list, and would outweigh a sentence that is made for a word."""
    monkeypatch.setattr("valuegen.judge.selling.TONE", 0)
    idle = []
    for phrase, said in texts_of(name, language).items():
        writing = writing_of(said, language)
        without = Ground(language, words={name: Added(without=(phrase,))})
        if judge(writing, Ground(language)) == judge(writing, without):
            idle.append(phrase)
    assert not idle
