"""Measures, as ratios in one run on one machine; nothing here fails by a time.

make bench                      all of it (some minutes)
make bench ARGS="check"         how checking grows: 10 times the entries, segments and contacts
make bench ARGS="judge"         what judging the words of a text costs beside parsing it
make bench ARGS="check --entries 3000"
make bench ARGS="preview --posts 10000"   from saving a text to its page: valuegen serve beside hugo server
"""

import argparse
import gc
import random
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from statistics import median
from time import process_time

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))  # run as a script, it finds what stands beside it as the tests do

from tools.bench_preview import show_preview  # noqa: E402
from valuegen import check as checking  # noqa: E402
from valuegen.judge import ground_of, judge, writing_of  # noqa: E402
from valuegen.plan.make import make_plan  # noqa: E402
from valuegen.prose import parse  # noqa: E402
from valuegen.read.workspace import Reading, read_workspace  # noqa: E402
from valuegen.remedy import credits  # noqa: A004, E402 -- nobody asks Python for its own here
from valuegen.rules import ALL  # noqa: E402

AS_OF = date(2026, 12, 1)
TIMES = 10
RUNS = 3
LONG = 2.0
"""Seconds after which a step is not measured again."""
NEXT_TO_NOTHING = 0.02
"""Seconds below which a ratio says more about the machine than about a rule."""
KINDS = ("industry", "expertise", "reference", "conversation", "industry", "pitch")
CHANNELS = ("blog", "email", "whatsapp", "visit")


