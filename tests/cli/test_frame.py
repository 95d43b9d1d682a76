"""What holds for every command: where options stand, how it ends, which language it speaks, and no traceback ever."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from terminal import in_terminal

from bench import ROOT, process_environment
from valuegen import __version__

BROKEN_PROMISE = {
    "content/calendar/2026.yaml": """
        - {date: 2026-12-05, title: Un curso, slug: curso, segments: [panaderias], kind: pitch, status: ready,
           ask: ¿Vienes?}
        """
}
COMMANDS = ("build", "check", "remind", "info")


# ---- help


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)], ids=" ".join)
def test_help_is_whole_in_each_language(bench, command, language):
    # a process for each: click keeps the words of `--help` in the language in which it said them first
    done = bench.workspace().run_process(*command, "--help", language=language)
    assert (done.exit, done.err) == (0, "")
    strange = {"es": ("Usage", "Options", "Show ", "OPTIONS", "COMMAND", "Examples", "Say "), "en": ("Uso", "Muestra")}
    for word in strange[language]:
        assert word not in done.out
    for option in ("--workspace", "--quiet", "--verbose", "--no-color", "--version", "--help"):
        assert option in done.out
    if command:
        assert {"es": "Ejemplos:", "en": "Examples:"}[language] in done.out
        assert f"valuegen {command[0]}" in done.out


def test_help_names_every_option_of_the_design(bench):
    work = bench.workspace()
    wanted = {
        "build": "--strict --fail-on --as-of --drafts --future --out --review --untrusted --no-cache --jobs --executor",
        "check": "--format --strict --fail-on --as-of --rule",
        "remind": "--on --owner --format --done",
    }
    for command, options in wanted.items():
        shown = work.run(command, "--help").out
        assert not [option for option in options.split() if option not in shown]


def test_help_and_version_load_nothing_heavy():
    probe = """
import sys
from valuegen.cli import main
try:
    main(sys.argv[1:])
except SystemExit:
    pass
