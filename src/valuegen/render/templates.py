"""The templates of a theme, compiled once, and what they may use: `site`, `page`, gettext and two filters.

`{{ page.day|written }}` writes a day, a number, a share or a list as the site's language does (`|written("MMMM")`: a
CLDR skeleton); `{{ page.day|iso }}` as machines do. `{% trans %}` and `_()` translate. A name that is not there is an
error with its template and line, never an empty string.
"""

import difflib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, time
from types import TracebackType
from typing import Any

from jinja2 import (
    BaseLoader,
    Environment,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
    nodes,
)
from jinja2 import Template as Compiled
from jinja2.sandbox import ImmutableSandboxedEnvironment

from valuegen.pages.types import Page, Theme
from valuegen.pages.views import Options
from valuegen.render.theme_error import ThemeError
from valuegen.render.translated import Translated, escaped
from valuegen.words import Message, catalogue, msg, written

PARENT = "parent:"
_SHADOWED = re.compile(r"^[0-9]+:")


class Templates:
    """A theme in a language. `is_sandboxed`: for templates that somebody else wrote."""

    def __init__(self, theme: Theme, language: str, *, is_sandboxed: bool = False) -> None:
        self._theme = theme
        self._environment = _environment(theme, language, is_sandboxed)
        self._compiled: dict[str, Compiled] = {}

    def show(self, page: Page) -> bytes:
        """The bytes of a page that has a template. Raises `ThemeError`."""
        name = page.template or ""
        try:
            template = self._compiled.get(name)
            if template is None:
                template = self._compiled[name] = self._environment.get_template(name)
            return template.render(site=page.site, page=page.view).encode("utf-8", "replace")
        except Exception as wrong:
            raise self._told(wrong, name) from wrong

    def _told(self, wrong: Exception, template: str) -> ThemeError:
        if isinstance(wrong, TemplateSyntaxError):
            name, line = wrong.name or template, wrong.lineno
            message = msg("This template can't be read: {problem}", problem=wrong.message or "")
        else:
            name, line = _where(wrong.__traceback__, template, frozenset(self._theme.templates))
            message = _problem(wrong)
        found = self._theme.templates.get(name)
        return ThemeError(message, name, line, found.file if found else "")


@dataclass(frozen=True, slots=True)
class Versions:
    """`layer` of each template by its key; the versions `of` a name, the theme's own first: layer and key."""

    layer: Mapping[str, int]
    of: Mapping[str, Sequence[tuple[int, str]]]


def _versions(theme: Theme) -> Versions:
    found: dict[str, list[tuple[int, str]]] = {}
    for key, template in theme.templates.items():
        found.setdefault(_SHADOWED.sub("", key), []).append((template.layer, key))
    layer = {key: template.layer for key, template in theme.templates.items()}
    return Versions(layer, {name: sorted(versions) for name, versions in found.items()})


def _environment(theme: Theme, language: str, is_sandboxed: bool) -> Environment:
    make = _Sandboxed if is_sandboxed else _Plain
    made = make(
        loader=_Loader(theme),
        autoescape=True,
        undefined=_Missing,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        extensions=["jinja2.ext.i18n"],
    )
    made.versions = _versions(theme)
    made.extend(translated=Translated(language))
    words = catalogue(language, escaped)
    install: Callable[..., None] = made.install_gettext_callables  # type: ignore[attr-defined]
    install(words.gettext, words.ngettext, newstyle=True, pgettext=words.pgettext, npgettext=words.npgettext)
    made.filters["written"] = _writer(language)
    made.filters["iso"] = _iso
    return made


class _Plain(Environment):
    """Translates the fixed sentences of a template as it is read; finds what is the parent's."""

    versions: Versions

    def join_path(self, template: str, parent: str) -> str:
        """`parent:post.html`: the version of the nearest theme behind the one whose template asks for it."""
        if not template.startswith(PARENT):
            return template
        here = self.versions.layer.get(parent, 0)
        found = self.versions.of.get(template.removeprefix(PARENT), ())
        return next((key for layer, key in found if layer > here), template)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        return _translated(self, super()._parse(source, name, filename))


class _Sandboxed(_Plain, ImmutableSandboxedEnvironment):
    """The same, with no way to change what it is given, nor to the insides of Python."""


def _translated(environment: Environment, parsed: nodes.Template) -> nodes.Template:
    made = environment.translated.visit(parsed)  # type: ignore[attr-defined]
    assert isinstance(made, nodes.Template)
    return made


def _writer(language: str) -> Callable[..., str]:
    """`words.written`, which remembers days: a site shows the same ones over and over."""
    days: dict[tuple[date, str], str] = {}

    def write(value: Any, form: str = "") -> str:
        if type(value) is not date:
            return written(value, language, form)
        if (value, form) not in days:
            days[value, form] = written(value, language, form)
        return days[value, form]

    return write


def _iso(value: date | time) -> str:
    return value.isoformat()


class _Loader(BaseLoader):
    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, None]:
        found = self._theme.templates.get(template)
        if found is None:
            raise TemplateNotFound(template)
        return found.text, template, None


class _Missing(StrictUndefined):
    """Says which name is missing, and the nearest that is there."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        if self._undefined_hint:
            return self._undefined_hint
        there = self._undefined_obj
        known = _names_in(there)
        name = str(self._undefined_name)
        return "\0".join((name, *difflib.get_close_matches(name, known, 1)))


def _names_in(there: object) -> list[str]:
    if isinstance(there, Options):
        return list(there)
    return [field.name for field in fields(there)] if is_dataclass(there) else ["site", "page"]


def _problem(wrong: Exception) -> Message:
    if isinstance(wrong, UndefinedError):
        name, _, near = (wrong.message or "").partition("\0")
        if near:
            return msg("“{name}” is not known here: did you mean “{near}”?", name=name, near=near)
        return msg("“{name}” is not known here.", name=name)
    if isinstance(wrong, TemplateNotFound):
        return msg("There is no template “{name}” in this theme.", name=str(wrong))
    if isinstance(wrong, MemoryError):
        return msg("This template needs more memory than there is for a page.")
    return msg("This template fails: {problem}", problem=f"{type(wrong).__name__}: {wrong}"[:300])


def _where(trace: TracebackType | None, template: str, names: frozenset[str]) -> tuple[str, int]:
    """The innermost template that the traceback goes through (Jinja puts their lines into it)."""
    found = (template, 1)
    while trace is not None:
        name = trace.tb_frame.f_code.co_filename
        if name in names:
            found = (name, trace.tb_lineno)
        trace = trace.tb_next
    return found
