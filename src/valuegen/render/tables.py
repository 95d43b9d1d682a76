"""Reminders as a table (.csv), a checklist (.md) and data (.json)."""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from valuegen.pages.recipients import RecipientList
from valuegen.pages.reminder_files import ReminderList
from valuegen.pages.reminder_groups import grouped, has_day_of_its_own
from valuegen.plan.types import Reminder
from valuegen.words import base, msg, say, written

FIELDS = (
    "uid", "kind", "due", "time", "owner", "text", "why", "contact", "entry", "need", "link", "delegable", "late",
)  # fmt: skip
_FORMULA = re.compile(r"^\s*[=+\-@＝＋－＠|%]")
# the same behind what another program may take for the end of a cell
_INNER = re.compile(r"([,;\t\"'])(?=\s*[=+\-@＝＋－＠])")
_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~&])")


def as_data(reminder: Reminder, language: str) -> dict[str, Any]:
    """One reminder as plain data, with the keys of `FIELDS`."""
    return {
        "uid": reminder.uid,
        "kind": reminder.kind,
        "due": reminder.due.isoformat(),
        "time": reminder.at and f"{reminder.at:%H:%M}",
        "owner": reminder.owner,
        "text": say(reminder.text, language),
        "why": say(reminder.why, language),
        "contact": reminder.contact,
        "entry": reminder.entry,
        "need": reminder.need,
        "link": reminder.link,
        "delegable": reminder.delegable,
        "late": reminder.late,
    }


def json_file(listed: ReminderList) -> bytes:
    """The JSON of 4-output.md: {"version": 1, "as_of": …, "reminders": […]}."""
    data = {
        "version": 1,
        "as_of": listed.as_of.isoformat(),
        "reminders": [as_data(reminder, listed.language) for reminder in listed.reminders],
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def csv_file(listed: ReminderList) -> bytes:
    """RFC 4180 with a byte order mark, and the separator of the language's spreadsheets. No formula ever runs."""
    made = (as_data(reminder, listed.language) for reminder in listed.reminders)
    return _table(FIELDS, ([data[field] for field in FIELDS] for data in made), listed.language)


def recipients_file(listed: RecipientList) -> bytes:
    """Who receives something, in the same form."""
    return _table(listed.fields, listed.rows, listed.language)


def _table(fields: Sequence[str], rows: Iterable[Sequence[Any]], language: str) -> bytes:
    out = io.StringIO(newline="")
    separator = ";" if base(language) == "es" else ","
    writer = csv.writer(out, delimiter=separator, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(fields)
    for row in rows:
        writer.writerow([cell(value, field == "link") for field, value in zip(fields, row, strict=True)])
    return out.getvalue().encode("utf-8-sig", "replace")


def cell(value: Any, is_address: bool = False) -> str:
    """A cell that is read as text: on one line, and with an apostrophe before what a spreadsheet would compute.

    Also within a text, after what separates cells elsewhere; not within an address, which must stay as it is.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = re.sub(r"[\s\0]+", " ", str(value)).strip()
    inner = text if is_address else _INNER.sub(r"\1'", text)
    return f"'{inner}" if _FORMULA.match(text) else inner


def markdown_file(listed: ReminderList) -> bytes:
    """A checklist: who waits, what is late, then day by day."""
    lines = [f"# {_escaped(listed.title)}", "", *_sections(listed)]
    return ("\n".join(lines).rstrip() + "\n").encode("utf-8", "replace")


def _sections(listed: ReminderList) -> Iterator[str]:
    if not listed.reminders:
        yield say(msg("Nothing to do: all is up to date."), listed.language)
    for title, reminders in grouped(listed.reminders, listed.as_of, listed.language):
        yield f"## {title}"
        yield ""
        yield from (_line(reminder, listed) for reminder in reminders)
        yield ""


def _line(reminder: Reminder, listed: ReminderList) -> str:
    said = _escaped(say(reminder.text, listed.language))
    why = _escaped(say(reminder.why, listed.language))
    day = f"{written(reminder.due, listed.language)} · " if has_day_of_its_own(reminder, listed.as_of) else ""
    at = f"{reminder.at:%H:%M} · " if reminder.at else ""
    link = f" <{reminder.link}>" if reminder.link else ""
    return f"- [ ] {day}{at}{said} {why} — {_escaped(listed.people[reminder.owner])}{link}"


def _escaped(text: str) -> str:
    return _MARKS.sub(r"\\\1", re.sub(r"\s+", " ", text))
