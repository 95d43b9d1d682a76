"""What judging the words of a text costs beside parsing it."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from tools.bench.report import Bar, Report, Table, short
from tools.bench.took import took
from valuegen.judge import ground_of, judge, writing_of
from valuegen.prose import parse
from valuegen.read.workspace import read_workspace

ROOT = Path(__file__).parents[2]


AT_MOST = 0.3


def judging() -> Report:
    """The example's texts: judged, beside parsed; milliseconds for 350 words."""
    reading = read_workspace(ROOT)
    assert reading.workspace is not None
    texts = {entry.slug: entry.written.text for entry in reading.workspace.entries if entry.written}
    prose = {slug: parse(text, "es") for slug, text in texts.items()}
    ground = ground_of(reading.workspace.settings)
    writings = [writing_of(entry, prose.get(entry.slug)) for entry in reading.workspace.entries if entry.written]
    words = sum(one.words for one in prose.values())

    def once(work: Mapping[str, str] | None) -> None:
        for text in (work or {}).values():
            parse(text, "es")
        for writing in () if work else writings:
            judge(writing, ground)

    per = 350 / words * 1000
    parsed, judged = took(partial(once, texts), 7) * per, took(partial(once, None), 7) * per
    head = (f"{len(texts)} texts of {words / len(texts):.0f} words", "parsed", "judged", "ratio")
    row = ("ms for 350 words", short(parsed), f"{judged:.3f}", short(judged / parsed))
    bar = Bar("judging 350 words, beside the parse", AT_MOST, judged, "ms")
    return Report("judge", (Table("Judging words, beside parsing them", head, (row,)),), (bar,))
