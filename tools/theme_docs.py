"""docs/themes.md and docs/themes.es.md: what a theme is made of, from the view types and the built-in themes."""

import ast
import re
from collections.abc import Iterator

from tools.doc_words import MADE
from tools.theme_words import FIELDS, INHERITS, KINDS, NOTHING, OPTIONS, OR_NONE, SEVERAL, TEMPLATES, VALUES
from tools.view_docs import ROOT, Field, View, views
from valuegen.model.colour import Shades
from valuegen.model.theme import Option
from valuegen.pages.shown_by import PAGES, SITE, SITES
from valuegen.read.theme_folders import built_in, built_in_names
from valuegen.read.themes import built_in_theme
from valuegen.words import Message, say

_MACRO = re.compile(r"{%-?\s*macro\s+(\w+\(.*?\))\s*-?%}")


def themes_page(language: str) -> str:
    """The whole page: its text, with what is made in the places kept for it."""
    text = (ROOT / "tools" / f"themes.{language}.md").read_text("utf-8")
    made = {"options": _options, "templates": _templates, "macros": _macros, "views": _views}
    for name, blocks in made.items():
        text = text.replace(f"<!-- {name} -->", "\n\n".join(blocks(language)))
    return f"{MADE}\n\n{text}"


def _options(language: str) -> Iterator[str]:
    """Each built-in theme with its options."""
    for name in built_in_names():
        theme = built_in_theme(name)
        yield f"### {name}"
        yield _said(theme.about, language)
        yield _table(OPTIONS[language], [_option(option, language) for option in theme.options.values()])


def _option(option: Option, language: str) -> list[str]:
    kind = ", ".join(f"`{one}`" for one in option.of) or KINDS[language][option.type]
    return [f"`{option.name}`", kind, _default(option, language), _said(option.about, language)]


def _default(option: Option, language: str) -> str:
    value = option.value
    if isinstance(value, Shades):
        return f"`{value.light}`, `{value.dark}`"
    if isinstance(value, bool):
        return "`yes`" if value else "`no`"
    return f"`{value}`" if value or value == 0 else NOTHING[language]


def _templates(language: str) -> Iterator[str]:
    rows = [[f"`{name}`", _link(view.__name__), _link(SITES.get(name, SITE).__name__)] for name, view in PAGES.items()]
    yield _table(TEMPLATES[language], rows)


def _macros(_: str) -> Iterator[str]:
    """What the partials of the default theme offer."""
    for path in sorted((built_in() / "partials").glob("*.html")):
        found = _MACRO.findall(path.read_text("utf-8"))
        yield f"`partials/{path.name}`: " + ", ".join(f"`{one}`" for one in found)


def _views(language: str) -> Iterator[str]:
    for view in views().values():
        yield f"### {view.name}"
        base = " " + INHERITS[language].format(of=_link(view.base)) if view.base else ""
        yield _said(view.text, language) + base
        if view.fields:
            yield _table(FIELDS[language], [_field(field, language) for field in view.fields])


def _field(field: Field, language: str) -> list[str]:
    return [f"`{field.name}`", _type(field.type, language), _said(field.text, language)]


def _type(node: ast.expr, language: str) -> str:
    """A type in the reader's words: `tuple[Card, ...]` is “several Card”."""
    if isinstance(node, ast.BinOp):
        return OR_NONE[language].format(of=_type(node.left, language))
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Tuple):
        return SEVERAL[language].format(of=_type(node.slice.elts[0], language))
    name = ast.unparse(node)
    return VALUES[language].get(name) or _link(name)


def _link(name: str) -> str:
    view: View | None = views().get(name)
    return f"[{name}](#{name.lower()})" if view else f"`{name}`"


def _said(text: str, language: str) -> str:
    return say(Message(text, plain=True), language) if text else ""


def _table(head: tuple[str, ...], rows: list[list[str]]) -> str:
    lines = [list(head), ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |" for line in lines)
