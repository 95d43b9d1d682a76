"""The templates of a theme, compiled once, and what they may use: `site`, `page`, gettext and two filters.

`{{ page.day|written }}` writes a day, a number, a share or a list as the site's language does (`|written("MMMM")`: a
CLDR skeleton); `{{ page.day|iso }}` as machines do. `{% trans %}` and `_()` translate. A name that is not there is an
error with its template and line, never an empty string.
"""

import re
from collections.abc import Callable, Mapping, MutableMapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from jinja2 import (
    BaseLoader,
    Environment,
    TemplateNotFound,
    nodes,
)
from jinja2 import Template as Compiled
from jinja2.sandbox import ImmutableSandboxedEnvironment

from valuegen.pages.types import Page, Theme
from valuegen.render.code_kept import CodeKept
from valuegen.render.compiled import QuickCode, QuickTemplate
from valuegen.render.misspelt import check
from valuegen.render.placeless import placeless
from valuegen.render.template_wrongs import PARENT, Missing, theme_error
from valuegen.render.translated import Translated, escaped
from valuegen.tongue import Tongue
from valuegen.words import catalogue, written

_SHADOWED = re.compile(r"^[0-9]+:")


class Templates:
    """A theme in a language. `is_sandboxed`: for templates that somebody else wrote."""

    def __init__(self, theme: Theme, language: str, *, is_sandboxed: bool = False) -> None:
        self._theme = theme
        self._plain = _Read(environment_of(theme, language, Sandboxed if is_sandboxed else Plain))
        self._quick = None if is_sandboxed else _Read(_quick(theme, language))

    def show(self, page: Page) -> bytes:
        """The bytes of a page that has a template. Raises `ThemeError`."""
        name = page.template or ""
        try:
            if self._quick is not None:
                with suppress(Exception):
                    return self._quick.show(name, page)
            return self._plain.show(name, page)
        except Exception as wrong:
            if isinstance(wrong, MemoryError) and not self._theme.is_foreign:
                raise  # a theme in a child has a limit of its own; here it is the machine that has no more to give
            raise theme_error(wrong, name, self._theme, self._plain.environment) from wrong


def _quick(theme: Theme, language: str) -> Environment:
    """For the program's own templates, whose code is kept but where a workspace's own words stand in it."""
    made = environment_of(theme, language, Quick)
    if not isinstance(language, Tongue):
        made.bytecode_cache = CodeKept(theme.name, language)
    return made


class _Read:
    """The templates that were asked for, in an environment."""

    def __init__(self, environment: Environment) -> None:
        self.environment = environment
        self._compiled: dict[str, Compiled] = {}

    def show(self, name: str, page: Page) -> bytes:
        """The bytes of a page by a template."""
        template = self._compiled.get(name)
        if template is None:
            template = self._compiled[name] = self.environment.get_template(name)
        return template.render(site=page.site, page=page.view).encode("utf-8", "replace")


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


def environment_of(theme: Theme, language: str, make: "type[Plain]") -> Environment:
    """What the templates of a theme are read and run in."""
    made = make(
        loader=_Loader(theme),
        autoescape=True,
        undefined=Missing,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        extensions=["jinja2.ext.i18n"],
        finalize=placeless if make is Sandboxed else None,
    )
    made.versions = _versions(theme)
    made.options = tuple(theme.options)
    made.extend(translated=Translated(language))
    words = catalogue(language, escaped)
    install: Callable[..., None] = made.install_gettext_callables  # type: ignore[attr-defined]
    install(words.gettext, words.ngettext, newstyle=True, pgettext=words.pgettext, npgettext=words.npgettext)
    del made.globals["lipsum"], made.filters["random"]  # a site would be another each time it is built
    made.filters["written"] = _writer(language)
    made.filters["iso"] = _iso
    return made


class Plain(Environment):
    """Translates the fixed sentences of a template as it is read; finds what is the parent's."""

    versions: Versions
    options: tuple[str, ...]

    def join_path(self, template: str, parent: str) -> str:
        """`parent:post.html`: the version of the nearest theme behind the one whose template asks for it."""
        if not isinstance(template, str):
            raise TemplateNotFound(type(template).__name__)
        if not template.startswith(PARENT):
            return template
        here = self.versions.layer.get(parent, 0)
        found = self.versions.of.get(template.removeprefix(PARENT), ())
        return next((key for layer, key in found if layer > here), template)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        parsed = super()._parse(source, name, filename)
        if name is not None:
            check(self, parsed, _SHADOWED.sub("", name), self.options)
        return _translated(self, parsed)


class Quick(Plain):
    """The same, with code that costs less."""

    code_generator_class = QuickCode
    template_class = QuickTemplate

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._found: dict[tuple[Any, str | None], Compiled] = {}

    def get_template(
        self, name: Any, parent: str | None = None, globals: MutableMapping[str, Any] | None = None
    ) -> Compiled:
        """The same as Jinja's, asked for by each page as often as it extends and imports."""
        if (name, parent) not in self._found:
            self._found[name, parent] = super().get_template(name, parent, globals)
        return self._found[name, parent]


class Sandboxed(Plain, ImmutableSandboxedEnvironment):
    """The same, with no way to change what it is given, nor to the insides of Python."""


def _translated(environment: Environment, parsed: nodes.Template) -> nodes.Template:
    made = environment.translated.visit(parsed)  # type: ignore[attr-defined]
    assert isinstance(made, nodes.Template)
    return made


def _writer(language: str) -> Callable[..., str]:
    def write(value: Any, form: str = "") -> str:
        return written(value, language, form)

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
