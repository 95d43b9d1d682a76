"""Builds of the same text by each program, in turn: cold, unchanged, a body, a title, a segment's name; memory."""

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from operator import attrgetter
from pathlib import Path

from tools.bench.corpus import Group, Post, groups, posts
from tools.bench.ours import has_fast, ours
from tools.bench.peers import others
from tools.bench.program import Program
from tools.bench.report import Bar, Ratio, Report, Table, ratio, spread
from tools.bench.running import Spent, run, site_folder

EDITED = 42
COLD, UNCHANGED, MEMORY = "cold", "nothing changed", "memory"
WARM = (UNCHANGED, "one body changed", "one title changed", "one segment renamed")
JUDGED_AT = 10_000
"""The size that the bars are for."""
Figures = Mapping[str, Mapping[str, Sequence[Spent]]]
"""Program → step → its runs."""


@dataclass(frozen=True)
class Bound:
    """What a step of one of ours may cost against another program."""

    ours: str
    step: str
    other: str
    at_most: float


BOUNDS = (
    Bound("valuegen", COLD, "Eleventy", 1.2),
    Bound("valuegen", COLD, "Pelican", 0.4),
    Bound("valuegen, fast", COLD, "Hugo", 1.0),
    Bound("valuegen, fast, public/ alone", COLD, "Hugo", 0.7),
    Bound("valuegen", UNCHANGED, "Hugo", 0.1),
    Bound("valuegen, fast", UNCHANGED, "Hugo", 0.1),
    Bound("valuegen", "one body changed", "Hugo", 0.15),
    Bound("valuegen, fast", "one body changed", "Hugo", 0.15),
    Bound("valuegen", MEMORY, "Hugo", 0.4),
    Bound("valuegen, fast", MEMORY, "Hugo", 0.4),
)


class Unequal(Exception):
    """A program did not build what it was given."""


def compared(sizes: Sequence[int], rounds: int, only: Sequence[str]) -> Report:
    """All programs, at each size."""
    reports = [compared_at(size, rounds, only) for size in sizes]
    return Report(
        "build",
        tuple(table for report in reports for table in report.tables),
        tuple(bar for report in reports for bar in report.bars),
    )


def compared_at(size: int, rounds: int, only: Sequence[str]) -> Report:
    """All programs, one after the other in each step, each step so many times."""
    with site_folder() as memory:
        programs = [one for one in (*of_ours(memory), *others(memory)) if not only or one.name in only]
        for program in programs:
            write_all(program, size)
        figures: dict[str, dict[str, list[Spent]]] = {program.name: {} for program in programs}
        for number in range(rounds):
            one_round(programs, size, number, figures)
        for program in programs:
            program.forget()
            note(figures, program, MEMORY, run(program.command, program.root, program.env, memory=True))
    return told(size, figures)


def of_ours(memory: Path) -> list[Program]:
    """valuegen with its engines; the public part alone with the quick one, where it is installed."""
    engines = ["markdown-it", "fast"] if has_fast() else ["markdown-it"]
    if "fast" not in engines:
        print("the engine “fast” is absent: its rows are left out", flush=True)
    built = [ours(memory / f"ours-{engine}", engine) for engine in engines]
    return [*built, ours(memory / "ours-public", engines[-1], public=True)]


def write_all(program: Program, size: int) -> None:
    """The whole source of a site."""
    program.write({**program.frame, **program.segments(groups()), **dict(map(program.post, posts(size)))})


def one_round(programs: Sequence[Program], size: int, number: int, figures: dict[str, dict[str, list[Spent]]]) -> None:
    """Each step by each program, from the text as it was at first; what it made is looked at."""
    *_, first = posts(EDITED + 1)
    for program in programs:
        program.forget()
        program.write({**program.segments(groups()), **dict([program.post(first)])})
        note(figures, program, COLD, run(program.command, program.root, program.env))
        look_at_all(program, size)
    for step, (edit, expected) in zip(WARM, edits(size, number), strict=True):
        for program in programs:
            if program.name.endswith("alone"):
                continue
            edit(program)
            note(figures, program, step, run(program.command, program.root, program.env))
            expected(program)


