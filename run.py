"""Set everything up, then do one task: `python3 run.py build` (or `test`, `check`, `format`, `judge`, `bench`…).

Needs a Python and nothing else. It makes `.venv` from `requirements/dev.lock` (every file checked against its
hash) and never touches the system's Python. `make build` and the other targets call this. An older Python than
the project needs can start it too, so it is written in the words of Python 3.6, and looks for a newer one.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from typing import Dict, Iterator, List, NamedTuple, Optional, Sequence

ROOT = os.path.dirname(os.path.realpath(__file__))
VENV = os.path.join(ROOT, ".venv")
STAMP = os.path.join(VENV, "made-from")
LOCK = os.path.join("requirements", "dev.lock")
# What the environment depends on: when one of these changes, it is made anew.
INPUTS = (LOCK, "pyproject.toml", "run.py")

OLDEST = (3, 11)
NAMES = ("python3", "python3.14", "python3.13", "python3.12", "python3.11", "python")
ASK = """import sys
print(getattr(sys, "_base_executable", sys.executable))
print(*sys.version_info[:2])
print(sys.version)"""
# Settings of other environments and of pip that would lead ours astray (indexes, proxies and certificates stay).
STRANGE = (
    "PYTHONHOME PYTHONPATH VIRTUAL_ENV __PYVENV_LAUNCHER__ PIP_USER PIP_TARGET PIP_PREFIX PIP_PYTHON PIP_CONSTRAINT "
    "PIP_REQUIREMENT PIP_REQUIRE_HASHES PIP_NO_DEPS PIP_EDITABLE PIP_DRY_RUN PIP_REQUIRE_VIRTUALENV"
).split()

# `uv lock` and pylock files would write the registry's address into each line; this writes none.
COMPILE = "-m uv pip compile pyproject.toml --universal --python-version 3.11".split()
COMPILE += "--generate-hashes --no-header --no-annotate --quiet".split()
# What a CI needs to build a site (action.yml, ci/): everything but what other machines are for, with the same pins.
SITE = "--extra fast --extra holidays --extra search --extra images --extra highlight --group build".split()
SITE += ["--constraint", LOCK, "-o", os.path.join("requirements", "site.lock")]
TESTS = ["-m", "pytest", "-n", "auto", "--maxprocesses", "8"]
TASKS = {
    "setup": [],
    "build": [["-m", "valuegen", "build", "--workspace", ROOT]],
    "test": [TESTS],
    "check": [
        ["-m", "ruff", "format", "--check", "."],
        ["-m", "ruff", "check", "."],
        ["-m", "mypy"],
        ["tools/catalogues.py", "--check"],
        ["tools/docs.py", "--check"],
        TESTS,
    ],
    "format": [["-m", "ruff", "format", "."], ["-m", "ruff", "check", "--fix", "."]],
    "judge": [["tools/judge.py"]],
    "learn": [["-m", "tools.learn"]],
    "faults": [["tools/faults.py"]],
    "soak": [["tools/load.py"], ["tools/soak.py", "--edits", "3600", "--pause", "1"]],
    "bench": [["-m", "tools.bench"]],
    "hostile": [[*TESTS, "--all", "tests/hostile", "tests/leaks"]],
    "fuzz": [["-m", "tools.fuzz"]],
    "mutants": [["tools/mutants.py"]],
    "docs": [["tools/docs_site.py"]],
    "wheel": [["-m", "hatchling", "build", "-t", "wheel"]],
    "lock": [
        ["-m", "pip", "install", "-q", "uv"],
        [*COMPILE, "--all-extras", "--group", "dev", "-o", LOCK],
        [*COMPILE, *SITE],
    ],
}  # type: Dict[str, List[List[str]]]


class Interpreter(NamedTuple):
    """A Python outside any virtual environment: its path, (major, minor), and all it says of its version."""

    path: str
    version: Sequence[int]
    full: str


class Trouble(Exception):
    """Something that the person at the keyboard can mend; the text says how."""


def main(arguments: List[str]) -> int:
    """Do the task that is named first; what follows goes to its last command. Returns the exit status."""
    if not arguments or arguments[0] not in TASKS:
        print("usage: run.py {} [ARGUMENT…]".format("|".join(TASKS)), file=sys.stderr)
        return 2
    commands = TASKS[arguments[0]]
    try:
        set_up()
        for command in commands:
            rest = arguments[1:] if command is commands[-1] else []
            status = subprocess.call([venv_python(), *command, *rest], cwd=ROOT, env=environment())
            if status != 0:
                return status if status > 0 else 128 - status
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


def set_up() -> None:
    """Make `.venv`, unless the one that is there was made from just what would be used now."""
    python = suitable(current(), NAMES)
    wanted = stamp(ROOT, python)
    with alone(ROOT):
        if is_made(wanted):
            return
        say("Setting up .venv with Python {} (once; a minute or less)…".format(python.full.split()[0]))
        shutil.rmtree(VENV, ignore_errors=True)
        install = [*make_venv(python), "--quiet"]
        # the editable install builds nothing from the network: its tools are in the lock
        run([*install, "--require-hashes", "-r", LOCK])
        run([*install, "--no-deps", "--no-build-isolation", "-e", "."])
        with open(STAMP, "w", encoding="utf-8") as file:  # last: without it, what is there counts as half-made
            file.write(wanted)


def stamp(root: str, python: Interpreter) -> str:
    """All that the environment depends on, in one line: its place, its Python, the lock and the project."""
    path = os.path.realpath(python.path)  # from within .venv the same Python goes by another of its names
    digest = hashlib.sha256("{}\0{}\0{}".format(root, path, python.full).encode("utf-8", "surrogateescape"))
    for name in INPUTS:
        with open(os.path.join(root, name), "rb") as file:
            digest.update(hashlib.sha256(file.read()).digest())
    return digest.hexdigest()


def is_made(wanted: str) -> bool:
    """Whether `.venv` is whole, and made from what the stamp `wanted` says."""
    try:
        with open(STAMP, encoding="utf-8") as file:
            return file.read() == wanted and os.path.exists(venv_python())
    except (OSError, ValueError):
        return False


def suitable(own: Interpreter, names: Sequence[str]) -> Interpreter:
    """`own` if it is new enough, else the first that is of those called `names`."""
    if tuple(own.version) >= OLDEST:
        return own
    for name in names:
        found = asked(name)
        if found is not None and tuple(found.version) >= OLDEST:
            return found
    raise Trouble(
        "This needs Python {}.{} or newer; here is {}.{}. Install one (https://www.python.org/downloads/, or your "
        "system's packages) and try again.".format(*OLDEST, *own.version)
    )


def current() -> Interpreter:
    """The Python that runs this; started from a virtual environment, the one which that was made with."""
    base = getattr(sys, "_base_executable", None) or sys.executable
    return Interpreter(base, sys.version_info[:2], sys.version)


def asked(name: str) -> Optional[Interpreter]:
    """What the Python of this name says of itself; None if there is none, or it does not run."""
    try:
        out = subprocess.run([name, "-c", ASK], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment())
    except OSError:
        return None
    lines = out.stdout.decode("utf-8", "replace").splitlines()
    if out.returncode != 0 or len(lines) < 3:
        return None
    return Interpreter(lines[0], [int(part) for part in lines[1].split()], "\n".join(lines[2:]))


def make_venv(python: Interpreter) -> List[str]:
    """Make an empty `.venv`; returns the command that installs into it."""
    if works([python.path, "-m", "venv", VENV]):
        return [venv_python(), "-m", "pip", "install"]
    # Debian's python3 comes without ensurepip: another pip, or uv, can install into a bare environment.
    shutil.rmtree(VENV, ignore_errors=True)
    if works([python.path, "-m", "venv", "--without-pip", VENV]):
        outside = [python.path, "-m", "pip", "--python", venv_python()]
        if works([*outside, "--version"]):
            return [*outside, "install"]
        uv = shutil.which("uv")
        if uv:
            return [uv, "pip", "install", "--python", venv_python()]
    raise Trouble(
        "{} can't make a virtual environment with pip in it. On Debian and Ubuntu: "
        "sudo apt install python3-venv".format(python.path)
    )


def venv_python() -> str:
    """The Python of `.venv`."""
    return os.path.join(VENV, *(("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")))


def works(command: List[str]) -> bool:
    """Whether a command ends well; what it says is kept quiet."""
    quiet = subprocess.DEVNULL
    return subprocess.call(command, cwd=ROOT, env=environment(), stdout=quiet, stderr=quiet, stdin=quiet) == 0


def run(command: List[str]) -> None:
    """Run a command that has to end well; what it says is for the person to read."""
    if subprocess.call(command, cwd=ROOT, env=environment(), stdout=sys.stderr, stdin=subprocess.DEVNULL) != 0:
        raise Trouble("Setting up stopped here. When its cause is mended, the same command starts over.")


def environment() -> Dict[str, str]:
    """The environment for all that we start: without what belongs to other Pythons."""
    kept = {name: value for name, value in os.environ.items() if name not in STRANGE}
    kept["PIP_DISABLE_PIP_VERSION_CHECK"] = "1"
    return kept


@contextmanager
def alone(folder: str) -> Iterator[None]:
    """Two set-ups at once (`make -j build test`) take turns; where folders can't be locked, that is left to luck."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    held = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield
    finally:
        os.close(held)


def say(text: str) -> None:
    """A line of progress, on stderr: what a task writes to stdout stays its own."""
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
