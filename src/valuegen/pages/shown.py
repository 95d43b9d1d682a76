"""Which picture files the public pages show: of posts, of people."""

from collections.abc import Iterator
from urllib.parse import unquote

from valuegen.model.workspace import StaticFile
from valuegen.pages.public_plan import PublicPerson, PublicPlan
from valuegen.pages.shelves import Shelves
from valuegen.pages.targets import file_at
from valuegen.pages.types import Page
from valuegen.trace import apart


def made_pictures(shelves: Shelves) -> Iterator[Page]:
    """Every picture that is made of those that pages show, each once, not yet made.

    A picture is made of its file alone: which there are is seen by their addresses.
    """
    with apart():
        made = {page.address: page for page in shelves.gallery.pages(_of_posts(shelves), _photos(shelves))}
    yield from made.values()


def _of_posts(shelves: Shelves) -> Iterator[StaticFile]:
    for post in shelves.newest:
        targets = [target for kind, target in post.prose.slots if kind == "image"]
        for target in [post.image[0], *targets] if post.image else targets:
            file = file_at(shelves, post, target)
            if file is not None:
                yield file


def _photos(shelves: Shelves) -> Iterator[StaticFile]:
    for person in shelves.plan.people.values():
        file = photo_file(shelves.plan, person)
        if file is not None:
            yield file


def photo_file(plan: PublicPlan, person: PublicPerson) -> StaticFile | None:
    """The file of a person's photo, in `content/static/`."""
    return plan.statics.get(unquote(person.photo).lstrip("/")) if person.photo else None
