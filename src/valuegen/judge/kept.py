"""What the words of a whole workspace do: from memory, from the cache, else judged."""

from collections.abc import Mapping

from valuegen.judge.judging import judge
from valuegen.judge.keeping import dump, key, load
from valuegen.judge.parts import Ground, Judgement, Writing
from valuegen.judge.writings import ground_of, writing_of
from valuegen.leaf import Kept, Leaves
from valuegen.model.workspace import Workspace
from valuegen.prose import Prose
from valuegen.prose import key as key_of_prose

KeptJudged = Kept[tuple[str, str, str, str, bytes], Judgement]
"""By title, summary, ask, text, and the key of the ground, in which the language is."""


def judged_of(
    workspace: Workspace, prose: Mapping[str, Prose], leaves: Leaves, kept: KeptJudged | None = None
) -> dict[str, Judgement]:
    """The judgement of every entry, by slug."""
    of_site = ground_of(workspace.settings)
    grounds = {language: of_site.speaking(language) for language in workspace.spoken}
    keys = {language: key(Writing("", "", "", None), ground, b"") for language, ground in grounds.items()}
    kept = Kept() if kept is None else kept
    kept.turn()
    judged: dict[str, Judgement] = {}
    for entry in workspace.entries:
        language = workspace.language_of(entry)
        writing, text = writing_of(entry, prose.get(entry.slug)), entry.written.text if entry.written else ""
        whole = (writing.title, writing.summary, writing.ask, text, keys[language])
        found = kept.get(whole)
        if found is None:
            found = _judged(writing, grounds[language], key_of_prose(text, language) if entry.written else b"", leaves)
            kept.put(whole, found)
        judged[entry.slug] = found
    return judged


def _judged(writing: Writing, ground: Ground, text: bytes, leaves: Leaves) -> Judgement:
    one = key(writing, ground, text)
    known = leaves.get("judged", one)
    if known is not None:
        return load(known)
    made = judge(writing, ground)
    leaves.put("judged", one, dump(made))
    return made
