"""Entities of HTML, undone as browsers do it, whatever number somebody wrote into them."""

import html
import re

_LONG = re.compile(r"(&#[xX]?)([0-9a-fA-F]{8,})")


def entities_undone(text: str) -> str:
    """A text without entities. No character has a number of more than seven digits, and Python reads none of 4,300."""
    return html.unescape(entities_shortened(text)) if "&" in text else text


def entities_shortened(text: str) -> str:
    """A text whose entities have no more digits than any parser of HTML reads."""
    return _LONG.sub(_shorter, text)


def _shorter(found: re.Match[str]) -> str:
    return found[1] + (found[2].lstrip("0")[:7] or "0")
