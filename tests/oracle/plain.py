"""Days, occurrences, and who receives what, by plain counting: the words of the design, apart from the program.

A workspace is plain data (see `calendars.py`). Nothing here is quick or clever.
"""

from datetime import date, datetime, time, timedelta
from functools import cache
from unicodedata import normalize
from zoneinfo import ZoneInfo

from oracle.ways import publishes, reach

DAY = timedelta(days=1)
VALUE = ("industry", "expertise", "reference", "conversation")
# --- days


def is_free(day, rests):
    return any(first <= day <= last for first, last in rests)


def rests_of(work, segment):
    """Closed days and the segment's pauses."""
    return [*closed(work), *work["segments"][segment]["pauses"]]


def closed(work):
    """Two dates, or two MM-DD of every year, which may run over New Year."""
    rests = []
    for first, last in work["closed"]:
        if isinstance(first, date):
            rests.append((first, last))
            continue
        for year in range(work["as_of"].year - 3, work["as_of"].year + 9):
            begin, end = date.fromisoformat(f"{year}-{first}"), date.fromisoformat(f"{year}-{last}")
            rests.append((begin, end if begin <= end else end.replace(year=year + 1)))
    return rests


def silence(first, last, rests):
    """Days between two dates, less the free ones strictly between."""
    strictly = [first + DAY * n for n in range(1, (last - first).days)]
    return (last - first).days - sum(is_free(day, rests) for day in strictly)


def ahead(day, number, rests):
    """The day up to which there are `number` other days after `day`."""
    while number:
        day += DAY
        number -= not is_free(day, rests)
    return day


# --- occurrences


def repeated(entry, as_of):
    """The days of a repeat: every N days, every N weeks, or every N months on the day of its date."""
    repeat, start = entry["repeat"], entry["date"]
    last = repeat["until"] or (date(2199, 12, 31) if repeat["count"] else as_of + 366 * DAY)
    days, step = [], 0
    while len(days) < (repeat["count"] or 1000):
        if repeat["freq"] == "MONTHLY":
            month = start.month - 1 + step * repeat["interval"]
            day = date(start.year + month // 12, month % 12 + 1, start.day)
        else:
            day = start + DAY * step * repeat["interval"] * (7 if repeat["freq"] == "WEEKLY" else 1)
        if day > last:
            break
        days.append(day)
        step += 1
    return [day for day in days if day not in repeat["except"]]


def channels_of(work, entry):
    """Its own, else of each of its segments the first that publishes, else the first (blog); of contacts theirs."""
    if entry["channels"]:
        return set(entry["channels"])
    found = set()
    for name in entry["segments"]:
        theirs = work["segments"][name]["channels"] or ["blog"]
        found.add(next((channel for channel in theirs if publishes(work, [channel])), theirs[0]))
    for name in entry["contacts"]:
        found.add(channel_of_contact(work, work["contacts"][name]))
    return found


def channel_of_contact(work, contact):
    theirs = work["segments"][contact["segments"][0]]["channels"]
    return contact["channel"] or next((way for way in theirs if reach(work, way) == "personal"), "email")


def occurrences(work):
    """Every dated occurrence, in order: date, time (none first), file, line."""
    found = []
    for place, entry in enumerate(work["entries"]):
        if entry["date"] is None:
            continue
        channels = channels_of(work, entry)
        days = repeated(entry, work["as_of"]) if entry["repeat"] else [entry["date"]]
        line = entry.get("at", place)
        for day in days:
            status = entry["status"]
            if entry["repeat"] and entry["repeat"]["done"] and day <= entry["repeat"]["done"]:
                status = "done"
            one = {
                "entry": entry,
                "name": f"{day}-{entry['slug']}",
                "day": day,
                "order": (day, entry["time"] is not None, entry["time"] or time.min, entry["file"], line),
                "kind": entry["kind"],
                "status": status,
                "channels": channels,
                "like": like(entry),
            }
            one["id"] = entry.get("moved_from") or one["name"]
            found.append(one)
    return sorted(found, key=lambda one: one["order"])


def like(entry):
    """What it counts once with, as value: its text; else its repeat; else nothing but itself."""
    if entry["text"] is not None:
        return ("text", letters(entry["text"]))
    return ("repeat" if entry["repeat"] else "one", entry["slug"])


@cache
def letters(text):
    """A text without case, accents, space and punctuation."""
    return "".join(sign for sign in normalize("NFD", text.lower()) if sign.isalnum())


def slipped(work, one):
    if one["day"] >= work["as_of"]:
        return False
    if one["status"] in ("draft", "review"):
        return True
    return one["status"] == "ready" and not publishes(work, one["channels"])


def planned(work):
    """What has a date, is no idea and has not slipped."""
    return [one for one in occurrences(work) if one["status"] != "idea" and not slipped(work, one)]


# --- who receives what


def opt_outs(work, name):
    """The dates from which a contact wants nothing, by the field and by the log."""
    contact = work["contacts"][name]
    found = [line["date"] for line in work["log"] if line["contact"] == name and line["what"] == "opt-out"]
    if contact["opted_out"]:
        found.append(work["as_of"] if contact["opted_out"] is True else contact["opted_out"])
    return found


def opted_out(work, name, day):
    return any(since <= day for since in opt_outs(work, name))


def no_pitches_from(work, name):
    said = work["contacts"][name]["no_pitches"]
    return work["as_of"] if said is True else said


def wants_no_pitch(work, name, day):
    since = no_pitches_from(work, name)
    return since is not None and since <= day


def segment_receives(everything, name):
    return [one for one in everything if name in one["entry"]["segments"]]


def contact_receives(work, everything, name):
    contact = work["contacts"][name]
    if contact["status"] == "gone":
        return []
    found = []
    outs = opt_outs(work, name)
    for one in everything:
        entry = one["entry"]
        if name not in entry["contacts"] and not any(named in contact["segments"] for named in entry["segments"]):
            continue
        refused = one["kind"] == "pitch" and wants_no_pitch(work, name, one["day"])
        unheard = all(channel in contact["not_by"] for channel in one["channels"])
        if not refused and not unheard and not any(since <= one["day"] for since in outs):
            found.append(one)
    return found


def window(received, day, days):
    before = day - DAY * days
    return [one for one in received if before < one["day"] <= day]


def is_skipped(day, at, zone):
    local = datetime.combine(day, at, ZoneInfo(zone))
    there = local.astimezone(ZoneInfo("UTC")).astimezone(ZoneInfo(zone))
    return there.replace(tzinfo=None) != local.replace(tzinfo=None)
