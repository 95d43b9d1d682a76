"""Names of rules on the command line: completed by the shell, and the nearest told where there is none."""

from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any

import click
from click.shell_completion import CompletionItem

from valuegen.cli.frame import wrong_usage
from valuegen.cli.spoken import reader_language
from valuegen.words import Message, msg


def _near(name: str, known: Sequence[str]) -> list[str]:
    """Those that begin with it, as `pitch-share` does with `pitch`; else the nearest one, or none."""
    begun = [one for one in known if len(name) > 2 and one.startswith(name)]
    return begun or get_close_matches(name, known, 1)


def _unknown(name: str, known: Sequence[str]) -> Message:
    if near := _near(name, known):
        quoted = tuple(msg("“{name}”", name=one) for one in near)
        return msg("There is no rule “{name}”. Did you mean {near:or}?", name=name, near=quoted)
    from valuegen.report.rule_page import named_by
    from valuegen.rules import ALL

    if about := named_by(name, ALL, reader_language()):
        return msg("There is no rule “{name}”. These speak of it: {rules:and}.", name=name, rules=tuple(about))
    return msg("There is no rule “{name}”. `valuegen explain` lists them all.", name=name)


class RuleParameter(click.ParamType[str]):
    """The name of a rule."""

    name = "rule"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name, if there is such a rule."""
        from valuegen.check import RULE_NAMES

        name = str(value)
        if name not in RULE_NAMES:
            wrong_usage(_unknown(name, RULE_NAMES))
        return name

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Those that begin so."""
        from valuegen.check import RULE_NAMES

        return [CompletionItem(name) for name in RULE_NAMES if name.startswith(incomplete)]
