"""Whatever the text: no exception, no markup but ours, no address but allowed ones, no word lost."""

import re
from html.parser import HTMLParser

from hypothesis import assume, example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from valuegen.prose import Prose, parse

VOID = {"img", "br", "hr"}
PLAIN = "p em strong br hr ul li blockquote table thead tbody tr".split()
ALLOWED: dict[str, set[str]] = {
    **{tag: set() for tag in PLAIN},
    **{f"h{level}": {"id"} for level in range(2, 7)},
    "p": {"class"},
    "li": {"id"},
    "a": {"href", "title", "rel", "role", "class", "aria-label"},
    "img": {"src", "alt", "title", "loading"},
    "code": {"class"},
    "pre": {"tabindex"},
    "ol": {"start"},
    "th": {"scope", "class"},
    "td": {"class"},
    "div": {"class", "role", "tabindex", "aria-label"},
    "aside": {"class", "role"},
    "section": {"class", "role", "aria-label"},
    "sup": {"class", "id"},
    "span": {"class"},
    "figure": set(),
    "figcaption": set(),
}
SCHEME = re.compile(r"[^/?#]*?:")
FOLLOWED = re.compile(r"(https?://|mailto:|tel:|entry:)", re.IGNORECASE)

PIECES = st.sampled_from(
    (
        "# ¦## ¦> ¦- ¦1. ¦    ¦```\n¦~~~\n¦\n¦\n\n¦::: pitch\n¦::: tip\n¦::: otra\n¦:::\n¦---¦===¦  \n¦***¦+¦\t¦ "
        "¦*¦**¦_¦`¦``¦[¦]¦(¦)¦<¦>¦![¦](¦[^1]¦[^1]: ¦\n[a]: ¦[a]¦\"¦'¦\\¦&#x¦;¦&¦&amp;¦&#12;¦&Tab;¦&colon;¦%6a¦?"
        "¦javascript:¦java\tscript:¦data:text/html,¦https://a.example¦https://¦//b¦\\\\b¦/c d¦entry:x#y¦mailto:¦tel:1"
        "¦<https://d.example>¦<b onclick=x>¦<script>¦<!--¦|¦|a|b|\n|---|---|\n¦|-|\n¦a¦b¦hola¦¿qué?¦ñ¦\u0301¦😀"
        "¦\x00¦\x0b¦\x85¦\u2028¦\u202e¦\ufeff¦\ud800¦\uffff"
    ).split("¦")
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=60).map("".join))


