"""An image by itself with a title is a figure with its caption."""

from valuegen.prose import parse
from valuegen.prose.html_form import html_of_tree
from valuegen.prose.text_form import text_of_tree
from valuegen.prose.tree import tree_of

HORNO = '![Un horno](a.png "El horno de\n<leña>")\n'


def test_the_title_stands_under_the_image():
    assert parse(HORNO).html == (
        '<figure><img src="a.png" alt="Un horno" loading="lazy">'
        "<figcaption>El horno de &lt;leña&gt;</figcaption></figure>\n"
    )


def test_without_a_title_or_among_words_it_is_none():
    for text in ("![Un horno](a.png)", 'Mira: ![Un horno](a.png "x")', '- ![Un horno](a.png "x")', '![a](a.png "  ")'):
        assert "<figure" not in parse(text).html


def test_a_caption_is_read_but_begins_no_excerpt():
    prose = parse(f"{HORNO}\nHola a todos.")
    caption = prose.paragraphs[0]
    assert (caption.text, caption.role, caption.line) == ("El horno de <leña>", "caption", 1)
    assert prose.excerpt == "Hola a todos."
    assert prose.words == 7


def test_it_stands_in_quotes_passages_and_notes():
    assert "<figure>" in parse("> ![a](b.png 'c')").html
    assert "<figure>" in parse("::: tip\n![a](b.png 'c')\n:::").html
    assert "<figure>" in parse("Hola.[^1]\n\n[^1]: Nota.\n\n    ![a](b.png 'c')\n\n    Fin.").html


def test_an_image_that_is_refused_leaves_its_words():
    prose = parse("![Un horno](javascript:x 'c')")
    assert prose.html == "<figure>Un horno<figcaption>c</figcaption></figure>\n"
    assert len(prose.troubles) == 1


def test_a_title_that_is_repeated_does_not_grow_without_end():
    prose = parse(f"[a]: b.png '{'x' * 20_000}'\n\n" + "![a]\n\n" * 5000)
    assert len(prose.html) < 4 * (1 << 20)
    assert prose.troubles


def test_other_forms_have_both_texts():
    tree = tree_of(parse(HORNO).html)
    assert text_of_tree(tree, "plain") == "[Un horno] El horno de <leña>"
    assert html_of_tree(tree) == "<p><em>[Un horno]</em><br>El horno de &lt;leña&gt;</p>"
