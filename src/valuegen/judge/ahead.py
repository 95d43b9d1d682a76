"""Many texts read and judged at once, by others: what comes of them lies among the leaves before anybody asks."""

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from itertools import islice

from valuegen.judge.judging import judge
from valuegen.judge.keeping import dump, key
from valuegen.judge.kept import JUDGED, Grounds
from valuegen.judge.parts import Ground, Writing
from valuegen.leaf import Leaves
from valuegen.model.workspace import Workspace
from valuegen.prose import engine_of, parse
from valuegen.prose import key as key_of_prose
from valuegen.prose.cache import dump as dump_prose
from valuegen.prose.kept import PROSE, Text
from valuegen.read.collector import no_collection

CHUNK = 64
"""So many texts go to a worker at once."""
FEW = 256
"""Below that many, workers cost more than they bring."""

Asked = tuple[Text, tuple[str, str, str], Ground]
"""A text; title, summary and ask of its entry; the ground on which these are judged."""


class Ahead:
    """Leaves, and over them those that were made just now or found already: these need not be asked for again."""

    def __init__(self, leaves: Leaves) -> None:
        self._leaves = leaves
        self._here: dict[tuple[str, bytes], bytes] = {}

    def get(self, kind: str, key: bytes) -> bytes | None:
        """A leaf of either. What is here is asked for once, and then let go."""
        return self._here.pop((kind, key), None) or self._leaves.get(kind, key)

    def put(self, kind: str, key: bytes, value: bytes) -> None:
        """Keep it where it lasts."""
        self._leaves.put(kind, key, value)

    def hold(self, kind: str, key: bytes, value: bytes) -> None:
        """Have it at hand."""
        self._here[kind, key] = value


def ahead(workspace: Workspace, leaves: Leaves, executor: Executor | None) -> Leaves:
    """`leaves`, with all that comes of the texts that nobody has read yet, if they are many and somebody is there.

    A text and what its entry says are judged where the text was read, so that it is sent once.
    """
    if executor is None or sum(entry.written is not None for entry in workspace.entries) < FEW:
        return leaves
    found, grounds, engine = Ahead(leaves), Grounds(workspace), engine_of(workspace.settings)
    missing: dict[bytes, tuple[Asked, bytes]] = {}
    for entry in workspace.entries:
        if entry.written is None:
            continue
        language = workspace.language_of(entry)
        text = (entry.written.text, language, engine)
        one = key_of_prose(*text)
        known = leaves.get(PROSE, one)
        if known is not None:
            found.hold(PROSE, one, known)
        else:
            said = (entry.title, entry.summary or "", entry.ask or "")
            missing[one] = ((text, said, grounds.of(language)), key(*grounds.whole(language, *said, text[0])))
    if len(missing) >= FEW:
        made = _made([asked for asked, _ in missing.values()], executor)
        for (one, (_, judged)), (prose, judgement) in zip(missing.items(), made, strict=True):
            for kind, name, value in ((PROSE, one, prose), (JUDGED, judged, judgement)):
                found.put(kind, name, value)
                found.hold(kind, name, value)
    return found


def _made(asked: Sequence[Asked], executor: Executor) -> Iterator[tuple[bytes, bytes]]:
    stream = iter(asked)
    for made in executor.map(_read_and_judged, iter(lambda: list(islice(stream, CHUNK)), [])):
        yield from made


def _read_and_judged(asked: Sequence[Asked]) -> list[tuple[bytes, bytes]]:
    with no_collection():
        return [_one(*one) for one in asked]


def _one(text: Text, said: tuple[str, str, str], ground: Ground) -> tuple[bytes, bytes]:
    prose = parse(*text)
    return dump_prose(prose), dump(judge(Writing(*said, prose), ground))
