"""`valuegen build` twice: where nothing has changed the second says what the first said, and does nothing else."""

import json
import os
import subprocess
import sys

import pytest

import valuegen.again.edited
import valuegen.cli.building
from bench import process_environment

POST = """
    ---
    title: El horno de leña
    date: 2026-11-20
    ask: ¿Con qué lo enciendes?
    ---
    Primero las ramas finas.
    """
WARNED = "- {date: 2027-02-20, title: Lejos, slug: lejos, segments: [panaderias], kind: industry, ask: ¿Eh?}\n"


@pytest.fixture
def work(bench):
    """Built once."""
    work = bench.workspace({"content/posts/horno.md": POST, "content/calendar/2027.yaml": WARNED})
    work.write("content/static/nota.txt", b"User-agent: *\n")
    assert work.run("build").exit == 0
    return work


@pytest.fixture
def idle(monkeypatch):
    """Nobody may build here."""

    def made(*_):
        raise AssertionError("something was built")

    def idle(work, *arguments, **how):
        with monkeypatch.context() as patch:
            patch.setattr(valuegen.cli.building, "build", made)
            return work.run("build", *arguments, **how)

    return idle


def is_built(work, idle, *arguments, **how):
    """Whether a build has to work, after which the site is what a clean one makes."""
    with pytest.raises(AssertionError, match="something was built"):
        idle(work, *arguments, **how)
    assert work.run("build", *arguments, **how).exit == 0
    tree = work.tree()
    assert work.run("build", "--no-cache", *arguments, **how).exit == 0
    return work.tree() == tree


def test_what_builds_is_not_even_loaded(bench):
    """By another process: here everything is loaded already."""
    probe = """
import sys
from valuegen.cli import main
try:
    main(["build"])
except SystemExit:
    pass
heavy = {"valuegen.build", "valuegen.cli.bounds", "pydantic", "jinja2", "markdown_it"}
print("LOADED", sorted(heavy & set(sys.modules)))
"""
    work = bench.workspace({"content/posts/horno.md": POST})
    ran = [
        subprocess.run(
            [sys.executable, "-c", probe],
            cwd=work.root,
            capture_output=True,
            encoding="utf-8",
            env=process_environment(),
        )
        for _ in range(2)
    ]
    assert "valuegen.build" in ran[0].stdout
    assert ran[1].stdout.endswith("LOADED []\n"), ran[1].stderr


def test_the_same_is_said_again_and_nothing_made(work, idle):
    first = work.run("build", "--no-cache")
    again = idle(work)
    assert again == first
    assert "warning too-quiet" in again.err
    assert "está al día" in again.out
    assert work.run("build", "--quiet") == idle(work, "--quiet")


def test_each_manner_of_asking_is_another(work, idle):
    for arguments in (["--verbose"], ["--quiet"], ["--drafts"], ["--future"], ["--as-of", "2026-12-02"]):
        assert is_built(work, idle, *arguments)
        assert work.run("build", *arguments) == idle(work, *arguments)
    assert is_built(work, idle, language="en")
    assert "is up to date" in idle(work, language="en").out


@pytest.mark.parametrize(
    "change",
    [
        lambda work: work.change("content/posts/horno.md", "ramas finas", "ramas secas"),
        lambda work: work.change("content/posts/horno.md", "El horno de leña", "El horno de gas"),
        lambda work: work.write("content/posts/otra.md", POST.replace("leña", "pan")),
        lambda work: work.remove("content/posts/horno.md"),
        lambda work: work.write("content/static/nota.txt", b"User-agent: x\n"),
        lambda work: work.write("content/people.yaml", "irene: {name: Irene, email: irene@levadura.example}\n"),
        lambda work: work.change("valuegen.yaml", "Taller Levadura", "Taller de masa"),
        lambda work: work.write("locale/en/site.po", b""),
    ],
    ids=["body", "title", "post", "gone", "static", "people", "settings", "words"],
)
def test_any_change_of_a_source_is_seen(work, idle, change):
    change(work)
    assert is_built(work, idle)
    assert idle(work).exit == 0


def test_a_file_of_the_same_size_and_time_is_another(work, idle):
    """The clock of files is coarse; what was written just before the build is known by what is in it."""
    path = work.root / "content/posts/horno.md"
    work.change("content/posts/horno.md", "finas", "secas")
    there = path.stat()
    assert work.run("build").exit == 0
    work.change("content/posts/horno.md", "secas", "finas")
    os.utime(path, ns=(there.st_atime_ns, there.st_mtime_ns))
    assert is_built(work, idle)


