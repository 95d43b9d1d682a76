"""The output is a function of the workspace, the version and the day: nothing else about a machine changes a byte."""

import os
import shutil
import subprocess
import sys
from concurrent.futures import Future
from pathlib import Path

import pytest

from bench import MiniWorkspace, process_environment
from valuegen.render.hands import Hands

# More than the program thinks worth more than one process (build.FEW): the workers are really used.
MANY = "".join(
    f"- {{date: 2026-11-{n % 28 + 1:02}, title: Entrada {n}, slug: e{n}, segments: [panaderias], kind: industry, "
    f"status: done, topics: [t{n % 7}], ask: ¿Qué tal?, text: 'Texto **{n}** de la harina.'}}\n"
    for n in range(260)
)
LAX = """
    site:
      title: Taller Levadura
      url: https://levadura.example
      timezone: America/Bogota
      as_of: 2026-12-01
      owner: {name: Irene Vidal, email: irene@levadura.example}
    rules: {too-often: off}
    """
SURROUNDINGS = {
    "english": {"language": "en", "env": {"TZ": "Asia/Tokyo", "PYTHONHASHSEED": "1"}, "arguments": ["--jobs", "1"]},
    "plain": {
        "language": "en",
        "env": {"LC_ALL": "C", "LANG": "C", "LANGUAGE": None, "TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "2"},
        "arguments": ["--jobs", "2"],
    },
    "crowd": {
        "language": "es",
        "env": {"TZ": "America/Los_Angeles", "PYTHONHASHSEED": "77", "SOURCE_DATE_EPOCH": "1"},
        "arguments": ["--jobs", "4"],
    },
}


# Letters that change their case, their order or their bytes with the language of the machine.
LETTERS = {
    "content/calendar/2027.yaml": """
        - {date: 2026-11-30, title: 'İSTANBUL ılık IŞIK', slug: isik, segments: [panaderias], kind: industry,
           status: ready, topics: [Iğdır, çay, ñame, Zoë], ask: '¿Eh?', text: "## Índice I\\n\\nMIX ilk ÑANDÚ."}
        """,
    "content/static/año/índice İ.txt": "ñ",
}
LOCALES = ("tr_TR.UTF-8", "es_CO.ISO-8859-1")
EVERY_LOCALE = (
    *LOCALES,
    "C",
    "POSIX",
    "es_CO.UTF-8",
    "tr_TR.ISO-8859-9",
    "ja_JP.EUC-JP",
    "ru_RU.KOI8-R",
    "zh_CN.GB18030",
)
# As `python -m valuegen`, with every folder's names in another order than the system gives them.
SHUFFLED = """
import os
class Names(list):
    def __enter__(self): return iter(self)
    def __exit__(self, *_): pass
    close = __exit__
scandir, listdir = os.scandir, os.listdir
os.scandir = lambda path='.': Names(sorted(scandir(path), key=lambda found: found.name[::-1], reverse=True))
os.listdir = lambda path='.': sorted(listdir(path), key=lambda name: name[::-1], reverse=True)
from valuegen.__main__ import run
run()
"""


def built(
    work: MiniWorkspace,
    *arguments: str,
    language: str = "es",
    umask: int = 0o022,
    cwd: Path | None = None,
    program: tuple[str, ...] = ("-m", "valuegen"),
    **env,
):
    """The tree that a process of its own makes."""
    done = subprocess.run(
        [sys.executable, *program, "build", "--workspace", str(work.root), *arguments],
        cwd=cwd or work.root,
        env=process_environment(language, **env),
        umask=umask,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
    )
    assert done.returncode == 0, done.stderr
    return work.tree()


def other_order(work: MiniWorkspace, to: Path, when: int = 1) -> MiniWorkspace:
    """The same files, made in another order (which file systems remember), with other modes and times."""
    for path in sorted(work.root.rglob("*"), reverse=True):
        name = path.relative_to(work.root)
        if path.is_file() and name.parts[0] not in ("site", ".valuegen"):
            target = to / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target)
            target.chmod(0o640)
            os.utime(target, (when, when))
    return MiniWorkspace(to)


@pytest.fixture(scope="module")
def mini(tmp_path_factory):
    from bench import Bench

    work = Bench(tmp_path_factory.mktemp("mini")).workspace({"content/calendar/2026.yaml": MANY, "valuegen.yaml": LAX})
    return work, built(work, "--jobs", "1", "--no-cache", PYTHONHASHSEED="0")


@pytest.mark.parametrize("name", SURROUNDINGS)
def test_locale_zone_hash_seed_and_jobs_change_no_byte(mini, tmp_path, name):
    work, tree = mini
    how = SURROUNDINGS[name]
    copy = other_order(work, tmp_path / "elsewhere")
    elsewhere = tmp_path / "cwd"
    elsewhere.mkdir()
    made = built(copy, *how["arguments"], language=how["language"], umask=0o077, cwd=elsewhere, **how["env"])
    assert len(tree) > 256
    assert made == tree


