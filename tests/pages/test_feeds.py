"""Feeds, sitemap, robots: what programs read, in the words of their specifications."""

import json
from datetime import date
from html import unescape
from xml.etree import ElementTree

import feedparser
from hypothesis import given, settings
from hypothesis import strategies as st
from shown import html, shown, wider_plan
from small_plan import entry

from valuegen.pages.machine_views import Feed, FeedItem
from valuegen.render.feeds import atom, json_feed

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def post(day, slug, **keys):
    return entry(day, **{"slug": slug, "title": f"Título de {slug}", "text": f"Texto de {slug}.", **keys})


def feeds_of(site, folder=""):
    return feedparser.parse(site[f"{folder}feed.xml"], sanitize_html=False, resolve_relative_uris=False), json.loads(
        site[f"{folder}feed.json"]
    )


def test_both_feeds_hold_the_same_whole_posts_with_whole_addresses() -> None:
    plan = wider_plan(
        post(
            "2026-11-20T09:30",
            "dos",
            title="¿A & B <c>?",
            text="**Hola** [uno](entry:uno) [aquí](#fin) ![s](img/s.svg)\n\n# Fin",
            topics=["merma"],
            image={"src": "img/s.svg", "alt": "Sacos"},
        ),
        post("2026-11-01", "uno"),
        statics={"img/s.svg": b"<svg/>"},
    )
    read, data = feeds_of(shown(plan))
    assert not read.bozo
    assert [item.link for item in read.entries] == [item["url"] for item in data["items"]]
    assert data["items"][0]["url"] == "https://levadura.example/dos/"
    assert [item.id for item in read.entries] == [
        "tag:levadura.example,2026:post/dos",
        "tag:levadura.example,2026:post/uno",
    ]
    assert [item["id"] for item in data["items"]] == [item.id for item in read.entries]
    first = read.entries[0]
    assert data["items"][0]["title"] == "¿A & B <c>?"
    assert unescape(first.title) == "¿A & B <c>?"
    assert first.published == first.updated == data["items"][0]["date_published"] == "2026-11-20T14:30:00Z"
    assert first.content[0].value == data["items"][0]["content_html"].strip()
    assert 'href="https://levadura.example/uno/"' in data["items"][0]["content_html"]
    assert 'href="https://levadura.example/dos/#fin"' in data["items"][0]["content_html"]
    assert 'src="https://levadura.example/img/s.svg"' in data["items"][0]["content_html"]
    assert data["items"][0]["image"] == "https://levadura.example/img/s.svg"
    assert data["items"][0]["tags"] == [tag.term for tag in first.tags] == ["merma"]
    assert data["version"] == "https://jsonfeed.org/version/1.1"
    assert read.feed.updated == "2026-11-20T14:30:00Z"


def test_anchors_in_a_feed_are_whole_those_of_footnotes_too() -> None:
    site = shown(wider_plan(post("2026-11-20", "uno", text='Pesa.[^1] `href="#fn"`\n\n[^1]: En seco.')))
    read, data = feeds_of(site)
    for content in (read.entries[0].content[0].value, data["items"][0]["content_html"]):
        assert 'href="https://levadura.example/uno/#fn_1"' in content
        assert 'href="https://levadura.example/uno/#fnref_1"' in content
        assert ' href="#' not in content
        assert "href=&quot;#fn&quot;" in content


def test_a_segment_has_feeds_of_its_own() -> None:
    plan = wider_plan(
        post("2026-11-01", "uno"), post("2026-11-02", "dos", segments=["b"]), segments={"a": {"name": "Panes"}, "b": {}}
    )
    read, data = feeds_of(shown(plan), "para/a/")
    assert [item["url"] for item in data["items"]] == ["https://levadura.example/uno/"]
    assert read.feed.title == data["title"] == "Taller Levadura: Panes"
    assert data["feed_url"] == "https://levadura.example/para/a/feed.json"
    assert data["home_page_url"] == "https://levadura.example/para/a/"


def test_an_id_outlives_a_move_to_another_day() -> None:
    def ids(day):
        return [item["id"] for item in feeds_of(shown(wider_plan(post(day, "uno"))))[1]["items"]]

    assert ids("2026-11-01") == ids("2026-11-20")


def test_feeds_do_not_change_with_the_day() -> None:
    entries = [post("2026-11-01", "uno")]
    made = [shown(wider_plan(*entries, as_of=day)) for day in (date(2026, 11, 2), date(2026, 12, 24))]
    assert made[0] == made[1]


TEXTS = st.text(st.characters(codec="utf-8"), max_size=40)


@settings(max_examples=60)
@given(TEXTS, TEXTS)
def test_any_text_reads_back_from_both(title: str, body: str) -> None:
    item = FeedItem("tag:x,2026:a", "https://x.example/a/", title, "", body, "2026-01-01T00:00:00Z", "I", "u", (), "")
    made = Feed(
        "tag:x,2026:s", "T", "", "https://x/feed", "https://x/", "2026-01-01T00:00:00Z", "es", "i", "T", (item,)
    )
    root = ElementTree.fromstring(atom(made))
    found = root.find("{http://www.w3.org/2005/Atom}entry/{http://www.w3.org/2005/Atom}content")
    assert found is not None
    back = json.loads(json_feed(made))["items"][0]
    assert back.get("content_html", "") == body
    if body.isprintable():
        assert (found.text or "") == body


def test_the_sitemap_lists_every_page_to_be_found_by_its_canonical_address() -> None:
    site = shown(wider_plan(post("2026-11-01", "uno", topics=["merma"]), post("2026-11-05", "dos")))
    urls = {
        entry.findtext(f"{SITEMAP}loc"): entry.findtext(f"{SITEMAP}lastmod")
        for entry in ElementTree.fromstring(site["sitemap.xml"])
    }
    canonical = {
        html(site, name).css_first('link[rel="canonical"]').attributes["href"]
        for name in site
        if name.endswith(".html") and name != "404.html"
    }
    assert set(urls) == canonical
    assert urls["https://levadura.example/uno/"] == "2026-11-01"
    assert urls["https://levadura.example/para/a/"] == "2026-11-05"
    assert "Sitemap: https://levadura.example/sitemap.xml" in site["robots.txt"].decode()


def test_a_site_below_a_folder_keeps_it_in_its_addresses() -> None:
    plan = wider_plan(post("2026-11-01", "uno"), site={"url": "https://levadura.example/blog/"})
    site = shown(plan)
    assert feeds_of(site)[1]["items"][0]["url"] == "https://levadura.example/blog/uno/"
    assert b'href="/blog/assets/' in site["404.html"]
    assert b'href="../assets/' in site["uno/index.html"]
