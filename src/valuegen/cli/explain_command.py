"""`valuegen explain`: the page of a rule, or what rules there are."""

import shutil
import sys

import click

from valuegen.cli.commands import COMMANDS
from valuegen.cli.frame import colours, common, say_err, shared_options
from valuegen.cli.rule_names import RuleParameter
from valuegen.cli.spoken import Argument, Command, reader_language
from valuegen.words import msg


@click.pass_context
def _explain(ctx: click.Context, rule: str | None) -> None:
    from valuegen.report.rule_page import Look, overview, page
    from valuegen.rules import ALL

    look = Look(reader_language(), shutil.get_terminal_size().columns, colours(ctx, sys.stdout))
    if rule is None:
        click.echo(overview(ALL, look))
        if common(ctx).quiet:
            return
        say_err("")
        say_err(msg("`valuegen explain RULE` shows its page; `valuegen rules`, what is in force in your workspace."))
    else:
        click.echo(page({one.NAME: one for one in ALL}[rule], look))


command = Command(
    name="explain",
    told=COMMANDS["explain"],
    examples=(
        ("valuegen explain", msg("what rules there are")),
        ("valuegen explain pitch-share", msg("the page of one of them")),
    ),
    callback=_explain,
    params=[
        Argument(["rule"], required=False, type=RuleParameter(), metavar=msg("[RULE]")),
        *shared_options(),
    ],
)