@pytest.fixture(scope="module")
def letters(tmp_path_factory):
    from bench import Bench

    work = Bench(tmp_path_factory.mktemp("letters")).workspace(LETTERS)
    return work, built(work, "--no-cache")


@pytest.mark.parametrize("name", EVERY_LOCALE if os.environ.get("VALUEGEN_LOCALES") else LOCALES)
def test_no_locale_changes_a_byte(letters, tmp_path, name):
    """Nor do those that write files' names in another encoding."""
    work, tree = letters
    language, _, encoding = name.partition(".")
    if encoding:
        made = ["localedef", "--quiet", "-i", language, "-f", encoding, str(tmp_path / name)]
        if shutil.which("localedef") is None or subprocess.run(made, capture_output=True).returncode:
            pytest.skip(f"The locale {name} can't be made here (Debian: locales)")
    how = {"LC_ALL": name, "LANG": name, "LANGUAGE": None, "LOCPATH": str(tmp_path), "PYTHONUTF8": "0"}
    in_force = [sys.executable, "-c", "import locale; locale.setlocale(locale.LC_ALL, '')"]
    assert subprocess.run(in_force, env=process_environment(**how)).returncode == 0
    copy = other_order(work, tmp_path / "copy")
    assert built(copy, "--jobs", "1", PYTHONCOERCECLOCALE="0", **how) == tree
    assert "public/año/índice İ.txt" in tree


def test_no_order_of_folders_no_time_of_files_and_no_umask_changes_a_byte(letters, tmp_path):
    work, tree = letters
    copy = other_order(work, tmp_path / "copy", when=4_000_000_000)
    assert built(copy, umask=0, program=("-c", SHUFFLED), HOME=str(tmp_path / "none"), TMPDIR=None) == tree


def test_so_it_is_with_the_example(bench, tmp_path):
    work = bench.example()
    tree = built(work, "--jobs", "1", PYTHONHASHSEED="3")
    copy = other_order(work, tmp_path / "copy")
    how = SURROUNDINGS["plain"]
    assert built(copy, *how["arguments"], language="en", umask=0o077, **how["env"]) == tree


@pytest.fixture
def small(bench):
    """A workspace of a few posts, and its tree as it is made without a cache."""
    few = "".join(MANY.splitlines(keepends=True)[:12])
    work = bench.workspace({"content/calendar/2026.yaml": few, "valuegen.yaml": LAX})
    assert work.run("build", "--quiet", "--no-cache").exit == 0
    return work, work.tree()


def test_warm_is_cold(small):
    work, tree = small
    for arguments in ([], [], ["--no-cache"]):
        shutil.rmtree(work.root / "site")
        assert work.run("build", "--quiet", *arguments).exit == 0
        assert work.tree() == tree


@pytest.mark.parametrize("spoil", ["garbage", "cut", "empty", "folder", "swapped"])
def test_whatever_becomes_of_the_cache(small, spoil):
    work, tree = small
    assert work.run("build", "--quiet").exit == 0
    spoilt = 0
    for path in sorted((work.root / ".valuegen").rglob("*")):
        if path.is_file() and path.name not in (".gitignore", "lock"):
            spoilt += 1
            data = path.read_bytes()
            if spoil == "folder":
                path.unlink()
                path.mkdir()
            else:
                path.write_bytes(
                    {
                        "garbage": b"\x00\xffgarbage" * 500,
                        "cut": data[: len(data) // 2],
                        "empty": b"",
                        "swapped": data.replace(b"harina", b"farina"),
                    }[spoil]
                )
    assert spoilt
    shutil.rmtree(work.root / "site")
    assert work.run("build", "--quiet").exit == 0
    assert work.tree() == tree


class Elsewhere:
    """An executor as a cluster's is: what goes in and what comes out is pickled, and it answers out of order."""

    def __init__(self) -> None:
        self.calls = 0

    def map(self, function, *iterables):
        import pickle

        # what is the same for all may be repeated without end
        work = [pickle.dumps((function, arguments)) for arguments in zip(*iterables, strict=False)]
        self.calls += len(work)
        answers = {}
        for number in reversed(range(len(work))):
            function, arguments = pickle.loads(work[number])
            answers[number] = pickle.dumps(function(*arguments))
        return (pickle.loads(answers[number]) for number in range(len(work)))

    def submit(self, function, *arguments):
        done = Future()
        done.set_result(next(self.map(function, *([one] for one in arguments))))
        return done


def test_another_executor_makes_the_same_bytes(mini, tmp_path, monkeypatch):
    """`--executor dask://…` is this with a real cluster's."""
    from contextlib import contextmanager

    import valuegen.cli.workers

    work, tree = mini
    copy = other_order(work, tmp_path / "copy")
    cluster = Elsewhere()

    @contextmanager
    def found(ctx, name):
        assert name == "dask://127.0.0.1:8786"
        yield Hands(cluster)

    monkeypatch.setattr(valuegen.cli.workers, "cluster", found)
    done = copy.run("build", "--executor", "dask://127.0.0.1:8786")
    assert done.exit == 0, done.err
    assert cluster.calls > 4
    assert copy.tree() == tree
