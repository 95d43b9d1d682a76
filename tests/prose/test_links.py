"""Links and images: where they stand, where they may lead."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valuegen.prose import Link, parse
from valuegen.prose.targets import _USUAL, looked_at
from valuegen.words import say


def test_links_have_their_place_in_the_text() -> None:
    text = """Ver [la *libreta*](entry:libreta#uso "t"), ![sacos](img/x.jpg)
y [otra][R], [r] o <https://a.example/b>.

> - cita [dos](<../otro lado/>)
>   tres ![](/y.png)

| x | y |
|---|---|
| [a](b) | [a](b) |
| c \\| d [e](f) | <tel:1> |

# Ver [h](#ancla) #

[r]: https://r.example 'título'
"""
    prose = parse(text)
    assert prose.links == (
        Link("entry:libreta#uso", "link", "la libreta", 1, 5),
        Link("img/x.jpg", "image", "sacos", 1, 44),
        Link("https://r.example", "link", "otra", 2, 3),
        Link("https://r.example", "link", "r", 2, 14),
        Link("https://a.example/b", "link", "https://a.example/b", 2, 20),
        Link("../otro lado/", "link", "dos", 4, 10),
        Link("/y.png", "image", "", 5, 10),
        Link("b", "link", "a", 9, 3),
        Link("b", "link", "a", 9, 12),
        Link("f", "link", "e", 10, 10),
        Link("tel:1", "link", "tel:1", 10, 19),
        Link("#ancla", "link", "h", 12, 7),
    )
    lines = text.splitlines()
    for link in prose.links:
        assert lines[link.line - 1][link.column - 1] in "[!<"
    assert prose.troubles == ()


def test_a_link_around_an_image_says_what_the_image_says() -> None:
    prose = parse("[![El horno](h.jpg)](/horno/)")
    assert prose.links == (Link("/horno/", "link", "El horno", 1, 1), Link("h.jpg", "image", "El horno", 1, 2))
    assert prose.html == '<p><a href="/horno/"><img src="h.jpg" alt="El horno" loading="lazy"></a></p>\n'


def test_a_link_inside_a_link_is_text() -> None:
    prose = parse("[a <https://b.example> c](d)")
    assert prose.html == '<p><a href="d">a https://b.example c</a></p>\n'
    assert [link.target for link in prose.links] == ["d"]


def test_targets_are_resolved_by_who_knows_the_site() -> None:
    prose = parse("[a](entry:pan) ![b](c%20d.jpg) [e](https://x.example) <irene@levadura.example>")

    def resolve(target: str, kind: str) -> str:
        return {"entry:pan": "/pan/?a=1&b=2", "c%20d.jpg": 'ñ/c d".jpg'}.get(target, target)

    assert prose.html_with(resolve) == (
        '<p><a href="/pan/?a=1&amp;b=2">a</a> <img src="ñ/c%20d%22.jpg" alt="b" loading="lazy"> '
        '<a href="https://x.example" rel="noopener">e</a> '
        '<a href="mailto:irene@levadura.example">irene@levadura.example</a></p>\n'
    )
    assert 'href="entry:pan"' in prose.html


GOOD = [
    "http://a.example",
    "HTTPS://a.example/ñ?b=c:d#e",
    "mailto:a@b.example",
    "tel:+57300",
    "entry:pan#uso",
    "img/x.jpg",
    "../otro/",
]
GOOD += ["/ruta/", "#ancla", "?a=b:c", "./a:b", "/a:b", "", "a%20b", "http://[::1]/", "https://a.example/a%3Ab%5Cc"]
BAD = [
    "javascript:x",
    "JavaScript:x",
    "&#106;avascript:x",
    "javascript&colon;x",
    "java&Tab;script:x",
    "java&NewLine;script:x",
    "%6aavascript:x",
]
BAD += [
    "javascript%3Ax",
    "javascript%253Ax",
    "&#8203;javascript:x",
    "vbscript:x",
    "data:text/html,x",
    "data:image/png;base64,x",
    "file:///etc/passwd",
]
BAD += [
    "feed:javascript:x",
    "view-source:x",
    "blob:x",
    "filesystem:x",
    "jar:x",
    "intent:x",
    "ms-settings:x",
    "about:blank",
    "ftp://a.example",
]
BAD += [
    "//a.example",
    "\\\\\\\\a.example",
    "/\\\\a.example",
    "\\\\/a.example",
    "/&Tab;/a.example",
    "/%2Fa.example",
    "a\\\\b",
    "c:\\\\x",
    "http:a",
    "https://",
    "http://[::1",
]
BAD += ["1:2", "ñ:o", ":"]


@pytest.mark.parametrize("target", GOOD)
def test_allowed(target: str) -> None:
    prose = parse(f"[a](<{target}>)")
    assert prose.troubles == ()
    assert len(prose.links) == 1


@pytest.mark.parametrize("target", BAD)
@pytest.mark.parametrize("form", ["[a](<{}>)", "[a]\n\n[a]: <{}>", "![a](<{}>)"])
def test_refused_is_shown_as_text_and_said_with_its_place(target: str, form: str) -> None:
    prose = parse("Hola " + form.format(target))
    assert [(trouble.line, trouble.column) for trouble in prose.troubles] == [(1, 6)]
    assert prose.html == "<p>Hola a</p>\n"
    assert prose.links == ()


def test_an_image_is_one_of_the_site() -> None:
    prose = parse("![a](https://a.example/b.jpg)")
    assert prose.slots == ()
    assert say(prose.troubles[0].message, "es") == "La imagen «https://a.example/b.jpg» no es de este sitio."


def test_an_address_with_a_space_is_said() -> None:
    text = "Una ![foto](img/mi foto.jpg) y [esto](véase la página 3), [x](/a b)"
    prose = parse(text)
    assert [(trouble.line, trouble.column - 1) for trouble in prose.troubles] == [
        (1, text.index("![")),
        (1, text.index("[x]")),
    ]
    assert say(prose.troubles[0].mend or "", "es") == "Pon la dirección entre «<» y «>»: (<img/mi foto.jpg>)."
    assert parse("`![foto](mi foto.jpg)`").troubles == ()


@given(st.from_regex(_USUAL, fullmatch=True))
def test_the_usual_addresses_would_be_followed_whatever_is_undone_in_them(target: str) -> None:
    assert looked_at(target, "link") is None
