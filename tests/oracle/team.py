"""Who speaks, and whose a relation is, where nobody says so."""

from oracle.plain import DAY


def first_person(work):
    return next(iter(work["people"]))


def owner_of_segment(work, name):
    return work["segments"][name]["owner"] or first_person(work)


def owner_of_contact(work, name):
    contact = work["contacts"][name]
    return contact["owner"] or owner_of_segment(work, contact["segments"][0])


def author(work, one):
    """The owner of its first segment or contact, else the first person."""
    entry = one["entry"]
    if entry["author"]:
        return entry["author"]
    if entry["segments"]:
        return owner_of_segment(work, entry["segments"][0])
    return owner_of_contact(work, entry["contacts"][0])


def reply_to(work, one):
    return one["entry"]["reply_to"] or author(work, one)


def is_assistant(work, name):
    return work["people"][name]["role"] == "assistant"


def is_away(work, name, first, last):
    """Whether on any of these days they are away and nobody stands in for them."""
    days = [first + DAY * n for n in range((last - first).days + 1)]
    return any(begin <= day <= end and not cover for begin, end, cover in work["people"][name]["away"] for day in days)
