"""Former addresses: whoever kept an old link arrives, by a page, or by a line that hosts follow."""

import json

from selectolax.lexbor import LexborHTMLParser
from shown import html, links, shown, wider_plan
from small_plan import entry

from bench import Bench

URL = "https://levadura.example"


def test_a_former_address_forwards_at_once_and_search_engines_know_the_new_one() -> None:
    site = shown(
        wider_plan(
            entry("2026-11-01", slug="harina", title="Pan <b> & vino", text="x", aliases=["vieja", "/2024/05/h.html"])
        )
    )
    for name, back in (("vieja/index.html", "../harina/index.html"), ("2024/05/h.html", "../../harina/index.html")):
        page = html(site, name)
        assert page.css_first('meta[http-equiv="refresh"]').attributes["content"] == f"0; url={back}"
        assert page.css_first('link[rel="canonical"]').attributes["href"] == f"{URL}/harina/"
        assert page.css_first('meta[name="robots"]').attributes["content"] == "noindex"
        assert links(site, name, "main a") == [back]
        assert page.css_first("main a").text() == "Pan <b> & vino"
        assert page.css_first("html").attributes["lang"] == "es"
        for node in page.css('link[rel="stylesheet"]'):
            assert node.attributes["href"].startswith("../")
        assert f"{URL}/{name}".encode() not in site["sitemap.xml"]
    assert site["_redirects"] == b"/vieja/ /harina/ 301\n/2024/05/h.html /harina/ 301\n"


def test_an_old_slug_is_where_the_form_of_addresses_puts_it() -> None:
    plan = wider_plan(
        entry("2026-11-01", slug="harina", text="x", aliases=["vieja"]),
        site={"permalinks": {"post": "/{year}/{month}/{slug}.html"}},
    )
    site = shown(plan)
    assert "2026/11/vieja.html" in site
    assert site["_redirects"] == b"/2026/11/vieja.html /2026/11/harina.html 301\n"


def test_what_no_browser_takes_for_a_page_has_a_line_alone() -> None:
    site = shown(wider_plan(entry("2026-11-01", slug="harina", text="x", aliases=["/blog/harina.php", "/viejo"])))
    assert "blog/harina.php" not in site
    assert "viejo/index.html" in site
    assert site["_redirects"] == b"/blog/harina.php /harina/ 301\n/viejo /harina/ 301\n"


def test_letters_of_an_old_address_are_written_as_in_addresses() -> None:
    site = shown(wider_plan(entry("2026-11-01", slug="harina", text="x", aliases=["/a%C3%B1o/", "/mañana/"])))
    assert {"año/index.html", "mañana/index.html"} <= set(site)
    assert site["_redirects"] == b"/a%C3%B1o/ /harina/ 301\n/ma%C3%B1ana/ /harina/ 301\n"


def test_a_site_below_a_folder_is_forwarded_to_by_its_whole_address() -> None:
    plan = wider_plan(entry("2026-11-01", slug="harina", text="x", aliases=["vieja"]), site={"url": f"{URL}/blog"})
    assert shown(plan)["_redirects"] == f"/vieja/ {URL}/blog/harina/ 301\n".encode()


def test_only_what_is_published_is_forwarded_to() -> None:
    plan = wider_plan(
        entry("2026-11-01", slug="uno", text="x"),
        entry("2026-12-20", slug="futura", text="x", aliases=["canario"]),
        entry("2026-11-02", slug="borrador", text="x", status="draft", aliases=["canario-dos"]),
        entry("2026-10-02", slug="pasada", text="x", expires="2026-11-20", aliases=["canario-tres"]),
    )
    site = shown(plan)
    assert "_redirects" not in site
    assert not [name for name in site if "canario" in name]


def test_the_lines_of_the_workspace_come_first() -> None:
    plan = wider_plan(
        entry("2026-11-01", slug="uno", text="x", aliases=["vieja"]), statics={"_redirects": b"/vieja/ /otra/ 302\n\n"}
    )
    assert shown(plan)["_redirects"] == b"/vieja/ /otra/ 302\n/vieja/ /uno/ 301\n"
    alone = wider_plan(entry("2026-11-01", slug="uno", text="x"), statics={"_redirects": b"/a /b"})
    assert shown(alone)["_redirects"] == b"/a /b\n"


CALENDAR = """
    - {date: 2026-12-01, title: Harina, slug: harina, segments: [panaderias], kind: industry, status: ready,
       ask: ¿Sí?, text: Pesa., aliases: ALIASES}
    """


def test_an_alias_that_is_taken_is_told_at_the_alias(bench: Bench) -> None:
    work = bench.workspace({"content/calendar/2026.yaml": CALENDAR, "content/static/x/index.html": "x"})
    for aliases, wrong in (
        ("[harina]", 1),
        ("[vieja, vieja]", 1),
        ("[vieja, /vieja/]", 1),
        ("[vieja, /VIEJA/]", 1),
        ("[/temas/, /feed.xml, /sitemap.xml]", 3),
        ("[/para/panaderias/]", 1),
        ("[/x/]", 1),
        ("[/assets/x/, /planner/]", 2),
        ("[vieja, /vieja/mas/]", 0),
        ("vieja", 0),
    ):
        work.change("content/calendar/2026.yaml", "ALIASES", aliases)
        found = [each for each in work.findings("same-address") if each["level"] == "error"]
        assert len(found) == wrong, (aliases, found)
        assert {(each["line"], each["entry"]) for each in found} <= {(2, "2026-12-01-harina")}
        work.change("content/calendar/2026.yaml", f"aliases: {aliases}", "aliases: ALIASES")


def test_a_link_to_a_former_address_is_not_broken(bench: Bench) -> None:
    work = bench.workspace(
        {"content/calendar/2026.yaml": CALENDAR.replace("ALIASES", "[vieja]").replace("Pesa.", '"[Pesa](/vieja/)"')}
    )
    assert work.findings("broken-link") == []


def test_a_head_from_hugo_brings_its_aliases(bench: Bench) -> None:
    work = bench.workspace(
        {
            "content/posts/pan.md": """
                ---
                title: Pan
                date: 2026-11-30
                aliases: [/old/pan/, /old/pan.html]
                ask: ¿Y el tuyo?
                ---
                Pan.
                """
        }
    )
    assert work.run("build").exit == 0
    assert "public/old/pan/index.html" in work.tree()
    assert LexborHTMLParser(work.read("site/public/old/pan.html")).css_first("main a").text() == "Pan"
    rows = {row["slug"]: row for row in json.loads(work.read("site/planner/plan.json"))["entries"]}
    assert rows["pan"]["language"] == "es"
    assert rows["pan"]["translates"] is None
