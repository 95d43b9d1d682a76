"""A theme that somebody else wrote: shown in a child process, with limits, and never able to harm the build."""

from dataclasses import replace

import pytest
from shown import THEME, example

from valuegen.pages.public import public_pages
from valuegen.pages.types import Page, Template, Theme
from valuegen.pages.views import Outside
from valuegen.render import foreign
from valuegen.render.html import Renderer, ThemeError
from valuegen.words import say

LINK = Outside("texto", "https://x.example")


def theme(text: str) -> Theme:
    return Theme("mine", {"page.html": Template(text, "themes/mine/page.html")}, {}, is_foreign=True)


def page(view: object = LINK, name: str = "x") -> Page:
    return Page(f"public/{name}.html", "page.html", view)


def test_it_shows_the_same_bytes_as_the_same_theme_at_home() -> None:
    plan, _ = example()
    pages = [each for each in public_pages(plan, theme=THEME).values() if each.template][:12]
    with Renderer(replace(THEME, is_foreign=True), "es") as renderer:
        home = Renderer(THEME, "es")
        assert [renderer.render(each) for each in pages] == [home.render(each) for each in pages]


def test_its_mistakes_are_told_with_their_line() -> None:
    with Renderer(theme("\n{{ page.txet }}"), "es") as renderer, pytest.raises(ThemeError) as caught:
        renderer.render(page())
    assert (caught.value.template, caught.value.line, caught.value.place.file) == (
        "page.html",
        2,
        "themes/mine/page.html",
    )
    assert "«text»" in say(caught.value.message, "es")


@pytest.mark.parametrize(
    "text",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ page.__init__.__globals__ }}",
        "{{ _.__globals__ }}",
        "{{ [].append(1) }}",
        "{{ cycler.__init__.__globals__.os }}",
    ],
)
def test_it_gets_at_nothing_but_its_data(text: str) -> None:
    with Renderer(theme(text), "es") as renderer, pytest.raises(ThemeError):
        renderer.render(page())


def test_too_much_memory_is_refused_and_the_next_page_is_shown() -> None:
    text = "{% if page.text == 'big' %}{{ ('a' * 10**9)|length }}{% else %}{{ page.text }}{% endif %}"
    with Renderer(theme(text), "es") as renderer:
        assert renderer.render(page()).endswith(b"texto")
        with pytest.raises(ThemeError) as caught:
            renderer.render(page(Outside("big", "")))
        assert "memoria" in say(caught.value.message, "es")
        assert renderer.render(page()).endswith(b"texto")


def test_a_page_that_takes_too_long_is_stopped_and_the_next_is_shown(monkeypatch) -> None:
    monkeypatch.setattr(foreign, "SECONDS", 1)
    text = (
        "{% if page.text == 'slow' %}{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"
        "{% endif %}{{ page.text }}"
    )
    with Renderer(theme(text), "es") as renderer:
        with pytest.raises(ThemeError) as caught:
            renderer.render(page(Outside("slow", ""), "lenta"))
        assert "public/lenta.html" in say(caught.value.message, "es")
        monkeypatch.setattr(foreign, "SECONDS", 60)
        assert renderer.render(page()).endswith(b"texto")


def test_a_frame_that_takes_too_long_is_named_and_not_the_page_that_it_is_around(monkeypatch) -> None:
    monkeypatch.setattr(foreign, "SECONDS", 1)
    slow = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"
    templates = {
        "page.html": Template("{% extends 'base.html' %}", "themes/default/page.html"),
        "base.html": Template(slow, "themes/mine/base.html"),
    }
    with Renderer(Theme("mine", templates, {}, is_foreign=True), "es") as renderer:
        with pytest.raises(ThemeError) as caught:
            renderer.render(page())
        assert caught.value.place.file == "themes/mine/base.html"


def test_a_closed_renderer_leaves_no_process() -> None:
    renderer = Renderer(theme("{{ page.text }}"), "es")
    renderer.render(page())
    process = renderer._child._process
    renderer.close()
    assert process.poll() is not None
