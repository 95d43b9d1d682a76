"""What `valuegen serve` says in the terminal: what a save made wrong, once; and when all is well again."""

import sys
import threading
from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING

import click

from valuegen.cli.frame import common, say_err
from valuegen.cli.judged import told
from valuegen.finding import summary
from valuegen.words import msg

if TYPE_CHECKING:
    from valuegen.finding import Finding
    from valuegen.preview.state import State

GRAVE = ("error", "warning")


class Telling:
    """Tells what has changed since it told the last time. Threads may ask at once."""

    def __init__(self, ctx: click.Context) -> None:
        self._ctx = ctx
        self._known: frozenset[Hashable] | None = None
        self._was_wrong = False
        self._lock = threading.Lock()

    def begin(self, state: "State") -> None:
        """Say what is wrong at the start, and how things stand."""
        with self._lock:
            self._known = _names(state.findings)
            self._tell(state, [finding for finding in state.findings if finding.level == "error"])

    def tell(self, state: "State") -> None:
        """Say what errors and warnings came, and how things stand, if that is otherwise than it was."""
        with self._lock:
            known, now = self._known, _names(state.findings)
            if known is None or now == known:
                return
            self._known = now
            self._tell(state, [one for one in state.findings if one.level in GRAVE and _name(one) not in known])

    def _tell(self, state: "State", findings: "Sequence[Finding]") -> None:
        is_wrong = any(finding.level == "error" for finding in state.findings)
        try:
            self._show(state, findings)
            self._judge(state, is_wrong)
        except OSError:  # nobody listens any more
            pass
        self._was_wrong = is_wrong

    def _judge(self, state: "State", is_wrong: bool) -> None:
        if common(self._ctx).quiet:
            return
        verdict = summary(state.findings)
        say_err(msg("That is fixed. {verdict}", verdict=verdict) if self._was_wrong and not is_wrong else verdict)
        if state.broken:
            say_err(msg("The pages stay as they were until that is fixed."))

    def _show(self, state: "State", findings: "Sequence[Finding]") -> None:
        if findings:
            reading = state.survey.reading
            text = told(self._ctx, findings, reading, sys.stderr)
            click.echo(f"\n{text}\n", err=True)


def _names(findings: "Sequence[Finding]") -> frozenset[Hashable]:
    return frozenset(_name(finding) for finding in findings if finding.level in GRAVE)


def _name(finding: "Finding") -> Hashable:
    """What tells a finding from others, whichever line it stands on while somebody writes above it."""
    return (finding.rule, finding.level, finding.place.file, finding.entry, finding.segment, finding.message)
