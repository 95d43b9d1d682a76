"""Measures, as ratios in one run on one machine; no test fails by a time.

make bench                          all of it (an hour or so)
make bench ARGS="build"             valuegen beside Hugo, Eleventy and Pelican, on the same text
make bench ARGS="build --sizes 1000 --rounds 1"
make bench ARGS="check"             how checking grows: 10 times the entries, segments and contacts
make bench ARGS="check --entries 3000"
make bench ARGS="judge"             what judging the words of a text costs beside parsing it
make bench ARGS="preview --posts 10000"   from saving a text to its page: valuegen serve beside hugo server
make bench ARGS="start"             how long the command takes to say anything
make bench ARGS="growth"            what ten and a hundred times the posts cost
make bench ARGS="all --write docs/performance.md"    and put the tables into that page
make bench ARGS="show --write docs/performance.md"   the tables of what was measured last, without measuring
"""

import argparse
import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from tools.bench import kept
from tools.bench.building import Unequal, compared
from tools.bench.checking import growth_of_check
from tools.bench.growth import growth_of_build
from tools.bench.judging import judging
from tools.bench.preview import previewed
from tools.bench.report import Report, on_screen
from tools.bench.running import Broken
from tools.bench.start import started

PARTS = ("build", "preview", "start", "judge", "check", "growth")


def main() -> int:
    """Measure what is asked for; 1 where a check grows faster than it may."""
    asked = options().parse_args()
    names = PARTS if not asked.what or "all" in asked.what else tuple(part for part in PARTS if part in asked.what)
    fine = True
    for part in names:
        load = busy()
        try:
            found = measurements(asked)[part]()
        except (Broken, Unequal) as why:
            print(f"{part}: {why}", file=sys.stderr)
            return 1
        report = replace(found, notes=(*found.notes, *load))
        print(on_screen(report), flush=True)
        if not asked.only:
            kept.keep(report)
        fine &= part != "check" or all(bar.met for bar in report.bars)
    if "show" in asked.what:
        print("\n".join(on_screen(report) for report in kept.reports()))
    for page in asked.write:
        kept.write(page)
    return 0 if fine else 1


def options() -> argparse.ArgumentParser:
    """What may be asked."""
    parser = argparse.ArgumentParser(
        prog="make bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add("what", nargs="*", choices=[*PARTS, "all", "show", []], help="without one: all")
    add("--sizes", type=numbers, default=(1_000, 10_000), help="build: so many posts; several with commas")
    add("--rounds", type=int, default=3, help="build: so many runs of each step")
    add("--only", action="append", default=[], help="build: this program alone (valuegen, Hugo…); may be said again")
    add("--entries", type=int, default=10_000, help="check: so many at first, and ten times as many then")
    add("--posts", type=int, default=10_000, help="preview: so many posts")
    add("--runs", type=int, default=7, help="preview: so many saves")
    add("--growth", type=numbers, default=(1_000, 10_000, 100_000), help="growth: so many posts")
    add("--write", type=Path, action="append", default=[], help="a page to put the tables into; may be said again")
    return parser


def busy() -> tuple[str, ...]:
    """Something to say, if the machine had other work before this began: then only ratios say something, and little."""
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    return (f"The machine had other work: a load of {load:.1f} before this began.",) if load > 1 else ()


def numbers(text: str) -> tuple[int, ...]:
    """1000,10000"""
    return tuple(int(part) for part in text.replace("_", "").split(","))


def measurements(asked: argparse.Namespace) -> Mapping[str, Callable[[], Report]]:
    """What each part does."""
    return {
        "build": lambda: compared(asked.sizes, asked.rounds, asked.only),
        "preview": lambda: previewed(asked.posts, asked.runs),
        "start": started,
        "judge": judging,
        "check": lambda: growth_of_check(asked.entries),
        "growth": lambda: growth_of_build(asked.growth),
    }


if __name__ == "__main__":
    sys.exit(main())
