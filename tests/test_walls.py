"""The walls of the house (docs/architecture.md): who may import whom, and which library where.

Imports are read from the source, so that lazy ones, and those for types alone, count too.
"""

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SRC = ROOT / "src"

# From top to bottom: a module imports only from parts above its own, and within its own part without cycles.
ORDER = (
    "extras heap room tongue territory words finding clock leaf trace pictures model read prose judge plan leaks rules "
    "check remedy schema pages render publish build again report bring write scaffold preview cli __main__".split()
)
LIBRARIES = {
    "territory": {"babel"},
    "words": {"babel"},
    "clock": {"dateutil"},
    "pictures": {"PIL", "resvg_py"},
    "model": {"pydantic", "slugify"},
    "read": {"yaml", "pydantic", "babel"},
    "leaks": {"brotli"},
    "prose": {"markdown_it", "markdown_it_pyrs", "mdit_py_plugins", "slugify", "pygments"},
    "plan": {"dateutil", "holidays"},
    "schema": {"pydantic"},
    "render": {"jinja2", "markupsafe", "icalendar", "babel", "pagefind_bin", "PIL", "resvg_py"},
    "bring": {"vobject", "icalendar", "defusedxml", "markdownify", "bs4"},
    "preview": {"watchdog"},
    "cli": {"click", "distributed"},
}
# Parts of the standard library that only some parts may use. The program sends nothing to anybody, and what it
# writes depends on nothing but the workspace: not on the machine's locale, nor on chance.
RESERVED = {
    "locale": {"cli"},
    "random": set(),
    "http": {"preview"},
    "socket": {"preview"},
    "ssl": set(),
    "smtplib": set(),
    "ftplib": set(),
    "urllib.request": set(),
}
TODAY = {
    ("date", "today"),
    ("datetime", "today"),
    ("datetime", "now"),
    ("datetime", "utcnow"),
    ("time", "time"),
    ("time", "localtime"),
    ("time", "gmtime"),
    ("time", "ctime"),
}
LONGEST = 300


def module_name(path: Path) -> str:
    parts = path.relative_to(SRC).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_name(path): path for path in sorted((SRC / "valuegen").rglob("*.py"))}
TREES = {name: ast.parse(path.read_bytes(), str(path)) for name, path in MODULES.items()}


def part_of(module: str) -> str:
    """`plan` of `valuegen.plan.balance`; of the package itself, nothing."""
    return module.split(".")[1] if "." in module else ""


def rank(part: str) -> int:
    """How far down a part stands. The package itself (its version) is above all; what has no place comes last."""
    return -1 if not part else ORDER.index(part) if part in ORDER else len(ORDER)


def imports_of(module: str) -> Iterator[tuple[int, str]]:
    """Every import in a module, wherever it stands: its line, and the full name of what it imports."""
    package = module if MODULES[module].name == "__init__.py" else module.rpartition(".")[0]
    for node in ast.walk(TREES[module]):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            start = ".".join([*above, *([node.module] if node.module else [])])
            for alias in node.names:
                whole = f"{start}.{alias.name}"
                yield node.lineno, whole if whole in MODULES or start == "urllib" else start


def inside() -> Iterator[tuple[str, int, str]]:
    """Every import of the program's own: importer, line, imported."""
    for module in MODULES:
        for line, name in imports_of(module):
            if name.split(".")[0] == "valuegen":
                yield module, line, name


def outside() -> Iterator[tuple[str, int, str]]:
    """Every import of others' work: importer, line, imported."""
    for module in MODULES:
        for line, name in imports_of(module):
            if name.split(".")[0] != "valuegen":
                yield module, line, name


def at(module: str, line: int) -> str:
    return f"{MODULES[module].relative_to(ROOT).as_posix()}:{line}"


def test_every_part_has_its_place():
    assert {part_of(module) for module in MODULES} - {""} <= set(ORDER)


