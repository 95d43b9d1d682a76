"""Bytes as a file of another program's → all that an import does of them, but for asking and writing.

The first line says whose file it is (`csv`, `ics`, `vcard`, `wordpress`, `markdown`; anything else is one of them all
the same). What is brought becomes the texts that would be written, which have to be whole, and are read with the
workspace as if they stood there.
"""

import atexit
import contextlib
import shutil
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from valuegen.bring.parts import Brought
    from valuegen.build import Survey

SEGMENT, PART = "panaderias", b"\n====\n"
WORKSPACE = {
    "valuegen.yaml": (
        "site: {title: Obrador, url: https://obrador.example, language: es, as_of: 2026-12-01, "
        "owner: {name: Irene, email: i@x.example}}\n"
    ),
    "content/segments.yaml": "panaderias: {name: Panaderías}\nhornos: {name: Hornos de leña}\n",
    "content/people.yaml": "irene: {name: Irene Vidal, email: irene@x.example}\n",
    "content/calendar/2026.yaml": "- {date: 2026-12-09, title: Uno, slug: uno, segments: [hornos], kind: industry}\n",
    "content/private/contacts.yaml": "- {id: rosa, name: Rosa Díaz, email: rosa@x.example, segments: [hornos]}\n",
}
BLOG = (
    *("content/posts/uno.md", "hugo.toml", "content/posts/2024-03-05-dos.es.md", "content/posts/tres/index.md"),
    *("_posts/2020-02-29-cuatro.markdown", "_config.yml", "pelicanconf.py", "mkdocs.yml"),
)
"""Where the parts of a blog's folder stand, in their order."""


@dataclass(frozen=True)
class Ground:
    """A workspace that was read, and the folder in which what is imported lies."""

    work: Path
    before: "Survey"
    old: Path


@cache
def ground() -> Ground:
    """Made once for each process."""
    from valuegen.build import planned
    from valuegen.leaf import NoLeaves
    from valuegen.read.workspace import read_workspace

    base = Path(tempfile.mkdtemp(dir="/dev/shm" if Path("/dev/shm").is_dir() else None))
    atexit.register(shutil.rmtree, base, ignore_errors=True)
    for file, text in WORKSPACE.items():
        path = base / "work" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    found = planned(read_workspace(base / "work", None), NoLeaves())
    assert found.plan
    return Ground(base / "work", found, base / "old")


def imports(data: bytes) -> None:
    """A file → what is brought → the texts that would be written → the workspace with them."""
    from valuegen.bring.parts import Refused
    from valuegen.cli.imported_changes import changes_of
    from valuegen.read.workspace import read_workspace
    from valuegen.write.change import CannotChange

    name, _, rest = data.partition(b"\n")
    read = WAYS.get(name.decode("latin-1"), list(WAYS.values())[len(name) % len(WAYS)])
    here = ground()
    with contextlib.suppress(Refused, CannotChange):
        changes = changes_of(here.before, read(here, rest))
        texts = {one.file: one.new for one in changes if one.new is not None}
        for file, text in texts.items():
            _is_whole(file, text)
        read_workspace(here.work, None, instead=texts)


def _is_whole(file: str, text: str) -> None:
    from valuegen.read.front_matter import split
    from valuegen.read.yaml import parse

    text.encode()
    if file.endswith(".md"):
        parted = split(text)
        assert parted.head is None or parted.closed, file
        text = parted.head or ""
    parsed = parse(text, file)
    assert parsed.whole, (file, parsed.findings[:1])


def _file(here: Ground, name: str, data: bytes) -> Path:
    here.old.mkdir(exist_ok=True)
    path = here.old / name
    path.write_bytes(data)
    return path


def _csv(here: Ground, data: bytes) -> "Brought":
    """A table, as each sort that it may be of."""
    from valuegen.bring.headings import CALENDAR, OPT_OUTS, SORTS, guessed
    from valuegen.bring.parts import Brought, Left
    from valuegen.bring.people import contacts_of, opt_outs_of
    from valuegen.bring.plans import entries_of
    from valuegen.bring.rows import Columns, people_of
    from valuegen.bring.sorts import sort_of
    from valuegen.bring.table import read_table
    from valuegen.cli.import_country import phones_of

    assert here.before.plan
    workspace, today = here.before.plan.workspace, here.before.plan.as_of.day
    phones = phones_of(workspace, None)
    table = read_table(_file(here, "t.csv", data))
    found = Brought()
    for sort in SORTS:
        left: list[Left] = []
        columns = Columns(guessed(table.headings, sort), None)
        if sort == OPT_OUTS:
            made = opt_outs_of(people_of(table, columns, workspace, left), workspace.contacts or {})
        elif sort == CALENDAR:
            made = entries_of(table, columns, workspace, today, SEGMENT)
        else:
            made = contacts_of(people_of(table, columns, workspace, left), workspace.contacts or {}, SEGMENT, phones)
        found = made if sort == sort_of(table.headings, {}) else found
    return found


def _ics(here: Ground, data: bytes) -> "Brought":
    from valuegen.bring.ics import read_calendar

    assert here.before.plan
    plan = here.before.plan
    return read_calendar(_file(here, "c.ics", data), plan.workspace, plan.as_of.day, SEGMENT, None)


def _vcard(here: Ground, data: bytes) -> "Brought":
    from valuegen.bring.people import contacts_of
    from valuegen.bring.vcard import read_cards
    from valuegen.cli.import_country import phones_of

    assert here.before.plan
    workspace = here.before.plan.workspace
    people, _ = read_cards(_file(here, "a.vcf", data), {id: one.name for id, one in workspace.segments.items()})
    return contacts_of(people, workspace.contacts or {}, SEGMENT, phones_of(workspace, None))


def _wordpress(here: Ground, data: bytes) -> "Brought":
    from valuegen.bring.wordpress import read_wordpress

    assert here.before.plan
    plan = here.before.plan
    return read_wordpress(_file(here, "w.xml", data), plan.workspace, plan.as_of.day, lambda: SEGMENT)


def _markdown(here: Ground, data: bytes) -> "Brought":
    """A folder: its files are parted by a line of four signs."""
    from valuegen.bring.blog import read_blog

    assert here.before.plan
    plan, blog = here.before.plan, here.old / "blog"
    shutil.rmtree(blog, ignore_errors=True)
    blog.mkdir(parents=True)
    for name, part in zip(BLOG, data.split(PART), strict=False):
        if part:
            (blog / name).parent.mkdir(parents=True, exist_ok=True)
            (blog / name).write_bytes(part)
    return read_blog(blog, plan.workspace, plan.as_of.day, lambda: SEGMENT)


WAYS: Mapping[str, Callable[[Ground, bytes], "Brought"]] = {
    "csv": _csv,
    "ics": _ics,
    "vcard": _vcard,
    "wordpress": _wordpress,
    "markdown": _markdown,
}
