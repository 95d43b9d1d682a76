"""What a theme asks of other servers: no page may (`pages/policy.py`), so that nothing would come, without a word."""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from valuegen.render.theme_error import ThemeError
from valuegen.words import msg

_QUOTE = r"""["']?+\s*+"""
_ADDRESS = r"""(?P<{}>(?:https?:)?//[^\s"'()<>{{}}]+)"""
_AT = _QUOTE + _ADDRESS
_IN_SHEETS = re.compile(
    r"/\*.*?(?:\*/|\Z)|@namespace\b[^;{}]*+|(?:@import\s*+(?:url\(\s*+)?|(?:url|src|image-set)\(\s*+)"
    + _AT.format("at")
    + r"""|(?<=["'])"""
    + _ADDRESS.format("said")
    + r"""(?=["']\s++[\d.]+(?:x|dppx|dpi|dpcm)\b)""",
    re.IGNORECASE | re.DOTALL,
)
"""CSS Cascading and Inheritance, level 4 (`@import`, which needs no space before a quote); Values and Units, level 4
(`url()`, `src()`); Images, level 4 (`image-set()`, each text of it with its resolution). A name space is no address of
a file."""
_TAGS = r"script|img|iframe|embed|object|video|audio|source|track|input|frame|image|use"
_LINKS = r"stylesheet|icon|preload|modulepreload|prefetch|preconnect|dns-prefetch|manifest"
_IN_TEMPLATES = re.compile(
    r"<!--.*?(?:-->|\Z)|{#.*?(?:#}|\Z)"
    rf"|<(?:{_TAGS})\b(?=[^<>]*?\s(?:src|srcset|data|poster|href|xlink:href)\s*+=\s*+{_AT.format('at')})"
    rf"|<link\b(?=[^<>]*?\srel\s*+=[\s\"']*+(?:[a-z-]+\s++)*?(?:{_LINKS})\b)"
    rf"(?=[^<>]*?\shref\s*+=\s*+{_AT.format('linked')})",
    re.IGNORECASE | re.DOTALL,
)
"""HTML Standard, sections 4.6.7 (types of links) and 4.8 (what is embedded)."""


def in_template(name: str, file: str, text: str) -> Iterator[ThemeError]:
    """Tags of a template that load something from elsewhere, each at its place."""
    return _found(_IN_TEMPLATES, name, file, text)


def in_sheet(name: str, file: str, text: str) -> Iterator[ThemeError]:
    """The same of a style sheet."""
    return _found(_IN_SHEETS, name, file, text)


def _found(asking: re.Pattern[str], name: str, file: str, text: str) -> Iterator[ThemeError]:
    for one in asking.finditer(text):
        groups: Mapping[str, str | None] = one.groupdict()
        group = next((group for group, at in groups.items() if at), None)
        if group is None:
            continue
        start = one.start(group)
        line, begin = text.count("\n", 0, start) + 1, text.rfind("\n", 0, start) + 1
        shown = text[begin:].partition("\n")[0]
        message = msg(
            "This asks another server ({host}) for a file, but pages load nothing from elsewhere: it would not come. "
            "Put the file into assets/ of the theme, and name it here.",
            host=_host(one[group]),
        )
        yield ThemeError(message, name, line, file, start - begin + 1, shown)


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or address
    except ValueError:
        return address
