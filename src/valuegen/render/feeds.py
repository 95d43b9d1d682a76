"""Feeds and the sitemap: Atom (RFC 4287), JSON Feed 1.1 (jsonfeed.org), sitemaps.org 0.9."""

import json
import re
from typing import Any
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from valuegen.pages.machine_views import Feed, FeedItem, SitemapEntry

ATOM = "http://www.w3.org/2005/Atom"
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
# What no XML 1.0 document may hold (section 2.2), even escaped.
_UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def atom(feed: Feed) -> bytes:
    """An Atom feed with the whole of each post."""
    root = Element("feed", {"xmlns": ATOM, "xml:lang": feed.language})
    _text(root, "id", feed.id)
    _text(root, "title", feed.title)
    if feed.subtitle:
        _text(root, "subtitle", feed.subtitle)
    _text(root, "updated", feed.updated)
    SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": feed.url})
    SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": feed.home})
    _text(root, "icon", feed.icon)
    _text(SubElement(root, "author"), "name", feed.publisher)
    for item in feed.items:
        _entry(root, item)
    indent(root)
    return _document(root)


def _entry(root: Element, item: FeedItem) -> None:
    entry = SubElement(root, "entry")
    _text(entry, "id", item.id)
    _text(entry, "title", item.title)
    SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": item.url})
    _text(entry, "published", item.published)
    _text(entry, "updated", item.published)
    author = SubElement(entry, "author")
    _text(author, "name", item.author)
    _text(author, "uri", item.author_url)
    for topic in item.topics:
        SubElement(entry, "category", {"term": _fit(topic)})
    if item.summary:
        _text(entry, "summary", item.summary)
    content = SubElement(entry, "content", {"type": "html"})
    content.text = _fit(item.html)


def json_feed(feed: Feed) -> bytes:
    """The same as a JSON Feed."""
    made: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": feed.url,
        "description": feed.subtitle,
        "language": feed.language,
        "icon": feed.icon,
        "authors": [{"name": feed.publisher}],
        "items": [_item(item) for item in feed.items],
    }
    return (json.dumps(_present(made), ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _item(item: FeedItem) -> dict[str, Any]:
    return _present(
        {
            "id": item.id,
            "url": item.url,
            "title": item.title,
            "summary": item.summary,
            "content_html": item.html,
            "image": item.image,
            "date_published": item.published,
            "authors": [{"name": item.author, "url": item.author_url}],
            "tags": list(item.topics),
        }
    )


def _present(data: dict[str, Any]) -> dict[str, Any]:
    """Without what is empty; the items are there even where there are none."""
    return {key: value for key, value in data.items() if value or key == "items"}


def sitemap(entries: tuple[SitemapEntry, ...]) -> bytes:
    """Every page that search engines may show, with the day on which it last changed."""
    root = Element("urlset", {"xmlns": SITEMAP})
    for entry in entries:
        url = SubElement(root, "url")
        _text(url, "loc", entry.url)
        if entry.changed:
            _text(url, "lastmod", entry.changed)
    indent(root)
    return _document(root)


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = _fit(text)


def _fit(text: str) -> str:
    return _UNFIT.sub("\ufffd", text)


def _document(root: Element) -> bytes:
    body: bytes = tostring(root, "utf-8", xml_declaration=False)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + body + b"\n"
