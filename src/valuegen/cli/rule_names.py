"""Names of rules on the command line: completed by the shell, and the nearest one told where there is none."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any

import click
from click.shell_completion import CompletionItem

from valuegen.cli.frame import wrong_usage
from valuegen.words import msg


def _near(name: str, known: Sequence[str]) -> list[str]:
    """Those that begin with it, as `pitch-share` does with `pitch`; else the nearest one, or none."""
    begun = [one for one in known if len(name) > 2 and one.startswith(name)]
    return begun or get_close_matches(name, known, 1)


class RuleParameter(click.ParamType[str]):
    """The name of a rule."""

    name = "rule"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name, if there is such a rule."""
        from valuegen.check import RULE_NAMES

        name = str(value)
        if name not in RULE_NAMES:
            near = tuple(msg("“{name}”", name=one) for one in _near(name, RULE_NAMES))
            wrong_usage(
                msg("There is no rule “{name}”. Did you mean {near:or}?", name=name, near=near)
                if near
                else msg("There is no rule “{name}”. `valuegen explain` lists them all.", name=name)
            )
        return name

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Those that begin so."""
        from valuegen.check import RULE_NAMES

        return [CompletionItem(name) for name in RULE_NAMES if name.startswith(incomplete)]
