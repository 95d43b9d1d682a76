"""By which channel a contact is reached, and the address to act on."""

import re

from valuegen.plan.types import Plan, Relation

SPOKEN = frozenset({"call", "video-call", "visit", "coffee", "appointment", "counter"})


def written_by(channel: str) -> bool:
    """Whether one writes by this channel; by others one talks."""
    return channel not in SPOKEN


def way_to(relation: Relation, channels: tuple[str, ...]) -> str | None:
    """Of several channels the contact's own, else the first that they have not refused; None: there is none."""
    open_ways = [channel for channel in channels if channel not in relation.contact.not_by]
    if relation.channel in open_ways:
        return relation.channel
    return next(iter(open_ways), None)


def link_to(plan: Plan, relation: Relation, channel: str | None) -> str | None:
    """The address that opens this channel to the contact, where it has one and their phone or email is known."""
    template = plan.channel(channel).link if channel and channel in plan.workspace.channels else None
    contact = relation.contact
    if not template:
        return None
    if "{email}" in template:
        return template.replace("{email}", contact.email) if contact.email else None
    if "{phone}" in template:
        return template.replace("{phone}", _digits(contact.phone, template)) if contact.phone else None
    return template


def _digits(phone: str, template: str) -> str:
    """As the address wants it: wa.me digits alone (its documentation), tel: and sms: with their `+` (RFC 3966)."""
    digits = re.sub(r"\D", "", phone)
    return f"+{digits}" if phone.strip().startswith("+") and not template.startswith("http") else digits