def test_a_base_outside_the_workspace_counts(bench, idle):
    work = bench.workspace()
    base = work.root.parent / "base.yaml"
    (work.root.parent / ".git").mkdir()
    base.write_text("rules: {too-often: off}\n")
    os.utime(base, (1, 1))
    work.write("valuegen.yaml", f"extends: ../base.yaml\n{work.read('valuegen.yaml')}".encode())
    for _ in range(2):
        assert work.run("build").exit == 0
    base.write_text("rules: {too-often: warning}\n")
    assert is_built(work, idle)


@pytest.mark.parametrize("hurt", ["changed", "gone", "all"])
def test_a_hurt_site_is_made_again(work, idle, hurt):
    tree, page = work.tree(), work.root / "site/public/index.html"
    if hurt == "changed":
        page.write_bytes(b"by hand")
    elif hurt == "gone":
        page.unlink()
    else:
        (work.root / "site").rename(work.root.parent / "away")
    with pytest.raises(AssertionError, match="something was built"):
        idle(work)
    assert work.run("build").exit == 0
    assert work.tree() == tree


def test_another_day_is_another_build(bench, idle, monkeypatch):
    import valuegen.cli.last_build
    import valuegen.read.workspace
    from valuegen.clock import date

    work = bench.workspace()
    work.change("valuegen.yaml", "  as_of: 2026-12-01\n", "")
    for day in (date(2026, 12, 1), date(2026, 12, 2)):
        for module in (valuegen.cli.last_build, valuegen.read.workspace):
            monkeypatch.setattr(module, "today", lambda zone, day=day: day)
        assert is_built(work, idle)
        assert work.run("build").exit == 0
        assert idle(work).exit == 0


def test_a_broken_build_is_said_each_time(work, idle):
    work.write("content/calendar/2026-12.yaml", "- {date: nunca}\n")
    first = work.run("build")
    assert first.exit == 1
    assert work.run("build") == first


def test_what_is_kept_may_be_garbled_or_gone(work, idle):
    (kept,) = (work.root / ".valuegen/cache").glob("*.last")
    whole = kept.read_bytes()
    for text in (b"", b"{", b"[]", b"[" * 100_000, b"\xff", json.dumps({**json.loads(whole), "day": 3}).encode()):
        kept.write_bytes(text)
        assert is_built(work, idle)
        assert work.run("build").exit == 0
    kept.unlink()
    assert is_built(work, idle)


def test_a_review_is_written_each_time(work):
    for _ in range(2):
        assert work.run("build", "--review", "review.html").exit == 0
        work.remove("review.html")


def test_a_copy_of_a_workspace_is_built(bench, work, idle):
    import shutil

    copy = work.root.parent / "copy"
    shutil.copytree(work.root, copy)
    with pytest.raises(AssertionError, match="something was built"):
        idle(type(work)(copy))


@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize(
    ("module", "name"), [(valuegen.cli.building, "read_workspace"), (valuegen.again.edited, "planned_of")]
)
def test_what_changes_while_a_build_runs_is_seen_by_the_next(work, idle, monkeypatch, when, module, name):
    """Even if it has the size and the time that it had, as after `cp -p` or by an editor that keeps them."""
    path = work.root / "content/posts/horno.md"
    os.utime(path, ns=(1, 1))
    read = getattr(module, name)
    if module is valuegen.cli.building:  # where more than a text changed, all is read
        work.write("content/static/nota.txt", b"Otra\n")

    def meanwhile(*arguments, **how):
        found = read(*arguments, **how) if when == "after" else None
        work.change("content/posts/horno.md", "finas", "secas")
        os.utime(path, ns=(1, 1))
        return found or read(*arguments, **how)

    with monkeypatch.context() as patch:
        patch.setattr(module, name, meanwhile)
        assert work.run("build").exit == 0
    assert is_built(work, idle)
    assert "ramas secas" in work.read("site/public/el-horno-de-lena/index.html")


@pytest.mark.parametrize(
    "folder", ["content/private", "content/posts/nuevo", "content/static/vacia", "locale", "themes"]
)
def test_an_empty_folder_says_nothing(work, folder):
    """Or what was said would have to be said anew: a look has files alone."""
    before = work.run("build", "--quiet", "--verbose"), work.run("build").out
    (work.root / folder).mkdir(parents=True, exist_ok=True)
    clean = work.run("build", "--no-cache")
    assert (work.run("build").out, clean.out) == (before[1], before[1])
    assert work.run("build", "--no-cache", "--quiet", "--verbose").err == before[0].err
