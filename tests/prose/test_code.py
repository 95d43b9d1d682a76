"""Code in the colours of its language: classes and no styles, the same text, and never slow or large."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from valuegen import extras
from valuegen.prose import cache as prose_cache
from valuegen.prose import dump, key, load, parse
from valuegen.prose.colours import IN_ALL, KNOWN, LARGEST, LONGEST_LINE, coloured, is_known
from valuegen.prose.html_form import html_of_tree
from valuegen.prose.text_form import text_of_tree
from valuegen.prose.tree import tree_of

PYTHON = '```python\ndef agua(harina):  # <b>\n    return "sí", harina * 0.65\n```\n'


def text_in(html: str) -> str:
    return LexborHTMLParser(html).text()


def test_words_of_a_known_language_have_classes_and_no_styles():
    html = parse(PYTHON).html
    assert '<pre tabindex="0"><code class="language-python"><span class="kw">def</span>' in html
    assert '<span class="fn">agua</span>' in html
    assert '<span class="co"># &lt;b&gt;</span>' in html
    assert '<span class="st">"sí"</span>' in html.replace("&quot;", '"')
    assert '<span class="nu">0.65</span>' in html
    assert "style=" not in html


def test_an_unknown_language_is_plain_and_says_nothing():
    prose = parse("```klingon\na <b> 1\n```\n\n```\ndef a\n```\n\n    def a\n")
    assert "<span" not in prose.html
    assert prose.codes == ()
    assert 'class="language-klingon">a &lt;b&gt; 1\n' in prose.html


def test_the_language_and_its_line_are_kept():
    prose = parse(f"Hola.\n\n{PYTHON}")
    assert [(code.text, code.line) for code in prose.codes] == [("python", 3)]
    assert load(dump(prose)) == prose


@pytest.mark.parametrize("language", sorted(KNOWN))
def test_every_language_is_there_and_loses_nothing(language: str):
    code = "\n\n\tif (a < b) { x = 'ñ' + \"&amp;\" } // 😀 \r # c\n  "
    html = coloured(code, language)
    assert html is None or text_in(html) == text_in(code.replace("&", "&amp;").replace("<", "&lt;"))
    assert coloured("a = 1\n", language) is not None


@given(st.sampled_from(sorted(KNOWN)), st.text(max_size=80))
def test_no_code_is_lost_or_runs(language: str, code: str):
    html = coloured(code, language)
    if html is not None:
        assert unescape(re.sub(r"</?span[^>]*>", "", html)) == code
        assert set(re.findall(r"<[^>]*>", html)) <= {"</span>"} | {
            f'<span class="{name}">' for name in ("co", "kw", "nu", "st", "fn", "at", "ad", "rm")
        }


def test_what_nobody_writes_is_plain():
    assert coloured("a" * (LONGEST_LINE + 1), "python") is None
    assert coloured("a\n" * LARGEST, "python") is None
    assert coloured("a = 1\n", "csharp") is None
    assert is_known("C++") is False
    assert is_known("PY")


def test_of_a_text_only_so_much_is_coloured():
    block = "```python\n" + "x = 1\n" * 900 + "```\n\n"
    html = parse(block * 6).html
    assert html.count("<pre") == 6
    assert html.count('<span class="nu">') == 900 * (IN_ALL // 5400)


def test_without_the_extra_it_is_plain_and_another_leaf(monkeypatch: pytest.MonkeyPatch):
    with_it = key(PYTHON, "es")
    for module in ("valuegen.prose.colours", "valuegen.prose.cache"):
        monkeypatch.setattr(f"{module}.version_of", lambda library: "")
    prose_cache._program.cache_clear()
    assert "<span" not in parse(PYTHON).html
    assert key(PYTHON, "es") != with_it
    monkeypatch.undo()
    prose_cache._program.cache_clear()
    assert key(PYTHON, "es") == with_it
    assert extras.version_of(extras.HIGHLIGHT)


def test_other_forms_have_the_code_without_its_colours():
    tree = tree_of(parse(PYTHON).html)
    assert 'def agua(harina):  # &lt;b&gt;\n    return "sí"' in html_of_tree(tree)
    assert "span" not in html_of_tree(tree)
    assert 'def agua(harina):  # <b>\n        return "sí", harina * 0.65' in text_of_tree(tree, "plain")
