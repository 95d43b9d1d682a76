"""What every command shares: the options that stand everywhere, the workspace, colours, and how it ends."""

import io
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from gettext import gettext
from typing import IO, TYPE_CHECKING, Any, NoReturn

import click

from valuegen import __version__
from valuegen.cli.completing import folders
from valuegen.cli.spoken import OPTIONS, Option, no_such_command, reader_language
from valuegen.words import Message, msg, say

if TYPE_CHECKING:
    from pathlib import Path

FINE, BROKEN, USAGE, INTERRUPTED = 0, 1, 2, 130
COMPLETING = [
    ("bash", """echo 'eval "$(_VALUEGEN_COMPLETE=bash_source valuegen)"' >> ~/.bashrc"""),
    ("zsh", """echo 'eval "$(_VALUEGEN_COMPLETE=zsh_source valuegen)"' >> ~/.zshrc"""),
    ("fish", "_VALUEGEN_COMPLETE=fish_source valuegen > ~/.config/fish/completions/valuegen.fish"),
]
"""What to type once, by shell."""


@dataclass
class Common:
    """The options that may stand before or after the command."""

    workspace: str | None = None
    quiet: bool = False
    verbose: bool = False
    no_color: bool = False


def common(ctx: click.Context) -> Common:
    """The options given so far, wherever they stood."""
    found = ctx.find_root().obj
    if not isinstance(found, Common):
        found = ctx.find_root().obj = Common()
    return found


def _keep(ctx: click.Context, parameter: click.Parameter, value: Any) -> None:
    if value not in (None, False) and parameter.name:
        setattr(common(ctx), parameter.name, value)


