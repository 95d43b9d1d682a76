"""What a table is, by its headings and its name: contacts, a calendar, or those who asked not to be written to."""

from collections.abc import Iterable, Mapping

from valuegen.bring.headings import CALENDAR, CONTACTS, OPT_OUTS, SORTS, guessed
from valuegen.model.slug import slug_of

_LISTS = frozenset(
    "unsubscribed unsubscribes unsubscribers desuscritos bajas optouts nonsubscribed bounced bounces rebotados rebotes "
    "suppressed suppression supresion blacklist blocklist blacklisted blocklisted".split()
)
_LEFT = frozenset(
    "unsub-time unsub-reason unsub-campaign-title unsub-campaign-id clean-time clean-campaign-title "
    "clean-campaign-id".split()
)
_WAYS = frozenset(("email", "phone", "birthday", "first", "last"))


def lists_who_left(file: str) -> bool:
    """Whether a file is called as a list of those to whom nothing is sent; `altas-y-bajas` is of both."""
    words = {*slug_of(file.removesuffix(".csv")).split("-")}
    is_cleaned = "cleaned" in words and {"export", "members"} & words  # of Mailchimp; others clean up their tables
    return "altas" not in words and bool(_LISTS & words or is_cleaned or {"opt", "outs"} <= words)


def is_bounced(headings: Iterable[str]) -> bool:
    """Whether a table is of addresses that no longer work, as Mailchimp writes it."""
    return any(heading.startswith("clean-") for heading in _LEFT & {slug_of(one) for one in headings})


def sort_of(headings: Iterable[str], mapped: Mapping[str, str], file: str = "") -> str | None:
    """What a table is, by its headings (`mapped`: those whose key was given) and its name; None where neither tells."""
    headings = tuple(headings)
    keys = {sort: {*guessed(headings, sort).values(), *mapped.values()} for sort in SORTS}
    if {"title", "date"} <= keys[CALENDAR] and "email" not in keys[CONTACTS]:
        return CALENDAR
    if "date" in keys[CALENDAR] and {"status", "kind", "channel"} & keys[CALENDAR] and not _WAYS & keys[CONTACTS]:
        return CALENDAR
    if {slug_of(heading) for heading in headings if heading.strip()} & _LEFT:
        return OPT_OUTS
    if "email" in keys[OPT_OUTS] and lists_who_left(file):
        return OPT_OUTS
    if {"name", "first", "last"} & keys[CONTACTS]:
        return CONTACTS
    if "email" in keys[OPT_OUTS]:
        return OPT_OUTS
    return CALENDAR if "title" in keys[CALENDAR] else None
