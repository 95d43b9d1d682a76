"""The prose of a whole workspace: from memory, from the cache, else parsed, each text once."""

from collections.abc import Iterator, Sequence

from valuegen.leaf import Kept, Leaves, NoLeaves
from valuegen.model.workspace import Workspace
from valuegen.prose.cache import dump, key, load
from valuegen.prose.engines import engine_of
from valuegen.prose.parsing import parse
from valuegen.prose.parts import Prose
from valuegen.read.collector import no_collection
from valuegen.room import Room
from valuegen.words import voice

PROSE = "prose"
Text = tuple[str, str, str]
"""A text, its language, the engine that reads it."""
KeptProse = Kept[tuple[str, str, str, str], Prose]
"""By text, language, engine, and the voice in which that language speaks."""


def prose_of(workspace: Workspace, leaves: Leaves, kept: KeptProse | None = None) -> dict[str, Prose]:
    """The prose of every entry that has a text, by slug."""
    engine = engine_of(workspace.settings)
    texts = {
        entry.slug: (written.text, workspace.language_of(entry), engine)
        for entry in workspace.entries
        if (written := entry.written) is not None
    }
    wanted = list(dict.fromkeys(texts.values()))
    with no_collection():
        made = dict(_made(wanted, leaves) if kept is None else _remembered(wanted, kept, leaves))
    return {slug: made[text] for slug, text in texts.items()}


def _remembered(texts: Sequence[Text], kept: KeptProse, leaves: Leaves) -> Iterator[tuple[Text, Prose]]:
    kept.turn()
    missing: list[Text] = []
    for text in texts:
        found = kept.get((*text, voice(text[1])))
        if found is None:
            missing.append(text)
        else:
            yield text, found
    for text, prose in _made(missing, leaves):
        kept.put((*text, voice(text[1])), prose)
        yield text, prose


def _made(texts: Sequence[Text], leaves: Leaves) -> Iterator[tuple[Text, Prose]]:
    keeps, room = not isinstance(leaves, NoLeaves), Room()
    for text in texts:
        one = key(*text) if keeps else b""
        known = leaves.get(PROSE, one)
        if known is None:
            made = parse(*text)
            if keeps:
                leaves.put(PROSE, one, dump(made))
            yield text, made
        else:
            yield text, load(known, room.lay)
