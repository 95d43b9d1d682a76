"""Help in the language of whoever reads it, and fast."""

import subprocess
import sys

import click
import pytest

from bench import process_environment
from valuegen import __version__
from valuegen.cli import main

COMMANDS = ("build", "check", "explain", "rules", "remind", "forget", "info")


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


def _all(path=(), group=main):
    for name in group.list_commands(click.Context(group)):
        command = group.get_command(click.Context(group), name)
        yield (*path, name)
        if isinstance(command, click.Group):
            yield from _all((*path, name), command)


@pytest.mark.parametrize("path", list(_all()), ids=" ".join)
def test_every_command_and_group_shows_examples_of_itself(bench, path):
    shown = bench.workspace().run(*path, "--help").out
    assert "Ejemplos:" in shown
    assert shown.partition("Ejemplos:")[2].count(f"valuegen {' '.join(path)}") >= 1


def test_help_names_every_option_of_the_design(bench):
    work = bench.workspace()
    wanted = {
        "build": "--strict --fail-on --as-of --drafts --future --out --review --untrusted --no-cache --jobs --executor",
        "check": "--format --strict --fail-on --as-of --rule",
        "remind": "--on --owner --format --done --yes",
        "forget": "--yes",
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
heavy |= {"pathlib", "decimal", "fractions", "hashlib"} if len(sys.argv) == 2 else set()
commands = {name for name in sys.modules if name.endswith("_command")} - {f"valuegen.cli.{sys.argv[1]}_command"}
print("LOADED", sorted((heavy & set(sys.modules)) | commands))
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
