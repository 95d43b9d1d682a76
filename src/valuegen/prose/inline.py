"""The text of one block: its HTML, its links, and what of it a reader reads."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from markdown_it.common.utils import escapeHtml
from markdown_it.token import Token

from valuegen.prose.blocks import DEPTH, too_deep
from valuegen.prose.draft import Draft
from valuegen.prose.notes import Notes
from valuegen.prose.parts import Link, LinkKind
from valuegen.prose.targets import outside
from valuegen.words import msg

_TAGS = {"em_open": "<em>", "em_close": "</em>", "strong_open": "<strong>", "strong_close": "</strong>"}
_LOOSE_NOTE = re.compile(r"\[\^([^\]\s]{1,40})\]")
# What was meant as an image, or as a link to an address, and is none: bounded, possessive, so that it costs little.
_LOOSE_LINK = re.compile(r"(!?)\[[^\]\n]{0,200}+\]\(([^()<>\n]{1,300}+)\)")
MOST_LOOSE = 20  # of a block: so many a person would still look at
_ADDRESS_LIKE = re.compile(r"[a-z]+:|[./#]", re.IGNORECASE)


class Inline:
    """One block's inline tokens, as they are written into the draft."""

    __slots__ = ("_draft", "_ends", "_heard", "_level", "_notes", "_out", "_token", "_unread")

    def __init__(self, draft: Draft, notes: Notes, token: Token) -> None:
        self._draft, self._notes, self._token, self._out = draft, notes, token, draft.out
        self._heard: list[str] = []
        self._unread: list[int] = []  # which of `_heard` are code or an address
        self._ends: list[str] = []  # how each open link ends: "" where it is shown as text
        self._level = 0

    def write(self) -> tuple[str, str]:
        """Writes the HTML; gives the text outside code and addresses, and all of it."""
        children = self._token.children or ()
        for index, child in enumerate(children):
            kind = child.type
            if kind == "text":
                self._out.append(escapeHtml(child.content))
                self._heard.append(child.content)
            elif kind == "softbreak":
                self._out.append("\n")
                self._heard.append("\n")
            elif kind in _TAGS:
                self._tag(_TAGS[kind], child.nesting)
            else:
                self._other(kind, child, children, index)
        if self._token.content.count("[") > DEPTH:
            self._look_at_brackets(children)
        return self._texts()

    def _texts(self) -> tuple[str, str]:
        heard = "".join(self._heard).replace("\x0c", " ")
        if "[^" in heard:
            self._look_at_notes()
        if "](" in heard:
            self._look_at_links()
        if not self._unread:
            return heard, heard
        for index in self._unread:
            self._heard[index] = " "
        return "".join(self._heard).replace("\x0c", " "), heard

    def _other(self, kind: str, child: Token, children: Sequence[Token], index: int) -> None:
        if kind == "code_inline":
            self._out.append(f"<code>{escapeHtml(child.content)}</code>")
            self._unread.append(len(self._heard))
            self._heard.append(child.content)
        elif kind == "link_open":
            self._link(child, children, index)
        elif kind == "link_close":
            self._out.append(self._ends.pop())
        elif kind == "image":
            self._image(child)
        elif kind == "hardbreak":
            self._out.append("<br>\n")
            self._heard.append("\n")
        else:  # footnote_ref: a link inside a link is none
            self._out.append(self._notes.reference(child.meta["label"], linked=not any(self._ends)))

    def _tag(self, tag: str, nesting: int) -> None:
        """A mark, unless it stands inside more than `DEPTH` of them: its text is shown without it then."""
        deeper = self._level + (nesting == 1)
        if deeper <= DEPTH:
            self._out.append(tag)
        elif deeper == DEPTH + 1 and nesting == 1:
            self._draft.trouble(self._draft.place(self._token, 0), *too_deep())
        self._level += nesting

    def _link(self, token: Token, children: Sequence[Token], index: int) -> None:
        if token.info == "auto":
            self._unread.append(len(self._heard))  # the address that follows as text
        end = ""
        if not any(self._ends):
            end = self._open(token, text_of(children[index + 1 : _closing(children, index)]))
        self._ends.append(end)

    def _open(self, token: Token, text: str) -> str:
        target, title = str(token.attrs["href"]), escapeHtml(str(token.attrs.get("title", "")))
        if not self._follow(token, target, title, "link", text):
            return ""
        self._out.append('<a href="')
        self._draft.slot("link", target)
        self._out.append('"' + (' rel="noopener"' if outside(target) else "") + _titled(title) + ">")
        return "</a>"

    def _image(self, token: Token) -> None:
        target, title = str(token.attrs["src"]), escapeHtml(str(token.attrs.get("title", "")))
        text = text_of(token.children or ())
        if not self._follow(token, target, title, "image", text):
            self._out.append(escapeHtml(text))
            return
        self._out.append('<img src="')
        self._draft.slot("image", target)
        self._out.append(f'" alt="{escapeHtml(text)}" loading="lazy"{_titled(title)}>')

    def _follow(self, token: Token, target: str, title: str, kind: LinkKind, text: str) -> bool:
        """Whether a target may stand in the page; it is listed then, else it is said why not."""
        place = token.meta.get("place") or self._draft.place(self._token, token.meta["at"])
        refused = self._draft.verdict(target, kind)
        if refused is not None:
            self._draft.trouble(place, *refused)
            return False
        if not self._draft.room_for(len(target.encode()) + len(title.encode()), place):
            return False
        self._draft.links.append(Link(target, kind, text, *place))
        return True

    def _look_at_brackets(self, children: Sequence[Token]) -> None:
        """Brackets deeper than the parser looks into them: links among them are not found."""
        level = 0
        for child in children:
            for mark in child.content if child.type == "text" else "":
                level += (mark == "[") - (mark == "]" and level > 0)
                if level > DEPTH:
                    self._draft.trouble(self._draft.place(self._token, 0), *too_deep())
                    return

    def _look_at_notes(self) -> None:
        """A reference to a footnote that is nowhere: it would be shown as it was typed."""
        for found in self._loose(_LOOSE_NOTE):
            name = found[1]
            if name.isdigit() or self._notes.defined:
                self._draft.trouble(
                    self._draft.place(self._token, max(0, self._token.content.find(found[0]))),
                    msg("There is no footnote “{name}”.", name=name),
                    msg("Write it on a line of its own, after an empty one: [^{name}]: …", name=name),
                )

    def _look_at_links(self) -> None:
        """A space in an address: the link would be shown as it was typed."""
        for found in self._loose(_LOOSE_LINK):
            target = found[2].strip()
            if any(mark.isspace() for mark in target) and (found[1] or _ADDRESS_LIKE.match(target)):
                self._draft.trouble(
                    self._draft.place(self._token, max(0, self._token.content.find(found[0]))),
                    msg("This is no link, for its address has a space: “{target}”.", target=target[:80]),
                    msg("Put the address between “<” and “>”: (<{target}>).", target=target[:80]),
                )

    def _loose(self, mark: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """The first such marks in text that is neither code nor an address, unless it says so: \\[^1]."""
        unread = set(self._unread)
        texts = (text for index, text in enumerate(self._heard) if index not in unread)
        found = islice((found for text in texts for found in mark.finditer(text)), MOST_LOOSE)
        return (one for one in found if not self._is_escaped(one[0]))

    def _is_escaped(self, shown: str) -> bool:
        at = self._token.content.find(shown)
        return self._token.content[at - 1] == "\\" if at > 0 else at < 0 and "\\" in self._token.content


def text_of(tokens: Sequence[Token]) -> str:
    """What inline tokens say, on one line: code and the texts of images too."""
    said: list[str] = []
    for token in tokens:
        if token.type == "image":
            said.append(text_of(token.children or ()))
        elif token.type in ("softbreak", "hardbreak"):
            said.append(" ")
        else:
            said.append(token.content)
    return " ".join("".join(said).split())


def _closing(children: Sequence[Token], index: int) -> int:
    level = 0
    for at in range(index, len(children)):
        level += (children[at].type == "link_open") - (children[at].type == "link_close")
        if level == 0:
            return at
    return len(children)


def _titled(title: str) -> str:
    return f' title="{title}"' if title else ""
