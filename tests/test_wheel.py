"""Installed from a wheel, far from the checkout, the program works: its themes and its words travel with it."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

from bench import process_environment

ROOT = Path(__file__).parent.parent


def test_every_file_that_is_not_code_travels(wheel):
    with zipfile.ZipFile(wheel) as archive:
        inside = set(archive.namelist())
    package = ROOT / "src" / "valuegen"
    wanted = {path.relative_to(ROOT / "src").as_posix() for path in package.rglob("*") if path.is_file()}
    wanted |= {
        f"valuegen/{path.relative_to(ROOT).as_posix()}" for path in (ROOT / "themes").rglob("*") if path.is_file()
    }
    wanted.add("valuegen/ci/github-pages.yml")
    version = (ROOT / "src/valuegen/__init__.py").read_text("utf-8").rpartition('= "')[2].split('"')[0]
    wanted |= {f"valuegen-{version}.data/data/share/man/{path}valuegen.1" for path in ("man1/", "es/man1/")}
    assert {path for path in wanted if "__pycache__" not in path} <= inside


def test_it_builds_the_example_far_from_the_checkout(bench, installed):
    example = bench.example()
    env = process_environment("es", PYTHONPATH=str(installed))
    where = [sys.executable, "-c", "import valuegen; print(valuegen.__file__)"]
    found = subprocess.run(where, env=env, cwd=bench.folder, capture_output=True, text=True).stdout
    assert Path(found.strip()).is_relative_to(installed)

    command = [sys.executable, "-m", "valuegen", "build", "--workspace", str(example.root)]
    built = subprocess.run(command, env=env, cwd=bench.folder, capture_output=True, text=True)
    assert built.returncode == 0, built.stderr
    from_wheel = example.tree()
    assert from_wheel

    # the checkout makes the same bytes of it
    again = example.run_process("build", "--no-cache", "--out", os.fspath(bench.folder / "again"))
    assert again.exit == 0, again.err
    assert example.tree("../again") == from_wheel
