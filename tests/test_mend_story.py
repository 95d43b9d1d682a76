"""The main story: three offers too many in one month, what is said of them, and the mends that make it build again."""

import re
from datetime import date, timedelta

import pytest

from bench import MiniWorkspace

SEGMENT, OFFERS, VALUE = "lectores", "content/calendar/2026-ofertas.yaml", "content/calendar/2026-valor.yaml"
DAYS = ("2026-11-18", "2026-11-24", "2026-11-30")
ROW = "- {{date: {}, title: {} {}, slug: {}-{}, segments: [lectores], kind: {}, channels: [blog], status: ready,\n"
TEXT = "   ask: ¿Qué tal?, text: 'Unas palabras {} de {}.'}}\n"


def row(day, name, number, kind):
    return ROW.format(day, name.title(), number, name, number, kind) + TEXT.format(number, name)


@pytest.fixture
def work(bench):
    """The example, built, and then with three offers more to one segment in one month."""
    made = bench.example()
    assert made.run("build").exit == 0
    made.write(OFFERS, "".join(row(day, "oferta", number, "pitch") for number, day in enumerate(DAYS, 1)))
    return made


def errors(work: MiniWorkspace):
    return [finding for finding in work.findings() if finding["level"] == "error"]


def test_it_is_told_where_what_and_what_to_do_and_nothing_is_published(work):
    before = work.tree()
    done = work.run("build")
    assert (done.exit, done.out) == (1, "")
    assert work.tree() == before
    assert "No se ha publicado nada; el sitio sigue como estaba." in done.err
    said = done.err.replace("\u00a0", " ")
    found = errors(work)
    assert [(f["rule"], f["entry"]) for f in found] == [
        ("pitch-share", "2026-11-24-oferta-2"),
        ("pitch-share", "2026-11-30-oferta-3"),
    ]
    for finding, line in zip(found, (3, 5), strict=True):
        data, mend = finding["data"], finding["mend"]
        told = next(one for one in said.splitlines() if one.startswith(f"{OFFERS}:{line}:3: error pitch-share: "))
        assert f"{data['pitches']} de las {data['posts']} entradas" in told
        assert re.search(r"\(\d+ %; el límite es 20 %\)", told)
        number = "1 entrada" if mend["add_value"] == 1 else f"{mend['add_value']} entradas"
        day = date.fromisoformat(mend["move_to"])
        assert re.search(rf"Añade {number} de valor antes de «[^»]+», o pásala al {day.day} de ", said)
        assert data["limit"] == "1/5"
        assert data["pitches"] * 5 > data["posts"] > 0
    again = work.run("check")
    assert again.exit == 1
    assert f"{OFFERS}:3:3: error pitch-share" in again.out


def test_with_the_mends_it_gives_it_builds(work):
    """The later offer moved to its day; for the other no day is left then, and it is paid for by what it asks for."""
    later = errors(work)[-1]
    work.change(OFFERS, "date: 2026-11-30", f"date: {later['mend']['move_to']}")
    (first,) = errors(work)
    assert (first["entry"], first["mend"]["move_to"]) == ("2026-11-24-oferta-2", None)
    add_value(work, date(2026, 11, 24), first["mend"]["add_value"])
    assert errors(work) == []
    done = work.run("build")
    assert done.exit == 0, done.err
    assert any(f"{later['mend']['move_to']}-oferta-3" in path for path in work.tree())


def test_with_so_many_value_entries_before_it_builds(work):
    """As many as the mend says make this finding go away, and one less do not."""
    first = errors(work)[0]
    add_value(work, date.fromisoformat(first["entry"][:10]), first["mend"]["add_value"])
    (second,) = errors(work)
    assert second["entry"] == "2026-11-30-oferta-3"
    needed = second["mend"]["add_value"]
    assert needed > 1
    add_value(work, date.fromisoformat(second["entry"][:10]), needed - 1)
    assert [finding["entry"] for finding in errors(work)] == [second["entry"]]
    assert errors(work)[0]["mend"]["add_value"] == 1
    add_value(work, date.fromisoformat(second["entry"][:10]), 1)
    assert errors(work) == []
    done = work.run("build")
    assert done.exit == 0, done.err


def add_value(work: MiniWorkspace, before: date, count: int) -> None:
    """Value entries inside the window of an offer, each on a day on which they are no crowd."""
    day = before
    for _ in range(count):
        text = work.read(VALUE) if (work.root / VALUE).exists() else ""
        while True:
            day -= timedelta(days=5)
            assert before - day < timedelta(days=90)
            status = "done" if day < date(2026, 11, 16) else "ready"
            one = row(day, "valor", text.count("slug: valor-"), "industry").replace(
                "status: ready", f"status: {status}"
            )
            work.write(VALUE, text + one)
            if not [finding for finding in errors(work) if finding["rule"] not in ("pitch-share", "format")]:
                break