def edits(size: int, number: int) -> list[tuple[Callable[[Program], None], Callable[[Program], None]]]:
    """What is changed in each warm step, and what must then be seen."""
    *_, post = posts(EDITED + 1)
    group, mark = groups()[post.segment], f"Marca {number}"
    longer, renamed = replace(post, body=f"{post.body}\n{mark} al pie.\n"), replace(group, name=f"{group.name} {mark}")
    titled = replace(longer, title=f"{post.title} {mark} arriba")
    all_groups = tuple(renamed if one.id == group.id else one for one in groups())
    return [
        (lambda _: None, lambda program: look_at_all(program, size, least=1)),
        (writing(longer), seeing(post, f"{mark} al pie.")),
        (writing(titled), seeing(post, f"{mark} arriba")),
        (
            lambda program: program.write(program.segments(all_groups)),
            lambda program: sees(program.hub(group), renamed),
        ),
    ]


def writing(post: Post) -> Callable[[Program], None]:
    """An edit of a post."""
    return lambda program: program.write(dict([program.post(post)]))


def seeing(post: Post, mark: str) -> Callable[[Program], None]:
    """Looks at the post's page."""

    def look(program: Program) -> None:
        if mark not in program.page(post.slug):
            raise Unequal(f"{program.name} did not show the change: {mark}")

    return look


def sees(page: str, group: Group) -> None:
    """Looks at a segment's page."""
    if group.name not in page:
        raise Unequal(f"the new name is not shown: {group.name}")


def look_at_all(program: Program, size: int, *, least: int = 0) -> None:
    """As many posts as there are, each with its last sentence."""
    for post in posts(least or size):
        if post.body.rstrip().rpartition("\n")[2] not in program.page(post.slug):
            raise Unequal(f"{program.name}: {post.slug} lacks its end")
    if (built := sum(1 for _ in program.out.glob("entrada-*/index.html"))) != size:
        raise Unequal(f"{program.name} built {built} posts of {size}")


def note(figures: dict[str, dict[str, list[Spent]]], program: Program, step: str, spent: Spent) -> None:
    """Keep a run, and say it: the whole takes long."""
    figures[program.name].setdefault(step, []).append(spent)
    told = f"{spent.memory:.0f} MiB" if step == MEMORY else f"{spent.wall:.2f} s"
    print(f"  {program.name}: {step}: {told}", file=sys.stderr, flush=True)


def told(size: int, figures: Figures) -> Report:
    """The seconds, the ratios, and what of them may be how much."""
    seconds = partial(in_seconds, figures)
    steps = (COLD, *WARM)
    rows = [
        (name, *(seconds(name, step, "wall") for step in steps), f"{spent[MEMORY][0].memory:,.0f}")
        for name, spent in figures.items()
    ]
    worked = [(name, *(seconds(name, step, "cpu") for step in steps)) for name in figures]
    mine = [name for name in figures if name.startswith("valuegen")]
    pairs = [(name, other) for name in mine for other in figures if other not in mine]
    ratios = [(f"{a} / {b}", *(str(of(figures, a, step, b) or "") for step in (*steps, MEMORY))) for a, b in pairs]
    what = f"{size:,} posts"
    return Report(
        "build",
        (
            Table(f"{what}: seconds by the clock, median (least–most)", (what, *steps, "memory, MiB"), tuple(rows)),
            Table(f"{what}: seconds of processors", (what, *steps), tuple(worked)),
            Table(f"{what}: ratios by the clock", (what, *steps, MEMORY), tuple(ratios)),
        ),
        tuple(bars(figures)) if size == JUDGED_AT else (),
    )


def in_seconds(figures: Figures, name: str, step: str, kind: str) -> str:
    """One cell; nothing where the step was not run."""
    return spread([getattr(one, kind) for one in figures[name].get(step, ())])


def bars(figures: Figures) -> list[Bar]:
    """What the ratios may be."""
    pairs = ((bound, of(figures, bound.ours, bound.step, bound.other)) for bound in BOUNDS)
    return [
        Bar(f"{bound.ours}: {bound.step}, against {bound.other}", bound.at_most, ratio.middle)
        for bound, ratio in pairs
        if ratio is not None
    ]


def of(figures: Figures, name: str, step: str, other: str) -> Ratio | None:
    """Run by run, one program’s cost against another’s."""
    mine, theirs = (figures.get(one, {}).get(step) for one in (name, other))
    if not mine or not theirs:
        return None
    cost = attrgetter("memory" if step == MEMORY else "wall")
    return ratio(list(map(cost, mine)), list(map(cost, theirs)))
