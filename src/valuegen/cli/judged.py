"""What `build` and `check` have in common: which day, which level fails, and how findings are said."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import IO, Any

import click

from valuegen.cli.frame import colours, is_terminal, wrong_usage
from valuegen.cli.spoken import Option, reader_language
from valuegen.finding import Finding
from valuegen.words import Message, msg, nmsg, say


class DayParameter(click.ParamType[date]):
    """A date, written as in the calendar."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The date of its text."""
        from valuegen.model.values import Wrong, read_day

        if isinstance(value, date):
            return value
        try:
            return read_day(value)
        except Wrong as wrong:
            self.fail(say(wrong.message, reader_language()), param, ctx)


def as_of_option() -> Option:
    """`--as-of DATE`."""
    return Option(["--as-of", "as_of"], type=DayParameter(), metavar="DATE", help=msg("Take this day for today."))


def level_options() -> list[click.Parameter]:
    """`--strict` and `--fail-on LEVEL`."""
    return [
        Option(["--strict"], is_flag=True, help=msg("Warnings fail too (the same as --fail-on warning).")),
        Option(
            ["--fail-on", "fail_on"],
            type=click.Choice(["error", "warning", "todo"]),
            metavar="LEVEL",
            help=msg("The least level that fails: error (default), warning or todo."),
        ),
    ]


def failing_level(strict: bool, fail_on: str | None) -> str:
    """The least level that fails."""
    if strict and fail_on == "error":
        wrong_usage(msg("--strict and --fail-on error contradict each other. Leave one of them out."))
    return fail_on or ("warning" if strict else "error")


def told(ctx: click.Context, findings: Sequence[Finding], line: Any, language: str, stream: IO[Any]) -> str:
    """The findings as text for `stream`."""
    from valuegen.report.text import Manner, report

    manner = Manner(
        language=language, frame=reader_language(), colour=colours(ctx, stream), private=is_terminal(stream)
    )
    return report(findings, line, manner)


def credit_sentence(name: str, now: int, following: date | None) -> Message:
    """How many more offers a segment bears: "Panaderías: 1 oferta posible; la siguiente, desde el 20 de diciembre"."""
    room = nmsg("{n} offer possible", "{n} offers possible", now)
    if following is None:
        return msg("{name}: {room}.", name=name, room=room)
    return msg("{name}: {room}; the next one, from {day:MMMMd}.", name=name, room=room, day=following)


def credit_data(credits: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Credits as JSON has them."""
    return {
        segment: {"now": credit.now, "next": credit.next and credit.next.isoformat()}
        for segment, credit in credits.items()
    }
