"""What the keys of a table mean, in words: for whoever is asked which column is what."""

from collections.abc import Mapping

from valuegen.words import Message, msg

SORT_WORDS: Mapping[str, Message] = {
    "contacts": msg("contacts"),
    "calendar": msg("entries of the calendar"),
    "opt-outs": msg("opt-outs"),
}
KEY_WORDS: Mapping[str, Message] = {
    "id": msg("a short name of your own, in small letters"),
    "name": msg("the whole name"),
    "first": msg("first names"),
    "last": msg("surnames"),
    "email": msg("the email address"),
    "phone": msg("the phone, or WhatsApp"),
    "birthday": msg("the birthday"),
    "anniversary": msg("an anniversary"),
    "about": msg("what you know of them: notes, firm, work"),
    "segment": msg("for which of your segments"),
    "labels": msg("labels or groups; one called as a segment is that segment"),
    "stage": msg("how far the relation is: user, prospect, friend, buyer or recurring"),
    "channel": msg("how to reach them: whatsapp, email, call…"),
    "owner": msg("who of you looks after them"),
    "topics": msg("topics"),
    "came_by": msg("how they came to you"),
    "agreed": msg("the day on which they agreed to be written to"),
    "may_write": msg("yes or no: whether they may be written to"),
    "may_offer": msg("yes or no: whether they want offers"),
    "opted_out": msg("since when they don't want to be written to, or yes"),
    "no_pitches": msg("since when they want no offers, or yes"),
    "date": msg("the day"),
    "time": msg("the time of day"),
    "title": msg("the title"),
    "slug": msg("its name in the address"),
    "kind": msg("what it is for: industry, expertise, reference, conversation, courtesy or pitch"),
    "contact": msg("for which contact"),
    "status": msg("how far it is: idea, draft, review, ready or done"),
    "author": msg("who speaks"),
    "summary": msg("a summary"),
    "ask": msg("what you ask the reader"),
    "question": msg("the question that it answers"),
    "text": msg("the text itself"),
    "minutes": msg("how many minutes it takes"),
    "product": msg("which of your products it sells"),
}
