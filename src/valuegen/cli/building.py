"""What `valuegen build` does where there is something to do: check, render, publish."""

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

import click

from valuegen.build import (
    INDEX,
    Pages,
    Put,
    PutIn,
    Survey,
    indexed,
    making,
    planned,
    planner_of,
    promised,
    public,
    review,
    review_leaks,
)
from valuegen.check import fails
from valuegen.cli.again import Again
from valuegen.cli.bounds import Measured
from valuegen.cli.broken_pages import loaded, say_broken, theme_is_wrong, with_theme
from valuegen.cli.build_report import closing_words
from valuegen.cli.frame import BROKEN, broken, common, is_terminal, say_err
from valuegen.cli.judged import tell_where, told, verdict
from valuegen.cli.last_build import Before
from valuegen.cli.schemas_kept import bring_up_to_date
from valuegen.cli.spoken import reader_language
from valuegen.cli.wanted import Wanted
from valuegen.cli.workers import readers, workers
from valuegen.finding import Finding
from valuegen.judge.ahead import Ahead
from valuegen.leaf import Leaves, NoLeaves
from valuegen.pages.public import Public, pages_of
from valuegen.pages.strangers import inert
from valuegen.pages.types import Theme
from valuegen.publish.cache import Cache
from valuegen.publish.faults import told as told_faults
from valuegen.publish.last import Said
from valuegen.publish.site import Draft, Published
from valuegen.read.collector import no_collection
from valuegen.read.themes import built_in_theme
from valuegen.read.workspace import read_workspace
from valuegen.render.hands import Hands
from valuegen.render.search import SearchError
from valuegen.render.theme_error import ThemeError
from valuegen.report.shown import shown
from valuegen.trace import reading
from valuegen.words import msg, nmsg, say
from valuegen.write.file import replace

_held: list[object] = []
"""What a build was made of. The run ends soon: nothing of it is taken apart before that, nor looked through."""


def build(ctx: click.Context, wanted: Wanted, draft: Draft, before: Before) -> tuple[Published, Said]:
    """Build into `draft`, and publish it; what is to be said of it. Ends here where a promise is broken."""
    gc.unfreeze()
    with no_collection(), workers(ctx, wanted.jobs, wanted.executor) as hands, _leaves(wanted) as leaves:
        again = Again(before, leaves, draft, is_able=hands.executor is None and not wanted.untrusted)
        found = again.planned() or again.told_apart(_planned(ctx, wanted, hands, leaves))
        if again.edited:
            tell_where(ctx, wanted.root, found.reading.as_of.day)
        theme = _theme(ctx, wanted, found)
        with reading() as of_public:
            site = public(found, theme, drafts=wanted.drafts, future=wanted.future)
            put: PutIn = draft.put
            if wanted.untrusted:
                site, put = _inert(site), Measured(draft.put)
            pages = pages_of(site)
        index = {address: page for address, page in pages.items() if page.form == INDEX}
        public_pages = again.public({a: page for a, page in pages.items() if a not in index}, of_public)
        draft.begin(again=again.edited is not None)
        with making(found, public_pages, theme, put, hands, leaves) as made:
            # Forks make the public pages, while this process asks whether the promises hold.
            found = promised(found, again.known)
            all_told = found if wanted.untrusted else with_theme(found)
            findings = _said(ctx, all_told, wanted.failing)
            with reading() as of_planner:
                planner = {} if wanted.untrusted else planner_of(found, theme)
            others = {**_searched(ctx, index, leaves), **again.planner(found, planner, of_planner)}
            count = len(public_pages) + len(others)
            files = _made(ctx, found, chain(made, _rest(found, others, theme, put, hands, leaves)), again, count)
        if wanted.review:
            _review(ctx, wanted.review, found, theme)
        published = draft.publish(files)
        language = reader_language()
        standing = [shown(say(line, language)) for line in closing_words(all_told, is_terminal(sys.stdout))]
        said = Said(findings, "\n".join(standing))
        before.keep(found.reading, published, said, again.keep(found))
        _held[:] = [found, pages, planner, again]
        gc.freeze()
    return published, said


@contextmanager
def _leaves(wanted: Wanted) -> Iterator[Leaves]:
    """What is kept from build to build, or nothing."""
    if wanted.no_cache:
        yield NoLeaves()
        return
    with Cache(wanted.root) as leaves:
        yield leaves


