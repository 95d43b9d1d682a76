"""The lists of words: data, one file a language and list, which a workspace may add to and take from.

`lists/LANGUAGE/NAME.toml` begins with comments that say what the list is for; its keys are groups, each an array of
phrases (see `phrases.py`). `words: {NAME: {add: […], except: […]}}` in `valuegen.yaml` changes it: what is added is of
the group "own", what is excepted is taken out of every group.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from valuegen.judge.parts import Ground

LISTS = Path(__file__).parent / "lists"
LANGUAGES = ("es", "en")
OWN = "own"

Groups = Mapping[str, tuple[str, ...]]


def names() -> tuple[str, ...]:
    """The names of all lists, which a workspace may change."""
    return tuple(sorted({path.stem for language in LANGUAGES for path in (LISTS / language).glob("*.toml")}))


@cache
def groups(name: str, language: str) -> Groups:
    """The phrases of a list in a language, by group; none where that language has no such list."""
    path = LISTS / language / f"{name}.toml"
    if not path.exists():
        return {}
    return {group: tuple(phrases) for group, phrases in tomllib.loads(path.read_text(encoding="utf-8")).items()}


def groups_in(ground: Ground, name: str, language: str) -> Groups:
    """The same with what the workspace added and took out. What it adds holds in every language."""
    said = ground.words.get(name)
    if said is None:
        return groups(name, language)
    out = set(said.without)
    kept = {group: tuple(one for one in phrases if one not in out) for group, phrases in groups(name, language).items()}
    return {**kept, OWN: (*kept.get(OWN, ()), *said.add)} if said.add else kept
