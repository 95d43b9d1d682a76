"""Pictures on the public pages: sizes, forms, photos, what a shared link shows; with the extra and without."""

import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from picture_samples import TOLD, drawing, film, photo, saved, telling
from PIL import Image
from selectolax.lexbor import LexborNode
from shown import THEME, html, shown, wider_plan
from small_plan import entry

from valuegen.pages.public import public_pages
from valuegen.pages.types import Page
from valuegen.pictures import extra
from valuegen.pictures.facts import facts_of
from valuegen.plan.types import Plan
from valuegen.render.html import Renderer

WIDE, TALL = telling("JPEG", image=photo(1000, 600)), telling("JPEG", 6, image=photo(2000, 1000))
DRAWN = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 36"/>'


@pytest.fixture
def without_extra(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(extra, "able", lambda: extra.UNABLE)
    return


def plan(statics: dict[str, bytes], text: str = "Hola", more: dict[str, Any] | None = None, **keys: Any) -> Plan:
    post = entry("2026-11-20", slug="uno", title="Uno", text=text, **(more or {}))
    return wider_plan(post, statics=statics, **keys)


def images(site: dict[str, bytes], selector: str = ".body img") -> list[LexborNode]:
    return html(site, "uno/index.html").css(selector)


def made(pages: dict[str, Page]) -> set[str]:
    return {address for address in pages if address.startswith("public/assets/pictures/")}


def pages_of(one: Plan) -> dict[str, Page]:
    return dict(public_pages(one, theme=THEME))


def test_the_first_is_not_waited_with_and_the_others_are() -> None:
    text = "![Uno](a.jpg) y ![Dos](a.jpg)\n\n![Tres](b.svg)"
    first, second, third = images(shown(plan({"a.jpg": WIDE, "b.svg": DRAWN}, text)))
    assert (first.attributes["fetchpriority"], "loading" in first.attributes) == ("high", False)
    for image in (second, third):
        assert (image.attributes["loading"], image.attributes["decoding"]) == ("lazy", "async")
        assert "fetchpriority" not in image.attributes
    assert [image.attributes["alt"] for image in (first, second, third)] == ["Uno", "Dos", "Tres"]
    assert [image.attributes["width"] for image in (first, second, third)] == ["1000", "1000", "64"]
    assert [image.attributes["height"] for image in (first, second, third)] == ["600", "600", "36"]


def test_the_picture_of_the_post_comes_before_those_of_its_text() -> None:
    more = {"image": {"src": "a.jpg", "alt": "Sacos", "credit": "Ana"}}
    site = shown(plan({"a.jpg": WIDE}, "![Uno](a.jpg)", more))
    (own,), (inner,) = images(site, ".picture img"), images(site)
    assert own.attributes["fetchpriority"] == "high"
    assert (own.attributes["width"], own.attributes["height"], own.attributes["alt"]) == ("1000", "600", "Sacos")
    assert inner.attributes["loading"] == "lazy"
    assert len(images(site, ".picture source")) == 2


def test_every_picture_that_is_offered_is_made_as_wide_as_it_says() -> None:
    one = plan({"a b (1).jpg": TALL}, "![Uno](<a b (1).jpg>)")
    pages = pages_of(one)
    site = shown(one)
    offered: dict[str, int] = {}
    for source in images(site, ".body source"):
        assert source.attributes["sizes"]
        for part in (source.attributes["srcset"] or "").split(", "):
            address, width = part.split()
            offered[address.replace("../", "public/", 1)] = int(width.removesuffix("w"))
    assert {source.attributes["type"] for source in images(site, ".body source")} == {"image/avif", "image/webp"}
    (image,) = images(site)
    assert image.attributes["src"] == "../a%20b%20%281%29.jpg"
    assert made(pages) == set(offered)
    assert sorted(set(offered.values())) == [480, 800, 1000]
    with Renderer(THEME, "es") as renderer:
        for address, width in offered.items():
            facts = facts_of(renderer.render(pages[address]))
            assert facts is not None
            assert (facts.width, facts.height) == (width, 2 * width)


def test_an_old_browser_gets_no_more_than_1200_pixels_of_the_form_that_was_given() -> None:
    one = plan({"a.png": saved(photo(2400, 1200), "PNG")}, "![Uno](a.png)")
    (image,) = images(shown(one))
    assert (image.attributes["width"], image.attributes["height"]) == ("1200", "600")
    page = pages_of(one)[(image.attributes["src"] or "").replace("../", "public/", 1)]
    with Renderer(THEME, "es") as renderer:
        facts = facts_of(renderer.render(page))
    assert facts is not None
    assert (facts.form, facts.width, facts.height) == ("png", 1200, 600)


def test_feeds_have_one_size_that_any_reader_can_show() -> None:
    site = shown(plan({"a.jpg": saved(photo(2400, 1200), "JPEG")}, "![Uno](a.jpg)", {"image": {"src": "a.jpg"}}))
    (item,) = json.loads(site["feed.json"])["items"]
    assert re.fullmatch(r"https://\S+/assets/pictures/a-1200\.\w+\.jpg", item["image"])
    assert f'<img src="{item["image"]}" width="1200" height="600"' in item["content_html"]
    assert "<source" not in item["content_html"]


def test_none_is_wider_than_it_was_and_films_stay_as_they_are() -> None:
    text = "![](a.png) ![](b.gif) ![](c.webp)"
    one = plan({"a.png": saved(photo(120, 80), "PNG"), "b.gif": film("GIF"), "c.webp": film("WEBP")}, text)
    assert {page.view.width for page in pages_of(one).values() if page.form == "picture"} == {120}  # type: ignore
    assert [image.attributes["src"] for image in images(shown(one))] == ["../a.png", "../b.gif", "../c.webp"]


def test_a_body_that_changes_redoes_no_picture() -> None:
    before, after = (pages_of(plan({"a.jpg": WIDE}, f"![Uno](a.jpg) {word}")) for word in ("antes", "después"))
    kept = [{page.kept for page in pages.values() if page.kept} for pages in (before, after)]
    assert kept[0] == kept[1] != set()
    other = {page.kept for page in pages_of(plan({"a.jpg": TALL}, "![Uno](a.jpg)")).values() if page.form == "picture"}
    assert not other & kept[0]


def test_what_a_picture_tells_is_published_nowhere() -> None:
    statics = {"a.jpg": WIDE, "b.png": telling("PNG"), "c.webp": telling("WEBP"), "d.gif": telling("GIF")}
    site = shown(plan(statics, "![](a.jpg)"))
    for name in statics:
        assert TOLD.encode() not in site[name]
        with Image.open(io.BytesIO(site[name])) as opened:
            assert not dict(opened.getexif())


def test_those_beside_posts_too() -> None:
    one = wider_plan(entry("2026-11-20", slug="uno", text="![](a.jpg)"), beside={"a.jpg": WIDE, "b.jpg": WIDE})
    files = shown(one)
    assert len(made(pages_of(one))) == 6
    assert all(TOLD.encode() not in data for data in files.values())


PEOPLE = {"irene": {"name": "Irene Vidal", "email": "irene@levadura.example", "photo": "img/irene.jpg"}}


def test_a_person_has_their_photo_where_they_invite_to_answer() -> None:
    one = plan({"img/irene.jpg": TALL}, people=PEOPLE)
    site = shown(one)
    (image,) = images(site, ".postcard img")
    assert (image.attributes["width"], image.attributes["height"], image.attributes["alt"]) == ("192", "192", "")
    address = (image.attributes["src"] or "").replace("../", "public/", 1)
    with Renderer(THEME, "es") as renderer:
        assert facts_of(renderer.render(pages_of(one)[address])).width == 192  # type: ignore[union-attr]


def test_initials_without_a_photo() -> None:
    site = shown(plan({}, people={"irene": {"name": "Irene Vidal"}}))
    assert not images(site, ".postcard img")
    assert html(site, "uno/index.html").css_first(".monogram").text() == "IV"


def meta(site: dict[str, bytes], file: str, name: str) -> str:
    found = html(site, file).css_first(f'meta[property="{name}"]')
    return (found.attributes["content"] or "") if found else ""


def test_a_shared_link_shows_the_post_s_own_picture_or_one_that_is_drawn() -> None:
    own = shown(plan({"a.jpg": TALL}, more={"image": {"src": "a.jpg", "alt": "Sacos"}}))
    assert meta(own, "uno/index.html", "og:image").endswith("example/a.jpg")
    assert meta(own, "uno/index.html", "og:image:alt") == "Sacos"
    for more in ({}, {"image": {"src": "b.svg", "alt": "Un saco"}}):  # nobody who shows links shows SVG
        site = shown(plan({"b.svg": DRAWN}, more=more))
        address = meta(site, "uno/index.html", "og:image")
        assert "/assets/social/uno." in address
        assert address.startswith("https://")
        assert [meta(site, "uno/index.html", f"og:image:{key}") for key in ("width", "height")] == ["1200", "630"]
        assert "/assets/social/home." in meta(site, "index.html", "og:image")


def test_drawn_pictures_are_as_large_as_they_say_and_the_same_each_time() -> None:
    pages = [page for page in pages_of(plan({})).values() if page.form == "drawing"]
    assert len(pages) == 2
    with Renderer(THEME, "es") as renderer:
        for page in pages:
            data = renderer.render(page)
            facts = facts_of(data)
            assert facts is not None
            assert (facts.form, facts.width, facts.height) == ("png", 1200, 630)


def test_only_what_a_drawn_picture_shows_changes_it() -> None:
    def drawn(**keys: Any) -> str:
        post = {"slug": "uno", "title": "Uno", "text": "Hola", **keys}
        pages = dict(public_pages(wider_plan(entry("2026-11-20", **post)), theme=THEME))
        return next(page.kept for page in pages.values() if page.form == "drawing" and "/uno." in page.address)

    assert drawn() == drawn(text="Otra cosa", topics=["merma"], ask="¿Y tú?")
    assert drawn() != drawn(title="Dos")
    fonts = replace(THEME, fonts={name: data for name, data in THEME.fonts.items() if "llana" in name})
    pages = dict(public_pages(plan({}), theme=fonts))
    assert drawn() not in {page.kept for page in pages.values()}


def test_a_site_can_do_without_drawn_pictures() -> None:
    option = replace(THEME.options["social_pictures"], value=False)
    theme = replace(THEME, options={**THEME.options, "social_pictures": option})
    pages = dict(public_pages(plan({}), theme=theme))
    assert not [page for page in pages.values() if page.form == "drawing"]
    nothing = replace(THEME, fonts={})
    assert not [page for page in public_pages(plan({}), theme=nothing).values() if page.form == "drawing"]


def test_icons_are_drawn_for_telephones_from_the_one_in_static_where_it_is() -> None:
    def icons(statics: dict[str, bytes]) -> dict[int, str]:
        return {p.view.size: p.address for p in pages_of(plan(statics)).values() if p.form == "icon"}  # type: ignore

    usual, own = icons({}), icons({"favicon.svg": DRAWN})
    assert list(usual) == list(own) == [180, 192, 512]
    assert not set(usual.values()) & set(own.values())
    touch = html(shown(plan({})), "index.html").css_first('link[rel="apple-touch-icon"]')
    assert f"public/{touch.attributes['href']}" == usual[180]


@pytest.mark.usefixtures("without_extra")
def test_without_the_extra_the_site_is_whole() -> None:
    text = "![Uno](a.jpg) ![Dos](b.svg)"
    one = plan({"a.jpg": TALL, "b.svg": DRAWN, "img/irene.jpg": WIDE}, text, people=PEOPLE)
    site = shown(one)
    assert not [page for page in pages_of(one).values() if page.kept]
    first, second = images(site)
    assert [first.attributes[name] for name in ("src", "width", "height")] == ["../a.jpg", "1000", "2000"]
    assert second.attributes["width"] == "64"
    assert not images(site, "source")
    assert TOLD.encode() not in site["a.jpg"]
    (face,) = images(site, ".postcard img")
    assert (face.attributes["width"], face.attributes["height"]) == ("1000", "600")
    assert meta(site, "uno/index.html", "og:image") == ""


def test_what_is_no_picture_is_written_as_it_was() -> None:
    site = shown(plan({"a.txt": b"Hola", "clear.png": saved(drawing(), "PNG")}, "![Uno](a.txt) ![](clear.png)"))
    assert images(site)[0].attributes["src"] == "../a.txt"
    assert "width" not in images(site)[0].attributes
