"""What somebody types, as it is written in files. How it was read is told; what may be two things is asked back."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import click

from valuegen.cli.completing import Completion
from valuegen.cli.frame import common, say_err, tell_read, wrong_usage
from valuegen.words import Message, msg

if TYPE_CHECKING:
    from valuegen.plan.types import Plan

_MONTH_DAY = re.compile("([0-9]{2})-([0-9]{2})")


class Sort(NamedTuple):
    """What a value is: how it stands in the help, what there is to choose from (None: anything), what the shell
    offers, what looks at it at once (None: whoever reads the file).

    `is_open`: other choices are good too. `told`: the choices with their meanings. `words`: the choice that another
    word means. `names`: what those who may be chosen are called; `people`: their first name will do. `day`: it is one,
    and where no year is told the next ("ahead") or the last ("past") is meant, or the day of every year ("yearly").
    """

    value: Message
    choices: "Callable[[Plan], Iterable[str]] | None" = None
    complete: Completion | None = None
    type: click.ParamType[str] | None = None
    is_open: bool = False
    told: Mapping[str, Message] | None = None
    words: Callable[[str], str | None] | None = None
    names: "Callable[[Plan], Mapping[str, str]] | None" = None
    people: bool = False
    day: str = ""


def understood(sort: Sort, plan: "Plan", text: str, *, asked: bool = False) -> str | Message:
    """The value that a text means, or why it is none. `asked`: to a question, where how it begins will do."""
    if sort.day:
        return _day(sort, plan, text)
    if sort.choices is None or sort.is_open:
        return text
    choices = tuple(sort.choices(plan))
    if not choices or text in choices:  # there may be some elsewhere: clients are not in every copy of a workspace
        return text
    found = _meant(sort, plan, text, choices) or (_begun(sort, plan, text, choices) if asked else ())
    if len(found) == 1:
        return found[0]
    if found:
        names = sort.names(plan) if sort.names else {}
        told = tuple(f"{id} ({names[id]})" if id in names else id for id in found)
        return msg("“{text}” may be {names:or}. Write which one.", text=text, names=told)
    return _unknown(text, choices, tuple(sort.told.values()) if sort.told else choices)


def _meant(sort: Sort, plan: "Plan", text: str, choices: tuple[str, ...]) -> tuple[str, ...]:
    from valuegen.cli.plain_words import named

    same = tuple(one for one in choices if one.casefold() == text.casefold())
    if same:
        return same
    if sort.names:
        found = named(text, sort.names(plan), by_first=sort.people)
        if found:
            return found
    word = sort.words(text) if sort.words else None
    return (word,) if word in choices and word is not None else ()


def _begun(sort: Sort, plan: "Plan", text: str, choices: tuple[str, ...]) -> tuple[str, ...]:
    """Those that begin so, or whose names do; one letter alone may be a slip."""
    from valuegen.cli.plain_words import plain

    start = plain(text)
    names = sort.names(plan) if sort.names else {}
    return tuple(
        one
        for one in choices
        if len(start) > 1 and (one.startswith(start) or plain(names.get(one, "")).startswith(start))
    )


def _day(sort: Sort, plan: "Plan", text: str) -> str | Message:
    from valuegen.cli.said_days import said_day, said_yearly
    from valuegen.model.values import Wrong

    try:
        return said_yearly(text) if sort.day == "yearly" else said_day(text, plan.as_of.day, ahead=sort.day == "ahead")
    except Wrong as wrong:
        return wrong.whole


def _unknown(name: str, choices: tuple[str, ...], told: "tuple[str | Message, ...]") -> Message:
    from valuegen.read.nearest import nearest

    near = nearest(name, choices)
    if near:
        return msg("There is no “{name}”. Did you mean “{near}”?", name=name, near=near)
    return msg("There is no “{name}”. Use one of these: {names}.", name=name, names=told)


def understood_option(option: str | Message, sort: Sort, plan: "Plan", text: str) -> str:
    """The value that was meant on the command line, told where it was typed otherwise; ends where there is none."""
    found = understood(sort, plan, text)
    if isinstance(found, Message):
        wrong_usage(msg("{option}: {unknown}", option=option, unknown=found))
    tell_meant(sort, text, found)
    return found


def tell_meant(sort: Sort, typed: str, read: str) -> None:
    """Say how something was read, where it was typed otherwise; and of 03-12, which of the two is the month."""
    numbers = _MONTH_DAY.fullmatch(read) if sort.day == "yearly" else None
    if numbers and numbers[1] != numbers[2] and int(numbers[2]) <= 12 and not common(click.get_current_context()).quiet:
        day = date(2000, int(numbers[1]), int(numbers[2]))
        say_err(msg("“{typed}” is read as {day:MMMMd}.", typed=typed, day=day))
    else:
        tell_read(typed, read)