class _Tags(HTMLParser):
    """The tags as they are written, and whether each is closed in its turn."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def assert_safe(html: str) -> None:
    written = _Tags()
    written.feed(html)
    written.close()
    assert written.open == []
    tree = LexborHTMLParser(f"<main>{html}</main>").css_first("main")
    assert tree is not None
    found = [node for node in tree.traverse() if node.tag not in ("main", "-text")]
    # What a browser makes of it is what was written: it had nothing to mend.
    assert [node.tag for node in found] == written.seen
    for node in found:
        assert set(node.attributes) <= ALLOWED[node.tag or ""], node.html
        for name in ("href", "src"):
            address = node.attributes.get(name) or ""
            assert not address.startswith(("//", "/\\", "\\"))
            assert not SCHEME.match(address) or FOLLOWED.match(address), address
            assert not re.search(r'[\s\x00-\x1f\x7f-\x9f"<>\\]', address)
    ids = [node.attributes["id"] for node in found if "id" in node.attributes]
    assert len(ids) == len(set(ids))
    for node in found:
        fragment = node.attributes.get("href") or ""
        if fragment.startswith(("#fn_", "#fnref_")) and node.attributes.get("role"):
            assert fragment[1:] in ids


@given(TEXTS)
@example("[a [b](c) <https://d.example> [^1]](e)\n\n[^1]: x [^1]")
@example("> ::: pitch\n>")
@example("- ::: tip\n  a\n\nb")
@example("|a|\n|-|\n|[x](y)|z|")
@example("![a [b](c) ![d](e)](f)")
@example("[a](&#106;avascript:b) [a](%6aavascript:b) [a](java&NewLine;script:b) [a](/\t/b)")
@example("[^a]\n\n[^a]: [^b]: x\n\n    [^b]")
@example("*_" * 60 + "a" + "_*" * 60)
def test_any_text_gives_safe_html(text: str) -> None:
    prose = parse(text)
    assert_safe(prose.html)
    prose.html.encode()
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    places = [(trouble.line, trouble.column) for trouble in prose.troubles]
    for line, column in places + [(link.line, link.column) for link in prose.links]:
        assert 1 <= line <= len(lines)
        assert 1 <= column <= len(lines[line - 1]) + 1
    whole = (prose.questions, prose.headings, prose.paragraphs, prose.passages)
    assert all(1 <= part.line <= len(lines) for parts in whole for part in parts)


@given(st.text(alphabet="[]()!*_`<>:/.ab \n^\\&;#|-", max_size=80))
def test_any_marks_give_safe_html(text: str) -> None:
    assert_safe(parse(text).html)


@given(TEXTS)
def test_targets_stand_between_the_chunks(text: str) -> None:
    prose = parse(text)
    asked: list[tuple[str, str]] = []

    def resolve(target: str, kind: str) -> str:
        asked.append((kind, target))
        return f"/{len(asked)}/"

    html = prose.html_with(resolve)
    assert tuple(asked) == prose.slots
    assert sorted(asked) == sorted((link.kind, link.target) for link in prose.links)
    pieces = prose.chunks[0] + "".join(f"/{n}/{chunk}" for n, chunk in enumerate(prose.chunks[1:], 1))
    assert html == pieces
    assert_safe(html)


BLOCKS = [
    "{}\n\n",
    "# {}\n\n",
    "> {}\n\n",
    "- {}\n  - {}\n\n",
    "1. {}\n\n",
    "    {}\n\n",
    "```\n{}\n```\n\n",
    "| {} |\n|---|\n| {} |\n\n",
]
BLOCKS += [
    "::: pitch\n{}\n:::\n\n",
    "::: tip\n- {}\n:::\n\n",
    "{}\n===\n",
    "{}[^{n}]\n\n[^{n}]: {}\n\n",
    "<div>{}</div>\n\n",
    "{}  \n",
    "{}\n",
]
INLINES = [
    "{}",
    "*{}*",
    "**{}**",
    "`{}`",
    "[{}](x)",
    "![{}](x)",
    "[a](x '{}')",
    "[{}](javascript:x)",
    "[a]({})",
    "<b>{}",
    "[{}]",
    "{}?",
    "&{};",
]


@given(
    st.lists(
        st.tuples(st.sampled_from(BLOCKS), st.sampled_from(INLINES), st.sampled_from(["", "> ", "- ", "  "])),
        max_size=12,
    )
)
def test_no_word_is_lost(parts: list[tuple[str, str, str]]) -> None:
    written, words = [], 0
    for block, inline, before in parts:
        filled = block
        while "{}" in filled:
            words += 1
            filled = filled.replace("{}", inline.format(f"palabra{words}x"), 1)
        filled = filled.replace("{n}", f"n{words}")
        written.append("".join(before + line for line in filled.splitlines(keepends=True)))
    prose = parse("".join(written))
    said = str([[trouble.message.values, trouble.mend and trouble.mend.values] for trouble in prose.troubles])
    for number in range(1, words + 1):
        assert f"palabra{number}x" in prose.html + said


def _shape(html: str) -> list[str]:
    """The tags and texts of some HTML, white space and our own attributes aside."""
    html = re.sub(r' class="language-[^"]*"', "", html)
    html = html.replace("<br />", "<br>").replace("<hr />", "<hr>").replace(' tabindex="0"', "")
    return [" ".join(piece.split()) for piece in re.split(r"(<[^>]*>)", html) if piece.strip()]


COMMON = st.sampled_from(
    (
        "> ¦- ¦1. ¦2) ¦    ¦```\n¦~~~\n¦\n¦\n\n¦*¦**¦_¦__¦`¦``¦hola ¦mundo¦ñ¦\\*¦&amp;¦<b>¦  \n¦\\\n¦***\n¦a¦b ¦.¦!¦("
    ).split("¦")
)


@given(st.lists(COMMON, max_size=40).map("".join))
def test_the_rest_is_commonmark(text: str) -> None:
    """Where nothing of ours comes in, the page is that of markdown-it-py."""
    theirs = MarkdownIt("commonmark", {"html": False, "maxNesting": 100}).render(text)
    assume(not re.search(r"<h[1-6]", theirs))  # a "-" below a line makes a heading of it, and headings are ours
    assert _shape(parse(text).html) == _shape(theirs)


@given(TEXTS)
def test_the_same_text_gives_the_same_prose(text: str) -> None:
    first: Prose = parse(text)
    assert parse(text) == first
    assert parse(text.replace("\r\n", "\n").replace("\n", "\r\n")).html == parse(text.replace("\r\n", "\n")).html
