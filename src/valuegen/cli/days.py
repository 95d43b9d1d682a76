"""Dates and amounts at the keyboard: the same sentence everywhere of one that is none, with what was meant."""

import re
from datetime import date
from importlib import import_module
from typing import Any

import click

from valuegen.cli.spoken import reader_language
from valuegen.words import say

_SIGNS = {"€": "EUR", "£": "GBP", "euros": "EUR", "euro": "EUR"}
_CODED = re.compile("[A-Z]{3}$")
_AROUND = re.compile(r"(\D*?)\s*(\d(?:[\d.,]*\d)?)\s*(\D*)")
"""A number with its currency before it or behind it."""


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
    """An amount, whose currency may be as people write it: 60 € is 60 EUR, and $ is the peso of where they are."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Its text as it stands in files, told where it was typed otherwise."""
        from valuegen.cli.frame import tell_read

        text = str(value).strip()
        if _CODED.search(text):
            return super().convert(text, param, ctx)
        words = _words(getattr(ctx.find_root().obj if ctx else None, "workspace", None))
        found = _AROUND.fullmatch(text.casefold())
        code = words.get((found[1] + found[3]).strip()) if found else None
        if found and code:
            written = super().convert(f"{found[2]} {code}", param, ctx)
            tell_read(text, written)
            return written
        return super().convert(text, param, ctx)


def _words(workspace: str | None) -> dict[str, str]:
    from valuegen.cli.names_there import country_there
    from valuegen.territory import money_words

    return {**money_words(country_there(workspace)), **_SIGNS}
