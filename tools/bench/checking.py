"""How checking grows: ten times the entries, segments and clients; each step by itself, and the command as a whole."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from tools.bench.calendar import workspace
from tools.bench.ours import command
from tools.bench.program import put
from tools.bench.report import Bar, Report, Table, short
from tools.bench.running import Spent, run, site_folder
from tools.bench.took import took
from valuegen import check as checking
from valuegen.plan.make import make_plan
from valuegen.prose import parse
from valuegen.read.workspace import Reading, read_workspace
from valuegen.remedy import credits  # noqa: A004 -- nobody asks Python for its own here
from valuegen.rules import ALL

TIMES = 10
NEXT_TO_NOTHING = 0.02
"""Seconds below which a ratio says more about the machine than about a rule."""
WHOLE = ("reading", "planning", "all rules", "credit")


def growth_of_check(entries: int) -> Report:
    """Ten times the entries may cost a check twelve times the time, and 2 kB each.

    Each step is shown by itself too. What fits into a processor's cache at first, and not ten times of it, grows more.
    """
    sizes = (entries, entries * TIMES)
    small, large = (measured(size) for size in sizes)
    (low, few), (high, many) = small, large
    rows = [(name, low[name], high[name]) for name in high if high[name] > NEXT_TO_NOTHING]
    rows += [("the whole command", few.cpu, many.cpu)]
    each = (many.memory - few.memory) * 1024 / (sizes[1] - sizes[0])
    head = ("seconds of processors", *(f"{size:,} entries" for size in sizes), "ratio")
    return Report(
        "check",
        (Table("How `check` grows", head, tuple((name, short(a), short(b), short(b / a)) for name, a, b in rows)),),
        (
            Bar(f"check: {sizes[0]:,} → {sizes[1]:,} entries, the whole command", 1.2 * TIMES, many.cpu / few.cpu),
            Bar("check: memory an entry more", 2, each, "kB"),
        ),
        (f"Memory: {few.memory:,.0f} MiB and {many.memory:,.0f} MiB.",),
    )


def measured(entries: int) -> tuple[dict[str, float], Spent]:
    """The steps, in seconds; and what the command took in a process of its own."""
    with site_folder() as folder:
        put(folder, dict(workspace(entries)))
        asked = (*command(), "check", "--quiet", "--workspace", str(folder))
        plain, watched = (run(asked, folder, memory=memory, fine=(0, 1)) for memory in (False, True))
        each = dict(steps(folder))
    each["a whole check"] = sum(each[name] for name in WHOLE)
    return each, Spent(plain.wall, plain.cpu, watched.memory)


def steps(folder: Path) -> Iterator[tuple[str, float]]:
    """Each step of a check of a workspace, and how long it took."""
    reading: list[Reading] = []
    yield "reading", took(lambda: reading.append(read_workspace(folder)), 1)
    found = reading[0].workspace
    assert found is not None, [str(finding) for finding in reading[0].findings[:3]]
    prose = {entry.slug: parse(entry.written.text, "es") for entry in found.entries if entry.written}
    make = partial(make_plan, found, reading[0].as_of, prose)
    yield "planning", took(make)
    plan = make()
    policy, mistakes = checking.policy_of(found.settings, found.segments)
    assert not [mistake for mistake in mistakes if mistake.level == "error"]
    for rule in ALL:
        yield rule.NAME, took(partial(checking.checked, plan, policy, [rule]))
    yield "all rules", took(partial(checking.checked, plan, policy))
    yield "credit", took(partial(credits, plan, policy))
