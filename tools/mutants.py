"""Small faults put into the program at random: how many of them do its tests find?

    make mutants                            300 in the parts where promises are kept; an hour or so
    make mutants ARGS="--count 50"          fewer
    make mutants ARGS="--again"             go on with a run that was ended, or with more of the same faults
    make mutants ARGS="--seed 7"            others
    make mutants ARGS="'*.rules.jargon.*'"  all of one module
    make mutants ARGS="--count 120 'valuegen.read.*'"  some of one part

mutmut, which makes the faults, is installed into an environment of its own, with its hashes. Where it puts them, and
which tests are asked first, stands in pyproject.toml; what these don't find, those are asked that read the source
itself. All happens in copies, in `.bench/mutants`. The faults that no test found are shown.
"""

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).parents[1]
HOME = ROOT / ".bench" / "mutants"
WORK, PLAIN = HOME / "work", HOME / "plain"
CHANGED = WORK / "mutants"  # mutmut's own name for it
ASKED = HOME / "faults.json"
LOCK = ROOT / "requirements" / "mutants.lock"
ENOUGH = 85
OF_THE_SOURCE = ["tests/test_catalogues.py"]
EXAMPLES = "10"
"""So many are made up by each law: with the usual hundred, a few laws take longer than all other tests together."""
# Over the limit of the processor's time, or some test failed. (-14: over that of the clock; a busy machine may be why.)
FOUND = {1, 3, -24, -9, -11}


def main(arguments: Sequence[str]) -> int:
    """Make faults, run the tests against a sample of them; 1 where fewer were found than should be."""
    parser = argparse.ArgumentParser(
        prog="make mutants", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("names", nargs="*", help="patterns of faults: all of those, unless --count says how many")
    parser.add_argument("--count", type=int, help="a sample of so many (without patterns: 300)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--most", type=float, default=0.05, help="the part of the tests' time that one fault may take")
    parser.add_argument("--again", action="store_true", help="the program and its tests as they were last time")
    asked = parser.parse_args(arguments)
    os.environ["VALUEGEN_EXAMPLES"] = EXAMPLES
    python = environment()
    if not asked.again:
        copy()
        make(python)
    names = chosen(made(), asked.names, asked.count, asked.seed)
    missed = [name for name in by_tests(python, names, asked.jobs, asked.most) if not by_source(python, name)]
    tell(names, missed)
    for name in missed:
        print(mutmut(python, "show", name))
    return 100 * (len(names) - len(missed)) < ENOUGH * len(names)


def environment() -> str:
    """A Python with mutmut, which has what the project has, and sees the changed code in the place of its own."""
    home = HOME / "venv"
    python = home / "bin" / "python"
    if not (home / "made").exists():
        shutil.rmtree(home, ignore_errors=True)
        subprocess.run([sys.executable, "-m", "venv", str(home)], check=True)
        install = "-m pip install -q --only-binary :all: --require-hashes -r".split()
        subprocess.run([str(python), *install, str(LOCK)], check=True)
        (home / "made").touch()
    paths = [str(CHANGED / "src"), sysconfig.get_path("purelib"), sysconfig.get_path("platlib")]
    for folder in (home / "lib").glob("*/site-packages"):
        (folder / "project.pth").write_text("\n".join(paths) + "\n", encoding="utf-8")
    return str(python)


def copy() -> None:
    """The project as it is now. mutmut follows the links that tests are made of: it gets no tests to copy."""
    unwanted = shutil.ignore_patterns(".*", "site", "__pycache__")
    for target in (WORK, PLAIN):
        shutil.rmtree(target, ignore_errors=True)
    ASKED.with_suffix(".found").unlink(missing_ok=True)
    for target in (CHANGED, PLAIN):
        shutil.copytree(ROOT, target, symlinks=True, ignore=unwanted)
    shutil.copytree(ROOT / "src", WORK / "src", ignore=unwanted)
    shutil.copyfile(ROOT / "pyproject.toml", WORK / "pyproject.toml")


def make(python: str) -> None:
    """Make all faults at once, each to be switched on by its name, and see which tests come by each function."""
    mutmut(python, "run", "--max-children", "1", "valuegen.rules.nearest.*")
    subprocess.run([python, "-m", "compileall", "-q", str(CHANGED / "src")], check=True, stdout=subprocess.DEVNULL)


def mutmut(python: str, *arguments: str) -> str:
    """What it said. Where it ends badly (a test that fails without any fault, say) that is shown."""
    done = subprocess.run(
        [str(Path(python).with_name("mutmut")), *arguments],
        cwd=WORK,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    if done.returncode != 0:
        raise SystemExit(done.stdout)
    return done.stdout


def made() -> list[str]:
    """The names of all faults."""
    found = (json.loads(path.read_text("utf-8"))["exit_code_by_key"] for path in CHANGED.rglob("*.meta"))
    return sorted(name for names in found for name in names)


def chosen(names: Sequence[str], patterns: Sequence[str], count: int | None, seed: int) -> list[str]:
    """All that are asked for by a pattern, or a random sample, the same for the same code and seed."""
    if patterns:
        names = [name for name in names if any(fnmatch(name, pattern) for pattern in patterns)]
    elif count is None:
        count = 300
    return list(names) if count is None else random.Random(seed).sample(names, min(count, len(names)))


def by_tests(python: str, names: Sequence[str], jobs: int, most: float) -> list[str]:
    """Those of the faults that no test finds which comes by the function with the fault."""
    ASKED.write_text(json.dumps(names), encoding="utf-8")
    options = ["--faults", str(ASKED), "--jobs", str(jobs), "--most", str(most), "-q", "-p", "no:cacheprovider"]
    options += ["--tb=no", "--assert=plain"]  # nobody reads why a test fails
    tests = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["mutmut"]
    selection = tests["pytest_add_cli_args_test_selection"]
    command = [python, "-m", "pytest", "-c", "pyproject.toml", "-p", "tools.mutants_asked", *options, *selection]
    subprocess.run(command, cwd=CHANGED, check=True)
    statuses = json.loads(ASKED.with_suffix(".found").read_text("utf-8"))
    return [name for name in names if statuses[name] not in FOUND]


def by_source(python: str, name: str) -> bool:
    """Whether a fault is found by the tests that read the source: it is put into a copy that has no other."""
    path = Path("src", *name.split(".")[:-1]).with_suffix(".py")
    if not (WORK / path).exists():
        path = path.with_suffix("") / "__init__.py"
    before = (WORK / path).read_bytes()
    mutmut(python, "apply", name)
    (PLAIN / path).write_bytes((WORK / path).read_bytes())
    command = [sys.executable, "-B", "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *OF_THE_SOURCE]
    done = subprocess.run(
        command, cwd=PLAIN, env={**os.environ, "PYTHONPATH": str(PLAIN / "src")}, stdout=subprocess.DEVNULL
    )
    for copied in (WORK, PLAIN):
        (copied / path).write_bytes(before)
    return done.returncode != 0


def tell(names: Sequence[str], missed: Sequence[str]) -> None:
    """How many were found in each part of the program."""
    of, lost = parts(names), parts(missed)
    for part in sorted(of):
        print(f"{part:10} {of[part] - lost[part]:4} of {of[part]:4}: {100 * (1 - lost[part] / of[part]):.0f} %")
    print(f"{'all':10} {len(names) - len(missed):4} of {len(names):4}: {100 * (1 - len(missed) / len(names)):.1f} %")


def parts(names: Iterable[str]) -> Counter[str]:
    """How many of the faults are in `plan`, how many in `rules`…"""
    return Counter(name.split(".")[1] for name in names)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
