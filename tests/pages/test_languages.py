"""A site with posts in several languages: each page speaks its own, and names its other versions."""

import json
from dataclasses import replace
from xml.etree import ElementTree

from shown import THEME, html, links, shown, text, wider_plan
from small_plan import entry

from bench import Bench
from valuegen.pages.public import public_pages
from valuegen.render.html import Renderer

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"
URL = "https://levadura.example"
BOTH = {
    f"{URL}/harina/": {"es": f"{URL}/harina/", "en": f"{URL}/flour/", "x-default": f"{URL}/harina/"},
    f"{URL}/flour/": {"es": f"{URL}/harina/", "en": f"{URL}/flour/", "x-default": f"{URL}/harina/"},
    f"{URL}/pan/": {},
}


def plan_of_two(**more):
    return wider_plan(
        entry(
            "2026-11-01", slug="harina", title="¿Cuánta harina tiras?", text="Pesa. [Pan](entry:pan)", topics=["merma"]
        ),
        entry(
            "2026-11-02",
            slug="flour",
            title="How much flour do you waste?",
            question="How much is normal?",
            text="Weigh it.\n\n::: tip\nDaily.\n:::",
            language="en",
            translates="harina",
            topics=["merma"],
            read_next=["harina"],
        ),
        entry("2026-11-03", slug="pan", title="Pan", text="Pan.", kind="reference"),
        **more,
    )


def alternates(site, name):
    nodes = html(site, name).css('link[rel="alternate"][hreflang]')
    return {node.attributes["hreflang"]: node.attributes["href"] for node in nodes}


def test_the_whole_page_of_a_post_is_in_its_language() -> None:
    site = shown(plan_of_two())
    for name, language, words in (
        (
            "flour/index.html",
            "en",
            ("Skip to the content", "Topics", "1 minute", "Nov", "irene@levadura.example", "A tip"),
        ),
        ("harina/index.html", "es", ("Saltar al contenido", "Temas", "1 minuto", "nov")),
    ):
        page = html(site, name)
        assert page.css_first("html").attributes["lang"] == language
        for word in words:
            assert word in site[name].decode(), (name, word)
    assert html(site, "index.html").css_first("html").attributes["lang"] == "es"
    mail = next(href for href in links(site, "flour/index.html") if href.startswith("mailto:"))
    assert "subject=About" in mail


def test_versions_name_each_other_in_the_page_its_head_and_the_sitemap() -> None:
    site = shown(plan_of_two())
    shown_on = {name: alternates(site, f"{name}/index.html") for name in ("harina", "flour", "pan")}
    assert {f"{URL}/{name}/": said for name, said in shown_on.items()} == BOTH
    mapped = {
        url.findtext(f"{SITEMAP}loc"): {link.get("hreflang"): link.get("href") for link in url.findall(f"{XHTML}link")}
        for url in ElementTree.fromstring(site["sitemap.xml"])
    }
    assert {url: mapped[url] for url in BOTH} == BOTH
    assert text(site, "harina/index.html", ".translations") == "También en: English"
    assert text(site, "flour/index.html", ".translations") == "Also in: español"
    link = html(site, "harina/index.html").css_first(".translations a").attributes
    assert (link["href"], link["hreflang"], link["lang"]) == ("../flour/index.html", "en", "en")
    assert not html(site, "pan/index.html").css(".translations")


def test_what_is_not_published_yet_is_not_named() -> None:
    plan = wider_plan(
        entry("2026-11-01", slug="harina", text="Pesa."),
        entry("2026-12-20", slug="flour", text="Weigh.", language="en", translates="harina"),
    )
    site = shown(plan)
    assert alternates(site, "harina/index.html") == {}
    assert not html(site, "harina/index.html").css(".translations")
    assert b"flour" not in site["harina/index.html"]


def test_a_group_holds_together_through_a_version_that_is_not_published() -> None:
    plan = wider_plan(
        entry("2026-12-20", slug="harina", text="Pesa."),
        entry("2026-11-01", slug="flour", text="Weigh.", language="en", translates="harina"),
        entry("2026-11-02", slug="farinha", text="Pesa.", language="pt", translates="harina"),
    )
    said = alternates(shown(plan), "farinha/index.html")
    assert said == {"en": f"{URL}/flour/", "pt": f"{URL}/farinha/", "x-default": f"{URL}/flour/"}


def test_titles_in_another_language_say_so_on_lists() -> None:
    site = shown(plan_of_two())
    for name in ("index.html", "para/a/index.html", "temas/merma/index.html", "archivo/2026/index.html"):
        spoken = {node.text(): node.attributes.get("lang") for node in html(site, name).css("main a")}
        assert spoken["How much flour do you waste?"] == "en", name
        assert spoken.get("¿Cuánta harina tiras?") is None, name
    hub = {node.text(): node.attributes.get("lang") for node in html(site, "para/a/index.html").css(".questions a")}
    assert hub == {"How much is normal?": "en"}
    there = {node.text(): node.attributes.get("lang") for node in html(site, "flour/index.html").css("main a")}
    assert there["¿Cuánta harina tiras?"] == "es"
    assert there["A"] == "es"  # the name of the segment


