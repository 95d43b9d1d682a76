"""What a page of a strange theme may load is said first in it, whatever its template says.

The policy stands in the frame of the built-in theme, which a theme may replace. A browser keeps to a policy from where
it reads it, so that it has to come before whatever loads anything.
"""

import re
from html import escape

from valuegen.pages.policy import policy

_SPACE = rb"[\t\n\f\r ]"
_ATTRIBUTES = (
    rb"(?>" + _SPACE + rb"++(?!on|style)[^\t\n\f\r \"'<>/=\0]++"
    rb"(?>" + _SPACE + rb"*+=" + _SPACE + rb"*+(?>\"[^\"]*+\"|'[^']*+'|[^\t\n\f\r \"'=<>`]++))?+)*+" + _SPACE + rb"*+"
)
_BEFORE = re.compile(
    rb"(?>" + _SPACE + rb"++|<!--(?!-?>)(?>(?!--!?>|<!--).)*+-->)*+"
    rb"(?><!doctype[^>]*+>" + _SPACE + rb"*+)?+"
    rb"(?><html" + _ATTRIBUTES + rb">" + _SPACE + rb"*+)?+"
    rb"(?><head" + _ATTRIBUTES + rb">" + _SPACE + rb"*+)?+",
    re.IGNORECASE | re.DOTALL,
)
_META = re.compile(rb"<meta" + _ATTRIBUTES + rb"/?>" + _SPACE + rb"*+", re.IGNORECASE)
"""All of it as a browser reads it: where it would read anything else, the rest is no longer what comes before."""


def guarded(page: bytes, view: object) -> bytes:
    """A page with its policy before all that may load something; the same page where it stands there already."""
    wanted = getattr(getattr(view, "head", None), "policy", policy())
    said = f'<meta http-equiv="Content-Security-Policy" content="{escape(wanted, quote=False)}">'.encode()
    before = _BEFORE.match(page)
    start = at = before.end() if before else 0
    while not page.startswith(said, at):
        meta = _META.match(page, at)
        if meta is None:
            return page[:start] + said + b"\n" + page[start:]
        at = meta.end()
    return page
