"""The prose of a whole workspace: from memory, from the cache, else parsed, each text once."""

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from itertools import islice

from valuegen.leaf import Kept, Leaves
from valuegen.model.workspace import Workspace
from valuegen.prose.cache import dump, key, load
from valuegen.prose.parsing import parse
from valuegen.prose.parts import Prose
from valuegen.words import voice

CHUNK = 64
"""So many texts go to a worker at once."""
FEW = 256
"""Below that many, workers cost more than they bring."""

Text = tuple[str, str]
"""A text and its language."""
KeptProse = Kept[tuple[str, str, str], Prose]
"""By text, language, and the voice in which that language speaks."""


def prose_of(
    workspace: Workspace, leaves: Leaves, executor: Executor | None = None, kept: KeptProse | None = None
) -> dict[str, Prose]:
    """The prose of every entry that has a text, by slug."""
    texts = {
        entry.slug: (entry.written.text, workspace.language_of(entry)) for entry in workspace.entries if entry.written
    }
    if kept is not None:
        kept.turn()
    found = {text: kept.get((*text, voice(text[1]))) if kept else None for text in dict.fromkeys(texts.values())}
    made = {text: prose for text, prose in found.items() if prose is not None}
    for text, prose in _made([text for text, prose in found.items() if prose is None], leaves, executor):
        made[text] = prose
        if kept is not None:
            kept.put((*text, voice(text[1])), prose)
    return {slug: made[text] for slug, text in texts.items()}


def _made(texts: Sequence[Text], leaves: Leaves, executor: Executor | None) -> Iterator[tuple[Text, Prose]]:
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
        yield from _parse_chunk(texts)
        return
    stream = iter(texts)
    for made in executor.map(_parse_chunk, iter(lambda: list(islice(stream, CHUNK)), [])):
        yield from made


def _parse_chunk(texts: Sequence[Text]) -> list[bytes]:
    return [dump(parse(text, language)) for text, language in texts]
