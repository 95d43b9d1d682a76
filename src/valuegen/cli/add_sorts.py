"""The sorts of values that `add` takes, with their words and what there is to choose from."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from valuegen.cli import completing, plain_words
from valuegen.cli.days import AmountText, ReadText
from valuegen.cli.spoken import reader_language
from valuegen.cli.understood import Sort
from valuegen.words import Message, msg, say

if TYPE_CHECKING:
    from valuegen.plan.types import Plan

KINDS = ("industry", "expertise", "reference", "conversation", "courtesy", "pitch")
KIND_WORDS = {
    "industry": msg("of use in their trade (industry)"),
    "expertise": msg("what you know (expertise)"),
    "reference": msg("to look things up (reference)"),
    "conversation": msg("a conversation (conversation)"),
    "courtesy": msg("a courtesy (courtesy)"),
    "pitch": msg("an offer (pitch)"),
}
WHATS = (
    *("message", "call", "coffee", "visit", "meeting", "reply", "answer", "inquiry", "sale", "referral", "helped"),
    *("testimonial", "stage", "opt-out", "lost", "work"),
)
WITH_SOMEBODY = tuple(what for what in WHATS if what != "work")
OF_SOMEBODY = ("reply", "answer", "stage", "opt-out", "lost")
"""What says nothing without a name."""
OURS = ("message", "call", "coffee", "visit", "meeting", "answer", "work")
"""What somebody of the team does."""
STATUSES = ("idea", "draft", "review", "ready", "done")
STAGES = ("user", "prospect", "friend", "buyer", "recurring")
STAGE_WORDS = {
    "user": msg("uses something of yours (user)"),
    "prospect": msg("may become a client (prospect)"),
    "friend": msg("a friend of the house (friend)"),
    "buyer": msg("has bought (buyer)"),
    "recurring": msg("comes back (recurring)"),
}
REASONS = ("absence", "competitor", "price", "other")


def _topics(plan: "Plan") -> Iterable[str]:
    return dict.fromkeys(topic for segment in plan.workspace.segments.values() for topic in segment.cares_about)


def _labels(plan: "Plan") -> dict[str, str]:
    language = reader_language()
    channels = plan.workspace.channels.items()
    return {id: say(one.label, language) if isinstance(one.label, Message) else one.label for id, one in channels}


OF_SEGMENT = Sort(
    msg("SEGMENT"),
    lambda plan: plan.workspace.segments,
    completing.segments,
    names=lambda plan: {id: one.name for id, one in plan.workspace.segments.items()},
)
OF_CONTACT = Sort(
    msg("CONTACT"),
    lambda plan: plan.workspace.contacts or (),
    completing.contacts,
    names=lambda plan: {id: one.name for id, one in (plan.workspace.contacts or {}).items()},
    people=True,
)
OF_PERSON = Sort(
    msg("PERSON"),
    lambda plan: plan.workspace.people,
    completing.people,
    names=lambda plan: {id: one.name for id, one in plan.workspace.people.items()},
    people=True,
)
OF_CHANNEL = Sort(
    msg("CHANNEL"),
    lambda plan: plan.workspace.channels,
    completing.channels,
    names=_labels,
    words=plain_words.channel_said,
)
OF_NEED = Sort(msg("NEED"), lambda plan: plan.workspace.needs or (), completing.needs)
OF_PRODUCT = Sort(
    msg("PRODUCT"),
    lambda plan: (one.id for one in plan.workspace.settings.products),
    completing.products,
    names=lambda plan: {one.id: one.name for one in plan.workspace.settings.products},
)
OF_ENTRY = Sort(
    msg("ENTRY"), lambda plan: (one.slug for one in plan.workspace.entries), completing.entries, is_open=True
)
TOPIC = Sort(msg("TOPIC"), _topics, is_open=True)
WHAT = Sort(msg("WHAT"), lambda _: WHATS, completing.words(WHATS), words=plain_words.what_said)
KIND = Sort(msg("KIND"), lambda _: KINDS, completing.words(KINDS), told=KIND_WORDS, words=plain_words.kind_said)
STATUS = Sort(msg("STATUS"), lambda _: STATUSES, completing.words(STATUSES), words=plain_words.status_said)
STAGE = Sort(msg("STAGE"), lambda _: STAGES, completing.words(STAGES), told=STAGE_WORDS, words=plain_words.stage_said)
REASON = Sort(msg("REASON"), lambda _: REASONS, completing.words(REASONS), words=plain_words.reason_said)
DATE = Sort(msg("DATE"), day="ahead")
PAST = Sort(msg("DATE"), day="past")
YEARLY = Sort(msg("DATE"), day="yearly")
NAME, TITLE = Sort(msg("NAME")), Sort(msg("TITLE"))
FILE = Sort(msg("FILE"), None, completing.files)
NUMBER = Sort(msg("NUMBER"), type=ReadText("read_count"))
AMOUNT = Sort(msg("AMOUNT"), type=AmountText("read_amount"))
PHONE = Sort(msg("TEXT"), type=ReadText("read_phone", "contact_ways"))
EMAIL = Sort(msg("TEXT"), type=ReadText("read_email", "contact_ways"))
