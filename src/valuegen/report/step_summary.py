"""What a run came to, as a table in Markdown: for the page that GitHub shows of a step (`$GITHUB_STEP_SUMMARY`)."""

import re
from collections.abc import Iterator, Sequence
from html import escape

from valuegen.finding import Finding, counts
from valuegen.report.outcome import Outcome
from valuegen.words import Message, msg, nmsg

MOST, LONGEST = 100, 1_000
"""So many findings have a row, and so many characters of each are shown: GitHub takes 1 MiB."""
_SIGNS = {"error": "🛑", "warning": "⚠️", "todo": "📌", "note": "💬"}
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


def report(outcome: Outcome, balance: Sequence[Message] = ()) -> str:
    """A heading with how many there are, a row a finding, the gravest first; then a line for each of `balance`."""
    return "".join(f"{line}\n" for line in _lines(outcome, balance))


def _lines(outcome: Outcome, balance: Sequence[Message]) -> Iterator[str]:
    said = outcome.said
    found = counts(outcome.findings) or (msg("all promises hold"),)
    head = msg("valuegen, as of {day}: {counts}", day=outcome.as_of, counts=found)
    yield f"### {_plain(said(head))}"
    rows = outcome.most_grave_first[:MOST]
    if rows:
        heads = (msg("Where"), msg("Rule"), msg("What is wrong, and what to do"))
        yield ""
        yield f"|  | {' | '.join(_plain(said(head)) for head in heads)} |"
        yield "| --- | --- | --- | --- |"
    for finding in rows:
        yield f"| {' | '.join(_cells(outcome, finding))} |"
    left = len(outcome.findings) - len(rows)
    if left:
        yield ""
        yield _plain(said(nmsg("… and {n} more finding.", "… and {n} more findings.", left)))
    if balance:
        yield ""
    for sentence in balance:
        yield f"- {_plain(said(sentence))}"


def _cells(outcome: Outcome, finding: Finding) -> Sequence[str]:
    what = outcome.sentence(finding)
    return (
        _SIGNS[finding.level],
        _plain(f"{outcome.shown_path(finding)}:{finding.place.line}"),
        _plain(finding.rule),
        _plain(what if len(what) <= LONGEST else f"{what[:LONGEST]}…"),
    )


def _plain(text: str) -> str:
    """A text of one line that nothing in it turns into anything else: no tag, link, mention, or cell."""
    return "".join(
        escape(part, quote=False) if part in "&<>" else f"\\{part}" if number % 2 else part
        for number, part in enumerate(_PUNCTUATION.split(text))
    )