heavy = {"pydantic", "yaml", "jinja2", "babel", "icalendar", "markdown_it", "dateutil", "sqlite3", "watchdog", "email"}
print("LOADED", sorted(heavy & set(sys.modules)))
"""
    for arguments in (["--help"], ["--version"], ["build", "--help"]):
        done = subprocess.run(
            [sys.executable, "-c", probe, *arguments], capture_output=True, encoding="utf-8", env=process_environment()
        )
        assert done.stdout.endswith("LOADED []\n"), (arguments, done.stdout[-200:], done.stderr)


def test_the_version(bench):
    for arguments in (["--version"], ["build", "--version"], ["--quiet", "--version"]):
        done = bench.workspace(name="-".join(arguments)).run(*arguments)
        assert (done.exit, done.out) == (0, f"valuegen {__version__}\n")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_can_complete(bench, shell):
    done = bench.workspace().run_process(PYTHONWARNINGS="error", _VALUEGEN_COMPLETE=f"{shell}_source")
    assert "valuegen" in done.out.lower() or done.exit in (0, 2)


# ---- where options stand


@pytest.mark.parametrize("place", ["before", "after"])
def test_shared_options_stand_before_or_after_the_command(bench, place):
    work = bench.workspace()
    away = bench.workspace({"valuegen.yaml": None}, name="away")
    options = ["--workspace", str(work.root), "--quiet"]
    arguments = [*options, "check"] if place == "before" else ["check", *options]
    done = away.run(*arguments)
    assert (done.exit, done.out, done.err) == (0, "", "")


def test_the_workspace_is_found_upwards_by_option_or_by_name(bench):
    work, away = bench.workspace(), bench.workspace({"valuegen.yaml": None}, name="away")
    assert "workspace:" in work.run("info").out
    deep = work.root / "content" / "calendar"
    from contextlib import chdir

    from click.testing import CliRunner

    from valuegen.cli import main

    with chdir(deep):
        assert f"workspace:   {work.root}" in CliRunner().invoke(main, ["info"]).stdout
    assert f"workspace:   {work.root}" in away.run("info", VALUEGEN_WORKSPACE=str(work.root)).out
    assert (
        f"workspace:   {work.root}"
        in away.run("info", "--workspace", str(work.root), VALUEGEN_WORKSPACE="/nowhere").out
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_where_there_is_no_workspace(tmp_path, bench, command):
    done = bench.workspace({"valuegen.yaml": None}, name="empty").run(command)
    assert done.exit == 1
    assert "No hay ningún valuegen.yaml" in done.err or "valuegen.yaml" in done.err
    assert "Traceback" not in done.err
    done = bench.workspace(name="full").run(command, "--workspace", "nowhere")
    assert done.exit == 1
    assert "nowhere" in done.err


# ---- a wrong command line


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["bild"], "No hay ninguna orden «bild». ¿Querías decir «build»?"),
        (["xyzzy"], "No hay ninguna orden «xyzzy». Están estas: build, check, remind y info."),
        (["check", "--formt", "json"], "No hay ninguna opción '--formt'. ¿Querías decir '--format'?"),
        (["check", "--format", "xml"], "'xml' no es ninguno de estos: 'text', 'json'."),
        (["check", "--rule", "pitch-shar"], "No hay ninguna regla «pitch-shar». ¿Querías decir «pitch-share»?"),
        (["check", "--rule", "zzz"], "No hay ninguna regla «zzz»."),
        (["check", "--as-of", "mañana"], "--as-of"),
        (["check", "--as-of", "2026-02-30"], "--as-of"),
        (["check", "nada.yaml"], "No existe el archivo o la carpeta nada.yaml."),
        (["check", "/etc"], "/etc no está en el espacio de trabajo"),
        (["check", "--strict", "--fail-on", "error"], "--strict y --fail-on error se contradicen."),
        (["build", "--fail-on", "note"], "'note' no es ninguno de estos"),
        (["build", "--jobs", "0"], "«0» no es un número entero del 1 al 256."),
        (["build", "--jobs", "dos"], "«dos» no es un número entero del 1 al 256."),
        (["build", "sobra"], "Sobra un argumento (sobra)"),
        (["build", "--executor", "spark://x:1"], "«spark://x:1» no es un ejecutor."),
        (["build", "--executor", "dask://x"], "«dask://x» no es un ejecutor."),
        (["build", "--out"], "La opción '--out' necesita un valor."),
        (["remind", "--owner", "nadie"], "En el equipo no hay nadie que se llame «nadie»: Irene Vidal"),
        (["remind", "--on", "x"], "--on"),
        (["--quiet"], "Falta la orden."),
    ],
)
def test_a_wrong_command_line_is_2_and_says_why(bench, arguments, said):
    done = bench.workspace().run(*arguments)
    assert done.exit == 2, done.err
    assert done.out == ""
    assert said.removesuffix(": Irene Vidal") in done.err
    assert "Traceback" not in done.err


def test_no_command_shows_the_help(bench):
    done = bench.workspace().run()
    assert done.exit == 2
    assert "Órdenes:" in done.out + done.err


# ---- outputs


def test_data_goes_to_stdout_and_everything_else_to_stderr(bench):
    work = bench.workspace(BROKEN_PROMISE)
    done = work.run("check", "--format", "json")
    assert done.json["summary"]["error"] >= 1
    done = work.run("check")
    assert "content/calendar/2026.yaml:1:3: error pitch-share:" in done.out
    assert "error" in done.err
    assert "pitch-share" not in done.err
    done = work.run("build")
    assert done.out == ""
    assert "pitch-share" in done.err


def test_colours_are_for_terminals_that_want_them(bench):
    work = bench.workspace(BROKEN_PROMISE)
    assert "\x1b[31m" in in_terminal(work.root, "check", NO_COLOR="").out
    assert "\x1b" not in in_terminal(work.root, "check", NO_COLOR="1").out
    assert "\x1b" not in in_terminal(work.root, "check", TERM="dumb").out
    assert "\x1b" not in in_terminal(work.root, "--no-color", "check").out
    assert "\x1b" not in work.run_process("check", TERM="xterm-256color").out


def test_verbose_says_which_workspace_and_day(bench):
    work = bench.workspace()
    assert f"{work.root}, tal como está el 1 de diciembre de 2026." in work.run("check", "--verbose").err
    assert f"{work.root}, tal como está el 3 de enero de 2027." in work.run("-v", "remind", "--on", "2027-01-03").err
    assert str(work.root) not in work.run("check").err


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_any_text_can_be_shown_whatever_the_terminal_can(bench, encoding):
    work = bench.workspace(BROKEN_PROMISE)
    done = subprocess.run(
        [sys.executable, "-m", "valuegen", "check"],
        cwd=work.root,
        env=process_environment(PYTHONIOENCODING=encoding, PYTHONUTF8="0"),
        capture_output=True,
    )
    assert done.returncode == 1
    assert b"pitch-share" in done.stdout
    assert b"Traceback" not in done.stderr
    assert b"traza" not in done.stderr
    done = subprocess.run(
        [sys.executable, "-m", "valuegen", "check", "--format", "json"],
        cwd=work.root,
        env=process_environment(PYTHONIOENCODING=encoding, PYTHONUTF8="0"),
        capture_output=True,
    )
    assert "«Panaderías de barrio»" in done.stdout.decode("utf-8")


# ---- our own faults


@pytest.mark.parametrize(
    "fault", [RuntimeError("¡ay!"), RecursionError(), MemoryError(), KeyError("x"), OSError("raro")]
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


def interrupted(work, wait, *arguments, group):
    """`kill -INT` to the process, or Ctrl-C to all of its group, after a while. None: it was done before."""
    with subprocess.Popen(
        [sys.executable, "-m", "valuegen", *arguments],
        cwd=work.root,
        env=process_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    ) as process:
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
    for wait in (0.7, 1.0, 1.3):
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
    assert not [path for path in (work.root / ".valuegen").iterdir() if "stage" in path.name]


def test_the_program_is_what_python_m_runs():
    done = subprocess.run(
        [sys.executable, "-m", "valuegen", "--version"], cwd=ROOT, capture_output=True, encoding="utf-8"
    )
    assert done.stdout == f"valuegen {__version__}\n"
