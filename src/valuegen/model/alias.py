"""A former address of a post: an old slug, or an old path."""

import re
from urllib.parse import unquote

from valuegen.model.values import Wrong, is_id
from valuegen.words import msg

_SIGNS = ("?", "#", "\\", "..", "//", "/./", "%", "{", "}")
_WRITE = msg("Write an old slug, for example old-slug, or a path from the site's own address: /old/path/")


def read_alias(text: str) -> str:
    """`old-slug`, or `/old/path/`; `%C3%B1` in a path is read as the letter that it stands for."""
    if is_id(text):
        return text
    path = unquote(text)
    if not path.startswith("/") or path == "/":
        raise Wrong(msg("“{text}” is not a former address.", text=text), _WRITE)
    for sign in _SIGNS:
        if sign in path:
            raise Wrong(msg("A former address can't hold “{sign}”.", sign=sign), _WRITE)
    if path.endswith("/."):
        raise Wrong(msg("A former address can't hold “{sign}”.", sign="/."), _WRITE)
    if re.search(r"\s", path) or not path.isprintable():
        raise Wrong(msg("A former address can't hold spaces."), _WRITE)
    return path
