"""Whose settings hold for what is found in the text of an entry, and where in its file it stands."""

from collections.abc import Iterator

from valuegen.finding import Place
from valuegen.judge import Hit
from valuegen.model.entry import Entry
from valuegen.plan.occurrence import Occurrence
from valuegen.rules.policy import OFF, Policy


def hearers(policy: Policy, rule: str, occurrence: Occurrence) -> Iterator[str | None]:
    """None, where somebody who receives it has no setting of their own for a rule; then each segment that has.

    Those for whom the rule is off are left out.
    """
    if not policy.segments:
        if (occurrence.segments or occurrence.contacts) and policy.level(rule) != OFF:
            yield None
        return
    own = [segment for segment in dict.fromkeys(occurrence.segments) if (segment, rule) in policy.segments]
    everybody = [None] if len(own) < len(set(occurrence.segments)) or occurrence.contacts else []
    yield from (segment for segment in (*everybody, *own) if policy.level(rule, segment) != OFF)


def place_of(entry: Entry, hit: Hit) -> Place:
    """Where something that was found in a writing stands in the entry's file, as far as the source says it so."""
    if hit.where != "text" or entry.written is None:
        return entry.where(hit.where) if hit.where != "text" else entry.place
    lines = entry.written.text.split("\n")
    line = lines[hit.line - 1] if hit.line <= len(lines) else ""
    return entry.written.place(hit.line, max(line.find(hit.text.split(" ")[0]), 0) + 1)
