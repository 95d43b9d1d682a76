"""`make build` and `make test` set everything up by themselves: the parts of run.py that need no network."""

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import run

ROOT = Path(__file__).parent.parent
OURS = run.Interpreter("/somewhere/python", (3, 11), "3.11.2 (main)")
OLD = run.Interpreter("/old/python", (3, 9), "3.9.1")
posix = pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")


@pytest.fixture
def clone(tmp_path, monkeypatch):
    """A clone of what the set-up looks at, whose `.venv` is made by writing down how."""
    for name in run.INPUTS:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"this is {name}")
    monkeypatch.setattr(run, "ROOT", str(tmp_path))
    monkeypatch.setattr(run, "VENV", str(tmp_path / ".venv"))
    monkeypatch.setattr(run, "STAMP", str(tmp_path / ".venv" / "made-from"))
    monkeypatch.setattr(run, "suitable", lambda own, names: OURS)
    return tmp_path


@pytest.fixture
def steps(clone, monkeypatch):
    """What a set-up does in the clone, step by step."""
    done = []

    def make_venv(python):
        assert not (clone / ".venv").exists()
        target = Path(run.venv_python())
        target.parent.mkdir(parents=True)
        target.touch()
        done.append("venv")
        return ["install"]

    monkeypatch.setattr(run, "make_venv", make_venv)
    monkeypatch.setattr(run, "run", lambda command: done.append(" ".join(command)))
    return done


@pytest.mark.parametrize("name", run.INPUTS)
def test_the_stamp_changes_with_what_is_installed(clone, name):
    before = run.stamp(str(clone), OURS)
    assert run.stamp(str(clone), OURS) == before
    (clone / name).write_text("another")
    assert run.stamp(str(clone), OURS) != before


@pytest.mark.parametrize("change", [{"path": "/elsewhere/python"}, {"full": "3.11.3 (main)"}])
def test_the_stamp_changes_with_the_interpreter(clone, change):
    assert run.stamp(str(clone), OURS._replace(**change)) != run.stamp(str(clone), OURS)


@posix
def test_another_name_of_the_same_interpreter_is_no_change(clone, tmp_path):
    (tmp_path / "python3.11").touch()
    (tmp_path / "python3").symlink_to("python3.11")
    names = [OURS._replace(path=str(tmp_path / name)) for name in ("python3", "python3.11")]
    assert run.stamp(str(clone), names[0]) == run.stamp(str(clone), names[1])


def test_the_stamp_changes_with_the_place(clone):
    before = run.stamp(str(clone), OURS)
    moved = clone.rename(clone.with_name("moved"))
    assert run.stamp(str(moved), OURS) != before


def test_set_up_installs_the_lock_by_its_hashes_and_then_rests(clone, steps):
    run.set_up()
    assert steps == [
        "venv",
        f"install --quiet --require-hashes -r {run.LOCK}",
        "install --quiet --no-deps --no-build-isolation -e .",
    ]
    run.set_up()
    assert len(steps) == 3


def test_a_changed_lock_sets_up_anew(clone, steps):
    run.set_up()
    (clone / run.LOCK).write_text("a newer one")
    run.set_up()
    assert steps.count("venv") == 2


def test_what_was_left_half_made_is_made_anew(clone, steps, monkeypatch):
    def fails(command):
        raise run.Trouble("no network")

    with monkeypatch.context() as broken:
        broken.setattr(run, "run", fails)
        with pytest.raises(run.Trouble):
            run.set_up()
    assert (clone / ".venv").exists()
    run.set_up()
    assert steps.count("venv") == 2


@pytest.mark.parametrize("harm", ["garble the stamp", "take the interpreter away"])
def test_what_was_harmed_is_made_anew(clone, steps, harm):
    run.set_up()
    if harm == "garble the stamp":
        Path(run.STAMP).write_bytes(b"\xff\x00")
    else:
        Path(run.venv_python()).unlink()
    run.set_up()
    assert steps.count("venv") == 2


def test_our_own_python_is_taken_if_it_is_new_enough():
    assert run.suitable(OURS, ["no-such-python"]) == OURS


@posix
def test_an_old_python_looks_for_a_newer_one(tmp_path, monkeypatch):
    fakes = {
        "broken": "echo 'pyenv: not found' >&2; exit 127",
        "older": "echo /older; echo 3 10; echo 3.10.4",
        "newer": "echo /newer; echo 3 12; echo 3.12.1",
    }
    for name, script in fakes.items():
        (tmp_path / name).write_text(f"#!/bin/sh\n{script}\n")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    assert run.suitable(OLD, ["absent", "broken", "older", "newer"]) == run.Interpreter("/newer", [3, 12], "3.12.1")
    with pytest.raises(run.Trouble, match=r"needs Python 3\.11 or newer; here is 3\.9"):
        run.suitable(OLD, ["absent", "broken", "older"])


def test_a_python_says_who_it_is():
    found = run.asked(sys.executable)
    assert found is not None
    assert (tuple(found.version), found.full) == (sys.version_info[:2], sys.version)
    assert found.path == run.current().path  # the one outside this virtual environment


