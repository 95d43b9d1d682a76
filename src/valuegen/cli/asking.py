"""A question to whoever sits there, before something of theirs is written."""

import sys

import click

from valuegen.cli.frame import BROKEN, FINE, say_err
from valuegen.cli.spoken import reader_language
from valuegen.words import Message, msg, say

_YES = frozenset({"s", "sí", "si", "y", "yes"})


def ask(ctx: click.Context, question: Message) -> None:
    """Go on if the answer is yes; else end: nothing was changed. Where nobody answers, that is no yes either."""
    click.echo(say(msg("{question} [y/N] ", question=question), reader_language()), nl=False, err=True)
    answer = sys.stdin.readline()
    if answer.strip().casefold() in _YES:
        return
    if not answer:
        click.echo(err=True)
        say_err(msg("Nobody answered, so nothing was changed. Where nobody can be asked, add --yes."))
        ctx.exit(BROKEN)
    say_err(msg("Nothing was changed."))
    ctx.exit(FINE)
