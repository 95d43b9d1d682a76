"""Whether the promises hold, in one sentence."""

from collections.abc import Iterable

from valuegen.finding import Finding, summary
from valuegen.words import Message


def verdict(findings: Iterable[Finding]) -> Message:
    """What a build says at its end: what is broken, and how much there is to look at."""
    return summary([finding for finding in findings if finding.level != "note"])
