"""Whatever stands in a file, reading ends, and in findings: no exception, no hang, nothing read that may not be."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bench import Bench, MiniWorkspace, plain
from tests.read.full import FULL
from valuegen.finding import Finding
from valuegen.read.workspace import Reading, read_workspace
from valuegen.read.yaml import parse
from valuegen.words import say

FILES = [path for path, text in FULL.items() if text is not None]
TOKENS = st.sampled_from([
    "\n", "  ", "- ", ": ", "{", "}", "[", "]", '"', "'", "#", " #", "&a", "*a", "!t", "|", ">", "\t", "---", "...",
    "?", "%", "@", "title", "date", "segments", "2026-12-03", "x", "ñ", "\x85", "\u2028", "\x00", "\ud7ff", "\ufeff",
    "<<<<<<< ", "=======", ">>>>>>> ", "id", "repeat", "rule", "FREQ=DAILY", "{{", "\\", "🍞", "e\u0301", "\r", "<<: ",
])  # fmt: skip
GARBAGE = st.lists(TOKENS, max_size=40).map("".join) | st.text(max_size=200)


def sound(reading: Reading) -> Reading:
    """Every finding stands in a file, at a line that is there, and can be said in both languages."""
    for finding in reading.findings:
        assert finding.place.line >= 1
        assert finding.place.column >= 1
        stands_in_the_text(finding, reading)
        for language in ("es", "en"):
            assert say(finding.message, language)
            assert finding.level != "error" or finding.mend is not None
            assert finding.mend is None or say(finding.mend.text, language)
    return reading


def stands_in_the_text(finding: Finding, reading: Reading) -> None:
    text = reading.sources.texts.get(finding.place.file)
    if text is not None:
        line = reading.sources.line(finding.place.file, finding.place.line)
        assert line is not None
        assert finding.place.column <= len(line) + 1


def written(root: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode("utf-8", "surrogatepass"))
    return root


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One workspace for all examples: each puts its file back."""
    return written(tmp_path_factory.mktemp("full"), {path: plain(text) for path, text in FULL.items() if text})


slow = settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])


@slow
@given(path=st.sampled_from(FILES), text=GARBAGE)
@example(path=FILES[0], text="site: {title: [], url: {}}")
@example(path=FILES[4], text="- repeat: []\n- [[]]\n- {defaults: 1}\n- ''\n")
def test_any_text_in_any_file(full: Path, path: str, text: str) -> None:
    original = (full / path).read_bytes()
    try:
        written(full, {path: text})
        sound(read_workspace(full))
    finally:
        (full / path).write_bytes(original)


@slow
@given(data=st.data())
def test_a_good_file_with_something_in_it(full: Path, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(FILES))
    original = (full / path).read_bytes()
    text = original.decode()
    start = data.draw(st.integers(0, len(text)))
    end = start + data.draw(st.integers(0, 12))
    try:
        written(full, {path: text[:start] + data.draw(GARBAGE) + text[end:]})
        sound(read_workspace(full))
    finally:
        (full / path).write_bytes(original)


@slow
@given(path=st.sampled_from(FILES), data=st.binary(max_size=80))
def test_any_bytes(full: Path, path: str, data: bytes) -> None:
    original = (full / path).read_bytes()
    try:
        (full / path).write_bytes(original[: len(original) // 2] + data + original[len(original) // 2 :])
        sound(read_workspace(full))
    finally:
        (full / path).write_bytes(original)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 50_000,
        "{a: " * 30_000,
        "- " * 30_000,
        "? " * 30_000,
        "a: &a [x, x]\n" + "b: [*a, *a]\n" * 10_000,
        "a: {<<: {b: c}}\n" * 10_000,
        "a: b\n" * 500_000,
        'a: "\n' * 50_000,
        "a: b: c\n" * 50_000,
        "\t" * 100_000,
        "[" + "a," * 1_200_000 + "]",
    ],
    ids=lambda text: text[:5].strip(),
)
def test_bombs_are_refused(text: str) -> None:
    parsed = parse(text, "content/segments.yaml")
    assert not parsed.whole
    assert 1 <= len(parsed.findings) < 300


def findings(work: MiniWorkspace) -> list[tuple[str, str]]:
    return [(one.place.file, one.message.id) for one in sound(read_workspace(work.root)).findings]


IRREGULAR = "This is not a regular file."


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_pipes_and_devices_are_not_opened(bench: Bench) -> None:
    work = bench.workspace({"content/static/a.txt": "a"})
    os.mkfifo(work.root / "content/calendar/pipe.yaml")
    os.mkfifo(work.root / "content/static/pipe")
    os.mkfifo(work.root / "content/posts.md")
    work.change("content/calendar/2026.yaml", "text: |\n    Pesa", "body: posts.md\n  summary: Pesa")
    found = findings(work)
    assert ("content/calendar/pipe.yaml", IRREGULAR) in found
    assert ("content/static/pipe", IRREGULAR) in found
    assert ("content/calendar/2026.yaml", IRREGULAR) in found


def test_a_folder_where_a_file_is_meant(bench: Bench) -> None:
    work = bench.workspace()
    (work.root / "content/calendar/x.yaml").mkdir()
    assert findings(work) == [("content/calendar/x.yaml", IRREGULAR)]


