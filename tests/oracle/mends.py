"""Mends and credit, by trying: each number and each day in turn, with everything derived again."""

from copy import copy
from datetime import time

from oracle.brute import pitch_share_of
from oracle.chosen import CROWDS, LEVEL, SHARES, setting, share, whole
from oracle.every import RULES, findings, unused_allow
from oracle.plain import DAY, is_skipped, planned, repeated

MENDED = (*SHARES, *CROWDS)


def same(finding, one=None):
    """What makes two findings the same one. After `one` moved, its old date stands for its new one."""
    rule, segment = finding["rule"], finding["segment"]
    if rule in CROWDS:
        return (rule, segment, one["day"] if one and one["id"] in finding["held"] else finding["day"])
    return (rule, segment, finding["contact"], finding["id"], finding["line"], finding["need"])


def moved(work, one, day):
    """The workspace with one occurrence on another day; None where that is a mistake of form.

    An occurrence of a repeat becomes an entry of its own, and its date an exception of the repeat (which goes when
    nothing is left of it).
    """
    if one["status"] == "done" and day > work["as_of"]:
        return None
    if one["entry"]["time"] and is_skipped(day, one["entry"]["time"], work["zone"]):
        return None
    changed = copy(work)
    changed["entries"] = []
    for place, entry in enumerate(work["entries"]):
        entry = {**entry, "at": place}
        if entry["slug"] != one["entry"]["slug"]:
            changed["entries"].append(entry)
        elif entry["repeat"]:
            rest = {**entry, "repeat": {**entry["repeat"], "except": [*entry["repeat"]["except"], one["day"]]}}
            single = {**entry, "repeat": None, "date": day, "status": one["status"], "slug": one["name"]}
            changed["entries"].append({**single, "moved_from": one["name"]})
            if repeated(rest, work["as_of"]):
                changed["entries"].append(rest)
        else:
            changed["entries"].append({**entry, "date": day, "moved_from": one["name"]})
    return changed


def may_be_errors(work, rules):
    """Those of the rules that can have an error here: looking for others' would change nothing."""
    said = [work["rules"], *(segment["rules"] for segment in work["segments"].values())]
    return [
        rule
        for rule in rules
        if LEVEL[rule] == "error" or any(of_one.get(rule, {}).get("level") == "error" for of_one in said)
    ]


def move_to(work, finding, before, rules):
    one, old = finding["one"], finding["one"]["day"]
    had = {same(other) for other in before if other["level"] == "error"}
    day = max(old + DAY, work["as_of"])
    while day <= old + 365 * DAY:
        changed = moved(work, one, day)
        if changed is not None and is_mended(changed, finding, rules, had):
            return day
        day += DAY
    return None


def is_mended(changed, finding, rules, had):
    """Whether, with the entry on that day, the finding is gone and no rule has an error that it had not."""
    everything = planned(changed)
    for rule in [finding["rule"], *(rule for rule in rules if rule != finding["rule"])]:
        found = unused_allow(changed, list(RULES)) if rule == "unused-allow" else RULES[rule](changed, everything)
        for other in found:
            now = same(other, finding["one"])
            if now == same(finding) or (other["level"] == "error" and now not in had):
                return False
    return True


def add_value(work, finding):
    """The least number of value entries to add on the pitch's day for its finding to go."""
    chosen = setting(work, finding["rule"], finding["segment"])
    if share(chosen["max"]) == 0:
        return None
    number = 0
    everything = planned(work)
    while True:
        number += 1
        added = [
            extra(work, finding["day"], f"value-{n}", "industry", finding["segment"], finding["contacts"])
            for n in range(number)
        ]
        after = RULES[finding["rule"]](work, sorted([*everything, *added], key=lambda one: one["order"]))
        if same(finding) not in {same(other) for other in after}:
            return number


def extra(work, day, slug, kind, segment=None, contacts=()):
    """An entry more."""
    entry = {"slug": slug, "segments": [segment] if segment else [], "contacts": list(contacts), "allow": {}}
    name = f"{day}-{slug}"
    return {
        "entry": entry,
        "name": name,
        "id": name,
        "day": day,
        "order": (day, True, time.max, "~", 0),
        "kind": kind,
        "status": "ready",
        "channels": {"by-hand"},
        "like": ("one", slug),
    }


def credit(work, segment):
    """How many more pitches `as_of` bears, and the first later day on which one more fits."""
    as_of = work["as_of"]
    everything = planned(work)

    def errors(added):
        after = pitch_share_of(work, [*everything, *added], segment)
        return {other["id"] for other in after if other["level"] == "error"}

    had = errors([])

    def taken(number):
        return [extra(work, as_of, f"more-{n}", "pitch", segment) for n in range(number)]

    now = 0
    while not errors(taken(now + 1)) - had:
        now += 1
    for n in range(1, 366):
        day = as_of + DAY * n
        if not errors([*taken(now), extra(work, day, "one-more", "pitch", segment)]) - had:
            return {"now": now, "next": day}
    return {"now": now, "next": None}


def report(work, rules):
    """What these rules find, with its mends, and the credit of each segment."""
    work = whole(work)
    every = findings(work, rules)
    errors = may_be_errors(work, rules)
    for finding in every:
        is_error = finding["level"] == "error" and finding["rule"] in MENDED
        finding["move_to"] = move_to(work, finding, every, errors) if is_error else None
        in_share = is_error and finding["rule"] in SHARES
        finding["add_value"] = add_value(work, finding) if in_share else None
    return every, {name: credit(work, name) for name in work["segments"]}
