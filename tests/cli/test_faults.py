"""What goes wrong ends in a sentence: faults of ours, full disks, closed pipes, interruptions."""

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from bench import ROOT, process_environment
from valuegen import __version__

BROKEN_PROMISE = {
    "content/calendar/2026.yaml": """
        - {date: 2026-12-05, title: Un curso, slug: curso, segments: [panaderias], kind: pitch, status: ready,
           ask: ¿Vienes?}
        """
}


@pytest.mark.parametrize(
    "fault",
    [
        *(RuntimeError("¡ay!"), RecursionError(), FileNotFoundError(2, "no", "raro"), KeyError("x"), OSError("raro")),
        SystemError("bad argument to internal function"),
    ],
)
def test_an_unexpected_error_ends_in_a_sentence(bench, monkeypatch, tmp_path, fault):
    from contextlib import chdir

    from click.testing import CliRunner

    import valuegen.read.workspace
    from valuegen.cli import main

    def fail(*_arguments, **_options):
        raise fault

    monkeypatch.setattr(valuegen.read.workspace, "read_workspace", fail)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    work = bench.workspace()
    with chdir(work.root):
        done = CliRunner().invoke(main, ["check"], env={"LANGUAGE": "es"})
    assert done.exit_code == 1
    assert "Traceback" not in done.output
    assert "Algo ha fallado en el propio valuegen" in done.stderr
    (details,) = tmp_path.glob("valuegen-*.txt")
    assert str(details) in done.stderr
    text = details.read_text()
    assert "Traceback" in text
    assert __version__ in text
    assert details.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        (MemoryError(), "No hay memoria suficiente"),
        (OSError(errno.ENOMEM, "no"), "No hay memoria suficiente"),
        (ImportError("x.so: failed to map segment from shared object"), "No hay memoria suficiente"),
        (SystemError("error return without exception set"), "No hay memoria suficiente"),
        (SystemError("<built-in method x> returned NULL without setting an exception"), "No hay memoria suficiente"),
        (OSError(errno.ENFILE, "no", "uno"), "Hay demasiados archivos abiertos"),
        (BlockingIOError(errno.EAGAIN, "no"), "no deja empezar más procesos"),
        (RuntimeError("can't start new thread"), "no deja empezar más procesos"),
        (OSError(errno.EIO, "no", "/casa/uno"), "El sistema ha rechazado /casa/uno (ha fallado el disco)."),
        (OSError(errno.EIO, "no"), "El sistema se ha negado a seguir (ha fallado el disco)."),
        (OSError(errno.EBUSY, "no", "uno"), "El sistema ha rechazado uno (EBUSY)."),
        (FileNotFoundError(errno.ENOENT, "no"), "La carpeta en la que estás ya no existe."),
    ],
)
def test_what_the_machine_refuses_is_no_fault_of_ours(bench, monkeypatch, tmp_path, fault, sentence):
    import valuegen.read.workspace

    def fail(*_arguments, **_options):
        raise fault

    monkeypatch.setattr(valuegen.read.workspace, "read_workspace", fail)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    done = shown(bench.workspace(), "check")
    assert (done.exit_code, sentence in done.stderr, list(tmp_path.glob("valuegen-*.txt"))) == (1, True, [])


def test_nor_is_a_library_that_python_could_load_but_half(bench, monkeypatch, tmp_path):
    """Where there is no memory for a part of it, Python goes on without, and says something else later."""
    import valuegen.read.workspace

    (tmp_path / "halfloaded.py").write_text("import math\nmath.sine\n")
    monkeypatch.syspath_prepend(tmp_path)

    def fail(*_arguments, **_options):
        import halfloaded

        return halfloaded

    monkeypatch.setattr(valuegen.read.workspace, "read_workspace", fail)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    done = shown(bench.workspace(), "check")
    assert done.exit_code == 1
    assert "No se ha podido cargar la biblioteca halfloaded (module 'math' has no attribute 'sine')." in done.stderr
    assert list(tmp_path.glob("valuegen-*.txt")) == []


def test_nor_where_the_program_of_the_search_may_not_begin(bench, monkeypatch):
    """It is another process, and what the system says of it is told, not that the search is broken."""
    pytest.importorskip("pagefind_bin")

    def fail(*_arguments, **_options):
        raise BlockingIOError(errno.EAGAIN, "no")

    work = bench.workspace()
    monkeypatch.setattr("valuegen.render.search._pagefind", fail)
    done = shown(work, "build")
    assert (done.exit_code, "no deja empezar más procesos" in done.stderr) == (1, True), done.stderr


def shown(work, *arguments):
    """How the command ends where whatever goes wrong is told, as a person would see it."""
    from contextlib import chdir

    from click.testing import CliRunner

    from valuegen.cli import main

    with chdir(work.root):
        return CliRunner().invoke(main, list(arguments), env={"LANGUAGE": "es"})


def test_nor_where_the_details_find_no_room(bench, monkeypatch):
    from contextlib import chdir

    from click.testing import CliRunner

    import valuegen.read.workspace
    from valuegen.cli import main

    def full(*_arguments, **_options):
        raise OSError(28, "No space left on device")

    def fail(*_arguments, **_options):
        raise RuntimeError

    monkeypatch.setattr(valuegen.read.workspace, "read_workspace", fail)
    monkeypatch.setattr("tempfile.NamedTemporaryFile", full)
    with chdir(bench.workspace().root):
        done = CliRunner().invoke(main, ["check"], env={"LANGUAGE": "en"})
    assert done.exit_code == 1
    assert "no room to write the details" in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_a_full_disk_behind_the_output_is_said(bench):
    work = bench.workspace(BROKEN_PROMISE)
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "valuegen", "check", "--format", "json"],
            cwd=work.root,
            env=process_environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
    assert done.returncode == 1
    assert "No se ha podido escribir lo que se imprime" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="streams are closed by a shell")
