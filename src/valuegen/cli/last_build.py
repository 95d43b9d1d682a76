"""`valuegen build` where nothing has changed since the last one: what that one said, once more."""

import hashlib
import os
import sys
import time
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import click

from valuegen.cli.frame import colours, common, is_terminal
from valuegen.cli.spoken import reader_language
from valuegen.cli.wanted import Wanted
from valuegen.clock import today
from valuegen.publish import last
from valuegen.publish.last import Last, Said
from valuegen.publish.program import marks
from valuegen.publish.site import Published
from valuegen.read.look import Look, look
from valuegen.read.root import git_root

if TYPE_CHECKING:
    from valuegen.read.workspace import Reading


@dataclass(frozen=True, slots=True)
class Before:
    """The last build, if it is known, and how the sources stand now, before any is read (`began`: ns)."""

    wanted: Wanted
    known: Last | None
    how: str
    files: Look
    began: int

    @property
    def name(self) -> str:
        """What is kept of builds into this output is called so."""
        return _name(self.wanted)

    @property
    def day(self) -> date:
        """Which day was today for the last build; needs one."""
        assert self.known
        return self.known.day

    def said(self, standing: str | None) -> Said | None:
        """What the last build said, where this one would do the same: `standing` is a digest of the site as it is."""
        return self.known.said if self.known and self.changed(standing) == frozenset() else None

    def changed(self, standing: str | None) -> frozenset[str] | None:
        """The paths from the workspace of the sources that changed since the last build; None where more did."""
        known, asked = self.known, self.wanted
        if known is None or known.how != self.how or known.site != standing or asked.review or asked.no_cache:
            return None
        if known.zone and today(known.zone) != known.day:
            return None
        start = f"{asked.root}{os.sep}"
        return frozenset(path.removeprefix(start) for path in last.changed(known.files, self.files))

    def keep(self, reading: "Reading", published: Published, said: Said, kept: tuple[str, ...]) -> None:
        """Remember this build; `kept`: by what is known what is kept of it."""
        from valuegen.read.workspace import outside

        files = last.with_others(self.files, outside(reading, self.wanted.root), self.began)
        if files is not None and not self.wanted.no_cache:
            as_of, is_fixed = reading.as_of, self.wanted.as_of or reading.as_of.pinned
            built = Last(files, self.how, as_of.day, "" if is_fixed else as_of.zone, published.digest, said, kept)
            last.save(self.wanted.root, _name(self.wanted), built)


def before(ctx: click.Context, wanted: Wanted) -> Before:
    """Look at what there is."""
    known = None if wanted.no_cache else last.load(wanted.root, _name(wanted))
    began = time.time_ns()
    return Before(wanted, known, _how(ctx, wanted), look(wanted.root, last.others(known, wanted.root)), began)


def _name(wanted: Wanted) -> str:
    return hashlib.sha256(str(wanted.place).encode("utf-8", "surrogateescape")).hexdigest()[:16]


def _how(ctx: click.Context, wanted: Wanted) -> str:
    """The program, what was asked of it, and to whom it speaks."""
    asked = (wanted.failing, wanted.as_of, wanted.drafts, wanted.future, wanted.untrusted)
    streams = (is_terminal(sys.stdout), is_terminal(sys.stderr), colours(ctx, sys.stderr))
    spoken = (reader_language(), common(ctx).quiet, common(ctx).verbose, *streams)
    return hashlib.sha256(repr((marks(), asked, spoken, str(git_root(wanted.root)))).encode()).hexdigest()
