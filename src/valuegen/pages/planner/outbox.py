"""The outbox: a page for each entry that waits to be sent, with the words for each of its channels."""

from collections.abc import Iterator
from dataclasses import replace

from valuegen.pages.planner.frame import (
    TREE,
    Desk,
    contact_file,
    month_file,
    outbox_file,
    planner_page,
    root_of,
)
from valuegen.pages.planner.labels import act_label
from valuegen.pages.planner.lines import entry_line
from valuegen.pages.planner.mentions import channel_link, contact_link, need_link
from valuegen.pages.planner.outbox_views import (
    Copied,
    Noted,
    OutboxView,
    Person,
    SendView,
    Sheet,
    TalkCard,
    Told,
)
from valuegen.pages.planner.outbox_words import cautions, guide, left_out, measures, of_entry, people_title
from valuegen.pages.recipients import EMAIL_FIELDS, LINK_FIELDS, RecipientList
from valuegen.pages.types import Html, Later, Page
from valuegen.pages.views import NO_HTML, Link
from valuegen.plan.outbox import Card, Outbox, Parcel, Sending, To
from valuegen.plan.outbox.wording import NO_LINKS
from valuegen.plan.types import Occurrence
from valuegen.trace import apart
from valuegen.words import Message, msg, nmsg

LISTED, CARDS = 150, 40
"""So many clients, and cards, stand on a page; all of them are in the table to take along."""
_SIZES = {"card": "card", "flyer": "flyer"}


def outbox_pages(desk: Desk) -> Iterator[Page]:
    """Every page of the outbox, and what can be taken along from it."""
    outbox = Outbox(desk.plan)
    for occurrence in outbox.waiting():
        with apart() as found:
            parcel = outbox.parcel(occurrence)
        reads = frozenset(found)
        for page in _pages(desk, parcel):
            yield replace(page, reads=reads)


def _pages(desk: Desk, parcel: Parcel) -> Iterator[Page]:
    id = parcel.occurrence.id
    yield planner_page(outbox_file(id), "outbox", Later(_view, desk, parcel), desk.site)
    for sending in parcel.sendings:
        if sending.form == "mail" and sending.words.text:
            yield Page(TREE + mail_file(id, sending.channel), None, sending.words.page, form="text")
        if sending.to and _has_table(sending):
            table = Later(_table, desk, parcel, sending)
            yield Page(TREE + table_file(id, sending.channel), None, table, form="recipients")


def mail_file(id: str, channel: str) -> str:
    """An email of the outbox as it will be seen."""
    return f"outbox/mail/{id}.{channel}.html"


def table_file(id: str, channel: str) -> str:
    """Who receives an entry by a channel."""
    return f"outbox/{id}.{channel}.csv"


def _view(desk: Desk, parcel: Parcel) -> OutboxView:
    occurrence = parcel.occurrence
    sendings = tuple(_sending(desk, occurrence, sending) for sending in parcel.sendings)
    return OutboxView(
        title=desk.say(msg("To send: {title}", title=occurrence.entry.title)),
        root=root_of(outbox_file(occurrence.id)),
        place=month_file(desk.plan.as_of.day),
        line=entry_line(desk, occurrence),
        ask=occurrence.entry.ask or "",
        cautions=_said(desk, of_entry(desk.plan, occurrence)),
        sendings=sendings,
        prints=any(sending.sheet or sending.cards for sending in sendings),
    )


def _sending(desk: Desk, occurrence: Occurrence, sending: Sending) -> SendView:
    channel = desk.plan.channel(sending.channel)
    link = channel_link(desk, sending.channel)
    listed = () if sending.form == "talk" and len(sending.cards) <= CARDS else sending.to[:LISTED]
    is_mail = sending.form == "mail"
    return SendView(
        id=f"send-{sending.channel}",
        label=link.text,
        href=link.href,
        form=sending.form,
        guide=desk.say(guide(channel, sending.form)),
        texts=tuple(_texts(desk, sending)),
        measures=_said(desk, measures(sending, channel)),
        cautions=_said(desk, cautions(sending, channel)),
        rich=sending.words.html if is_mail and sending.words.text else "",
        points=Html(sending.words.html) if sending.form in ("talk", "video") else NO_HTML,
        sheet=_sheet(desk, sending) if sending.form == "print" and sending.words.text else None,
        cards=tuple(_card(desk, card) for card in sending.cards[:CARDS]),
        people=tuple(_person(desk, occurrence, one, sending) for one in listed),
        people_title=desk.say(people_title(sending, channel)) if sending.to else "",
        more=" ".join(_said(desk, _more(sending, len(listed)))),
        more_names=tuple(contact_link(desk, one.id) for one in (*sending.resting, *sending.unreachable)[:LISTED]),
        files=tuple(_files(desk, occurrence, sending)),
    )


