"""Random small firms for the rules that look at people, clients, channels and needs. The seed alone decides.

Plain data as in `calendars.py`, with all keys of `chosen.whole`. Each rule should find something in some firms, and
nothing in most: see `test_firms.py`, which counts.
"""

from datetime import date, timedelta
from random import Random

from oracle import wishes
from oracle.agenda import agenda, bodies
from oracle.manners import NO_REPLY

TODAYS = (date(2026, 12, 1), date(2027, 1, 15), date(2027, 3, 20), date(2028, 2, 27), date(2026, 7, 20))
DAY = timedelta(days=1)
COUNTRIES = (None, "CO", "ES", "ES-MD", "US", "MX")
TOPICS = ("merma", "harina", "turnos", "precios")
WAYS = ("blog", "whatsapp", "visit", "newsletter", "email", "event", "instagram", "autoresponder", "boletin")
STAGES = ("user", "prospect", "friend", "buyer", "recurring")
CLIENTS = ("ana", "ben", "cruz", "dora", "eloy")
NAMES = ("irene", "tomas", "olga", "hugo")


def firm(seed):
    dice = Random(seed)
    as_of, strict = dice.choice(TODAYS), maybe(dice, 0.3)
    work = {
        "strict": strict,
        "as_of": as_of,
        "zone": dice.choice(("UTC", "America/Bogota", "Europe/Madrid")),
        "country": dice.choice(COUNTRIES),
        "profile": dice.choice(("full",) * 5 + ("gentle",)),
        "lead": dice.choice((1, 3, 3, 10)),
        "closed": closures(dice, as_of) if maybe(dice, 0.3) else [],
        "products": {"curso": {"type": "service"}, "molde": {"type": "goods"}},
        "channels": channels(dice),
        "rules": wishes.rules(dice, strict),
    }
    work["people"] = people(dice)
    work["segments"] = {name: segment(dice, work) for name in ("aa", "bb", "cc", "dd")[: dice.choice((1, 2, 2, 3, 4))]}
    clients = CLIENTS[: dice.choice((0, 2, 3, 4, 5))]
    work["contacts"] = {name: contact(dice, work) for name in clients}
    work["needs"] = {f"n{number}": need(dice, work) for number in range(dice.choice((0, 1, 2, 4)))}
    work["texts"] = bodies(dice)
    work["entries"] = agenda(dice, work)
    absences(dice, work)
    work["log"] = log(dice, work)
    return work


def maybe(dice, chance):
    return dice.random() < chance


def some(dice, names, least=0, most=3):
    names = list(names)
    return dice.sample(names, min(len(names), dice.randint(least, most)))


def rests(dice, as_of):
    first = as_of + DAY * dice.randint(-100, 60)
    return first, first + DAY * dice.randint(0, 20)


def closures(dice, as_of):
    yearly = (("12-24", "01-02"), ("12-05", "12-08"), ("02-20", "03-10"), ("03-21", "03-21"))
    return [rests(dice, as_of) if maybe(dice, 0.5) else dice.choice(yearly) for _ in range(dice.randint(1, 2))]


def channels(dice):
    """Overrides of the built-in ones, and one of its own."""
    every = {
        "boletin": {"reach": "broadcast", "publishes": True, "minutes": 40, "max_words": dice.choice((0, 25))},
        "whatsapp": {"max_words": dice.choice((10, 20, 60))},
        "newsletter": {"minutes": 25, "max_words": 30},
        "email": {"automated": True},
        "event": {"reach": "personal"},
        "visit": {"minutes": 15},
    }
    return {name: one for name, one in every.items() if name == "boletin" or maybe(dice, 0.2)}


def people(dice):
    found = {}
    for name in NAMES[: dice.randint(1, 4)]:
        email = None if maybe(dice, 0.06) else f"{dice.choice((*NO_REPLY, *(name,) * 150))}@taller.example"
        found[name] = {
            "role": dice.choice(("specialist", "specialist", "assistant")) if found else "principal",
            "knows": some(dice, TOPICS, 1) if maybe(dice, 0.5) else [],
            "email": email,
            "phone": "+57 300 000 0000" if maybe(dice, 0.3) else None,
            "minutes_per_week": dice.choice((60, 120, 180, 300)) if maybe(dice, 0.6) else None,
            "away": [],
        }
    return found


def absences(dice, work):
    """Beside the days of offers, some of them with somebody who stands in."""
    offers = [entry["date"] for entry in work["entries"] if entry["date"] and entry["kind"] == "pitch"]
    for one in work["people"].values():
        if offers and maybe(dice, 0.35):
            first = dice.choice(offers) + DAY * dice.randint(-4, 4)
            one["away"] = [(first, first + DAY * dice.randint(0, 3), NAMES[0] if maybe(dice, 0.3) else None)]


