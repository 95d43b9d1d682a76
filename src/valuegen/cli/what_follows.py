"""What else there may be to write down, after something was: told with the command that does it, and left to you."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from valuegen.words import Message, msg

if TYPE_CHECKING:
    from valuegen.plan.occurrence import Occurrence
    from valuegen.plan.types import Plan

_WRITTEN_FORMS = frozenset({"whatsapp", "chat", "sms", "mail", "post", "print"})
_BEFORE_BUYING = frozenset({"user", "prospect", "friend"})


def of_sale(plan: "Plan", contact: str) -> Message | None:
    """How you stand with whoever bought does not change by itself; `plan`: with the sale in it."""
    from valuegen.cli.add_sorts import STAGE_WORDS

    relation = plan.relations.get(contact)
    if relation is None:
        return None
    values = {"name": relation.contact.name, "id": contact}
    if relation.stage in _BEFORE_BUYING:
        return msg(
            "The stage of {name} is still: {stage}. If they are a client now: "
            "`valuegen add log --contact {id} --stage buyer`.",
            stage=STAGE_WORDS[relation.stage],
            **values,
        )
    if relation.stage == "buyer" and sum(line.what == "sale" for line in relation.log) > 1:
        return msg(
            "{name} has bought before. If they keep coming back: `valuegen add log --contact {id} --stage recurring`.",
            **values,
        )
    return None


def of_done(plan: "Plan", done: "Occurrence") -> Iterator[Message]:
    """Of what was sent without its text, that no rule could read it; of an offer, how a yes is written down."""
    if done.is_value and not done.publishes and _is_sent_in_words(plan, done) and not _has_text(done):
        yield msg(
            "It counts as something that helps, by its `kind` alone: no rule can read what you sent. "
            "To have it read, write it into the entry as `text` ({place}).",
            place=f"{done.place.file}:{done.place.line}",
        )
    if done.is_pitch:
        yield from _of_offer(plan, done)


def _is_sent_in_words(plan: "Plan", done: "Occurrence") -> bool:
    from valuegen.plan.outbox.forms import form_of

    return any(form_of(plan.channel(channel)) in _WRITTEN_FORMS for channel in done.channels)


def _has_text(done: "Occurrence") -> bool:
    return done.entry.written is not None and not done.entry.written.is_blank


def _of_offer(plan: "Plan", done: "Occurrence") -> Iterator[Message]:
    from valuegen.plan.due_entries import recipients

    first = next(recipients(plan, done), None)
    if first is None:
        return
    product = f" --product {done.entry.product}" if done.entry.product else ""
    command = f"valuegen add log --what sale --contact {first.id}{product}"
    yield msg("When somebody takes the offer, write it down: `{command}`.", command=command)
