"""The published posts, sorted as a library is: by segment, topic, author and year; and a card of each."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any, TypeVar, TypeVarTuple

from valuegen.model.slug import slug_of
from valuegen.pages.clipped import clipped
from valuegen.pages.gallery import Gallery
from valuegen.pages.public_plan import PublicPlan, PublicPost
from valuegen.pages.views import Card
from valuegen.plan import addresses
from valuegen.prose import Prose
from valuegen.trace import Remembered, remembered
from valuegen.words import Message, say

Posts = tuple[PublicPost, ...]
T = TypeVar("T")
Of = TypeVarTuple("Of")
SUMMARY = 300
"""So many characters of a summary stand on a card: the whole of it is on the post's own page."""

_slug = lru_cache(maxsize=16_384)(slug_of)  # the same few names stand in thousands of posts


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic: its name as it was first written, its address, and its posts, the newest first."""

    name: str
    address: str
    posts: Posts


@dataclass(frozen=True, slots=True)
class Shelves:
    """Every list that a page may need, the newest first. `topics` by the slug of their name, in its order.

    `versions`: the posts that say the same, by the number of their group: the one in the language of the site first.
    `gallery`: the pictures; `social`: the files of those that pages are shared with, by slug, "" for the first page;
    `icons`: the files of the icon as PNG, by their size.
    """

    plan: PublicPlan
    newest: Posts
    address: Mapping[str, str]
    segments: Mapping[str, Posts]
    topics: Mapping[str, Topic]
    authors: Mapping[str, Posts]
    years: Mapping[int, Posts]
    versions: Mapping[int, Posts]
    is_searchable: bool = False
    gallery: Gallery = field(default_factory=Gallery)
    social: Mapping[str, str] = field(default_factory=dict)
    icons: Mapping[int, str] = field(default_factory=dict)
    _once: Remembered[object, Any] = field(init=False, repr=False, compare=False, default_factory=dict)

    def once(self, make: "Callable[[Shelves, *Of], T]", *of: *Of) -> T:
        """What a pure function gives of these shelves and what else it is asked: made when it is first needed."""
        return remembered(self._once, (make, *of), lambda: make(self, *of))  # type: ignore[no-any-return]

    def card(self, slug: str) -> Card:
        """The card of a post."""
        return self.once(_card, slug)

    def say(self, message: Message, language: str = "") -> str:
        """A sentence in the language of the site, or another."""
        return say(message, language or self.plan.site.language)

    def cards_of(self, posts: Iterable[PublicPost], language: str = "") -> tuple[Card, ...]:
        """Their cards, in their order, as they stand on a page in the language of the site, or another."""
        if not language or language == self.plan.site.language:
            return tuple(self.card(post.slug) for post in posts)
        return tuple(self.card_on(post, language) for post in posts)

    def card_on(self, post: PublicPost, language: str) -> Card:
        """A post's card on a page in a language: what is in another says so."""
        card, foreign = self.card(post.slug), "" if post.language == language else str(post.language)
        return card if card.language == foreign else replace(card, language=foreign)

    def versions_of(self, post: PublicPost) -> Posts:
        """All versions of a post, itself too; none where it is the only one."""
        return self.versions.get(post.group, ()) if post.group is not None else ()

    def segment_address(self, id: str) -> str:
        """The address of a segment's hub."""
        return addresses.segment(self.plan.site.permalinks, id)

    def topic(self, name: str) -> Topic | None:
        """The topic of that name, if something was written on it."""
        return self.topics.get(_slug(name))


def with_text(shelves: Shelves, slug: str, prose: Prose) -> Shelves:
    """The shelves with another text of a post, and nothing else of it other than it was."""
    plan = shelves.plan
    posts = {**plan.posts, slug: replace(plan.posts[slug], prose=prose)}
    return replace(shelves, plan=replace(plan, posts=posts))


def shelves_of(plan: PublicPlan) -> Shelves:
    """Sort the posts of a plan."""
    newest = tuple(sorted(plan.posts.values(), key=lambda post: post.order, reverse=True))
    permalinks = plan.site.permalinks
    address = {post.slug: addresses.post(permalinks, post.slug, post.day) for post in newest}
    segments: dict[str, list[PublicPost]] = {id: [] for id in plan.segments}
    authors: dict[str, list[PublicPost]] = {id: [] for id in plan.people}
    years: dict[int, list[PublicPost]] = {}
    for post in newest:
        for id in post.segments:
            segments[id].append(post)
        authors[post.author].append(post)
        years.setdefault(post.day.year, []).append(post)
    return Shelves(
        plan=plan,
        newest=newest,
        address=address,
        segments={id: tuple(posts) for id, posts in segments.items()},
        topics=_topics(plan, newest),
        authors={id: tuple(posts) for id, posts in authors.items() if posts},
        years={year: tuple(posts) for year, posts in years.items()},
        versions=_versions(plan),
    )


def _versions(plan: PublicPlan) -> dict[int, Posts]:
    """The published posts of each group that has several."""
    found: dict[int, list[PublicPost]] = {}
    for post in plan.posts.values():
        if post.group is not None:
            found.setdefault(post.group, []).append(post)
    site = plan.site.language
    return {
        group: tuple(sorted(posts, key=lambda post: (post.language != site, post.is_translation, post.language)))
        for group, posts in found.items()
        if len(posts) > 1
    }


def _topics(plan: PublicPlan, newest: Posts) -> dict[str, Topic]:
    names: dict[str, str] = {}
    posts: dict[str, dict[str, PublicPost]] = {}
    for post in reversed(newest):
        for name in post.topics:
            slug = _slug(name)
            names.setdefault(slug, name)
            posts.setdefault(slug, {})[post.slug] = post
    permalinks = plan.site.permalinks
    return {
        slug: Topic(names[slug], addresses.topic(permalinks, names[slug]), tuple(reversed(posts[slug].values())))
        for slug in sorted(names)
    }


def _card(shelves: Shelves, slug: str) -> Card:
    plan, post = shelves.plan, shelves.plan.posts[slug]
    return Card(
        title=post.title,
        href=addresses.file_of(shelves.address[slug]),
        day=post.day,
        summary=clipped(post.summary, SUMMARY),
        minutes=post.prose.reading_minutes,
        kind=post.kind,
        author=plan.people[post.author].name,
        is_draft=post.status not in ("ready", "done") or post.day > plan.site.as_of,
        language="" if post.language == plan.site.language else str(post.language),
        changed=post.changed,
    )
