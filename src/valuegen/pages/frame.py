"""What every public page has: its file, the way back to the top, and what machines read of it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeVar
from urllib.parse import urlsplit

from valuegen.extras import HIGHLIGHT, version_of
from valuegen.pages.clipped import clipped
from valuegen.pages.machine_views import SitemapEntry
from valuegen.pages.options import attributes_of, is_chosen, options_of, places_of
from valuegen.pages.preview_picture import NO_PREVIEW, Preview, first_page_preview
from valuegen.pages.public_plan import PublicPost
from valuegen.pages.shelves import Shelves
from valuegen.pages.structured import Data, breadcrumbs, collection, json_ld
from valuegen.pages.tongues import alternates_of
from valuegen.pages.types import Later, Page, Theme
from valuegen.pages.views import Head, Leaves, Link, Paper, SiteView
from valuegen.plan import addresses
from valuegen.words import direction, locale_name, msg

TREE = "public/"
ICON = "favicon.svg"
"""The asset that is the site's icon, at an address of its own."""
TOUCH = 180
"""The size of the icon that a telephone puts among its programs, in pixels."""
CODE = "code.css"
"""The asset with the colours of code."""
OPTIONS = "options.css"
"""The asset that is made of the options."""
CARDS, LINES = 24, 120
"""So many cards, or lines, stand on one page, so that none is heavier than 60 kB; the list goes on on the next."""
FEEDS = 24
"""So many feeds of segments are named in the head of a page; all are on the hubs."""

T = TypeVar("T")


def public_page(
    address: str, template: str, view: Later, site: SiteView, listed: SitemapEntry | None, language: str = ""
) -> Page:
    """A page of the public tree, by its address. `listed`: what the sitemap says of it, where it is in it;
    `language`: where it is not that of the site."""
    return Page(TREE + addresses.file_of(address), template, view, site, language=language, listed=listed)


def listed_with(shelves: Shelves, address: str, posts: Iterable[PublicPost] = ()) -> SitemapEntry:
    """What the sitemap says of a page that shows these posts: it changed when one of them did."""
    changed = max((post.changed for post in posts), default=None)
    return SitemapEntry(shelves.plan.site.url + address, changed.isoformat() if changed else "")


def root_of(address: str) -> str:
    """What leads from a page to the top of the site: `../` as often as it lies deep."""
    return "../" * addresses.file_of(address).count("/")


def root_from_anywhere(shelves: Shelves) -> str:
    """The same for the page that is shown at any address where there is nothing: from the root of the host."""
    return urlsplit(shelves.plan.site.url).path.rstrip("/") + "/"


def site_view(shelves: Shelves, theme: Theme, language: str = "") -> SiteView:
    """What every page shows of the site; `language`: of the page, where it is not the site's own."""
    site, menu, options = shelves.plan.site, _menu(shelves, language), options_of(shelves, theme)
    everywhere = (name for name in theme.assets if name.endswith(".css") and is_everywhere(name))
    sheets = sorted((name for name in everywhere if is_chosen(name, theme)), key=_last_of_all)
    return SiteView(
        title=site.title,
        tagline=site.tagline,
        language=str(language or site.language),
        main_language=str(site.language),
        direction=direction(language or site.language),
        home=addresses.file_of(addresses.HOME),
        menu=menu,
        styles=tuple(theme.assets[name].path for name in sheets),
        icon=addresses.file_of(addresses.ICON),
        manifest=addresses.file_of(addresses.MANIFEST),
        feed=addresses.file_of(addresses.FEED),
        json_feed=addresses.file_of(addresses.JSON_FEED),
        code_style=theme.assets[CODE].path if CODE in theme.assets and version_of(HIGHLIGHT) else "",
        pinned=site.pinned,
        is_preview=site.is_preview,
        touch_icon=shelves.icons.get(TOUCH, ""),
        options=options,
        places=(addresses.file_of(addresses.HOME), *(link.href for link in menu), *places_of(options)),
        attributes=attributes_of(theme),
        paper=Paper(*map(str, theme.paper)),
    )


def _last_of_all(style: str) -> tuple[bool, str]:
    """What `valuegen.yaml` says of colours stands after what the theme's own sheets say."""
    return style == OPTIONS, style


def is_public(asset: str) -> bool:
    """Whether a theme's asset is for the public pages. Those called `planner…` or `review…` are for these alone."""
    return not asset.startswith(("planner", "review")) and asset != ICON


def is_everywhere(asset: str) -> bool:
    """Whether every public page shows it. Those called `search…` and `code…` are named by the pages that need them."""
    return is_public(asset) and not asset.startswith(("search", "code"))


