"""The rules of the calendar, by their definition: every question is answered by going through everything.

A finding is a dict; `id` is the name of its occurrence (as it was before that one moved), `data` its numbers.
"""

from collections import defaultdict
from itertools import pairwise

from oracle.chosen import SHARES, level_at, setting, share
from oracle.found import found, silenced
from oracle.plain import (
    VALUE,
    ahead,
    contact_receives,
    no_pitches_from,
    occurrences,
    opt_outs,
    opted_out,
    rests_of,
    segment_receives,
    silence,
    slipped,
    wants_no_pitch,
    window,
)  # fmt: skip


def balance(received, day, days):
    """Pitches, and pitches and value, in the window that ends on a day."""
    held = window(received, day, days)
    pitches = sum(one["kind"] == "pitch" for one in held)
    return pitches, pitches + len({one["like"] for one in held if one["kind"] in VALUE})


def pitch_share(work, everything):
    for name in work["segments"]:
        yield from pitch_share_of(work, everything, name)


def pitch_share_of(work, everything, name):
    chosen = setting(work, "pitch-share", name)
    received = segment_receives(everything, name)
    for one in received:
        if one["kind"] != "pitch":
            continue
        pitches, posts = balance(received, one["day"], chosen["window"])
        if pitches > share(chosen["max"]) * posts:
            level, limit = level_at(work, "pitch-share", one, name), str(share(chosen["max"]))
            yield found("pitch-share", level, one, segment=name, pitches=pitches, posts=posts, limit=limit)


def client_pitch_share(work, everything):
    reported = {one["entry"] for one in pitch_share(work, everything)}
    chosen = setting(work, "client-pitch-share")
    received = {name: contact_receives(work, everything, name) for name in work["contacts"]}
    for one in everything:
        if one["kind"] != "pitch" or one["name"] in reported:
            continue
        broken = {}
        for name, theirs in received.items():
            if any(other["name"] == one["name"] for other in theirs):
                pitches, posts = balance(theirs, one["day"], chosen["window"])
                if pitches > share(chosen["max"]) * posts:
                    broken[name] = {"pitches": pitches, "posts": posts, "limit": str(share(chosen["max"]))}
        if broken:
            level = level_at(work, "client-pitch-share", one)
            yield found("client-pitch-share", level, one, contacts=sorted(broken), each=list(broken.values()))


def too_often(work, everything):
    for finding in too_often_at_all(work, everything):
        if not silenced("too-often", finding["one"]):
            yield finding


def too_often_at_all(work, everything):
    """With the dates that are silenced, too: somebody has said that they are right."""
    for name, segment in work["segments"].items():
        most, days = segment["at_most"] or (3, 7)
        received = segment_receives(everything, name)
        for day in sorted({one["day"] for one in received}):
            number = len(window(received, day, days))
            if number <= most:
                continue
            of_day = [one for one in received if one["day"] == day]
            level = level_at(work, "too-often", of_day[-1], name)
            if level != "off":
                held, data = [one["id"] for one in of_day], {"received": number, "limit": most, "days": days}
                yield found("too-often", level, of_day[-1], segment=name, held=held, **data)


def limits(work, contact):
    """Their own `at_most`, else that of each of their segments."""
    if contact["at_most"]:
        return [contact["at_most"]]
    return [work["segments"][name]["at_most"] or (3, 7) for name in contact["segments"]]


def client_too_often(work, everything):
    reported = {(one["segment"], one["day"]) for one in too_often_at_all(work, everything)}
    crowded = defaultdict(dict)
    received = {name: contact_receives(work, everything, name) for name in work["contacts"]}
    for name, contact in work["contacts"].items():
        if "client-too-often" in contact["allow"]:
            continue
        for day in {one["day"] for one in received[name]}:
            counted = [(len(window(received[name], day, days)), most, days) for most, days in limits(work, contact)]
            over = [
                {"received": number, "limit": str(most), "days": days}
                for number, most, days in counted
                if number > most
            ]
            if over and not any((segment, day) in reported for segment in contact["segments"]):
                crowded[day][name] = over
    for day, whom in sorted(crowded.items()):
        of_day = [one for one in everything if one["day"] == day and any(one in received[name] for name in whom)]
        last = of_day[-1]
        level = level_at(work, "client-too-often", last)
        if level != "off" and not silenced("client-too-often", last):
            held, each = [one["id"] for one in of_day], [numbers for over in whom.values() for numbers in over]
            yield found("client-too-often", level, last, contacts=sorted(whom), held=held, each=each)


def too_quiet(work, everything):
    as_of = work["as_of"]
    for name, segment in work["segments"].items():
        level = setting(work, "too-quiet", name)["level"]
        least, rests = segment["at_least"] or 30, rests_of(work, name)
        received = segment_receives(everything, name)
        days = sorted({one["day"] for one in received})
        for before, day in pairwise(days):
            gap = silence(before, day, rests)
            first = next(one for one in received if one["day"] == day)
            if day >= as_of and gap > least and level != "off" and not silenced("too-quiet", first):
                about = {"days": gap, "at_least": least, "from": str(before)}
                yield found("too-quiet", level, first, segment=name, **about)
        end = ahead(as_of, least, rests)
        if level != "off" and not any(as_of <= day <= end for day in days):
            yield found("too-quiet", level, segment=name, at_least=least, until=str(end))


