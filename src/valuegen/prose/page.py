"""The walk over a text's blocks: HTML, headings, passages, paragraphs, in the order of the page."""

import re
from collections.abc import Callable, Iterable, Iterator

from markdown_it.common.utils import escapeHtml, unescapeAll
from markdown_it.token import Token

from valuegen.prose.colours import IN_ALL, coloured, is_known
from valuegen.prose.containers import KINDS
from valuegen.prose.counted import counted
from valuegen.prose.draft import Draft
from valuegen.prose.inline import Inline, text_of
from valuegen.prose.labels import label
from valuegen.prose.notes import Notes
from valuegen.prose.parts import Heading, Paragraph, Passage, PassageKind, Role, Spot
from valuegen.prose.sentences import EXCERPT_WORDS, questions

_FIXED = {
    "bullet_list_open": "<ul>\n",
    "bullet_list_close": "</ul>\n",
    "ordered_list_close": "</ol>\n",
    "list_item_open": "<li>",
    "list_item_close": "</li>\n",
    "hr": "<hr>\n",
    "table_close": "</table></div>\n",
    "thead_open": "<thead>\n",
    "thead_close": "</thead>\n",
    "tbody_open": "<tbody>\n",
    "tbody_close": "</tbody>\n",
    "tr_close": "</tr>\n",
    "th_close": "</th>",
    "td_close": "</td>",
}
_LANGUAGE = re.compile(r"[A-Za-z0-9_+#.\-]{1,40}")
_ALIGN = {"text-align:left": "left", "text-align:center": "center", "text-align:right": "right"}


