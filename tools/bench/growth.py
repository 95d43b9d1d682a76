"""How a build grows: ten and a hundred times the posts."""

import sys
from collections.abc import Callable, Sequence
from itertools import pairwise

from tools.bench.building import COLD, UNCHANGED, edits, look_at_all, write_all
from tools.bench.ours import has_fast, ours
from tools.bench.program import Program
from tools.bench.report import Bar, Report, Table, short
from tools.bench.running import Spent, run, site_folder

MORE = 1.2
"""So many times in proportion may a cost grow."""
EACH = 10.0
"""kB of memory that each post more may take."""
BODY = "one body changed"


def growth_of_build(sizes: Sequence[int]) -> Report:
    """The processors' seconds of each step at each size, and the memory; with the quick engine, where it is."""
    engine = "fast" if has_fast() else "markdown-it"
    found = {size: measured(size, engine) for size in sizes}
    rows = [(step, *(short(found[size][step].cpu) for size in sizes)) for step in (COLD, UNCHANGED, BODY)]
    memory = [found[size][COLD].memory for size in sizes]
    bars = [
        Bar(f"build: {a:,} → {b:,} posts, {step}", MORE * b / a, found[b][step].cpu / found[a][step].cpu)
        for a, b in pairwise(sizes)
        for step in (COLD, UNCHANGED, BODY)
    ]
    bars += [
        Bar(f"build: memory a post more, {a:,} → {b:,}", EACH, (high - low) * 1024 / (b - a), "kB")
        for (a, b), (low, high) in zip(pairwise(sizes), pairwise(memory), strict=True)
    ]
    head = (f"seconds of processors, engine `{engine}`", *(f"{size:,} posts" for size in sizes))
    table = Table("How `build` grows", head, (*rows, ("memory, MiB", *(f"{each:,.0f}" for each in memory))))
    return Report("growth", (table,), tuple(bars))


def measured(size: int, engine: str) -> dict[str, Spent]:
    """One site: built cold, again, with a body changed; and cold with an eye on its memory."""
    with site_folder() as folder:
        program = ours(folder, engine)
        write_all(program, size)
        (_, (body, expected), *_) = edits(size, 0)
        took = {COLD: timed(program, size, COLD)}
        look_at_all(program, size)
        took[UNCHANGED] = timed(program, size, UNCHANGED)
        took[BODY] = timed(program, size, BODY, body)
        expected(program)
        program.forget()
        watched = run(program.command, program.root, memory=True)
        return {**took, COLD: Spent(took[COLD].wall, took[COLD].cpu, watched.memory)}


def timed(program: Program, size: int, step: str, edit: Callable[[Program], None] | None = None) -> Spent:
    """One run, which is said as it ends."""
    if edit is not None:
        edit(program)
    spent = run(program.command, program.root)
    print(f"  {size:,} posts, {step}: {spent.wall:.1f} s", file=sys.stderr, flush=True)
    return spent
