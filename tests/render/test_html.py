"""Templates: what they may say, and what is told when one is wrong."""

import pickle

import pytest

from valuegen import words
from valuegen.pages.types import Html, Page, Template, Theme
from valuegen.pages.views import Outside
from valuegen.render.html import Renderer, ThemeError


def theme(**templates: str) -> Theme:
    made = {f"{name}.html": Template(text, f"themes/mine/{name}.html") for name, text in templates.items()}
    return Theme("mine", made, {})


def shown(text: str, view: object = None, language: str = "es", **more: str) -> str:
    return Renderer(theme(page=text, **more), language).render(Page("public/x.html", "page.html", view)).decode()


def refused(text: str, view: object = None, **more: str) -> ThemeError:
    with pytest.raises(ThemeError) as caught:
        shown(text, view, **more)
    return caught.value


LINK = Outside("<b>&", "https://x.example")


def test_texts_are_escaped_and_html_is_not() -> None:
    assert shown("{{ page.text }}", LINK) == "&lt;b&gt;&amp;"
    assert shown("{{ page }}", Html("<b>&amp;</b>")) == "<b>&amp;</b>"


def test_words_days_and_numbers_are_of_the_language() -> None:
    from datetime import date

    day = date(2026, 12, 3)
    assert (
        shown("{{ page|written }} {{ page|written('MMM') }} {{ page|iso }}", day)
        == "3 de diciembre de 2026 dic 2026-12-03"
    )
    assert shown("{{ page|written }}", day, "en") == "December 3, 2026"
    assert shown("{{ page|written }}", 12345, "en") == "12,345"
    assert shown('{{ _("Archive") }}') == "Archivo"
    assert shown('{{ _("Archive") }}', language="en") == "Archive"
    counted = "{% trans n=page %}{{ n }} post{% pluralize %}{{ n }} posts{% endtrans %}"
    assert [shown(counted, n) for n in (1, 2)] == ["1 entrada", "2 entradas"]


def test_a_misspelt_name_is_told_with_template_line_and_the_nearest() -> None:
    wrong = refused("<p>\n\n{{ page.txet }}</p>", LINK)
    assert (wrong.template, wrong.line, wrong.place.file) == ("page.html", 3, "themes/mine/page.html")
    assert words.say(wrong.message, "en") == "“txet” is not known here: did you mean “text”?"
    assert words.say(wrong.message, "es") == "«txet» no se conoce aquí: ¿querías decir «text»?"


def test_a_mistake_in_an_included_template_is_told_there() -> None:
    wrong = refused("{% include 'part.html' %}", part="\n{{ pge }}")
    assert (wrong.template, wrong.line) == ("part.html", 2)
    wrong = refused(
        "{% extends 'part.html' %}\n{% block x %}\n{{ page.nothing.at_all }}{% endblock %}",
        LINK,
        part="{% block x %}{% endblock %}",
    )
    assert (wrong.template, wrong.line) == ("page.html", 3)


@pytest.mark.parametrize(
    ("text", "line", "told"),
    [
        ("\n{% if page %}", 2, "can't be read"),
        ("{{ page|nofilter }}", 1, "There is no filter “nofilter”."),
        ("\n{% include 'none.html' %}", 2, "There is no template “none.html”"),
        ("\n\n{{ 1 / 0 }}", 3, "ZeroDivisionError"),
        ("{{ page.text + 1 }}", 1, "TypeError"),
    ],
)
def test_every_mistake_has_its_line(text: str, line: int, told: str) -> None:
    wrong = refused(text, LINK)
    assert (wrong.template, wrong.line) == ("page.html", line)
    assert told in words.say(wrong.message, "en")


def test_an_undefined_name_is_never_an_empty_string() -> None:
    for use in (
        "{{ nobody }}",
        "{{ page.nobody }}",
        "{% if page.nobody %}x{% endif %}",
        "{% for x in page.nobody %}{% endfor %}",
    ):
        assert "nobody" in words.say(refused(use, LINK).message, "en")


def test_a_renderer_can_be_made_elsewhere_from_what_made_it() -> None:
    made = theme(page="{{ page.text }}")
    again = pickle.loads(pickle.dumps((made, "es")))
    page = pickle.loads(pickle.dumps(Page("public/x.html", "page.html", LINK)))
    assert Renderer(*again).render(page) == Renderer(made, "es").render(page)


def test_an_error_can_be_sent_from_a_worker() -> None:
    wrong = pickle.loads(pickle.dumps(refused("\n{{ page.txet }}", LINK)))
    assert (wrong.template, wrong.line, words.say(wrong.message, "en")[:6]) == ("page.html", 2, "“txet”")


def test_what_has_no_template_is_made_by_its_form() -> None:
    renderer = Renderer(theme(), "es")
    assert renderer.render(Page("public/a.bin", None, b"\x00\xff", form="bytes")) == b"\x00\xff"
    assert renderer.render(Page("public/robots.txt", None, "á\n", form="text")) == "á\n".encode()


def test_where_the_machine_has_no_memory_left_the_template_is_not_blamed() -> None:
    class Scarce:
        @property
        def text(self) -> str:
            raise MemoryError

    with pytest.raises(MemoryError):
        shown("{{ page.text }}", Scarce())
