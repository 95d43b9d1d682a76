"""Where a link may lead: http, https, mailto, tel, an entry, or a place inside the site.

An allowlist, asked of every form that the target takes when somebody undoes its codings: a
browser, a feed reader and a mail program each undo other ones (WHATWG URL, "URL parsing"; what
markdown-it's own check lets through stands in 6-quality, "Things seen").
"""

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from valuegen.prose.entities import entities_undone
from valuegen.prose.parts import LinkKind
from valuegen.words import Message, msg

Verdict = tuple[Message, Message] | None

# A colon before any "/" makes a scheme of what stands before it, or an address that is none (RFC 3986, 4.2).
_SCHEME = re.compile(r"([^:/?#\\]*):")
# What a browser drops or overlooks before and inside a scheme: white space, controls, what has no width.
_UNSEEN = re.compile(r"[\s\x00-\x20\x7f-\xa0\xad\u180e\u200b-\u200f\u2028-\u202f\u205f-\u2064\ufeff]+")
_WEB = ("http", "https")
# Most of those that there are, which take no other form whatever is undone in them.
_USUAL = re.compile(r"https?://[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?:[/?#][A-Za-z0-9/._~=&?#+,-]*)?")
_PERSONAL = ("mailto", "tel")
_SHOWN = 80


def outside(target: str) -> bool:
    """Whether a target that may be followed leads to another site."""
    found = _SCHEME.match(target.lstrip())
    return found is not None and found[1].lower() in _WEB


def refusal(target: str, kind: LinkKind) -> Verdict:
    """Why a target is not followed, and what to write in its place; None if it may be."""
    if kind == "link" and _USUAL.fullmatch(target):
        return None
    return looked_at(target, kind)


def looked_at(target: str, kind: LinkKind) -> Verdict:
    """The same, of any target, by all its forms."""
    for form in _forms(target):
        if form[:2] in ("//", "\\\\", "/\\", "\\/"):
            return (
                msg("“{target}” does not say how it is opened.", target=_short(target)),
                msg("Write the whole address, with https:// in front."),
            )
        scheme = _SCHEME.match(form)
        if scheme is not None:
            refused = _refused_scheme(scheme[1].lower(), form, target, kind)
            if refused is not None:
                return refused
        elif "\\" in form:
            return (
                msg("“{target}” has a “\\” in it, and addresses have “/”.", target=_short(target)),
                msg("Write “/” in its place."),
            )
    return None


def _refused_scheme(scheme: str, form: str, target: str, kind: LinkKind) -> Verdict:
    if kind == "image":
        return (
            msg("The image “{target}” is not one of this site.", target=_short(target)),
            msg(
                "Save it in content/static/ and write its name: an image from elsewhere tells that site who reads you."
            ),
        )
    if scheme in _WEB:
        return None if _has_host(form) else _hostless(target)
    if scheme in _PERSONAL or scheme == "entry":
        return None
    return (
        msg("A link can't lead to “{scheme}:” (“{target}”).", scheme=scheme, target=_short(target)),
        msg("Links lead to http, https, mailto, tel, a page of the site, or entry: and an entry's slug."),
    )


def _hostless(target: str) -> Verdict:
    return (
        msg("“{target}” is no whole address.", target=_short(target)),
        msg("Write it as https://site.example/page."),
    )


def _has_host(address: str) -> bool:
    try:
        return bool(urlsplit(address).hostname) and address.split(":", 1)[1].startswith("//")
    except ValueError:  # "http://[::1": an address that no program can take apart
        return False


def _forms(target: str) -> Iterator[str]:
    """The target, and what is left of it as its codings are undone, until there are none."""
    form = _UNSEEN.sub("", target)
    for _ in range(4):
        yield form
        undone = _UNSEEN.sub("", entities_undone(unquote(form)) if "%" in form or "&" in form else form)
        if undone == form:
            return
        form = undone
        # Only how it begins can make it another kind of address: a path or a query may hold anything.
        form = form[:200]


def _short(target: str) -> str:
    return target if len(target) <= _SHOWN else target[: _SHOWN - 1] + "…"
