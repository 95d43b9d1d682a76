"""What the public may see of a plan: a wall of types.

`public_plan` copies the allowed fields, one by one, into the types below. None of them has a place for a contact, a
need or a line of the log, so that no page made of them can leak one: the quotes of clients come over as text, with a
name only where that client said yes to it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, time

from valuegen.model.entry import Entry
from valuegen.model.person import Person
from valuegen.model.segment import Meet, Segment
from valuegen.model.settings import Permalinks
from valuegen.model.workspace import StaticFile
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
    zone: str
    permalinks: Permalinks
    as_of: date
    pinned: date | None
    is_preview: bool


@dataclass(frozen=True, slots=True)
class PublicPerson:
    """Somebody of the team."""

    id: str
    name: str
    role: str
    knows: tuple[str, ...]
    email: str | None
    phone: str | None


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
    meet: PublicMeet | None


@dataclass(frozen=True, slots=True)
class PublicPost:
    """A published entry. `author` and `reply_to` are ids of people; `source`: where its body is in `content/posts`.

    `threads`: marks that posts on the same matter share (topics, and needs without a word of them).
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
    summary: str
    image: tuple[str, str, str] | None
    sources: tuple[str, ...]
    read_next: tuple[str, ...]
    threads: frozenset[str]
    source: str
    prose: Prose = field(repr=False)

    @property
    def order(self) -> tuple[date, time, str]:
        """The oldest first."""
        return (self.day, self.at or time.min, self.slug)


@dataclass(frozen=True, slots=True)
class Testimonial:
    """What a client let us publish. `name` is "" where they did not say yes to being named."""

    text: str
    name: str
    day: date
    segments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """Something that a client asked, which may be quoted, and the slug of the post that answers it."""

    text: str
    slug: str
    segments: tuple[str, ...]


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
    posts = sorted((_post(plan, each) for each in found), key=lambda post: post.order)
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
        testimonials=tuple(_testimonials(plan)),
        asked=tuple(_asked(plan, [post.entry for post in found if post.entry.slug in slugs])),
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
        zone=site.timezone,
        permalinks=site.permalinks,
        as_of=plan.as_of.day,
        pinned=plan.as_of.day if plan.as_of.pinned else None,
        is_preview=is_preview,
    )


def _person(person: Person) -> PublicPerson:
    return PublicPerson(person.id, person.name, person.role, person.knows, person.email, person.phone)


def _segment(plan: Plan, segment: Segment) -> PublicSegment:
    owner = segment.owner or next(iter(plan.workspace.people))
    return PublicSegment(
        id=segment.id,
        name=segment.name,
        about=segment.about or "",
        area=segment.area or "",
        cares_about=segment.cares_about,
        meet=_meet(segment.meet, owner) if segment.meet else None,
    )


def _meet(meet: Meet, owner: str) -> PublicMeet:
    return PublicMeet(meet.text, meet.by or owner, meet.hours or "", meet.link)


def _post(plan: Plan, post: Occurrence) -> PublicPost:
    entry = post.entry
    assert post.day is not None
    prose = plan.prose[entry.slug]
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
        summary=entry.summary or prose.excerpt,
        image=(image.src, image.alt or "", image.credit or "") if image else None,
        sources=entry.sources,
        read_next=entry.read_next,
        threads=_threads(plan, entry),
        source=_source(entry),
        prose=prose,
    )


def _threads(plan: Plan, entry: Entry) -> frozenset[str]:
    """Topics by their words; needs by their place in the file, which tells nothing of them."""
    needs = {id: number for number, id in enumerate(plan.workspace.needs or ())}
    return frozenset((*entry.topics, *(f"\0{needs[id]}" for id in entry.answers if id in needs)))


def _source(entry: Entry) -> str:
    file = entry.written.file if entry.written else ""
    return file.removeprefix(POSTS) if file.startswith(POSTS) else ""


def _testimonials(plan: Plan) -> Iterator[Testimonial]:
    """The newest first."""
    contacts = plan.workspace.contacts or {}
    lines = [line for line in plan.workspace.log or () if line.what == "testimonial" and line.may_publish]
    for line in sorted(lines, key=lambda line: line.date, reverse=True):
        contact = contacts.get(line.contact or "")
        if line.quote and contact is not None and line.date.day <= plan.as_of.day:
            yield Testimonial(line.quote, contact.name if contact.named else "", line.date.day, contact.segments)


def _asked(plan: Plan, entries: list[Entry]) -> Iterator[Asked]:
    needs = plan.workspace.needs or {}
    for entry in entries:
        for id in entry.answers:
            need = needs.get(id)
            if need is not None and need.quotable and need.asked:
                segments = (need.segment,) if need.segment else tuple(entry.segments)
                yield Asked(need.asked, entry.slug, segments)