def _menu(shelves: Shelves, spoken: str) -> tuple[Link, ...]:
    language = shelves.plan.site.language
    places = [
        (msg("Who it is for"), addresses.segments(language), shelves.plan.segments),
        (msg("Topics"), addresses.topics(language), shelves.topics),
        (msg("Archive"), addresses.archive(language), shelves.years),
        (msg("Who is behind this"), addresses.people(language), shelves.authors),
        (msg("Search"), addresses.search(language), shelves.is_searchable),
    ]
    shown = ((text, addresses.file_of(address)) for text, address, there in places if there)
    return tuple(Link(shelves.say(text, spoken), file) for text, file in shown)


@dataclass(frozen=True, slots=True)
class Article:
    """What the head of a post says beside that of other pages."""

    post: PublicPost
    image: Preview
    data: Data


def head_of(
    shelves: Shelves,
    address: str,
    description: str,
    way: Sequence[tuple[str, str]] = (),
    segments: Sequence[str] = (),
    article: Article | None = None,
    thing: Data | None = None,
    is_indexed: bool = True,
    section: str = "",
) -> Head:
    """What machines read of a page. `way`: names and addresses from below home down to it; `segments`: whose feeds;
    `section`: the address of the list in the menu that it belongs to; `thing`: what it is, where it is neither a post
    nor a list."""
    site, post = shelves.plan.site, article.post if article else None
    preview = article.image if article else first_page_preview(shelves) if address == addresses.HOME else NO_PREVIEW
    if article:
        thing = article.data
    elif way and thing is None:
        thing = collection(shelves, address, way[-1][0], description)
    return Head(
        file=addresses.file_of(address),
        canonical=site.url + address,
        description=clipped(description, 300),
        kind="article" if article else "website",
        image=preview.url,
        image_alt=preview.alt,
        image_width=preview.width,
        image_height=preview.height,
        published=article.post.day.isoformat() if article else "",
        author=shelves.plan.people[article.post.author].name if article else "",
        feeds=feeds_of(shelves, segments[:FEEDS]),
        data=json_ld(shelves, *_things(shelves, thing, way)),
        is_indexed=is_indexed and not site.is_preview,
        section=addresses.file_of(section) if section else "",
        json_feeds=feeds_of(shelves, segments[:FEEDS], "feed.json"),
        locale=locale_of(shelves, post.language if post else site.language),
        **(_of_post(shelves, post) if post else {}),
    )


def _things(shelves: Shelves, thing: Data | None, way: Sequence[tuple[str, str]]) -> Iterator[Data]:
    """What it is, and the way to it."""
    if thing:
        yield thing
    if way:
        yield breadcrumbs(shelves, [(shelves.plan.site.title, addresses.HOME), *way])


def _of_post(shelves: Shelves, post: PublicPost) -> dict[str, Any]:
    """What the head of a post says beside that of other pages."""
    others = (other for other in shelves.versions_of(post) if other.slug != post.slug)
    return {
        "alternates": alternates_of(shelves, post),
        "locales": tuple(locale_of(shelves, other.language) for other in others),
        "modified": post.changed.isoformat() if post.updated else "",
        "author_page": shelves.plan.site.url + addresses.person(shelves.plan.site.language, post.author),
        "subject": shelves.plan.segments[post.segments[0]].name if post.segments else "",
        "tags": post.topics,
    }


def locale_of(shelves: Shelves, language: str) -> str:
    """A language as OpenGraph writes it: that of the site with the site's own country."""
    return shelves.once(_locale, language)


def _locale(shelves: Shelves, language: str) -> str:
    site = shelves.plan.site
    return locale_name(language, site.country if language == site.language else None)


def feeds_of(shelves: Shelves, segments: Sequence[str], name: str = "feed.xml") -> tuple[Link, ...]:
    """The feeds of segments, by their names, for feed readers to find."""
    return tuple(shelves.once(_feed, id, name) for id in segments)


def _feed(shelves: Shelves, segment: str, name: str) -> Link:
    title = f"{shelves.plan.site.title}: {shelves.plan.segments[segment].name}"
    return Link(title, addresses.file_of(addresses.beside(shelves.segment_address(segment), name)))


def leaves_of(address: str, items: Sequence[T], size: int) -> list[tuple[str, Leaves, tuple[T, ...]]]:
    """A list over as many pages as it needs: the address of each, where it stands, and its part. At least one."""
    parts = [tuple(islice(items, start, start + size)) for start in range(0, max(1, len(items)), size)]
    paths = [addresses.leaf(address, number) for number in range(1, len(parts) + 1)]
    files = ["", *(addresses.file_of(path) for path in paths), ""]
    return [
        (path, Leaves(number, len(parts), files[number - 1], files[number + 1]), part)
        for number, (path, part) in enumerate(zip(paths, parts, strict=True), 1)
    ]
