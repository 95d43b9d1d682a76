"""Random entries of a firm, and the bodies that they share."""

from datetime import time

import holidays
from oracle import texts, wishes
from oracle.plain import DAY, channels_of, is_skipped, repeated
from oracle.ways import publishes, reach

KINDS = ("industry", "expertise", "reference", "conversation")
TOPICS = ("merma", "harina", "turnos", "precios")
OWN_WAYS = ("blog", "whatsapp", "visit", "newsletter", "call", "event", "instagram", "autoresponder", "sms", "boletin")
STEPS = (0, 1, 2, 3, 4, 6, 7, 8, 10, 14, 29, 30, 31)
EDGES = (-180, -179, -91, -90, -89, -30, -3, -1, 0, 0, 1, 3, 3, 4, 10, 11, 30, 89, 90, 91)


def bodies(dice):
    """Text → its facts; the second is the first to a reader."""
    made = [texts.text(dice), None]
    made[1] = (texts.disguised(dice, made[0][0]), made[0][1])
    made.append(texts.text(dice, asks=True))
    made.append(texts.text(dice, asks=dice.random() < 0.5, sells=dice.choice((0, 2, 6, 15))))
    person, checkout = dice.choice(texts.TO_A_PERSON), dice.choice(texts.TO_A_CHECKOUT)
    made.append(texts.text(dice, links=dice.choice(([person], [checkout, person])), most=60))
    made.append(texts.text(dice, links=[checkout]))
    made.append(texts.text(dice, blind=dice.choice((0, 1, 2)), asks=True))
    return dict(made)


def agenda(dice, work):
    day, found = work["as_of"] + DAY * dice.choice(EDGES), []
    public = holidays_near(work)
    usual = (*KINDS * (5 if work["strict"] else dice.choice((1, 2, 3))), "courtesy", "pitch", "pitch")
    left = dice.sample(list(work["texts"]), dice.choice((2, 4, 7)))
    wide = dice.random() < 0.15  # all of it by broadcast
    for number in range(14 if work["strict"] else dice.choice((2, 4, 6, 9, 12))):
        found.append(entry(dice, work, f"e{number}", day, usual, left))
        if wide and reach(work, "newsletter") == "broadcast":
            found[-1]["channels"] = ["newsletter"]
        way = dice.choice(("near",) * (9 if work["strict"] else 3) + ("edge", "far", "holiday", "same"))
        if way == "near":
            day += DAY * dice.choice(STEPS) * dice.choice((1, 1, -1))
        elif way == "edge":
            day = work["as_of"] + DAY * dice.choice(EDGES)
        elif way == "far":
            day = work["as_of"] + DAY * dice.randint(-40, 60)
        elif way == "holiday" and public:
            day = dice.choice(public)
    return found


def holidays_near(work):
    country, _, part = (work["country"] or "").partition("-")
    if not country:
        return []
    days = holidays.country_holidays(country, subdiv=part or None, years=range(2026, 2029))
    return [day for day in sorted(days) if abs((day - work["as_of"]).days) < 70]


def entry(dice, work, slug, day, usual, left):
    kind = dice.choice(usual)
    made = {
        "slug": slug,
        "date": None if dice.random() < 0.04 else day,
        "time": dice.choice((time(0), time(9, 30), time(17, 45))) if dice.random() < 0.2 else None,
        "kind": kind,
        "status": dice.choice(("draft", "ready", "ready", "ready", "review", "idea")),
        "segments": [],
        "contacts": [],
        "channels": dice.sample(OWN_WAYS, dice.choice((1, 1, 1, 2))) if dice.random() < 0.5 else [],
        "topics": dice.sample(TOPICS, dice.randint(0, 2)),
        "answers": dice.sample(list(work["needs"]), 1) if work["needs"] and dice.random() < 0.1 else [],
        "author": dice.choice(list(work["people"])) if dice.random() < 0.3 else None,
        "reply_to": dice.choice(list(work["people"])) if dice.random() < 0.15 else None,
        "ask": "¿Cómo va?" if dice.random() < (0.4 if kind == "pitch" else 0.8) else None,
        "minutes": dice.choice((0, 20, 60, 90)) if dice.random() < 0.3 else None,
        "product": dice.choice(("curso", "curso", "molde")) if kind == "pitch" else None,
        "approved": "irene" if dice.random() < 0.6 else None,
        "image": None,
        "text": dice.choice(left) if left and dice.random() < (0.7 if kind == "pitch" else 0.5) else None,
        "as_body": dice.random() < 0.5,
        "repeat": None,
        "allow": wishes.allowed(dice, wishes.OF_ENTRIES),
        "file": dice.choice("ab"),
    }
    whom(dice, work, made)
    ways(dice, work, made)
    when(dice, work, made)
    shown(dice, work, made, left)
    return made


def whom(dice, work, made):
    to = dice.choice(("segments",) * 5 + ("contacts", "both")) if work["contacts"] else "segments"
    if to != "contacts":
        known = list(work["segments"])
        made["segments"] = dice.sample(
            known, len(known) if dice.random() < 0.15 else dice.randint(1, min(2, len(known)))
        )
    if to != "segments":
        made["contacts"] = dice.sample(list(work["contacts"]), dice.randint(1, 2))


def ways(dice, work, made):
    """Often one that a segment lists; for single clients, and repeats, never one that publishes."""
    listed = [way for name in made["segments"] for way in work["segments"][name]["channels"]]
    if made["channels"] and listed and dice.random() < 0.6:
        made["channels"] = [dice.choice(listed)]
    repeats = made["date"] is not None and dice.random() < 0.1
    if (repeats or made["contacts"]) and publishes(work, channels_of(work, made)):
        made["channels"] = [dice.choice(("whatsapp", "visit", "call", "newsletter"))]
    if repeats:
        made["repeat"] = repeat(dice, made, work["as_of"])
        made["allow"] = []


def repeat(dice, made, as_of):
    made = {**made, "repeat": {"freq": dice.choice(("DAILY", "WEEKLY", "WEEKLY")), "interval": dice.choice((1, 3))}}
    made["repeat"] |= {"count": dice.randint(1, 5), "until": None, "except": [], "done": None}
    if dice.random() < 0.3:
        made["repeat"]["done"] = as_of - DAY * dice.choice((0, 1, 7))
    days = repeated(made, as_of)
    if len(days) > 2 and dice.random() < 0.3:
        made["repeat"]["except"] = [days[1]]
    return made["repeat"]


def when(dice, work, made):
    past = made["date"] is not None and made["date"] <= work["as_of"]
    if past and not made["repeat"] and dice.random() < (0.7 if made["date"] < work["as_of"] else 0.3):
        made["status"] = "done"
    if made["date"] is None or (made["time"] and is_skipped(made["date"], made["time"], work["zone"])):
        made["time"] = None


def shown(dice, work, made, left):
    """A text with images belongs to one entry; an offer with a link to a checkout is not made face to face."""
    if dice.random() < 0.1:
        made["image"] = {"src": "img/pan.png"} | ({"alt": "Pan"} if dice.random() < 0.5 else {})
    if made["text"] is None:
        return
    facts = work["texts"][made["text"]]
    if facts["blind"]:
        left.remove(made["text"])
    near = any(reach(work, way) != "broadcast" for way in channels_of(work, made))
    if facts["links"] and made["kind"] == "pitch" and near:
        made["channels"] = [dice.choice(("instagram", "newsletter"))]