def _version(ctx: click.Context, parameter: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:  # a shell that completes parses too
        click.echo(f"valuegen {__version__}")
        ctx.exit(FINE)


def shared_options() -> list[click.Parameter]:
    """Fresh options for one command (click binds each to its command)."""
    return [
        Option(
            ["--workspace"],
            shell_complete=folders,
            metavar=msg("DIR"),
            expose_value=False,
            is_eager=True,  # a day is read as one of its workspace
            callback=_keep,
            help=msg("The folder with valuegen.yaml (else found from here upwards)."),
        ),
        Option(
            ["--quiet", "-q"],
            is_flag=True,
            expose_value=False,
            is_eager=True,
            callback=_keep,
            help=msg("Say only what is wrong."),
        ),
        Option(
            ["--verbose", "-v"],
            is_flag=True,
            expose_value=False,
            callback=_keep,
            help=msg("Say more about what is being done."),
        ),
        Option(["--no-color"], is_flag=True, expose_value=False, callback=_keep, help=msg("No colours (as NO_COLOR).")),
        Option(
            ["--version"],
            is_flag=True,
            expose_value=False,
            is_eager=True,
            callback=_version,
            help=msg("Show the version and exit."),
        ),
    ]


def say_err(message: Message | str) -> None:
    """A sentence to stderr, in the reader's language."""
    click.echo(say(message, reader_language()), err=True)


def tell_read(typed: str, read: str) -> None:
    """Say how something was read, unless that is how it was typed."""
    if typed.casefold() != read.casefold() and not common(click.get_current_context()).quiet:
        say_err(msg("“{typed}” is read as {read}.", typed=typed, read=read))


def print_data(data: str | bytes) -> None:
    """Data to stdout, in UTF-8 whatever the terminal's encoding: it is for programs."""
    whole = f"{data}\n".encode("utf-8", "backslashreplace") if isinstance(data, str) else data
    click.echo(whole, nl=False)


def colours(ctx: click.Context, stream: IO[Any]) -> bool:
    """Whether to colour what goes to `stream`."""
    off = common(ctx).no_color or os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return not off and is_terminal(stream)


def is_terminal(stream: IO[Any]) -> bool:
    """Whether somebody looks at `stream`."""
    try:
        return stream.isatty()
    except ValueError:
        return False


def wrong_usage(message: Message) -> NoReturn:
    """End: the command line is wrong."""
    raise click.UsageError(say(message, reader_language()))


def root_of(ctx: click.Context) -> "Path":
    """The workspace's folder; ends with a sentence where there is none."""
    from pathlib import Path

    from valuegen.read.root import find_root

    found = find_root(Path.cwd(), common(ctx).workspace, os.environ)
    if isinstance(found, Message):
        say_err(found)
        ctx.exit(BROKEN)
    return found


def broken(ctx: click.Context, message: Message) -> NoReturn:
    """End: the workspace can't be worked with, for one reason."""
    say_err(message)
    ctx.exit(BROKEN)


class Program(click.Group):
    """The program: its commands are imported when they are asked for, its mistakes are told without a traceback."""

    def __init__(self, *args: Any, told: Message, modules: Mapping[str, Message], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.told = told
        self.modules = modules

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order of their use."""
        return list(self.modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now."""
        from importlib import import_module

        if cmd_name not in self.modules:
            return None
        command = import_module(f"valuegen.cli.{cmd_name}_command").command
        assert isinstance(command, click.Command)
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """What stands before the command; of an option of the command's own, where it goes."""
        command = next((one for one in args if one in self.modules), None)
        try:
            return super().parse_args(ctx, list(args))
        except click.NoSuchOption as wrong:
            found = self.get_command(ctx, command) if command else None
            if found is None or not any(wrong.option_name in one.opts for one in found.params):
                raise
            values = {"option": wrong.option_name, "command": command}
            told = msg("{option} goes after the command: valuegen {command} {option} …", **values)
            raise click.UsageError(say(told, reader_language()), ctx) from None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the first argument names, or the nearest to it as a hint."""
        name = args[0]
        if not name.startswith("-") and name not in self.modules and not ctx.resilient_parsing:
            no_such_command(name, self.modules)
        return super().resolve_command(ctx, args)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """What follows the program's name in its usage."""
        return [say(OPTIONS, reader_language()), say(msg("COMMAND [ARGS]..."), reader_language())]

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The page of the whole program."""
        self.help = say(self.told, reader_language())
        super().format_help(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What each command is for, in its first line. None of them is loaded for it."""
        language = reader_language()
        rows = [(name, say(told, language).split("\n", 1)[0]) for name, told in self.modules.items()]
        with formatter.section(gettext("Commands")):
            formatter.write_dl(rows)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """How the shell learns to complete names."""
        with formatter.section(say(msg("Names completed by the Tab key"), reader_language())):
            for shell, line in COMPLETING:  # to be copied: never broken into two lines
                formatter.write(f"{'':{formatter.current_indent}}{shell:<6}{line}\n")

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; an interruption is said, and has its own exit status."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            say_err(msg("Interrupted."))
            ctx.exit(INTERRUPTED)

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run the program; what goes wrong in it ends in one sentence, never in a traceback."""
        _show_any_text()
        try:
            return super().main(*args, **kwargs)
        except Exception as error:
            from valuegen.cli.refused import refused

            say_err(refused(error) or details())
            sys.exit(BROKEN)


def _show_any_text() -> None:
    """A terminal or a pipe that has no sign for a character gets its number, and never an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def details() -> Message:
    """What to say of our own fault, being handled now: where the details are, and how to report them."""
    import tempfile
    import traceback

    text = f"valuegen {__version__}, Python {sys.version}\n{sys.argv}\n\n{traceback.format_exc()}"
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="valuegen-", suffix=".txt", delete=False, encoding="utf-8"
        ) as file:
            file.write(text)
    except OSError:
        return msg(
            "Something went wrong in valuegen itself, and there is no room to write the details. Nothing was lost."
        )
    return msg(
        "Something went wrong in valuegen itself; nothing was lost. The details are in {path}. Please send that file "
        "(look through it first) with what you were doing, to the project's page.",
        path=file.name,
    )
