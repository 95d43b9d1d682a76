"""A question to whoever sits there, before something of theirs is written."""

import sys

import click

from valuegen.cli.frame import BROKEN, FINE, say_err
from valuegen.cli.spoken import reader_language
from valuegen.words import Message, msg, say

_YES = frozenset({"s", "sí", "si", "y", "yes"})


def ask(ctx: click.Context, question: Message, *, enter: bool = False) -> None:
    """Go on if the answer is yes (`enter`: the Enter key alone is one); else end: nothing was changed. Where nobody
    answers, that is no yes either."""
    shown = msg("{question} [Y/n] ", question=question) if enter else msg("{question} [y/N] ", question=question)
    click.echo(say(shown, reader_language()), nl=False, err=True)
    answer = sys.stdin.readline()
    if answer.strip().casefold() in _YES or (enter and answer and not answer.strip()):
        return
    if not answer:
        click.echo(err=True)
        say_err(msg("Nobody answered, so nothing was changed. Where nobody can be asked, add --yes."))
        ctx.exit(BROKEN)
    say_err(msg("Nothing was changed."))
    ctx.exit(FINE)
