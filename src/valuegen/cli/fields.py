"""The keys that `add` takes: each an option, and a question where somebody sits there to be asked."""

import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from valuegen.cli.frame import broken, is_terminal, say_err, wrong_usage
from valuegen.cli.spoken import Argument, Option, reader_language
from valuegen.cli.understood import Sort, tell_meant, understood, understood_option
from valuegen.words import Message, msg, say

if TYPE_CHECKING:
    from valuegen.plan.types import Plan
    from valuegen.write.yaml_text import Value

TEXT = Sort(msg("TEXT"))
_MOST_LISTED = 9
"""So many choices can stand in a question; more are told when a name is wrong, and completed by the Tab key."""
Of = tuple[str, tuple[str, ...]]
"""A key, and values of it."""


@dataclass(frozen=True, slots=True)
class Field:
    """A key, its option, what that is for, and the question for it (None: it is not asked).

    `several`: it takes more than one. `required`: nothing is written without it (or only where another key has one of
    some values). `first`: it may stand without its option. `listed`: the question names what there is to choose from,
    and where there is nothing it is not asked. `before`: what is told before the question. `skip`: what Enter means;
    `nobody`: what `-` does, where Enter alone is no answer. `instead`: the key in whose place it is needed. `usual`:
    what Enter takes, after what was answered before (and `-` nothing); None: then it is not asked. `of`: a key and
    values of it with which alone it is asked.
    """

    key: str
    name: str
    help: Message
    question: Message | None = None
    sort: Sort = TEXT
    several: bool = False
    required: bool | Of = False
    first: bool = False
    listed: bool = False
    before: tuple[Message, ...] = ()
    skip: Message | None = None
    nobody: Message | None = None
    instead: str = ""
    usual: "Callable[[Plan, Mapping[str, Value]], str | None] | None" = None
    of: Of | None = None

    def is_needed(self, keys: "Mapping[str, Value]") -> bool:
        """Whether nothing can be written without it, after what was given."""
        if isinstance(self.required, tuple):
            return keys.get(self.required[0]) in self.required[1]
        return self.required and self.instead not in keys

    def enter(self, plan: "Plan", keys: "Mapping[str, Value]") -> str | None:
        """What Enter takes at its question, after what was given; None where it is not asked."""
        is_said = self.key in keys or self.instead in keys
        if is_said or self.question is None or (self.of is not None and keys.get(self.of[0]) not in self.of[1]):
            return None
        if self.listed and not self.is_needed(keys) and not _choices(self, plan):
            return None
        return self.usual(plan, keys) if self.usual else ""

    @property
    def option(self) -> str:
        """The option as it is typed."""
        return f"--{self.name}"

    def parameter(self) -> click.Parameter:
        """It, on the command line."""
        if self.first:
            return Argument([self.key], metavar=msg("[{value}]", value=self.sort.value), required=False)
        return Option(
            [self.option, self.key],
            metavar=self.sort.value,
            type=self.sort.type,
            multiple=self.several,
            help=self.help,
            shell_complete=self.sort.complete,
        )


def given(ctx: click.Context, fields: Iterable[Field], options: Mapping[str, Any], plan: "Plan") -> "dict[str, Value]":
    """What was given; on a terminal the rest is asked for where something is missing, else that is said."""
    fields = tuple(fields)
    keys: dict[str, Value] = {one.key: _read(one, options[one.key], plan) for one in fields if options.get(one.key)}
    missing = [one for one in fields if one.key not in keys and one.is_needed(keys)]
    if missing and not is_terminal(sys.stdin):
        wrong_usage(_needed(missing[0]))
    for one in fields if missing else ():
        usual = one.enter(plan, keys)
        if usual is not None:
            answer = _Asking(ctx, one, plan, usual, one.is_needed(keys)).answer()
            if answer:
                keys[one.key] = answer
    return {one.key: keys[one.key] for one in fields if one.key in keys}


def _choices(field: Field, plan: "Plan") -> tuple[str, ...]:
    return tuple(field.sort.choices(plan)) if field.sort.choices else ()


