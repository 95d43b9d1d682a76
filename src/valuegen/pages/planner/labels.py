"""The words of the planner for what YAML calls by a key."""

from valuegen.pages.planner.views import Mark
from valuegen.words import Message, msg, nmsg, say

KINDS: dict[str, tuple[str, Message]] = {
    "industry": ("●", msg("Their trade")),
    "expertise": ("◆", msg("What we know")),
    "reference": ("■", msg("To look up")),
    "conversation": ("◯", msg("Conversation")),
    "courtesy": ("♥", msg("Courtesy")),
    "pitch": ("▲", msg("Offer")),
}
STATUSES: dict[str, Message] = {
    "idea": msg("idea"),
    "draft": msg("draft"),
    "review": msg("to be read again"),
    "ready": msg("ready"),
    "done": msg("done"),
}
LEVELS: dict[str, Message] = {
    "error": msg("broken promise"),
    "warning": msg("warning"),
    "todo": msg("to do"),
    "note": msg("note"),
}


def counted(level: str, n: int) -> Message:
    """So many findings of a level."""
    match level:
        case "error":
            return nmsg("{n} broken promise", "{n} broken promises", n)
        case "warning":
            return nmsg("{n} warning", "{n} warnings", n)
        case "todo":
            return nmsg("{n} thing to do", "{n} things to do", n)
        case _:
            return nmsg("{n} note", "{n} notes", n)


REMINDERS: dict[str, Message] = {
    "answer": msg("Answer"),
    "prepare": msg("Prepare"),
    "share": msg("Share"),
    "greet": msg("Greet"),
    "reconnect": msg("Get in touch"),
    "tell": msg("Tell"),
    "listen": msg("Think of something"),
    "follow-up": msg("Ask whether it helped"),
    "refresh": msg("Look through"),
    "plan": msg("Plan"),
}
STAGES: dict[str, Message] = {
    "user": msg("use something of yours"),
    "prospect": msg("may become clients"),
    "friend": msg("friends of the house"),
    "buyer": msg("have bought"),
    "recurring": msg("come back"),
}
TREATMENTS: dict[str, Message] = {
    "personal": msg("one by one"),
    "group": msg("in small groups"),
    "broadcast": msg("all at once"),
}
ACTS: dict[str, Message] = {
    "https": msg("Open WhatsApp"),
    "mailto": msg("Write the email"),
    "tel": msg("Call them"),
    "sms": msg("Write the message"),
}


def marks(language: str) -> tuple[Mark, ...]:
    """All kinds, in the order in which they are explained."""
    return tuple(Mark(kind, shape, say(label, language)) for kind, (shape, label) in KINDS.items())


def act_label(link: str, language: str) -> str:
    """What a link to act on does."""
    label = ACTS.get(link.partition(":")[0])
    return say(label, language) if label else ""
