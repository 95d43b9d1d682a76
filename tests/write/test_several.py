"""Several files in one step: all of them, or none."""

from contextlib import suppress

import pytest

from valuegen.read.workspace import read_workspace
from valuegen.write.change import Change
from valuegen.write.forget import forgetting
from valuegen.write.several import StaleError, written


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
