"""`valuegen new`: a small workspace of your own."""

import os
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from valuegen.cli.commands import COMMANDS
from valuegen.cli.completing import folders
from valuegen.cli.fields import ask_text
from valuegen.cli.frame import FINE, broken, common, is_terminal, say_err, shared_options, wrong_usage
from valuegen.cli.judged import as_of_option
from valuegen.cli.spoken import Argument, Command, Option, reader_language
from valuegen.words import LANGUAGES, Message, base, is_locale, msg

if TYPE_CHECKING:
    from valuegen.scaffold.make import Answers

_SAID = {
    **dict.fromkeys(("espanol", "castellano", "spanish"), "es"),
    **dict.fromkeys(("ingles", "english"), "en"),
}
"""How people call them."""
_ONLY = msg("Only these two are here so far: es (Spanish) and en (English), with a country if you like: es-CO, en-GB.")


class _Language(click.ParamType[str]):
    """Spanish or English, perhaps of a country: es, en, en-GB."""

    name = "language"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Its code."""
        code = _code_of(str(value))
        if code is None:
            wrong_usage(msg("{option}: {unknown}", option="--language", unknown=_ONLY))
        return code

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Those that begin so."""
        return [CompletionItem(code) for code in LANGUAGES if code.startswith(incomplete)]


def _code_of(said: str) -> str | None:
    """The code of a language as somebody says it: `en_gb` and `English` too; None where it is another one."""
    from valuegen.cli.plain_words import plain

    language, _, country = said.strip().replace("_", "-").partition("-")
    code = language.casefold() + (f"-{country.upper()}" if country else "")
    return code if base(code) in LANGUAGES and is_locale(code) else _SAID.get(plain(said))


@click.pass_context
def _new(
    ctx: click.Context,
    folder: str,
    name: str | None,
    language: str | None,
    what: str | None,
    timezone: str | None,
    person: str | None,
    as_of: date | None,
) -> None:
    from valuegen.clock import today
    from valuegen.scaffold.place import is_free

    if not folder.strip():
        wrong_usage(msg("Say which folder to write it into: `valuegen new my-firm`."))
    target = Path.cwd() / folder
    try:
        free = is_free(target)
    except OSError as error:
        broken(ctx, _not_written(folder, error))
    if not free:
        broken(ctx, msg("There is something in {folder} already: name a new or an empty folder.", folder=folder))
    answers = _answers(ctx, target, name, language, what, timezone)
    if person and person.strip():
        answers = replace(answers, person=_line(person, "--person"))
    _write(ctx, folder, target, answers, as_of or today(answers.timezone))
    if not common(ctx).quiet:
        _tell(folder)
    ctx.exit(FINE)


def _answers(
    ctx: click.Context, target: Path, name: str | None, language: str | None, what: str | None, timezone: str | None
) -> "Answers":
    """What was given; the rest is asked for, where somebody sits there, else made of what is known."""
    from valuegen.cli.new_zone import language_there
    from valuegen.scaffold.make import Answers

    asks = is_terminal(sys.stdin) and name is None
    if name is None:
        name = _asked(ctx, msg("What is your name, or your firm's?"), _of_folder(target), asks)
    name = _line(name, "--name")
    is_given, language = language is not None, language or _language(ctx, asks)
    if what is None and asks:
        what = ask_text(ctx, msg("What do you do, and for whom? (one sentence; Enter: nothing yet)"))
    zone = _zone(ctx, timezone, asks)
    if not is_given:
        language = language_there(language, zone)
    return Answers(name, language, zone, _line(what, "--what") if what and what.strip() else "")


def _language(ctx: click.Context, asks: bool) -> str:
    question = msg("Which language do you write in, Spanish (es) or English (en)?")
    while True:
        language = _code_of(_asked(ctx, question, base(reader_language()), asks))
        if language:
            return language
        say_err(_ONLY)


