"""Passages, tables, footnotes: what they become, and what is said of broken ones."""

import pytest

from valuegen.prose import Passage, Prose, parse
from valuegen.words import say


def troubles(prose: Prose, language: str = "es") -> list[tuple[int, int, str, str]]:
    return [
        (trouble.line, trouble.column, say(trouble.message, language), say(trouble.mend or "", language))
        for trouble in prose.troubles
    ]


def test_a_passage_says_what_it_is() -> None:
    prose = parse("Antes.\n\n::: pitch\nCompra **ya**.\n\n- a\n:::\n\nDespués.\n")
    assert (
        '<aside class="pitch" role="note"><p class="label">Una oferta nuestra</p>\n<p>Compra <strong>ya' in prose.html
    )
    assert prose.passages == (Passage("pitch", "Compra ya.\n\na", 3, 3, 7),)
    assert (prose.words, prose.pitch_words, prose.troubles) == (5, 3, ())
    assert "An offer of ours</p>" in parse("::: pitch\na\n:::", "en").html


def test_passages_nest_and_hold_marks_in_code() -> None:
    prose = parse("::: tip\n::: pitch\nuno\n:::\n```\n:::\n```\ndos\n:::\ntres\n\n- ::: question\n  ¿no?\n  :::\n")
    assert [(p.kind, p.text, p.line, p.end_line) for p in prose.passages] == [
        ("tip", "uno\n\ndos", 1, 9),
        ("pitch", "uno", 2, 4),
        ("question", "¿no?", 12, 14),
    ]
    assert prose.pitch_words == 1
    assert prose.troubles == ()


def test_a_longer_mark_closes_an_outer_passage() -> None:
    prose = parse("::::tip\n::: pitch\nuno\n:::\ndos\n::::\n")
    assert [(p.kind, p.line, p.end_line) for p in prose.passages] == [("tip", 1, 6), ("pitch", 2, 4)]


def test_what_is_said_to_be_no_footnote_and_no_link_is_none() -> None:
    for text in (r"\[^1]", r"Así: \[^1\].", r"[x\](https://a.example b)"):
        assert parse(text).troubles == ()
    assert parse("\\* [^1]").troubles != ()


def test_selling_words_of_a_footnote_are_those_of_its_passage() -> None:
    assert parse("::: pitch\na[^1]\n\n[^1]: dos tres\n:::\n").pitch_words == 3


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "a\n\n> ::: tip\n> b\n\nc",
            (3, 3, "«::: tip» no tiene final.", "Pon una línea con solo «:::» donde acaba el pasaje."),
        ),
        ("a\n:::\n", (2, 1, "Este «:::» no cierra nada.", "")),
        ("::: Pitch\na\n:::", (1, 1, "No hay pasajes «::: Pitch».", "¿Querías decir «::: pitch»?")),
        ("::: oferta\na\n:::", (1, 1, "No hay pasajes «::: oferta».", "¿Querías decir «::: pitch»?")),
        ("::: xyz\na\n:::", (1, 1, "No hay pasajes «::: xyz».", "Escribe ::: pitch, ::: tip o ::: question.")),
        ("::: tip Ojo\na\n:::", (1, 1, "Lo que sigue a «::: tip» en su línea no lo leería nadie.", "")),
        (
            "|a|\n|-|\n|b|c|",
            (
                3,
                1,
                "Esta fila tiene 2 celdas, y la tabla 1 columna.",
                "Añade una columna a las dos primeras filas, o escribe «\\|» donde la barra es parte del texto.",
            ),
        ),
        ("a\n\n[^x]: b", (3, 1, "Nada lleva a la nota al pie «x», así que nadie la leería.", "")),
        (
            "a[^x]\n\n[^x]: b\n\n[^x]: c",
            (5, 1, "La nota al pie «x» está escrita dos veces: solo se muestra la primera.", ""),
        ),
        ("a [^1]", (1, 3, "No hay ninguna nota al pie «1».", "")),
        ("a\nb\x00c\x07\n", (2, 2, "Aquí hay un carácter que no cabe en ninguna página: U+0000.", "Bórralo.")),
    ],
)
def test_what_is_broken_is_said_with_its_place(text: str, found: tuple[int, int, str, str]) -> None:
    (one,) = troubles(parse(text))
    assert one[:3] == found[:3]
    assert one[3] == found[3] or not found[3]


