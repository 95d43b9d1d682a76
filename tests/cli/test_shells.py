"""Zsh and fish themselves complete the names of a workspace, by what `--help` says to type once."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import valuegen
from bench import Bench, MiniWorkspace, process_environment

FILES = {
    "content/segments.yaml": (
        "panaderias: {name: Panaderías de barrio}\npasteles: {name: Pastelerías}\nbares: {name: B}\n"
    ),
    "content/people.yaml": "irene: {name: Irene Vidal}\n",
}


@pytest.fixture
def work(bench: Bench) -> MiniWorkspace:
    return bench.workspace(FILES)


def run(work: MiniWorkspace, tmp_path: Path, shell: str, script: str) -> str:
    """A script in a shell that has a home of its own, and a `valuegen` in its path; what it prints."""
    found = shutil.which(shell)
    if found is None:
        pytest.skip(f"{shell} is not here (Debian: {shell})")
    command = tmp_path / "bin" / "valuegen"
    command.parent.mkdir()
    starts = "from valuegen.cli import main; main(prog_name='valuegen')"
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -c "{starts}" "$@"\n')
    command.chmod(0o755)
    env = process_environment(
        PATH=f"{command.parent}:/usr/bin:/bin",
        PYTHONPATH=str(Path(valuegen.__file__).parents[1]),
        HOME=str(tmp_path),
        ZDOTDIR=str(tmp_path),
        XDG_CONFIG_HOME=str(tmp_path / "config"),
        LC_ALL="C.UTF-8",
        LANG=None,
    )
    done = subprocess.run([found, "-c", script], cwd=work.root, env=env, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return done.stdout


FISH = """
mkdir -p $XDG_CONFIG_HOME/fish/completions
_VALUEGEN_COMPLETE=fish_source valuegen > $XDG_CONFIG_HOME/fish/completions/valuegen.fish
complete -C'valuegen suggest --segment pa'
echo ==
complete -C'valuegen sug'
echo ==
complete -C'valuegen remind --owner '
"""


def test_fish_itself_completes(work: MiniWorkspace, tmp_path: Path) -> None:
    segments, commands, people = run(work, tmp_path, "fish", FISH).split("==\n")
    assert segments == "panaderias\tPanaderías de barrio\npasteles\tPastelerías\n"
    assert commands.startswith("suggest\t")
    assert people == "irene\tIrene Vidal\n"


ZSH = r"""
autoload -Uz compinit && compinit -u -D
eval "$(_VALUEGEN_COMPLETE=zsh_source valuegen)"
print -r -- ${_comps[valuegen]}
_describe() { print -rl -- ${(P)${@[-2]}}; }
compadd() { print -rl -- ${(P)${@[-1]}}; }
words=(valuegen suggest --segment pa) CURRENT=4
_valuegen_completion
print -r -- "=="
words=(valuegen remind --owner '') CURRENT=4
_valuegen_completion
"""
"""The completion is called as zsh calls it, with its own builtins that show what it offers in place of a menu."""


def test_zsh_itself_completes(work: MiniWorkspace, tmp_path: Path) -> None:
    said, people = run(work, tmp_path, "zsh", ZSH).split("==\n")
    bound, *segments = said.splitlines()
    assert bound == "_valuegen_completion"
    assert segments == ["panaderias:Panaderías de barrio", "pasteles:Pastelerías"]
    assert people.splitlines() == ["irene:Irene Vidal"]
