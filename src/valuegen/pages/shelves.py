"""The published posts, sorted as a library is: by segment, topic, author and year, with a card for each."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from valuegen.model.slug import slug_of
from valuegen.pages.public_plan import PublicPlan, PublicPost
from valuegen.pages.views import Card
from valuegen.plan import addresses
from valuegen.words import Message, say

Posts = tuple[PublicPost, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic: its name as it was first written, its address, and its posts, the newest first."""

    name: str
    address: str
    posts: Posts


@dataclass(frozen=True, slots=True)
class Shelves:
    """Every list that a page may need, the newest first. `topics` by the slug of their name, in its order."""

    plan: PublicPlan
    newest: Posts
    address: Mapping[str, str]
    cards: Mapping[str, Card]
    segments: Mapping[str, Posts]
    topics: Mapping[str, Topic]
    authors: Mapping[str, Posts]
    years: Mapping[int, Posts]

    def say(self, message: Message) -> str:
        """A sentence in the language of the site."""
        return say(message, self.plan.site.language)

    def cards_of(self, posts: Iterable[PublicPost]) -> tuple[Card, ...]:
        """Their cards, in their order."""
        return tuple(self.cards[post.slug] for post in posts)

    def segment_address(self, id: str) -> str:
        """The address of a segment's hub."""
        return addresses.segment(self.plan.site.permalinks, id)

    def topic(self, name: str) -> Topic | None:
        """The topic of that name, if something was written on it."""
        return self.topics.get(slug_of(name))


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
        cards={post.slug: _card(plan, post, address[post.slug]) for post in newest},
        segments={id: tuple(posts) for id, posts in segments.items()},
        topics=_topics(plan, newest),
        authors={id: tuple(posts) for id, posts in authors.items() if posts},
        years={year: tuple(posts) for year, posts in years.items()},
    )


def _topics(plan: PublicPlan, newest: Posts) -> dict[str, Topic]:
    names: dict[str, str] = {}
    posts: dict[str, dict[str, PublicPost]] = {}
    for post in reversed(newest):
        for name in post.topics:
            slug = slug_of(name)
            names.setdefault(slug, name)
            posts.setdefault(slug, {})[post.slug] = post
    permalinks = plan.site.permalinks
    return {
        slug: Topic(names[slug], addresses.topic(permalinks, names[slug]), tuple(reversed(posts[slug].values())))
        for slug in sorted(names)
    }


def _card(plan: PublicPlan, post: PublicPost, address: str) -> Card:
    return Card(
        title=post.title,
        href=addresses.file_of(address),
        day=post.day,
        summary=post.summary,
        minutes=post.prose.reading_minutes,
        kind=post.kind,
        author=plan.people[post.author].name,
        is_draft=post.status not in ("ready", "done") or post.day > plan.site.as_of,
    )
