"""What was measured last, kept in `.bench/`; and a page's tables, written anew from it."""

import json
from collections.abc import Iterator
from pathlib import Path

from tools.bench.machine import machine
from tools.bench.peers import HOME
from tools.bench.report import Report, as_markdown, report_from, rows_as_markdown
from tools.bench.spanish import in_spanish, said

FIGURES = HOME / "figures.json"
BEGIN, END = "<!-- measured: from here on written by make bench -->", "<!-- measured: up to here -->"
ORDER = ("build", "preview", "start", "judge", "check", "growth")


def keep(report: Report) -> None:
    """One part's figures instead of its last ones."""
    HOME.mkdir(exist_ok=True)
    known = {one.part: one.as_data() for one in reports()} | {report.part: report.as_data()}
    FIGURES.write_text(json.dumps({"machine": machine(), "parts": known}, ensure_ascii=False, indent=1) + "\n")


def reports() -> tuple[Report, ...]:
    """All parts that were ever measured here."""
    parts = json.loads(FIGURES.read_text())["parts"] if FIGURES.exists() else {}
    return tuple(report_from(parts[name]) for name in ORDER if name in parts)


def write(page: Path) -> None:
    """Put what is kept between the marks of a page."""
    text = page.read_text(encoding="utf-8")
    before, found, rest = text.partition(BEGIN)
    _, ended, after = rest.partition(END)
    if not found or not ended:
        raise SystemExit(f"{page} has no place for the tables: {BEGIN} … {END}")
    known = json.loads(FIGURES.read_text())
    lines = "\n".join(tables(known["machine"], reports(), spanish=page.name.endswith(".es.md")))
    page.write_text(f"{before}{BEGIN}\n{lines}\n{END}{after}", encoding="utf-8")


def tables(where: list[str], found: tuple[Report, ...], *, spanish: bool = False) -> Iterator[str]:
    """The machine, the bars, then each table."""
    say = said if spanish else str
    yield from (f"- {line}" for line in where)
    yield ""
    yield f"### {say('The bars')}"
    yield ""
    rows = [tuple(map(say, bar.row)) for one in found for bar in one.bars]
    yield from rows_as_markdown(("", say("at most"), say("was"), ""), rows)
    yield ""
    for report in map(in_spanish, found) if spanish else found:
        for table in report.tables:
            yield from as_markdown(table)
        yield from (line for note in report.notes for line in (note, ""))
