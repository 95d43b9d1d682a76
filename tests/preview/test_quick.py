"""A text that is saved is shown at once, and in the end everything is what a clean build makes of the files."""

import random
import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest
from previewing import Seen, preview, until

from bench import Bench, MiniWorkspace
from valuegen import build
from valuegen.preview.maker import Maker
from valuegen.preview.quick import with_texts
from valuegen.preview.state import State, Wishes

FILE = "content/posts/uno.md"
POST = """---
title: Uno
date: 2026-11-20
slug: uno
kind: industry
ask: ¿Y tú?
---
Primero.
"""


@pytest.fixture
def work(bench: Bench) -> MiniWorkspace:
    others = {f"content/posts/o{n}.md": POST.replace("uno", f"o{n}").replace("11-20", f"11-{n + 10}") for n in range(4)}
    return bench.workspace({FILE: POST, **others, "content/static/foto.txt": "una foto"})


@pytest.fixture
def state(work: MiniWorkspace) -> State:
    return Maker(work.root).whole(Wishes(), None)


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """The whole is not made until this is set: what is seen meanwhile was shown at once."""
    go = threading.Event()
    really = build.planned

    def planned(*given: object, **named: object) -> object:
        assert go.wait(30)
        return really(*given, **named)  # type: ignore[arg-type]

    go.set()
    monkeypatch.setattr(build, "planned", planned)
    yield go
    go.set()


def as_built(work: MiniWorkspace, seen: Seen) -> bool:
    """Whether everything is what it would be after a clean start."""
    now, clean = seen.serving.loop.state, Maker(work.root).whole(seen.serving.loop.state.wishes, None)
    if clean.memory is None or now.memory is None or now.pages.keys() != clean.pages.keys():
        return False
    same = all(now.memory.page(address) == clean.memory.page(address) for address in clean.pages)
    return same and now.findings == clean.findings


def shown(seen: Seen, what: str, path: str = "/uno/") -> bool:
    return what in seen.ask(path).text


def test_a_text_is_shown_before_the_whole_is_made(work: MiniWorkspace, held: threading.Event) -> None:
    with preview(work.root) as seen:
        held.clear()
        work.change(FILE, "Primero", "Segundo")
        seen.until(lambda: shown(seen, "Segundo"))
        assert "Primero" in seen.ask("/").text  # the lists follow with the whole
        held.set()
        seen.until(lambda: shown(seen, "Segundo", "/"))
        seen.until(lambda: as_built(work, seen))


def saved(work: MiniWorkspace, path: str, text: str) -> None:
    """Write a file as editors do, in one step: half a text is read as a mistake, for which the whole is made."""
    work.write(f"{path}~", text)
    (work.root / f"{path}~").replace(work.root / path)


def test_texts_that_follow_each_other_quickly_are_all_shown(work: MiniWorkspace, held: threading.Event) -> None:
    with preview(work.root) as seen:
        held.clear()
        for number in range(5):
            saved(work, FILE, POST.replace("Primero", f"Vez {number}"))
            saved(work, "content/posts/o1.md", f"{POST.replace('uno', 'o1').replace('11-20', '11-11')}{number}")
            seen.until(lambda number=number: shown(seen, f"Vez {number}"))
        held.set()
        seen.until(lambda: as_built(work, seen))


def test_a_text_and_then_its_front_matter(work: MiniWorkspace, held: threading.Event) -> None:
    with preview(work.root) as seen:
        held.clear()
        work.change(FILE, "Primero", "Segundo")
        seen.until(lambda: shown(seen, "Segundo"))
        work.change(FILE, "title: Uno", "title: Otro nombre")
        held.set()
        seen.until(lambda: shown(seen, "Otro nombre") and shown(seen, "Segundo"))
        seen.until(lambda: as_built(work, seen))


def test_what_is_written_while_the_whole_is_made_stays_on_the_screen(
    work: MiniWorkspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    reading, go = threading.Event(), threading.Event()
    really = build.promised

    def promised(found: build.Survey) -> build.Survey:
        reading.set()
        assert go.wait(30)
        return really(found)

    with preview(work.root) as seen:
        monkeypatch.setattr(build, "promised", promised)
        work.change(FILE, "title: Uno", "title: Otro nombre")
        assert reading.wait(30)
        work.change(FILE, "Primero", "Segundo")  # the whole that is being made does not know of it
        seen.until(lambda: shown(seen, "Segundo"))
        numbers = set()
        go.set()
        for _ in range(30):
            assert shown(seen, "Segundo")
            numbers.add(seen.serving.loop.state.number)
        seen.until(lambda: as_built(work, seen))
        assert shown(seen, "Segundo")


def test_after_any_texts_everything_is_that_of_a_clean_start(work: MiniWorkspace) -> None:
    chance = random.Random(3)
    words = ["uno", "¿dos?", "**tres**", "\n\n## Cuatro", "[cinco](o1.md)", "![seis](/foto.txt)", "\n- siete", "<b>"]
    with preview(work.root) as seen:
        for _ in range(40):
            file = f"content/posts/{chance.choice(['uno', 'o0', 'o1', 'o2'])}.md"
            head, _, _ = work.read(file).partition("\n---\n")
            work.write(file, f"{head}\n---\n{' '.join(chance.choices(words, k=6))}\n")
        until(lambda: as_built(work, seen))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: Uno", "title: Dos"),
        ("date: 2026-11-20", "date: 2026-11-21"),
        ("Primero.", "[un archivo](/foto.txt)"),
        ("Primero.", "[nada](javascript:alert)"),
        ("Primero.", "\0"),
        ("Primero.", "<<<<<<< a\nuno\n=======\ndos\n>>>>>>> b\n"),
        ("\n---\nPrimero", "\nPrimero"),
        ("---\ntitle", "title"),
    ],
)
def test_what_is_more_than_a_text_is_left_to_the_whole(work: MiniWorkspace, state: State, old: str, new: str) -> None:
    work.change(FILE, old, new)
    assert with_texts(state, work.root, [FILE]) is None


def test_files_of_other_kinds_are_left_to_the_whole(work: MiniWorkspace, state: State) -> None:
    for file in ("content/calendar/2026.yaml", "content/static/foto.txt", "valuegen.yaml", "content/posts/no.md"):
        assert with_texts(state, work.root, [file]) is None
    (work.root / FILE).unlink()
    assert with_texts(state, work.root, [FILE]) is None
    assert with_texts(replace(state, is_old=True), work.root, []) is not None


def test_the_page_made_at_once_is_the_one_of_the_whole(work: MiniWorkspace, state: State) -> None:
    work.change(FILE, "Primero.", "## Otro\n\nCon **más** palabras y [un enlace](o1.md).\n\n::: pitch\nCompra.\n:::")
    quick, whole = with_texts(state, work.root, [FILE]), Maker(work.root).whole(Wishes(), None)
    assert quick
    assert quick.memory
    assert whole.memory
    assert quick.memory.page("public/uno/index.html") == whole.memory.page("public/uno/index.html")
    assert "Primero" in state.survey.reading.sources.texts[FILE]


def test_the_index_of_the_search_is_made_when_it_is_asked_for(work: MiniWorkspace, state: State) -> None:
    assert state.memory
    index = next((page for page in state.pages.values() if page.form == "index"), None)
    if index is None:
        pytest.skip("the extra `search` is not here")
    assert state.memory.page(index.address) is None
    assert state.memory.page(f"{index.address}pagefind-entry.json")
    assert state.memory.page(f"{index.address}no.json") is None
