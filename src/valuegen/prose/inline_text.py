"""The words of a block as text: emphasis by marks, where there are any, and links with their addresses.

WhatsApp's marks (its help, "How to format your messages") count only where a word begins or ends, on one line, and
can't be escaped. So they are left out within a word and over several lines, and what would be taken for one in the
words themselves is replaced by a sign that looks the same.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from valuegen.prose.tree import Node

_ALIKE = str.maketrans({"*": "∗", "_": "ˍ", "~": "∼", "`": "ˋ"})
# a mark at a word's edge: nothing of a word on one side of it, no space on the other
_MARK = re.compile(r"(?<!\w)[*_~]+(?=\S)|(?<=\S)[*_~]+(?!\w)|`")


# what an address may go on with; a stop or a comma at its end is left out by whoever makes it a link
_PART_OF_IT = re.compile(r"[^\s.,;:!?…)»”]")


@dataclass(frozen=True, slots=True)
class Marks:
    """How a form writes emphasis, code and links. `link`: what stands around an address; `guards`: see the module."""

    bold: str = ""
    italic: str = ""
    code: str = ""
    link: tuple[str, str] = ("", "")
    guards: bool = False

    @property
    def without_bold(self) -> "Marks":
        """The same, for what is bold already."""
        return replace(self, bold="")


PLAIN = Marks()
WHATSAPP = Marks(bold="*", italic="_", code="```", guards=True)


@dataclass(slots=True)
class _Piece:
    """A text, or a mark that is opened or closed: `partner` is the other one's place among the pieces."""

    text: str
    partner: int = -1
    is_address: bool = False


class InlineText:
    """Writes words with one form's marks."""

    def __init__(self, marks: Marks) -> None:
        self._marks = marks

    def text(self, nodes: Iterable[Node | str]) -> str:
        """The text of inline nodes: spaces in it are single, a line end is one that was asked for."""
        pieces: list[_Piece] = []
        self._write(nodes, pieces)
        _drop_idle(pieces)
        _part_addresses(pieces)
        lines = "".join(piece.text for piece in pieces).split("\n")
        return "\n".join(re.sub(r"[ \t]+", " ", line).strip() for line in lines).strip()

    def _write(self, nodes: Iterable[Node | str], pieces: list[_Piece]) -> None:
        for node in nodes:
            if isinstance(node, str):
                said = node.replace("\n", " ")
                pieces.append(_Piece(_guarded(said) if self._marks.guards else said))
            else:
                self._element(node, pieces)

    def _element(self, node: Node, pieces: list[_Piece]) -> None:
        match node.tag:
            case "em":
                self._marked(node, self._marks.italic, pieces)
            case "strong":
                self._marked(node, self._marks.bold, pieces)
            case "code":
                said = "".join(child for child in node.children if isinstance(child, str)).replace("\n", " ")
                pieces.append(_Piece(f"{self._marks.code}{said}{self._marks.code}"))
            case "br":
                pieces.append(_Piece("\n"))
            case "img":
                pieces.append(_Piece(f"[{node.attributes['alt']}]" if node.attributes.get("alt") else ""))
            case "sup":
                pieces.append(_Piece(f"[{''.join(said_by(node))}]"))
            case "a":
                self._link(node, pieces)
            case _:
                self._write(node.children, pieces)

    def _marked(self, node: Node, mark: str, pieces: list[_Piece]) -> None:
        at = len(pieces)
        pieces.append(_Piece(mark))
        self._write(node.children, pieces)
        pieces.append(_Piece(mark, at))
        pieces[at].partner = len(pieces) - 1

    def _link(self, node: Node, pieces: list[_Piece]) -> None:
        if node.kind == "footnote-back":
            return
        address = shown_address(node.attributes.get("href", ""))
        before, after = self._marks.link
        words = " ".join("".join(said_by(node)).split())
        if not address or address in words:
            pieces.append(_Piece(words, is_address=True)) if address else self._write(node.children, pieces)
            return
        self._write(node.children, pieces)
        shown = f" {before}{address}{after}" if words else f"{before}{address}{after}"
        pieces.append(_Piece(shown, is_address=not after))


def shown_address(href: str) -> str:
    """An address as a person reads it: that of a mailbox or a phone without its scheme; "" for one within the text."""
    if href.startswith("#"):
        return ""
    scheme, _, rest = href.partition(":")
    return rest.partition("?")[0] if scheme.lower() in ("mailto", "tel") else href


def said_by(node: Node) -> Iterable[str]:
    """All texts within an element; the text of a picture too."""
    if node.tag == "img":
        yield node.attributes.get("alt", "")
    for child in node.children:
        if isinstance(child, str):
            yield child
        else:
            yield from said_by(child)


def _guarded(text: str) -> str:
    return _MARK.sub(lambda found: found[0].translate(_ALIKE), text)


def _drop_idle(pieces: list[_Piece]) -> None:
    """Empties the marks that would be shown as they are: next to a letter, around nothing, or over several lines."""
    for at, piece in enumerate(pieces):
        if piece.partner <= at:
            continue
        inside = "".join(pieces[one].text for one in range(at + 1, piece.partner))
        before = _beside(pieces, range(at - 1, -1, -1))[-1]
        after = _beside(pieces, range(piece.partner + 1, len(pieces)))[0]
        is_idle = before.isalnum() or after.isalnum() or not inside.strip() or "\n" in inside
        if is_idle or inside != inside.strip() or pieces[piece.partner - 1].is_address:
            piece.text = pieces[piece.partner].text = ""


def _beside(pieces: list[_Piece], places: Iterable[int]) -> str:
    """The first text that is there, going on from a place; a space at an end."""
    return next((pieces[place].text for place in places if pieces[place].text), " ")


def _part_addresses(pieces: list[_Piece]) -> None:
    """Puts a space behind an address, where what follows would be taken for a part of it."""
    for at, piece in enumerate(pieces):
        if piece.is_address and _PART_OF_IT.match(_beside(pieces, range(at + 1, len(pieces)))):
            piece.text += " "
