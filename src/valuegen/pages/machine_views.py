"""What feeds and the sitemap are made of: plain frozen data, with whole addresses only."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FeedItem:
    """A post in a feed: whole addresses only. `published` is an instant as RFC 3339 writes it."""

    id: str
    url: str
    title: str
    summary: str
    html: str
    published: str
    author: str
    author_url: str
    topics: tuple[str, ...]
    image: str


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed, of the site or of a segment; `url` is its own address, `home` that of the page it belongs to."""

    id: str
    title: str
    subtitle: str
    url: str
    home: str
    updated: str
    language: str
    icon: str
    publisher: str
    items: tuple[FeedItem, ...]


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    """A page for search engines; `changed` is a day as ISO 8601 writes it, or ""."""

    url: str
    changed: str
