"""The quick way through the common forms of YAML: it gives what libyaml gives, or is not taken."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from valuegen.read.common import common
from valuegen.read.nodes import Map, Node, Scalar
from valuegen.read.yaml import by_events

COMMON = """\
# a calendar
- date: 2026-12-03
  title: ¿Cuánta harina tiras?   # of last week
  segments: [panaderias, 'cafés del barrio']
  allow: {too-quiet: "Es verano, y nadie escribe"}
  channels:
  - blog
  - email

  repeat:
    rule: FREQ=WEEKLY
  summary:
- {date: 2026-12-04T09:30, title: https://firm.example/a?b, segments: []}
"""
PIECES = (
    *"ab:#-,[]{}'\" \n?.1%é!&*|>/\\<@`~=\t\r\u00a0\u2028\x85\ufeff😀\x07",
    *("\n  ", "\n- ", "\n    ", ": ", "- ", "key: ", "k2: ", "[a, b]", "{a: b}", "{a: [x, y], b: 'z'}", "'x'", '"y"'),
    *("key:\n", "- key: v\n  k2: w\n", " #", "# c\n", "---", "...", "<<: a\n", "a: b\n", "c: 2026-12-03\n", "  d: e\n"),
)
texts = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


@st.composite
def changed(draw: st.DrawFn) -> str:
    """Lines of a text in the common forms, with a few characters more, less or other."""
    lines = COMMON.splitlines(keepends=True)
    first = draw(st.integers(0, len(lines) - 1))
    text = "".join(lines[first : first + draw(st.integers(1, 6))])
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(("", *PIECES))) + text[at + draw(st.integers(0, 1)) :]
    return text


@settings(max_examples=600, deadline=None)
@given(texts | changed())
@example(COMMON)
@example("a: b # cut\nc: # cut\n")
@example("a: 'x' # c\nb:   # c\n  c: d\n")
@example("a: [b #c, d]\n")
@example("a: b\n c\n")
@example("a: b:\n")
@example("a: ...\n...\n")
@example("- a: b\n  - c\n")
@example("a:\n- b\n- c: d\n  e:\n  - f\n")
def test_the_quick_way_gives_what_libyaml_gives(text: str) -> None:
    node = common(text, "content/posts/a.md", 2)
    if node is None:
        return
    whole = by_events(text, "content/posts/a.md", 2)
    assert whole.whole
    assert not whole.findings
    assert plain(node) == plain(whole.root)


def test_what_people_write_most_takes_it() -> None:
    assert common(COMMON, "content/calendar/2026.yaml", 1) is not None


REFUSED = (
    *("a: &x b\n", "a: *x\n", "a: !t b\n", "<<: {a: b}\n", "a: b\na: c\n", "{a: b, a: c}\n"),
    *("a: |\n  b\n", "a: b\n---\nc: d\n", "a:\tb\n", "a: b\n  c\n"),
)


@pytest.mark.parametrize("text", REFUSED)
def test_whatever_may_be_refused_is_left_to_libyaml(text: str) -> None:
    assert common(text, "valuegen.yaml", 1) is None


def plain(node: Node | None) -> object:
    """A node as it can be compared: a tuple of another kind is another node."""
    if node is None or isinstance(node, Scalar):
        return node and tuple(node)
    if isinstance(node, Map):
        return "map", [(tuple(name), plain(value)) for name, value in node.items.values()], node[1:]
    return "list", [plain(item) for item in node.items], node[1:]
