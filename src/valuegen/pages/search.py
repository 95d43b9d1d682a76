"""The page that looks through all posts, and what it looks through: public texts, and nothing else."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256

from valuegen.extras import SEARCH, version_of
from valuegen.pages.frame import TREE, head_of, listed_with, public_page, root_of
from valuegen.pages.policy import policy
from valuegen.pages.public_plan import PublicPost
from valuegen.pages.shelves import Shelves
from valuegen.pages.types import Html, Later, Page, Theme
from valuegen.pages.views import Choice, SearchPage, SiteView
from valuegen.plan import addresses
from valuegen.trace import apart
from valuegen.words import base, counted, msg, nmsg, written

SCRIPT, STYLE = "search.js", "search.css"
MANY = 12
"""A list to choose from that is longer than this is no help."""


@dataclass(frozen=True, slots=True)
class Record:
    """What is kept of a post to be found. `file` of its page; `shown`: what stands with the result, by name;
    `segments`: whom it is for."""

    file: str
    text: str
    shown: tuple[tuple[str, str], ...]
    segments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Index:
    """What the index is made of. `language`: whose endings of words it knows; `maker`: the version of pagefind."""

    language: str
    maker: str
    records: tuple[Record, ...]

    @property
    def folder(self) -> str:
        """Where it lies in the site: its name says what is in it, so that a browser may keep it for ever."""
        return f"assets/search.{sha256(repr(self).encode('utf-8', 'replace')).hexdigest()[:10]}/"


def search_pages(shelves: Shelves, site: SiteView, theme: Theme) -> Iterator[Page]:
    """The page, and what its index is to be made of: `build` makes files of that."""
    language = shelves.plan.site.language
    address = addresses.search(language)
    with apart() as reads:
        index = Index(base(language), version_of(SEARCH), tuple(_record(shelves, post) for post in shelves.newest))
    view = Later(_view, shelves, theme, address, index.folder)
    page = public_page(address, "search.html", view, site, listed_with(shelves, address))
    yield replace(page, reads=frozenset(reads))
    yield Page(TREE + index.folder, None, index, form="index")


def _view(shelves: Shelves, theme: Theme, address: str, index: str) -> SearchPage:
    language, title = shelves.plan.site.language, shelves.say(msg("Search"))
    description = shelves.say(msg("Search in all that was written."))
    head = head_of(shelves, address, description, [(title, address)])
    segments = tuple(Choice(segment.name, id) for id, segment in shelves.plan.segments.items() if shelves.segments[id])
    return SearchPage(
        title=title,
        root=root_of(address),
        head=replace(head, policy=Html(policy(wasm=True))),
        script=theme.assets[SCRIPT].path,
        style=theme.assets[STYLE].path,
        index=index,
        archive=addresses.file_of(addresses.archive(language)),
        topics=addresses.file_of(addresses.topics(language)) if shelves.topics else "",
        segments=segments if 1 < len(segments) <= MANY else (),
        found=json.dumps(counted(nmsg("{n} post", "{n} posts", 0), language), ensure_ascii=False),
    )


def _record(shelves: Shelves, post: PublicPost) -> Record:
    segments = shelves.plan.segments
    names = tuple(segments[id].name for id in post.segments)
    is_for_all = len(names) == len(segments) > 1
    shown = {
        "title": post.title,
        "day": written(post.day, shelves.plan.site.language),
        "segments": "" if is_for_all else written(names, shelves.plan.site.language),
        "language": "" if post.language == shelves.plan.site.language else str(post.language),
    }
    return Record(
        file=addresses.file_of(shelves.address[post.slug]),
        text="\n\n".join(filter(None, (post.question, post.prose.plain))),
        shown=tuple((name, text) for name, text in shown.items() if text),
        segments=post.segments,
    )
