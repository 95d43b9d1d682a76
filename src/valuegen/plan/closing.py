"""What to write down when a reminder is done: the line of the log that closes it."""

from dataclasses import replace

from valuegen.model.log import LogLine
from valuegen.plan.make import make_plan
from valuegen.plan.reminders import reminders_of
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


def closed_by(plan: Plan, uid: str) -> LogLine | None:
    """The line of the log for which a reminder of that uid is not there, or not any more of today; None where it would
    not be there without your lines either."""
    log = plan.workspace.log or ()
    yours = [line for line in log if line.by or line.what == "work"]
    workspace = replace(plan.workspace, log=tuple(line for line in log if line not in yours))
    without = make_plan(workspace, plan.as_of, plan.prose, plan.judged)
    reminder = next((one for one in reminders_of(without) if is_named(one, uid)), None)
    written = closing_line(without, reminder) if reminder else None
    if written is None:
        return None
    contact, entry = written.get("contact"), written.get("entry")
    closing = [line for line in yours if line.contact == contact and (entry is None or _is_of(line, entry))]
    return max(closing, key=lambda line: (line.date, line.place), default=None)


def _is_of(line: LogLine, entry: str) -> bool:
    """Whether a line names that entry, by DATE-SLUG or by the slug alone."""
    return line.entry is not None and (line.entry.endswith(entry) or entry.endswith(line.entry))


def is_named(reminder: Reminder, uid: str) -> bool:
    """Whether that is its uid; what stands before the @ is enough."""
    return uid in (reminder.uid, reminder.uid.partition("@")[0])


def _strings(mapping: dict[str, str | None]) -> dict[str, str]:
    return {key: value for key, value in mapping.items() if value is not None}
