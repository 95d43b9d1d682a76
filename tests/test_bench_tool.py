"""`make bench` compares like with like: the same text for all, each page looked at, ratios run by run. No stopwatch."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tools.bench import kept, peers
from tools.bench.building import COLD, JUDGED_AT, MEMORY, WARM, Unequal, look_at_all, one_round, told, write_all
from tools.bench.corpus import groups, posts
from tools.bench.eleventy import eleventy
from tools.bench.hugo import hugo
from tools.bench.ours import ours
from tools.bench.pelican import pelican
from tools.bench.program import Program
from tools.bench.report import Bar, Ratio, Report, Table, on_screen, ratio, report_from
from tools.bench.running import Broken, Spent, family, run, runs, share_of
from tools.bench.spanish import said

DOCS = Path(__file__).parent.parent / "docs"
ALL: tuple[Callable[[Path], Program], ...] = (
    ours,
    lambda root: hugo(Path("hugo"), root),
    lambda root: eleventy(Path("node"), Path("cmd.cjs"), root),
    lambda root: pelican(Path("pelican"), root),
)


def test_the_text_is_the_same_each_time_and_about_as_long_as_a_post() -> None:
    many = list(posts(200))
    assert many == list(posts(200))
    assert many[:100] == list(posts(100))
    words = [len(post.body.split()) for post in many]
    assert 330 < sum(words) / len(words) < 370
    assert {post.segment for post in many} == set(range(12))
    assert {post.person for post in many} == set(range(4))
    text = "".join(post.body for post in many)
    assert all(mark in text for mark in ("## ", "- ", "1. ", "](https://", "**", "*", "| --- |", "```", "> ", "`"))


@pytest.mark.parametrize("make", ALL)
def test_each_program_gets_every_word(make: Callable[[Path], Program], tmp_path: Path) -> None:
    program = make(tmp_path)
    write_all(program, 5)
    for post in posts(5):
        text = (tmp_path / program.post(post)[0]).read_text(encoding="utf-8")
        assert text.endswith(post.body)
        for told_of_it in (post.title, post.summary, post.ask, post.topic, str(post.day)):
            assert told_of_it in text
    names = "".join(program.segments(groups()).values())
    shown = json.dumps([group.name for group in groups()])
    assert all(name in names or json.dumps(name)[1:-1] in names for name in json.loads(shown))


def test_valuegen_builds_it_without_a_finding_and_shows_each_edit(tmp_path: Path) -> None:
    program = ours(tmp_path)
    write_all(program, 45)
    said = subprocess.run(
        [*program.command[:-2], "check", "--format", "json"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert json.loads(said.stdout)["findings"] == []
    figures: dict[str, dict[str, list[Spent]]] = {program.name: {}}
    one_round([program], 45, 0, figures)
    assert set(figures[program.name]) == {COLD, *WARM}
    *_, post = posts(43)
    path, text = program.post(post)
    assert (tmp_path / path).read_text(encoding="utf-8") != text
    stopped = replace(program, command=(sys.executable, "-c", "raise SystemExit('here')"))
    with pytest.raises(Broken, match="here"):
        one_round([stopped], 45, 1, figures)
    assert (tmp_path / path).read_text(encoding="utf-8") == text  # each round begins with the text as it was
    assert not (tmp_path / "site/public/entrada-45").exists()


def test_a_post_that_is_missing_or_cut_is_seen(tmp_path: Path) -> None:
    program = replace(ours(tmp_path), out=tmp_path)
    for post in posts(3):
        (tmp_path / post.slug).mkdir()
        (tmp_path / post.slug / "index.html").write_text(post.body, encoding="utf-8")
    look_at_all(program, 3)
    with pytest.raises(Unequal, match="built 3 posts of 2"):
        look_at_all(program, 2)
    (tmp_path / "entrada-1/index.html").write_text("Half of", encoding="utf-8")
    with pytest.raises(Unequal, match="entrada-1 lacks its end"):
        look_at_all(program, 3)


def test_an_edit_that_is_not_shown_is_seen(tmp_path: Path) -> None:
    """A program that only seems quick: it makes the pages of the text as it was."""
    lines = [
        "import shutil, pathlib",
        "out = pathlib.Path('site/public')",
        "shutil.copytree('kept', out, dirs_exist_ok=True)",
    ]
    program = replace(ours(tmp_path), command=(sys.executable, "-c", "\n".join(lines)))
    for post in posts(45):
        (tmp_path / "kept" / post.slug).mkdir(parents=True)
        (tmp_path / "kept" / post.slug / "index.html").write_text(post.body, encoding="utf-8")
    with pytest.raises(Unequal, match="did not show the change"):
        one_round([program], 45, 0, {program.name: {}})


def test_ratios_are_of_runs_beside_each_other() -> None:
    """The machine was ten times as slow in the second run, for both."""
    assert ratio([1, 10, 3], [2, 20, 2]) == Ratio(0.5, 0.5, 1.5)


def test_a_bar_says_whether_it_is_met_and_by_how_much_not() -> None:
    assert Bar("a", 1.2, 1.2).row == ("a", "1.20 ×", "1.20 ×", "met")
    assert Bar("a", 1.2, 1.5).row[3] == "missed by 25%"
    assert Bar("a", 0.1, 0.5).row[3] == "missed: 5.0 times the bar"


def spent(*walls: float) -> list[Spent]:
    return [Spent(wall, wall // 2, 100) for wall in walls]


def test_what_is_told_of_the_runs() -> None:
    figures = {
        "valuegen": {COLD: spent(12, 10, 11), WARM[0]: spent(1, 1, 1), MEMORY: spent(1)},
        "Hugo": {COLD: spent(8, 10, 10), WARM[0]: spent(8, 10, 12), MEMORY: spent(1)},
    }
    report = told(JUDGED_AT, figures)
    seconds, worked, ratios = report.tables
    assert seconds.rows[0] == ("valuegen", "11.0 (10.0–12.0)", "1.00 (1.00–1.00)", "", "", "", "100")
    assert worked.rows[1] == ("Hugo", "5.00 (4.00–5.00)", "5.00 (4.00–6.00)", "", "", "")
    assert ratios.rows == (("valuegen / Hugo", "1.10 (1.00–1.50)", "0.10 (0.08–0.12)", "", "", "", "1.00"),)
    assert [bar.met for bar in report.bars] == [
        True,
        False,
    ]  # nothing changed, memory: what else is bounded was not run
    assert told(1_000, figures).bars == ()


def test_a_command_that_fails_says_why(tmp_path: Path) -> None:
    with pytest.raises(Broken, match="no flour"):
        run((sys.executable, "-c", "raise SystemExit('no flour')"), tmp_path)
    assert run((sys.executable, "-c", "raise SystemExit(1)"), tmp_path, fine=(0, 1)).wall > 0


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="this system tells less of memory")
def test_memory_is_that_of_all_processes_together(tmp_path: Path) -> None:
    child = "import sys; held = b'x' * 60_000_000; print(len(held), flush=True); sys.stdin.read()"
    both = f"import subprocess, sys; held = b'x' * 60_000_000; subprocess.run([sys.executable, '-c', {child!r}])"
    with subprocess.Popen([sys.executable, "-c", both], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"60000000\n"
        assert runs(process.pid)
        assert 114 < sum(map(share_of, family(process.pid))) / 1024 < 180
        process.communicate(b"")
    assert not runs(process.pid)
    assert 0 < run((sys.executable, "-c", "import time; time.sleep(0.2)"), tmp_path, memory=True).memory < 60


def test_a_program_that_cannot_be_had_is_left_out_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    def refused() -> None:
        raise subprocess.CalledProcessError(1, ["pip"], stderr="long story\nno such host\n")

    assert peers.had("Hugo", refused, lambda: None) is None
    assert capsys.readouterr().out == "Hugo is absent, and not compared with: no such host\n"
    assert peers.had("Hugo", refused, lambda: Path("hugo")) == Path("hugo")


REPORT = Report(
    "start", (Table("Starting", ("ms", "median"), (("--help", "90"),)),), (Bar("--help", 2, 1.5),), ("So.",)
)


def test_figures_are_kept_and_written_between_the_marks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "HOME", tmp_path)
    monkeypatch.setattr(kept, "FIGURES", tmp_path / "figures.json")
    monkeypatch.setattr(kept, "machine", lambda: ("two cores",))
    assert report_from(REPORT.as_data()) == REPORT
    kept.keep(replace(REPORT, bars=()))
    kept.keep(REPORT)
    assert kept.reports() == (REPORT,)
    page = tmp_path / "page.md"
    page.write_text(f"# Before\n{kept.BEGIN}\nold\n{kept.END}\n# After\n", encoding="utf-8")
    for _ in range(2):
        kept.write(page)
        text = page.read_text(encoding="utf-8")
        assert (text[:9], text[-9:], "old" in text) == ("# Before\n", "\n# After\n", False)
        assert "- two cores" in text
        assert "| --help | 2.00 × | 1.50 × | met |" in text
        assert "| --help | 90 |" in text
    page.write_text("# No place", encoding="utf-8")
    with pytest.raises(SystemExit, match="no place for the tables"):
        kept.write(page)
    assert "--help: at most 2.00 ×, was 1.50 ×: met" in on_screen(REPORT)


def test_the_page_in_spanish_has_spanish_words_and_numbers() -> None:
    figures = {name: {COLD: spent(1200, 4), WARM[0]: spent(1, 1), MEMORY: spent(1)} for name in ("valuegen", "Hugo")}
    lines = list(kept.tables(["two cores"], (told(JUDGED_AT, figures),), spanish=True))
    assert "| 10.000 publicaciones | en frío | sin cambios |" in "\n".join(lines)
    assert "| valuegen | 602 (4,00–1.200) |" in "\n".join(lines)
    assert "| valuegen: sin cambios, frente a Hugo | 0,10 × | 1,00 × | no cumplido: 10,0 veces el listón |" in lines
    assert (
        said("fast, posts: 3 posts and a postscript, 1.2.3")
        == "fast, publicaciones: 3 publicaciones y a postscript, 1.2.3"
    )


@pytest.mark.parametrize("name", ["performance.md", "performance.es.md"])
def test_the_page_has_its_tables_and_every_way_to_ask_is_there(name: str) -> None:
    text = (DOCS / name).read_text(encoding="utf-8")
    before, _, rest = text.partition(kept.BEGIN)
    assert kept.END in rest
    shown = subprocess.run(
        [sys.executable, "-m", "tools.bench", "--help"], cwd=DOCS.parent, capture_output=True, text=True
    )
    asked = re.findall(r"make bench ARGS=\"([^\"]*)\"", before)
    assert len(asked) > 5
    for word in " ".join(asked).split():
        assert word in shown.stdout or (DOCS.parent / word).is_file() or word.isdigit()


def test_both_languages_tell_the_same() -> None:
    texts = ((DOCS / name).read_text(encoding="utf-8") for name in ("performance.md", "performance.es.md"))
    first, second = (re.findall(r"^(#+ |\| |- | {4}(?=\w)|\*\*)", text, re.M) for text in texts)
    assert first == second
