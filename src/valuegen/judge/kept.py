"""What the words of a whole workspace do: from memory, from the cache, else judged."""

from collections.abc import Iterator, Mapping

from valuegen.judge.judging import judge
from valuegen.judge.keeping import dump, key, key_of_ground, load
from valuegen.judge.parts import Ground, Judgement, Writing
from valuegen.judge.writings import ground_of, writing_of
from valuegen.leaf import Kept, Leaves, NoLeaves
from valuegen.model.settings import Settings
from valuegen.model.workspace import Workspace
from valuegen.prose import Prose, engine_of
from valuegen.prose import key as key_of_prose
from valuegen.read.collector import no_collection

JUDGED = "judged"
Whole = tuple[str, str, str, str, bytes]
"""All that a judgement depends on: title, summary, ask, text, and the key of the ground, in which the language is."""
KeptJudged = Kept[Whole, Judgement]
_Asked = tuple[Writing, Ground]


class Grounds:
    """On which ground the entries of a workspace are judged, by their language, and all that comes into it."""

    def __init__(self, settings: Settings) -> None:
        self._of_site, self._engine = ground_of(settings), engine_of(settings)
        self._known: dict[str, tuple[Ground, bytes]] = {}

    def of(self, language: str) -> Ground:
        """The ground of a language."""
        return self._found(language)[0]

    def whole(self, language: str, title: str, summary: str, ask: str, text: str) -> Whole:
        """All that the judgement of an entry depends on."""
        return (title, summary, ask, text, self._found(language)[1])

    def _found(self, language: str) -> tuple[Ground, bytes]:
        if language not in self._known:
            ground = self._of_site.speaking(language)
            self._known[language] = (ground, key_of_ground(ground, key_of_prose("", language, self._engine)))
        return self._known[language]


def judged_of(
    workspace: Workspace, prose: Mapping[str, Prose], leaves: Leaves, kept: KeptJudged | None = None
) -> dict[str, Judgement]:
    """The judgement of every entry, by slug."""
    grounds = Grounds(workspace.settings)
    wholes: dict[str, Whole] = {}
    asked: dict[Whole, _Asked] = {}
    for entry in workspace.entries:
        language, written = workspace.language_of(entry), entry.written
        writing = writing_of(entry, prose.get(entry.slug))
        whole = grounds.whole(language, writing.title, writing.summary, writing.ask, written.text if written else "")
        wholes[entry.slug] = whole
        asked[whole] = (writing, grounds.of(language))
    with no_collection():
        judged = dict(_made(asked, leaves) if kept is None else _remembered(asked, kept, leaves))
    return {slug: judged[whole] for slug, whole in wholes.items()}


def _remembered(asked: Mapping[Whole, _Asked], kept: KeptJudged, leaves: Leaves) -> Iterator[tuple[Whole, Judgement]]:
    kept.turn()
    missing: dict[Whole, _Asked] = {}
    for whole, one in asked.items():
        found = kept.get(whole)
        if found is None:
            missing[whole] = one
        else:
            yield whole, found
    for whole, made in _made(missing, leaves):
        kept.put(whole, made)
        yield whole, made


def _made(asked: Mapping[Whole, _Asked], leaves: Leaves) -> Iterator[tuple[Whole, Judgement]]:
    keeps = not isinstance(leaves, NoLeaves)
    for whole, (writing, ground) in asked.items():
        one = key(*whole) if keeps else b""
        known = leaves.get(JUDGED, one)
        if known is None:
            made = judge(writing, ground)
            if keeps:
                leaves.put(JUDGED, one, dump(made))
            yield whole, made
        else:
            yield whole, load(known)
