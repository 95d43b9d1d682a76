"""Every word of every list is needed: without it a text of `words/` is judged otherwise.

`words/NAME.LANGUAGE.yaml` holds a text for each phrase of that list: a text of the body, or a mapping with what else
the entry says (`title`, `summary`, `ask`).
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from valuegen.judge import Ground, Writing, judge
from valuegen.judge.letters import fold
from valuegen.judge.lists import LANGUAGES, groups, names
from valuegen.judge.parts import Added
from valuegen.prose import parse

WORDS = Path(__file__).parent / "words"
MOST = 32
ANY = re.compile(r"[(<#]|^_$|\.\.\.")
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
    for phrases in apart(texts_of(name, language)):
        without = Ground(language, words={name: Added(without=tuple(phrases))})
        for phrase, said in phrases.items():
            writing = writing_of(said, language)
            if judge(writing, Ground(language)) == judge(writing, without):
                idle.append(phrase)
    assert not idle


def apart(texts: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The phrases in groups, each of which is taken out at once: none can stand in the text of another of its group,
    so what changes there is due to its own. To make lists ready for each phrase alone would take minutes."""
    left = [(phrase, said, _beginnings(phrase), _beginnings(str(said))) for phrase, said in texts.items()]
    while left:
        group: list[tuple[str, Any, list[set[str]], list[set[str]]]] = []
        later = []
        for one in left:
            fits = len(group) < MOST and not any(
                _may_stand(one[2], each[3]) or _may_stand(each[2], one[3]) for each in group
            )
            (group if fits else later).append(one)
        left = later
        yield {phrase: said for phrase, said, *_ in group}


def _beginnings(text: str) -> list[set[str]]:
    """Of each token, how its alternatives begin, whatever their endings; none where it may be any."""
    return [
        {word[:2] for word in re.findall(r"[^\W\d_]+", token)} for token in fold(text).split() if not ANY.search(token)
    ]


def _may_stand(phrase: list[set[str]], text: list[set[str]]) -> bool:
    there = set().union(*text)
    return all(not token.isdisjoint(there) for token in phrase if token)