def _read(field: Field, value: "Value", plan: "Plan") -> "Value":
    """What is given as it is written in files; ends where a value is none of those that there are, before a file is
    changed in which it would be wrong."""
    if isinstance(value, str):
        return understood_option(field.option, field.sort, plan, value)
    return tuple(understood_option(field.option, field.sort, plan, str(one)) for one in value)


def _needed(field: Field) -> Message:
    if field.first:
        return msg("Say it in quotes: {what}.", what=field.help)
    if field.instead:
        return msg("{option} or {other} is missing: who is it for?", option=field.option, other="--contact")
    return msg("{option} is needed: {what}", option=field.option, what=field.help)


@dataclass(frozen=True, slots=True)
class _Asking:
    """A question, until it has an answer that can stand."""

    ctx: click.Context
    field: Field
    plan: "Plan"
    usual: str
    is_needed: bool

    def answer(self) -> "Value":
        """The answer; one that can't stand is told, and asked for again."""
        field, choices = self.field, _choices(self.field, self.plan)
        for line in field.before:
            say_err(line)
        while True:
            typed = ask_text(self.ctx, self._question(choices), choices)
            is_nobody = typed == "-" and bool(self.usual or (field.nobody and not self.is_needed))
            answer = "" if is_nobody else typed or self.usual
            if not answer and (self.is_needed or (field.nobody and not is_nobody)):
                say_err(msg("It can't go without this."))
                continue
            parts = [part.strip() for part in answer.split(",") if part.strip()] if field.several else [answer]
            read = [understood(field.sort, self.plan, part, asked=True) if part else "" for part in parts]
            wrong = next((one for one in read if isinstance(one, Message)), None) or self._wrong(answer)
            if wrong is not None:
                say_err(wrong)
                continue
            several = tuple(one for one in read if isinstance(one, str))
            for part, one in zip(parts, several, strict=True):
                tell_meant(field.sort, part, one)
            return several if field.several else several[0]

    def _question(self, choices: tuple[str, ...]) -> Message:
        field = self.field
        assert field.question
        hints: list[Message] = []
        if field.listed and choices and len(choices) <= _MOST_LISTED:
            hints.append(msg("{names:or}", names=choices))
        if field.listed and field.several and len(choices) > 1:
            hints.append(msg("several: with commas"))
        if field.skip:
            hints.append(field.skip)
        if field.nobody and not self.is_needed:
            hints.append(field.nobody)
        question = _hinted(field.question, hints)
        return msg("{question} [{usual}]", question=question, usual=self.usual) if self.usual else question

    def _wrong(self, answer: str) -> str | None:
        """What is wrong with an answer; None where nothing is."""
        try:
            if self.field.sort.type is not None and answer:
                self.field.sort.type.convert(answer, None, None)
        except click.BadParameter as wrong:
            return wrong.message
        return None


def _hinted(question: Message, hints: list[Message]) -> Message:
    if not hints:
        return question
    first, *more = hints
    for one in more:
        first = msg("{hint}; {more}", hint=first, more=one)
    return msg("{question} ({hints})", question=question, hints=first)


def ask_text(ctx: click.Context, question: Message, choices: tuple[str, ...] = ()) -> str:
    """One line from whoever sits there; the Tab key completes what may be named."""
    _completing(choices)
    shown = say(msg("{question} ", question=question), reader_language())
    try:
        return input(shown).strip()
    except EOFError:
        click.echo(err=True)
        broken(ctx, msg("Nothing was changed."))
    finally:
        _completing(())


def _completing(choices: tuple[str, ...]) -> None:
    try:
        import readline
    except ImportError:  # not on every system
        return

    def complete(text: str, state: int) -> str | None:
        found = [name for name in choices if name.startswith(text)]
        return found[state] if state < len(found) else None

    readline.set_completer_delims(" ,\t")
    readline.set_completer(complete)
    # letters of more than one byte are letters, whatever the locale
    for setting in ("tab: complete", "set convert-meta off", "set input-meta on", "set output-meta on"):
        readline.parse_and_bind(setting)