def test_a_passage_without_end_ends_with_what_holds_it() -> None:
    prose = parse("- ::: pitch\n  uno\n\ndos")
    assert [(p.text, p.line, p.end_line) for p in prose.passages] == [("uno", 1, 3)]
    assert prose.paragraphs[-1].within == ()


def test_troubles_speak_english_too() -> None:
    assert troubles(parse("::: xyz\n:::"), "en") == [
        (1, 1, "There is no passage “::: xyz”.", "Write ::: pitch, ::: tip, or ::: question.")
    ]


def test_tables_scroll_by_keyboard_and_name_their_columns() -> None:
    assert parse("| a | b |\n|:-:|--:|\n| 1 | `x\\|y` |\n").html == (
        '<div class="table" role="group" tabindex="0" aria-label="Tabla"><table>\n<thead>\n'
        '<tr><th scope="col" class="center">a</th><th scope="col" class="right">b</th></tr>\n</thead>\n<tbody>\n'
        '<tr><td class="center">1</td><td class="right"><code>x|y</code></td></tr>\n</tbody>\n</table></div>\n'
    )


def test_a_column_without_a_name_has_no_heading() -> None:
    table = "| | b |\n|---|---|\n| 1 | 2 |\n"
    assert '<tr><td></td><th scope="col">b</th></tr>' in parse(table).html


def test_footnotes_are_numbered_as_they_are_referred_to_and_lead_back() -> None:
    prose = parse("Uno[^b], dos[^a] y[^b].\n\n[^a]: A.\n\n[^b]: B[^c].\n\n    - más\n\n[^c]: C.\n")
    assert prose.html == (
        '<p>Uno<sup class="footnote-ref" id="fnref_1"><a href="#fn_1" role="doc-noteref">1</a></sup>, '
        'dos<sup class="footnote-ref" id="fnref_2"><a href="#fn_2" role="doc-noteref">2</a></sup> '
        'y<sup class="footnote-ref" id="fnref_1_2"><a href="#fn_1" role="doc-noteref">1</a></sup>.</p>\n'
        '<section class="footnotes" role="doc-endnotes" aria-label="Notas"><ol>\n'
        '<li id="fn_1"><p>B<sup class="footnote-ref" id="fnref_3"><a href="#fn_3" role="doc-noteref">3</a></sup>.</p>\n'
        "<ul>\n<li>más\n</li>\n</ul>\n"
        ' <a class="footnote-back" href="#fnref_1" role="doc-backlink" aria-label="Volver al texto (1-1)">↩︎</a>'
        ' <a class="footnote-back" href="#fnref_1_2" role="doc-backlink" aria-label="Volver al texto (1-2)">'
        "↩︎<sup>2</sup></a></li>\n"
        '<li id="fn_2"><p>A. <a class="footnote-back" href="#fnref_2" role="doc-backlink" '
        'aria-label="Volver al texto (2)">↩︎</a></p>\n</li>\n'
        '<li id="fn_3"><p>C. <a class="footnote-back" href="#fnref_3" role="doc-backlink" '
        'aria-label="Volver al texto (3)">↩︎</a></p>\n</li>\n'
        "</ol></section>\n"
    )
    assert prose.troubles == ()


def test_footnotes_inside_footnotes_are_footnotes() -> None:
    prose = parse("x[^a] y[^b]\n\n[^a]: uno\n\n    [^b]: dos\n\n    tres\n")
    assert [paragraph.text for paragraph in prose.paragraphs] == ["x y", "uno", "tres", "dos"]
    assert prose.troubles == ()


def test_what_looks_like_a_footnote_in_plain_words_is_none() -> None:
    assert parse("El patrón [^abc] y `[^1]`").troubles == ()
