"""A body as text: plain, as an email's plain part, with WhatsApp's marks; on Markdown that makes it hard."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench import plain
from valuegen.prose import parse
from valuegen.prose.text_form import text_of_tree
from valuegen.prose.tree import tree_of

FORMS = ("plain", "mail", "whatsapp")


def written(markdown, form="plain", resolve=None):
    html = parse(plain(markdown), "es").html_with(resolve or (lambda target, _: target))
    return text_of_tree(tree_of(html), form)


@pytest.mark.parametrize(
    ("markdown", "said"),
    [
        ("**hoy** no", "*hoy* no"),
        ("*hoy* no", "_hoy_ no"),
        ("***hoy***", "_*hoy*_"),
        ("usa `grep` aquí", "usa ```grep``` aquí"),
        ("# Cuánto **pesa**", "*Cuánto pesa*"),
        ("in**cre**íble", "increíble"),
        ("**(hoy)**, *no*.", "*(hoy)*, _no_."),
        ("**uno  \ndos**", "uno\ndos"),
        ("2 * 3 * 4 y una_cosa_así", "2 * 3 * 4 y una_cosa_así"),
        (r"\*no es negrita\*", "∗no es negrita∗"),
        (r"\_ni\_ \~esto\~ \`tampoco\`", "ˍniˍ ∼esto∼ ˋtampocoˋ"),
        ("```\nx *= 2\n```", "```\nx *= 2\n```"),
    ],
)
def test_whatsapp_has_its_own_marks_and_takes_no_others_for_them(markdown, said):
    assert written(markdown, "whatsapp") == said


@pytest.mark.parametrize(("form", "link"), [("plain", "{}"), ("mail", "<{}>"), ("whatsapp", "{}")])
def test_links_stand_bare_after_their_words(form, link):
    address = link.format("https://levadura.example/harina/")
    assert (
        written("Lee [la cuenta](https://levadura.example/harina/) y dime.", form) == f"Lee la cuenta {address} y dime."
    )
    assert written("Está en <https://levadura.example/a_b_/>.", form) == "Está en https://levadura.example/a_b_/."
    assert (
        written("Llama al [600 000 101](tel:600000101).", form) == f"Llama al 600 000 101 {link.format('600000101')}."
    )
    assert written("[hola@a.example](mailto:hola@a.example?subject=x)", form) == "hola@a.example"


def test_an_address_ends_where_it_ends():
    assert written("Está [aquí](https://a.example/x)[^1]\\*(o no).\n\n[^1]: n", "whatsapp").startswith(
        "Está aquí https://a.example/x [1]∗(o no)."
    )
    assert written("**[aquí](https://a.example/x)**", "whatsapp") == "aquí https://a.example/x"
    assert written("**Lee [esto](https://a.example/x) hoy**", "whatsapp") == "*Lee esto https://a.example/x hoy*"
    assert written("[a](https://a.example/x)-b", "plain") == "a https://a.example/x -b"
    assert written("[a](https://a.example/x)[^1]\n\n[^1]: n", "mail").startswith("a <https://a.example/x>[1]")


def test_a_link_that_leads_nowhere_is_only_its_words():
    assert written("Lee [la cuenta](entry:harina).", resolve=lambda *_: "#") == "Lee la cuenta."
    assert written("Lee [**la** cuenta](entry:harina).", "whatsapp", lambda *_: "#") == "Lee *la* cuenta."


LISTS = """
    1. Pesa
       - por la mañana
         - antes de abrir
       - por la noche

    3. Apunta
    4. Compara

       Con el mes pasado.
    """


@pytest.mark.parametrize("form", FORMS)
def test_lists_keep_their_numbers_and_their_depth(form):
    assert written(LISTS, form).split("\n") == [
        "1. Pesa", "   - por la mañana", "     - antes de abrir", "   - por la noche", "",
        "2. Apunta", "",
        "3. Compara", "", "   Con el mes pasado.",
    ]  # fmt: skip
    assert written("7. siete\n8. ocho", form) == "7. siete\n8. ocho"
    assert written("- uno\n- dos", form) == "- uno\n- dos"


@pytest.mark.parametrize("form", FORMS)
def test_a_table_is_a_list_that_names_its_columns(form):
    table = """
        | Patrón | Caliza | |
        |---|--:|---|
        | GF-677 | sí | fuerte |
        | Mirobolán | | |
        """
    assert written(table, form) == "- Patrón: GF-677; Caliza: sí; fuerte\n- Patrón: Mirobolán"
    assert written("| A | B |\n|---|---|", form) == "- A; B"


@pytest.mark.parametrize("form", FORMS)
def test_quotes_notes_passages_and_pictures_are_all_there(form):
    text = """
        > Uno dijo:
        >
        > > que sí[^1]

        ::: pitch
        Curso de masa.
        :::

        ![Un saco abierto](img/saco.svg)

        ---

        [^1]: Lo dijo *Rosa*.
        """
    rosa = "_Rosa_" if form == "whatsapp" else "Rosa"
    assert written(text, form).split("\n\n") == [
        "> Uno dijo:\n>\n> > que sí[1]",
        "Curso de masa.",
        "[Un saco abierto]",
        "———",
        f"[1] Lo dijo {rosa}.",
    ]


def test_a_heading_in_a_plain_email_has_a_line_under_it():
    assert written("## Cuánto\n\nPoco.", "mail") == "Cuánto\n------\n\nPoco."


@given(st.text(alphabet="ab *_~`[]()!#>|-\n1.:\\^<&\t é👍", max_size=80), st.sampled_from(FORMS))
def test_no_letter_is_lost_and_no_blank_is_left_at_an_end(text, form):
    found = parse(text, "es")
    made = text_of_tree(tree_of(found.html_with(lambda *_: "#")), form)
    assert made == made.strip()
    assert all(line == line.rstrip() for line in made.split("\n"))
    read = " ".join(paragraph.text for paragraph in found.paragraphs)
    assert re.sub(r"[^abé👍]", "", read) in re.sub(r"[^abé👍]", "", made) or found.links or "`" in text


@pytest.mark.parametrize("form", FORMS)
def test_deep_and_long_texts_are_written_too(form):
    deep = written(f"{'> ' * 39}**hola**", form)
    assert deep.startswith("> > > ")
    assert deep.endswith("hola" if form != "whatsapp" else "*hola*")
    lists = "\n".join(f"{'  ' * level}- n{level}" for level in range(19))
    assert written(lists, form).count("- n") == 19
    assert written("*a* **b** " * 5_000, form).count("a") == 5_000
