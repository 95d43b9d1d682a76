"""What a preview puts into a page, and nothing else of it is other than in a build: its script."""

import re
from functools import cache
from html import escape
from importlib.resources import files
from typing import Protocol

from valuegen.words import Message

OWN = "/_valuegen/"
"""Below that the preview has its own files. No page begins so: slugs have no underscore."""
SECURITY = "; ".join(
    f"{what}-src {whence}"
    for what, whence in {
        "default": "'none'",
        "script": "'self' 'wasm-unsafe-eval'",
        "style": "'self'",
        "img": "'self' data:",
        **dict.fromkeys(("font", "connect", "worker", "manifest", "media"), "'self'"),
    }.items()
)
SECURITY += "; form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
"""As the pages' own, and the preview's script."""
_NAMES = ("preview.js", "place.js", "panel.js", "worker.js", "preview.css")
_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>\n?')
_END = b"</body>"


class Speaker(Protocol):
    """Somebody who says a message in the reader's language."""

    @property
    def language(self) -> str: ...

    def say(self, message: Message) -> str:
        """The message as text."""
        ...


@cache
def own_files() -> dict[str, bytes]:
    """The files of the preview, by their names."""
    folder = files("valuegen.preview") / "client"
    return {name: (folder / name).read_bytes() for name in _NAMES}


def inserted(page: bytes, digest: str, number: int) -> bytes:
    """A page with the preview's script. The policy in its head, which forbids it, is said in the answer's."""
    data = f'data-digest="{digest}" data-number="{number}"'
    script = f'<script type="module" src="{OWN}preview.js" {data}></script>\n'.encode()
    page = _POLICY.sub(b"", page, count=1)
    before, found, after = page.rpartition(_END)
    return before + script + found + after if found else page + script


def bare_page(speaker: Speaker, title: Message, told: Message, place: str = "") -> bytes:
    """A page where there is none to show: a title, a sentence, and perhaps where the reason lies."""
    heading = escape(speaker.say(title))
    where = f"<p><code>{escape(place)}</code></p>\n" if place else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{speaker.language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<title>{heading}</title>\n<link rel="stylesheet" href="{OWN}preview.css">\n</head>\n<body class="bare">\n'
        f"<main>\n<h1>{heading}</h1>\n<p>{escape(speaker.say(told))}</p>\n{where}</main>\n</body>\n</html>\n"
    ).encode()
