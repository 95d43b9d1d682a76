"""Markdown files that are entries by themselves, and the texts of all entries, each line in its place."""

from datetime import date

import pytest

from bench import Bench, MiniWorkspace
from valuegen.model.entry import Entry
from valuegen.read.front_matter import split
from valuegen.read.workspace import read_workspace
from valuegen.words import say

POST = """\
---
title: Guía de hornos
date: 2026-11-03
tags: [hornos, merma]
description: Todo lo que sabemos.
layout: post
params: {toc: true, n: [1, 2]}
---
Primera línea.
"""


@pytest.mark.parametrize("keys", ["", "# nada\n", "layout: post\n"])
def test_a_front_matter_without_the_keys_of_an_entry_is_told(bench: Bench, keys: str) -> None:
    work = bench.workspace({"content/posts/guia.md": f"---\n{keys}---\nUna guía.\n"})
    assert [(say(one.message, "en"), one.place.line) for one in read_workspace(work.root).findings] == [
        ("This front matter is not that of an entry: it needs at least `title` and `date`.", 1)
    ]


def entry_of(work: MiniWorkspace, slug: str) -> Entry:
    reading = read_workspace(work.root)
    assert reading.findings == ()
    assert reading.workspace
    return next(entry for entry in reading.workspace.entries if entry.slug == slug)


def test_a_post_is_an_entry_with_defaults(bench: Bench) -> None:
    entry = entry_of(bench.workspace({"content/posts/2026/guia.md": POST}), "guia-de-hornos")
    assert (entry.kind, entry.status, entry.channels) == ("reference", "ready", ("blog",))
    assert entry.segments == ("panaderias",)
    assert (entry.topics, entry.summary) == (("hornos", "merma"), "Todo lo que sabemos.")
    assert entry.extra == {"layout": "post", "params": {"toc": "true", "n": ["1", "2"]}}
    assert not entry.says("channels")
    assert entry.where("topics").line == 4
    assert entry.place.file == "content/posts/2026/guia.md"
    assert entry.written is not None
    assert (entry.written.text, entry.written.line) == ("Primera línea.\n", 9)


def test_who_says_for_whom_a_post_is_is_heard(bench: Bench) -> None:
    two = "panaderias: {name: Panaderías}\nhornos: {name: Hornos}\n"
    work = bench.workspace({"content/segments.yaml": two, "content/posts/guia.md": POST})
    assert entry_of(work, "guia-de-hornos").segments == ("panaderias", "hornos")
    work.change("content/posts/guia.md", "layout: post", "segments: hornos")
    assert entry_of(work, "guia-de-hornos").segments == ("hornos",)


@pytest.mark.parametrize(
    ("draft", "status"), [("true", "draft"), ("[true]", "draft"), ("false", "ready"), ("", "ready")]
)
def test_a_draft(bench: Bench, draft: str, status: str) -> None:
    work = bench.workspace({"content/posts/guia.md": POST.replace("layout: post", f"draft: {draft}")})
    assert entry_of(work, "guia-de-hornos").status == status


def test_its_own_keys_win(bench: Bench) -> None:
    written = "kind: expertise\nstatus: review\nchannels: [blog, newsletter]\nslug: hornos\nsegments: [panaderias]"
    entry = entry_of(bench.workspace({"content/posts/guia.md": POST.replace("layout: post", written)}), "hornos")
    assert (entry.kind, entry.status, entry.channels) == ("expertise", "review", ("blog", "newsletter"))
    assert entry.says("channels")


