"""The prose of a whole workspace: from memory, from the cache, else parsed, each text once."""

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from itertools import islice

from valuegen.leaf import Kept, Leaves, NoLeaves
from valuegen.model.workspace import Workspace
from valuegen.prose.cache import dump, key, load
from valuegen.prose.engines import engine_of
from valuegen.prose.parsing import parse
from valuegen.prose.parts import Prose
from valuegen.read.collector import no_collection
from valuegen.words import voice

CHUNK = 64
"""So many texts go to a worker at once."""
FEW = 256
"""Below that many, workers cost more than they bring."""

Text = tuple[str, str, str]
"""A text, its language, the engine that reads it."""
KeptProse = Kept[tuple[str, str, str, str], Prose]
"""By text, language, engine, and the voice in which that language speaks."""


def prose_of(
    workspace: Workspace, leaves: Leaves, executor: Executor | None = None, kept: KeptProse | None = None
) -> dict[str, Prose]:
    """The prose of every entry that has a text, by slug."""
    engine = engine_of(workspace.settings)
    texts = {
        entry.slug: (written.text, workspace.language_of(entry), engine)
        for entry in workspace.entries
        if (written := entry.written) is not None
    }
    wanted = list(dict.fromkeys(texts.values()))
    with no_collection():
        made = dict(_made(wanted, leaves, executor) if kept is None else _remembered(wanted, kept, leaves, executor))
    return {slug: made[text] for slug, text in texts.items()}


def _remembered(
    texts: Sequence[Text], kept: KeptProse, leaves: Leaves, executor: Executor | None
) -> Iterator[tuple[Text, Prose]]:
    kept.turn()
    missing: list[Text] = []
    for text in texts:
        found = kept.get((*text, voice(text[1])))
        if found is None:
            missing.append(text)
        else:
            yield text, found
    for text, prose in _made(missing, leaves, executor):
        kept.put((*text, voice(text[1])), prose)
        yield text, prose


def _made(texts: Sequence[Text], leaves: Leaves, executor: Executor | None) -> Iterator[tuple[Text, Prose]]:
    if isinstance(leaves, NoLeaves) and (executor is None or len(texts) < FEW):
        for text in texts:
            yield text, parse(*text)
        return
    missing: dict[Text, bytes] = {}
    for text in texts:
        one = key(*text)
        known = leaves.get("prose", one)
        if known is None:
            missing[text] = one
        else:
            yield text, load(known)
    for (text, one), made in zip(missing.items(), _parsed(list(missing), executor), strict=True):
        leaves.put("prose", one, made)
        yield text, load(made)


def _parsed(texts: list[Text], executor: Executor | None) -> Iterator[bytes]:
    if executor is None or len(texts) < FEW:
        yield from (dump(parse(*text)) for text in texts)
        return
    stream = iter(texts)
    for made in executor.map(_parse_chunk, iter(lambda: list(islice(stream, CHUNK)), [])):
        yield from made


def _parse_chunk(texts: Sequence[Text]) -> list[bytes]:
    with no_collection():
        return [dump(parse(*text)) for text in texts]
