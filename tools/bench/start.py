"""How long the command takes to say anything, beside a Python that does nothing but load click."""

import sys
from pathlib import Path

from tools.bench.ours import command
from tools.bench.report import Bar, Report, Table, ratio, spread
from tools.bench.running import run

RUNS = 15
AT_MOST = 2.0
BESIDE = "python -c 'import click'"


def started() -> Report:
    """`--help` and `--version`, in turn with the other."""
    commands = {
        "valuegen --help": (*command(), "--help"),
        "valuegen --version": (*command(), "--version"),
        BESIDE: (sys.executable, "-c", "import click"),
    }
    took: dict[str, list[float]] = {name: [] for name in commands}
    for name, asked in [*commands.items()] * (RUNS + 1):
        took[name].append(run(asked, Path.cwd()).wall * 1000)
    counted = {name: each[1:] for name, each in took.items()}
    ratios = {name: ratio(each, counted[BESIDE]) for name, each in counted.items() if name != BESIDE}
    rows = tuple((name, spread(each), str(ratios.get(name, ""))) for name, each in counted.items())
    return Report(
        "start",
        (Table("Starting", ("milliseconds", "median (least–most)", f"against {BESIDE}"), rows),),
        tuple(Bar(f"{name}, against {BESIDE}", AT_MOST, each.middle) for name, each in ratios.items()),
    )