def _asked(ctx: click.Context, question: Message, usual: str, asks: bool) -> str:
    if not asks:
        return usual
    return ask_text(ctx, msg("{question} [{usual}]", question=question, usual=usual)) or usual


def _of_folder(target: Path) -> str:
    """A name made of the folder's: `taller-levadura` is “Taller levadura”."""
    words = os.path.normpath(target).rpartition(os.sep)[2].replace("-", " ").replace("_", " ").split()
    text = "".join(sign for sign in " ".join(words) if sign.isprintable())
    return text[:1].upper() + text[1:] or "valuegen"


def _line(text: str, option: str) -> str:
    from valuegen.model.texts import line_of
    from valuegen.model.values import Wrong

    try:
        return line_of(text)
    except Wrong as wrong:
        wrong_usage(msg("{option}: {unknown}", option=option, unknown=wrong.message))


def _zone(ctx: click.Context, said: str | None, asks: bool) -> str:
    """The zone that was said, else the machine's; else it is asked for, or guessed, and that is told."""
    from valuegen.cli.new_zone import UNKNOWN, asked_zone, guessed_zone, machine_zone, said_zone

    known = said_zone(said) if said is not None else machine_zone()
    if known:
        return known
    usual = guessed_zone(os.environ)
    if asks:
        return asked_zone(ctx, usual)
    if common(ctx).quiet:
        return usual
    if usual == UNKNOWN:
        say_err(
            msg("This machine does not say its time zone: {zone} is written. Change it in valuegen.yaml.", zone=usual)
        )
    else:
        say_err(
            msg(
                "This machine does not say its time zone: {zone}, by your language. Change it in valuegen.yaml.",
                zone=usual,
            )
        )
    return usual


def _write(ctx: click.Context, folder: str, target: Path, answers: "Answers", today: date) -> None:
    from valuegen.scaffold.make import files_of
    from valuegen.scaffold.place import put
    from valuegen.scaffold.schemas import with_schemas

    try:
        put(target, with_schemas(files_of(answers, today), today))
    except OSError as error:
        broken(ctx, _not_written(folder, error))


def _not_written(folder: str, error: OSError) -> Message:
    from valuegen.cli.refused import why

    return msg("{folder} can't be written: {why}. Nothing was changed.", folder=folder, why=why(error))


def _tell(folder: str) -> None:
    from shlex import quote

    say_err(msg("Your workspace is in {folder}. What next:", folder=folder))
    if (Path.cwd() / folder).resolve() != Path.cwd().resolve():
        say_err(f"  cd {quote(folder)}")
    say_err(msg("  valuegen serve --open    see your site and your planner, while you change the texts"))
    say_err(msg("  valuegen build           then deploy site/public/, and only that"))


command = Command(
    name="new",
    told=COMMANDS["new"],
    examples=(
        (msg("valuegen new workshop"), msg("asks your name, your language and what you do")),
        (
            msg(
                'valuegen new workshop --name "The Sourdough Workshop" --language en --what "Ideas for people who bake"'
            ),
            msg("asks nothing"),
        ),
    ),
    callback=_new,
    params=[
        Argument(["folder"], shell_complete=folders, metavar=msg("DIR")),
        Option(["--name"], metavar=msg("NAME"), help=msg("Your name, or your firm's (else that of the folder).")),
        Option(["--person"], metavar=msg("NAME"), help=msg("Who speaks, where the name is a firm's (else the name).")),
        Option(
            ["--language"],
            type=_Language(),
            metavar=msg("LANGUAGE"),
            help=msg("The language you write in: es, en, or with a country, en-GB (else yours here)."),
        ),
        Option(["--what"], metavar=msg("TEXT"), help=msg("What you do, and for whom, in a sentence.")),
        Option(
            ["--timezone"],
            metavar=msg("ZONE"),
            help=msg("Where you are: a city, a country, or America/Bogota (else this machine's)."),
        ),
        as_of_option(),
        *shared_options(),
    ],
)
