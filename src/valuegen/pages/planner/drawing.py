"""Numbers of a drawing as the attributes of SVG have them, and names that fit."""

LINE = 18
"""Pixels from one line of words to the next."""


def share(value: float) -> str:
    """A percentage of the width."""
    return f"{_number(value)}%"


def pixels(value: float) -> str:
    """A height, or a place from the top."""
    return _number(value)


def fitting(text: str, most: int = 30) -> str:
    """A name that is no longer than its room; the whole of it is in the table."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
