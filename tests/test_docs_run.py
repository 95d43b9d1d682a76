"""Every command that a page of the docs or a README shows is run, page by page, each in a workspace made for it.

What it prints is the business of other tests; here it is that a reader who types what stands there meets no mistake.
"""

import re
import shlex
from pathlib import Path

import pytest

from bench import ROOT, Bench, MiniWorkspace
from valuegen.cli.names_there import names

PAGES = sorted((*(ROOT / "docs").glob("*.md"), *ROOT.glob("README*.md")))
NOT_RUN = {
    r"serve\b.*": "it runs until somebody ends it: tests/cli/test_serve_command.py and the walk start it",
    r"build --executor dask://.*": "it needs a cluster: tests/cli/test_cluster.py makes one",
}
"""What can't be run here, and where it is."""
BROKEN = {
    r"add entry": "asks, and nobody answers here: tests/test_walk.py does",
    r"forget (?:CONTACTO?|rosa)": "shows what it would take out, and wants --yes for it",
}
"""What ends otherwise than well where nobody sits."""
TODAY = "2026-12-01"
STANDS_FOR = {
    "RULE": "pitch-share", "REGLA": "pitch-share", "DATE": TODAY, "FECHA": TODAY, "DIR": "firma",
    "CARPETA": "firma", "NAME": "calendar", "NOMBRE": "calendar", "FILE": "clients.csv", "ARCHIVO": "clientes.csv",
    "bakeries": "panaderias",
}  # fmt: skip
NAMES = {"ENTRY": "entries", "ENTRADA": "entries", "CONTACT": "contacts", "CONTACTO": "contacts"}
"""What stands for a name that the workspace has."""
COFFEES = "".join(
    f"- {{date: 2026-11-20, title: Café, slug: {slug}, kind: conversation, channels: [call], contacts: [rosa, ana]}}\n"
    for slug in ("cafe", "coffee")
)
"""What happened with two people, for `done ENTRY --with`."""
CLIENTS = (
    "- {id: rosa, name: Rosa Díaz, segments: [panaderias], email: rosa@horno.example}\n"
    "- {id: lola, name: Lola Paz, segments: [panaderias], email: lola@a.example}\n"
    "- {id: ana, name: Ana Gil, segments: [panaderias], email: ana@horno.example}\n"
)
TABLES = {
    "clientes.csv": "Quién,Dónde,Vino por\nAna,ana@a.example,una amiga\n",
    "clients.csv": "Who,Where,Since\nAna,ana@a.example,a friend\n",
    "plan.csv": "Fecha;Título\n05/11/2026;Tres cuentas\n",
    "bajas.csv": "Correo;Fecha\nrosa@horno.example;03/11/2026\n",
    "unsubscribed.csv": "Email,Date\nrosa@horno.example,2026-11-03\n",
    "blog/a.md": "---\ntitle: Una\ndate: 2024-01-01\n---\nTexto.\n",
}
CALENDAR = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20261101T000000Z\r\n"
    "DTSTART;VALUE=DATE:20261110\r\nSUMMARY:Llamada\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana Gil\r\nEND:VCARD\r\n"
EXPORT = (
    '<?xml version="1.0"?>\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:wp="http://wordpress.org/export/1.2/">\n<channel><title>T</title><link>https://a.example</link>'
    "<wp:base_blog_url>https://a.example</wp:base_blog_url><item><title>Una</title><content:encoded>x</content:encoded>"
    "<wp:post_date>2024-01-01 10:00:00</wp:post_date><wp:post_name>una</wp:post_name><wp:status>publish</wp:status>"
    "<wp:post_type>post</wp:post_type></item></channel></rss>\n"
)


def shown(path: Path) -> list[str]:
    """The command lines of a page in their order: in blocks, indented, and within its sentences."""
    text = path.read_text("utf-8").replace("\\\n", " ")
    text = re.sub(r"^ += .*$", "", text, flags=re.M)  # what a finding advises is of its own workspace
    blocks = "\n".join(re.findall(r"^ *```(?:sh|bash|console)\n(.*?)^ *```$", text, re.M | re.S))
    lines = re.findall(r"^ *(?:\$ )?valuegen (.+)$", blocks, re.M)
    lines += [one or other for one, other in re.findall(r"(?m)^ {4}valuegen (.+)$|`valuegen ([^`\n]+)`", text)]
    return list(dict.fromkeys(re.split(r" [|>&;]|  +#", line)[0].strip() for line in lines))


def is_whole(line: str) -> bool:
    """Whether it is a command, and not the name of a group, or what stands for any command."""
    return re.match(r"(?:-\S+ )*[a-z]", line) is not None and "{" not in line and "…" not in line


@pytest.fixture
def work(bench: Bench) -> MiniWorkspace:
    work = bench.workspace({"content/private/contacts.yaml": CLIENTS, "content/calendar/2026-11.yaml": COFFEES})
    for name, text in TABLES.items():
        work.write(name, text)
    for name in ("calendario.ics", "calendar.ics"):
        work.write(name, CALENDAR.encode())
    for name in ("contactos.vcf", "contacts.vcf"):
        work.write(name, CARD.encode())
    return work.write("export.xml", EXPORT.encode()).write("taller.wordpress.xml", EXPORT.encode())


def filled(word: str, place: MiniWorkspace) -> str:
    """A word as a reader types it: with a name of theirs where one is meant."""
    if word in NAMES:
        return names(NAMES[word], str(place.root))[0].id
    return STANDS_FOR.get(word, word).replace("~/blog", "blog")


def matching(line: str, forms: dict[str, str]) -> bool:
    return any(re.fullmatch(form, line) for form in forms)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_what_a_page_shows_runs(path: Path, work: MiniWorkspace) -> None:
    language = "es" if path.name.endswith(".es.md") else "en"
    place, wrong = work, []
    for line in filter(is_whole, shown(path)):
        if matching(line, NOT_RUN):
            continue
        words = [filled(word, place) for word in shlex.split(line)]
        words += ["--as-of", TODAY] if words[0] == "new" else []
        words += ["--help"] if words in (["import"], ["add"], ["schema"], ["explain"]) else []
        done = place.run(*words, language=language, answer="n\n" if words[:2] == ["add", "entry"] else "y\n")
        if words[0] == "new" and done.exit == 0 and words[1] not in STANDS_FOR.values():
            place = MiniWorkspace(place.root / words[1])  # what follows happens there: `cd` stands in between
            place.change("valuegen.yaml", "  language:", f"  as_of: {TODAY}\n  language:")
        if done.exit not in ((0, 1, 2) if matching(line, BROKEN) else (0,)):
            wrong.append((line, done.exit, done.err[-300:]))
    assert wrong == []


def test_what_is_not_run_is_still_shown() -> None:
    """Each exception is one of a line that is there."""
    lines = {line for path in PAGES for line in shown(path)}
    for form in (*NOT_RUN, *BROKEN):
        assert [line for line in lines if re.fullmatch(form, line)], form
