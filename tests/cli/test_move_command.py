"""`valuegen move`: one value changes in the file, and nothing is written that breaks a promise unasked."""

import os

import pytest

from bench import Bench, MiniWorkspace

FILE = "content/calendar/2026.yaml"
CALENDAR = """
    # El calendario
    - date: 2026-12-01
      title: Harina
      slug: harina
      segments: [panaderias]
      kind: industry
      status: ready
      ask: ¿Cuánta tiraste?
      text: Pesa lo que barres.

    - {date: 2026-12-03T09:30, title: Café, slug: cafe, contacts: [rosa], kind: conversation,
       channels: [coffee], ask: ¿Y el horno?}   # con ella
    - date: 2026-12-08
      title: Llamada
      slug: llamada
      contacts: [rosa]
      kind: conversation
      channels: [call]
      ask: ¿Cómo va?
      repeat: {rule: FREQ=WEEKLY, until: 2026-12-29}   # los martes

    - {title: Algún día, slug: idea, segments: [panaderias], kind: reference, status: idea}
    """


@pytest.fixture
def work(bench: Bench) -> MiniWorkspace:
    contact = "- {id: rosa, name: Rosa Díaz, segments: [panaderias], agreed: {on: 2026-01-02, how: en persona}}\n"
    return bench.workspace({FILE: CALENDAR, "content/private/contacts.yaml": contact})


def test_one_value_changes(work: MiniWorkspace) -> None:
    before = work.read(FILE)
    moved = work.run("move", "harina", "2026-12-02")
    assert moved.exit == 0
    assert work.read(FILE) == before.replace("- date: 2026-12-01\n", "- date: 2026-12-02\n")
    assert moved.out.splitlines() == [f"{FILE}:2: - - date: 2026-12-01", f"{FILE}:2: + - date: 2026-12-02"]


def test_quiet_says_nothing_where_nothing_is_asked(work: MiniWorkspace) -> None:
    moved = work.run("move", "harina", "2026-12-02", "--quiet")
    assert (moved.exit, moved.out, moved.err) == (0, "", "")


def test_it_keeps_its_time_and_what_stands_beside_it(work: MiniWorkspace) -> None:
    before = work.read(FILE)
    assert work.run("move", "2026-12-03-cafe", "2026-12-05").exit == 0
    assert work.read(FILE) == before.replace("2026-12-03T09:30", "2026-12-05T09:30")


def test_what_waits_in_the_backlog_gets_a_date(work: MiniWorkspace) -> None:
    assert work.run("move", "idea", "2026-12-22").exit == 0
    assert "{title: Algún día, date: 2026-12-22, slug: idea" in work.read(FILE)


def test_one_day_of_an_entry_that_repeats(work: MiniWorkspace) -> None:
    assert work.run("move", "2026-12-15-llamada", "2026-12-16").exit == 0
    text = work.read(FILE)
    assert "repeat: {rule: FREQ=WEEKLY, except: [2026-12-15], until: 2026-12-29}   # los martes\n" in text
    days = {one["id"]: one["date"] for one in plan(work) if "llamada" in one["id"]}
    assert days == {
        "2026-12-08-llamada": "2026-12-08",
        "2026-12-16-llamada-2026-12-15": "2026-12-16",
        "2026-12-22-llamada": "2026-12-22",
        "2026-12-29-llamada": "2026-12-29",
    }
    assert work.run("move", "2026-12-22-llamada", "2026-12-23").exit == 0
    assert "except: [2026-12-15, 2026-12-22]" in work.read(FILE)


def plan(work: MiniWorkspace) -> list[dict[str, str]]:
    import json

    assert work.run("build").exit == 0
    entries: list[dict[str, str]] = json.loads(work.read("site/planner/plan.json"))["entries"]
    return entries


def test_which_day_has_to_be_said(work: MiniWorkspace) -> None:
    asked = work.run("move", "llamada", "2026-12-16", language="en")
    assert asked.exit == 1
    assert "“llamada” repeats. Name the day that you mean: `valuegen move 2026-12-08-llamada 2026-12-16`." in asked.err


def test_an_entry_may_be_named_by_its_title(work: MiniWorkspace) -> None:
    assert work.run("move", "café", "2026-12-04", "--yes").exit == 0
    assert "date: 2026-12-04T09:30, title: Café" in work.read(FILE)
    work.change(FILE, "title: Harina", "title: Café")
    two = work.run("move", "Café", "2026-12-05", language="en")
    assert (two.exit, "There is no entry “Café”. Did you mean “harina”?" in two.err) == (1, True)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "There is no entry “harin”. Did you mean “harina”?"),
        ("es", "No hay ninguna entrada «harin». ¿Querías decir «harina»?"),
    ],
)
def test_a_name_that_is_not_there(work: MiniWorkspace, language: str, said: str) -> None:
    missed = work.run("move", "harin", "2026-12-02", language=language)
    assert (missed.exit, missed.err.strip()) == (1, said)
    assert work.run("move", "harina", "algún día").exit == 2


