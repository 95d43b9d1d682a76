"""A misspelt name is an error with its template and line: variables, nested data, options, macros, filters, tests."""

import pytest

from bench import Bench
from valuegen.model.theme import Option
from valuegen.pages.shown_by import PAGES
from valuegen.pages.types import Page, Template, Theme
from valuegen.pages.views import Attribute, Options
from valuegen.read.theme_folders import built_in_names
from valuegen.read.themes import built_in_theme
from valuegen.render.assets import load_theme
from valuegen.render.html import Renderer, ThemeError
from valuegen.render.templates import Plain, environment_of
from valuegen.words import say

CARDS = "{% macro card(post) %}{{ post.title }}{% endmacro %}{% macro stamp(day) %}{% endmacro %}"


def wrong(text: str, name: str = "post.html", view: object = None, site: object = None) -> tuple[int, str]:
    """The line that is told for a template, and what."""
    texts = {name: text, "partials/cards.html": CARDS, "base.html": "{% block content %}{% endblock %}"}
    templates = {key: Template(each, f"themes/mine/{key}") for key, each in texts.items()}
    options = {key: Option(key, "text", "") for key in ("footer", "motto")}
    with pytest.raises(ThemeError) as caught:
        Renderer(Theme("mine", templates, {}, options=options), "en").render(Page("public/x.html", name, view, site))
    assert caught.value.place.file == f"themes/mine/{caught.value.template}"
    assert caught.value.shown == text.splitlines()[caught.value.line - 1]
    return caught.value.line, say(caught.value.message, "en")


@pytest.mark.parametrize(
    ("text", "line", "near"),
    [
        ("\n{{ page.titel }}", 2, "“titel” is not known here: did you mean “title”?"),
        ("{{ page.author.nmae }}", 1, "“nmae” is not known here: did you mean “name”?"),
        ("{{ page.author.photo.widht }}", 1, "“widht” is not known here: did you mean “width”?"),
        ("{% if page.draft %}\n{% endif %}", 1, "“draft” is not known here: did you mean “is_draft”?"),
        ("{% if false %}\n{{ page.sumary }}\n{% endif %}", 2, "“sumary” is not known here: did you mean “summary”?"),
        (
            "{% for link in page.segments %}{{ link.txet }}{% endfor %}",
            1,
            "“txet” is not known here: did you mean “text”?",
        ),
        ("{% for post in page.related[:2] %}{{ post.sumary }}{% endfor %}", 1, "did you mean “summary”?"),
        ("{% for x in [] %}{% else %}{{ page.tilte }}{% endfor %}", 1, "did you mean “title”?"),
        ("{{ site.optoins }}", 1, "did you mean “options”?"),
        ("{% if site.options.foter %}{% endif %}", 1, "“foter” is not known here: did you mean “footer”?"),
        ("{% if site.options.zzz %}{% endif %}", 1, "“zzz” is not known here."),
        ("\n\n{{ page.day|writen }}", 3, "There is no filter “writen”. Did you mean “written”?"),
        ("{% if false %}{{ 1|writen }}{% endif %}", 1, "There is no filter “writen”. Did you mean “written”?"),
        ("{% if page.title is definedd %}{% endif %}", 1, "There is no test “definedd”. Did you mean “defined”?"),
        ("{% set page = 1 %}{{ page|writen }}", 1, "There is no filter “writen”."),
    ],
)
def test_it_is_told_before_any_page_asks_for_it(text: str, line: int, near: str) -> None:
    told = wrong(text)
    assert told[0] == line
    assert near in told[1]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "{% from 'partials/cards.html' import crad %}{{ crad(1) }}",
            "“partials/cards.html” has no macro “crad”. Did you mean “card”?",
        ),
        ("{% from 'partials/cards.html' import card %}{{ crad(1) }}", "“crad” is not known here: did you mean “card”?"),
        ("{% set day = 1 %}{{ dya }}", "“dya” is not known here: did you mean “day”?"),
        ("{% import 'partials/cards.html' as cards %}{{ cards.crad(1) }}", "“crad” is not known here"),
        (
            "{% macro a(post) %}{{ post.vlaue }}{% endmacro %}{{ a(page) }}",
            "“vlaue” is not known here: did you mean “value”?",
        ),
        ("{% with x = page %}{{ x.nmae }}{% endwith %}", "“nmae” is not known here: did you mean “name”?"),
        ("{{ none.title }}", "“title” is asked of what is not there on this page: ask with `if` first."),
        ("{{ page['vlaue'] }}", "“vlaue” is not known here: did you mean “value”?"),
        (
            "{% include 'partials/crads.html' %}",
            "There is no template “partials/crads.html” in this theme. Did you mean “partials/cards.html”?",
        ),
    ],
)
def test_what_has_no_known_type_is_told_when_a_page_asks_for_it(text: str, told: str) -> None:
    assert told in wrong(text, "page.html", Attribute("a", "b"))[1]


def test_an_option_is_asked_by_its_name_in_the_data_too() -> None:
    options = Options((("footer", "Hecho a mano"),))
    assert options["footer"] == "Hecho a mano"
    assert wrong("{{ page.foter }}", "page.html", options)[1] == "“foter” is not known here: did you mean “footer”?"
    theme = Theme("mine", {"page.html": Template("{{ page.footer }}", "x")}, {})
    assert Renderer(theme, "en").render(Page("public/x.html", "page.html", options)) == b"Hecho a mano"


def test_whether_something_is_there_may_be_asked() -> None:
    theme = Theme("mine", {"base.html": Template("{% if page.leaves is defined %}a{% else %}b{% endif %}", "x")}, {})
    assert Renderer(theme, "en").render(Page("public/x.html", "base.html", Attribute("a", "b"))) == b"b"


def test_the_mistakes_of_all_templates_come_in_one_run(bench: Bench) -> None:
    work = bench.workspace(
        {
            "themes/taller/post.html": "{{ page.titel }}",
            "themes/taller/hub.html": "x\n{% if page.areaa %}{% endif %}",
            "themes/taller/list.html": "{% if %}",
            "themes/taller/own/part.html": "{{ 1|writen }}",
        }
    )
    work.change("valuegen.yaml", "  language: es\n", "  language: es\n  theme: taller\n")
    told = work.run("build").err
    places = [line.partition(": ")[0] for line in told.splitlines() if line.startswith("themes/")]
    assert places == [
        "themes/taller/hub.html:2:12",
        "themes/taller/list.html:1:1",
        "themes/taller/own/part.html:1:6",
        "themes/taller/post.html:1:9",
    ]
    assert "     2 | {% if page.areaa %}{% endif %}" in told


def test_a_template_that_no_page_uses_was_meant_to_be_another(bench: Bench) -> None:
    work = bench.workspace(
        {
            "themes/taller/psot.html": "x",
            "themes/taller/partials/card.html": "y",
            "themes/taller/home.html": "{% include 'partials/card.html' %}",
            "themes/taller/own.html": "z",
        }
    )
    work.change("valuegen.yaml", "  language: es\n", "  language: es\n  theme: taller\n")
    told = work.run("build").err
    assert told.startswith("themes/taller/psot.html:1:1: error format: Ninguna página usa esta plantilla")
    assert "«post.html»" in told
    assert "card.html" not in told
    assert "own.html" not in told


@pytest.mark.parametrize("name", built_in_names())
def test_no_built_in_template_asks_for_what_is_not_there(name: str) -> None:
    theme = load_theme(built_in_theme(name))
    environment = environment_of(theme, "es", Plain)
    for key in theme.templates:
        environment.get_template(key)
    assert set(PAGES) <= set(theme.templates)
