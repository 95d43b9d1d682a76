"""A collection may be a file or a folder, a mapping or a list; a value one or several; an entry have its defaults."""

import pytest

from bench import Bench, MiniWorkspace
from valuegen.model.values import YearlyDate
from valuegen.read.workspace import Reading, read_workspace
from valuegen.words import say

TWO = {"a": "Uno", "b": "Dos"}


def read(work: MiniWorkspace) -> Reading:
    return read_workspace(work.root)


def said(reading: Reading) -> list[tuple[str, int, int, str]]:
    return [(one.place.file, one.place.line, one.place.column, one.message.id) for one in reading.findings]


@pytest.mark.parametrize(
    "files",
    [
        {"content/segments.yaml": "a: {name: Uno}\nb: {name: Dos}\n"},
        {"content/segments.yaml": "- {id: a, name: Uno}\n- {id: b, name: Dos}\n"},
        {"content/segments/1.yaml": "a: {name: Uno}\n", "content/segments/2.yaml": "b: {name: Dos}\n"},
        {"content/segments/z.yaml": "- {id: a, name: Uno}\n- {name: Dos, id: b}\n"},
    ],
)  # fmt: skip
def test_both_shapes_of_a_collection(bench: Bench, files: dict[str, str | None]) -> None:
    work = bench.workspace({"content/segments.yaml": None, **files})
    work.change("content/calendar/2026.yaml", "[panaderias]", "[a, b]")
    reading = read(work)
    assert reading.findings == ()
    assert reading.workspace
    assert {id: segment.name for id, segment in reading.workspace.segments.items()} == TWO


@pytest.mark.parametrize("place", ["content/contacts.yaml", "content/private/contacts.yaml", "content/contacts/1.yaml"])
def test_clients_stand_in_private_or_in_content(bench: Bench, place: str) -> None:
    work = bench.workspace({place: "ana: {name: Ana, segments: [panaderias], phone: x}\n"})
    (finding,) = read(work).findings
    assert finding.private
    assert finding.contact == "ana"
    assert "text" not in finding.message.values


@pytest.mark.parametrize("value", ["[panaderias]", "panaderias"])
@pytest.mark.parametrize("key", ["segments", "segment"])
def test_one_or_several(bench: Bench, key: str, value: str) -> None:
    reading = read(bench.workspace().change("content/calendar/2026.yaml", "segments: [panaderias]", f"{key}: {value}"))
    assert reading.findings == ()
    assert reading.workspace
    entry = reading.workspace.entries[0]
    assert entry.segments == ("panaderias",)
    assert entry.where("segments").line == 4
    assert entry.says("segments")
    assert not entry.says("channels")


def test_a_list_of_one_record_is_the_record(bench: Bench) -> None:
    work = bench.workspace({"content/segments.yaml": """
        panaderias:
          name: [Panaderías]
          cadence: [{at_least: 21 days}]
          pause: {from: 2026-12-20, to: 2026-12-24}
        """})  # fmt: skip
    reading = read(work)
    assert reading.findings == ()
    assert reading.workspace
    segment = reading.workspace.segments["panaderias"]
    assert (segment.at_least, segment.pauses[0].last) == (21, YearlyDate(12, 24, 2026))
    assert segment.where("pauses", 0, "to").line == 4
    assert segment.where("cadence", "at_least").column == 24


def test_an_empty_value_is_a_key_not_written(bench: Bench) -> None:
    reading = read(bench.workspace().change("content/calendar/2026.yaml", "status: ready", "summary:\n  author:"))
    assert reading.findings == ()
    assert reading.workspace
    assert reading.workspace.entries[0].summary is None
    assert not reading.workspace.entries[0].says("summary")


def test_defaults_of_a_calendar(bench: Bench) -> None:
    work = bench.workspace({"content/calendar/2026.yaml": """
        defaults:
          segment: panaderias
          kind: industry
          image: {src: a.jpg, alt: Uno}
          auhtor: irene
        entries:
          - {date: 2026-12-01, title: Uno}
          - {date: 2026-12-02, title: Dos, kind: nada, image: {alt: Dos}}
        """})  # fmt: skip
    reading = read(work)
    assert said(reading) == [
        ("content/calendar/2026.yaml", 5, 3, "`{key}`: did you mean `{name}`?"),
        ("content/calendar/2026.yaml", 8, 42, "“{text}” is not one of these: {known:or}."),
    ]
    assert reading.workspace
    (entry,) = reading.workspace.entries
    assert entry.slug == "uno"
    assert (entry.where("segments").line, entry.where("title").line) == (2, 7)


