"""Phones that WhatsApp could not open: it dials from anywhere, and a number without its country is some other's."""

from collections.abc import Iterator, Mapping

from valuegen.finding import Finding
from valuegen.model.channel import Channel
from valuegen.model.contact import Contact
from valuegen.model.dialling import code_of, country_of, lacks_country, with_country
from valuegen.model.segment import Segment
from valuegen.model.settings import Site
from valuegen.read.told import told
from valuegen.words import msg

_WHOLE_NUMBERS = "https://wa.me/"


def of_contact(
    contact: Contact, segments: Mapping[str, Segment], channels: Mapping[str, Channel], site: Site
) -> Iterator[Finding]:
    """A note at the phone of who is reached by WhatsApp; where the site is suggests a code."""
    if contact.phone is None or not lacks_country(contact.phone):
        return
    own = (contact.channel,) if contact.channel else ()
    theirs = own or [name for id in contact.segments if id in segments for name in segments[id].channels]
    if not any((channels[name].link or "").startswith(_WHOLE_NUMBERS) for name in theirs if name in channels):
        return
    message = msg("This phone has no country code, so there is no WhatsApp link to them.")
    mend = msg("Write the code of its country before it, as in “+57 300 000 0000”.")
    country = country_of(site.country, site.timezone)
    code = code_of(country)
    if code and with_country(contact.phone, country or ""):
        mend = msg("If it is from {country}, write {code} before it.", country=country, code=code)
    yield told(message, contact.where("phone"), mend, "note")
