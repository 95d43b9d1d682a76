"""`valuegen info`: enough for a bug report, and nobody in it."""

from valuegen import __version__


def lines(text):
    return dict(line.split(": ", 1) for line in text.splitlines())


def test_versions_folders_and_counts(bench):
    work = bench.example()
    found = {name: value.strip() for name, value in lines(work.run("info").out).items()}
    assert found["valuegen"] == __version__
    assert found["workspace"] == str(work.root)
    assert "pydantic" in found["libraries"]
    assert found["as_of"].endswith("pinned)")
    assert int(found["contacts"]) >= 25
    assert int(found["entries"]) >= 80


def test_no_client_is_in_it(bench):
    work = bench.workspace({"content/private/contacts.yaml": "- {id: rosa, name: Rosa Díaz, segments: [panaderias]}\n"})
    shown = work.run("info").out
    assert "Rosa" not in shown
    assert "rosa" not in shown
    assert lines(shown)["contacts"].strip() == "1"
    assert lines(shown)["log"].strip() == "-"


def test_it_works_where_the_workspace_can_not_be_read(bench):
    done = bench.workspace({"valuegen.yaml": "site: [\n"}).run("info")
    assert done.exit == 0
    assert f"valuegen:    {__version__}" in done.out
    assert lines(done.out)["format"].strip() != "0 errors"


def test_the_program_is_told_even_without_a_workspace(bench):
    done = bench.workspace({"valuegen.yaml": None}).run("info")
    assert done.exit == 1
    assert f"valuegen:    {__version__}" in done.out
