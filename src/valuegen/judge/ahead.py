"""Many texts read and judged by others, while this process goes on: what comes of them is found among the leaves."""

from collections import deque
from collections.abc import Iterable, Sequence
from concurrent.futures import Executor, Future
from typing import NamedTuple

from valuegen.judge.judging import judge
from valuegen.judge.keeping import dump, key
from valuegen.judge.kept import JUDGED, Grounds
from valuegen.judge.parts import Ground, Writing
from valuegen.leaf import Leaves
from valuegen.model.entry import Entry
from valuegen.model.settings import Settings
from valuegen.model.workspace import Workspace
from valuegen.prose import engine_of, parse
from valuegen.prose import key as key_of_prose
from valuegen.prose.cache import dump as dump_prose
from valuegen.prose.kept import PROSE, Text
from valuegen.read.collector import no_collection
from valuegen.room import Laid, Room

CHUNK = 64
"""So many texts go to a worker at once."""
FEW = 256
"""Below that many, workers cost more than they bring."""

Asked = tuple[Text, tuple[str, str, str], Ground]
"""A text; title, summary and ask of its entry; the ground on which these are judged."""


class _Keys(NamedTuple):
    """The keys of what comes of a text."""

    prose: bytes
    judged: bytes


class Ahead:
    """Leaves, and with them what comes of the texts that nobody has read yet.

    Texts are taken as soon as they are known, and sent when they are many; each is judged where it is read, so that it
    is sent once. Whatever is asked for and is not here is made by who asks: so it does not matter if a text was taken
    that is none after all, or with other words around it.
    """

    def __init__(self, leaves: Leaves, executor: Executor) -> None:
        self._leaves, self._executor = leaves, executor
        self._grounds: Grounds | None = None
        self._taken: set[Text] = set()
        self._waiting: list[tuple[Asked, _Keys]] = []
        self._sent: deque[tuple[list[_Keys], Future[list[tuple[bytes, bytes]]]]] = deque()
        self._here: dict[tuple[str, bytes], Laid] = {}
        self._room = Room()

    def take(self, settings: Settings, entry: Entry) -> None:
        """An entry was read, in the language of the site or its own."""
        if self._grounds is None:
            self._grounds = Grounds(settings)
        self._take(self._grounds, engine_of(settings), entry, entry.language or settings.site.language)

    def finish(self, workspace: Workspace) -> None:
        """All entries are known: have what comes of them at hand."""
        grounds, engine = Grounds(workspace.settings), engine_of(workspace.settings)
        for entry in workspace.entries:
            self._take(grounds, engine, entry, workspace.language_of(entry))
        if self._sent:
            self._send(len(self._waiting))
        with no_collection():
            while self._sent:  # each is let go of when it was laid down
                keys, made = self._sent.popleft()
                self._hold(keys, made.result())

    def get(self, kind: str, key: bytes) -> bytes | None:
        """A leaf. What is at hand is asked for once, and then let go."""
        laid, start, end = self._here.pop((kind, key), (b"", 0, 0))
        return bytes(laid[start:end]) or self._leaves.get(kind, key)

    def put(self, kind: str, key: bytes, value: bytes) -> None:
        """Keep it where it lasts."""
        self._leaves.put(kind, key, value)

    def _take(self, grounds: Grounds, engine: str, entry: Entry, language: str) -> None:
        if entry.written is None:
            return
        text = (entry.written.text, language, engine)
        if text in self._taken:
            return
        self._taken.add(text)
        one = key_of_prose(*text)
        known = self._leaves.get(PROSE, one)
        if known is not None:
            self._here[PROSE, one] = self._room.lay(known)
            return
        said = (entry.title, entry.summary or "", entry.ask or "")
        keys = _Keys(one, key(*grounds.whole(language, *said, text[0])))
        self._waiting.append(((text, said, grounds.of(language)), keys))
        if len(self._waiting) >= (CHUNK if self._sent else FEW):
            self._send(len(self._waiting))

    def _send(self, count: int) -> None:
        for start in range(0, count, CHUNK):
            part = self._waiting[start : start + CHUNK]
            future = self._executor.submit(_read_and_judged, [asked for asked, _ in part])
            self._sent.append(([keys for _, keys in part], future))
        self._waiting.clear()

    def _hold(self, keys: Iterable[_Keys], made: Iterable[tuple[bytes, bytes]]) -> None:
        for one, (prose, judgement) in zip(keys, made, strict=True):
            for kind, name, value in ((PROSE, one.prose, prose), (JUDGED, one.judged, judgement)):
                self._leaves.put(kind, name, value)
                self._here[kind, name] = self._room.lay(value)


def _read_and_judged(asked: Sequence[Asked]) -> list[tuple[bytes, bytes]]:
    with no_collection():
        return [_one(*one) for one in asked]


def _one(text: Text, said: tuple[str, str, str], ground: Ground) -> tuple[bytes, bytes]:
    prose = parse(*text)
    return dump_prose(prose), dump(judge(Writing(*said, prose), ground))
