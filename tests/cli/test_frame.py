"""What holds for every command: where options stand, what a wrong line gets, where outputs go."""

import subprocess
import sys

import pytest
from terminal import in_terminal

from bench import process_environment

BROKEN_PROMISE = {
    "content/calendar/2026.yaml": """
        - {date: 2026-12-05, title: Un curso, slug: curso, segments: [panaderias], kind: pitch, status: ready,
           ask: ¿Vienes?}
        """
}
COMMANDS = ("build", "check", "remind", "info")


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
        (["xyzzy"], "No hay ninguna orden «xyzzy». Las órdenes son: new, build, check, explain,"),
        (["check", "--formt", "json"], "No hay ninguna opción '--formt'. ¿Querías decir '--format'?"),
        (
            ["check", "--format", "xml"],
            "'xml' no es ninguno de estos: 'text', 'json', 'github', 'gitlab', 'sarif', 'junit'.",
        ),
        (["check", "--rule", "pitch-shar"], "No hay ninguna regla «pitch-shar». ¿Querías decir «pitch-share»?"),
        (["check", "--rule", "zzz"], "No hay ninguna regla «zzz»."),
        (["check", "--as-of", "algún día"], "--as-of"),
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
        (["remind", "--owner", "nadie"], "No existe «nadie». Hay: irene-vidal."),
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


def test_an_option_of_a_command_before_it_is_told_where_it_goes(bench):
    work = bench.workspace()
    done = work.run("--as-of", "2026-12-01", "check")
    assert (done.exit, "--as-of va detrás de la orden: valuegen check --as-of …" in done.err) == (2, True), done.err
    other = work.run("--as-off", "check")
    assert (other.exit, "va detrás" in other.err) == (2, False)