def _planned(ctx: click.Context, wanted: Wanted, hands: Hands, leaves: Leaves) -> Survey:
    """What the workspace comes to; ends here where that can't be told."""
    with readers(hands) as executor:
        ahead = Ahead(leaves, executor) if executor else None
        # A workspace's own words may change what becomes of a text: then all of it has to be read first.
        is_plain = not any((wanted.root / name).exists() for name in ("locale", "themes"))
        ahead_of = ahead.take if ahead and is_plain else None
        reading = read_workspace(wanted.root, wanted.as_of, told=ahead_of, with_clients=not wanted.untrusted)
        tell_where(ctx, wanted.root, reading.as_of.day)
        found = planned(reading, ahead or leaves)
    if not found.is_readable:
        _said(ctx, found, wanted.failing)
    if not wanted.untrusted:
        bring_up_to_date(wanted.root, reading)
    return found


def _said(ctx: click.Context, found: Survey, failing: str) -> str:
    """Say what was found; what it was. Ends here where a promise is broken."""
    verbose = common(ctx).verbose
    is_broken = fails(found.findings, failing) or not found.is_readable
    telling = [finding for finding in found.findings if verbose or finding.level != "note"]
    if common(ctx).quiet:
        telling = [finding for finding in telling if fails([finding], failing)]
    saying = told(ctx, telling, found.reading, sys.stderr) if telling else ""
    if saying:
        counted = [finding for finding in telling if "extra" not in finding.data]
        saying += f"\n\n{say(verdict(counted, failing), reader_language())}"
        click.echo(saying, err=True)
    if is_broken:
        say_err(msg("Nothing was published; the site is as it was."))
        ctx.exit(BROKEN)
    return saying


def _theme(ctx: click.Context, wanted: Wanted, found: Survey) -> Theme:
    """The theme; ends here where it is wrong, after what else is."""
    assert found.plan
    chosen = found.plan.workspace.theme
    if chosen is None or wanted.untrusted:
        chosen = built_in_theme(like=chosen.options if chosen else None)
    theme, wrong = loaded(chosen, found.reading.language)
    if theme is None or wrong:
        _said(ctx, promised(found), wanted.failing)
        theme_is_wrong(ctx, found, *wrong)
    return theme


def _inert(site: Public) -> Public:
    """Without the files of a stranger's that a browser or a host would run; how many there are is said."""
    without = inert(site)
    kept, all_of_them = (len(one.shelves.plan.statics) + len(one.shelves.plan.beside) for one in (without, site))
    if kept < all_of_them:
        say_err(
            nmsg(
                "{n} file is left out of the site: a browser or a host could run it.",
                "{n} files are left out of the site: a browser or a host could run them.",
                all_of_them - kept,
            )
        )
    return without


def _searched(ctx: click.Context, index: Pages, leaves: Leaves) -> Pages:
    """The files of the search; ends here where they can't be made."""
    try:
        return indexed(index, leaves)
    except SearchError as error:
        from valuegen.cli.refused import refused

        search = msg("The index of the search could not be made. Build again, or take the extra “search” out.")
        broken(ctx, refused(error.__cause__) or search)


def _rest(found: Survey, pages: Pages, theme: Theme, put: PutIn, hands: Hands, leaves: Leaves) -> Iterator[Put]:
    """What can be made only when all is known."""
    with making(found, pages, theme, put, hands, leaves) as made:
        yield from made


def _made(ctx: click.Context, found: Survey, made: Iterator[Put], again: Again, count: int) -> dict[str, str]:
    """Every page made, looked through for what is private, and put; ends here where something leaks."""
    files = again.untouched
    leaking: list[Finding] = []
    try:
        for one in _watched(ctx, made, count):
            files[one.address] = one.digest
            leaking += one.leaks
            again.took(one)
    except ThemeError as error:
        theme_is_wrong(ctx, found, error)
    if leaking:
        say_broken(ctx, found, sorted(leaking, key=lambda finding: finding.order))
    return files


def _watched(ctx: click.Context, made: Iterator[Put], length: int) -> Iterator[Put]:
    """With a progress bar, where somebody looks."""
    if common(ctx).quiet or not is_terminal(sys.stderr) or os.environ.get("TERM") == "dumb":
        yield from made
        return
    with click.progressbar(made, length=length, file=sys.stderr, width=30) as bar:
        yield from bar


def _review(ctx: click.Context, path: Path, found: Survey, theme: Theme) -> None:
    """Write the review, unless something of a client's stands in it."""
    try:
        data = review(found, theme)
    except ThemeError as error:
        theme_is_wrong(ctx, found, error)
    leaking = list(review_leaks(found, path.name, data))
    if leaking:
        say_broken(ctx, found, leaking)
    with told_faults(path):
        replace(path, data.decode("utf-8"))
