"""Whoever opens a built site from a folder, and follows every link, arrives everywhere and is never lost.

Two languages, aliases, lists that go on over several pages, a site below a folder; links as files, as `file://` opens
them, and the whole addresses that machines follow.
"""

import json
import posixpath
from collections import deque
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

import pytest
from selectolax.lexbor import LexborHTMLParser

from bench import Bench

POSTS = 90
"""More than two pages of cards."""
LINKS = "a[href], link[href]:not([rel=canonical]):not([hreflang]), img[src], script[src], source[srcset], img[srcset]"


def calendar(posts: int) -> str:
    """So many posts in Spanish, each third with a translation, each fifth with a former address."""
    lines = []
    for number in range(posts):
        day = f"20{20 + number % 6}-{number % 12 + 1:02}-{number % 28 + 1:02}"
        about = "segments: [panaderias], kind: reference, status: done, ask: ¿Y la tuya?"
        about += f", topics: [merma, tema {number % 7}]"
        former = f", aliases: [vieja-{number}, /viejo/{number}.html]" if number % 5 == 0 else ""
        other = f"[Otra](entry:e{(number * 7) % posts})"
        body = f'"Texto {number}. {other}, [casa](/), ![Un saco](/img/s.svg), [a](#fin)\\n\\n# Fin"'
        lines.append(f"- {{date: {day}, title: Título {number}, slug: e{number}, {about}{former}, text: {body}}}")
        if number % 3 == 0:
            of = f"language: en, translates: e{number}, read_next: [e{number}]"
            lines.append(
                f"- {{date: {day}, title: Title {number}, slug: t{number}, {about}, {of}, text: Text {number}.}}"
            )
    return "\n".join(lines) + "\n"


@pytest.fixture(scope="module", params=["https://levadura.example", "https://levadura.example/blog"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A built site: the folder `public/`, and its own address."""
    work = Bench(tmp_path_factory.mktemp("crawl")).workspace(
        {
            "content/calendar/2026.yaml": calendar(POSTS).encode(),
            "content/static/img/s.svg": b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
        }
    )
    work.change("valuegen.yaml", "https://levadura.example", request.param)
    work.write("valuegen.yaml", work.read("valuegen.yaml").encode() + b"profile: gentle\n")
    result = work.run("build")
    assert result.exit == 0, result.err
    return work.root / "site" / "public", request.param


@pytest.fixture(scope="module")
def pages(site: tuple[Path, str]) -> Mapping[str, LexborHTMLParser]:
    folder = site[0]
    found = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
    return {name: LexborHTMLParser((folder / name).read_text()) for name in found}


def targets(page: LexborHTMLParser) -> Iterator[str]:
    for node in page.css(LINKS):
        for key in ("href", "src"):
            if node.attributes.get(key) is not None:
                yield node.attributes[key] or ""
        for one in (node.attributes.get("srcset") or "").split(","):
            if one.strip():
                yield one.split()[0]
    for node in page.css('meta[http-equiv="refresh"]'):
        yield (node.attributes["content"] or "").partition("url=")[2]


def inside(page: LexborHTMLParser, name: str) -> Iterator[tuple[str, str]]:
    """The files that a page leads to, as a browser finds them without a server, each with its anchor."""
    for target in targets(page):
        parts = urlsplit(target)
        if not parts.scheme:
            path = (
                posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path))) if parts.path else name
            )
            yield path, unquote(parts.fragment)


def test_every_link_leads_to_a_file_and_every_anchor_to_a_place(site, pages) -> None:
    folder, _ = site
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    ids = {name: {node.attributes["id"] for node in page.css("[id]")} for name, page in pages.items()}
    broken = [
        (name, file, anchor)
        for name, page in pages.items()
        if name != "404.html"
        for file, anchor in inside(page, name)
        if file not in there or (anchor and anchor not in ids[file])
    ]
    assert not broken, broken[:5]


def test_every_page_is_reached_from_home_but_those_that_only_forward(pages) -> None:
    seen, ahead = {"index.html"}, deque(["index.html"])
    while ahead:
        name = ahead.popleft()
        for file, _ in inside(pages[name], name):
            if file in pages and file not in seen:
                seen.add(file)
                ahead.append(file)
    forwarding = {name for name, page in pages.items() if page.css('meta[http-equiv="refresh"]')}
    assert len(forwarding) == 2 * len(range(0, POSTS, 5))
    assert set(pages) - seen == forwarding | {"404.html"}
    assert any("/2/" in name for name in seen), "lists go on over several pages"
    assert {page.css_first("html").attributes["lang"] for page in pages.values()} == {"es", "en"}


def test_links_of_the_page_for_lost_readers_begin_at_the_root_of_the_host(site, pages) -> None:
    folder, url = site
    root = urlsplit(url).path + "/"
    for target in targets(pages["404.html"]):
        if not urlsplit(target).scheme and not target.startswith("#"):
            assert target.startswith(root), target
            assert (folder / unquote(target.removeprefix(root).partition("#")[0])).is_file(), target


def test_whole_addresses_that_machines_follow_are_those_of_pages(site, pages) -> None:
    folder, url = site
    canonical = {name: page.css_first('link[rel="canonical"]').attributes["href"] for name, page in pages.items()}
    indexed = {
        address for name, address in canonical.items() if not pages[name].css('meta[name="robots"][content="noindex"]')
    }
    for name, address in canonical.items():
        if address in indexed and not pages[name].css('meta[http-equiv="refresh"]'):
            assert address == f"{url}/{name.removesuffix('index.html')}"
    mapped = set()
    for each in ElementTree.parse(folder / "sitemap.xml").getroot():
        mapped.add(each.findtext("{http://www.sitemaps.org/schemas/sitemap/0.9}loc"))
        mapped |= {link.get("href") for link in each.findall("{http://www.w3.org/1999/xhtml}link")}
    assert mapped == indexed
    versions = {
        node.attributes["href"] for page in pages.values() for node in page.css('link[rel="alternate"][hreflang]')
    }
    assert versions <= indexed
    assert len(versions) == 2 * len(range(0, POSTS, 3))
    items = [item for path in folder.rglob("feed.json") for item in json.loads(path.read_text())["items"]]
    assert {item["url"] for item in items} <= indexed
    manifest = json.loads((folder / "manifest.webmanifest").read_text())
    assert all((folder / urljoin("x/../", icon["src"])).is_file() for icon in manifest["icons"])


def test_versions_answer_each_other(pages) -> None:
    """hreflang counts only where both pages say it."""
    said = {}
    for page in pages.values():
        nodes = page.css('link[rel="alternate"][hreflang]')
        if nodes:
            own = page.css_first('link[rel="canonical"]').attributes["href"]
            said[own] = {node.attributes["hreflang"]: node.attributes["href"] for node in nodes}
            assert said[own][page.css_first("html").attributes["lang"]] == own
    for own, versions in said.items():
        assert all(said[other] == versions for other in versions.values()), own
