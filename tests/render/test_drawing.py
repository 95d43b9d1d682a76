"""Drawings: with the fonts of the theme alone, nothing from outside, the same bytes everywhere."""

from pathlib import Path

import pytest
from picture_samples import saved
from PIL import Image

from valuegen.pages.types import Page, Template, Theme
from valuegen.pages.views import IconPage, SocialPage
from valuegen.pictures.facts import Facts, facts_of
from valuegen.read.themes import built_in_theme
from valuegen.render.assets import load_theme
from valuegen.render.drawing import DrawingError, by_itself, drawn
from valuegen.render.drawing_forms import icon
from valuegen.render.html import Renderer, ThemeError
from valuegen.render.picture_error import PictureError

THEME = load_theme(built_in_theme())
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="60" height="30">'


def svg(inner: str) -> bytes:
    return f"{HEAD}{inner}</svg>".encode()


EMPTY = drawn(svg(""), 60, 30, {})


def test_a_png_of_that_size_and_nothing_else() -> None:
    made = drawn(svg("<rect width='60' height='30' fill='red'/>"), 60, 30, {})
    assert facts_of(made) == Facts("png", 60, 30)
    assert made != EMPTY
    assert not any(kind in made for kind in (b"tEXt", b"iTXt", b"tIME", b"eXIf"))


def test_what_leads_out_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.png"
    secret.write_bytes(saved(Image.new("RGB", (9, 9), "red"), "PNG"))
    for address in (
        secret.as_posix(),
        secret.as_uri(),
        f" {secret.as_posix()}",
        "secret.png",
        "http://127.0.0.1:9/a.png",
    ):
        for name in ("href", "xlink:href"):
            inner = f'<image {name}="{address}" width="60" height="30"/>'
            assert drawn(svg(inner), 60, 30, {}) == EMPTY
    effect = (
        f'<filter id="f"><feImage href="{secret.as_posix()}"/></filter><rect width="60" height="30" filter="url(#f)"/>'
    )
    assert secret.as_posix() not in by_itself(svg(effect))


def test_what_it_carries_along_is_shown() -> None:
    import base64

    data = base64.b64encode(saved(Image.new("RGB", (9, 9), "red"), "PNG")).decode()
    carried = f'<image href="data:image/png;base64,{data}" width="60" height="30"/>'
    assert drawn(svg(carried), 60, 30, {}) != EMPTY
    inner = base64.b64encode(b'<svg xmlns="http://www.w3.org/2000/svg"><image href="/etc/passwd"/></svg>').decode()
    assert "data:" not in by_itself(svg(f'<image href="data:image/svg+xml;base64,{inner}"/>'))
    assert "#a" in by_itself(svg('<g id="a"/><use xlink:href="#a"/>'))
    assert "url(#a)" in by_itself(svg('<rect fill="url(#a)"/>'))
    assert "url(" not in by_itself(svg('<rect style="fill:url(http://a.example/)"/><style>@import url(a.css)</style>'))


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"<svg",
        b"<html/>",
        b'<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">&a;</svg>',
        b"\xff\xfe\0\0",
        svg("<g>" * 40_000 + "</g>" * 40_000),
        svg("x" * (5 << 20)),
        b'<svg xmlns="http://www.w3.org/2000/svg" width="0" height="9"/>',
    ],
)
def test_what_can_not_be_drawn_is_told(text: bytes) -> None:
    with pytest.raises(DrawingError):
        drawn(text, 60, 30, {})


def test_another_shape_is_told() -> None:
    with pytest.raises(DrawingError):
        drawn(b'<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>', 60, 30, {})


def test_fonts_of_the_machine_are_not_used() -> None:
    for family in ("DejaVu Sans", "Liberation Sans", "Arial", "serif", "sans-serif"):
        assert drawn(svg(f'<text y="20" font-family="{family}">Aa</text>'), 60, 30, {}) == EMPTY
    own = svg('<text y="20" font-family="Piazzolla" font-weight="700">Aa</text>')
    assert drawn(own, 60, 30, THEME.fonts) != EMPTY


def test_icons() -> None:
    made = icon(IconPage("favicon.svg", svg("<rect width='60' height='60'/>").replace(b'"30"', b'"60"'), 180))
    assert facts_of(made) == Facts("png", 180, 180)
    with pytest.raises(PictureError) as caught:
        icon(IconPage("content/static/favicon.svg", b"nothing", 180))
    assert caught.value.place.file == "content/static/favicon.svg"


VIEW = SocialPage("Título", ("Título",), 20, 60, "", "", None, "Piazzolla", 700, "Piazzolla", 400, 60, 30)
PAGE = Page("public/a.png", "social.svg", VIEW, form="drawing")


def theme(text: str, is_foreign: bool = False) -> Theme:
    return Theme("own", {"social.svg": Template(text, "themes/own/social.svg")}, {}, is_foreign, fonts=THEME.fonts)


def test_a_template_that_gives_no_drawing_is_told_at_it() -> None:
    with pytest.raises(ThemeError) as caught, Renderer(theme("<p>no"), "es") as renderer:
        renderer.render(PAGE)
    assert caught.value.template == "social.svg"


def test_somebody_else_s_drawing_is_made_in_the_child_and_is_the_same() -> None:
    text = f'{HEAD}<text y="20" font-family="Piazzolla">{{{{ page.title }}}}</text></svg>'
    page = Page("public/a.png", "social.svg", VIEW, form="drawing")
    with Renderer(theme(text), "es") as own, Renderer(theme(text, is_foreign=True), "es") as foreign:
        assert own.render(page) == foreign.render(page) != EMPTY
    with pytest.raises(ThemeError), Renderer(theme("<p>no", is_foreign=True), "es") as foreign:
        foreign.render(page)
