"""Options of a theme, from `valuegen.yaml` to the page: values, links, style sheet, and mistakes."""

import json

from selectolax.lexbor import LexborHTMLParser

from bench import Bench, MiniWorkspace

THEME = """
    options:
      motto: {type: text}
      columns: {type: number, default: 2}
      wide: {type: flag}
      letters: {type: choice, of: [round, square]}
      second: {type: colour, default: "#7a2a0e"}
      places: {type: links}
      badge: {type: image}
    """
PAGE = """
    {% extends "parent:home.html" %}
    {% block content %}
    {% set own = site.options %}
    <p class="own">{{ own.motto }}|{{ own.columns + 1 }}|{{ own.wide }}|{{ own.letters }}|{{ own.second.light }}</p>
    <p class="links">{% for link in own.places %}<a href="{{ page.root if link.is_inside else '' }}{{ link.href }}">
    {{- link.text }}</a>{% endfor %}</p>
    <p class="badge">{% if own.badge %}<img src="{{ page.root }}{{ own.badge }}" alt="">{% endif %}</p>
    {% endblock %}
    """


def made(bench: Bench, options: str, **files: str | bytes) -> MiniWorkspace:
    """A workspace with a theme of its own, and `theme:` in its settings."""
    work = bench.workspace({"themes/taller/theme.yaml": THEME, "themes/taller/home.html": PAGE, **files})
    work.change("valuegen.yaml", "  language: es\n", "  language: es\n  theme: taller\n")
    return work.write("valuegen.yaml", work.read("valuegen.yaml") + options)


def home(work: MiniWorkspace) -> LexborHTMLParser:
    built = work.run("build")
    assert built.exit == 0, built.err
    return LexborHTMLParser(work.read("site/public/index.html"))


def own(page: LexborHTMLParser) -> str:
    return page.css_first(".own").text()


def test_without_a_word_in_the_settings_the_defaults_hold(bench: Bench) -> None:
    page = home(made(bench, ""))
    assert own(page) == "|3|False|round|#7a2a0e"
    assert page.css_first("html").attributes["data-letters"] == "round"
    assert page.css_first("html").attributes["data-wide"] == "no"
    assert page.css_first(".badge").child is None or not page.css(".badge img")


def test_what_the_settings_say_holds_everywhere(bench: Bench) -> None:
    work = made(
        bench,
        "theme:\n  motto: Pan & paciencia\n  columns: 3\n  wide: sí\n  letters: square\n  second: '#00527a'\n"
        "  badge: img/sello.svg\n  places:\n    - {text: Harina, to: entry:harina}\n"
        "    - {text: Hornos, to: segment:panaderias}\n    - {text: Precios, to: /precios.pdf}\n"
        "    - {text: Lejos, to: https://lejos.example/x}\n    - {text: Correo, to: mailto:irene@levadura.example}\n",
        **{
            "content/static/img/sello.svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
            "content/static/precios.pdf": b"%PDF",
        },
    )
    page = home(work)
    assert own(page) == "Pan & paciencia|4|True|square|#00527a"
    assert page.css_first("html").attributes["data-letters"] == "square"
    assert [link.attributes["href"] for link in page.css(".links a")] == [
        "harina/index.html",
        "para/panaderias/index.html",
        "precios.pdf",
        "https://lejos.example/x",
        "mailto:irene@levadura.example",
    ]
    assert page.css_first(".badge img").attributes["src"] == "img/sello.svg"
    sheet = [link.attributes["href"] for link in page.css("link[rel=stylesheet]")][-1]
    assert sheet.startswith("assets/options.")
    css = work.read(f"site/public/{sheet}")
    assert "--second:#00527a;--on-second:" in css
    light, dark = css.split("@media screen and (prefers-color-scheme:dark)")
    assert "--accent:" in light
    assert "--second:#00527a" not in dark


def test_links_that_lead_nowhere_are_found(bench: Bench) -> None:
    work = made(
        bench,
        "theme:\n  places:\n    - {text: A, to: entry:harnia}\n    - {text: B, to: segment:panaderia}\n"
        "    - {text: C, to: /nada/}\n    - {text: D, to: /archivo/}\n",
    )
    found = work.findings("broken-link")
    assert [(each["file"], each["line"], each["mend"]["text"]) for each in found] == [
        ("valuegen.yaml", 11, "¿Querías decir «harina»?"),
        ("valuegen.yaml", 12, "¿Querías decir «panaderias»?"),
        ("valuegen.yaml", 13, found[2]["mend"]["text"]),
    ]