def test_neighbours_and_related_posts_are_in_the_language_of_the_reader() -> None:
    site = shown(plan_of_two())
    assert links(site, "harina/index.html", ".neighbours a") == ["../pan/index.html"]
    assert links(site, "flour/index.html", ".neighbours a") == []


def test_feeds_say_which_items_are_in_another_language() -> None:
    site = shown(plan_of_two())
    items = {item["url"]: item.get("language") for item in json.loads(site["feed.json"])["items"]}
    assert items == {f"{URL}/pan/": None, f"{URL}/flour/": "en", f"{URL}/harina/": None}
    root = ElementTree.fromstring(site["feed.xml"])
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    spoken = [entry.get(lang) for entry in root.iter("{http://www.w3.org/2005/Atom}entry")]
    assert (root.get(lang), spoken) == ("es", [None, "en", None])


def test_structured_data_and_open_graph_name_the_language() -> None:
    site = shown(plan_of_two(site={"country": "CO"}))
    page = html(site, "flour/index.html")
    found = {thing["@type"]: thing for thing in json.loads(page.css_first("script[type]").text())["@graph"]}
    assert found["BlogPosting"]["inLanguage"] == "en"
    assert found["BlogPosting"]["translationOfWork"] == {"@id": f"{URL}/harina/#post"}
    assert page.css_first('meta[property="og:locale"]').attributes["content"] == "en_US"
    assert page.css_first('meta[property="og:locale:alternate"]').attributes["content"] == "es_CO"


def test_a_foreign_theme_speaks_the_language_of_each_page_too() -> None:
    pages = public_pages(plan_of_two(), theme=THEME)
    chosen = [pages[f"public/{name}/index.html"] for name in ("harina", "flour", "pan")]
    with Renderer(replace(THEME, is_foreign=True), "es") as child:
        home = Renderer(THEME, "es")
        assert [child.render(page) for page in chosen] == [home.render(page) for page in chosen]


ENGLISH = """
    - {date: 2026-11-20, title: "¿Cuánta harina tiras?", slug: harina, segments: [panaderias], kind: industry,
       status: ready, ask: ¿Cuánta tiraste?, text: "Pesa lo que barres durante una semana."}
    - date: 2026-11-27
      title: How much flour do you throw away?
      slug: flour
      language: en
      translates: harina
      segments: [panaderias]
      kind: industry
      status: ready
      ask: How much was it?
      text: |
        Buy now: our course at half price, only today. Our funnel generates leads.
    """


def test_words_are_judged_in_the_language_of_their_entry(bench: Bench) -> None:
    work = bench.workspace({"content/calendar/2026.yaml": ENGLISH})
    in_english = {(each["rule"], each.get("entry")) for each in work.findings()}
    assert ("jargon", "2026-11-27-flour") in in_english
    work.change("content/calendar/2026.yaml", "Buy now: our course at half price, only today. Our funnel", "Our oven")
    work.change("content/calendar/2026.yaml", "generates leads.", "sheds light.")
    assert "jargon" not in {each["rule"] for each in work.findings()}


def test_a_mistake_in_the_keys_is_one_finding_with_its_line(bench: Bench) -> None:
    work = bench.workspace({"content/calendar/2026.yaml": ENGLISH})
    for old, new, line, words in (
        ("language: en", "language: eng", 6, "`en`"),
        ("translates: harina", "translates: harinas", 7, "`harina`"),
        ("translates: harina", "translates: flour", 7, "sí misma"),
        ("language: en\n", "language: es\n", 7, "«es»"),
        ("ask: How much was it?", "updated: 2026-11-26", 11, "antes de su fecha"),
        ("translates: harina", "alias: a b", 7, "dirección antigua"),
        ("translates: harina", "alias: /harina/", 7, "ya la ocupa la entrada"),
    ):
        work.change("content/calendar/2026.yaml", old, new)
        found = [each for each in work.findings() if each["level"] == "error"]
        assert len(found) == 1, (new, found)
        assert found[0]["line"] == line, found
        assert words in found[0]["message"] + str(found[0].get("mend")), found
        work.change("content/calendar/2026.yaml", new, old)


CATALAN = """
    msgid ""
    msgstr ""
    "Plural-Forms: nplurals=2; plural=(n != 1);\\n"

    msgid "Skip to the content"
    msgstr "Vés al contingut"

    msgid "Also in:"
    msgstr "També en:"
    """


def test_a_language_that_the_workspace_brings_is_as_good_as_the_others(bench: Bench) -> None:
    text = ENGLISH.replace("language: en", "language: ca").replace(
        "Buy now: our course at half price, only today. ", ""
    )
    work = bench.workspace({"content/calendar/2026.yaml": text, "locale/ca.po": CATALAN})
    result = work.run("build")
    assert result.exit == 0, result.err
    page = work.read("site/public/flour/index.html")
    assert '<html lang="ca"' in page
    assert "Vés al contingut" in page
    assert "També en:" in page
    assert 'hreflang="ca"' in work.read("site/public/harina/index.html")
    assert ">català</a>" in work.read("site/public/harina/index.html")
    assert "Saltar al contenido" in work.read("site/public/harina/index.html")
    work.remove("locale/ca.po")
    assert [each["line"] for each in work.findings("format")] == [6]
