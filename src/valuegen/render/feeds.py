"""Feeds: Atom (RFC 4287), JSON Feed 1.1 (jsonfeed.org)."""

import json
from typing import Any
from xml.etree.ElementTree import Element, SubElement, indent

from valuegen.pages.machine_views import Feed, FeedItem
from valuegen.render.xml import document, fit, text_of

ATOM = "http://www.w3.org/2005/Atom"


def atom(feed: Feed) -> bytes:
    """An Atom feed with the whole of each post."""
    root = Element("feed", {"xmlns": ATOM, "xml:lang": feed.language})
    text_of(root, "id", feed.id)
    text_of(root, "title", feed.title)
    if feed.subtitle:
        text_of(root, "subtitle", feed.subtitle)
    text_of(root, "updated", feed.updated)
    SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": feed.url})
    SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": feed.home})
    text_of(root, "icon", feed.icon)
    author = SubElement(root, "author")
    text_of(author, "name", feed.publisher)
    text_of(author, "uri", feed.site)
    for item in feed.items:
        _entry(root, item)
    indent(root)
    return document(root)


def _entry(root: Element, item: FeedItem) -> None:
    entry = SubElement(root, "entry", {"xml:lang": item.language} if item.language else {})
    text_of(entry, "id", item.id)
    text_of(entry, "title", item.title)
    SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": item.url})
    text_of(entry, "published", item.published)
    text_of(entry, "updated", item.updated or item.published)
    author = SubElement(entry, "author")
    text_of(author, "name", item.author)
    text_of(author, "uri", item.author_url)
    for topic in item.topics:
        SubElement(entry, "category", {"term": fit(topic)})
    if item.summary:
        text_of(entry, "summary", item.summary)
    content = SubElement(entry, "content", {"type": "html"})
    content.text = fit(item.html)


def json_feed(feed: Feed) -> bytes:
    """The same as a JSON Feed."""
    made: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": feed.url,
        "description": feed.subtitle,
        "language": feed.language,
        "icon": feed.large_icon or feed.icon,
        "favicon": feed.icon,
        "authors": [{"name": feed.publisher, "url": feed.site}],
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
            "date_modified": item.updated if item.updated != item.published else "",
            "authors": [{"name": item.author, "url": item.author_url}],
            "tags": list(item.topics),
            "language": item.language,
        }
    )


def _present(data: dict[str, Any]) -> dict[str, Any]:
    """Without what is empty; the items are there even where there are none."""
    return {key: value for key, value in data.items() if value or key == "items"}
