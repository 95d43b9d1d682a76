"""What programs read: feeds of the site and of each segment, the sitemap, robots.txt."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, time
from functools import partial
from urllib.parse import urlsplit

from valuegen.clock import instant
from valuegen.pages.frame import TREE
from valuegen.pages.gallery import dresser
from valuegen.pages.machine_views import Feed, FeedItem, SitemapEntry
from valuegen.pages.posts import first_sentence, image_address
from valuegen.pages.shelves import Posts, Shelves
from valuegen.pages.targets import file_at, from_anywhere, resolver
from valuegen.pages.types import Later, Page
from valuegen.plan import addresses

NEWEST = 20
"""A feed holds so many posts, whole."""
LARGE = 512
"""The icon that jsonfeed.org asks for, in pixels."""
PAGES = 50_000
"""A sitemap holds so many pages."""
NEVER = "1970-01-01T00:00:00Z"
"""When a feed without posts was last changed."""
SINCE = 2026
"""The date in our `tag:` ids (RFC 4151): fixed, so that an id outlives a move of its post to another day."""


def feed_pages(shelves: Shelves) -> Iterator[Page]:
    """Atom and JSON Feed, for the site and for each segment. Both hold the same."""
    site = shelves.plan.site
    told = [_Told("site", site.title, site.tagline, addresses.HOME, shelves.newest[:NEWEST])]
    for id, segment in shelves.plan.segments.items():
        home, title, about = shelves.segment_address(id), f"{site.title}: {segment.name}", first_sentence(segment.about)
        told.append(_Told(f"segment/{id}", title, about, home, shelves.segments[id][:NEWEST]))
    for one in told:
        for name, form in (("feed.xml", "atom"), ("feed.json", "json-feed")):
            address = addresses.beside(one.home, name)
            view = Later(_feed, shelves, one, address)
            yield Page(TREE + addresses.file_of(address), None, view, form=form)


@dataclass(frozen=True, slots=True)
class _Told:
    """What a feed tells of: the page that it goes with, and its newest posts."""

    id: str
    title: str
    subtitle: str
    home: str
    newest: Posts


def _feed(shelves: Shelves, told: _Told, address: str) -> Feed:
    """A feed by its address. The same post is in several."""
    site = shelves.plan.site
    mine = tuple(shelves.once(_item, post.slug) for post in told.newest)
    return Feed(
        id=tag(site.url, told.id),
        title=told.title,
        subtitle=told.subtitle,
        url=site.url + address,
        home=site.url + told.home,
        updated=max((item.updated for item in mine), default=NEVER),
        language=str(site.language),
        icon=site.url + addresses.ICON,
        publisher=site.title,
        items=mine,
        site=site.url + addresses.HOME,
        large_icon=f"{site.url}/{shelves.icons[LARGE]}" if LARGE in shelves.icons else "",
    )


def _item(shelves: Shelves, slug: str) -> FeedItem:
    site, post = shelves.plan.site, shelves.plan.posts[slug]
    url = site.url + shelves.address[post.slug]
    published = instant(post.day, post.at or time.min, site.zone)
    dress = dresser(shelves.gallery, partial(file_at, shelves, post), f"{site.url}/", is_first=False, is_plain=True)
    body = post.prose.html_with(resolver(shelves, post, from_anywhere(site.url)), dress)
    return FeedItem(
        id=tag(site.url, f"post/{post.slug}"),
        url=url,
        title=post.title,
        summary=post.summary,
        html=body.replace(' href="#', f' href="{url}#'),  # a quote of the text itself is `&quot;`
        published=_instant(published),
        updated=_instant(max(published, instant(post.changed, time.min, site.zone))),
        author=shelves.plan.people[post.author].name,
        author_url=site.url + addresses.person(site.language, post.author),
        topics=post.topics,
        image=image_address(shelves, post),
        language="" if post.language == site.language else str(post.language),
    )


def _instant(when: datetime) -> str:
    """As RFC 3339 writes it."""
    return when.isoformat().replace("+00:00", "Z")


def tag(url: str, name: str) -> str:
    """An id that never changes (RFC 4151), of the site's host and a name within it."""
    return f"tag:{urlsplit(url).hostname},{SINCE}:{name}"


def machine_pages(shelves: Shelves, pages: Iterable[Page]) -> Iterator[Page]:
    """The sitemap of these pages, and robots.txt."""
    site = shelves.plan.site
    entries = tuple(page.listed for page in pages if page.listed) if not site.is_preview else ()
    yield from _sitemaps(site.url, entries)
    rules = ("User-agent: *", "Disallow: /") if site.is_preview else ("User-agent: *", "Allow: /")
    text = "\n".join((*rules, "", f"Sitemap: {site.url}{addresses.SITEMAP}", ""))
    yield Page(TREE + addresses.file_of(addresses.ROBOTS), None, text, form="text")


def _sitemaps(url: str, entries: tuple[SitemapEntry, ...]) -> Iterator[Page]:
    """One, or an index of several (sitemaps.org: a sitemap holds 50,000 pages at most)."""
    main = TREE + addresses.file_of(addresses.SITEMAP)
    if len(entries) <= PAGES:
        yield Page(main, None, entries, form="sitemap")
        return
    parts = [entries[start : start + PAGES] for start in range(0, len(entries), PAGES)]
    names = [addresses.sitemap_part(number) for number in range(1, len(parts) + 1)]
    listed = tuple(
        SitemapEntry(url + name, max(entry.changed for entry in part)) for name, part in zip(names, parts, strict=True)
    )
    yield Page(main, None, listed, form="sitemap-index")
    for name, part in zip(names, parts, strict=True):
        yield Page(TREE + addresses.file_of(name), None, part, form="sitemap")
