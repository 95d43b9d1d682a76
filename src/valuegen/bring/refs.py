"""Links by the name of a post, as Hugo (`{{< ref >}}`) and Jekyll (`{% post_url %}`) write them: links to its entry,
or, where they name no post, the text that they had."""

import re
from collections.abc import Callable
from typing import NamedTuple

from valuegen.words import Message, msg

_REF = re.compile(
    r"(?P<before>\]\(\s*<?|href=[\"']?|^ {0,3}\[[^\]\n]+\]:[ \t]*<?)?"
    r"(?:\{\{[<%]\s*(?:rel)?ref(?=[\s%>\"'`])(?P<said>[^{}]*?)[%>]\}\}"
    r"|\{%-?\s*(?P<tag>post_url|link)\s+(?P<post>[^\s%]+)\s*-?%\})",
    re.MULTILINE,
)
_NAME = re.compile(r"""\bpath\s*=\s*["'`]([^"'`]+)["'`]|^\s*["'`]([^"'`]+)["'`]|^\s*([^\s"'`=]+)(?=\s|$)""")
_NOWHERE = "\ue002"
_UNLINKED = re.compile(rf"\[((?:[^\]\[\n\\]|\\.)*)\]\(\s*<?{_NOWHERE}>?(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'))?\s*\)")
_UNANCHORED = re.compile(rf"<a\b[^<>]*{_NOWHERE}[^<>]*>([^<]*)</a>", re.IGNORECASE)


class Named(NamedTuple):
    """A post that a text names: where a link to it leads, and what it is called."""

    target: str
    title: str


Linked = Callable[[str], Named | None]
"""The post that a text names by its file; None where there is none."""


class Lost(NamedTuple):
    """A link that names no post: as it was written, and why there is none now."""

    written: str
    why: Message


def with_links(text: str, linked: Linked, lost: list[Lost]) -> str:
    """A text with links to entries in the place of all that name a post; `lost` grows by those that name none."""

    def put(found: re.Match[str]) -> str:
        before = found["before"] or ""
        said = _NAME.search(found["said"] or "")
        name = found["post"] or (next(filter(None, said.groups()), "") if said else "")
        post = linked(name) if name else None
        if post is not None:
            return before + post.target if before else f"[{_escaped(post.title)}]({post.target})"
        if found["tag"] == "link":  # a file of the blog, which is looked for as any other is
            return before + name
        lost.append(Lost(found[0].removeprefix(before), _why(name)))
        return before + _NOWHERE if before else name

    text = _REF.sub(put, text.replace(_NOWHERE, ""))
    text = _UNANCHORED.sub(r"\1", _UNLINKED.sub(r"\1", text))
    return text.replace(_NOWHERE, "#")


def _escaped(title: str) -> str:
    return title.replace("[", "\\[").replace("]", "\\]")


def _why(name: str) -> Message:
    if not name:
        return msg("{text} names no post: its text stays, without a link.", text="{{< ref >}}")
    return msg("The link to “{target}” leads to no post and no file of the folder: its text stays.", target=name)
