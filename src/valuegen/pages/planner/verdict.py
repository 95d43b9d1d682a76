"""Whether the promises hold, in one sentence."""

from collections.abc import Iterable

from valuegen.finding import Finding, summary
from valuegen.words import Message


def verdict(findings: Iterable[Finding]) -> Message:
    """What is broken, or what is warned of, or that all is well; what is to do stands beside it."""
    return summary([finding for finding in findings if finding.level in ("error", "warning")])