def rate(dice):
    return dice.randint(1, 4), dice.choice((1, 2, 7, 7, 14, 30, 90))


def yearly_dates(dice, as_of):
    """Days of other years, some of them just within half a year, or just not."""
    day = as_of + DAY * dice.choice((-181, -180, -179, -90, -10, -1, 0, 1, 60))
    if maybe(dice, 0.1):
        return {"Aniversario": "02-29"}
    return {"Aniversario": dice.choice((f"{day:%m-%d}", f"2001-{day:%m-%d}" if f"{day:%m-%d}" != "02-29" else "02-29"))}


def segment(dice, work):
    as_of = work["as_of"]
    return {
        "treatment": dice.choice(("personal", "personal", "group", "group", "broadcast")),
        "owner": dice.choice(list(work["people"])) if maybe(dice, 0.25) else None,
        "cares_about": some(dice, TOPICS, 1) if maybe(dice, 0.6) else [],
        "channels": some(dice, WAYS, 1) if maybe(dice, 0.7) else [],
        "dates": yearly_dates(dice, as_of) if maybe(dice, 0.1) else {},
        "at_least": dice.choice((7, 14, 21, 30, 45, 90, *(1000,) * 6)) if maybe(dice, 0.7) else None,
        "at_most": rate(dice) if maybe(dice, 0.3) else None,
        "pauses": [rests(dice, as_of)] if maybe(dice, 0.25) else [],
        "rules": wishes.of_segment(dice),
    }


def contact(dice, work):
    as_of, known = work["as_of"], list(work["segments"])
    wish = dice.choice((True, as_of, as_of + DAY, as_of - DAY * 7, as_of + DAY * 20))
    return {
        "segments": some(dice, known, 1, 2),
        "stage": dice.choice(STAGES),
        "owner": dice.choice(list(work["people"])) if maybe(dice, 0.15) else None,
        "channel": dice.choice(("whatsapp", "call", "email")) if maybe(dice, 0.4) else None,
        "agreed": date(2025, 3, 2) if maybe(dice, 0.6) else None,
        "at_least": None,
        "at_most": rate(dice) if maybe(dice, 0.15) else None,
        "dates": yearly_dates(dice, as_of) if maybe(dice, 0.5) else {},
        "pauses": [rests(dice, as_of)] if maybe(dice, 0.2) else [],
        "opted_out": wish if maybe(dice, 0.12) else None,
        "no_pitches": wish if maybe(dice, 0.12) else None,
        "not_by": some(dice, WAYS, 1) if maybe(dice, 0.2) else [],
        "status": "gone" if maybe(dice, 0.1) else "active",
        "allow": wishes.allowed(dice, wishes.OF_CONTACTS),
    }


def need(dice, work):
    who = dice.choice(list(work["contacts"])) if work["contacts"] else None
    known = work["contacts"][who]["segments"] if who else list(work["segments"])
    return {
        "heard": work["as_of"] - DAY * dice.choice((0, 1, 29, 30, 31, 31, 60, 179, 180, 200)),
        "from": who,
        "segment": dice.choice(known),
        "status": dice.choice(("open",) * 4 + ("answered", "dropped")),
        "allow": wishes.allowed(dice, ("unmet-need",)),
    }


WHATS = ("reply", "inquiry", "answer", "message", "call", "visit", "stage", "opt-out", "sale", "helped", "meeting")
WHATS += ("referral", "coffee", "lost", "testimonial")
AGO = (0, 0, 1, 2, 3, 7, 20, 30, 60, 88, 89, 90, 91, 100, 179, 180, 181)


def log(dice, work):
    clients = list(work["contacts"])
    number = dice.choice((0, 2, 5, 9)) if clients else 0
    lines = [line(dice, work, dice.choice(clients), dice.choice(WHATS)) for _ in range(number)]
    lines += [line(dice, work, None, "work") for _ in range(dice.choice((0, 0, 1, 3)))]
    dice.shuffle(lines)
    return lines


def line(dice, work, who, what):
    days = [entry["date"] for entry in work["entries"] if entry["date"] and entry["date"] <= work["as_of"]]
    theirs = what in ("reply", "inquiry", "opt-out") or (what not in ("answer", "work") and maybe(dice, 0.2))
    return {
        "date": dice.choice(days) if days and maybe(dice, 0.3) else work["as_of"] - DAY * dice.choice(AGO),
        "contact": who,
        "by": None if theirs else dice.choice(list(work["people"])),
        "what": what,
        "stage": dice.choice(STAGES) if what == "stage" else None,
        "settled": maybe(dice, 0.15),
        "channel": dice.choice(("whatsapp", "visit", "linkedin")) if what == "work" or maybe(dice, 0.5) else None,
        "minutes": dice.choice((15, 100, 300, 599, 600, 601)) if what == "work" or maybe(dice, 0.2) else None,
    }