@pytest.mark.parametrize("key", ["sumary", "tag", "titel", "dat", "segmets", "drat"])
def test_a_slip_of_the_pen_is_not_extra(bench: Bench, key: str) -> None:
    work = bench.workspace({"content/posts/guia.md": POST.replace("layout", key)})
    (finding,) = read_workspace(work.root).findings
    assert (finding.level, finding.place.line) == ("error", 6)


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("title:", "titel:", 2, "`titel`: did you mean `title`?"),
        ("date:", "dat:", 3, "`dat`: did you mean `date`?"),
        ("title:", "headline:", 1, "This front matter is not that of an entry: it needs at least `title` and `date`."),
        ("layout: post", "topics: [x]", 6, "`topics` and `tags` say the same; the first is on line 4."),
        ("layout: post", "summary: x", 6, "`summary` and `description` say the same; the first is on line 5."),
        ("title:", "topics: [x]\ntitle:", 5, "`tags` and `topics` say the same; the first is on line 2."),
        ("layout: post", "text: x", 6, "The text of this entry is what comes below its front matter."),
        ("layout: post", "body: posts/x.md", 6, "The text of this entry is what comes below its front matter."),
        ("layout: post", "draft: [maybe]", 6, "`draft` is neither true nor false."),
    ],
)
def test_a_head_with_a_mistake(bench: Bench, old: str, new: str, line: int, message: str) -> None:
    work = bench.workspace({"content/posts/guia.md": POST.replace(old, new)})
    (finding,) = read_workspace(work.root).findings
    assert (finding.level, finding.place.line, say(finding.message, "en")) == ("error", line, message)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_in_any_way(bench: Bench, end: str) -> None:
    work = bench.workspace({"content/posts/guia.md": POST.replace("\n", end).encode()})
    entry = entry_of(work, "guia-de-hornos")
    assert entry.date is not None
    assert entry.date.day == date(2026, 11, 3)
    assert entry.written is not None
    assert entry.written.line == 9
    assert entry.where("date").line == 3


@pytest.mark.parametrize(
    ("text", "head", "line"),
    [
        ("---\na: b\n---\nx\n", "a: b\n", 4),
        ("---\n---\nx", "", 3),
        ("--- \na: b\n--- \n", "a: b\n", 4),
        ("----\na: b\n---\n", None, 1),
        ("x\n---\n", None, 1),
        ("", None, 1),
    ],
)
def test_the_head_is_between_two_lines(text: str, head: str | None, line: int) -> None:
    parted = split(text)
    assert (parted.head, parted.line) == (head, line)
    if head is not None:
        assert text.endswith(parted.text)


@pytest.mark.parametrize(
    ("written", "line", "column", "text"),
    [
        ("text: |\n    Uno.\n    Dos.\n", 6, 5, "Uno.\nDos.\n"),
        ("text: |2\n      Uno.\n    Dos.\n", 6, 5, "  Uno.\nDos.\n"),
        ("text: |\n\n    Uno.\n", 6, 5, "\nUno.\n"),
        ("text: Uno.\n", 5, 9, "Uno."),
        ('text: "Uno."\n', 5, 10, "Uno."),
    ],
)
def test_an_inline_text_stands_where_it_was_written(
    bench: Bench, written: str, line: int, column: int, text: str
) -> None:
    head = "- title: T\n  slug: t\n  kind: industry\n  segments: panaderias\n  "
    if "|2" in written:
        written = written.replace("    Dos", "    Dos")
    entry = entry_of(bench.workspace({"content/calendar/2026.yaml": head + written}), "t")
    assert entry.written is not None
    assert entry.written.text == text
    place = entry.written.place(1)
    assert (place.file, place.line, place.column) == ("content/calendar/2026.yaml", line, column)


def test_a_body_is_found_in_another_unicode_form(bench: Bench) -> None:
    work = bench.workspace({"content/posts/an\u0303ada.md": "Hola.\n"})
    work.write("content/calendar/b.yaml", "- {title: B, kind: industry, segments: panaderias, body: posts/añada.md}\n")
    written = entry_of(work, "b").written
    assert written is not None
    assert written.text == "Hola.\n"


def test_a_merge_left_unfinished_in_a_body(bench: Bench) -> None:
    text = POST + "a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> otra\n"
    (finding,) = read_workspace(bench.workspace({"content/posts/guia.md": text}).root).findings
    assert (finding.place.line, finding.place.column) == (11, 1)
