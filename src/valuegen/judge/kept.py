"""What the words of a whole workspace do: from memory, from the cache, else judged."""

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Executor
from itertools import islice

from valuegen.judge.judging import judge
from valuegen.judge.keeping import dump, key, key_of_ground, load
from valuegen.judge.parts import Ground, Judgement, Writing
from valuegen.judge.writings import ground_of, writing_of
from valuegen.leaf import Kept, Leaves, NoLeaves
from valuegen.model.workspace import Workspace
from valuegen.prose import Prose, engine_of
from valuegen.prose import key as key_of_prose
from valuegen.read.collector import no_collection

CHUNK = 64
"""So many writings go to a worker at once."""
FEW = 256
"""Below that many, workers cost more than they bring."""

Whole = tuple[str, str, str, str, bytes]
"""All that a judgement depends on: title, summary, ask, text, and the key of the ground, in which the language is."""
KeptJudged = Kept[Whole, Judgement]
_Asked = tuple[Writing, Ground]


def judged_of(
    workspace: Workspace,
    prose: Mapping[str, Prose],
    leaves: Leaves,
    executor: Executor | None = None,
    kept: KeptJudged | None = None,
) -> dict[str, Judgement]:
    """The judgement of every entry, by slug."""
    of_site = ground_of(workspace.settings)
    grounds = {language: of_site.speaking(language) for language in workspace.spoken}
    engine = engine_of(workspace.settings)
    keys = {language: key_of_ground(ground, key_of_prose("", language, engine)) for language, ground in grounds.items()}
    wholes: dict[str, Whole] = {}
    asked: dict[Whole, _Asked] = {}
    for entry in workspace.entries:
        language, written = workspace.language_of(entry), entry.written
        writing = writing_of(entry, prose.get(entry.slug))
        whole = (writing.title, writing.summary, writing.ask, written.text if written else "", keys[language])
        wholes[entry.slug] = whole
        asked[whole] = (writing, grounds[language])
    with no_collection():
        judged = dict(_made(asked, leaves, executor) if kept is None else _remembered(asked, kept, leaves, executor))
    return {slug: judged[whole] for slug, whole in wholes.items()}


def _remembered(
    asked: Mapping[Whole, _Asked], kept: KeptJudged, leaves: Leaves, executor: Executor | None
) -> Iterator[tuple[Whole, Judgement]]:
    kept.turn()
    missing: dict[Whole, _Asked] = {}
    for whole, one in asked.items():
        found = kept.get(whole)
        if found is None:
            missing[whole] = one
        else:
            yield whole, found
    for whole, made in _made(missing, leaves, executor):
        kept.put(whole, made)
        yield whole, made


def _made(
    asked: Mapping[Whole, _Asked], leaves: Leaves, executor: Executor | None
) -> Iterator[tuple[Whole, Judgement]]:
    if isinstance(leaves, NoLeaves):
        yield from zip(asked, map(load, _judged(list(asked.values()), executor)), strict=True)
        return
    missing: dict[Whole, bytes] = {}
    for whole in asked:
        one = key(*whole)
        known = leaves.get("judged", one)
        if known is None:
            missing[whole] = one
        else:
            yield whole, load(known)
    for (whole, one), made in zip(missing.items(), _judged([asked[w] for w in missing], executor), strict=True):
        leaves.put("judged", one, made)
        yield whole, load(made)


def _judged(asked: Sequence[_Asked], executor: Executor | None) -> Iterator[bytes]:
    if executor is None or len(asked) < FEW:
        yield from (dump(judge(*one)) for one in asked)
        return
    stream = iter(asked)
    for made in executor.map(_judge_chunk, iter(lambda: list(islice(stream, CHUNK)), [])):
        yield from made


def _judge_chunk(asked: Sequence[_Asked]) -> list[bytes]:
    with no_collection():
        return [dump(judge(*one)) for one in asked]
