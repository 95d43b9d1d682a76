"""A pytest that collects its tests once, and asks a fork of itself about each fault (`tools/mutants.py` starts it).

mutmut would begin a pytest for each of them, which takes longer than most of the tests.
"""

import gc
import json
import os
import resource
import signal
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

STATS = Path("mutmut-stats.json")
SECONDS, TIMES = 60, 3
"""A fork ends after so many seconds of the processor, and so many times what its tests take without a fault."""
PATIENCE = 1200
"""A fork ends after so many seconds by the clock."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--faults", help="a JSON list of their names; what comes of each is added beside it")
    parser.addoption("--jobs", type=int, default=1)
    parser.addoption("--most", type=float, default=1, help="the part of the time of all tests that one fault may take")


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool:
    """In place of running all tests once: run those that meet a fault, for each fault."""
    option = session.config.getoption
    file = Path(option("--faults"))
    answers = file.with_suffix(".found")
    found: dict[str, int] = json.loads(answers.read_text("utf-8")) if answers.exists() else {}
    names = [name for name in json.loads(file.read_text("utf-8")) if name not in found]
    stats = json.loads(STATS.read_text("utf-8"))
    met = Counter(test for tests in stats["tests_by_mangled_function_name"].values() for test in tests)
    items = {item.nodeid: item for item in session.items}
    asked = {name: _asked(name, items, stats, met, option("--most")) for name in names}
    for name in names:  # once, and not in each fork: what mutmut makes of a module is long
        import_module(name.rpartition(".")[0])
    gc.freeze()
    for number, (name, status) in enumerate(_outcomes(asked, stats["duration_by_test"], option("--jobs")), 1):
        found[name] = status
        print(f"{number} of {len(names)}: {name}: {'found' if status else 'MISSED'} {status}", file=sys.__stderr__)
        answers.write_text(json.dumps(found, indent=1), encoding="utf-8")
    return True


def _asked(
    name: str, items: Mapping[str, pytest.Item], stats: Mapping[str, Any], met: Mapping[str, int], most: float
) -> list[pytest.Item]:
    """The tests that come by the function with the fault, those first that are named after its module, then those that
    look at little else and are soon done.

    Those that the statistics don't know are asked, too; and altogether not more than is worth the time.
    """
    spent: Mapping[str, float] = stats["duration_by_test"]
    module, left = name.split(".")[-2], most * sum(spent.values())
    asked = [item for test, item in items.items() if test not in spent]
    tests = stats["tests_by_mangled_function_name"].get(name.rpartition("__mutmut_")[0], [])
    named = {test for test in tests if module in test.replace("-", "_")}
    for test in sorted(tests, key=lambda test: (test not in named, spent[test] * met[test])):
        if test in items and spent[test] <= left:
            left -= spent[test]
            asked.append(items[test])
    return asked


def _outcomes(
    asked: Mapping[str, Sequence[pytest.Item]], spent: Mapping[str, float], jobs: int
) -> Iterator[tuple[str, int]]:
    """Each fault, with the status of the fork that ran its tests: 0 where all of them passed."""
    running: dict[int, str] = {}
    for name, items in asked.items():
        if len(running) == jobs:
            yield _ended(running)
        child = os.fork()
        if child == 0:
            _run(name, items, SECONDS + TIMES * sum(spent.get(item.nodeid, 0) for item in items))
        running[child] = name
    while running:
        yield _ended(running)


def _ended(running: dict[int, str]) -> tuple[str, int]:
    child, status = os.wait()
    return running.pop(child), os.waitstatus_to_exitcode(status)


def _run(name: str, items: Sequence[pytest.Item], seconds: float) -> None:
    """Run them until one fails, and end."""
    limit = int(resource.getrusage(resource.RUSAGE_SELF).ru_utime + seconds)
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 1))
    signal.alarm(PATIENCE)
    os.environ["MUTANT_UNDER_TEST"] = name
    status = 0
    try:
        for item, following in zip(items, [*items[1:], None], strict=True):
            if any(report.failed for report in runtestprotocol(item, log=False, nextitem=following)):
                status = 1
                break
    except BaseException:
        status = 3
    os._exit(status)
