"""`remind --done UID`: the line of the log that closes a reminder is shown, asked about, written, and looked at."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from valuegen.cli.asking import ask
from valuegen.cli.changing import by_hand, put, show
from valuegen.cli.frame import broken, common, say_err
from valuegen.cli.judged import outlooked
from valuegen.words import Message, msg

if TYPE_CHECKING:
    from valuegen.build import Survey
    from valuegen.plan.types import Plan, Reminder
    from valuegen.write.change import Change


def close(ctx: click.Context, root: Path, uid: str, on: date | None, *, unasked: bool = False) -> None:
    """Write the line (`unasked`: without a question), if it closes the reminder and is no mistake."""
    from valuegen.plan.closing import closing_line

    found = outlooked(ctx, root, on)
    assert found.plan
    reminder = _named(ctx, uid, found.reminders)
    line = closing_line(found.plan, reminder)
    if line is None:
        broken(ctx, _by_hand(reminder))
    change = _change(ctx, found, line)
    after = outlooked(ctx, root, on, {change.file: change.new or ""})
    _judge(ctx, after, reminder, found.plan.as_of.day)
    show(ctx, (change,))
    if not unasked:
        ask(ctx, _question(found.plan, reminder))
    put(ctx, root, (change,))
    if not common(ctx).quiet:
        say_err(msg("Written."))


def _question(plan: "Plan", reminder: "Reminder") -> Message:
    """Whether to write the line; of an entry that lies ahead, whether it has happened, as `done` asks."""
    from valuegen.cli.named_entry import has_happened

    ahead = next((one for one in plan.occurrences if one.id == reminder.entry), None)
    if reminder.kind == "share" and ahead is not None and ahead.day is not None and ahead.day > plan.as_of.day:
        return has_happened(ahead)
    return msg("Write this line?")


def _change(ctx: click.Context, found: "Survey", line: "dict[str, str]") -> "Change":
    """The line at the end of the log: where its latest line stands, else where a log is looked for."""
    from valuegen.write.change import CannotChange, Change
    from valuegen.write.items import with_item
    from valuegen.write.where import collection_file

    assert found.plan
    texts = found.reading.sources.texts
    latest = max(found.plan.workspace.log or (), key=lambda one: (one.date.day, one.place), default=None)
    file = collection_file(texts, "log", (latest.place.file,) if latest else ())
    old = texts.get(file, "")
    try:
        return Change(file, old, with_item(old, line, in_one_line=True), is_new=file not in texts)
    except CannotChange:
        by_hand(ctx, file)


def _named(ctx: click.Context, uid: str, reminders: "tuple[Reminder, ...]") -> "Reminder":
    """The reminder of that uid; what stands before the @ is enough."""
    named = next((one for one in reminders if uid in (one.uid, one.uid.partition("@")[0])), None)
    if named is None:
        broken(
            ctx,
            msg(
                "There is no reminder “{uid}”. `valuegen remind` shows the name of each at the end of its line.",
                uid=uid,
            ),
        )
    return named


def _by_hand(reminder: "Reminder") -> Message:
    place = reminder.need if reminder.kind == "listen" else reminder.entry or reminder.segment
    said = {
        "prepare": msg("Set `status: ready` on the entry {place}: that is what closes this.", place=place),
        "refresh": msg("Write today in `updated` of the entry {place}: that is what closes this.", place=place),
        "listen": msg("Write an entry with `answers: [{place}]`, or mark the need as answered.", place=place),
        "plan": msg("Put an entry for the segment {place} into the calendar: that is what closes this.", place=place),
    }
    return said[reminder.kind]


def _judge(ctx: click.Context, after: "Survey", reminder: "Reminder", today: date) -> None:
    """End here where the line is a mistake, or closes nothing."""
    if not after.is_readable or after.plan is None:
        broken(ctx, msg("The line can't be written without a mistake in the log. Write it yourself."))
    if any(one.uid == reminder.uid and one.due <= max(reminder.due, today) for one in after.reminders):
        broken(
            ctx,
            msg(
                "It is too early for that: this reminder is of {day}, and a line of now would not close it.",
                day=reminder.due,
            ),
        )
