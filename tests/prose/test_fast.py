"""The engine `fast` gives the same `Prose` as the usual one, for any text; and it reads by itself what people write."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from valuegen.prose import fast
from valuegen.prose import parse as read
from valuegen.prose.fast import tokens_of
from valuegen.prose.plain import LONGEST, is_plain

DOCS = Path(__file__).parents[2] / "docs"
EXAMPLE = re.compile(r"<!-- (gives|usual): ([^>]+) -->\n(`{3,})markdown\n(.*?)\n\3\n", re.DOTALL)

# Whatever Markdown is made of, without order.
PIECES = st.sampled_from(
    (
        "# ¦## x ##\n¦> ¦>¦- ¦* ¦+ ¦1. ¦7) ¦    ¦  ¦ ¦\n¦\n\n¦---\n¦***\n¦===\n¦```\n¦```py\n¦~~~\n¦::: tip\n¦\n:::\n¦"
        "| a | b |\n|---|:-:|\n¦| c | d |\n¦| `x\\|y` | z |\n¦||\n¦|¦|--|\n¦\n> ¦\n- ¦\n  - ¦\n    ¦[r]: /u 'T'\n¦"
        '\n[s]:\n/x\n¦\t¦a¦b ¦ñandú ¦*¦**¦_¦__¦***¦`¦``¦`c`¦[x](y)¦[x](/u "T")¦[x](<a b>)¦![i](p.png)¦'
        "![i](p.png 'C')¦[r]¦[t][r]¦<https://x.y/z>¦<a@b.co>¦<b>¦<!-- c -->¦&amp;¦&#91;¦&nbsp;¦\\*¦\\[¦\\\\¦\\\n¦  \n¦"
        "[¦]¦(¦)¦!¦¿Qué? ¦.¦, ¦«¦»¦“¦—¦…¦$¦€¦°¦\xa0¦\u2028¦\u3000¦日本¦😀¦[x](javascript:a)¦<javascript:b>¦[x](/ñ%20)¦"
        "[x](a&amp;b)¦[x](entry:s)¦*em*¦**st**¦[^1]¦\n\n[^1]: n\n¦*a **b* c**¦![a [b](c)](d)¦[a [b](c) d](e)¦&¦\x0c"
    ).split("¦")
)
# What people write, in its order: blocks in blocks, with marks in them.
WORDS = st.sampled_from(
    (
        "la masa respira|¿Cuánta harina?|25\xa0kg|«sí» — no… (quizá)|el 20\xa0%|[nota]|a_b|2 < 3|C++|x|l'eau|1.5|#tag|"
        "10°|12 €"
    ).split("|")
)
MARKS = st.sampled_from(
    (
        '{}|{}|{}|*{}*|**{}**|_{}_|`{}`|[{}](/u)|[{}](https://x.y/z?a=1#b "t")|![{}](img/a.png)|[{}][r]|[r]|'
        "<https://x.y/>|**a *{}* b**|[**{}**](entry:s)|{}\\\n{}|{}  \nb|{}\nb|&amp;|\\*|<b>x</b>|[{}](/ñ)|"
        "[{}](javascript:a)|({})|**{}**,"
    ).split("|")
)
LINES = st.lists(st.builds(lambda mark, words: mark.replace("{}", words), MARKS, WORDS), min_size=1, max_size=4).map(
    " ".join
)


def indented(block: str, first: str, rest: str) -> str:
    """A block behind a mark, its other lines behind what stands for it."""
    head, *lines = block.split("\n")
    return "\n".join([first + head, *(rest + line if line else line for line in lines)])


def blocks(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """A block with others in it."""
    items = st.lists(inner, min_size=1, max_size=3)
    return st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("\n\n".join),
        inner.map(lambda text: indented(text, "> ", "> ")),
        st.builds(
            lambda all, mark: "\n".join(indented(one, mark, "  ") for one in all),
            items,
            st.sampled_from("-*+").map("{} ".format),
        ),
        items.map(lambda all: "\n\n".join(indented(one, f"{at}. ", "   ") for at, one in enumerate(all, 1))),
        inner.map(lambda text: f"::: pitch\n{text}\n:::"),
        st.builds("{}\n{}".format, inner, inner),
    )


BLOCKS = st.one_of(
    LINES,
    WORDS.map("## {}".format),
    st.sampled_from(
        (
            "---",
            "Título\n===",
            "```py\nx = 1\n```",
            "    código",
            "[r]: /ref",
            "| a | b |\n|:--|--:|\n| *c* | [d](/e) |",
        )
    ),
)
DOCUMENTS = st.builds("{}{}".format, st.recursive(BLOCKS, blocks, max_leaves=8), st.sampled_from(("", "\n")))


@pytest.fixture(autouse=True, scope="module")
def engine() -> None:
    """Here each test has both engines itself."""


@given(st.one_of(st.lists(PIECES, max_size=30).map("".join), DOCUMENTS, st.text()))
@settings(max_examples=400)
def test_both_engines_give_the_same(text: str) -> None:
    assert read(text, "es", "fast") == read(text, "es")


@given(DOCUMENTS, st.data())
def test_a_slip_makes_no_difference(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    slip = data.draw(
        st.sampled_from(("", " ", "\n", "*", "[", "]", "`", ">", "-", "|", "_", "(", ")", "<", "\\", "#", "1. "))
    )
    changed = text[:at] + slip + text[at + data.draw(st.integers(0, 1)) :]
    assert read(changed, "es", "fast") == read(changed, "es")


def examples(sort: str) -> list[str]:
    """The examples of docs/markdown.md, and of its Spanish twin."""
    pages = [(DOCS / name).read_text(encoding="utf-8") for name in ("markdown.md", "markdown.es.md")]
    return [text for page in pages for kind, _, _, text in EXAMPLE.findall(page) if kind == sort]


def test_what_people_write_is_read_by_the_fast_engine_itself() -> None:
    left = [text for text in examples("gives") if tokens_of(text) is None]
    assert [text for text in left if "[^" not in text] == []
    assert len(left) < len(examples("gives")) / 8


def test_what_the_page_says_is_left_to_the_usual_engine() -> None:
    assert len(examples("usual")) == 2 * 6
    assert [text for text in examples("usual") if tokens_of(text) is not None] == []
    assert all(read(text, "es", "fast") == read(text, "es") for text in examples("usual"))


HOSTILE = [
    "> " * 30_000 + "a",
    "- " * 30_000 + "a",
    "1. " * 20_000,
    "*a **b " * 8_000 + "z" + "** c*" * 8_000,
    "![" * 20_000 + "a" + "](b)" * 20_000,
    "[a]: b\n" * 10_000,
    "[" * 40_000,
    "|" + "a|" * 400 + "\n|" + "-|" * 400 + "\n" + "|a|\n" * 4_000,
    "[r]: /b '" + "t" * 20_000 + "'\n\n" + "[r] " * 5_000,
    "a" * (LONGEST + 1),
    "\n".join("  " * level + f"- nivel{level}" for level in range(60)),
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_what_is_made_to_hurt_never_reaches_the_fast_engine(text: str) -> None:
    assert not is_plain(text) or tokens_of(text) is None


@pytest.mark.parametrize("text", ["[ ``a", "[```\n<b>", "| [`x|y` |\n|---|\n", "[## ```\n&", "[ \\`a` b"])
def test_what_would_make_that_parser_panic_is_not_given_to_it(text: str) -> None:
    assert not is_plain(text)
    assert read(text, "es", "fast") == read(text, "es")


class PanicException(BaseException):
    """As that of the library: no `Exception`."""


class Broken:
    """A parser that ends as one does whose own code is wrong."""

    def __init__(self, error: BaseException) -> None:
        self._error = error

    def tree(self, text: str) -> None:
        raise self._error


def test_a_panic_is_survived_and_nothing_else_is_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fast, "_parser", lambda: Broken(PanicException("index out of bounds")))
    assert tokens_of("hola") is None
    assert read("hola", "es", "fast") == read("hola", "es")
    monkeypatch.setattr(fast, "_parser", lambda: Broken(KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        tokens_of("hola")


def test_places_are_those_of_the_text() -> None:
    text = "ñandú [uno](/a)\n\n> - dos ![x](b.png)\n>   <https://c.example>\n\n| a |\n|---|\n| é [d](/d) |\n"
    assert tokens_of(text) is not None
    links = read(text, "es", "fast").links
    lines = text.split("\n")
    assert [lines[link.line - 1][link.column - 1] for link in links] == ["[", "!", "<", "["]
    assert all(before.line <= after.line for before, after in pairwise(links))
