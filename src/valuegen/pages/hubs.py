"""The hub of each segment: the place where they look things up."""

from collections.abc import Iterator

from valuegen.pages.frame import CARDS, head_of, leaves_of, listed_with, public_page, root_of
from valuegen.pages.posts import first_sentence, topic_link
from valuegen.pages.public_plan import PublicPost, PublicSegment
from valuegen.pages.quoted import Testimonial
from valuegen.pages.reach import person_of
from valuegen.pages.shelves import Shelves
from valuegen.pages.types import Later, Page
from valuegen.pages.views import HubPage, Leaves, Link, Meeting, Quote, SiteView
from valuegen.plan import addresses
from valuegen.words import msg

TESTIMONIALS = 6


def hub_pages(shelves: Shelves, site: SiteView) -> Iterator[Page]:
    """A hub for each segment, over several pages where it has many posts; the first says who it is for."""
    for segment in shelves.plan.segments.values():
        address = shelves.segment_address(segment.id)
        newest = shelves.segments[segment.id]
        reference = [post for post in newest if post.kind == "reference"]
        others = [post for post in newest if post.kind != "reference"]
        for path, leaves, posts in leaves_of(address, [*reference, *others], CARDS):
            view = Later(_view, shelves, segment, path, leaves, posts)
            yield public_page(path, "hub.html", view, site, listed_with(shelves, path, posts))


def _view(
    shelves: Shelves, segment: PublicSegment, path: str, leaves: Leaves, posts: tuple[PublicPost, ...]
) -> HubPage:
    address, language = shelves.segment_address(segment.id), shelves.plan.site.language
    is_first = leaves.number == 1
    return HubPage(
        title=segment.name,
        root=root_of(path),
        head=head_of(
            shelves,
            path,
            first_sentence(segment.about),
            [(segment.name, path)],
            [segment.id],
            section=addresses.segments(language),
        ),
        leaves=leaves,
        about=_paragraphs(segment.about) if is_first else (),
        area=segment.area if is_first else "",
        topics=_topics(shelves, segment) if is_first else (),
        meet=_meeting(shelves, segment) if is_first else None,
        questions=_questions(shelves, posts),
        asked=_asked(shelves, segment.id, posts),
        reference=shelves.cards_of(post for post in posts if post.kind == "reference"),
        posts=shelves.cards_of(post for post in posts if post.kind != "reference"),
        testimonials=_testimonials(shelves, segment.id) if is_first else (),
        feed=addresses.file_of(addresses.beside(address, "feed.xml")),
        json_feed=addresses.file_of(addresses.beside(address, "feed.json")),
    )


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(" ".join(part.split()) for part in text.split("\n\n") if part.strip())


def _topics(shelves: Shelves, segment: PublicSegment) -> tuple[Link, ...]:
    links = (topic_link(shelves, name) for name in segment.cares_about)
    return tuple(link for link in links if link.href)


def _meeting(shelves: Shelves, segment: PublicSegment) -> Meeting | None:
    """The invitation; where none was written, who has the relation, if they can be written to."""
    meet = segment.meet
    if meet is None:
        person = person_of(shelves, segment.owner, shelves.say(msg("About “{title}”", title=segment.name)))
        return Meeting("", "", "", person) if person.mail or person.whatsapp or person.call else None
    subject = shelves.say(msg("{meeting} ({segment})", meeting=meet.text, segment=segment.name))
    return Meeting(meet.text, meet.hours, meet.link or "", person_of(shelves, meet.by, subject))


def _questions(shelves: Shelves, posts: tuple[PublicPost, ...]) -> tuple[Link, ...]:
    return tuple(
        Link(post.question, shelves.card(post.slug).href, language=shelves.card(post.slug).language)
        for post in posts
        if post.question
    )


def _asked(shelves: Shelves, segment: str, posts: tuple[PublicPost, ...]) -> tuple[Link, ...]:
    """What clients asked, in their words, where the post that answers it does not say the question itself."""
    answered = shelves.once(_answered)
    here = ((post.slug, answered.get(post.slug, ())) for post in posts if not post.question)
    found = ((slug, text) for slug, texts in here for text, segments in texts if segment in segments)
    return tuple(dict.fromkeys(Link(text, shelves.card(slug).href) for slug, text in found))


def _answered(shelves: Shelves) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """What clients asked, and to which segments they belong, by the post that answers it."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for asked in sorted(shelves.plan.asked, key=lambda asked: asked.text):
        found.setdefault(asked.slug, []).append((asked.text, asked.segments))
    return found


def _testimonials(shelves: Shelves, segment: str) -> tuple[Quote, ...]:
    quotes = shelves.once(_quotes).get(segment, ())
    return tuple(Quote(said.text, said.name) for said in quotes[:TESTIMONIALS])


def _quotes(shelves: Shelves) -> dict[str, list[Testimonial]]:
    """What was said, by the segments of who said it."""
    found: dict[str, list[Testimonial]] = {}
    for said in shelves.plan.testimonials:
        for segment in dict.fromkeys(said.segments):
            found.setdefault(segment, []).append(said)
    return found