def _texts(desk: Desk, sending: Sending) -> Iterator[Copied]:
    words, id = sending.words, f"words-{sending.channel}"
    if not words.text or sending.form in ("talk", "none"):
        return
    if words.subject:
        yield Copied(f"{id}-subject", desk.say(msg("Subject")), words.subject, is_whole=False)
    if words.preview:
        yield Copied(f"{id}-preview", desk.say(msg("Preview line")), words.preview, is_whole=False)
    label: dict[str, Message] = {"mail": msg("As plain text"), "video": msg("For its description")}
    yield Copied(id, desk.say(label.get(sending.form, msg("The words"))), words.text)
    if words.address and (sending.form == "page" or sending.channel in NO_LINKS):
        yield Copied(f"{id}-address", desk.say(msg("Its address")), words.address, is_whole=False)


def _sheet(desk: Desk, sending: Sending) -> Sheet:
    copies = nmsg("{n} copy", "{n} copies", len(sending.to))
    return Sheet(
        size=_SIZES.get(sending.channel, "letter"),
        title="",
        body=Html(sending.words.html),
        copies=desk.say(copies) if sending.to else "",
    )


def _person(desk: Desk, occurrence: Occurrence, one: To, sending: Sending) -> Person:
    is_begun = bool(one.link) and not one.is_whole and sending.form not in ("talk", "chat")
    note = (
        msg("only the beginning is in it: copy the rest") if sending.form == "mail" else msg("copy the words into it")
    )
    return Person(
        who=Link(one.relation.contact.name, contact_file(one.relation.id)),
        link=one.link,
        act=act_label(one.link, desk.language) if one.link else "",
        note=desk.say(note) if is_begun and sending.words.text else _missing(desk, one, sending),
    )


def _missing(desk: Desk, one: To, sending: Sending) -> str:
    """Why there is no link where the channel has one."""
    channel = desk.plan.channel(sending.channel)
    is_missing = channel.reach == "personal" and channel.link and not one.link
    return desk.say(msg("a phone with its country code is missing")) if is_missing else ""


def _card(desk: Desk, card: Card) -> TalkCard:
    contact, link = card.to.relation.contact, card.to.link
    return TalkCard(
        person=Person(
            Link(contact.name, contact_file(contact.id)), link, act_label(link, desk.language) if link else "", ""
        ),
        phone=contact.phone or "",
        about=contact.about or "",
        cares=desk.say(msg("{names}", names=contact.cares_about)) if contact.cares_about else "",
        needs=tuple(
            Told(need_link(desk, need.id), need.asked or "", need.heard, need.id in card.answered)
            for need in card.needs
        ),
        notes=tuple(Noted(line.date.day, line.note or "") for line in card.notes),
    )


def _more(sending: Sending, listed: int) -> Iterator[Message]:
    rest = len(sending.to) - max(listed, min(len(sending.cards), CARDS))
    if rest > 0:
        yield nmsg("And {n} more, in the table.", "And {n} more, in the table.", rest)
    yield from left_out(sending)


def _has_table(sending: Sending) -> bool:
    return sending.form == "mail" or len(sending.to) > min(LISTED, CARDS)


def _files(desk: Desk, occurrence: Occurrence, sending: Sending) -> Iterator[Link]:
    if sending.form == "mail" and sending.words.text:
        yield Link(desk.say(msg("See it as it will be seen")), mail_file(occurrence.id, sending.channel))
    if sending.to and _has_table(sending):
        yield Link(desk.say(msg("Table of who receives it (.csv)")), table_file(occurrence.id, sending.channel))


def _table(desk: Desk, parcel: Parcel, sending: Sending) -> RecipientList:
    """A row a client; `segment` those of the entry that they are in."""
    segments, named = desk.plan.workspace.segments, parcel.occurrence.segments
    is_mail = sending.form == "mail"
    rows = []
    for one in sending.to:
        contact = one.relation.contact
        theirs = tuple(segments[id].name for id in named if id in contact.segments)
        address = (contact.email if is_mail else one.link) or ""
        rows.append((contact.name, address, ", ".join(theirs)))
    return RecipientList(desk.language, EMAIL_FIELDS if is_mail else LINK_FIELDS, tuple(rows))


def _said(desk: Desk, messages: Iterator[Message]) -> tuple[str, ...]:
    return tuple(desk.say(message) for message in messages)