def overdue(work, everything):
    """What slipped. The pitches that break a limit because of what slipped are named at all that it missed."""
    level = setting(work, "overdue")["level"]
    if level == "off":
        return
    missed = [one for one in occurrences(work) if slipped(work, one)]
    named = broken_by(work, everything, missed)
    for one in missed:
        if not silenced("overdue", one):
            days = (work["as_of"] - one["day"]).days
            yield found("overdue", level, one, days=days, pitches=named[one["name"]])


def broken_by(work, everything, missed):
    """Name of what slipped → names of the pitches that would be within their limit had all of it happened."""
    named = {one["name"]: {} for one in missed}
    for rule in SHARES:
        for finding in RULES[rule](work, everything):
            if finding["level"] == "note":
                continue
            for name in finding["contacts"] or [finding["segment"]]:
                chosen = setting(work, rule, finding["segment"])
                theirs = receives(work, everything, finding, name)
                absent = window(receives(work, missed, finding, name), finding["day"], chosen["window"])
                absent = [one for one in absent if one["kind"] in VALUE]
                pitches, posts = balance([*theirs, *absent], finding["day"], chosen["window"])
                if pitches > share(chosen["max"]) * posts:
                    continue
                held = {one["like"] for one in window(theirs, finding["day"], chosen["window"]) if one["kind"] in VALUE}
                for one in absent:
                    if one["like"] not in held:
                        named[one["name"]][finding["entry"]] = finding["one"]["order"]
    return {name: sorted(pitches, key=pitches.get) for name, pitches in named.items()}


def receives(work, everything, finding, name):
    return segment_receives(everything, name) if finding["segment"] else contact_receives(work, everything, name)


def opted_out_found(work, everything):
    for one in everything:
        for name in one["entry"]["contacts"]:
            refused = one["kind"] == "pitch" and wants_no_pitch(work, name, one["day"])
            out = opted_out(work, name, one["day"])
            if refused or out:
                since = min(opt_outs(work, name)) if out else no_pitches_from(work, name)
                level = level_at(work, "opted-out", one)
                yield found("opted-out", level, one, contact=name, since=str(since))
    for number, line in enumerate(work["log"]):
        wrote = line["by"] and line["what"] in ("message", "answer", "call")
        if wrote and written_in_spite(work, number, line):
            level, since = "note" if line["date"] < work["as_of"] else "error", min(opt_outs(work, line["contact"]))
            yield found("opted-out", level, contact=line["contact"], line=number, since=str(since))


def in_time(work):
    """The log by date; lines of one day as they stand in the file. What a field says of a day comes before them."""
    return sorted(range(len(work["log"])), key=lambda number: (work["log"][number]["date"], number))


def is_theirs(line):
    """A word of theirs. A `stage` is nobody's doing."""
    return (not line["by"] and line["what"] != "stage") or line["what"] in ("reply", "inquiry")


def written_in_spite(work, number, line):
    """Whether an opt-out came before the line, and no word of theirs between the two."""
    order = in_time(work)
    before = [work["log"][other] for other in order[: order.index(number)]]
    before = [other for other in before if other["contact"] == line["contact"]]
    events = [index for index, other in enumerate(before) if other["what"] == "opt-out"]
    if any(not any(is_theirs(other) for other in before[index + 1 :]) for index in events):
        return True
    said = work["contacts"][line["contact"]]["opted_out"]
    if said is True and events:
        return False  # the log tells when it was
    since = work["as_of"] if said is True else said
    if not since or since > line["date"]:
        return False
    return not any(is_theirs(other) and other["what"] != "opt-out" and other["date"] >= since for other in before)


def unanswered(work, _everything):
    chosen = setting(work, "unanswered")
    for name, contact in work["contacts"].items():
        skipped = chosen["level"] == "off" or "unanswered" in contact["allow"] or contact["status"] == "gone"
        if skipped or opted_out(work, name, work["as_of"]):
            continue
        numbers = [number for number in in_time(work) if work["log"][number]["contact"] == name]
        for index, number in enumerate(numbers):
            line = work["log"][number]
            days = (work["as_of"] - line["date"]).days
            owed = line["what"] in ("reply", "inquiry") and not line["settled"] and days > chosen["after"]
            if owed and not any(answers(work["log"][later]) for later in numbers[index + 1 :]):
                data = {"what": line["what"], "days": days, "after": chosen["after"]}
                yield found("unanswered", chosen["level"], contact=name, line=number, **data)
                break


def answers(line):
    return line["by"] and line["what"] in ("answer", "message", "call", "coffee", "visit", "meeting")


RULES = {
    "pitch-share": pitch_share,
    "client-pitch-share": client_pitch_share,
    "too-often": too_often,
    "client-too-often": client_too_often,
    "too-quiet": too_quiet,
    "opted-out": opted_out_found,
    "overdue": overdue,
    "unanswered": unanswered,
}
