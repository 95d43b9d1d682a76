"""By which channel a contact is reached, how one acts on it, and the address to act on."""

from typing import Literal

from valuegen.model.contact_ways import digits_of
from valuegen.plan.types import Plan, Relation
from valuegen.words import Message, msg

Manner = Literal["write", "call", "meet", "bring"]
"""What one does by a channel; `bring` where a workspace's own channel does not tell."""
_MANNERS: dict[str, Manner] = {
    **dict.fromkeys(("email", "whatsapp", "telegram", "sms", "chat", "letter", "card"), "write"),
    **dict.fromkeys(("call", "video-call"), "call"),
    **dict.fromkeys(("visit", "coffee", "appointment", "counter"), "meet"),
}
_BY_SCHEME: dict[str, Manner] = {"tel": "call"}
EVERYDAY = ("whatsapp", "call", "email")
"""By one of these nearly everybody is reached, whatever their own channel is."""


def manner_of(plan: Plan, channel: str) -> Manner:
    """How one acts on a channel: as on the built-in one of that name, else by what its link opens."""
    if channel in _MANNERS:
        return _MANNERS[channel]
    link = plan.channel(channel).link if channel in plan.workspace.channels else None
    return _BY_SCHEME.get(link.partition(":")[0], "write") if link else "bring"


def way_to(plan: Plan, relation: Relation, channels: tuple[str, ...]) -> str | None:
    """Of several channels the first by which they can be reached, their own before others; None: they refused all."""
    open_ways = [channel for channel in channels if channel not in relation.contact.not_by]
    open_ways.sort(key=lambda channel: channel != relation.channel)
    reachable = (channel for channel in open_ways if unknown_for(plan, relation, channel) is None)
    return next(reachable, next(iter(open_ways), None))


def own_way(plan: Plan, relation: Relation) -> str:
    """The contact's channel; where it has no address of theirs, the first everyday one that has."""
    open_ways = (channel for channel in EVERYDAY if link_to(plan, relation, channel))
    return way_to(plan, relation, (relation.channel, *open_ways)) or relation.channel


def unknown_for(plan: Plan, relation: Relation, channel: str | None) -> Message | None:
    """What is not known of a contact and this channel needs; None: they are reached by it."""
    template = plan.channel(channel).link if channel and channel in plan.workspace.channels else None
    if not template or link_to(plan, relation, channel):
        return None
    if "{email}" in template:
        return msg("Their email is not written down yet.")
    if relation.contact.phone:
        return msg("Their phone lacks the code of its country.")
    return msg("Their phone is not written down yet.")


def link_to(plan: Plan, relation: Relation, channel: str | None) -> str | None:
    """The address that opens this channel to the contact, where it has one and their phone or email is known."""
    template = plan.channel(channel).link if channel and channel in plan.workspace.channels else None
    contact = relation.contact
    if not template:
        return None
    if "{email}" in template:
        return template.replace("{email}", contact.email) if contact.email else None
    if "{phone}" in template:
        digits = _digits(contact.phone, template) if contact.phone else ""
        return template.replace("{phone}", digits) if digits else None
    return template


def _digits(phone: str, template: str) -> str:
    """As the address wants it: tel: and sms: with their `+` (RFC 3966), wa.me the whole number in digits alone (its
    documentation); "" for one without its country there, which would open the chat of somebody else.
    """
    digits, is_whole = digits_of(phone)
    if template.startswith("https://wa.me/"):
        return digits if is_whole else ""
    return f"+{digits}" if is_whole and not template.startswith("http") else digits
