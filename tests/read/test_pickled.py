"""A reading that is kept from run to run: pickled without the texts, which are in the files."""

import pickle
from datetime import date
from pathlib import Path

from valuegen.model.entry import Entry
from valuegen.plan.make import make_plan
from valuegen.prose import parse
from valuegen.read.workspace import Reading, read_workspace, restored

POST = "---\ntitle: Tres cuentas\ndate: 2026-12-03\nkind: industry\n---\nUn texto de la casa.\r\nY otra línea.\n"
CALENDAR = """\
- {date: 2026-12-04, title: Con archivo, kind: industry, segments: [panes], body: posts/harina.md}
- {date: 2026-12-05, title: Con texto, kind: industry, segments: [panes], text: Un texto del calendario.}
"""
FILES = {
    "valuegen.yaml": "site: {title: Casa, url: https://casa.example, language: es}\n",
    "content/segments.yaml": "panes: {name: Panes, dates: {feria: 12-24}, cadence: {at_least: 9 days}}",
    "content/posts/cuentas.md": POST,
    "content/posts/harina.md": "Harina de un archivo.\n",
    "content/calendar/2026.yaml": CALENDAR,
    "content/posts/nul.md": POST.replace("Tres", "Cuatro").replace("casa", "ca\0sa"),
}


def test_what_was_pickled_is_what_was_read(tmp_path: Path) -> None:
    before = read(tmp_path)
    after = restored(pickle.loads(pickle.dumps(before)))
    assert after == before
    assert [one.written and one.written.text for one in entries(after)] == [
        one.written and one.written.text for one in entries(before)
    ]
    for was, now in zip(entries(before), entries(after), strict=True):
        assert [now.where(*path) for path in PATHS] == [was.where(*path) for path in PATHS]


PATHS = ((), ("title",), ("segments", 0), ("segments", 7), ("kind",), ("body",), ("slug",))


def test_the_texts_of_files_are_not_pickled(tmp_path: Path) -> None:
    pickled = pickle.dumps(read(tmp_path))
    for text in ("Un texto de la casa", "Harina de un archivo"):
        assert text.encode() not in pickled


def test_lines_are_shown_of_what_was_pickled(tmp_path: Path) -> None:
    after = restored(pickle.loads(pickle.dumps(read(tmp_path))))
    assert after.sources.line("content/posts/cuentas.md", 7) == "Y otra línea."
    assert after.sources.line("content/nothing.md", 1) is None
    assert set(after.sources.texts) == FILES.keys()


def test_a_plan_can_be_pickled(tmp_path: Path) -> None:
    reading = read(tmp_path)
    workspace = reading.workspace
    assert workspace is not None
    prose = {one.slug: parse(one.written.text, "es") for one in workspace.entries if one.written}
    plan = make_plan(workspace, reading.as_of, prose)
    again = pickle.loads(pickle.dumps(plan))
    for entry in again.workspace.entries:
        entry.written.stand_in(reading.sources.texts)
    assert again.occurrences == plan.occurrences
    assert again.received == plan.received
    assert again.calendars == plan.calendars


def read(root: Path) -> Reading:
    for path, text in FILES.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(text.encode())
    return read_workspace(root, date(2026, 12, 1))


def entries(reading: Reading) -> tuple[Entry, ...]:
    return (*(reading.workspace.entries if reading.workspace else ()), *reading.unsound)
