"""Whether the promises hold, in one sentence."""

from collections.abc import Iterable

from valuegen.finding import Finding
from valuegen.words import Message, msg, nmsg


def verdict(findings: Iterable[Finding]) -> Message:
    """What is broken, or what is warned of, or that all is well."""
    levels = [finding.level for finding in findings]
    errors, warnings = levels.count("error"), levels.count("warning")
    if errors:
        return nmsg("{n} promise is broken.", "{n} promises are broken.", errors)
    if warnings:
        return nmsg("All promises hold; {n} warning.", "All promises hold; {n} warnings.", warnings)
    return msg("All promises hold.")
