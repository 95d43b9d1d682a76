"""Random small workspaces as plain data, dense where rules meet their edges. `files.py` writes them.

{as_of, zone, closed, rules, segments: {id: …}, contacts: {id: …}, entries: […], log: […]}
"""

from datetime import date, time, timedelta

from hypothesis import strategies as st
from oracle.plain import channels_of, is_skipped, repeated

# The first two are the same text: case, accents, space and punctuation are no difference.
TEXTS = ("Uno, dos y tres.\n", "¡Uno!\n\nDós y TRES\n", "¿Y la harina?\n", "Otra cosa.\n")
TODAYS = (date(2026, 12, 1), date(2027, 1, 15), date(2027, 3, 20), date(2028, 2, 27))
DAY = timedelta(days=1)


def often(strategy, otherwise=None, share=3):
    """`otherwise` most of the time: `strategy` once in `share`."""
    return st.integers(0, share - 1).flatmap(lambda n: strategy if n == share - 1 else st.just(otherwise))


@st.composite
def workspaces(draw):
    as_of = draw(st.sampled_from(TODAYS))
    window = draw(st.sampled_from((7, 7, 14, 20, 30, 90)))
    work = {
        "as_of": as_of,
        "zone": draw(st.sampled_from(("UTC", "America/Bogota", "Europe/Madrid"))),
        "closed": draw(often(st.lists(closures(as_of), min_size=1, max_size=2), [])),
        "rules": draw(rules(window)),
        "segments": {},
        "contacts": {},
        "entries": [],
        "log": [],
    }
    for name in ("aa", "bb", "cc")[: draw(st.sampled_from((1, 1, 2, 2, 3)))]:
        work["segments"][name] = draw(segments(as_of, window))
    for name in ("ana", "ben", "cruz", "dora")[: draw(st.sampled_from((0, 2, 3, 4, 4, 4)))]:
        work["contacts"][name] = draw(contacts(as_of, list(work["segments"])))
    days = draw(dates(as_of, window))
    kinds = (*VALUES * draw(st.sampled_from((1, 3, 6, 10))), "courtesy", "pitch", "pitch", "pitch")
    clients = draw(st.booleans())
    for number, day in enumerate(days):
        work["entries"].append(draw(entries(work, f"e{number}", day, kinds, clients)))
    if work["contacts"]:
        work["log"] = draw(st.lists(lines(as_of, list(work["contacts"])), max_size=6))
    return work


@st.composite
def dates(draw, as_of, window):
    """Days around `as_of`, many of them the same as, or an edge of a window away from, another. None: no date."""
    found = [as_of + DAY * draw(st.integers(-40, 40))]
    steps = (0, 0, 0, 1, 2, 5, 6, 7, 8, window - 1, window, window + 1, 29, 30, 31)
    for _ in range(draw(st.integers(3, 22))):
        way = draw(st.sampled_from(("near", "near", "near", "near", "far", "today", "wish", "any", "none")))
        near = draw(st.sampled_from([day for day in found if day])) if any(found) else as_of
        if way == "near":
            found.append(near + DAY * draw(st.sampled_from(steps)) * draw(st.sampled_from((1, 1, -1))))
        elif way == "far":
            found.append(near + DAY * draw(st.integers(-100, 120)))
        elif way == "today":
            found.append(as_of + DAY * draw(st.sampled_from((0, 0, -1, 1))))
        elif way == "wish":
            found.append(as_of + DAY * draw(st.sampled_from(WISHES)))
        elif way == "any":
            found.append(as_of + DAY * draw(st.integers(-25, 25)))
        elif draw(st.booleans()):
            found.append(None)
    return found


def rules(window, of_segment=False):
    window = often(st.sampled_from((7, 14, 30, 60, 366)), window) if of_segment else st.just(window)
    most = st.sampled_from(("33%", "0.3333", "25%", "25%", "0.2", "20%", "12.5%", "10%", "0%"))
    shares = st.fixed_dictionaries({}, optional={"max": most, "window": window})
    levels = st.sampled_from(("off", "warning", "error", "note", "todo"))
    level = st.fixed_dictionaries({"level": levels})
    found = {"pitch-share": often(shares, {}, 2), "too-often": often(level, {}, 9), "too-quiet": often(level, {}, 4)}
    if not of_segment:
        found["client-pitch-share"] = often(shares, {}, 2)
        found["client-too-often"] = often(level, {}, 9)
        found["overdue"] = often(level, {}, 12)
        found["unanswered"] = often(st.fixed_dictionaries({"after": st.sampled_from((1, 2, 7))}), {})
    return st.fixed_dictionaries(found).map(lambda chosen: {rule: said for rule, said in chosen.items() if said})


def rests(as_of):
    return st.tuples(st.integers(-60, 60), st.integers(0, 25)).map(
        lambda pair: (as_of + DAY * pair[0], as_of + DAY * (pair[0] + pair[1]))
    )


def closures(as_of):
    yearly = st.sampled_from((("12-24", "01-02"), ("12-05", "12-08"), ("02-20", "03-10"), ("03-21", "03-21")))
    return st.one_of(rests(as_of), yearly)


RATES = st.tuples(st.integers(1, 4), st.sampled_from((1, 2, 7, 7, 14, 30)))


def segments(as_of, window):
    return st.fixed_dictionaries(
        {
            "channels": st.lists(st.sampled_from(("blog", "whatsapp", "visit", "newsletter")), max_size=3, unique=True),
            "at_least": often(st.sampled_from((1, 5, 7, 14, 21, 30, 45)), None, 2),
            "at_most": often(RATES, None, 2),
            "pauses": often(st.lists(rests(as_of), min_size=1, max_size=2), []),
            "rules": often(rules(window, of_segment=True), {}),
        }
    )


