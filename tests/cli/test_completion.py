"""What shells offer: the names of the workspace, at once, and nothing where something is wrong."""

import shutil
import subprocess
import sys
from contextlib import chdir
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete

import valuegen
from bench import MiniWorkspace, process_environment
from valuegen.cli import main

FILES = {
    "content/people.yaml": "irene: {name: Irene Vidal}\ntomas: {name: Tomás Arnal}\n",
    "content/private/contacts.yaml": "- {id: rosa, name: Rosa Díaz, segments: [panaderias]}\n",
    "content/private/needs.yaml": "- {id: merma, heard: 2026-10-12, needs: Saber cuánta harina tira}\n",
    "content/posts/pan.md": "---\ntitle: Pan de ayer\ndate: 2026-11-01\n---\n¿Lo tiras?\n",
    "content/posts/harina.md": "Un cuerpo de otra entrada.\n",
}


def offered(work: MiniWorkspace, *words: str) -> list[str]:
    """What is offered for the last word."""
    with chdir(work.root):
        found = ShellComplete(main, {}, "valuegen", "_VALUEGEN_COMPLETE").get_completions(list(words[:-1]), words[-1])
    return [item.value for item in found]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (["suggest", "--segment", ""], ["panaderias"]),
        (["remind", "--owner", "t"], ["tomas"]),
        (["forget", ""], ["rosa"]),
        (["explain", "pitch-w"], ["pitch-words", "pitch-while-away"]),
        (["check", "--rule", "gul"], ["gulp"]),
        (["--version", "sug"], ["suggest"]),
        (["suggest", "--segment", "x"], []),
    ],
    ids=" ".join,
)
def test_names_of_the_workspace_are_offered(bench, words, wanted):
    assert offered(bench.workspace(FILES), *words) == wanted


def test_another_workspace_is_looked_at_where_it_is_named(bench):
    work = bench.workspace(FILES)
    other = bench.workspace({"content/segments.yaml": "- {id: hornos, name: Hornos}\n"}, "other")
    assert offered(work, "--workspace", str(other.root), "suggest", "--segment", "") == ["hornos"]
    assert offered(work, "suggest", "--workspace", "../other", "--segment", "") == ["hornos"]


@pytest.mark.parametrize(
    ("sort", "wanted"),
    [
        ("entries", ["harina", "pan-de-ayer"]),
        ("needs", ["merma"]),
        ("products", ["curso", "taller"]),
        ("people", ["irene", "tomas", "ana"]),
        ("contacts", ["rosa"]),
    ],
)
def test_every_sort_is_found_where_it_is_written(bench, sort, wanted):
    from valuegen.cli.names_there import names

    work = bench.workspace(FILES)
    work.write("base.yaml", "products: {taller: {name: Taller}}\npeople: {ana: {name: Ana Gil}}\n")
    work.write(
        "valuegen.yaml", f"extends: base.yaml\nproducts: [{{id: curso, name: Curso}}]\n{work.read('valuegen.yaml')}"
    )
    assert [one.id for one in names(sort, str(work.root))] == wanted


def test_the_owner_of_the_site_is_somebody_where_no_people_are_written(bench):
    assert offered(bench.workspace(), "remind", "--owner", "") == ["irene-vidal"]


def test_built_in_channels_are_offered_too(bench):
    from valuegen.cli.names_there import names

    work = bench.workspace({"content/channels.yaml": "feria: {name: Feria}\n"})
    found = [one.id for one in names("channels", str(work.root))]
    assert {"feria", "blog", "whatsapp"} <= {*found}


@pytest.mark.parametrize(
    "text", ["\ta: [", "- {id: [}\n", "a: &b c\n", "{{{{", "7", "", "- {id: A b}\n- {id: 'a,b'}\n", b"\xff\xfe\x00"]
)
def test_of_what_can_not_be_read_nothing_is_said(bench, capfd, text):
    work = bench.workspace({"content/segments.yaml": text, "valuegen.yaml": text})
    assert offered(work, "suggest", "--segment", "") in ([], ["a"])
    assert capfd.readouterr() == ("", "")


def test_outside_a_workspace_nothing_is_offered(bench, capfd):
    nowhere = MiniWorkspace(bench.folder)
    assert offered(nowhere, "suggest", "--segment", "") == []
    assert capfd.readouterr() == ("", "")


def test_of_a_very_large_file_the_beginning_is_looked_at(bench):
    lines = "".join(f"- {{id: c{number}, name: Rosa}}\n" for number in range(30_000))
    found = offered(bench.workspace({"content/private/contacts.yaml": lines}), "forget", "")
    assert "c1" in found
    assert "c29999" not in found


def test_help_tells_how_to_switch_it_on_in_lines_to_copy(bench):
    shown = bench.workspace().run("--help", COLUMNS="60").out
    lines = [line.split() for line in shown.splitlines()]
    assert [
        line[0] for line in lines if f"_VALUEGEN_COMPLETE={line[:1][0] if line else ''}_source" in " ".join(line)
    ] == [
        "bash",
        "zsh",
        "fish",
    ]


def test_bash_itself_completes(bench, tmp_path):
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("bash is not here")
    command = tmp_path / "bin" / "valuegen"
    command.parent.mkdir()
    starts = "from valuegen.cli import main; main(prog_name='valuegen')"
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -c "{starts}" "$@"\n')
    command.chmod(0o755)
    here = str(Path(valuegen.__file__).parents[1])
    script = """
eval "$(_VALUEGEN_COMPLETE=bash_source valuegen)"
COMP_WORDS=(valuegen suggest --segment pa) COMP_CWORD=3
_valuegen_completion valuegen
echo "${COMPREPLY[@]}"
"""
    work = bench.workspace(FILES)
    env = process_environment(PATH=f"{command.parent}:/usr/bin:/bin", PYTHONPATH=here, LC_ALL="C.UTF-8", LANG=None)
    done = subprocess.run([bash, "-c", script], cwd=work.root, env=env, capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("panaderias\n", "")
