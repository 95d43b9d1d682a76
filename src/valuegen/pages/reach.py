"""How to reach a person: the links that a reader follows to answer somebody, never a form or a robot."""

from dataclasses import replace
from urllib.parse import quote

from valuegen.model.contact_ways import digits_of
from valuegen.pages.public_plan import PublicPerson
from valuegen.pages.shelves import Shelves
from valuegen.pages.shown import photo_file
from valuegen.pages.views import Person
from valuegen.plan import addresses


def person_of(shelves: Shelves, id: str, subject: str = "") -> Person:
    """A person with the ways to write to them about `subject`."""
    found = shelves.once(_person, id)
    if not subject:
        return found
    about = quote(subject, safe="")
    mail = f"{found.mail}?subject={about}" if found.mail else ""
    return replace(found, mail=mail, whatsapp=f"{found.whatsapp}?text={about}" if found.whatsapp else "")


def _person(shelves: Shelves, id: str) -> Person:
    person = shelves.plan.people[id]
    writes = id in shelves.authors
    photo = photo_file(shelves.plan, person)
    return Person(
        name=person.name,
        initials=initials(person.name),
        page=addresses.file_of(addresses.person(shelves.plan.site.language, id)) if writes else "",
        email=person.email or "",
        mail=mail_link(person),
        whatsapp=whatsapp_link(person),
        call=call_link(person),
        phone=person.phone or "",
        photo=shelves.gallery.photo(photo) if photo else None,
    )


def initials(name: str) -> str:
    """The first letters of the first and the last word: `Irene Vidal` → `IV`."""
    words = name.split()
    return "".join(word[0].upper() for word in (words if len(words) < 3 else (words[0], words[-1])))


def mail_link(person: PublicPerson) -> str:
    """A `mailto:` (RFC 6068); "" where there is no email."""
    return f"mailto:{quote(person.email, safe='@')}" if person.email else ""


def whatsapp_link(person: PublicPerson) -> str:
    """A `https://wa.me` link; "" for a number without its country, which it could not open."""
    digits, is_whole = digits_of(person.phone or "")
    return f"https://wa.me/{digits}" if is_whole else ""


def call_link(person: PublicPerson) -> str:
    """A `tel:` link (RFC 3966); "" where there is no phone."""
    digits, is_whole = digits_of(person.phone or "")
    return f"tel:{'+' * is_whole}{digits}" if digits else ""
