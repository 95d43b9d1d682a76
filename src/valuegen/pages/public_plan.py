"""What the public may see of a plan: a wall of types.

`public_plan` copies the allowed fields, one by one, into the types below. None of them has a place for a contact, a
need or a line of the log, so that no page made of them can leak one: the quotes of clients come over as text, with a
name only where that client said yes to it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time

from valuegen.model.entry import Entry
from valuegen.model.person import Person
from valuegen.model.segment import Meet, Segment
from valuegen.model.settings import Permalinks
from valuegen.model.translations import groups_of
from valuegen.model.workspace import StaticFile, Workspace
from valuegen.pages.quoted import Asked, Testimonial, asked_of, testimonials_of
from valuegen.plan import addresses
from valuegen.plan.types import Occurrence, Plan
from valuegen.prose import Prose

POSTS = "content/posts/"


@dataclass(frozen=True, slots=True)
class PublicSite:
    """The site. `zone` is IANA; `pinned`: the day that `site.as_of` fixes; `is_preview`: shows unpublished posts."""

    title: str
    tagline: str
    url: str
    language: str
    country: str | None
    zone: str
    permalinks: Permalinks
    as_of: date
    pinned: date | None
    is_preview: bool


@dataclass(frozen=True, slots=True)
class PublicPerson:
    """Somebody of the team. `photo`: a path in `content/static/`, or ""."""

    id: str
    name: str
    role: str
    knows: tuple[str, ...]
    email: str | None
    phone: str | None
    photo: str = ""


@dataclass(frozen=True, slots=True)
class PublicMeet:
    """The invitation to meet `by`, the id of a person."""

    text: str
    by: str
    hours: str
    link: str | None


@dataclass(frozen=True, slots=True)
class PublicSegment:
    """Who it is for, and where. `owner` is the id of a person."""

    id: str
    name: str
    about: str
    area: str
    cares_about: tuple[str, ...]
    owner: str
    meet: PublicMeet | None


@dataclass(frozen=True, slots=True)
class PublicPost:
    """A published entry. `author` and `reply_to` are ids of people; `source`: where its body is in `content/posts`.

    `language`: what it is written in; `group`: the number of those that say the same in other languages, None where
    there is none; `aliases`: its former addresses; `updated`: when it was last changed, where that is known.
    `said`: its summary, if it has one. `threads`: marks that posts on the same matter share (topics, and needs without
    a word of them).
    """

    slug: str
    title: str
    day: date
    at: time | None
    kind: str
    status: str
    segments: tuple[str, ...]
    topics: tuple[str, ...]
    author: str
    reply_to: str
    ask: str
    question: str
    said: str
    image: tuple[str, str, str] | None
    sources: tuple[str, ...]
    read_next: tuple[str, ...]
    threads: frozenset[str]
    source: str
    prose: Prose = field(repr=False)
    language: str = "es"
    group: int | None = None
    is_translation: bool = False
    aliases: tuple[str, ...] = ()
    updated: date | None = None

    @property
    def summary(self) -> str:
        """What it comes to, in its own words; else how it begins."""
        return self.said or self.prose.excerpt

    @property
    def changed(self) -> date:
        """When it was last changed, as far as is known."""
        return max(self.day, self.updated) if self.updated else self.day

    @property
    def order(self) -> tuple[date, time, str]:
        """The oldest first."""
        return (self.day, self.at or time.min, self.slug)


@dataclass(frozen=True, slots=True)
class PublicPlan:
    """Everything that the public pages are made of. `posts` by slug, the oldest first; `sources`: path → slug.

    `coming`: slugs of entries that are not published (yet, or any more) → the segment in whose hub to look for them.
    """

    site: PublicSite
    people: Mapping[str, PublicPerson]
    segments: Mapping[str, PublicSegment]
    posts: Mapping[str, PublicPost]
    sources: Mapping[str, str]
    coming: Mapping[str, str] = field(default_factory=dict)
    testimonials: tuple[Testimonial, ...] = ()
    asked: tuple[Asked, ...] = ()
    statics: Mapping[str, StaticFile] = field(default_factory=dict)
    beside: Mapping[str, StaticFile] = field(default_factory=dict)


def public_plan(plan: Plan, *, drafts: bool = False, future: bool = False) -> PublicPlan:
    """Copy what is published (4-output.md); `drafts` and `future` widen that, for previews."""
    workspace = plan.workspace
    found = [post for post in plan.occurrences if is_published(plan, post, drafts=drafts, future=future)]
    groups = _groups(workspace)
    needs = {id: number for number, id in enumerate(workspace.needs or ())}
    posts = [_post(plan, each, groups.get(each.entry.slug), needs) for each in found]
    posts.sort(key=lambda post: post.order)
    slugs = frozenset(post.slug for post in posts)
    return PublicPlan(
        site=_site(plan, drafts or future),
        people={id: _person(person) for id, person in workspace.people.items()},
        segments={id: _segment(plan, segment) for id, segment in workspace.segments.items()},
        posts={post.slug: post for post in posts},
        sources={post.source: post.slug for post in posts if post.source},
        coming={
            entry.slug: entry.segments[0]
            for entry in workspace.entries
            if entry.slug not in slugs and entry.segments and entry.segments[0] in workspace.segments
        },
        testimonials=tuple(testimonials_of(plan)),
        asked=tuple(asked_of(plan, [post.entry for post in found if post.entry.slug in slugs])),
        statics=workspace.statics,
        beside=workspace.beside,
    )


def is_published(plan: Plan, post: Occurrence, *, drafts: bool = False, future: bool = False) -> bool:
    """Whether it is a page of the public site on the plan's day."""
    today, expires = plan.as_of.day, post.entry.expires
    if not post.publishes or post.day is None or post.entry.slug not in plan.prose:
        return False
    if expires is not None and expires <= today:
        return False
    if post.day > today and not future:
        return False
    return post.status in ("ready", "done") or (drafts and post.status in ("draft", "review"))


