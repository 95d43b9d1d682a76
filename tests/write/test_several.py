"""Several files in one step: all of them, or none."""

from contextlib import suppress

import pytest

import valuegen.write.several
from valuegen.read.workspace import read_workspace
from valuegen.write.change import Change
from valuegen.write.forget import forgetting
from valuegen.write.several import NotPutBackError, StaleError, written


def test_all_files_or_none(bench) -> None:
    work = bench.workspace(
        {
            "content/private/contacts.yaml": "- {id: rosa, name: Rosa, segments: [panaderias]}\n",
            "content/private/log.yaml": "- {date: 2026-11-02, contact: rosa, what: reply}\n",
            "content/posts/carta.md": "---\ntitle: C\ndate: 2027-01-05\ncontacts: rosa\nchannels: [card]\n---\nHola\n",
        }
    )
    before = read_workspace(work.root)
    assert before.workspace
    found = forgetting(before.workspace, before.sources.texts, "rosa")
    tree = work.tree("content")
    assert len(found.changes) == 3
    with suppress(KeyboardInterrupt), written(work.root, found.changes):
        assert work.tree("content") != tree
        raise KeyboardInterrupt
    assert work.tree("content") == tree
    work.write("content/private/contacts.yaml", b"- {id: rosa, name: Rosa, segments: [panaderias]} # nuevo\n")
    with pytest.raises(StaleError), written(work.root, found.changes):
        pytest.fail("written over what changed")


def test_a_new_file_goes_again(bench) -> None:
    work = bench.workspace()
    change = Change("content/private/log.yaml", "", "- {date: 2026-11-02, what: work}\n", is_new=True)
    with suppress(KeyboardInterrupt), written(work.root, [change]):
        assert work.read(change.file) == change.new
        raise KeyboardInterrupt
    assert not (work.root / change.file).exists()
    with written(work.root, [change]):
        pass
    with pytest.raises(StaleError), written(work.root, [change]):
        pytest.fail("written over what came meanwhile")


def two(work) -> list[Change]:
    """A change of one file, and one that makes another in a new folder."""
    text = work.read("valuegen.yaml")
    return [
        Change("valuegen.yaml", text, text + "# más\n"),
        Change("content/private/log.yaml", "", "- {date: 2026-11-02, what: work}\n", is_new=True),
    ]


def test_a_disk_that_is_full_keeps_nothing_from_being_put_back(bench, monkeypatch) -> None:
    """Once a file is another, no more room is asked for."""
    work = bench.workspace()
    tree, changes = work.tree("."), two(work)
    staged, moved = valuegen.write.several.staged, valuegen.write.several.moved
    gone = []

    def full(path, data):
        if gone:
            raise OSError(28, "No space left on device", str(path))
        return staged(path, data)

    def fails_at_the_second(new, path):
        if gone:
            raise OSError(5, "Input/output error", str(path))
        gone.append(path)
        moved(new, path)

    monkeypatch.setattr(valuegen.write.several, "staged", full)
    monkeypatch.setattr(valuegen.write.several, "moved", fails_at_the_second)
    with pytest.raises(OSError, match="Input"), written(work.root, changes):
        pytest.fail("not all of it was written")
    assert work.tree(".") == tree
    assert not (work.root / "content/private").exists()


def test_what_can_not_be_put_back_is_kept(bench, monkeypatch) -> None:
    from pathlib import Path

    work = bench.workspace()
    text, changes = work.read("valuegen.yaml"), two(work)
    real = Path.replace

    def fails_backwards(path, target):
        if path.read_text() == text:
            raise OSError(5, "Input/output error", str(path))
        return real(path, target)

    monkeypatch.setattr(Path, "replace", fails_backwards)
    with pytest.raises(NotPutBackError) as left, written(work.root, changes):
        raise KeyboardInterrupt
    assert left.value.file == "valuegen.yaml"
    assert left.value.kept
    assert left.value.kept.read_text() == text
    assert not (work.root / "content/private/log.yaml").exists()
