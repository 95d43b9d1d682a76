"""The few words of our own in a body's HTML."""

from markdown_it.common.utils import escapeHtml

from valuegen.words import msg, say

LABELS = {
    "pitch": msg("An offer of ours"),
    "tip": msg("A tip"),
    "question": msg("A question"),
    "table": msg("Table"),
    "notes": msg("Notes"),
    "back": msg("Back to the text"),
}


def label(name: str, language: str) -> str:
    """One of them, as HTML text."""
    return escapeHtml(say(LABELS[name], language))