def main() -> int:
    """Measure what is asked for; 1 where something grows faster than it may."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("what", nargs="*", choices=["check", "judge", "preview", []], help="without one: all")
    options.add_argument("--entries", type=int, default=5_000, help="so many at first, and ten times as many then")
    options.add_argument("--posts", type=int, default=1_000, help="so many posts in the preview")
    options.add_argument("--runs", type=int, default=7, help="so many saves are measured in the preview")
    asked = options.parse_args()
    what = asked.what or ["check", "judge", "preview"]
    fine = True
    if "judge" in what:
        show_judging()
    if "preview" in what:
        show_preview(asked.posts, asked.runs)
    if "check" in what:
        fine = show_growth(asked.entries)
    return 0 if fine else 1


def show_growth(entries: int) -> bool:
    """Ten times the entries may cost a check twelve times the time: it reads, plans, asks all rules, and counts credit.

    Each step is shown by itself too. What fits into a processor's cache at first, and not ten times of it, grows more.
    """
    print(f"check: {entries:,} entries against {entries * TIMES:,}; seconds, ratio", flush=True)
    small, large = (dict(steps(size)) for size in (entries, entries * TIMES))
    for each in (small, large):
        each["a whole check"] = sum(each[name] for name in ("reading", "planning", "all rules", "credit"))
    for name in large:
        if large[name] > NEXT_TO_NOTHING:
            grown = large[name] / max(small[name], 1e-9)
            print(f"  {name:24} {small[name]:8.3f} {large[name]:8.3f}   × {grown:5.1f}")
    fine = large["a whole check"] <= 12 * small["a whole check"]
    print("  within 12 times" if fine else "  MORE than 12 times")
    return fine


def steps(entries: int) -> Iterator[tuple[str, float]]:
    """Each step of a check of a made-up workspace, and how long it took."""
    with tempfile.TemporaryDirectory() as folder:
        for path, text in workspace(entries):
            (Path(folder) / path).parent.mkdir(parents=True, exist_ok=True)
            (Path(folder) / path).write_text(text, encoding="utf-8")
        reading: list[Reading] = []
        yield "reading", took(lambda: reading.append(read_workspace(Path(folder))), 1)
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


def took(work: Callable[[], object], runs: int = RUNS) -> float:
    """The median of some runs, in seconds of the processor: other programs don’t count."""
    spent: list[float] = []
    while len(spent) < runs and sum(spent) < LONG:
        gc.collect()
        begun = process_time()
        work()
        spent.append(process_time() - begun)
    return median(spent)


def workspace(entries: int) -> Iterator[tuple[str, str]]:
    """Files of a made-up workspace: a segment a hundred entries, ten clients each, what they need and said."""
    chance = random.Random(entries)
    segments = [f"s{n}" for n in range(max(1, entries // 100))]
    contacts = [f"c{n}" for n in range(len(segments) * 10)]
    rules = "".join(f"  {name}: note\n" for name in ("unsolicited", "unapproved"))
    yield (
        "valuegen.yaml",
        (
            f"site: {{title: Banco, url: https://banco.example, as_of: {AS_OF}}}\n"
            f"products: [{{id: curso, name: Curso de costos, url: https://banco.example/curso}}]\nrules:\n{rules}"
        ),
    )
    yield "content/people.yaml", people()
    yield "content/segments.yaml", "".join(segment(id, chance) for id in segments)
    yield "content/private/contacts.yaml", "".join(contact(id, chance, segments) for id in contacts)
    yield "content/private/needs.yaml", "".join(need(id, chance) for id in contacts)
    yield "content/private/log.yaml", "".join(line(id, chance) for id in contacts for _ in range(3))
    for first in range(0, entries, 1_000):
        rows = (entry(number, chance, segments) for number in range(first, min(entries, first + 1_000)))
        yield f"content/calendar/{first:07}.yaml", "".join(rows)


def people() -> str:
    """Two people: one of them is away for a time."""
    return (
        "ana: {name: Ana Gil, role: principal, email: ana@banco.example, knows: [a, b], minutes_per_week: 600}\n"
        "luis: {name: Luis Mora, email: luis@banco.example, away: [{from: 2027-01-10, to: 2027-01-20, cover: ana}]}\n"
    )


def segment(id: str, chance: random.Random) -> str:
    """One segment."""
    treatment = chance.choice(["personal", "group", "broadcast"])
    return f"{id}: {{name: Grupo {id}, treatment: {treatment}, cares_about: [a, b], channels: [blog, email, visit]}}\n"


def contact(id: str, chance: random.Random, segments: list[str]) -> str:
    """One client."""
    of = chance.choice(segments)
    wish = chance.choice(
        ["", "", "", ", opted_out: 2026-11-01", ", no_pitches: 2026-10-01", ", agreed: {on: 2025-01-01}"]
    )
    return f"- {{id: {id}, name: Cliente {id}, segments: [{of}], email: {id}@clientes.example{wish}}}\n"


def need(id: str, chance: random.Random) -> str:
    """Something heard."""
    return f"- {{id: n-{id}, heard: {day(chance, -200, 0)}, from: {id}, needs: Saber algo}}\n"


def line(id: str, chance: random.Random) -> str:
    """A line of the log."""
    what = chance.choice(["message", "reply", "call", "answer", "inquiry"])
    by = "" if what in ("reply", "inquiry") else ", by: ana"
    return f"- {{date: {day(chance, -200, 0)}, contact: {id}, channel: email, what: {what}, minutes: 5{by}}}\n"


def entry(number: int, chance: random.Random, segments: list[str]) -> str:
    """One entry, in four years around the day."""
    when = day(chance, -700, 700)
    status = "done" if when < AS_OF else "ready"
    text = f", text: 'Una frase con {number} panes. ¿Y la tuya?'" if number % 10 == 0 else ""
    return (
        f"- {{date: {when}, title: Entrada {number}, slug: e{number}, segments: [{chance.choice(segments)}], "
        f"kind: {chance.choice(KINDS)}, topics: [{chance.choice('abc')}], channels: [{chance.choice(CHANNELS)}], "
        f"status: {status}{text}}}\n"
    )


def day(chance: random.Random, first: int, last: int) -> date:
    """A day, so many from today."""
    return AS_OF + timedelta(days=chance.randint(first, last))


def show_judging() -> None:
    """The example's texts: judged, beside parsed."""
    reading = read_workspace(ROOT)
    assert reading.workspace is not None
    texts = {entry.slug: entry.written.text for entry in reading.workspace.entries if entry.written}
    prose = {slug: parse(text, "es") for slug, text in texts.items()}
    ground = ground_of(reading.workspace.settings)
    writings = [writing_of(entry, prose.get(entry.slug)) for entry in reading.workspace.entries if entry.written]
    words = sum(one.words for one in prose.values())

    def once(work: Mapping[str, str] | None) -> None:
        for text in (work or {}).values():
            parse(text, "es")
        for writing in () if work else writings:
            judge(writing, ground)

    parsed, judged = took(partial(once, texts), 7), took(partial(once, None), 7)
    per = 350 / words * 1000
    print(f"judge: {len(texts)} texts of {words / len(texts):.0f} words; ms for 350 words: parsed {parsed * per:.2f},")
    print(f"  judged {judged * per:.3f} ({judged / parsed:.2f} of the parse; at most 0.3 ms is what it may cost)")


if __name__ == "__main__":
    sys.exit(main())