def test_links(bench: Bench) -> None:
    work = bench.workspace({"content/private/contacts.yaml": "ana: {name: Ana Gil, segments: [panaderias]}\n"})
    (bench.folder / "fuera.txt").write_text("fuera", "utf-8")
    static = work.root / "content/static"
    static.mkdir()
    (static / "dentro.yaml").symlink_to("../segments.yaml")
    (static / "fuera.txt").symlink_to(bench.folder / "fuera.txt")
    (static / "clientes.txt").symlink_to("../private/contacts.yaml")
    (static / "carpeta").symlink_to("../private")
    (static / "bucle").symlink_to("bucle")
    (static / "nada").symlink_to("../nada")
    reading = sound(read_workspace(work.root))
    assert reading.workspace
    assert list(reading.workspace.statics) == ["dentro.yaml"]
    assert {one.place.file.removeprefix("content/static/") for one in reading.findings} == {
        "fuera.txt", "clientes.txt", "carpeta", "bucle", "nada",
    }  # fmt: skip


@pytest.mark.parametrize("body", ["posts/secreto.md", "../../secreto.md"])
def test_the_repository_around_a_workspace_is_not_in_it(bench: Bench, body: str) -> None:
    """Only what `valuegen.yaml` extends may lie there."""
    (bench.folder / ".git").mkdir()
    (bench.folder / "secreto.md").write_text("Secreto.", "utf-8")
    entry = "- {title: X, kind: industry, segments: panaderias, body: %s}\n"
    work = bench.workspace(
        {"content/calendar/x.yaml": entry % body, "content/static/a.txt": "a", "content/posts/b": ""}
    )
    (work.root / "content/static/secreto.txt").symlink_to("../../../secreto.md")
    (work.root / "content/posts/secreto.md").symlink_to("../../../secreto.md")
    reading = sound(read_workspace(work.root))
    assert reading.workspace
    assert list(reading.workspace.statics) == ["a.txt"]
    assert all(entry.written is None or "Secreto" not in entry.written.text for entry in reading.workspace.entries)
    places = {"content/calendar/x.yaml", "content/static/secreto.txt"}
    assert {one.place.file for one in reading.findings} - {"content/posts/secreto.md"} == places
    assert {one.message.id for one in reading.findings} == {"This leads out of the workspace."}


def test_a_collection_that_is_a_link_out(bench: Bench) -> None:
    work = bench.workspace()
    (bench.folder / "fuera").mkdir()
    (bench.folder / "fuera" / "a.yaml").write_text("- {title: X, kind: pitch, segments: panaderias}\n", "utf-8")
    (work.root / "content/segments").symlink_to(bench.folder / "fuera")
    assert "This leads out of the workspace." in {message for _, message in findings(work)}


@pytest.mark.parametrize(
    "path",
    ["private/contacts.yaml", "posts/../private/contacts.yaml", "Private/contacts.yaml", "contacts.yaml", "log/1.yaml"],
)
def test_a_body_is_never_about_clients(bench: Bench, path: str) -> None:
    work = bench.workspace()
    work.change("content/calendar/2026.yaml", "text: |\n    Pesa", f"body: {path}\n  summary: Pesa")
    reading = read_workspace(work.root)
    assert [one.message.id for one in reading.findings] == [
        "This is a file about clients, but a body may be published."
    ]


@pytest.mark.parametrize("path", ["../fuera.md", "../../fuera.md", "/etc/hostname", "posts\\x.md", "a\0b", "x" * 300])
def test_a_body_is_inside(bench: Bench, path: str) -> None:
    (bench.folder / "fuera.md").write_text("fuera", "utf-8")
    work = bench.workspace()
    quoted = '"' + path.replace("\\", "\\\\").replace("\0", "\\0") + '"'
    work.change("content/calendar/2026.yaml", "text: |\n    Pesa", f"body: {quoted}\n  summary: Pesa")
    assert len(findings(work)) == 1


def test_files_have_a_size(bench: Bench) -> None:
    work = bench.workspace({"content/calendar/x.yaml": b"# " + b"x" * (8 * 1024 * 1024)})
    work.write("content/posts/y.md", b"x" * (1024 * 1024 + 1))
    assert {message for _, message in findings(work)} == {"This file is larger than {most} MiB."}


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_no_permission(bench: Bench) -> None:
    work = bench.workspace()
    (work.root / "content/segments.yaml").chmod(0)
    assert ("content/segments.yaml", "There is no permission to read this file.") in findings(work)


def test_a_byte_order_mark_is_let_go(bench: Bench) -> None:
    work = bench.workspace()
    text = work.read("content/calendar/2026.yaml")
    work.write("content/calendar/2026.yaml", b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert findings(work) == []


def test_front_matter_of_another_kind_is_told_at_its_file(bench: Bench) -> None:
    work = bench.workspace({"content/posts/guia.md": "+++\ntitle = 'Guía'\n+++\nTexto.\n"})
    assert findings(work) == [("content/posts/guia.md", "This front matter is not YAML.")]


def test_strange_names(bench: Bench) -> None:
    work = bench.workspace({"content/static/-rf": "", "content/static/con\nx": "", "content/posts/ y .md": "Hola"})
    (work.root / os.fsdecode(b"content/static/\xff\xfe")).write_bytes(b"x")
    assert sorted(message for _, message in findings(work)) == [
        "No entry names this file, so it is not published.",
        "The name of this file is not in UTF-8.",
    ]