def test_where_it_stands_already(work: MiniWorkspace) -> None:
    before = work.read(FILE)
    stays = work.run("move", "harina", "2026-12-01", language="en")
    assert (stays.exit, stays.err.strip()) == (0, "“harina” stands on December 1, 2026 already.")
    assert work.read(FILE) == before


def test_where_nothing_is_to_do_what_a_killed_command_left_goes(work: MiniWorkspace) -> None:
    left = work.root / "content/calendar/.2026.yaml.valuegen-abcdefgh~"
    left.write_text("- title: De antes\n", "utf-8")
    os.utime(left, (1, 1))
    outside = work.root.parent / "outside"
    outside.mkdir()
    elsewhere = outside / left.name
    elsewhere.write_bytes(left.read_bytes())
    os.utime(elsewhere, (1, 1))
    (work.root / "content/linked").symlink_to(outside)
    assert work.run("move", "harina", "2026-12-01").exit == 0
    assert (left.exists(), elsewhere.exists()) == (False, True)


@pytest.fixture
def crowded(work: MiniWorkspace) -> MiniWorkspace:
    more = "".join(
        f"- {{date: 2026-12-1{day}, title: Nota {day}, slug: nota-{day}, segments: [panaderias], kind: reference, "
        "ask: ¿Sí?, topics: [pan]}\n"
        for day in (6, 7)
    )
    work.write(FILE, (work.read(FILE) + more).encode())
    work.write("content/segments.yaml", "panaderias: {name: Panaderías, cadence: {at_most: 2 per 7 days}}\n")
    return work


def test_it_asks_before_it_breaks_a_promise(crowded: MiniWorkspace) -> None:
    before = crowded.read(FILE)
    asked = crowded.run("move", "harina", "2026-12-15", "--quiet", answer="n\n")
    assert "+ - date: 2026-12-15" in asked.out
    asked = crowded.run("move", "harina", "2026-12-15", answer="n\n")
    assert asked.exit == 0
    assert "too-often" in asked.err
    assert "¿Escribirlo de todos modos?" in asked.err
    assert crowded.read(FILE) == before
    silent = crowded.run("move", "harina", "2026-12-15")
    assert (silent.exit, crowded.read(FILE)) == (1, before)
    assert crowded.run("move", "harina", "2026-12-15", answer="sí\n").exit == 0
    assert "- date: 2026-12-15\n" in crowded.read(FILE)


def test_yes_asks_nobody_and_tells_all_the_same(crowded: MiniWorkspace) -> None:
    done = crowded.run("move", "harina", "2026-12-15", "--yes")
    assert done.exit == 0
    assert "too-often" in done.err
    assert "- date: 2026-12-15\n" in crowded.read(FILE)


def test_what_cannot_be_is_never_written(work: MiniWorkspace) -> None:
    before = work.change(FILE, "status: ready", "status: done").read(FILE)
    refused = work.run("move", "harina", "2026-12-20", "--yes", language="en")
    assert refused.exit == 1
    assert refused.err.endswith("So nothing was changed.\n")
    assert work.read(FILE) == before


def test_a_workspace_that_cannot_be_read_is_not_written_to(work: MiniWorkspace) -> None:
    before = work.change(FILE, "kind: industry", "knd: industry").read(FILE)
    broken = work.run("move", "harina", "2026-12-02")
    assert broken.exit == 1
    assert f"{FILE}:6:" in broken.err
    assert work.read(FILE) == before


def test_a_post_by_its_front_matter(work: MiniWorkspace) -> None:
    work.write(
        "content/posts/masa.md",
        "---\ntitle: Masa\ndate: '2026-12-01'  # hoy\nask: ¿Y tú?\n---\nfecha: date: 2026-12-01\n",
    )
    assert work.run("move", "masa", "2026-12-04", "--yes").exit == 0
    assert work.read("content/posts/masa.md").startswith("---\ntitle: Masa\ndate: '2026-12-04'  # hoy\n")


def test_what_stands_among_defaults_is_left_to_its_writer(work: MiniWorkspace) -> None:
    work.write(
        FILE,
        """
        defaults:
          {repeat: {rule: FREQ=WEEKLY, until: 2026-12-29}, segments: [panaderias], channels: [call]}
        entries:
          - {date: 2026-12-08, title: Llamada, slug: llamada, kind: conversation, ask: ¿Sí?}
        """,
    )
    refused = work.run("move", "2026-12-15-llamada", "2026-12-16", language="en")
    assert refused.exit == 1
    assert "is written in a form that this command can't change" in refused.err


def test_a_day_that_is_past_leaves_it_undone_and_that_is_said(work: MiniWorkspace) -> None:
    moved = work.run("move", "cafe", "2026-11-20", "--yes")
    assert moved.exit == 0
    assert "El 20 de noviembre de 2026 ya ha pasado. Si fue entonces, dilo: `valuegen done cafe`." in moved.err
    assert "ya ha pasado" not in work.run("move", "cafe", "2026-12-20", "--yes").err
