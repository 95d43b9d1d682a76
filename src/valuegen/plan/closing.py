"""What to write down when a reminder is done: the line of the log that closes it."""

from valuegen.plan.types import Plan, Reminder

WHAT_BY_CHANNEL = {
    "call": "call",
    "visit": "visit",
    "coffee": "coffee",
    "video-call": "meeting",
    "appointment": "meeting",
    "counter": "meeting",
}
BY_CONTACT = frozenset({"answer", "share", "greet", "reconnect", "tell", "follow-up"})


def closing_line(plan: Plan, reminder: Reminder) -> dict[str, str] | None:
    """The log's line (keys of 2-format.md) that closes a reminder on `as_of`; None where a line of the log can't."""
    line = {"date": plan.as_of.day.isoformat()}
    occurrence = next((one for one in plan.occurrences if one.id == reminder.entry), None)
    about = {"entry": reminder.entry if occurrence.entry.repeat else occurrence.entry.slug} if occurrence else {}
    if reminder.contact and reminder.kind in BY_CONTACT:
        what = "answer" if reminder.kind == "answer" else WHAT_BY_CHANNEL.get(reminder.channel or "", "message")
        channel = {"channel": reminder.channel} if reminder.channel else {}
        kept = about if reminder.kind in ("share", "tell") else {}
        return {**line, "contact": reminder.contact, "by": reminder.owner, **channel, "what": what, **_strings(kept)}
    if reminder.kind == "share" and reminder.channel:
        return {**line, "by": reminder.owner, "channel": reminder.channel, "what": "work", **_strings(about)}
    return None


def _strings(mapping: dict[str, str | None]) -> dict[str, str]:
    return {key: value for key, value in mapping.items() if value is not None}