@pytest.mark.parametrize("closed", [">&-", "<&- >&- 2>&-"])
def test_streams_that_are_closed_are_no_fault(bench, closed):
    """As of a service, or a job of cron: what is printed goes nowhere, and all else is done."""
    work = bench.workspace()
    done = subprocess.run(
        f'"{sys.executable}" -m valuegen build {closed}',
        shell=True,
        cwd=work.root,
        env=process_environment(PYTHONPATH=str(ROOT / "src")),
        capture_output=True,
        encoding="utf-8",
    )
    assert (done.returncode, done.stdout, "Traceback" in done.stderr) == (0, "", False), done.stderr
    assert (work.root / "site/public/index.html").exists()


def test_a_pipe_that_closes_early_is_no_fault(bench):
    work = bench.workspace(BROKEN_PROMISE)
    for command in ("check --format json", "remind"):
        done = subprocess.run(
            f'"{sys.executable}" -m valuegen {command} | head -c 1',
            shell=True,
            cwd=work.root,
            env=process_environment(),
            capture_output=True,
            encoding="utf-8",
        )
        assert len(done.stdout) == 1
        for word in ("Traceback", "BrokenPipe", "Exception", "Algo ha fallado"):
            assert word not in done.stderr


# ---- interrupted


def has_lock(work, pid):
    """Whether the build of that process has begun."""
    lock = work.root / ".valuegen/lock"
    return lock.exists() and lock.read_text().strip() == str(pid)


def interrupted(work, wait, *arguments, group):
    """`kill -INT` to the process, or Ctrl-C to all of its group, a while after it has taken its lock."""
    with subprocess.Popen(
        [sys.executable, "-m", "valuegen", *arguments],
        cwd=work.root,
        env=process_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    ) as process:
        while process.poll() is None and not has_lock(work, process.pid):
            time.sleep(0.01)
        time.sleep(wait)
        if process.poll() is None:
            (os.killpg if group else os.kill)(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=60)
        return process.returncode, out, err


@pytest.mark.parametrize("group", [False, True], ids=["kill", "ctrl-c"])
def test_interrupted_it_says_so_and_leaves_the_site_whole(bench, group):
    work = bench.example()
    assert work.run("build").exit == 0
    whole = work.tree()
    work.change("valuegen.yaml", "title: ", "title: Otro ")
    seen = set()
    for wait in (0.0, 0.4, 0.8):
        status, _, err = interrupted(work, wait, "build", "--no-cache", "--jobs", "2", group=group)
        seen.add(status)
        assert status in (0, 130), err
        if status == 130:
            assert "Interrumpido." in err
            assert "Traceback" not in err
            assert work.tree() == whole
        else:
            break
    assert 130 in seen
    assert work.run("build").exit == 0
    assert [path.name for path in (work.root / ".valuegen").iterdir() if path.is_dir()] == ["cache"]


def test_an_interruption_while_a_class_is_made_ends_with_its_status_too(tmp_path):
    """Python dies of the signal itself, whatever status it was told, if the interruption went through `exec` of a text:
    so dataclasses are made, while commands import what they need."""
    (tmp_path / "interrupted.py").write_text(
        "import sys\nimport valuegen.cli\nfrom valuegen.__main__ import run\n\n"
        "def main():\n    try:\n        exec('raise KeyboardInterrupt')\n"
        "    except KeyboardInterrupt:\n        sys.exit(130)\n\nvaluegen.cli.main = main\nrun()\n"
    )
    done = subprocess.run([sys.executable, "-m", "interrupted"], cwd=tmp_path, env=process_environment())
    assert done.returncode == 130


def test_what_is_to_be_done_at_the_end_is_done_and_what_is_printed_goes_out(tmp_path):
    (tmp_path / "ended.py").write_text(
        "import atexit\nimport sys\nimport valuegen.cli\nfrom valuegen.__main__ import run\n\n"
        "def main():\n    atexit.register(print, 'at the end')\n    print('printed')\n    sys.exit(2)\n\n"
        "valuegen.cli.main = main\nrun()\n"
    )
    done = subprocess.run(
        [sys.executable, "-m", "ended"], cwd=tmp_path, capture_output=True, encoding="utf-8", env=process_environment()
    )
    assert (done.returncode, done.stdout, done.stderr) == (2, "printed\nat the end\n", "")


def test_the_program_is_what_python_m_runs():
    done = subprocess.run(
        [sys.executable, "-m", "valuegen", "--version"], cwd=ROOT, capture_output=True, encoding="utf-8"
    )
    assert done.stdout == f"valuegen {__version__}\n"


def test_nor_while_it_is_being_loaded():
    probe = """
import sys

class Finder:
    def find_spec(self, name, path, target=None):
        if name == "valuegen.cli":
            raise KeyboardInterrupt

sys.meta_path.insert(0, Finder())
from valuegen.__main__ import run
run()
"""
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, encoding="utf-8")
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")
