"""What a page's overlay says: findings as plain data, those about clients for the planner's eyes alone."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from valuegen.finding import LEVELS, Finding, counts
from valuegen.preview.editor import link
from valuegen.preview.state import State
from valuegen.report.shown import shown
from valuegen.words import Message, msg, say

MOST = 50
"""So many findings are told; the others are counted."""


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells of findings. `language`: of whoever sits there; `editor`: a template of an address, or ""."""

    root: Path
    language: str
    editor: str = ""

    def say(self, message: Message) -> str:
        """A message in the reader's language."""
        return say(message, self.language)

    def findings(self, state: State, chosen: Iterable[Finding], is_private: bool) -> list[dict[str, Any]]:
        """At most `MOST` findings, the gravest first."""
        ranked = sorted(chosen, key=lambda finding: (LEVELS.index(finding.level), finding.order))
        return [self._told(state, finding, is_private) for finding in ranked[:MOST]]

    def counts(self, findings: Iterable[Finding]) -> str:
        """How many of each level, in words; "" for none."""
        told = counts(tuple(findings))
        return self.say(msg("{counts}", counts=told)) if told else ""

    def _told(self, state: State, finding: Finding, is_private: bool) -> dict[str, Any]:
        place = finding.place
        source = state.survey.reading.sources.line(place.file, place.line) if is_private or not finding.private else ""
        language = state.survey.reading.language
        return {
            "level": finding.level,
            "rule": finding.rule,
            "text": shown(say(finding.message, language)),
            "mend": " ".join(
                shown(say(one, language)) for one in (*([finding.mend.text] if finding.mend else ()), *finding.also)
            ),
            "place": f"{shown(place.file)}:{place.line}:{place.column}",
            "source": shown((source or "").rstrip("\r\n")[:240]),
            "column": place.column,
            "href": link(self.editor, self.root, place),
        }


def for_everybody(finding: Finding) -> bool:
    """Whether it may be told to a browser that has not the planner's cookie: it concerns no client."""
    return not (finding.private or finding.contact or finding.need or finding.place.file.startswith("content/private/"))


def about(state: State, findings: Iterable[Finding], file: str) -> list[Finding]:
    """The findings about the page that is that file: its entry, or its segment."""
    slugs = {slug for slug, page in state.ways.entries.items() if page == file}
    segments = {name.removeprefix("segment ") for name, page in state.ways.places.items() if page == file}
    return [
        finding
        for finding in findings
        if (finding.entry and (finding.entry in slugs or finding.entry[11:] in slugs))
        or (not finding.entry and finding.segment in segments)
    ]
