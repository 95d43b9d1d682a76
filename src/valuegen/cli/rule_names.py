"""Names of rules on the command line: completed by the shell, and the nearest one told where there is none."""

from difflib import get_close_matches
from typing import Any

import click
from click.shell_completion import CompletionItem

from valuegen.cli.frame import wrong_usage
from valuegen.words import msg


class RuleParameter(click.ParamType[str]):
    """The name of a rule."""

    name = "rule"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name, if there is such a rule."""
        from valuegen.check import RULE_NAMES

        name = str(value)
        if name not in RULE_NAMES:
            near = get_close_matches(name, RULE_NAMES, 1)
            wrong_usage(
                msg("There is no rule “{name}”. Did you mean “{near}”?", name=name, near=near[0])
                if near
                else msg("There is no rule “{name}”. `valuegen explain` shows those that are there.", name=name)
            )
        return name

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Those that begin so."""
        from valuegen.check import RULE_NAMES

        return [CompletionItem(name) for name in RULE_NAMES if name.startswith(incomplete)]
