"""Fixed sentences of templates are translated when the template is compiled, not each time that it is shown."""

from html import escape
from typing import Any

from jinja2 import nodes
from jinja2.visitor import NodeTransformer

from valuegen.words import catalogue


def literal(sentence: str) -> str:
    """A sentence of a workspace's own catalogue, as templates take it: a "%" that begins no place is itself."""
    return sentence if "%(" in sentence else sentence.replace("%%", "%").replace("%", "%%")


def escaped(sentence: str) -> str:
    """The same, as HTML: templates show their sentences as they stand."""
    return str(escape(literal(sentence)))


class Translated(NodeTransformer):
    """`_("Archive")` → the sentence in a language, escaped once with the rest of the fixed text around it."""

    def __init__(self, language: str) -> None:
        self._gettext = catalogue(language, literal).gettext

    def visit_Call(self, node: nodes.Call, *args: Any, **kwargs: Any) -> nodes.Node:  # noqa: N802
        self.generic_visit(node, *args, **kwargs)
        if not isinstance(node.node, nodes.Name) or node.node.name not in ("_", "gettext"):
            return node
        sentence = (
            node.args[0] if len(node.args) == 1 and not (node.kwargs or node.dyn_args or node.dyn_kwargs) else None
        )
        if not isinstance(sentence, nodes.Const) or not isinstance(sentence.value, str):
            return node
        return nodes.Const(self._gettext(sentence.value) % {}, lineno=node.lineno, environment=node.environment)
