"""`forget`, in each way that a file can be written: what has to go goes, and nothing else."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from bench import Bench
from valuegen.read.workspace import read_workspace
from valuegen.write.forget import Forgetting, forgetting
from valuegen.write.forget_check import is_same_but
from valuegen.write.several import written


def forgotten(text: str, path: str = "content/calendar/2027.yaml", **files: str) -> str | None:
    """A file of the calendar once rosa is forgotten; None where it goes whole."""
    return all_forgotten({path: text, **files})[path]


def all_forgotten(files: dict[str, str]) -> dict[str, str | None]:
    base = {"content/private/contacts.yaml": CONTACTS}
    with TemporaryDirectory() as folder:
        work = Bench(Path(folder)).workspace({**base, **files})
        before = read_workspace(work.root)
        assert before.is_whole, before.findings
        assert before.workspace
        found = forgetting(before.workspace, before.sources.texts, "rosa")
        with written(work.root, found.changes):
            after = read_workspace(work.root)
            assert after.is_whole, after.findings
            assert after.workspace
            assert is_same_but(before.workspace, after.workspace, found.gone)
        return {path: work.read(path) if (work.root / path).exists() else None for path in {**base, **files}}


HEAD = "- date: 2027-01-05\n  title: Uno\n  slug: uno\n  kind: industry\n  channels: [email]\n"


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ("contacts: [rosa, ana]", "contacts: [ana]"),
        ("contacts: [ana, rosa]", "contacts: [ana]"),
        ("contacts: [ana, rosa, leo]", "contacts: [ana, leo]"),
        ("contacts: [ ana , rosa , leo ]   # tres", "contacts: [ ana , leo ]   # tres"),
        ("contacts: [ana, 'rosa']", "contacts: [ana]"),
        ("contacts:\n  - rosa\n  - ana", "contacts:\n  - ana"),
        ("contacts:\n  - ana   # hola\n  # y\n  - rosa\n  - leo", "contacts:\n  - ana   # hola\n  # y\n  - leo"),
        ("contacts:\n    - ana\n    - rosa   # adiós", "contacts:\n    - ana"),
        ("contacts: [\n    rosa,\n    ana\n  ]", "contacts: [\n    ana\n  ]"),
        ("contacts: [\n    ana,  # hola\n    rosa\n  ]", "contacts: [\n    ana,  # hola\n  ]"),
        ("contacts: [ana,  # hola\n    rosa]", "contacts: [ana,  # hola\n    ]"),
        ("contacts: [rosa,   # hola\n    ana]", "contacts: [   # hola\n    ana]"),
        ("segments: panaderias\n  contacts: rosa", "segments: panaderias"),
        ("contact: rosa   # sola\n  segments: panaderias", "segments: panaderias"),
        ("contacts: [rosa]\n  segment: [panaderias]\n  status: draft", "segment: [panaderias]\n  status: draft"),
    ],
)
def test_a_name_leaves_a_list_in_every_style(now, then) -> None:
    assert forgotten(f"{HEAD}  {now}\n  summary: Algo\n") == f"{HEAD}  {then}\n  summary: Algo\n"


@pytest.mark.parametrize(
    ("now", "then"),
    [
        ("- contacts: [rosa]\n  title: Uno", "- title: Uno"),
        ("- contacts: [rosa]  # nota\n  title: Uno", "- title: Uno"),
        ("- contacts: [rosa]\n  # de todos\n  title: Uno", "- \n  # de todos\n  title: Uno"),
        ("-   answers: [suya]\n    contacts: [rosa]\n    title: Uno", "-   title: Uno"),
    ],
)
def test_a_first_key_leaves_its_dash_to_the_next(now, then) -> None:
    rest = "date: 2027-01-05\nslug: uno\nkind: industry\nsegments: panaderias\nchannels: email\n"
    wide = "    " if now.startswith("-   ") else "  "
    rest = "".join(f"{wide}{line}\n" for line in rest.splitlines())
    needs = "- {id: suya, heard: 2026-11-01, from: rosa, needs: Algo}\n"
    files = {"content/calendar/2027.yaml": f"{now}\n{rest}", "content/private/needs.yaml": needs}
    found = all_forgotten(files)
    assert found["content/calendar/2027.yaml"] == f"{then}\n{rest}"
    assert found["content/private/needs.yaml"] == ""


def test_defaults_that_name_them() -> None:
    text = (
        "defaults: {contacts: [rosa], kind: conversation, channels: [call]}\n"
        "entries:\n"
        "- {date: 2027-01-05, title: Uno, slug: uno}\n"
        "- {date: 2027-01-06, title: Dos, slug: dos, segments: [panaderias]}   # queda\n"
        "- {date: 2027-01-07, title: Tres, slug: tres, contacts: [ana]}\n"
    )
    assert forgotten(text) == (
        "defaults: {kind: conversation, channels: [call]}\n"
        "entries:\n"
        "- {date: 2027-01-06, title: Dos, slug: dos, segments: [panaderias]}   # queda\n"
        "- {date: 2027-01-07, title: Tres, slug: tres, contacts: [ana]}\n"
    )


@pytest.mark.parametrize(
    ("path", "now", "then"),
    [
        ("content/calendar/x.yaml", "title: Uno\nslug: uno\nkind: industry\ncontacts: rosa\n", "\n"),
        ("content/calendar/x.yaml", "entries: {title: Uno, slug: uno, kind: industry, contacts: rosa}\n", ""),
        ("content/calendar/x.yaml", "[{title: Uno, slug: uno, kind: industry, contacts: rosa}]\n", "[]\n"),
        (
            "content/calendar/x.yaml",
            "# arriba\n---\n- {title: Uno, slug: uno, kind: industry, contacts: rosa}\n# abajo",
            "# arriba\n---\n# abajo",
        ),
        ("content/private/log.yaml", "{date: 2026-11-02, contact: rosa, what: reply}\n", ""),
        ("content/private/log.yaml", "[{date: 2026-11-02, contact: [rosa], what: reply}]", "[]"),
        ("content/private/needs/a.yaml", "id: suya\nheard: 2026-11-02\nfrom: rosa\nneeds: |\n  Algo\n", "\n"),
        ("content/private/needs/a.yaml", "suya: {heard: 2026-11-02, from: rosa, needs: A}\n# fin\n", "# fin\n"),
    ],
)
def test_items_alone_in_their_file(path, now, then) -> None:
    assert forgotten(now, path) == then


def test_a_post_for_them_alone_goes_with_its_file_and_never_becomes_everybodys() -> None:
    post = "---\ntitle: Carta\ndate: 2027-01-05\ncontacts: [rosa]\nchannels: [letter]\n---\nQuerida Rosa:\n"
    both = post.replace("[rosa]", "[rosa, ana]").replace("Carta", "Carta a dos")
    found = all_forgotten({"content/posts/carta.md": post, "content/posts/dos.md": both})
    assert found["content/posts/carta.md"] is None
    assert found["content/posts/dos.md"] == both.replace("[rosa, ana]", "[ana]")


def test_the_text_of_an_entry_for_them_alone_goes_if_nobody_else_has_it() -> None:
    def entry(slug: str, body: str, who: str) -> str:
        return f"- {{title: T, slug: {slug}, kind: courtesy, contacts: [{who}], channels: [letter], body: {body}}}\n"

    calendar = entry("uno", "posts/suya.md", "rosa") + entry("dos", "posts/de-dos.md", "rosa")
    calendar += entry("tres", "posts/de-dos.md", "ana")
    texts = {"content/posts/suya.md": "Querida Rosa\n", "content/posts/de-dos.md": "Hola\n"}
    found = all_forgotten({"content/calendar/2027.yaml": calendar, **texts})
    assert found["content/posts/suya.md"] is None
    assert found["content/posts/de-dos.md"] == "Hola\n"
    assert found["content/calendar/2027.yaml"] == entry("tres", "posts/de-dos.md", "ana")


def test_what_named_an_entry_that_goes_names_it_no_more() -> None:
    assert all_forgotten(NAMED) == {
        "content/private/contacts.yaml": "ana: {name: Ana, segments: [panaderias]}\n"
        "leo: {name: Leo, segments: [panaderias]}\n",
        "content/calendar/a.yaml": "- {title: Uno, slug: uno, kind: industry, segments: [panaderias], read_next: "
        "[https://a.example/]}\n- {title: Dos, slug: dos, kind: industry, segments: [panaderias]}\n",
        "content/calendar/b.yaml": "",
        "content/private/log.yaml": "- {date: 2026-11-05, contact: ana, by: irene-vidal, what: call}\n",
        "content/private/needs.yaml": "",
    }


def test_killed_between_two_files_what_is_there_can_be_read_and_it_goes_on() -> None:
    with TemporaryDirectory() as folder:
        for stop in range(5):
            work = Bench(Path(folder)).workspace({"content/private/contacts.yaml": CONTACTS, **NAMED}, name=f"w{stop}")
            found = change_plan(work.root)
            assert len(found.changes) == 5
            with written(work.root, found.changes[:stop]):
                assert read_workspace(work.root).is_whole
            rest = change_plan(work.root)
            with written(work.root, rest.changes):
                after = read_workspace(work.root)
            assert after.is_whole
            assert after.workspace
            assert list(after.workspace.contacts or ()) == ["ana", "leo"]
            assert not after.workspace.needs


def change_plan(root: Path) -> Forgetting:
    reading = read_workspace(root)
    assert reading.workspace
    return forgetting(reading.workspace, reading.sources.texts, "rosa")


CONTACTS = """\
rosa: {name: Rosa Díaz, segments: [panaderias]}
ana: {name: Ana, segments: [panaderias]}
leo: {name: Leo, segments: [panaderias]}
"""
NAMED = {
    "content/calendar/a.yaml": "- {title: Uno, slug: uno, kind: industry, segments: [panaderias], answers: suya, "
    "read_next: [llamada, https://a.example/]}\n- {title: Dos, slug: dos, kind: industry, segments: [panaderias], "
    "read_next: llamada}\n",
    "content/calendar/b.yaml": "- {date: 2026-11-05, title: Llamada, slug: llamada, kind: conversation, "
    "contacts: rosa, channels: [call]}\n",
    "content/private/log.yaml": "- {date: 2026-11-05, contact: ana, by: irene-vidal, what: call, entry: "
    "2026-11-05-llamada}\n- {date: 2026-11-05, contact: rosa, what: reply, entry: llamada}\n",
    "content/private/needs.yaml": "- {id: suya, heard: 2026-11-01, from: rosa, needs: Algo}\n",
}
