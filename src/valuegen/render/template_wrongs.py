"""What went wrong in a template, in the words of whoever writes it: which template, which line, what to look at."""

import re
from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from types import TracebackType

from jinja2 import (
    Environment,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
    nodes,
)
from jinja2.exceptions import SecurityError
from jinja2.utils import missing

from valuegen.pages.types import Theme
from valuegen.pages.views import Options
from valuegen.read.nearest import nearest
from valuegen.render.misspelt import MisspeltError, unknown
from valuegen.render.placeless import SAID, PlaceError
from valuegen.render.theme_error import ThemeError
from valuegen.words import Message, msg

PARENT = "parent:"
MOST = 300
_EXPORTED = re.compile(
    r"the template '(.*)' \(imported on line [0-9]+ in '.*'\) does not export the requested name '(.*)'"
)
_FORBIDDEN = re.compile(r"access to attribute '(.*)' of")
_GIVEN = ("site", "page")
_READING = ("_parse", "_generate", "_compile")
"""What an environment does with a template before it says anything: of the rest Jinja leaves no trace."""


class Missing(StrictUndefined):
    """A name that is not there is an error, with what is there (told apart by NUL)."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint:
            return self._undefined_hint
        there = self._undefined_obj
        if there is None:
            return f"{self._undefined_name}\0None"
        return "\0".join((str(self._undefined_name), "known", *_names_in(there)))


def theme_error(wrong: Exception, template: str, theme: Theme, environment: Environment) -> ThemeError:
    """What an exception that a template raised says to its author. `template`: the one that was asked for."""
    if isinstance(wrong, TemplateSyntaxError):
        name, line = wrong.name or template, wrong.lineno
    else:
        name, line = _where(wrong.__traceback__, template, frozenset(theme.templates))
    found = theme.templates.get(name)
    text = found.text if found else ""
    message = _problem(wrong, theme, environment, text)
    return ThemeError(message, name, line, found.file if found else "", *_line(text, line, message))


def _line(text: str, line: int, message: Message) -> tuple[int, str]:
    """The column of the name that the message is about, from 1, and the line."""
    lines = text.splitlines()
    shown = lines[line - 1] if 0 < line <= len(lines) else ""
    named = str(message.values.get("name", ""))
    return (shown.find(named) + 1 if named else 0) or len(shown) - len(shown.lstrip()) + 1, shown


def _problem(wrong: Exception, theme: Theme, environment: Environment, text: str) -> Message:
    if isinstance(wrong, MisspeltError):
        return wrong.said
    if isinstance(wrong, PlaceError):
        return SAID
    if isinstance(wrong, UndefinedError):
        return _undefined(wrong.message or "", theme, environment, text)
    if isinstance(wrong, TemplateNotFound):
        return _not_found(str(wrong), theme)
    if isinstance(wrong, TemplateSyntaxError):
        return msg("This template can't be read: {problem}", problem=wrong.message or "")
    if isinstance(wrong, RecursionError) and _is_being_read(wrong.__traceback__):
        return msg("This template is nested too deeply to be read.")
    if isinstance(wrong, MemoryError):
        return msg("This template needs more memory than there is for a page.")
    if isinstance(wrong, RecursionError):
        return msg("This template extends, includes or calls itself without end.")
    if isinstance(wrong, SecurityError):
        found = _FORBIDDEN.match(str(wrong))
        name = found[1] if found else str(wrong)
        return msg("“{name}” is closed to themes: they see `site` and `page`, and change nothing.", name=name)
    if isinstance(wrong, ValueError) and "digits" in str(wrong):
        return msg("This template has a number with more digits than can be read.")
    if isinstance(wrong, OverflowError) and "Range" in str(wrong):
        return msg("A theme can count to {most} at most.", most=100_000)
    return msg("This template fails: {problem}", problem=f"{type(wrong).__name__}: {wrong}"[:MOST])


def _not_found(name: str, theme: Theme) -> Message:
    if name.startswith(PARENT):
        return msg("No parent of this theme has a template “{name}”.", name=name.removeprefix(PARENT))
    stems = {key.rpartition(".")[0]: key for key in theme.templates if ":" not in key}
    near = stems.get(nearest(name.rpartition(".")[0], stems) or "")
    what = msg("There is no template “{name}” in this theme.", name=name)
    return msg("{what} Did you mean “{near}”?", what=what, near=near, name=name) if near else what


def _undefined(told: str, theme: Theme, environment: Environment, text: str) -> Message:
    exported = _EXPORTED.fullmatch(told)
    if exported:
        file, name = exported.groups()
        source = theme.templates.get(file)
        near = nearest(name, _names_of(environment, source.text if source else "", macros=True))
        what = msg("“{file}” has no macro “{name}”.", file=file, name=name)
        return msg("{what} Did you mean “{near}”?", what=what, near=near, name=name) if near else what
    name, _, rest = told.partition("\0")
    if rest == "None":
        return msg("“{name}” is asked of what is not there on this page: ask with `if` first.", name=name)
    known: Sequence[str] = rest.split("\0")[1:] if rest else ()
    return unknown(name, nearest(name, known or (*_GIVEN, *_names_of(environment, text))))


def _names_in(there: object) -> list[str]:
    """What can be asked of something; nothing (not even a guess) of what is no view."""
    if isinstance(there, Options):
        return list(there)
    if is_dataclass(there):
        return [field.name for field in fields(there)]
    return [] if there is missing else [""]


def _names_of(environment: Environment, text: str, macros: bool = False) -> list[str]:
    """The names that a template makes: its macros, what it imports, what it sets."""
    try:
        parsed = environment.parse(text)
    except TemplateError:
        return []
    found = [macro.name for macro in parsed.find_all(nodes.Macro)]
    if not macros:
        found += [name.name for name in parsed.find_all(nodes.Name) if name.ctx != "load"]
        for one in parsed.find_all(nodes.FromImport):
            found += [name[1] if isinstance(name, tuple) else name for name in one.names]
    return found


def _is_being_read(trace: TracebackType | None) -> bool:
    """Whether it went wrong while a template was made into Python, before it said anything."""
    while trace is not None:
        if trace.tb_frame.f_code.co_name in _READING:
            return True
        trace = trace.tb_next
    return False


def _where(trace: TracebackType | None, template: str, names: frozenset[str]) -> tuple[str, int]:
    """The innermost template that the traceback goes through (Jinja puts their lines into it)."""
    found = (template, 1)
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if name in names:
            found = (name, trace.tb_lineno)
        trace = trace.tb_next
    return found
