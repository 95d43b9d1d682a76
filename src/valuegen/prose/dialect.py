"""The one Markdown parser: CommonMark, tables, footnotes and passages, made once in a process.

It only parses; what is made of its tokens stands in `page.py`. Parsing keeps all it learns in the
`env` of the call, so threads may share it.
"""

from collections.abc import Callable
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, autolink, image, link
from mdit_py_plugins.footnote import footnote_plugin

from valuegen.prose.beginnings import Beginnings
from valuegen.prose.blocks import DEPTH, depth, lists, tables
from valuegen.prose.containers import container

_Rule = Callable[[StateInline, bool], bool]
_LINKS: dict[str, _Rule] = {"[": link, "!": image, "<": autolink}


class _Dialect(MarkdownIt):
    """Leaves targets as written: which may be followed is told by `targets.refusal`, with a place."""

    def validateLink(self, url: str) -> bool:  # noqa: N802
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802
        return link


def _links(state: StateInline, silent: bool) -> bool:
    """Links, images and addresses in one rule (the parser asks each rule at each mark), with where they begin."""
    rule = _LINKS.get(state.src[state.pos])
    if rule is None or silent:
        return rule is not None and rule(state, silent)
    at, already = state.pos, len(state.tokens)
    if not rule(state, False):
        return False
    for token in state.tokens[already:]:
        if token.type in ("link_open", "image"):
            token.meta["at"] = at
            break
    return True


@cache
def parser() -> MarkdownIt:
    """The parser, which asks fewer rules than it has."""
    made = dialect()
    made.block.ruler = Beginnings(made.block.ruler)
    return made


def dialect() -> MarkdownIt:
    """The same, asking all of them. Its nesting limit is one above ours, so that its own, which drops text, is never
    reached."""
    made = _Dialect("commonmark", {"html": False, "maxNesting": DEPTH + 2, "linkify": False, "typographer": False})
    made.disable(["html_inline", "html_block", "link", "image", "autolink"])
    made.enable("table")
    made.block.ruler.before("table", "depth", depth)
    made.block.ruler.at("table", tables, {"alt": ["paragraph", "reference"]})
    made.block.ruler.at("list", lists, {"alt": ["paragraph", "reference", "blockquote"]})
    made.block.ruler.before("fence", "container", container, {"alt": ["paragraph", "reference", "blockquote", "list"]})
    made.inline.ruler.before("link", "links", _links)
    made.use(footnote_plugin, inline=False, move_to_end=False)
    return made