@pytest.mark.parametrize(
    ("working", "command"),
    [
        (["-m venv"], [run.venv_python(), "-m", "pip", "install"]),
        (["--without-pip", "pip --python"], [OURS.path, "-m", "pip", "--python", run.venv_python(), "install"]),
        (["--without-pip"], ["/bin/uv", "pip", "install", "--python", run.venv_python()]),
        ([], None),
    ],
)
def test_without_ensurepip_another_installer_is_found(monkeypatch, working, command):
    def works(tried):
        text = " ".join(tried)
        return any(part in text for part in working) and ("--without-pip" not in text or "--without-pip" in working)

    monkeypatch.setattr(run, "works", works)
    monkeypatch.setattr(run.shutil, "rmtree", lambda *_, **__: None)
    monkeypatch.setattr(run.shutil, "which", lambda name: "/bin/uv")
    if command is None:
        with pytest.raises(run.Trouble, match="apt install python3-venv"):
            run.make_venv(OURS)
    else:
        assert run.make_venv(OURS) == command


def test_other_environments_do_not_leak_in(monkeypatch):
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    monkeypatch.setenv("PIP_REQUIRE_VIRTUALENV", "1")
    monkeypatch.setenv("LANG", "es_ES.UTF-8")
    found = run.environment()
    assert "PYTHONPATH" not in found
    assert "PIP_REQUIRE_VIRTUALENV" not in found
    assert found["LANG"] == "es_ES.UTF-8"


def test_a_task_stops_at_the_first_command_that_fails(monkeypatch):
    called = []
    monkeypatch.setattr(run, "set_up", lambda: None)
    monkeypatch.setattr(run.subprocess, "call", lambda command, **_: called.append(command[1:]) or len(called) - 1)
    monkeypatch.setitem(run.TASKS, "check", [["one"], ["two"], ["three"]])
    assert run.main(["check", "-k", "x"]) == 1
    assert called == [["one"], ["two"]]


def test_arguments_go_to_the_last_command(monkeypatch):
    called = []
    monkeypatch.setattr(run, "set_up", lambda: None)
    monkeypatch.setattr(run.subprocess, "call", lambda command, **_: called.append(command[1:]) or 0)
    monkeypatch.setitem(run.TASKS, "check", [["one"], ["two"]])
    assert run.main(["check", "-k", "x"]) == 0
    assert called == [["one"], ["two", "-k", "x"]]


def test_an_unknown_task_is_a_wrong_command_line(capsys):
    assert run.main(["bild"]) == 2
    assert "build|test" in capsys.readouterr().err


def test_an_old_python_can_read_it():
    ast.parse((ROOT / "run.py").read_text(encoding="utf-8"), feature_version=(3, 6))


@pytest.mark.parametrize(
    ("name", "groups", "left_out"),
    [(run.LOCK, ("dev", "build"), ()), ("requirements/site.lock", ("build",), ("cluster", "import"))],
)
def test_the_lock_holds_every_dependency_with_hashes_and_names_no_registry(name, groups, left_out):
    lock = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in lock
    blocks = re.findall(r"^([a-z0-9-]+)==\S.*\n((?:    --hash=sha256:[0-9a-f]{64}.*\n)+)", lock, re.M)
    names = {name for name, _ in blocks}
    assert len(blocks) == len(re.findall(r"^\S", lock, re.M))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [*project["project"]["dependencies"]]
    for group in groups:
        wanted += [line for line in project["dependency-groups"][group] if isinstance(line, str)]
    for extra, lines in project["project"]["optional-dependencies"].items():
        wanted += lines if extra not in left_out else []
    asked_for = {re.split(r"[<>=\[;\s]", line)[0].lower() for line in wanted} - {"valuegen"}
    assert asked_for <= names


@pytest.mark.skipif(shutil.which("make") is None, reason="needs make")
def test_make_hands_its_target_and_arguments_on(tmp_path):
    fake = tmp_path / "python"
    fake.write_text('#!/bin/sh\n[ "$1" = -c ] && exit 0\necho "$@"\n')
    fake.chmod(0o755)
    done = subprocess.run(["make", "-s", "test", f"PYTHON={fake}", "ARGS=-k share"], cwd=ROOT, capture_output=True)
    assert done.stdout == b"run.py test -k share\n"


@posix
def test_ci_needs_its_browser_and_runs_make_test(tmp_path):
    for name in ("make", "chromium", "chromedriver", "jq", "npm"):
        (tmp_path / name).write_text('#!/bin/sh\necho "$@ ${VALUEGEN_NEEDS_BROWSER:-no}"\n')
        (tmp_path / name).chmod(0o755)
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    for ci, expected in (("true", b"test 1\n"), ("", b"test no\n")):
        env = {**os.environ, "PATH": path, "CI": ci}
        env.pop("VALUEGEN_NEEDS_BROWSER", None)
        assert subprocess.run(["bash", str(ROOT / ".ci" / "run")], env=env, capture_output=True).stdout == expected
