"""Which rules of blocks may match a line, by the character with which it begins: the others are not asked."""

from collections.abc import Mapping, Sequence

from markdown_it.parser_block import RuleFuncBlockType
from markdown_it.ruler import Ruler
from markdown_it.rules_block import StateBlock

_CHAINS = ("", "paragraph", "reference", "blockquote", "list")
_BEGINNINGS = {
    "code": "",
    "container": ":",
    "fence": "`~",
    "blockquote": ">",
    "hr": "*-_",
    "list": "*+-0123456789",
    "footnote_def": "[",
    "reference": "[",
    "heading": "#",
}
"""With what a line begins that a rule matches, where it is not as far in as code; a rule that is not here: any line."""
_LETTER = "a"
"""Stands for whatever is no such beginning."""


class Beginnings(Ruler[RuleFuncBlockType]):
    """The rules of another ruler, which are asked by one rule for each chain."""

    def __init__(self, rules: Ruler[RuleFuncBlockType]) -> None:
        super().__init__()
        self._active = rules.get_active_rules()
        names = dict(zip(rules.getRules(), self._active, strict=True))
        self._asking = {chain: [_asking(rules.getRules(chain), names)] for chain in _CHAINS}

    def getRules(self, chainName: str = "") -> list[RuleFuncBlockType]:  # noqa: N802, N803
        """The one rule of a chain."""
        return self._asking[chainName]

    def get_active_rules(self) -> list[str]:
        """The names of those that it asks."""
        return self._active


def _asking(rules: Sequence[RuleFuncBlockType], names: Mapping[RuleFuncBlockType, str]) -> RuleFuncBlockType:
    def beginning(mark: str) -> list[RuleFuncBlockType]:
        return [rule for rule in rules if mark in _BEGINNINGS.get(names[rule], mark)]

    marked = {mark: beginning(mark) for marks in _BEGINNINGS.values() for mark in marks}
    others = beginning(_LETTER)

    def ask(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        if state.is_code_block(start):
            asked: Sequence[RuleFuncBlockType] = rules
        else:
            begin = state.bMarks[start] + state.tShift[start]
            asked = marked.get(state.src[begin : begin + 1], others)
        for rule in asked:  # noqa: SIM110 - `any` takes longer
            if rule(state, start, end, silent):
                return True
        return False

    return ask
