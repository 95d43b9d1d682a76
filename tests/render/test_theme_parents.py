"""A theme over another: what is there overrides, all else is inherited, and the parent's version stays at hand."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from bench import Bench, MiniWorkspace
from valuegen.pages.types import Page, Template, Theme
from valuegen.pages.views import Outside
from valuegen.read.theme_folders import built_in, built_in_names
from valuegen.read.themes import built_in_theme
from valuegen.read.workspace import read_workspace
from valuegen.render.assets import load_theme
from valuegen.render.html import Renderer, ThemeError
from valuegen.words import say


def themed(bench: Bench, files: Mapping[str, str | bytes | None], theme: str = "taller") -> MiniWorkspace:
    """A workspace with a theme."""
    work = bench.workspace({f"themes/{path}": text for path, text in files.items()})
    return work.change("valuegen.yaml", "  language: es\n", f"  language: es\n  theme: {theme}\n")


def theme_of(work: MiniWorkspace) -> Theme:
    reading = read_workspace(work.root)
    assert reading.findings == ()
    assert reading.workspace is not None
    assert reading.workspace.theme is not None
    return load_theme(reading.workspace.theme)


def test_a_mini_theme_changes_one_template_and_one_colour_and_nothing_else(bench: Bench) -> None:
    plain = bench.workspace(name="plain")
    work = themed(
        bench,
        {
            "taller/theme.yaml": """
                options:
                  accent: {default: "#0b5c7a"}
                """,
            "taller/post.html": """
                {% extends "parent:post.html" %}
                {% block content %}
                {{ super() }}
                <p class="signature">Hecho a mano por {{ page.author.name }}.</p>
                {% endblock %}
                """,
        },
    )
    for each in (plain, work):
        each.write("valuegen.yaml", each.read("valuegen.yaml") + "theme: {social_pictures: no}\n")
        built = each.run("build")
        assert built.exit == 0, built.err
    signed = '\n<p class="signature">Hecho a mano por Irene Vidal.</p>\n'
    before, after = plain.read("site/public/harina/index.html"), work.read("site/public/harina/index.html")
    (sheet,) = [path for path in work.tree("site/public/assets") if path.startswith("options.")]
    (other,) = [path for path in plain.tree("site/public/assets") if path.startswith("options.")]
    assert "--accent:#0b5c7a" in work.read(f"site/public/assets/{sheet}")
    assert after.replace(signed, "").replace(sheet, other) == before
    index = work.read("site/public/index.html")
    assert index.replace(sheet, other) == plain.read("site/public/index.html")


def test_a_chain_of_themes_is_asked_in_its_order(bench: Bench) -> None:
    work = themed(
        bench,
        {
            "taller/theme.yaml": "parent: feria\noptions:\n  motto: {default: Nieto}\n",
            "feria/theme.yaml": "parent: mercado\nname: La feria\noptions:\n  motto: {type: text, default: Hijo}\n",
            "mercado/theme.yaml": "options:\n  stalls: {type: number, default: 4}\n",
            "mercado/home.html": "mercado {% block a %}a{% endblock %} {% block b %}b{% endblock %}",
            "feria/home.html": '{% extends "parent:home.html" %}{% block a %}feria+{{ super() }}{% endblock %}',
            "taller/home.html": '{% extends "parent:home.html" %}{% block a %}taller+{{ super() }}{% endblock %}'
            "{% block b %}{{ site.options.motto }} {{ site.options.stalls }}{% endblock %}",
            "feria/assets/site.css": "b{color:red}",
        },
    )
    theme = theme_of(work)
    assert [(option.name, option.value) for option in theme.options.values()][-2:] == [
        ("stalls", 4),
        ("motto", "Nieto"),
    ]
    assert theme.assets["site.css"].data == b"b{color:red}"
    assert theme.templates["post.html"].file == "themes/default/post.html"
    built = work.run("build")
    assert built.exit == 0, built.err
    assert work.read("site/public/index.html").endswith("\nmercado taller+feria+a Nieto 4")


def test_without_a_theme_yaml_the_parent_is_the_built_in_theme(bench: Bench) -> None:
    theme = theme_of(themed(bench, {"taller/assets/site.css": "b{color:red}"}))
    default = load_theme(built_in_theme())
    assert theme.is_foreign
    assert theme.assets["site.css"].data == b"b{color:red}"
    assert theme.options == default.options
    assert set(theme.templates) == set(default.templates)


def test_a_folder_named_as_a_built_in_theme_stands_over_it(bench: Bench) -> None:
    theme = theme_of(themed(bench, {"default/list.html": "own"}, theme="default"))
    assert theme.is_foreign
    assert theme.templates["list.html"].text == "own"
    assert theme.templates["1:list.html"].text == (built_in() / "list.html").read_text()


def texts(theme: Theme) -> dict[str, str]:
    """The templates that pages are shown by; not those that others stand over."""
    return {key: one.text for key, one in theme.templates.items() if ":" not in key}


@pytest.mark.parametrize("name", built_in_names())
def test_every_built_in_theme_can_be_a_parent_and_be_chosen(bench: Bench, name: str) -> None:
    chosen = theme_of(themed(bench, {}, theme=name))
    assert (chosen.name, chosen.is_foreign) == (name, False)
    work = bench.workspace({"themes/taller/theme.yaml": f"parent: {name}\n"}, name="child")
    child = theme_of(work.change("valuegen.yaml", "  language: es\n", "  language: es\n  theme: taller\n"))
    assert child.is_foreign
    assert child.options == chosen.options
    assert texts(child) == texts(load_theme(built_in_theme(name)))


def show(templates: Mapping[str, Template], **more: object) -> str:
    page = Page("public/x.html", "page.html", Outside("texto", "https://x.example"))
    return Renderer(Theme("mine", templates, {}), "es").render(page).decode()


def own(text: str) -> Template:
    return Template(text, "themes/mine/page.html")


def parents(text: str, layer: int = 1) -> Template:
    return Template(text, "themes/theirs/page.html", layer)


def test_include_and_import_reach_the_parent_too() -> None:
    templates = {
        "page.html": own("{% include 'parent:page.html' %} {% from 'parent:part.html' import hi %}{{ hi() }}"),
        "1:page.html": parents("{{ page.text }}"),
        "part.html": parents("{% macro hi() %}hola{% endmacro %}"),
    }
    assert show(templates) == "texto hola"


def test_what_a_parent_s_template_names_is_the_nearest_version() -> None:
    templates = {
        "page.html": own("{% extends 'parent:page.html' %}{% block a %}a{% endblock %}"),
        "1:page.html": parents("{% extends 'base.html' %}"),
        "base.html": own("mine:{% block a %}{% endblock %}"),
        "1:base.html": parents("theirs:{% block a %}{% endblock %}"),
    }
    assert show(templates) == "mine:a"


def test_where_no_parent_has_it_the_line_is_told() -> None:
    with pytest.raises(ThemeError) as caught:
        show({"page.html": own("\n{% extends 'parent:page.html' %}")})
    assert (caught.value.line, caught.value.place.file) == (2, "themes/mine/page.html")
    assert say(caught.value.message, "en") == "No parent of this theme has a template “page.html”."


def test_a_mistake_in_the_parent_s_version_is_told_in_its_file() -> None:
    templates = {
        "page.html": own("{% extends 'parent:page.html' %}"),
        "1:page.html": parents("\n\n{{ page.txt }}"),
    }
    with pytest.raises(ThemeError) as caught:
        show(templates)
    assert (caught.value.line, caught.value.place.file) == (3, "themes/theirs/page.html")


def test_a_style_sheet_named_as_the_made_one_is_refused(bench: Bench) -> None:
    work = themed(bench, {"taller/assets/options.css": "b{color:red}"})
    result = work.run("build")
    assert result.exit == 1
    assert "themes/taller/assets/options.css:1:1" in result.err
    assert "Ponle otro nombre" in result.err


def test_a_theme_that_is_a_link_out_of_the_workspace_is_no_theme(bench: Bench, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    work = themed(bench, {})
    (work.root / "themes").mkdir()
    (work.root / "themes" / "taller").symlink_to(tmp_path / "elsewhere")
    found = work.findings("format")
    assert found
    assert {each["file"] for each in found} <= {"valuegen.yaml", "themes/taller"}


def test_a_foreign_theme_speaks_the_language_of_each_post_and_shows_all_sorts_of_pages(bench: Bench) -> None:
    work = themed(bench, {"taller/theme.yaml": "parent: tablon\n"})
    work.write(
        "content/calendar/2026.yaml",
        work.read("content/calendar/2026.yaml")
        + "- {date: 2026-11-24, title: How much flour do you throw away?, slug: flour, segments: [panaderias],\n"
        "   language: en, translates: harina, kind: industry, status: done, topics: [flour],\n"
        "   ask: How much was it last week?, text: Weigh what you sweep up.}\n",
    )
    work.write("valuegen.yaml", work.read("valuegen.yaml") + "theme: {social_pictures: no}\n")
    built = work.run("build")
    assert built.exit == 0, built.err
    spanish, english = (work.read(f"site/public/{slug}/index.html") for slug in ("harina", "flour"))
    assert '<html lang="es"' in spanish
    assert '<html lang="en"' in english
    assert "minute to read" in english
    assert "minute to read" not in spanish
    (bench.folder / "plain").mkdir()
    plain = themed(Bench(bench.folder / "plain"), {}, theme="tablon")
    plain.write("content/calendar/2026.yaml", work.read("content/calendar/2026.yaml"))
    plain.write("valuegen.yaml", plain.read("valuegen.yaml") + "theme: {social_pictures: no}\n")
    assert plain.run("build").exit == 0
    assert work.tree("site/public") == plain.tree("site/public")
