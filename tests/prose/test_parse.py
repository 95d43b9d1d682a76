"""What a body becomes: its HTML, words, questions, headings, excerpt."""

import pytest

from valuegen.prose import Heading, Paragraph, Spot, parse


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Hola *que* **tal** `<b>`", "<p>Hola <em>que</em> <strong>tal</strong> <code>&lt;b&gt;</code></p>\n"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"),
        ("a <!-- b --> c", "<p>a &lt;!-- b --&gt; c</p>\n"),
        ("uno\\\ndos  \ntres", "<p>uno<br>\ndos<br>\ntres</p>\n"),
        ("> cita\n> larga", "<blockquote>\n<p>cita\nlarga</p>\n</blockquote>\n"),
        ("3. a\n4. b", '<ol start="3">\n<li>a\n</li>\n<li>b\n</li>\n</ol>\n'),
        ("- a\n\n- b", "<ul>\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ul>\n"),
        ("***", "<hr>\n"),
        ("```cuentas x\n1 < 2\n```", '<pre tabindex="0"><code class="language-cuentas">1 &lt; 2\n</code></pre>\n'),
        ('```"><b>\nx\n```', '<pre tabindex="0"><code>x\n</code></pre>\n'),
        ("    x", '<pre tabindex="0"><code>x\n</code></pre>\n'),
        ("https://a.example", "<p>https://a.example</p>\n"),
        ('"Recto" -- (c)', "<p>&quot;Recto&quot; -- (c)</p>\n"),
        ("", ""),
        (" \n\n", ""),
    ],
)
def test_commonmark(text: str, html: str) -> None:
    assert parse(text).html == html


def test_headings_follow_their_outline_below_the_title_of_the_page() -> None:
    prose = parse("# Uno\n\n## Dos\n\n#### Tres\n\nCuatro *bis*\n---\n\n# Uno\n")
    assert prose.headings == (
        Heading(2, "Uno", "uno", 1),
        Heading(3, "Dos", "dos", 3),
        Heading(4, "Tres", "tres", 5),
        Heading(3, "Cuatro bis", "cuatro-bis", 7),
        Heading(2, "Uno", "uno-2", 10),
    )
    assert '<h4 id="tres">Tres</h4>' in prose.html
    assert parse("## Solo\n\n### Menor").html.startswith('<h2 id="solo">Solo</h2>\n<h3 id="menor">')


def test_no_heading_is_deeper_than_html_has() -> None:
    text = "\n\n".join("#" * level + f" n{level}" for level in range(1, 7))
    assert [heading.level for heading in parse(text).headings] == [2, 3, 4, 5, 6, 6]


def test_anchors_are_unique_slugs() -> None:
    prose = parse("# ¿Cuánto? `Sí`\n# cuanto si\n# Cuánto, sí 2\n# cuanto si\n# 😀\n# ñ_ñ\n# [Pan](x) ![de](y)\n#\n")
    anchors = [heading.anchor for heading in prose.headings]
    assert anchors == ["cuanto-si", "cuanto-si-2", "cuanto-si-2-2", "cuanto-si-3", "s", "n-n", "pan-de"]
    assert "<h2></h2>" not in prose.html


def test_words_are_those_a_reader_reads() -> None:
    text = (
        "# Dos palabras\n\nUna, dos; `código aquí` <https://levadura.example/larga> ![alt no](x)\n\n    nada de esto\n"
    )
    prose = parse(f"{text}\n| a | b |\n|---|---|\n| uno | 2 |\n")
    assert prose.words == 8
    assert parse("qu\u0301e cafe\u0301").words == 2  # accents of their own don't part a word


@pytest.mark.parametrize(("words", "minutes"), [(0, 1), (100, 1), (290, 1), (300, 2), (2000, 10)])
def test_reading_minutes(words: int, minutes: int) -> None:
    assert parse("pan " * words).reading_minutes == minutes


def test_questions_are_sentences_that_end_in_a_question_mark() -> None:
    text = """¿Cuánta harina tiras? Mucha. Y tú,
¿cuánta *tiras*? Do you?

- [¿Vienes?](/cafe/) Sí.

> «¿Y la *merma*?»
"""
    assert parse(text).questions == (
        Spot("¿Cuánta harina tiras?", 1),
        Spot("Y tú, ¿cuánta tiras?", 1),
        Spot("Do you?", 2),
        Spot("¿Vienes?", 4),
        Spot("«¿Y la merma?»", 6),
    )
    assert parse("¿Viste https://a.example/b?").questions == (Spot("¿Viste https://a.example/b?", 1),)


@pytest.mark.parametrize(
    "text",
    [
        "`¿qué?`",
        "```\n¿qué?\n```",
        "    ¿qué?",
        "<https://a.example/?>",
        "Mira https://a.example/?b=1.",
        "Eso (?) no",
        "?",
        "¿?",
        "a?b",
        "![¿qué?](x)",
        "[a](/b?)",
    ],
)
def test_these_are_no_questions(text: str) -> None:
    assert parse(text).questions == ()


def test_paragraphs_say_where_they_are() -> None:
    text = "# T\n\nUno `x`\ndos.\n\n> Cita\n\n::: pitch\nCompra.\n:::\n\n|a|\n|-|\n\nVer[^n]\n\n[^n]: Nota\n"
    prose = parse(text)
    assert prose.paragraphs == (
        Paragraph("T", 1, 1, "heading"),
        Paragraph("Uno  \ndos.", 3, 2),
        Paragraph("Cita", 6, 1, quoted=True),
        Paragraph("Compra.", 9, 1, within=("pitch",)),
        Paragraph("a", 12, 1, "cell"),
        Paragraph("Ver", 15, 1),
        Paragraph("Nota", 17, 1, "note"),
    )
    assert prose.plain.split("\n\n")[:3] == ["T", "Uno dos.", "Cita"]


def test_excerpt_is_cut_at_a_sentence() -> None:
    assert parse("# Título\n\nCorto y `con` <https://a.example>.").excerpt == "Corto y con https://a.example."
    sentence = "Esta frase tiene siete palabras contadas hoy. "
    assert parse(sentence * 9).excerpt == (sentence * 5).strip()
    assert parse("pan, " * 90).excerpt == ("pan, " * 30).strip(", ") + "…"


def test_the_same_text_has_the_same_fingerprint() -> None:
    same = parse("Él dijo: *¡hola, mundo!*").fingerprint
    assert parse("# el DIJO\n\nhola — mun do").fingerprint == same
    assert parse("él dijo hola mundos").fingerprint != same
    assert parse("").fingerprint == parse(" \n").fingerprint == ""
    assert parse("…").fingerprint == parse("👍 **!**").fingerprint != ""
    assert parse("![](a.jpg)").fingerprint != parse("![](b.jpg)").fingerprint
    assert parse("Привет").fingerprint != parse("Пока").fingerprint
    assert parse("Straße ½").fingerprint == parse("STRASSE 1⁄2").fingerprint


def test_a_mark_of_byte_order_is_no_text() -> None:
    assert parse("\ufeff# Uno").headings[0].text == "Uno"


def test_carriage_returns_are_line_ends() -> None:
    assert parse("a\r\n\r\n[b](x)\rc").links[0].line == 3
