"""What hosts, browsers and search engines are told of the site: headers, manifest, icon, sitemap, structured data."""

import json
import re
from dataclasses import replace
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

import pytest
from shown import THEME, example, html, shown, wider_plan
from small_plan import entry

from valuegen.model.theme import Option
from valuegen.pages import feeds
from valuegen.pages.public import public_pages

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
URL = "https://levadura.example"
SQUARE = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><path d="M0 0h9v9z"/></svg>'
WIDE = SQUARE.replace(b"20 20", b"40 20")


def one_post(**more):
    return wider_plan(entry("2026-11-01", slug="uno", title="Uno", text="Texto.", topics=["merma"]), **more)


def headers(text: bytes) -> dict[str, dict[str, str]]:
    """`_headers` read as hosts do: path → header → value."""
    found: dict[str, dict[str, str]] = {}
    path = ""
    for line in text.decode().splitlines():
        if line.startswith(" "):
            name, _, value = line.strip().partition(": ")
            found[path][name] = value
        else:
            path = line
            found[path] = {}
    return found


def sources(policy: str) -> dict[str, set[str]]:
    return {name: set(rest.split()) for name, _, rest in (part.strip().partition(" ") for part in policy.split(";"))}


def test_the_header_never_forbids_what_a_page_allows_itself() -> None:
    for site in (example()[1], shown(one_post())):
        said = sources(headers(site["_headers"])["/*"]["Content-Security-Policy"])
        pages = [name for name in site if name.endswith(".html")]
        assert pages
        for name in pages:
            own = sources(
                html(site, name).css_first('meta[http-equiv="Content-Security-Policy"]').attributes["content"]
            )
            for kind, allowed in own.items():
                assert allowed <= said[kind], (name, kind)
        assert "'unsafe-inline'" not in str(said)
        assert said["default-src"] == {"'none'"}


def test_hosts_are_told_what_browsers_may_keep_and_what_not_to_guess() -> None:
    site = example()[1]
    said = headers(site["_headers"])
    assert said["/*"]["X-Content-Type-Options"] == "nosniff"
    assert said["/*"]["Referrer-Policy"]
    assert "immutable" in said["/assets/*"]["Cache-Control"]
    kept = [name for name in site if name.startswith("assets/")]
    assert kept
    for name in kept:
        assert re.search(r"\.[0-9a-f]{10}[./]", name), f"{name} has no hash in its name, and would be kept for ever"
    assert "X-Robots-Tag" not in said["/*"]
    assert headers(shown(one_post(), drafts=True)["_headers"])["/*"]["X-Robots-Tag"] == "noindex"


def test_what_the_workspace_says_itself_stands() -> None:
    site = shown(one_post(statics={"_headers": b"/*\n  X-A: b\n", "manifest.webmanifest": b"{}"}))
    assert site["_headers"] == b"/*\n  X-A: b\n"
    assert site["manifest.webmanifest"] == b"{}"


def test_the_manifest_names_the_site_and_icons_that_are_there() -> None:
    site = example()[1]
    said = json.loads(site["manifest.webmanifest"])
    assert said["name"]
    assert said["lang"] == "es"
    assert said["icons"]
    for icon in said["icons"]:
        assert icon["src"] in site
        assert (icon["type"] == "image/svg+xml") == icon["src"].endswith(".svg")
    for name in ("index.html", "404.html"):
        assert html(site, name).css_first('link[rel="manifest"]').attributes["href"].endswith("manifest.webmanifest")


@pytest.mark.parametrize(
    ("logo", "is_icon"), [(SQUARE, True), (WIDE, False), (b"<svg", False), (b"\x89PNG\r\n", False)]
)
def test_a_square_drawing_that_is_the_logo_is_the_icon_too(logo: bytes, is_icon: bool) -> None:
    theme = replace(THEME, options={**THEME.options, "logo": Option("logo", "image", "img/logo.svg")})
    pages = public_pages(one_post(statics={"img/logo.svg": logo}), theme=theme)
    assert (pages["public/favicon.svg"].view == logo) is is_icon


def test_a_long_sitemap_is_in_parts_with_an_index(monkeypatch: pytest.MonkeyPatch) -> None:
    plan = wider_plan(*(entry(f"2026-11-{day:02}", slug=f"e{day}", text="x") for day in range(1, 21)))
    whole = {url.findtext(f"{SITEMAP}loc") for url in ElementTree.fromstring(shown(plan)["sitemap.xml"])}
    monkeypatch.setattr(feeds, "PAGES", 7)
    site = shown(plan)
    index = ElementTree.fromstring(site["sitemap.xml"])
    assert index.tag == f"{SITEMAP}sitemapindex"
    parts = [(each.findtext(f"{SITEMAP}loc"), each.findtext(f"{SITEMAP}lastmod")) for each in index]
    found = []
    for address, changed in parts:
        urls = list(ElementTree.fromstring(site[address.removeprefix(f"{URL}/")]))
        assert 0 < len(urls) <= 7
        assert changed == max(url.findtext(f"{SITEMAP}lastmod") or "" for url in urls) or changed is None
        found += [url.findtext(f"{SITEMAP}loc") for url in urls]
    assert set(found) == whole
    assert len(found) == len(whole)


