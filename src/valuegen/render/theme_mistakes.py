"""All that can be seen to be wrong in the templates of a theme before a page is shown: it comes in one run.

They are parsed here, not run. What shows only when a page is made is told then, by `Templates`.
"""

from collections.abc import Iterator

from jinja2 import meta, nodes

from valuegen.pages.shown_by import PAGES
from valuegen.pages.types import Theme
from valuegen.read.nearest import nearest
from valuegen.render.template_wrongs import PARENT, theme_error
from valuegen.render.templates import Sandboxed, environment_of
from valuegen.render.theme_error import ThemeError
from valuegen.words import msg


def mistakes(theme: Theme, language: str) -> tuple[ThemeError, ...]:
    """The first mistake of each template, in the order of their names; and templates that nothing uses."""
    environment = environment_of(theme, language, Sandboxed)
    found: list[ThemeError] = []
    parsed: dict[str, nodes.Template] = {}
    for key, template in sorted(theme.templates.items()):
        try:
            parsed[key] = environment.parse(template.text, key, key)
        except Exception as wrong:
            found.append(theme_error(wrong, key, theme, environment))
    if not found:
        found += _unused(theme, parsed)
    return tuple(found)


def _unused(theme: Theme, parsed: dict[str, nodes.Template]) -> Iterator[ThemeError]:
    """Templates whose name is almost that of another, and that no other names: they were meant to be it."""
    named = [name for one in parsed.values() for name in meta.find_referenced_templates(one)]
    if None in named:
        return
    used = {str(name).removeprefix(PARENT) for name in named}
    known = _known(theme)
    stems = {name.rpartition(".")[0]: name for name in sorted(known)}
    for key, template in sorted(theme.templates.items()):
        if template.layer == 0 and key not in known | used:
            near = nearest(key.rpartition(".")[0], stems)
            if near is not None:
                message = msg("No page uses this template: did you mean “{name}”?", name=stems[near])
                yield ThemeError(message, key, 1, template.file)


def _known(theme: Theme) -> set[str]:
    """The templates that pages are shown by, and those that a parent has."""
    inherited = {key.partition(":")[2] or key for key, one in theme.templates.items() if one.layer > 0}
    return inherited | set(PAGES)