def test_defaults_that_are_no_keys(bench: Bench) -> None:
    work = bench.workspace({"content/calendar/2026.yaml": "defaults: industry\nentries: [{title: X}]\n"})
    finding = next(each for each in read(work).findings if each.place.line == 1)
    assert finding.place.column == 11
    assert say(finding.message, "en") == "Keys and their values are expected here."
    assert finding.mend is not None
    assert say(finding.mend.text, "en") == "Write, for example: defaults: {kind: reference}"


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85"])
def test_what_other_readers_of_yaml_break_lines_at_breaks_no_name(bench: Bench, sign: str) -> None:
    reading = read(bench.workspace().change("content/segments.yaml", "Panaderías de", f"Panaderías{sign}de"))
    assert reading.workspace
    assert reading.workspace.segments["panaderias"].name == "Panaderías de barrio"


def test_a_slug_is_made_of_the_title(bench: Bench) -> None:
    reading = read(bench.workspace().change("content/calendar/2026.yaml", "slug: harina", "slug:"))
    assert reading.workspace
    entry = reading.workspace.entries[0]
    assert entry.slug == "cuanta-harina-tiras-en-diciembre"
    assert not entry.says("slug")


def test_the_same_id_in_two_files_names_both_places(bench: Bench) -> None:
    files = {"content/segments.yaml": None, "content/segments/1.yaml": "panaderias: {name: Uno}\n"}
    reading = read(bench.workspace({**files, "content/segments/2.yaml": "# otros\n- {id: panaderias, name: Dos}\n"}))
    (finding,) = reading.findings
    assert (finding.place.file, finding.place.line) == ("content/segments/2.yaml", 2)
    assert finding.message.values["file"] == "content/segments/1.yaml"


def test_names_are_not_judged_where_a_collection_could_not_be_read(bench: Bench) -> None:
    reading = read(bench.workspace({"content/segments.yaml": "a: {name: Uno}\nb: 'Dos\n - {\n"}))
    assert {one.place.file for one in reading.findings} == {"content/segments.yaml"}


def test_the_id_of_a_broken_item_is_known(bench: Bench) -> None:
    reading = read(bench.workspace({"content/segments.yaml": "panaderias: {nombre: Uno}\n"}))
    assert {one.place.file for one in reading.findings} == {"content/segments.yaml"}


def test_names_that_refer_to_what_is_absent_are_not_judged(bench: Bench) -> None:
    work = bench.workspace()
    work.change("content/calendar/2026.yaml", "status: ready", "answers: [algo]")
    work.write("content/calendar/b.yaml", "- {title: A Ana, contacts: [ana], kind: courtesy, channels: [call]}\n")
    assert read(work).findings == ()
    work.write("content/private/contacts.yaml", "")
    work.write("content/private/needs.yaml", "[]\n")
    assert [one.message.id for one in read(work).findings] == [
        "There is no need “{name}”.",
        "There is no contact “{name}”.",
    ]


def test_people_come_from_the_owner_or_the_title(bench: Bench) -> None:
    work = bench.workspace().change(
        "valuegen.yaml", "  owner: {name: Irene Vidal, email: irene@levadura.example}\n", ""
    )
    reading = read(work)
    assert reading.findings == ()
    assert reading.workspace
    assert {id: person.name for id, person in reading.workspace.people.items()} == {"owner": "Taller Levadura"}


def test_products_may_be_a_mapping(bench: Bench) -> None:
    work = bench.workspace()
    work.write(
        "valuegen.yaml", work.read("valuegen.yaml") + "products:\n  curso: {name: Curso}\n  libro: {nam: Libro}\n"
    )
    reading = read(work)
    assert [(one.place.line, one.place.column) for one in reading.findings] == [(10, 11)]


def test_static_files_and_those_beside_a_post(bench: Bench) -> None:
    work = bench.workspace(
        {"content/static/img/b.svg": "<svg/>", "content/static/a.txt": b"\xff", "content/posts/x/c.png": b"1"}
    )
    for junk in (".DS_Store", "Thumbs.db", "img/desktop.ini", "a.txt~", ".a.txt.swp", ".#a.txt", ".git/config"):
        work.write(f"content/static/{junk}", "x")
    workspace = read(work).workspace
    assert workspace
    assert list(workspace.statics) == ["a.txt", "img/b.svg"]
    assert workspace.statics["a.txt"].data == b"\xff"
    assert workspace.statics["img/b.svg"].path == "content/static/img/b.svg"
    assert list(workspace.beside) == ["x/c.png"]
