"""`valuegen suggest`: the next days on which an entry fits all rules."""

from datetime import date
from typing import TYPE_CHECKING

import click

from valuegen.cli.add_sorts import KIND, KINDS, OF_SEGMENT
from valuegen.cli.commands import COMMANDS
from valuegen.cli.completing import segments, words
from valuegen.cli.frame import BROKEN, FINE, print_data, root_of, say_err, shared_options
from valuegen.cli.judged import as_of_option, credit_data, surveyed, tell_mistakes
from valuegen.cli.spoken import Command, Option, reader_language
from valuegen.cli.understood import understood_option
from valuegen.words import msg, say

if TYPE_CHECKING:
    from valuegen.build import Survey
    from valuegen.remedy.suggest_parts import Suggestion


@click.pass_context
def _suggest(ctx: click.Context, segment: str | None, kind: str | None, form: str, as_of: date | None) -> None:
    root = root_of(ctx)
    found = surveyed(ctx, root, as_of)
    if found.plan is None or not found.is_readable:
        tell_mistakes(ctx, found)
        ctx.exit(BROKEN)
    known = tuple(found.plan.workspace.segments)
    segments = known if segment is None else (understood_option("--segment", OF_SEGMENT, found.plan, segment),)
    if kind is not None:
        kind = understood_option("--kind", KIND, found.plan, kind)
    suggested = _suggested(found, segments, kind, in_full=segment is not None or form == "json")
    if form == "json":
        _print_data(found, suggested)
    else:
        _tell(found, suggested, in_full=segment is not None)
    ctx.exit(FINE)


def _suggested(
    found: "Survey", segments: tuple[str, ...], kind: str | None, in_full: bool
) -> "dict[str, tuple[Suggestion, ...]]":
    from valuegen.remedy.suggest import MOST_DAYS, Suggester
    from valuegen.remedy.suggest_entry import next_kinds

    assert found.plan
    assert found.policy
    suggester = Suggester(found.plan, found.policy)
    records = found.plan.workspace.segments
    return {
        id: tuple(
            suggester.for_kinds(
                id, (kind,) if kind else next_kinds(found.plan, records[id]), MOST_DAYS if in_full else 1
            )
        )
        for id in segments
    }


def _print_data(found: "Survey", suggested: "dict[str, tuple[Suggestion, ...]]") -> None:
    from valuegen.cli.suggest_words import data_of

    credit = credit_data({id: found.credits[id] for id in suggested})
    every = [one for of_segment in suggested.values() for one in of_segment]
    print_data(data_of(found.reading.as_of.day, every, credit, found.reading.language))


def _tell(found: "Survey", suggested: "dict[str, tuple[Suggestion, ...]]", in_full: bool) -> None:
    from valuegen.cli.suggest_words import in_full as full
    from valuegen.cli.suggest_words import in_short as short
    from valuegen.report.shown import shown
    from valuegen.rules.mends import VALUE

    assert found.plan
    for id, suggestions in suggested.items():
        for line in (full if in_full else short)(found.plan, suggestions, found.credits[id]):
            click.echo(shown(say(line, reader_language())))
    is_missing = any(one.give and not one.days for each in suggested.values() for one in each)
    if is_missing or any(found.credits[id].next is None and found.credits[id].missing for id in suggested):
        say_err(VALUE)


command = Command(
    name="suggest",
    told=COMMANDS["suggest"],
    examples=(
        ("valuegen suggest", msg("for each segment, what it needs next")),
        (msg("valuegen suggest --segment bakeries"), msg("one segment: why not before, and the entry to paste")),
        (msg("valuegen suggest --segment bakeries --kind pitch"), msg("when the next offer is possible")),
        ("valuegen suggest --format json", msg("for another program")),
    ),
    callback=_suggest,
    params=[
        Option(["--segment"], shell_complete=segments, metavar=msg("SEGMENT"), help=msg("Only for this segment.")),
        Option(
            ["--kind"],
            shell_complete=words(KINDS),
            metavar=msg("KIND"),
            help=msg("An entry of this kind: {kinds:or} (or offer, advice…).", kinds=KINDS),
        ),
        Option(
            ["--format", "form"],
            type=click.Choice(["text", "json"]),
            default="text",
            help=msg("text, for people (default), or json, for programs."),
        ),
        as_of_option(),
        *shared_options(),
    ],
)
