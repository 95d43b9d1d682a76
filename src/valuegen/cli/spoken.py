"""click in the reader's language: helps are messages, said when they are asked for."""

import gettext
import os
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NoReturn

import click

from valuegen.tongue import LOCALE
from valuegen.words import LANGUAGES, Message, base, is_locale, msg, say

OPTIONS = msg("[OPTIONS]")
_WORDS = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
_DAYS = ("LC_ALL", "LC_TIME", "LANG")
Examples = tuple[tuple[str | Message, Message], ...]


def reader_language(environment: Mapping[str, str] | None = None) -> str:
    """The language of whoever sits there, by the locale (LANGUAGE, LC_ALL, LC_MESSAGES, LANG); else English.

    Days are written differently in the United States and elsewhere, so English is told with its country: `en-GB`.
    """
    wish = next(_wishes(os.environ if environment is None else environment, _WORDS), "en")
    return wish if wish[:2] == "en" and wish != "en-US" and is_locale(wish) else wish[:2]


def writes_day_first() -> bool:
    """Whether whoever sits there writes 7/12 for the 7th of December: as their country does, else their language.
    English of no country may mean either."""
    from valuegen.territory import is_day_first

    language = base(reader_language())
    wishes = [one for one in _wishes(os.environ, _WORDS, _DAYS) if base(one) == language and is_locale(one)]
    return is_day_first(next((one for one in wishes if "-" in one), language))


def _wishes(environment: Mapping[str, str], *chains: tuple[str, ...]) -> Iterator[str]:
    """The locales that are wished for and spoken here, by the first variable of each chain that says one."""
    for names in chains:
        for name in names:
            for wish in environment.get(name, "").split(":"):
                if wish[:2] in LANGUAGES:
                    yield wish.partition(".")[0].partition("@")[0].replace("_", "-")
            if environment.get(name) and name != "LANGUAGE":
                break


def as_read(language: str) -> str:
    """The language of a site as whoever sits there writes its days: British readers of a site in plain English."""
    reader = reader_language()
    return reader if type(language) is str and language == base(reader) else language


def teach_click() -> None:
    """Let click find its own words (Usage, Options, …) in our catalogues: it asks gettext's current domain."""
    gettext.bindtextdomain("click", LOCALE)
    gettext.textdomain("click")


def no_such_command(name: str, known: Iterable[str]) -> NoReturn:
    """End: there is none of that name; with the nearest one."""
    from difflib import get_close_matches

    near = get_close_matches(name, known, 1)
    if near:
        told = msg("There is no command “{name}”. Did you mean “{near}”?", name=name, near=near[0])
    else:
        told = msg("There is no command “{name}”. The commands are: {names}.", name=name, names=tuple(known))
    raise click.UsageError(say(told, reader_language()))


class Option(click.Option):
    """An option whose help, and name of its value, are messages."""

    def __init__(self, *args: Any, help: Message | None = None, metavar: Message | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.told = help
        self.value_name = metavar

    def make_metavar(self, ctx: click.Context) -> str:
        """What stands for its value, said in the reader's language."""
        return say(self.value_name, reader_language()) if self.value_name else super().make_metavar(ctx)

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Names and help, said in the reader's language."""
        self.help = say(self.told, reader_language()) if self.told else None
        return super().get_help_record(ctx)


class Argument(click.Argument):
    """An argument whose name is a message."""

    def __init__(self, *args: Any, metavar: Message, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.value_name = metavar

    def make_metavar(self, ctx: click.Context) -> str:
        """What stands for it, said in the reader's language."""
        return say(self.value_name, reader_language())


class CountParameter(click.ParamType[int]):
    """A whole number from 1 up."""

    name = "count"

    def __init__(self, most: int) -> None:
        self.most = most

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number of its text."""
        text = str(value)
        if not (text.isascii() and text.isdecimal() and len(text) < 9 and 1 <= int(text) <= self.most):
            message = msg("“{text}” is not a whole number from 1 to {most}.", text=text, most=self.most)
            self.fail(say(message, reader_language()), param, ctx)
        return int(text)


class Command(click.Command):
    """A command whose help, and examples, are messages."""

    def __init__(self, *args: Any, told: Message, examples: Examples = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.told = told
        self.examples = examples

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """What follows the command's name in its usage."""
        return [say(OPTIONS, reader_language()), *super().collect_usage_pieces(ctx)[1:]]

    def get_short_help_str(self, limit: int = 45) -> str:
        """The first line."""
        return say(self.told, reader_language()).split("\n", 1)[0]

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The whole page, with examples."""
        self.help = say(self.told, reader_language())
        super().format_help(ctx, formatter)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The examples."""
        language = reader_language()
        if self.examples:
            with formatter.section(say(msg("Examples"), language)):
                formatter.write_dl(list(self.said_examples(language)))

    def said_examples(self, language: str) -> Iterator[tuple[str, str]]:
        """Each line to type, with what it does; what stands in it for the reader's own is in their language."""
        for line, meaning in self.examples:
            yield say(line, language) if isinstance(line, Message) else line, say(meaning, language)


class Group(Command, click.Group):
    """Several commands under one name."""

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """What follows its name: one of its commands."""
        return [say(OPTIONS, reader_language()), say(msg("COMMAND [ARGS]..."), reader_language())]

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is named; where there is none, the nearest is told."""
        if args and args[0][:1] != "-" and args[0] not in self.commands and not ctx.resilient_parsing:
            no_such_command(args[0], self.commands)
        return super().resolve_command(ctx, args)
