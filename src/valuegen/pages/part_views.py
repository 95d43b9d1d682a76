"""The parts that pages are made of, as templates see them: plain frozen data."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Link:
    """A place inside the site, and what it is called."""

    text: str
    """What it is called."""
    href: str
    """Its file within the site: write `page.root` before it. In `page.contents` it is an anchor of the page (`#…`)."""
    count: int = 0
    """So many posts are there; 0 where they are not counted."""
    note: str = ""
    """One line more about it."""
    language: str = ""
    """The language of its text, where it is not that of the page (for `lang`)."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose from a list."""

    text: str
    """What it is called."""
    value: str
    """What is meant by it."""


@dataclass(frozen=True, slots=True)
class Outside:
    """A place outside the site."""

    text: str
    """What it is called."""
    url: str
    """Its whole address."""


@dataclass(frozen=True, slots=True)
class Leaves:
    """Where one is in a list that goes on over several pages."""

    number: int = 1
    """Which page of the list this is, from 1."""
    of: int = 1
    """So many pages the list has."""
    newer: str = ""
    """The file of the page before."""
    older: str = ""
    """The file of the page after."""


@dataclass(frozen=True, slots=True)
class Card:
    """A post in a list."""

    title: str
    """The title of the post."""
    href: str
    """Its file within the site."""
    day: date
    """The day it is of."""
    summary: str
    """What it says, in a sentence or two."""
    minutes: int
    """So many minutes it takes to read."""
    kind: str
    """One of industry, expertise, reference, conversation, courtesy, pitch."""
    author: str
    """The name of who speaks."""
    is_draft: bool = False
    """Whether it is shown in a preview alone."""
    language: str = ""
    """The language of title and summary, where it is not that of the page (for `lang`)."""
    changed: date | None = None
    """The day of its last change, where that is known."""


@dataclass(frozen=True, slots=True)
class Photo:
    """The photo of a person. Its `alt` is empty where the name stands beside it."""

    src: str
    """Its file within the site; square, unless the extra `images` is missing."""
    width: int
    """In pixels."""
    height: int
    """In pixels."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody to talk to."""

    name: str
    """What they are called."""
    initials: str
    """One or two letters, to stand where there is no photo."""
    page: str = ""
    """The file of their page, where they wrote something."""
    email: str = ""
    """Their address, to be read."""
    mail: str = ""
    """A whole link (`mailto:`), with the subject in it."""
    whatsapp: str = ""
    """A whole link, with what it is about in it."""
    call: str = ""
    """A whole link (`tel:`)."""
    phone: str = ""
    """Their number, to be read."""
    photo: Photo | None = None
    """Their photo."""


@dataclass(frozen=True, slots=True)
class PictureSource:
    """A form of a picture that a browser may choose."""

    type: str
    """Its media type: `image/avif`."""
    srcset: str
    """The attribute, whole."""


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture of a post. Its addresses are whole as the page writes them."""

    src: str
    """Its address, as the page writes it."""
    alt: str
    """What it shows, in words."""
    credit: str
    """Whose it is."""
    width: int = 0
    """In pixels; 0 for a drawing that does not say its own."""
    height: int = 0
    """In pixels; 0 for a drawing that does not say its own."""
    sources: tuple[PictureSource, ...] = ()
    """What goes before it in a `<picture>`."""
    sizes: str = ""
    """The attribute that belongs to them all."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """An invitation to meet a person."""

    text: str
    """What is offered: a coffee at your oven. Empty where nothing was written: the person is there even so."""
    hours: str
    """When."""
    link: str
    """A whole address at which a time can be chosen."""
    person: Person
    """Whom one meets."""


@dataclass(frozen=True, slots=True)
class Quote:
    """What a client said, and let us publish."""

    text: str
    """Their words."""
    name: str
    """Who said it, where they agreed to be named."""


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the archive."""

    day: date
    """Its first day."""
    posts: tuple[Card, ...]
    """Its posts, the newest first."""
