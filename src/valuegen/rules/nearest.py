"""What is said of a name that nobody knows."""

from collections.abc import Sequence

from valuegen.read.nearest import nearest
from valuegen.words import Message, msg


def meant(name: str, known: Sequence[str]) -> Message:
    """The nearest known name, or all of them."""
    near = nearest(name, known)
    if near is not None:
        return msg("Did you mean “{near}”?", near=near)
    return msg("Use one of these: {known}.", known=tuple(known))
