"""Style sheets get smaller and mean the same."""

import re

import pytest

from valuegen.read.theme_folders import built_in
from valuegen.render.smaller import smaller

SHEETS = sorted(path for path in built_in().parent.glob("*/assets/*.css"))
PIECE = re.compile(r"""/\*.*?\*/|"[^"]*"|'[^']*'|[{};:,>]|[^\s{};:,>"']+""", re.DOTALL)


@pytest.mark.parametrize(
    ("css", "short"),
    [
        ("a { color : red; }\n\nb{}", "a{color :red}b{}"),
        ("/* gone */ a > b ,\n  c:hover { margin: 0 -1px }", "a>b,c:hover{margin:0 -1px}"),
        ('a::before { content: " ; /* kept */ " }', 'a::before{content:" ; /* kept */ "}'),
        ("a { width: calc(1px + 2 * (3px - 4px)); }", "a{width:calc(1px + 2 * (3px - 4px))}"),
        ("/*! licence */ a { b: url( x y ) }", "/*! licence */ a{b:url( x y )}"),
        ("@media screen and (min-width: 1em) { a { b: c; } }", "@media screen and (min-width:1em){a{b:c}}"),
        ("a10.5 { margin: -0.5em 10.05px 0 .1em; inset: 0.5px }", "a10.5{margin:-.5em 10.05px 0 .1em;inset:.5px}"),
        ("a { background: url(x.png), url('y, z.png') }", "a{background:url(x.png),url('y, z.png')}"),
    ],
)
def test_it_keeps_what_counts(css, short):
    assert smaller(css) == short


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: f"{path.parent.parent.name}-{path.name}")
def test_the_same_pieces_are_there_in_order(path):
    def pieces(css):
        found = [piece for piece in PIECE.findall(css) if not piece.startswith("/*")]
        found = [re.sub(r"(?<![\w.#])0(\.[0-9])", r"\1", piece) for piece in found]
        return [one for one, after in zip(found, [*found[1:], ""], strict=True) if (one, after) != (";", "}")]

    css = path.read_text()
    assert pieces(smaller(css)) == pieces(css)
    assert smaller(smaller(css)) == smaller(css)
