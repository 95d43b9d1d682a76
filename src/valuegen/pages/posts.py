"""The page of each post."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from urllib.parse import quote, urlsplit

from valuegen.pages.frame import Article, head_of, listed_with, public_page, root_of
from valuegen.pages.gallery import SIZES, dresser
from valuegen.pages.preview_picture import preview_of
from valuegen.pages.public_plan import PublicPost
from valuegen.pages.reach import person_of
from valuegen.pages.related import Line
from valuegen.pages.shelves import Shelves
from valuegen.pages.structured import posting
from valuegen.pages.targets import destination, file_at, from_anywhere, from_page, resolver
from valuegen.pages.tongues import alternates_of, other_versions
from valuegen.pages.types import Html, Later, Page
from valuegen.pages.views import Head, Link, Outside, Picture, PostPage, SiteView
from valuegen.plan import addresses
from valuegen.words import msg

ENOUGH_HEADINGS = 4
MANY = 4
"""What is for all of more segments than these is for everybody: they are not listed one by one."""


def post_pages(shelves: Shelves, sites: Mapping[str, SiteView]) -> Iterator[Page]:
    """A page for each published post, in its language. `sites`: what pages show of the site, in each language."""
    for post in shelves.newest:
        yield post_page(shelves, sites[post.language], post)


def post_page(shelves: Shelves, site: SiteView, post: PublicPost) -> Page:
    """The page of one of them, the same as among all. `site`: what pages show of the site, in its language."""
    line = shelves.once(_line, post.segments[0], post.language) if post.segments else None
    address, view = shelves.address[post.slug], Later(_view, shelves, post, line)
    listed = replace(listed_with(shelves, address, [post]), alternates=alternates_of(shelves, post))
    language = "" if post.language == shelves.plan.site.language else post.language
    return public_page(address, "post.html", view, site, listed, language)


def _line(shelves: Shelves, segment: str, language: str) -> Line:
    """A post has one line to be read along: that of the segment that it is first of all for, in its language."""
    return Line(tuple(post for post in shelves.segments[segment] if post.language == language))


def _view(shelves: Shelves, post: PublicPost, line: Line | None) -> PostPage:
    address = shelves.address[post.slug]
    root = root_of(address)
    older, newer = line.beside(post) if line else (None, None)
    alike = line.related(post, (*post.read_next, post.slug)) if line else ()
    inside, outside = _read_next(shelves, post)
    is_for_all = MANY < len(shelves.plan.segments) == len(post.segments)
    return PostPage(
        title=post.title,
        root=root,
        head=_head(shelves, post, address),
        summary=post.summary if post.summary != post.prose.excerpt else "",
        day=post.day,
        kind=post.kind,
        is_draft=shelves.card(post.slug).is_draft,
        minutes=post.prose.reading_minutes,
        author=person_of(shelves, post.author),
        segments=() if is_for_all else tuple(segment_link(shelves, id, post.language) for id in post.segments),
        topics=tuple(topic_link(shelves, name) for name in post.topics),
        picture=_picture(shelves, post, root),
        contents=_contents(post),
        body=_body(shelves, post, root),
        ask=post.ask,
        reply=person_of(shelves, post.reply_to, shelves.say(msg("About “{title}”", title=post.title), post.language)),
        sources=tuple(Outside(_short(url), url) for url in post.sources),
        read_next=inside,
        read_outside=outside,
        older=shelves.card_on(older, post.language) if older else None,
        newer=shelves.card_on(newer, post.language) if newer else None,
        related=shelves.cards_of(alike, post.language),
        has_code=bool(post.prose.codes),
        line=segment_link(shelves, post.segments[0], post.language) if post.segments else None,
        for_all=addresses.file_of(addresses.segments(shelves.plan.site.language)) if is_for_all else "",
        translations=other_versions(shelves, post),
        updated=post.updated,
    )


def _head(shelves: Shelves, post: PublicPost, address: str) -> Head:
    image = preview_of(shelves, post)
    segments = [(shelves.plan.segments[id].name, shelves.segment_address(id)) for id in post.segments[:1]]
    return head_of(
        shelves,
        address,
        post.summary,
        [*segments, (post.title, address)],
        post.segments,
        Article(post, image, posting(shelves, post, image.url)),
    )


def image_address(shelves: Shelves, post: PublicPost) -> str:
    """The whole address of a post's picture, or ""."""
    to = destination(shelves, post, post.image[0]) if post.image else None
    file = file_at(shelves, post, post.image[0]) if post.image else None
    hung = shelves.gallery.hung(file) if file else None
    if hung is not None:
        return f"{shelves.plan.site.url}/{quote(hung.src)}"
    return from_anywhere(shelves.plan.site.url)(to) if to else ""


