"""What a run of `check` came to, as the reports for CI servers take it."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from valuegen.check import fails
from valuegen.finding import LEVELS, Finding
from valuegen.read.root import NAME
from valuegen.report.fingerprint import fingerprints
from valuegen.report.shown import shown
from valuegen.rules.found import Rule
from valuegen.words import Message, msg, say


@dataclass(frozen=True)
class Outcome:
    """Findings in order, and what is to be known of the run.

    `language` of the site. `folder`: of the workspace in its git repository (`clients/oven`; empty: the same), since
    CI servers count paths from there. `rules`: those that were asked for; `unchecked`: why some of them were not
    looked at. `failing`: the least level that fails.
    """

    findings: tuple[Finding, ...]
    language: str
    as_of: date
    rules: tuple[Rule, ...]
    folder: str = ""
    unchecked: Mapping[str, Message] = field(default_factory=dict)
    failing: str = "error"

    @cached_property
    def fingerprints(self) -> tuple[str, ...]:
        """One for each finding."""
        return fingerprints(self.findings)

    @cached_property
    def most_grave_first(self) -> tuple[Finding, ...]:
        """The findings by level, then in their order."""
        return tuple(sorted(self.findings, key=lambda finding: LEVELS.index(finding.level)))

    def fails(self, finding: Finding) -> bool:
        """Whether it is as grave as the failing level, or graver."""
        return fails((finding,), self.failing)

    def path(self, finding: Finding) -> str:
        """Its file, from the root of the git repository, as it is; see `shown_path`."""
        return posixpath.normpath(posixpath.join(self.folder, finding.place.file or NAME))

    def shown_path(self, finding: Finding) -> str:
        """The same, safe to show."""
        return shown(self.path(finding))

    def sentence(self, finding: Finding) -> str:
        """What is wrong and what to do, on one line, with nothing in it that could act on a terminal."""
        if finding.mend is None:
            return self.said(finding.message)
        return self.said(msg("{what} {mend}", what=finding.message, mend=finding.mend.text))

    def said(self, message: Message) -> str:
        """A message in the site's language, safe to show."""
        return shown(say(message, self.language))