def test_lists_were_changed_when_their_newest_post_was() -> None:
    plan = wider_plan(
        entry("2026-11-01", slug="uno", text="x", kind="reference", updated="2026-11-20", topics=["merma"]),
        entry("2026-11-05", slug="dos", text="x"),
    )
    found = {
        url.findtext(f"{SITEMAP}loc").removeprefix(URL): url.findtext(f"{SITEMAP}lastmod")
        for url in ElementTree.fromstring(shown(plan)["sitemap.xml"])
    }
    for address in ("/", "/uno/", "/para/a/", "/temas/merma/", "/archivo/2026/", "/personas/irene/"):
        assert found[address] == "2026-11-20", address
    assert found["/dos/"] == "2026-11-05"


def graph(site, name):
    return json.loads(html(site, name).css_first('script[type="application/ld+json"]').text())["@graph"]


def test_structured_data_holds_together() -> None:
    for language in ("es", "en"):
        site = example(language)[1]
        pages = [
            name
            for name in site
            if name.endswith(".html") and html(site, name).css('script[type="application/ld+json"]')
        ]
        assert len(pages) > 20
        for name in pages:
            things = graph(site, name)
            ids = {thing["@id"] for thing in things if "@id" in thing}
            assert len(ids) == sum("@id" in thing for thing in things), name
            for thing in things:
                for key in ("publisher", "isPartOf"):
                    if key in thing:
                        assert thing[key]["@id"] in ids, (name, key)
            for url in _addresses(things):
                inside = url.removeprefix("https://levadura.example").partition("#")[0]
                assert urlsplit(url).scheme, (name, url)
                if inside != url.partition("#")[0]:
                    file = inside.lstrip("/")
                    assert (file if file in site else f"{file}index.html") in site, (name, url)


def _addresses(node):
    if isinstance(node, dict):
        for key, value in node.items():
            if key in ("url", "item", "image", "mainEntityOfPage") and isinstance(value, str):
                yield value
            yield from _addresses(value)
    elif isinstance(node, list):
        for each in node:
            yield from _addresses(each)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("uno/index.html", "BlogPosting"),
        ("para/a/index.html", "CollectionPage"),
        ("temas/merma/index.html", "CollectionPage"),
        ("archivo/2026/index.html", "CollectionPage"),
        ("temas/index.html", "CollectionPage"),
        ("personas/irene/index.html", "ProfilePage"),
    ],
)
def test_each_page_says_what_it_is_and_the_way_to_it(name: str, kind: str) -> None:
    site = shown(one_post(people={"irene": {"name": "Irene Vidal", "knows": ["merma"]}}))
    things = {thing["@type"]: thing for thing in graph(site, name)}
    assert {"Organization", "WebSite", "BreadcrumbList", kind} == set(things)
    canonical = html(site, name).css_first('link[rel="canonical"]').attributes["href"]
    assert things[kind]["url"] == canonical
    steps = things["BreadcrumbList"]["itemListElement"]
    assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
    assert steps[0]["item"] == f"{URL}/"
    assert steps[-1]["item"] == canonical
    assert things["Organization"]["logo"]["url"] == f"{URL}/favicon.svg"
    if kind == "ProfilePage":
        assert things[kind]["mainEntity"]["name"] == "Irene Vidal"
        assert things[kind]["mainEntity"]["knowsAbout"] == ["merma"]


def test_a_change_is_told_only_where_it_is_known() -> None:
    site = shown(
        wider_plan(
            entry("2026-11-01", slug="uno", text="x", updated="2026-11-20"), entry("2026-11-02", slug="dos", text="x")
        )
    )
    posts = {
        name: next(one for one in graph(site, f"{name}/index.html") if one["@type"] == "BlogPosting")
        for name in ("uno", "dos")
    }
    assert posts["uno"]["dateModified"] == "2026-11-20"
    assert "dateModified" not in posts["dos"]
    modified = [
        html(site, f"{name}/index.html").css('meta[property="article:modified_time"]') for name in ("uno", "dos")
    ]
    assert [len(each) for each in modified] == [1, 0]
    assert "20 de noviembre de 2026" in html(site, "uno/index.html").css_first(".updated").text()


def test_feeds_of_segments_are_found_from_their_posts_in_both_forms() -> None:
    site = shown(one_post())
    for kind in ("atom+xml", "feed+json"):
        found = [
            urljoin(f"{URL}/uno/index.html", node.attributes["href"]).removeprefix(f"{URL}/")
            for node in html(site, "uno/index.html").css(f'link[rel="alternate"][type="application/{kind}"]')
        ]
        assert len(found) == 2
        assert set(found) <= set(site)