def _picture(shelves: Shelves, post: PublicPost, root: str) -> Picture | None:
    to = destination(shelves, post, post.image[0]) if post.image else None
    if post.image is None or to is None:
        return None
    file = file_at(shelves, post, post.image[0])
    hung = shelves.gallery.hung(file) if file else None
    if hung is None:
        return Picture(from_page(root)(to), post.image[1], post.image[2])
    src = root + quote(hung.src)
    return Picture(src, post.image[1], post.image[2], hung.width, hung.height, hung.sources(root), SIZES)


def _body(shelves: Shelves, post: PublicPost, root: str) -> Html:
    """Its first picture is the first of the page where the post has none of its own."""
    dress = dresser(shelves.gallery, partial(file_at, shelves, post), root, is_first=post.image is None)
    return Html(post.prose.html_with(resolver(shelves, post, from_page(root)), dress))


def _contents(post: PublicPost) -> tuple[Link, ...]:
    headings = [heading for heading in post.prose.headings if heading.level == 2]
    if len(headings) < ENOUGH_HEADINGS:
        return ()
    return tuple(Link(heading.text, f"#{heading.anchor}") for heading in headings)


def _read_next(shelves: Shelves, post: PublicPost) -> tuple[tuple[Link, ...], tuple[Outside, ...]]:
    """What is not published yet is left out until it is."""
    named = [slug for slug in dict.fromkeys(post.read_next) if slug != post.slug]
    posts = shelves.plan.posts
    inside = shelves.cards_of((posts[slug] for slug in named if slug in posts), post.language)
    outside = [url for url in named if url.lower().startswith(("http://", "https://"))]
    links = (Link(card.title, card.href, language=card.language) for card in inside)
    return tuple(links), tuple(Outside(_short(url), url) for url in outside)


def segment_link(shelves: Shelves, id: str, page: str = "") -> Link:
    """A segment's hub, with the number of its posts; `page`: the language of the page that it stands on, if another."""
    return shelves.once(_segment_link, id, page)


def _segment_link(shelves: Shelves, id: str, page: str) -> Link:
    segment = shelves.plan.segments[id]
    href = addresses.file_of(shelves.segment_address(id))
    own = shelves.plan.site.language
    foreign = "" if page in ("", own) else str(own)
    return Link(segment.name, href, len(shelves.segments[id]), first_sentence(segment.about), foreign)


def topic_link(shelves: Shelves, name: str) -> Link:
    """A topic's page, by the name that is used here; no address where nothing was written on it yet."""
    return shelves.once(_topic_link, name)


def _topic_link(shelves: Shelves, name: str) -> Link:
    found = shelves.topic(name)
    return Link(name, addresses.file_of(found.address) if found else "", len(found.posts) if found else 0)


def first_sentence(text: str) -> str:
    """The first paragraph of a text, in one line."""
    return " ".join(text.strip().split("\n\n")[0].split())


def _short(url: str) -> str:
    """An address as one reads it aloud: without scheme and `www.`."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    path = parts.path.rstrip("/")
    shown = host + path
    return shown if len(shown) <= 60 else f"{shown[:59]}…"
