"""Who speaks to whom, by what, by the definitions."""

from itertools import combinations

from oracle.chosen import level_at, level_on, setting
from oracle.found import found
from oracle.offers import receivers_of
from oracle.plain import DAY, segment_receives
from oracle.team import author, is_assistant, owner_of_segment, reply_to
from oracle.ways import channel, publishes, reach

NO_REPLY = ("noreply", "no-reply", "no_reply", "donotreply", "do-not-reply", "no-responder", "noresponder")


def monologue(work, everything):
    for one in everything:
        entry = one["entry"]
        asks = entry["ask"] or (entry["text"] is not None and work["texts"][entry["text"]]["asks"])
        if one["kind"] != "courtesy" and not asks:
            yield found("monologue", level_at(work, "monologue", one), one)


def no_reply_path(work, everything):
    for one in everything:
        person = work["people"][reply_to(work, one)]
        mute = not person["email"] and not person["phone"]
        if mute or (person["email"] or "").split("@")[0] in NO_REPLY:
            yield found("no-reply-path", level_at(work, "no-reply-path", one), one)


def off_topic(work, everything):
    for one in everything:
        entry = one["entry"]
        for name in entry["segments"]:
            cares = work["segments"][name]["cares_about"]
            answers = any(is_need_of(work, work["needs"][need], name) for need in entry["answers"])
            if one["kind"] not in ("industry", "expertise", "reference") or not cares or answers:
                continue
            if not set(entry["topics"]) & set(cares):
                yield found("off-topic", level_at(work, "off-topic", one, name), one, segment=name)


def is_need_of(work, need, segment):
    """A need of a segment says so, or comes from one of its clients."""
    return need["segment"] == segment or (need["from"] and segment in work["contacts"][need["from"]]["segments"])


def delegated(work, everything):
    for one in everything:
        near = any(reach(work, way) == "personal" for way in one["channels"])
        own = one["kind"] in ("courtesy", "pitch") or near
        if own and (is_assistant(work, author(work, one)) or is_assistant(work, reply_to(work, one))):
            yield found("delegated", level_at(work, "delegated", one), one)
    for number, line in enumerate(work["log"]):
        by = line["by"]
        if by and line["what"] == "answer" and is_assistant(work, by):
            level = level_on(work, "delegated", line["date"])
            yield found("delegated", level, contact=line["contact"], line=number)
    for name in work["segments"]:
        if is_assistant(work, owner_of_segment(work, name)):
            yield found("delegated", setting(work, "delegated", name)["level"], segment=name)
    for name, contact in work["contacts"].items():
        # who has the relation by default is told of at the segment, once
        if contact["owner"] and is_assistant(work, contact["owner"]):
            yield found("delegated", setting(work, "delegated")["level"], contact=name)


def automated(work, everything):
    for one in everything:
        level = level_at(work, "automated", one)
        if not any(channel(work, way)["automated"] for way in one["channels"]):
            continue
        if not any(work["segments"][name]["treatment"] == "personal" for name in one["entry"]["segments"]):
            level = "warning" if level == "error" else level
        yield found("automated", level, one)


def broadcast_only(work, everything):
    for name, segment in work["segments"].items():
        chosen = setting(work, "broadcast-only", name)
        near = [one for one in segment_receives(everything, name) if is_within(work, one, chosen["window"])]
        wide = all(reach(work, way) == "broadcast" for one in near for way in one["channels"])
        if segment["treatment"] == "personal" and near and wide:
            yield found("broadcast-only", chosen["level"], segment=name)


def is_within(work, one, days):
    return work["as_of"] - DAY * days <= one["day"] <= work["as_of"] + DAY * days


def wrong_channel(work, everything):
    for one in everything:
        entry = one["entry"]
        for name in entry["segments"]:
            theirs = work["segments"][name]["channels"]
            if entry["channels"] and theirs and not set(entry["channels"]) <= set(theirs):
                yield found("wrong-channel", level_at(work, "wrong-channel", one, name), one, segment=name)
        for name in entry["contacts"]:
            if set(entry["channels"]) & set(work["contacts"][name]["not_by"]):
                yield found("wrong-channel", level_at(work, "wrong-channel", one), one, contact=name)


def blast(work, everything):
    chosen = setting(work, "blast")
    many = [one["name"] for one in everything if is_to_many(work, one, chosen["segments"])]
    again = [later["name"] for first, later in combinations(everything, 2) if is_again(first, later, chosen["window"])]
    for one in everything:
        if one["name"] in (*many, *again):
            yield found("blast", level_at(work, "blast", one), one)


def is_to_many(work, one, most):
    quiet = any(not publishes(work, [way]) for way in one["channels"])
    return len(one["entry"]["segments"]) > most and quiet


def is_again(first, later, days):
    """The same text, to a segment that the other is not to, within so many days."""
    here, there = set(first["entry"]["segments"]), set(later["entry"]["segments"])
    alike = first["entry"]["text"] is not None and first["like"] == later["like"]
    return alike and here and there and here != there and later["day"] - first["day"] < DAY * days


def unsolicited(work, everything):
    for one in everything:
        names = [name for name in receivers_of(work, one) if is_written_to(work["contacts"][name], one)]
        if names:
            yield found("unsolicited", level_at(work, "unsolicited", one), one, contacts=sorted(names))


def is_written_to(contact, one):
    """Without having agreed, by a channel that they have not refused."""
    ways = one["channels"] & {"email", "newsletter", "sms", "whatsapp"}
    return not contact["agreed"] and "unsolicited" not in contact["allow"] and ways - set(contact["not_by"])


RULES = {
    "monologue": monologue,
    "no-reply-path": no_reply_path,
    "off-topic": off_topic,
    "delegated": delegated,
    "automated": automated,
    "broadcast-only": broadcast_only,
    "wrong-channel": wrong_channel,
    "blast": blast,
    "unsolicited": unsolicited,
}
