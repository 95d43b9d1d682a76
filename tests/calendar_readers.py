"""Calendar files read by three parsers that know nothing of each other: icalendar, vobject, and ical.js where it is.

ical.js is JavaScript: it needs node, and what `npm ci` puts into requirements/npm.
"""

import json
import shutil
import subprocess
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest
import vobject

Event = dict[str, Any]
Reader = Callable[[bytes], list[Event]]
NPM = Path(__file__).parent.parent / "requirements/npm"
ICAL_JS = NPM / "node_modules/ical.js/dist/ical.es5.cjs"
SCRIPT = """
const ICAL = require(process.argv[1]);
const text = require('fs').readFileSync(0, 'utf8');
const moment = time => time.isDate ? time.toString() : time.toJSDate().toISOString();
const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map(event => ({
  uid: event.getFirstPropertyValue('uid'),
  text: event.getFirstPropertyValue('summary'),
  start: moment(event.getFirstPropertyValue('dtstart')),
  stamp: moment(event.getFirstPropertyValue('dtstamp')),
  kind: event.getFirstPropertyValue('categories'),
  link: event.getFirstPropertyValue('url'),
  description: event.getFirstPropertyValue('description'),
  alarm: event.getAllSubcomponents('valarm').map(alarm => alarm.getFirstPropertyValue('trigger').toSeconds()),
}));
console.log(JSON.stringify(events));
"""


def by_icalendar(data: bytes) -> list[Event]:
    """Every event, in order."""
    calendar = icalendar.Calendar.from_ical(data)
    return [
        {
            "uid": str(event["UID"]),
            "text": str(event["SUMMARY"]),
            "start": event["DTSTART"].dt,
            "stamp": event["DTSTAMP"].dt,
            "kind": str(event["CATEGORIES"].cats[0]),
            "link": str(event["URL"]) if "URL" in event else None,
            "description": str(event["DESCRIPTION"]),
            "alarm": [alarm["TRIGGER"].dt for alarm in event.walk("VALARM")],
        }
        for event in calendar.walk("VEVENT")
    ]


def by_vobject(data: bytes) -> list[Event]:
    """The same, by the other."""
    calendar = vobject.readOne(data.decode())
    return [
        {
            "uid": event.uid.value,
            "text": event.summary.value,
            "start": event.dtstart.value,
            "stamp": event.dtstamp.value,
            "kind": event.categories.value[0],
            "link": event.url.value if hasattr(event, "url") else None,
            "description": event.description.value,
            "alarm": [alarm.trigger.value for alarm in getattr(event, "valarm_list", [])],
        }
        for event in getattr(calendar, "vevent_list", [])
    ]


def by_ical_js(data: bytes) -> list[Event]:
    """The same, by the one that Thunderbird and many web calendars use."""
    node = shutil.which("node")
    if node is None or not ICAL_JS.is_file():
        pytest.skip("ical.js is not here: it needs node, and `npm ci --prefix requirements/npm`")
    done = subprocess.run([node, "-e", SCRIPT, str(ICAL_JS)], input=data, capture_output=True, check=True)
    events: list[Event] = json.loads(done.stdout)
    for event in events:
        event["start"], event["stamp"] = _moment(event["start"]), _moment(event["stamp"])
        event["alarm"] = [timedelta(seconds=seconds) for seconds in event["alarm"]]
    return events


def _moment(text: str) -> date | datetime:
    return datetime.fromisoformat(text).astimezone(UTC) if "T" in text else date.fromisoformat(text)


READERS = pytest.mark.parametrize(
    "read", [by_icalendar, by_vobject, by_ical_js], ids=["icalendar", "vobject", "ical.js"]
)
