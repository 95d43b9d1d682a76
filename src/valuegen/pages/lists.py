"""Pages that list: the posts on a topic, of an author, of a year; and lists of all topics, authors, years, segments."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from valuegen.model.slug import slug_of
from valuegen.pages.frame import CARDS, LINES, head_of, leaves_of, listed_with, public_page, root_of
from valuegen.pages.posts import segment_link, topic_link
from valuegen.pages.public_plan import PublicPost
from valuegen.pages.reach import person_of
from valuegen.pages.shelves import Posts, Shelves, Topic
from valuegen.pages.structured import profile
from valuegen.pages.types import Later, Page
from valuegen.pages.views import ArchivePage, AuthorPage, Leaves, Link, ListPage, Month, SiteView, TopicPage
from valuegen.plan import addresses
from valuegen.words import Message, msg, nmsg, written

SEGMENTS = 24
"""So many of those who care about a topic are named on its page."""


def topic_pages(shelves: Shelves, site: SiteView) -> Iterator[Page]:
    """What was written on each topic."""
    who_cares = _who_cares(shelves)
    for slug, topic in shelves.topics.items():
        segments = tuple(segment_link(shelves, id) for id in who_cares.get(slug, ())[:SEGMENTS])
        description = shelves.say(msg("What was written about {topic}", topic=topic.name))
        for path, leaves, posts in leaves_of(topic.address, topic.posts, CARDS):
            view = Later(_topic, shelves, topic, segments, description, path, leaves, posts)
            yield public_page(path, "topic.html", view, site, listed_with(shelves, path, posts))


def _topic(
    shelves: Shelves,
    topic: Topic,
    segments: tuple[Link, ...],
    description: str,
    path: str,
    leaves: Leaves,
    posts: Posts,
) -> TopicPage:
    section = addresses.topics(shelves.plan.site.language)
    return TopicPage(
        title=topic.name,
        root=root_of(path),
        head=head_of(shelves, path, description, [(topic.name, path)], section=section),
        leaves=leaves,
        posts=shelves.cards_of(posts),
        segments=segments,
        count=len(topic.posts),
    )


def _who_cares(shelves: Shelves) -> dict[str, list[str]]:
    """The segments that care about each topic, by its slug."""
    found: dict[str, list[str]] = {}
    for id, segment in shelves.plan.segments.items():
        for slug in dict.fromkeys(slug_of(name) for name in segment.cares_about):
            found.setdefault(slug, []).append(id)
    return found


def author_pages(shelves: Shelves, site: SiteView) -> Iterator[Page]:
    """What each person wrote, and how to talk to them."""
    for id, mine in shelves.authors.items():
        for path, leaves, posts in leaves_of(addresses.person(shelves.plan.site.language, id), mine, CARDS):
            view = Later(_author, shelves, id, path, leaves, posts)
            yield public_page(path, "author.html", view, site, listed_with(shelves, path, posts))


def _author(shelves: Shelves, id: str, path: str, leaves: Leaves, posts: Posts) -> AuthorPage:
    person = shelves.plan.people[id]
    description = shelves.say(msg("What {name} writes, and how to reach them", name=person.name))
    return AuthorPage(
        title=person.name,
        root=root_of(path),
        head=head_of(
            shelves,
            path,
            description,
            [(person.name, path)],
            thing=profile(shelves, path, person, description),
            section=addresses.people(shelves.plan.site.language),
        ),
        leaves=leaves,
        person=person_of(shelves, id),
        knows=tuple(topic_link(shelves, name) for name in person.knows),
        posts=shelves.cards_of(posts),
        count=len(shelves.authors[id]),
    )


def archive_pages(shelves: Shelves, site: SiteView) -> Iterator[Page]:
    """Each year, month by month."""
    years = _years(shelves)
    for year, mine in shelves.years.items():
        for path, leaves, posts in leaves_of(addresses.year(shelves.plan.site.language, year), mine, LINES):
            view = Later(_archive, shelves, year, years, path, leaves, posts)
            yield public_page(path, "archive.html", view, site, listed_with(shelves, path, posts))


def _archive(
    shelves: Shelves, year: int, years: tuple[Link, ...], path: str, leaves: Leaves, posts: Posts
) -> ArchivePage:
    description = shelves.say(msg("What was published in {year}", year=str(year)))
    section = addresses.archive(shelves.plan.site.language)
    return ArchivePage(
        title=str(year),
        root=root_of(path),
        head=head_of(shelves, path, description, [(str(year), path)], section=section),
        leaves=leaves,
        year=year,
        years=years,
        months=_months(shelves, posts),
        count=len(shelves.years[year]),
    )


def _months(shelves: Shelves, posts: Sequence[PublicPost]) -> tuple[Month, ...]:
    months = groupby(posts, key=lambda post: date(post.day.year, post.day.month, 1))
    return tuple(Month(first, shelves.cards_of(group)) for first, group in months)


def _years(shelves: Shelves) -> tuple[Link, ...]:
    language = shelves.plan.site.language
    return tuple(
        Link(str(year), addresses.file_of(addresses.year(language, year)), len(posts))
        for year, posts in shelves.years.items()
    )


def index_pages(shelves: Shelves, site: SiteView) -> Iterator[Page]:
    """The lists of segments, topics, authors and years: what the menu leads to."""
    plan, language = shelves.plan, shelves.plan.site.language
    topics = sorted(shelves.topics.values(), key=lambda topic: topic.name.casefold())
    people = [plan.people[id] for id in shelves.authors]
    lists: list[tuple[str, str, Message, Message, list[Link]]] = [
        (
            "segments",
            addresses.segments(language),
            msg("Who it is for"),
            msg("A page for each: what helps them, and where to meet."),
            [segment_link(shelves, id) for id in plan.segments],
        ),
        (
            "topics",
            addresses.topics(language),
            msg("Topics"),
            msg("Everything that was written, by topic."),
            [topic_link(shelves, topic.name) for topic in topics],
        ),
        (
            "people",
            addresses.people(language),
            msg("Who is behind this"),
            msg("A person writes each of these texts, and that person answers."),
            [_author_link(shelves, person.id) for person in people],
        ),
        ("years", addresses.archive(language), msg("Archive"), _all_posts(shelves), list(_years(shelves))),
    ]
    for what, address, title, lead, links in lists:
        for path, leaves, part in leaves_of(address, links, LINES):
            view = Later(_list, shelves, what, address, shelves.say(title), shelves.say(lead), path, leaves, part)
            yield public_page(path, "list.html", view, site, listed_with(shelves, path))


def _list(
    shelves: Shelves, what: str, section: str, name: str, lead: str, path: str, leaves: Leaves, links: tuple[Link, ...]
) -> ListPage:
    head = head_of(shelves, path, lead, [(name, path)], section=section)
    return ListPage(name, root_of(path), head, leaves, what, lead, links)


def _author_link(shelves: Shelves, id: str) -> Link:
    person = shelves.plan.people[id]
    href = addresses.file_of(addresses.person(shelves.plan.site.language, id))
    return Link(person.name, href, len(shelves.authors[id]), written(person.knows, shelves.plan.site.language))


def _all_posts(shelves: Shelves) -> Message:
    return nmsg("{n} post, year by year.", "{n} posts, year by year.", len(shelves.newest))
