"""`Page` → bytes: by a template of the theme, or by the form that the page names."""

from dataclasses import replace
from functools import lru_cache

from valuegen.model.theme import Option
from valuegen.pages.types import Page, Template, Theme, seen
from valuegen.read.theme_folders import DEFAULT
from valuegen.render.assets import is_private
from valuegen.render.drawing_forms import finished
from valuegen.render.foreign import Child
from valuegen.render.forms import FORMS
from valuegen.render.guarded import guarded
from valuegen.render.templates import Templates
from valuegen.render.theme_error import ThemeError
from valuegen.words import voice

__all__ = ["Renderer", "ThemeError"]


class Renderer:
    """Renders the pages of a site in one theme and one language. What it gives depends on these and the page alone.

    Both arguments can be pickled, so that each worker makes its own. Close it (or use `with`) where the theme is
    foreign: a process hangs on it.
    """

    def __init__(self, theme: Theme, language: str) -> None:
        self._theme, self._language = theme, language
        self._child = Child(theme, language) if theme.is_foreign else None
        self._templates: dict[str, Templates] = {}

    def render(self, page: Page) -> bytes:
        """The bytes of a page. Raises `ThemeError` where a template is wrong."""
        page = seen(page)
        if page.template is None:
            return FORMS[page.form](page.view)
        if self._child and not is_private(page.template):
            made = self._child.show(page)
            return guarded(made, page.view) if page.address.endswith(".html") else made
        return finished(page, self._speaking(page.language or self._language).show(page), self._theme.fonts)

    def _speaking(self, language: str) -> Templates:
        if language not in self._templates:
            self._templates[language] = _compiled(_own(self._theme), language)
        return self._templates[language]

    def close(self) -> None:
        """End what was started."""
        if self._child:
            self._child.close()

    def __enter__(self) -> "Renderer":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _own(theme: Theme) -> Theme:
    """What of a theme is shown in this process."""
    if not theme.is_foreign:
        return theme
    own = {name: template for name, template in theme.templates.items() if is_private(name)}
    return replace(theme, name=DEFAULT, templates=own)


def _compiled(theme: Theme, language: str) -> Templates:
    """Compiled once in a process, however often a worker is sent the same theme."""
    return _compiled_once(
        theme.name, frozenset(theme.templates.items()), frozenset(theme.options.items()), language, voice(language)
    )


@lru_cache(maxsize=16)
def _compiled_once(
    name: str,
    templates: frozenset[tuple[str, Template]],
    options: frozenset[tuple[str, Option]],
    language: str,
    _voice: str,
) -> Templates:
    return Templates(Theme(name, dict(templates), {}, options=dict(options)), language)
