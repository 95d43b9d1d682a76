"""What the outbox says around the words: how to send them, how long they are, what to mind."""

from collections.abc import Iterator

from valuegen.model.channel import Channel
from valuegen.pages.planner.labels import STATUSES
from valuegen.plan.outbox import Form, Sending, form_of
from valuegen.plan.outbox.lengths import SUBJECT_SEEN
from valuegen.plan.outbox.sms import Sms
from valuegen.plan.outbox.wording import NO_LINKS
from valuegen.plan.types import Occurrence, Plan, Relation
from valuegen.words import Message, msg, nmsg

NEAR = 5_000
"""Limits further away than this are not spoken of until they are reached."""
_GUIDES: dict[Form, Message] = {
    "whatsapp": msg("Open each chat: the words are in it. Greet them as you always do, and send it yourself."),
    "chat": msg("Copy the words into each chat, and greet them as you always do."),
    "sms": msg("Open each message: the words are in it. Greet them as you always do, and send it yourself."),
    "mail": msg("Open each email: subject and words are in it. Greet them as you always do, and send it yourself."),
    "post": msg("Copy the words, and publish them yourself."),
    "video": msg("Tell it in your own words; below it stand the words for its description."),
    "talk": msg("Listen more than you talk, and write down what they tell you."),
    "gather": msg("Invite each of them yourself; the words are for all."),
    "print": msg("Print it, and sign it by hand."),
    "page": msg("The site publishes it by itself. These words are to tell of it."),
    "none": msg("Nobody is on the other side of this channel: bring it to people yourself."),
}
_LIST_MAIL = msg(
    "Copy it with its looks into the program that you send it with. In your own mail, put the addresses into the blind "
    "copy (Bcc), never into “To”."
)
_FLYER = msg("Print it, or take the words to whoever draws it.")


def guide(channel: Channel, form: Form) -> Message:
    """How the words are brought to people."""
    if form == "mail" and channel.reach != "personal":
        return _LIST_MAIL
    return _FLYER if channel.id == "flyer" else _GUIDES[form]


def measures(sending: Sending, channel: Channel) -> Iterator[Message]:
    """How long the words are, beside what the channel bears."""
    measure = sending.measure
    if not sending.words.text:
        return
    words = nmsg("{n} word", "{n} words", measure.words)
    if measure.max_words and not sending.words.is_short:
        yield msg("{words} (this channel bears {limit})", words=words, limit=measure.max_words)
    else:
        yield words
    if measure.sms:
        yield from _messages(measure.sms)
    elif 0 < measure.limit <= NEAR or measure.length > measure.limit > 0:
        yield msg("{length} of {limit} characters", length=measure.length, limit=measure.limit)
    if measure.minutes_aloud:
        yield nmsg("about {n} minute aloud", "about {n} minutes aloud", measure.minutes_aloud)
    if sending.form == "mail" and len(sending.words.subject) > SUBJECT_SEEN:
        yield msg("a subject of {n} characters: about {seen} are seen", n=len(sending.words.subject), seen=SUBJECT_SEEN)


def _messages(sms: Sms) -> Iterator[Message]:
    yield nmsg("{n} text message", "{n} text messages", sms.messages)
    yield nmsg("room for {n} more character", "room for {n} more characters", sms.left)


def cautions(sending: Sending, channel: Channel) -> Iterator[Message]:
    """What to mind before these words go out."""
    measure, words = sending.measure, sending.words
    if not words.text and sending.form not in ("talk", "none"):
        yield msg("It has no words yet: write its `text`, or at least its `ask`.")
    if measure.max_words and measure.words > measure.max_words and not words.is_short:
        yield msg("It is longer than this channel bears: say less, or say it in several times.")
    if measure.limit and measure.length > measure.limit:
        over = measure.length - measure.limit
        yield nmsg("{n} character too many: it does not fit.", "{n} characters too many: it does not fit.", over)
    if measure.seen:
        yield msg("Before “more” one reads: {seen}", seen=measure.seen)
    if measure.sms and measure.sms.others:
        marks = " ".join(measure.sms.others[:12])
        yield msg("{marks} make it go by 70 characters a message, in place of 160.", marks=marks)
    if words.is_short and sending.form not in ("page", "post", "video"):
        yield msg("Its text is long for this channel: this tells of it, and leads to it.")
    if channel.id in NO_LINKS and words.address:
        yield msg("Addresses can’t be followed there: put {address} into your profile.", address=words.address)


def of_entry(plan: Plan, occurrence: Occurrence) -> Iterator[Message]:
    """What to mind of the entry as a whole."""
    if occurrence.status in ("draft", "review"):
        yield msg("Not to be sent yet: it is marked “{status}”.", status=STATUSES[occurrence.status])
    if _is_bare(plan, occurrence):
        yield msg("It has no text yet: these words are no more than its summary and its question.")
    if occurrence.is_slipped and occurrence.day:
        yield msg("It was planned for {day}. Does it still hold? If not, move it, or take it out.", day=occurrence.day)
    expires = occurrence.entry.expires
    if expires and expires <= max(plan.as_of.day, occurrence.day or plan.as_of.day):
        yield msg("It left the site on {day}.", day=expires)


def _is_bare(plan: Plan, occurrence: Occurrence) -> bool:
    """Whether a letter or an email has no text of its own. (In a chat a question is enough.)"""
    entry = occurrence.entry
    is_letter = any(form_of(plan.channel(id)) in ("mail", "print") for id in occurrence.channels)
    return is_letter and entry.slug not in plan.prose and bool(entry.summary or entry.ask)


def people_title(sending: Sending, channel: Channel) -> Message:
    """Over the list of people: how many, and for what."""
    count = len(sending.to)
    if sending.form == "gather":
        return nmsg("{n} person to invite", "{n} people to invite", count)
    if sending.form == "talk":
        return nmsg("{n} person to speak to", "{n} people to speak to", count)
    if channel.reach != "personal":
        return nmsg("{n} recipient", "{n} recipients", count)
    return nmsg("{n} person to write to", "{n} people to write to", count)


def _resting(relations: tuple[Relation, ...]) -> Message:
    count, names = len(relations), tuple(relation.contact.name for relation in relations[:12])
    if count > len(names):
        return nmsg("{n} is in a pause on that day.", "{n} are in a pause on that day.", count)
    return nmsg("In a pause on that day: {names}.", "In a pause on that day: {names}.", count, names=names)


def left_out(sending: Sending) -> Iterator[Message]:
    """Who is not in the list."""
    if sending.resting:
        yield _resting(sending.resting)
    if sending.told:
        yield nmsg("{n} person has had it already.", "{n} people have had it already.", sending.told)
    if sending.unreachable:
        names = tuple(relation.contact.name for relation in sending.unreachable[:12])
        count = len(sending.unreachable)
        if count > len(names):
            yield nmsg("{n} has no address for it.", "{n} have no address for it.", count)
        else:
            yield nmsg("Without an address for it: {names}.", "Without an address for it: {names}.", count, names=names)
    if sending.from_day:
        yield msg("Who receives it is worked out from {day} on: wishes may change until then.", day=sending.from_day)