def _site(plan: Plan, is_preview: bool) -> PublicSite:
    site = plan.workspace.settings.site
    return PublicSite(
        title=site.title,
        tagline=site.tagline or "",
        url=site.url.rstrip("/"),
        language=site.language,
        country=site.country,
        zone=site.timezone,
        permalinks=site.permalinks,
        as_of=plan.as_of.day,
        pinned=plan.as_of.day if plan.as_of.pinned else None,
        is_preview=is_preview,
    )


def _person(person: Person) -> PublicPerson:
    return PublicPerson(
        person.id, person.name, person.role, person.knows, person.email, person.phone, person.photo or ""
    )


def _segment(plan: Plan, segment: Segment) -> PublicSegment:
    owner = segment.owner or next(iter(plan.workspace.people))
    return PublicSegment(
        id=segment.id,
        name=segment.name,
        about=segment.about or "",
        area=segment.area or "",
        cares_about=segment.cares_about,
        owner=owner,
        meet=_meet(segment.meet, owner) if segment.meet else None,
    )


def _meet(meet: Meet, owner: str) -> PublicMeet:
    return PublicMeet(meet.text, meet.by or owner, meet.hours or "", meet.link)


def _groups(workspace: Workspace) -> dict[str, int]:
    """Slug → the number of the group of those that say the same; there the others may be entries of any kind."""
    return {entry.slug: number for number, group in enumerate(groups_of(workspace.entries)) for entry in group}


def _post(plan: Plan, post: Occurrence, group: int | None, needs: Mapping[str, int]) -> PublicPost:
    entry = post.entry
    assert post.day is not None
    image = entry.image
    return PublicPost(
        slug=entry.slug,
        title=entry.title,
        day=post.day,
        at=post.at,
        kind=entry.kind,
        status=post.status,
        segments=tuple(dict.fromkeys(entry.segments)),
        topics=entry.topics,
        author=post.author,
        reply_to=post.reply_to,
        ask=entry.ask or "",
        question=entry.question or "",
        said=entry.summary or "",
        image=(image.src, image.alt or "", image.credit or "") if image else None,
        sources=entry.sources,
        read_next=entry.read_next,
        threads=_threads(entry, needs),
        source=_source(entry),
        prose=plan.prose[entry.slug],
        language=plan.workspace.language_of(entry),
        group=group,
        is_translation=entry.translates is not None,
        aliases=tuple(
            addresses.former(plan.workspace.settings.site.permalinks, one, post.day) for one in entry.aliases
        ),
        updated=entry.updated,
    )


def _threads(entry: Entry, needs: Mapping[str, int]) -> frozenset[str]:
    """Topics by their words; needs by their place in the file, which tells nothing of them."""
    return frozenset((*entry.topics, *(f"\0{needs[id]}" for id in entry.answers if id in needs)))


def _source(entry: Entry) -> str:
    file = entry.written.file if entry.written else ""
    return file.removeprefix(POSTS) if file.startswith(POSTS) else ""
