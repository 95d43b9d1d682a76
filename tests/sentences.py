"""Nothing that the program makes to be said in a test lacks words, a place or a value that its sentence names."""

from collections.abc import Callable, Iterator
from functools import cache, wraps
from importlib import import_module
from pkgutil import walk_packages
from string import Formatter
from typing import Any

import pytest

import valuegen
from valuegen.finding import Finding, Mend, Place
from valuegen.plan.types import Reminder
from valuegen.rules.found import Found
from valuegen.words import Message


@pytest.fixture(scope="module", autouse=True)
def every_sentence_is_whole() -> Iterator[None]:
    for module in walk_packages(valuegen.__path__, "valuegen."):  # what waits for its values is made while these load
        import_module(module.name)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Message, "__init__", looked_at(Message.__init__, has_values))
        patch.setattr(Mend, "__init__", looked_at(Mend.__init__, has_words("text")))
        patch.setattr(Reminder, "__init__", looked_at(Reminder.__init__, has_words("text", "why")))
        for told in (Finding, Found):
            patch.setattr(told, "__init__", looked_at(told.__init__, has_words("message"), has_place))
        yield


def looked_at(make: Callable[..., None], *looks: Callable[[Any], None]) -> Callable[..., None]:
    @wraps(make)
    def made(self: Any, *arguments: Any, **keys: Any) -> None:
        make(self, *arguments, **keys)
        for look in looks:
            look(self)

    return made


def has_values(message: Message) -> None:
    assert isinstance(message.id, str), message
    lacking = [name for name in _places(message.id, message.many) if message.values.get(name) is None]
    if lacking and not message.plain:
        raise KeyError(f"{message.id!r} lacks {lacking}")


def has_words(*names: str) -> Callable[[Any], None]:
    def look(made: Any) -> None:
        assert all(isinstance(getattr(made, name), Message) for name in names), made

    return look


def has_place(finding: Finding | Found) -> None:
    assert isinstance(finding.place, Place), finding
    assert finding.mend is None or isinstance(finding.mend, Mend), finding


@cache
def _places(*sentences: str | None) -> frozenset[str]:
    parts = (part for sentence in sentences if sentence for part in Formatter().parse(sentence))
    return frozenset(name for _, name, _, _ in parts if name)