class Walk:
    """One pass over the tokens, that fills a draft."""

    def __init__(self, draft: Draft) -> None:
        self._draft, self._out = draft, draft.out
        self._notes = Notes()
        self._stream: Iterator[Token] = iter(())
        self._role: Role = "text"
        self._quotes = 0
        self._cell_from = 0
        self._coloured_yet = 0
        self._within: tuple[PassageKind, ...] = ()
        self._outline: list[int] = []
        self._open: list[tuple[Token, int]] = []  # passages: their token, the paragraphs before them

    def whole(self, tokens: Iterable[Token]) -> None:
        """The text, and after it the footnotes that it refers to."""
        self._blocks(tokens)
        if self._notes.order:
            self._footnotes(self._notes.order)
        self._notes.unused(self._draft)

    def _blocks(self, tokens: Iterable[Token]) -> None:
        self._stream = iter(tokens)
        for token in self._stream:
            kind = token.type
            if kind == "inline":
                self._inline(token)
            elif kind == "paragraph_open":
                self._paragraph(token)
            elif kind == "paragraph_close":
                self._out.append("\n" if token.hidden else "</p>\n")
            elif kind in _FIXED:
                self._out.append(_FIXED[kind])
            else:
                _WRITERS[kind](self, token)

    def _paragraph(self, token: Token) -> None:
        inline = next(self._stream)
        caption = _caption(inline)
        if caption and not token.hidden:
            self._figure(inline, caption)
            next(self._stream)  # paragraph_close
            return
        if not token.hidden:
            self._out.append("<p>")
        self._inline(inline)

    def _figure(self, inline: Token, caption: str) -> None:
        """An image by itself, with a title: that is what stands under it, for all to read."""
        for image in inline.children or ():  # the one
            image.attrs.pop("title")
        self._out.append("<figure>")
        self._inline(inline)
        line = (inline.map or [0])[0] + 1
        if self._draft.room_for(len(caption.encode()), (line, 1)):
            self._out.append(f"<figcaption>{escapeHtml(caption)}</figcaption>")
            kept, self._role = self._role, "caption"
            self._read(caption, caption, line)
            self._role = kept
        self._out.append("</figure>\n")

    def _inline(self, token: Token) -> None:
        children = token.children or ()
        if len(children) == 1 and children[0].type == "text" and "[" not in token.content:
            heard = text = children[0].content.replace("\x0c", " ")  # by far the commonest
            self._out.append(escapeHtml(text))
        else:
            text, heard = Inline(self._draft, self._notes, token).write()
        if heard:
            self._read(text, heard, (token.map or [0])[0] + 1)

    def _read(self, text: str, heard: str, line: int) -> None:
        """Takes note of what a reader reads here."""
        draft = self._draft
        if self._role == "text" and len(draft.lead) <= EXCERPT_WORDS:
            draft.lead.append(heard)
        words, letters = counted(text)
        draft.words += words
        draft.letters.append(letters)
        if "pitch" in self._within:
            draft.pitch_words += words
        if words or text.strip():
            draft.paragraphs.append(Paragraph(text, line, words, self._role, self._quotes > 0, self._within))
        if "?" in text:
            draft.questions += questions(text, line)

    def _too_deep(self, token: Token) -> None:
        self._out.append(f"<p>{escapeHtml(token.content)}</p>\n")
        self._read(token.content, token.content, (token.map or [0])[0] + 1)

    def _heading(self, token: Token) -> None:
        inline = next(self._stream)
        next(self._stream)  # heading_close
        text = text_of(inline.children or ())
        if not text:  # nothing to read, nothing to jump to: "#" alone, or an image without a text
            self._out.append("<p>")
            self._inline(inline)
            self._out.append("</p>\n")
            return
        while self._outline and self._outline[-1] >= int(token.tag[1]):
            self._outline.pop()
        self._outline.append(int(token.tag[1]))
        level = min(len(self._outline) + 1, 6)
        anchor = self._draft.anchor(text)
        self._draft.headings.append(Heading(level, text, anchor, (token.map or [0])[0] + 1))
        self._out.append(f'<h{level} id="{anchor}">')
        self._as("heading", inline)
        self._out.append(f"</h{level}>\n")

    def _as(self, role: Role, inline: Token) -> None:
        kept, self._role = self._role, role
        self._inline(inline)
        self._role = kept

    def _quote(self, token: Token) -> None:
        self._quotes += token.nesting
        self._out.append("<blockquote>\n" if token.nesting == 1 else "</blockquote>\n")

    def _ordered(self, token: Token) -> None:
        start = token.attrs.get("start")
        self._out.append("<ol>\n" if start is None else f'<ol start="{int(start)}">\n')

    def _code(self, token: Token) -> None:
        words = unescapeAll(token.info).split()
        named = f' class="language-{words[0]}"' if words and _LANGUAGE.fullmatch(words[0]) else ""
        inner = self._coloured(token, words[0]) if named and is_known(words[0]) else None
        if inner is None:
            inner = escapeHtml(token.content)
        self._out.append(f'<pre tabindex="0"><code{named}>{inner}</code></pre>\n')

    def _coloured(self, token: Token, language: str) -> str | None:
        self._draft.codes.append(Spot(language, (token.map or [0])[0] + 1))
        self._coloured_yet += len(token.content)
        return coloured(token.content, language) if self._coloured_yet <= IN_ALL else None

    def _table(self, token: Token) -> None:
        # Wide tables scroll by themselves: what scrolls has to be reached by keyboard, and to say what it is.
        name = label("table", self._draft.language)
        self._out.append(f'<div class="table" role="group" tabindex="0" aria-label="{name}"><table>\n')

    def _row(self, token: Token) -> None:
        self._cell_from = 0
        self._out.append("<tr>")

    def _cell(self, token: Token) -> None:
        inline = next(self._stream)
        align = _ALIGN.get(str(token.attrs.get("style")), "")
        kind = f' class="{align}"' if align else ""
        if token.tag == "th" and not inline.content.strip():
            next(self._stream)  # a column without a name has no heading: an empty one would be read out as such
            self._out.append(f"<td{kind}></td>")
            return
        self._out.append(f'<th scope="col"{kind}>' if token.tag == "th" else f"<td{kind}>")
        self._draft.row_from = self._cell_from
        self._as("cell", inline)
        self._draft.row_from = None
        if inline.map and ("[" in inline.content or "<" in inline.content):
            found = self._draft.lines[inline.map[0]].find(inline.content, self._cell_from)
            self._cell_from = found + len(inline.content) if found >= 0 else self._cell_from

    def _passage_open(self, token: Token) -> None:
        self._open.append((token, len(self._draft.paragraphs)))
        name = token.info
        if name in KINDS:
            self._within = (*self._within, name)
            # role="note": an aside with a name would be a landmark, and a page is no forest of landmarks.
            said = label(name, self._draft.language)
            self._out.append(f'<aside class="{name}" role="note"><p class="label">{said}</p>\n')

    def _passage_close(self, token: Token) -> None:
        opening, before = self._open.pop()
        if opening.info not in KINDS:
            return
        name, self._within = self._within[-1], self._within[:-1]
        inside = self._draft.paragraphs[before:]
        first, last = opening.map or (0, 0)
        text, words = "\n\n".join(part.text for part in inside), sum(part.words for part in inside)
        self._draft.passages.append(Passage(name, text, words, first + 1, last))
        self._out.append("</aside>\n")

    def _note(self, token: Token) -> None:
        self._notes.define(self._draft, token, self._stream, self._within)

    def _footnotes(self, order: list[str]) -> None:
        draft, backs = self._draft, list[int]()
        name = label("notes", draft.language)
        self._out.append(f'<section class="footnotes" role="doc-endnotes" aria-label="{name}"><ol>\n')
        self._role = "note"
        for number, note in enumerate(order, 1):  # it grows: a note may be the first to refer to another
            self._within = self._notes.defined[note].within
            self._out.append(f'<li id="fn_{number}">')
            self._blocks(self._notes.defined[note].tokens)
            backs.append(self._last_paragraph())
            self._out.append("</li>\n")
        for number, (note, at) in enumerate(zip(order, backs, strict=True), 1):
            self._out[at] = self._notes.backs(number, note, draft.language)
        self._out.append("</ol></section>\n")

    def _last_paragraph(self) -> int:
        """Makes room for the way back, inside the note's last paragraph if it ends with one; says where."""
        if self._out[-1] == "</p>\n":
            self._out[-1:] = ["", "</p>\n"]
            return len(self._out) - 2
        self._out.append("")
        return len(self._out) - 1


def _caption(inline: Token) -> str:
    """The title of an image that stands alone in its paragraph, on one line."""
    children = inline.children or ()
    if len(children) != 1 or children[0].type != "image":
        return ""
    return " ".join(str(children[0].attrs.get("title", "")).split())


_WRITERS: dict[str, Callable[[Walk, Token], None]] = {
    "too_deep": Walk._too_deep,
    "heading_open": Walk._heading,
    "blockquote_open": Walk._quote,
    "blockquote_close": Walk._quote,
    "ordered_list_open": Walk._ordered,
    "fence": Walk._code,
    "code_block": Walk._code,
    "table_open": Walk._table,
    "tr_open": Walk._row,
    "th_open": Walk._cell,
    "td_open": Walk._cell,
    "container_open": Walk._passage_open,
    "container_close": Walk._passage_close,
    "footnote_reference_open": Walk._note,
}
