"""A body as HTML for an email: what mail programs show of it is all that there is."""

import re

from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from bench import plain
from valuegen.prose import parse
from valuegen.prose.html_form import MAIL, Mail, html_of_tree
from valuegen.prose.tree import tree_of

HARD = """
    # Cuánto <pesa>

    Un *día* **malo**[^1] y [otro](https://a.example/?a=1&b=2 "t"), `x < y`.

    1. uno
       - dos

    | A | B |
    |---|--:|
    | 1 | 2 |

    > dijo

    ::: pitch
    Curso.
    :::

    ![Un saco](img/saco.svg)

    ```python
    if a < b:
        pass
    ```

    [^1]: nota
    """
KNOWN = {
    "html", "head", "meta", "title", "body", "div", "table", "tbody", "thead", "tr", "td", "th", "p", "h2", "h3", "h4",
    "h5", "h6", "ul", "ol", "li", "a", "em", "strong", "code", "pre", "hr", "br", "sup",
}  # fmt: skip
STYLED = {"p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "a", "code", "pre", "hr", "table", "td", "th", "sup"}


def mail(markdown, preview="", subject="Harina"):
    tree = tree_of(parse(plain(markdown), "es").html_with(lambda target, _: target))
    return Mail(html_of_tree(tree, MAIL), subject, preview, "es")


def check(html):
    tree = LexborHTMLParser(html)
    nodes = tree.css("*")
    assert {node.tag for node in nodes} <= KNOWN
    for node in nodes:
        assert set(node.attributes) <= {
            "style", "href", "lang", "charset", "name", "content", "role", "cellpadding", "cellspacing", "border",
            "width", "align", "start", "scope",
        }, node.html  # fmt: skip
        if node.tag in STYLED:
            assert node.attributes.get("style"), node.html
        assert "url(" not in (node.attributes.get("style") or "")
    for table in tree.css("table"):
        assert table.attributes.get("role") == "presentation" or table.css_first("th") is not None
    return tree


def test_every_style_stands_at_its_element_and_nothing_is_fetched():
    tree = check(mail(HARD).document)
    assert "max-width:600px" in (tree.css("table")[1].attributes["style"] or "")
    assert not tree.css("img, link, style, script, [class], [id], [src]")
    assert tree.css_first("a").attributes["href"] == "https://a.example/?a=1&b=2"
    assert [cell.attributes["style"].count("text-align:right") for cell in tree.css("th")] == [0, 1]


def test_all_that_is_said_is_in_it():
    text = re.sub(r"\s+", " ", check(mail(HARD).document).body.text())
    for said in ("Cuánto <pesa>", "día malo[1]", "x < y", "if a < b: pass", "[Un saco]", "dijo", "Curso.", "nota"):
        assert said in text
    assert "Volver" not in text
    assert "↩" not in text


def test_the_line_that_inboxes_show_is_there_and_not_seen():
    made = mail("Hola.", preview="Tres <faenas>").document
    assert "display:none" in (check(made).css_first("body > div").attributes["style"] or "")
    assert ">Tres &lt;faenas&gt;</div>" in made
    assert "display:none" not in mail("Hola.").document


def test_as_a_page_it_is_not_to_be_found_and_says_its_subject():
    tree = LexborHTMLParser(mail(HARD, subject="A & B").page)
    metas = {node.attributes.get("name") or node.attributes.get("http-equiv"): node.attributes["content"]
             for node in tree.css("meta[content]")}  # fmt: skip
    assert "noindex" in metas["robots"]
    assert metas["referrer"] == "no-referrer"
    assert metas["Content-Security-Policy"].startswith("default-src 'none'")
    assert tree.css_first("h1").text() == "A & B"
    assert tree.css_first("h1 ~ table") is not None


@given(st.text(alphabet="ab *_`[]()!#>|-\n1.:\\^<&\"' é", max_size=80))
def test_whatever_the_text(text):
    check(mail(text).document)
