"""The keys that `add` takes: each an option, and a question where somebody sits there to be asked."""

import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from valuegen.cli.completing import Completion
from valuegen.cli.frame import broken, is_terminal, say_err, wrong_usage
from valuegen.cli.spoken import Argument, Option, reader_language
from valuegen.words import Message, msg, say

if TYPE_CHECKING:
    from valuegen.plan.types import Plan
    from valuegen.write.yaml_text import Value


class Sort(NamedTuple):
    """What a value is: how it stands in the help, what there is to choose from (None: anything), what the shell
    offers, what looks at it at once (None: whoever reads the file); `is_open`: other choices are good too."""

    value: Message
    choices: Callable[["Plan"], Iterable[str]] | None = None
    complete: Completion | None = None
    type: click.ParamType[str] | None = None
    is_open: bool = False


TEXT = Sort(msg("TEXT"))
_MOST_LISTED = 9
"""So many choices can stand in a question; more are told when a name is wrong, and completed by the Tab key."""


@dataclass(frozen=True, slots=True)
class Field:
    """A key, its option, what that is for, and the question for it (None: it is not asked).

    `several`: it takes more than one. `first`: it may stand without its option. `listed`: the question names what
    there is to choose from. `instead`: the key in whose place it is needed. `usual`: what Enter means, after what was
    answered before (and `-` nothing); None: then it is not asked. `of`: a key and the value of it with which alone this
    one is asked for, and needed.
    """

    key: str
    name: str
    help: Message
    question: Message | None = None
    sort: Sort = TEXT
    several: bool = False
    required: bool = False
    first: bool = False
    listed: bool = False
    instead: str = ""
    usual: "Callable[[Plan, Mapping[str, Value]], str | None] | None" = None
    of: tuple[str, str] | None = None

    def is_needed(self, keys: "Mapping[str, Value]") -> bool:
        """Whether nothing can be written without it, after what was given."""
        if self.of is not None:
            return keys.get(self.of[0]) == self.of[1]
        return self.required and self.instead not in keys

    def enter(self, plan: "Plan", keys: "Mapping[str, Value]") -> str | None:
        """What Enter means at its question, after what was given; None where it is not asked."""
        is_said = self.key in keys or self.instead in keys
        if is_said or self.question is None or (self.of is not None and not self.is_needed(keys)):
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
    keys: dict[str, Value] = {one.key: _meant(one, options[one.key], plan) for one in fields if options.get(one.key)}
    for one in fields:
        _refuse_unknown(one, keys.get(one.key, ()), plan)
    missing = [one for one in fields if one.key not in keys and one.is_needed(keys)]
    if missing and not is_terminal(sys.stdin):
        wrong_usage(_needed(missing[0]))
    for one in fields if missing else ():
        usual = one.enter(plan, keys)
        if usual is not None:
            choices = tuple(one.sort.choices(plan)) if one.sort.choices else ()
            answer = _asked(ctx, one, choices, usual, is_needed=one.is_needed(keys))
            if answer:
                keys[one.key] = answer
    return {one.key: keys[one.key] for one in fields if one.key in keys}


def _meant(field: Field, value: "Value", plan: "Plan") -> "Value":
    """A choice as it is written in the files, however its letters were typed."""
    if field.sort.choices is None or field.sort.is_open:
        return value
    choices = {one.casefold(): one for one in field.sort.choices(plan)}
    if isinstance(value, str):
        return choices.get(value.casefold(), value)
    return tuple(choices.get(str(one).casefold(), str(one)) for one in value)


def _refuse_unknown(field: Field, value: "Value", plan: "Plan") -> None:
    """End where a value is none of those that there are: before a file is changed in which it would be wrong."""
    if field.sort.choices is None or field.sort.is_open:
        return
    choices = tuple(field.sort.choices(plan))
    if not choices:  # there may be some elsewhere: clients are not in every copy of a workspace
        return
    unknown = next((one for one in ((value,) if isinstance(value, str) else value) if one not in choices), None)
    if unknown is not None:
        wrong_usage(msg("{option}: {unknown}", option=field.option, unknown=_known(str(unknown), choices)))


def _needed(field: Field) -> Message:
    if field.first:
        return msg("Say it in quotes: {what}.", what=field.help)
    if field.instead:
        return msg("{option} or {other} is needed: whom it is for.", option=field.option, other="--contact")
    return msg("{option} is needed: {what}", option=field.option, what=field.help)


def _asked(ctx: click.Context, field: Field, choices: tuple[str, ...], usual: str, *, is_needed: bool) -> "Value":
    """The answer to a question; one that can't stand is told, and asked for again."""
    known = {one.casefold(): one for one in choices}
    while True:
        answer = ask_text(ctx, _question(field, choices, usual), choices) or usual
        answer = "" if usual and answer == "-" else answer
        parts = [part.strip() for part in answer.split(",") if part.strip()] if field.several else [answer]
        several = tuple(known.get(part.casefold(), part) for part in parts)
        unknown = next((part for part in several if part and choices and part not in choices), None)
        why = _wrong(field, several[0]) if several and several[0] else None
        if unknown is not None:
            say_err(_known(unknown, choices))
        elif is_needed and not any(several):
            say_err(msg("This one is needed."))
        elif why is not None:
            say_err(why)
        else:
            return several if field.several else several[0]


def _question(field: Field, choices: tuple[str, ...], usual: str) -> Message:
    assert field.question
    if field.listed and choices and len(choices) <= _MOST_LISTED:
        return msg("{question} ({names:or})", question=field.question, names=choices)
    return msg("{question} [{usual}]", question=field.question, usual=usual) if usual else field.question


def _wrong(field: Field, answer: str) -> str | None:
    """What is wrong with an answer; None where nothing is."""
    try:
        if field.sort.type is not None:
            field.sort.type.convert(answer, None, None)
    except click.BadParameter as wrong:
        return wrong.message
    return None


def _known(name: str, choices: tuple[str, ...]) -> Message:
    from valuegen.read.nearest import nearest

    near = nearest(name, choices)
    if near:
        return msg("There is no “{name}”. Did you mean “{near}”?", name=name, near=near)
    return msg("There is no “{name}”. These are there: {names}.", name=name, names=choices)


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