WISHES = (1, 7, 7, 20, 20, 0, -1, -7)


def since(as_of):
    """A wish that holds from a day on which, or beside which, there are entries; or (True) from `as_of` on."""
    return st.one_of(st.just(True), st.sampled_from(WISHES).map(lambda n: as_of + DAY * n))


def contacts(as_of, known):
    return st.fixed_dictionaries(
        {
            "segments": st.lists(st.sampled_from(known), min_size=1, unique=True),
            "channel": often(st.sampled_from(("whatsapp", "call")), None),
            "at_most": often(RATES, None),
            "opted_out": often(since(as_of), None, 4),
            "no_pitches": often(since(as_of), None, 4),
            "not_by": often(
                st.lists(st.sampled_from(("blog", "whatsapp", "visit", "newsletter")), min_size=1, unique=True), []
            ),
            "status": st.sampled_from(("active",) * 5 + ("gone",)),
            "allow": often(
                st.lists(st.sampled_from(("client-too-often", "unanswered")), min_size=1, unique=True), [], 8
            ),
        }
    )


VALUES = ("industry", "expertise", "reference", "conversation")
STATUSES = ("draft", "draft", "ready", "ready", "ready", "review", "idea")
WRITTEN = st.sampled_from(("whatsapp", "visit", "newsletter", "call"))


@st.composite
def entries(draw, work, slug, day, kinds, clients):
    known = sorted(work["segments"])
    kind = draw(st.sampled_from(kinds))
    whom = "segments"
    if work["contacts"]:
        # in some calendars offers go to single clients: segments keep their limits, clients do not
        single = kind == "pitch" and clients
        whom = draw(st.sampled_from(("segments",) * (1 if single else 7) + ("contacts",) * 3 + ("both",)))
    entry = {
        "slug": slug,
        "date": day,
        "time": day and draw(often(st.sampled_from((time(0), time(2, 30), time(2, 30), time(17, 45))), None)),
        "kind": kind,
        "status": draw(st.sampled_from(STATUSES)),
        "segments": [],
        "contacts": [],
        "channels": draw(often(st.lists(WRITTEN | st.just("blog"), min_size=1, max_size=2, unique=True), [], 2)),
        "text": draw(often(st.sampled_from(TEXTS), None, 4)),
        "as_body": draw(st.booleans()),
        "repeat": None,
        "allow": draw(often(allowed(), [], 12)),
        "file": draw(st.sampled_from(("a", "b"))),
    }
    if whom != "contacts":
        entry["segments"] = draw(st.lists(st.sampled_from(known), min_size=1, max_size=len(known), unique=True))
    if whom != "segments":
        whom = st.sampled_from(sorted(work["contacts"]))
        entry["contacts"] = draw(st.lists(whom, min_size=1, max_size=2, unique=True))
    repeats = day is not None and draw(st.integers(0, 7)) == 7
    if (repeats or entry["contacts"]) and "blog" in channels_of(work, entry):
        entry["channels"] = [draw(WRITTEN)]
    if repeats:
        entry["repeat"], entry["allow"] = draw(repeat(entry, work["as_of"])), []
    elif day is not None and day <= work["as_of"] and draw(st.booleans()):
        entry["status"] = "done"
    if entry["time"] and (repeats or is_skipped(day, entry["time"], work["zone"])):
        entry["time"] = time(9)
    return entry


def allowed():
    return st.lists(st.sampled_from(("too-often", "client-too-often", "too-quiet", "overdue")), min_size=1, unique=True)


@st.composite
def repeat(draw, entry, as_of):
    """A repetition that has an occurrence left."""
    start = entry["date"]
    freqs = ("DAILY", "WEEKLY", "WEEKLY", "MONTHLY") if start.day <= 28 else ("DAILY", "WEEKLY")
    found = {
        "freq": draw(st.sampled_from(freqs)),
        "interval": draw(st.sampled_from((1, 1, 2, 3, 10))),
        "count": draw(often(st.integers(1, 6), None, 2)),
        "until": None,
        "except": [],
        "done": draw(often(st.sampled_from((0, -1, -7, -30)).map(lambda n: as_of + DAY * n), None)),
    }
    if found["count"] is None:
        longest = 25 if found["freq"] == "DAILY" else 90
        found["until"] = start + DAY * draw(st.integers(0, longest))
        if found["freq"] != "DAILY" and draw(st.integers(0, 4)) == 4:
            found["until"] = None
    days = repeated({"date": start, "repeat": found}, as_of)
    left_out = draw(often(st.lists(st.sampled_from(days[:6]), max_size=2, unique=True), [])) if days else []
    found["except"] = left_out if set(days) - set(left_out) else []
    return found if days else {**found, "count": 1, "until": None}


WHATS = ("reply", "reply", "inquiry", "answer", "message", "call", "visit", "opt-out", "sale", "helped")


def lines(as_of, known):
    return st.fixed_dictionaries(
        {
            "date": st.sampled_from((0, 0, -1, -2, -3, -3, -7, -8, -20)).map(lambda n: as_of + DAY * n),
            "contact": st.sampled_from(known),
            "what": st.sampled_from(WHATS),
            "yours": st.booleans(),
            "settled": often(st.just(True), False, 6),
        }
    ).map(with_by)


def with_by(line):
    """What is theirs by its name has no `by`; the rest is mostly yours."""
    mine = line.pop("yours") or line["what"] in ("answer", "call")
    return {**line, "by": mine and line["what"] not in ("reply", "inquiry", "opt-out")}
