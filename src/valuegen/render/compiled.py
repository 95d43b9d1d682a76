"""How templates become Python: as Jinja does it, with less work for each value that is shown.

In Jinja's code each piece of text is handed up through every template above it, what is escaped becomes an object of
its own, attributes and macros are asked for by functions that look at much. Most of what a page costs is that. Here
the pieces of a block are joined at once, what is escaped is a plain string, an attribute is asked for as Python does,
and what an imported macro gave is remembered.

Where such code fails the page is made by Jinja's own (`Templates.show`): so what is shown, and what is said of a
mistake, are the same.
"""

import keyword
from collections.abc import Callable
from functools import _lru_cache_wrapper, lru_cache
from typing import Any

import markupsafe
from jinja2 import Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro

REMEMBERED, TRIED = 2048, 512
"""So many results of each macro are remembered; after so many calls, if a fourth of them were none new."""
_escaped: Callable[[str], str] = getattr(markupsafe, "_escape_inner", lambda text: str(markupsafe.escape(text)))


def shown(value: Any) -> str:
    """A value as HTML."""
    kind = type(value)
    if kind is str:
        return _escaped(value)
    if isinstance(value, markupsafe.Markup):
        return value
    return str(value) if kind is int else str(markupsafe.escape(value))


def called(context: Context, callee: Any, /, *args: Any, **kwargs: Any) -> Any:
    """What a macro or a function gives: a macro asks nothing of where it is called."""
    return callee(*args, **kwargs) if type(callee) is QuickMacro else context.call(callee, *args, **kwargs)


class QuickMacro(Macro):
    """A macro. One that others import sees its arguments and nothing else: what the same gave before is remembered."""

    _known: "_lru_cache_wrapper[Any] | None" = None
    _calls = 0

    def remember(self) -> None:
        """From now on."""
        self._known = lru_cache(REMEMBERED, typed=True)(super().__call__)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        if self._known is None:
            return super().__call__(*args, **kwargs)
        self._calls += 1
        if self._calls == TRIED and self._known.cache_info().hits < TRIED // 4:
            self._known = None
            return super().__call__(*args, **kwargs)
        try:
            return self._known(*args, **kwargs)
        except TypeError:  # a list can't be remembered
            return super().__call__(*args, **kwargs)


class QuickTemplate(Template):
    """A template whose macros remember where others import them."""

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        if self._module is None:
            for macro in vars(super()._get_default_module(ctx)).values():
                if isinstance(macro, QuickMacro) and not macro.caller:
                    macro.remember()
        assert self._module is not None
        return self._module


class QuickCode(CodeGenerator):
    """For templates that may ask for any attribute: not for those of strangers."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802
        super().visit_Template(node, frame)
        self.writeline(f"from {__name__} import called, shown, QuickMacro as Macro")

    def enter_frame(self, frame: Frame) -> None:
        super().enter_frame(frame)
        if frame.parent is None:  # a whole template, or a block
            self.buffer(frame)

    def leave_frame(self, frame: Frame, with_python_scope: bool = False) -> None:
        if frame.parent is None:
            self.writeline(f"yield concat({frame.buffer})")
        super().leave_frame(frame, with_python_scope)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write("shown(")

    _may_lack = False
    """Whether it is asked if there is such an attribute."""

    def visit_Test(self, node: nodes.Test, frame: Frame) -> None:  # noqa: N802
        self._may_lack = node.name in ("defined", "undefined")
        super().visit_Test(node, frame)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        may_lack, self._may_lack = self._may_lack, False
        if may_lack or keyword.iskeyword(node.attr) or isinstance(node.node, nodes.Const):
            super().visit_Getattr(node, frame)
            return
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        if forward_caller:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.write("called(context, ")
        self.visit(node.node, frame)
        self.signature(node, frame)
        self.write(")")