def test_all_mistakes_come_in_one_run_and_each_has_its_line(bench: Bench) -> None:
    work = made(bench, "theme:\n  moto: x\n  columns: dos\n  wide: tal vez\n  letters: oval\n  second: '#eeeeee'\n")
    found = work.findings("format")
    assert [each["line"] for each in found] == [10, 11, 12, 13, 14]
    assert found[0]["data"] == {"nearest": "motto"}
    assert found[4]["data"]["nearest"].startswith("#")
    work.change("valuegen.yaml", "'#eeeeee'", f'"{found[4]["data"]["nearest"]}"')
    assert [each["line"] for each in work.findings("format")] == [10, 11, 12, 13]


def test_the_mistakes_of_theme_yaml_come_in_one_run_and_cause_no_others(bench: Bench) -> None:
    work = made(bench, "theme:\n  motto: Pan\n  columns: 3\n  acento: x\n")
    work.write("themes/taller/theme.yaml", "parnt: default\noptions:\n  motto: {typ: text}\n  columns: {type: numbr}\n")
    found = work.findings("format")
    assert [(each["file"], each["line"]) for each in found] == [
        ("themes/taller/theme.yaml", 1),
        ("themes/taller/theme.yaml", 3),
        ("themes/taller/theme.yaml", 4),
    ]
    work.write("themes/taller/theme.yaml", "options: {motto: {type: text}\n")
    assert {each["file"] for each in work.findings("format")} == {"themes/taller/theme.yaml"}


def test_an_option_of_another_theme_names_the_nearest_of_this_one(bench: Bench) -> None:
    work = bench.workspace()
    work.write("valuegen.yaml", work.read("valuegen.yaml") + "theme:\n  acent: '#7a2a0e'\n")
    (found,) = work.findings("format")
    assert (found["line"], found["data"]) == (9, {"nearest": "accent"})


def test_a_stranger_s_theme_is_left_aside_and_the_options_of_the_built_in_one_hold(bench: Bench) -> None:
    work = made(bench, "theme:\n  footer: Hecho a mano\n  motto: Pan\n")
    assert work.run("build", "--untrusted").exit == 0
    text = work.read("site/public/index.html")
    assert "Hecho a mano" in text
    assert 'class="own"' not in text


def test_settings_that_a_base_shares_are_merged_key_by_key(bench: Bench) -> None:
    work = made(bench, "theme:\n  columns: 5\n", **{"base.yaml": "theme:\n  motto: De la base\n  columns: 9\n"})
    work.write("valuegen.yaml", "extends: base.yaml\n" + work.read("valuegen.yaml"))
    assert own(home(work)).startswith("De la base|6|")
    work.write("base.yaml", "theme:\n  mott: De la base\n")
    (found,) = work.findings("format")
    assert (found["file"], found["line"]) == ("base.yaml", 2)


def test_a_colour_is_held_to_the_papers_that_are_chosen(bench: Bench) -> None:
    """#b04c1c is read on white, and not on the brown of the warm paper."""
    work = bench.workspace()
    plain = work.read("valuegen.yaml")
    work.write("valuegen.yaml", plain + "theme: {accent: '#b04c1c', paper: white}\n")
    assert work.findings("format") == []
    work.write("valuegen.yaml", plain + "theme: {accent: '#b04c1c'}\n")
    (found,) = work.findings("format")
    assert found["data"]["paper"] == "#f6e0d2"


def test_a_browser_and_an_installed_site_are_told_the_paper_that_is_chosen(bench: Bench) -> None:
    """Else the bar above a white page is the cream of another paper; warm, too."""
    work = bench.workspace({})
    plain = work.read("valuegen.yaml")
    papers = {"warm": ["#faf5ea", "#1b1713"], "white": ["#ffffff", "#171717"], "cool": ["#f3f6f5", "#13191b"]}
    for paper, (light, dark) in papers.items():
        work.write("valuegen.yaml", plain + f"theme: {{paper: {paper}}}\n")
        assert [each.attributes["content"] for each in home(work).css('meta[name="theme-color"]')] == [dark, light]
        said = json.loads(work.read("site/public/manifest.webmanifest"))
        assert (said["theme_color"], said["background_color"]) == (light, light)


def test_papers_of_what_can_t_be_chosen_are_told(bench: Bench) -> None:
    work = made(bench, "")
    work.write("themes/taller/theme.yaml", "options:\n  paper: {papers: {withe: {light: '#ffffff'}}}\n")
    (found,) = work.findings("format")
    assert (found["line"], found["data"]) == (2, {"nearest": "white"})
