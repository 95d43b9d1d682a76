"""Dates and amounts at the keyboard: the same sentence everywhere of one that is none, with what was meant."""

from datetime import date
from importlib import import_module
from typing import Any

import click

from valuegen.cli.spoken import reader_language
from valuegen.words import say

_SIGNS = {"€": "EUR", "£": "GBP", "euros": "EUR", "euro": "EUR"}


class DayParameter(click.ParamType[date]):
    """A date, as somebody says it; `ahead`: the next such day where no year is told, else the last one."""

    name = "date"

    def __init__(self, *, ahead: bool = True) -> None:
        self.ahead = ahead

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The date of its text."""
        from valuegen.model.values import Wrong, read_day

        if isinstance(value, date):
            return value
        try:
            return read_day(value)
        except Wrong:
            pass
        from valuegen.cli.frame import tell_read
        from valuegen.cli.names_there import today_there
        from valuegen.cli.said_days import said_day

        common = getattr(ctx.find_root().obj if ctx else None, "workspace", None)
        try:
            written = said_day(value, today_there(common), ahead=self.ahead)
        except Wrong as wrong:
            self.fail(say(wrong.whole, reader_language()), param, ctx)
        tell_read(value, written)
        return read_day(written)


class ReadText(click.ParamType[str]):
    """What will stand in a file as it was typed; `reader`: the name of what reads it there, in `model`."""

    name = "text"

    def __init__(self, reader: str, module: str = "values") -> None:
        self.reader, self.module = reader, module

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Its text, where that can be read."""
        from valuegen.model.values import Wrong

        try:
            getattr(import_module(f"valuegen.model.{self.module}"), self.reader)(value)
        except Wrong as wrong:
            self.fail(say(wrong.whole, reader_language()), param, ctx)
        return str(value)


class AmountText(ReadText):
    """An amount, whose currency may be a sign that means only one: 60 € is 60 EUR; $ is that of many countries."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Its text as it stands in files, told where it was typed otherwise."""
        from valuegen.cli.frame import tell_read

        text = str(value).strip()
        sign = next((one for one in _SIGNS if text.startswith(one) or text.lower().endswith(one)), None)
        if sign is None:
            return super().convert(value, param, ctx)
        number = text.removeprefix(sign) if text.startswith(sign) else text[: -len(sign)]
        written = super().convert(f"{number.strip()} {_SIGNS[sign]}", param, ctx)
        tell_read(text, written)
        return written
