"""Days, minutes, knowledge, and what a post needs to be shown, by the definitions."""

from collections import defaultdict

import holidays
from oracle.chosen import level_at, setting
from oracle.found import found
from oracle.plain import DAY, closed, is_free
from oracle.team import author
from oracle.ways import channel, is_near, publishes

OUTCOMES = ("reply", "inquiry", "sale", "referral", "helped", "meeting")


def on_holiday(work, everything):
    country, _, part = (work["country"] or "").partition("-")
    years = {one["day"].year for one in everything}
    public = holidays.country_holidays(country, subdiv=part or None, years=years) if country else {}
    for one in everything:
        near = any(is_near(work, way) for way in one["channels"])
        if near and (one["day"] in public or is_free(one["day"], closed(work))):
            yield found("on-holiday", level_at(work, "on-holiday", one), one)


def overload(work, everything):
    chosen, minutes = setting(work, "overload"), defaultdict(int)
    for one in everything:
        monday = one["day"] - DAY * one["day"].weekday()
        minutes[author(work, one), monday] += minutes_of(work, one)
    for (name, monday), planned in minutes.items():
        most = work["people"][name]["minutes_per_week"]
        if most is not None and planned > most and monday + 6 * DAY >= work["as_of"]:
            yield found("overload", chosen["level"], about=f"{name} {monday}")


def minutes_of(work, one):
    own = one["entry"]["minutes"]
    return sum(channel(work, way)["minutes"] for way in one["channels"]) if own is None else own


def barren_channel(work, _everything):
    chosen = setting(work, "barren-channel")
    before = work["as_of"] - DAY * chosen["window"]
    lines = [line for line in work["log"] if line["channel"] and before < line["date"] <= work["as_of"]]
    for name in sorted({line["channel"] for line in lines}):
        of_channel = [line for line in lines if line["channel"] == name]
        spent = sum(line["minutes"] or 0 for line in of_channel)
        if spent >= chosen["minutes"] and not any(line["what"] in OUTCOMES for line in of_channel):
            yield found("barren-channel", chosen["level"], about=name)


def unknowing_author(work, everything):
    for one in everything:
        knows, topics = work["people"][author(work, one)]["knows"], one["entry"]["topics"]
        if one["kind"] == "expertise" and knows and topics and not set(topics) & set(knows):
            yield found("unknowing-author", level_at(work, "unknowing-author", one), one)


def gulp(work, everything):
    for one in everything:
        text = one["entry"]["text"]
        limits = [channel(work, way)["max_words"] for way in one["channels"]]
        if text is not None and any(most and work["texts"][text]["words"] > most for most in limits):
            yield found("gulp", level_at(work, "gulp", one), one)


def missing_alt(work, everything):
    for one in everything:
        text, image = one["entry"]["text"], one["entry"]["image"]
        blind = (work["texts"][text]["blind"] if text is not None else 0) + bool(image and not image.get("alt"))
        yield from [found("missing-alt", level_at(work, "missing-alt", one), one)] * blind


def missing_body(work, everything):
    for one in everything:
        soon = work["as_of"] <= one["day"] <= work["as_of"] + DAY * work["lead"]
        due = one["status"] in ("ready", "done") or soon
        if publishes(work, one["channels"]) and one["entry"]["text"] is None and due:
            yield found("missing-body", level_at(work, "missing-body", one), one)


def unapproved(work, everything):
    for one in everything:
        due = one["day"] <= work["as_of"] + DAY * work["lead"]
        if publishes(work, one["channels"]) and due and not one["entry"]["approved"]:
            yield found("unapproved", level_at(work, "unapproved", one), one)


RULES = {
    "on-holiday": on_holiday,
    "overload": overload,
    "barren-channel": barren_channel,
    "unknowing-author": unknowing_author,
    "gulp": gulp,
    "missing-alt": missing_alt,
    "missing-body": missing_body,
    "unapproved": unapproved,
}