def test_imports_exist():
    wrong = [f"{at(module, line)}: {name}" for module, line, name in inside() if name not in MODULES]
    assert not wrong, "imported and not there: " + ", ".join(wrong)


def test_imports_look_up_only():
    wrong = [
        f"{at(module, line)}: {part_of(module) or 'the package'} imports {name}"
        for module, line, name in inside()
        if part_of(name) != part_of(module) and rank(part_of(name)) > rank(part_of(module))
    ]
    assert not wrong, "\n".join(wrong)


def test_bringing_and_writing_know_nothing_of_each_other():
    pair = {"bring", "write"}
    wrong = [at(module, line) for module, line, name in inside() if {part_of(module), part_of(name)} == pair]
    assert not wrong, wrong


def test_no_part_goes_round_in_circles():
    graph: dict[str, set[str]] = {module: set() for module in MODULES}
    for module, _, name in inside():
        if name != module:
            graph[module].add(name)
    try:
        tuple(TopologicalSorter(graph).static_order())
    except CycleError as error:
        pytest.fail(" → ".join(reversed(error.args[1])))


def test_each_library_stays_in_its_part():
    wrong = [
        f"{at(module, line)}: {name}"
        for module, line, name in outside()
        if name.split(".")[0] not in sys.stdlib_module_names
        and name.split(".")[0] not in LIBRARIES.get(part_of(module), set())
    ]
    assert not wrong, "\n".join(wrong)


def test_reserved_parts_of_the_standard_library():
    wrong = [
        f"{at(module, line)}: {name}"
        for module, line, name in outside()
        for reserved, parts in RESERVED.items()
        if (name == reserved or name.startswith(reserved + ".")) and part_of(module) not in parts
    ]
    assert not wrong, "\n".join(wrong)


def test_no_import_hides_from_these_tests():
    """Only the command line finds its commands by name, so that `--help` need not load them."""
    wrong = [
        at(module, node.lineno)
        for module, tree in TREES.items()
        if part_of(module) != "cli"
        for node in ast.walk(tree)
        if (isinstance(node, ast.Attribute) and node.attr == "import_module")
        or (isinstance(node, ast.Name) and node.id in ("import_module", "__import__"))
    ]
    assert not wrong, wrong


def test_only_the_clock_knows_what_day_it_is():
    wrong = [
        at(module, node.lineno)
        for module, tree in TREES.items()
        if part_of(module) != "clock"
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and (ast.unparse(node.value).rpartition(".")[2], node.attr) in TODAY
    ]
    assert not wrong, wrong


FRESH = """
import importlib, json, sys, traceback
failures = {}
for part, names in json.load(sys.stdin):
    for name in names:
        for known in [known for known in sys.modules if (known + ".").startswith(f"valuegen.{part}.")]:
            del sys.modules[known]
        try:
            importlib.import_module(name)
        except BaseException:
            failures[name] = traceback.format_exc(limit=-2)
json.dump(failures, sys.stdout)
"""


def test_each_module_imports_alone():
    """None leans on another having been imported before it.

    A process of its own goes down the house, and forgets a part's modules before each of them. What is above may
    stay: it knows nothing of those below, so it can't have prepared anything for them.
    """
    parts = [(part, [name for name in MODULES if part_of(name) == part]) for part in ORDER if part != "__main__"]
    done = subprocess.run([sys.executable, "-c", FRESH], input=json.dumps(parts), capture_output=True, text=True)
    assert done.stderr == ""
    assert json.loads(done.stdout) == {}


def test_files_stay_small():
    found = [path for top in ("src", "tests", "tools") for path in (ROOT / top).rglob("*.py")]
    lengths = {path.relative_to(ROOT).as_posix(): len(path.read_bytes().splitlines()) for path in found}
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


def test_every_package_says_what_it_is():
    packages = [path.parent for path in (SRC / "valuegen").glob("*/__init__.py")]
    assert [path.name for path in packages if not (path / "README.md").is_file()] == []
