"""Clients and needs of whom nobody thought, by the definitions."""

from datetime import date

from oracle.chosen import setting
from oracle.found import found
from oracle.plain import DAY, VALUE, closed, contact_receives, is_free, opted_out, segment_receives, window
from oracle.ways import is_near


def courtesy_alone(work, everything):
    chosen, as_of = setting(work, "courtesy-alone"), work["as_of"]
    for name, contact in work["contacts"].items():
        if contact["status"] == "gone" or opted_out(work, name, as_of):
            continue
        received = window(contact_receives(work, everything, name), as_of, chosen["window"])
        days = [as_of - DAY * n for n in range(chosen["window"])]
        courtesy = any(one["kind"] == "courtesy" for one in received) or has_date(work, contact, days)
        value = any(one["kind"] in VALUE for one in received)
        if courtesy and not value and not any(line["contact"] == name and line["date"] in days for line in work["log"]):
            yield found("courtesy-alone", chosen["level"], contact=name)


def has_date(work, contact, days):
    """Whether one of their dates, or of their segments', falls on one of these days."""
    dates = [*contact["dates"].values()]
    for name in contact["segments"]:
        dates += work["segments"][name]["dates"].values()
    return any(on(day, yearly) for day in days for yearly in dates)


def on(day, yearly):
    """29 February is 28 February in common years."""
    month, number = int(yearly[-5:-3]), int(yearly[-2:])
    try:
        return day == date(day.year, month, number)
    except ValueError:
        return day == date(day.year, 2, 28)


def client_forgotten(work, everything):
    chosen, as_of = setting(work, "client-forgotten"), work["as_of"]
    for name, contact in work["contacts"].items():
        if contact["status"] == "gone" or opted_out(work, name, as_of):
            continue
        if all(work["segments"][segment]["treatment"] == "broadcast" for segment in contact["segments"]):
            continue
        before = back(as_of, chosen["after"], rests_of_contact(work, contact))
        heard = any(line["contact"] == name and before < line["date"] <= as_of for line in work["log"])
        met = any(
            before < one["day"] <= as_of and any(is_near(work, way) for way in one["channels"] - set(contact["not_by"]))
            for one in contact_receives(work, everything, name)
        )
        if not heard and not met:
            yield found("client-forgotten", chosen["level"], contact=name)


def rests_of_contact(work, contact):
    rests = [*closed(work), *contact["pauses"]]
    for name in contact["segments"]:
        rests += work["segments"][name]["pauses"]
    return rests


def back(day, number, rests):
    """The day after which, up to `day`, there are `number` other days."""
    while number:
        number -= not is_free(day, rests)
        day -= DAY
    return day


def unmet_need(work, _everything):
    chosen = setting(work, "unmet-need")
    answered = {need for entry in work["entries"] for need in entry["answers"]}
    for name, need in work["needs"].items():
        is_old = (work["as_of"] - need["heard"]).days > chosen["after"]
        if need["status"] == "open" and is_old and name not in answered:
            yield found("unmet-need", chosen["level"], need=name)


def nobody_answers(work, everything):
    for name in work["segments"]:
        chosen = setting(work, "nobody-answers", name)
        before, as_of = work["as_of"] - DAY * chosen["window"], work["as_of"]
        clients = [who for who, contact in work["contacts"].items() if name in contact["segments"]]
        said = any(
            line["contact"] in clients and is_theirs(line) and before < line["date"] <= as_of for line in work["log"]
        )
        asked = any(is_of(need, clients, name) and before < need["heard"] <= as_of for need in work["needs"].values())
        received = window(segment_receives(everything, name), as_of, chosen["window"])
        if len(received) >= chosen["entries"] and not said and not asked:
            yield found("nobody-answers", chosen["level"], segment=name)


def is_of(need, clients, segment):
    """A need of one of them; of nobody in particular, where it says that it is the segment's."""
    return need["from"] in clients or (need["from"] is None and need["segment"] == segment)


def is_theirs(line):
    return not line["by"] or line["what"] in ("reply", "inquiry")


RULES = {
    "courtesy-alone": courtesy_alone,
    "client-forgotten": client_forgotten,
    "unmet-need": unmet_need,
    "nobody-answers": nobody_answers,
}
