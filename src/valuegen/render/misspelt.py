"""Names that no page will ever have are found when a template is read, even where a page would seldom ask for them.

What a template sees has types (pages/views.py): `page.author.nmae` is followed from type to type, through loops too.
Where the type is not known (in macros, in what is included) nothing is said before a page is shown.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from jinja2 import Environment, TemplateAssertionError, nodes

from valuegen.pages.shown_by import PAGES, SITE, SITES
from valuegen.pages.views import Options
from valuegen.read.nearest import nearest
from valuegen.words import Message, msg

_ASKING = ("defined", "undefined")
_ELSEWHERE = ("planner/", "review")
_AROUND = ("base.html", "partials/")
"""The frame and the partials see whichever page they are shown in."""
_ANY_PAGE = object()
"""The type of `page` there."""

Types = Mapping[str, Any]


class MisspeltError(TemplateAssertionError):
    """A name that is not there. `said`: what is wrong, in the reader's words."""

    def __init__(self, said: Message, line: int, name: str | None) -> None:
        super().__init__(said.id, line, name, name)
        self.said = said


@dataclass(frozen=True, slots=True)
class _Template:
    environment: Environment
    name: str
    options: tuple[str, ...]


def check(environment: Environment, parsed: nodes.Template, name: str, options: tuple[str, ...]) -> None:
    """Raise `MisspeltError` at the first name that can't be right. `options`: those of the theme."""
    template = _Template(environment, name, options)
    for used in parsed.find_all((nodes.Filter, nodes.Test)):
        _check_use(template, used)
    if not name.startswith(_ELSEWHERE):
        stored = {one.name for one in _set_anywhere(parsed)}
        given = {
            "page": PAGES.get(name, _ANY_PAGE if name.startswith(_AROUND) else None),
            "site": SITES.get(name, SITE),
        }
        _check(template, parsed, {known: given[known] for known in given if known not in stored})


def unknown(name: str, near: str | None) -> Message:
    """What is said of a name that is not there."""
    if near:
        return msg("“{name}” is not known here: did you mean “{near}”?", name=name, near=near)
    return msg("“{name}” is not known here.", name=name)


def _check_use(template: _Template, used: nodes.Expr) -> None:
    assert isinstance(used, nodes.Filter | nodes.Test)
    is_filter = isinstance(used, nodes.Filter)
    known = template.environment.filters if is_filter else template.environment.tests
    if used.name not in known:
        near = nearest(used.name, sorted(known))
        what = msg("There is no filter “{name}”.", name=used.name)
        if not is_filter:
            what = msg("There is no test “{name}”.", name=used.name)
        said = msg("{what} Did you mean “{near}”?", what=what, near=near, name=used.name) if near else what
        raise MisspeltError(said, used.lineno, template.name)


def _set_anywhere(parsed: nodes.Template) -> Iterator[nodes.Name]:
    """Names that a template gives a value of its own (loops aside)."""
    for one in parsed.find_all(nodes.Name):
        if one.ctx in ("store", "param"):
            yield one
    for macro in parsed.find_all((nodes.Import, nodes.FromImport)):
        names = [macro.target] if isinstance(macro, nodes.Import) else getattr(macro, "names", [])
        for name in names:
            yield nodes.Name(name[1] if isinstance(name, tuple) else name, "store")


def _check(template: _Template, node: nodes.Node, types: Types) -> None:
    """Every `a.b` in a node, with the types that are known there."""
    if isinstance(node, nodes.For):
        _check(template, node.iter, types)
        inner = dict(types)
        if isinstance(node.target, nodes.Name):
            inner[node.target.name] = _item(_type(template, node.iter, types))
        for part in (node.body, node.else_, [node.test] if node.test else []):
            for child in part:
                _check(template, child, inner)
        return
    if isinstance(node, nodes.Test) and node.name in _ASKING and isinstance(node.node, nodes.Getattr):
        _check(template, node.node.node, types)
        return
    if isinstance(node, nodes.Getattr):
        _type(template, node, types)
    for child in node.iter_child_nodes():
        _check(template, child, types)


def _type(template: _Template, node: nodes.Node, types: Types) -> Any:
    """The type of an expression; None where it is not known."""
    if isinstance(node, nodes.Name):
        return types.get(node.name)
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Slice):
        return _type(template, node.node, types)
    if not isinstance(node, nodes.Getattr):
        return None
    return _of_attribute(template, node, _type(template, node.node, types))


def _of_attribute(template: _Template, node: nodes.Getattr, around: Any) -> Any:
    if around is Options:
        if node.attr not in template.options:
            raise _wrong(template, node, template.options)
        return None
    known = _every_page() if around is _ANY_PAGE else _fields(around)
    if known and node.attr not in known:
        raise _wrong(template, node, tuple(known))
    return known.get(node.attr) if known else None


def _wrong(template: _Template, node: nodes.Getattr, known: tuple[str, ...]) -> MisspeltError:
    return MisspeltError(unknown(node.attr, nearest(node.attr, known)), node.lineno, template.name)


def _item(of: Any) -> Any:
    """What a tuple of any length holds."""
    return get_args(of)[0] if get_origin(of) is tuple and get_args(of)[1:] == (...,) else None


@cache
def _every_page() -> dict[str, Any]:
    """All that some page has. The same name may mean different things, so nothing is known of their types."""
    return dict.fromkeys(name for page in PAGES.values() for name in _fields(page))


@cache
def _fields(of: Any) -> dict[str, Any]:
    """The fields of a view, with their types; none of what is no view."""
    if not (isinstance(of, type) and is_dataclass(of)):
        return {}
    hints = get_type_hints(of)
    return {field.name: _there(hints[field.name]) for field in fields(of)}


def _there(of: Any) -> Any:
    """The type of a value where there is one."""
    if get_origin(of) in (Union, UnionType):
        kinds = [kind for kind in get_args(of) if kind is not NoneType]
        return kinds[0] if len(kinds) == 1 else None
    return of
