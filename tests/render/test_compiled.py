"""The leaner code of the built-in themes shows what Jinja's own code shows, to the byte."""

from functools import cache
from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import DictLoader, Environment
from planned import desk_of
from shown import THEME, example

from valuegen.pages.planner import planner_pages
from valuegen.pages.public import public_pages
from valuegen.pages.types import Html, Page, Template, Theme, seen
from valuegen.render.compiled import TRIED, QuickCode, QuickMacro, QuickTemplate
from valuegen.render.templates import Plain, Quick, Templates, environment_of


class Lean(Environment):
    code_generator_class = QuickCode
    template_class = QuickTemplate


@cache
def example_pages() -> tuple[Page, ...]:
    plan, _ = example()
    both = (public_pages(plan, theme=THEME), planner_pages(desk_of(plan).judged, THEME))
    return tuple(page for pages in both for page in pages.values() if page.template)


@pytest.mark.parametrize("language", ["es", "en"])
def test_every_page_of_the_example(language: str) -> None:
    plain, quick = environment_of(THEME, language, Plain), environment_of(THEME, language, Quick)
    for page in map(seen, example_pages()):
        name, given = page.template or "", {"site": page.site, "page": page.view}
        assert quick.get_template(name).render(given) == plain.get_template(name).render(given), page.address


def both(source: str, **given: Any) -> tuple[str, str]:
    """What a template gives by Jinja's code, and by ours; its macros are `m.html`."""
    loader = DictLoader({"page.html": source, "m.html": MACROS})
    made = (kind(loader=loader, autoescape=True, trim_blocks=True) for kind in (Environment, Lean))
    first, second = (each.get_template("page.html").render(given) for each in made)
    return first, second


MACROS = """
{% macro one(value) %}<b>{{ value }}</b>{% endmacro %}
{% macro two(value, with=False) %}{{ one(value) }}{% if with %} {{ one(with) }}{% endif %}{% endmacro %}
{% macro around(title) %}<i title="{{ title }}">{{ caller() }}</i>{% endmacro %}
"""


@pytest.mark.parametrize(
    "source",
    [
        "{{ a }}{{ a.upper() }}{{ html }}{{ number }}{{ none }}{{ yes }}{{ list }}",
        "{% for each in list %}{{ loop.index }}{{ each }}{% if not loop.last %}, {% endif %}{% else %}-{% endfor %}",
        "{% set x = a ~ '<' %}{{ x }}{% set y %}<p>{{ a }}</p>{% endset %}{{ y }}",
        "{% if thing.name is defined %}{{ thing.name }}{% endif %}{% if thing.no is defined %}no{% endif %}",
        "{% from 'm.html' import one, two %}{{ one(a) }}{{ one(1) }}{{ one(True) }}{{ one(1.0) }}{{ two(a, html) }}",
        "{% from 'm.html' import one, two %}{{ one(list) }}{{ two(list, list) }}{{ one(a)|upper }}{{ one(value=a) }}",
        "{% import 'm.html' as m %}{{ m.one(a) }}{% call m.around(a) %}{{ a }}{% endcall %}",
        "{% macro here(x) %}{{ x }}{{ a }}{% endmacro %}{{ here('<') }}{{ here(x='>') }}",
        "{% block one %}<p>{% block two %}{{ a }}{% endblock %}</p>{% endblock %}",
        "{% filter upper %}{{ a }}{% endfilter %}",
        "{{ thing.class if thing.class is defined else 'x' }}{{ 'a.b'.split('.')|join('<') }}{{ (1, 2)|length }}",
        "{% with b = a %}{{ b }}{% endwith %}{{ '%s' % a }}{{ a[0] }}{{ a[1:] }}{{ list[0] }}",
        "{% for each in list recursive %}{{ each }}{% endfor %}{{ namespace(x=a).x }}",
    ],
)
def test_what_templates_can_say(source: str) -> None:
    given = {"a": "<&'\">", "html": Html("<em>"), "number": 3, "none": None, "yes": True, "list": ["a", "<b>"]}
    plain, quick = both(source, thing=SimpleNamespace(name="<n>"), **given)
    assert quick == plain


def test_an_imported_macro_works_once_for_the_same() -> None:
    asked: list[str] = []
    environment = Lean(loader=DictLoader({"m.html": "{% macro one(x) %}{{ note(x) }}{% endmacro %}"}), autoescape=True)
    environment.globals["note"] = lambda x: asked.append(x) or f"<{x}>"
    module = environment.get_template("m.html")._get_default_module()
    assert [str(module.one(x)) for x in "aabba"] == ["&lt;a&gt;", "&lt;a&gt;", "&lt;b&gt;", "&lt;b&gt;", "&lt;a&gt;"]  # type: ignore[attr-defined]
    assert asked == ["a", "b"]


def test_a_macro_that_never_gets_the_same_twice_remembers_nothing() -> None:
    environment = Lean(loader=DictLoader({"m.html": "{% macro one(x) %}{{ x }}{% endmacro %}"}))
    macro = environment.get_template("m.html")._get_default_module().one  # type: ignore[attr-defined]
    assert isinstance(macro, QuickMacro)
    assert [macro(number) for number in range(2 * TRIED)] == [str(number) for number in range(2 * TRIED)]
    assert macro._known is None


def test_what_lean_code_can_not_do_is_done_by_jinjas() -> None:
    source = "{% block two %}<p>{% endblock %}{{ self.two() }}{{ page.title }}"
    theme = Theme("x", {"home.html": Template(source, "x/home.html")}, {})
    view = SimpleNamespace(title="<", root="")
    assert Templates(theme, "es").show(Page("a.html", "home.html", view)) == b"<p><p>&lt;"
