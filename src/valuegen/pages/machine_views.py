"""What feeds and the sitemap are made of: plain frozen data, with whole addresses only."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Alternate:
    """A page that says the same in another language, for `hreflang`."""

    language: str
    """The code of its language (BCP 47), or `x-default`: the page for who reads none of the others."""
    url: str
    """Its whole address."""


@dataclass(frozen=True, slots=True)
class FeedItem:
    """A post in a feed: whole addresses only. `published` and `updated` are instants as RFC 3339 writes them.

    `language` is "" where it is that of the feed.
    """

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
    updated: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed, of the site or of a segment; `url` is its own address, `home` that of the page it belongs to, `site` that
    of the first page. `large_icon`: the icon as a picture of 512 pixels, where there is one."""

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
    site: str = ""
    large_icon: str = ""


@dataclass(frozen=True, slots=True)
class Forward:
    """A page that forwards from a former address of a post. `to` is relative to it, `canonical` whole."""

    title: str
    language: str
    lead: str
    to: str
    canonical: str
    styles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Icon:
    """An icon of the site: a file of `public/`. `sizes`, `type`: as the web manifest writes them."""

    src: str
    sizes: str
    type: str


@dataclass(frozen=True, slots=True)
class SitemapEntry:
    """A page for search engines; `changed` is a day as ISO 8601 writes it, or ""."""

    url: str
    changed: str
    alternates: tuple[Alternate, ...] = ()
