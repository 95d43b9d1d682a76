"""Small plans at random, crowded enough that everything is broken somewhere: see `small_plan`."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st
from small_plan import AS_OF, plan_of

from valuegen.plan.types import Plan

SEGMENTS = ("a", "b", "c")
CONTACTS = ("rosa", "ana", "leo", "eva")
TEXTS = ("La harina pesa.", "¡La harina, pesa!", "Otra cosa.")
LONG = " ".join(f"palabra{number}" for number in range(12))
BOX = "::: pitch\n{}\n:::\n"
BODIES = (
    *TEXTS,
    LONG,
    f"{LONG}\n\nAparte, {LONG}",
    f"{LONG}\n\n{BOX.format('Compra ya.')}",
    f"Pesa.\n\n{BOX.format('Compra el curso ya.')}",
    BOX.format("La harina pesa."),  # the same text as others, marked in another way
    f"La\n\n{BOX.format('harina pesa.')}",
)
"""Texts of several lengths, some that sell, some the same."""
KINDS = ("industry", "reference", "conversation", "industry", "expertise", "pitch", "pitch", "courtesy")
CHANNELS = ("blog", "whatsapp", "newsletter")


def iso(offset: int) -> str:
    """A day so many days from `as_of`."""
    return (AS_OF + timedelta(days=offset)).isoformat()


def maybe(strategy: st.SearchStrategy[Any], key: str) -> st.SearchStrategy[dict[str, Any]]:
    """A key that is there, mostly not."""
    return st.one_of(st.just({}), st.just({}), strategy.map(lambda value: {key: value}))


def several(names: tuple[str, ...], least: int = 0) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(names), unique=True, min_size=least, max_size=3)


@st.composite
def entries(draw: st.DrawFn) -> dict[str, Any]:
    """One entry, some of them named, repeated, done, silenced, or with a text that others have too."""
    offset = draw(st.integers(-30, 45))
    statuses = ["ready", "draft", "ready", "idea", *(["done"] * 3 if offset <= 0 else [])]
    at = draw(st.sampled_from(["", "", "T09:30", "T18:00"]))
    made: dict[str, Any] = {
        "date": iso(offset) + at,
        "kind": draw(st.sampled_from(KINDS)),
        "status": draw(st.sampled_from(statuses)),
        "channels": draw(several(CHANNELS, 1)),
    }
    segments, contacts = draw(several(SEGMENTS)), draw(several(CONTACTS))
    if not segments and not contacts:
        segments = ["a"]
    if contacts and draw(st.integers(0, 2)):
        contacts = [] if segments else contacts
    made |= {"segments": segments, "contacts": contacts}
    if contacts:
        made["channels"] = ["whatsapp"]
    made |= draw(maybe(st.sampled_from(BODIES), "text"))
    made |= draw(maybe(st.sampled_from([{"too-often": "x"}, {"client-too-often": "x"}]), "allow"))
    if made["status"] != "done" and "blog" not in made["channels"]:
        made |= draw(maybe(_repeats(offset), "repeat"))
    return made


@st.composite
def wordy_entries(draw: st.DrawFn) -> dict[str, Any]:
    """One entry with a text, long where it gives and mostly short where it sells."""
    kind = draw(st.sampled_from(["industry", "industry", "industry", "courtesy", "pitch", "pitch"]))
    offset, count = draw(st.integers(-6, 45)), draw(st.sampled_from([2, 12, 25]))
    own = draw(st.sampled_from(["uno", "dos", "tres"]))
    sold = draw(st.sampled_from([0, 0, 2, 5])) if kind != "pitch" else 0
    text = " ".join([own] * (draw(st.sampled_from([1, 1, 4])) if kind == "pitch" else count))
    made: dict[str, Any] = {
        "date": iso(offset),
        "kind": kind,
        "status": "ready",
        "segments": draw(several(SEGMENTS[:2], 1)),
        "channels": [draw(st.sampled_from(["blog", "newsletter"]))],
        "text": text + (f"\n\n{BOX.format(' '.join(['compra'] * sold))}" if sold else ""),
    }
    if made["channels"] != ["blog"] and draw(st.integers(0, 3)) == 0:
        made["repeat"] = {"rule": "FREQ=WEEKLY;COUNT=3"}
    return made


@st.composite
def wordy_plans(draw: st.DrawFn) -> Plan:
    """A plan in which it is words that count: little else is broken."""
    words = {"max": draw(st.sampled_from(["10%", "20%", "33%"])), "window": f"{draw(st.integers(7, 40))} days"}
    share = {"max": draw(st.sampled_from(["33%", "20%"])), "window": draw(st.sampled_from(["7 days", "20 days"]))}
    own = draw(maybe(_shares(), "pitch-words"))
    return plan_of(
        draw(st.lists(wordy_entries(), min_size=6, max_size=16)),
        segments={"a": {"cadence": {"at_most": "2 per 2 days"}, **({"rules": own} if own else {})}, "b": {}},
        as_of=AS_OF,
        rules={"pitch-words": words, "pitch-share": share},
    )


def _repeats(offset: int) -> st.SearchStrategy[dict[str, Any]]:
    rules = st.sampled_from(["FREQ=WEEKLY;COUNT=4", "FREQ=DAILY;INTERVAL=3;COUNT=5", "FREQ=MONTHLY;COUNT=2"])
    return st.tuples(rules, st.booleans()).map(
        lambda pair: {"rule": pair[0], **({"done": iso(-1)} if pair[1] and offset < 0 else {})}
    )


def rates() -> st.SearchStrategy[str]:
    return st.tuples(st.integers(1, 3), st.integers(2, 12)).map(lambda pair: f"{pair[0]} per {pair[1]} days")


@st.composite
def segments(draw: st.DrawFn) -> dict[str, Any]:
    """A segment with limits, and perhaps levels, of its own."""
    cadence = draw(maybe(rates(), "at_most")) | draw(maybe(st.just("9 days"), "at_least"))
    made: dict[str, Any] = {"cadence": cadence} if cadence else {}
    rules: dict[str, Any] = draw(maybe(_shares(), "pitch-share"))
    rules |= draw(maybe(_shares(), "pitch-words"))
    rules |= draw(maybe(st.sampled_from(["off", "warning", "error"]), "too-often"))
    rules |= draw(maybe(st.sampled_from(["off", "error"]), "too-quiet"))
    return made | ({"rules": rules} if rules else {})


def _shares() -> st.SearchStrategy[dict[str, str]]:
    shares = st.sampled_from(["33%", "25%", "15%", "0%"])
    return st.tuples(shares, st.integers(7, 40)).map(lambda pair: {"max": pair[0], "window": f"{pair[1]} days"})


@st.composite
def contacts(draw: st.DrawFn) -> dict[str, Any]:
    """A client with wishes."""
    made: dict[str, Any] = {"segments": draw(several(SEGMENTS, 1))}
    cadence = draw(maybe(rates(), "at_most"))
    wish = st.one_of(st.just("true"), st.integers(-20, 40).map(iso))
    made |= draw(maybe(wish, "opted_out")) | draw(maybe(wish, "no_pitches"))
    made |= draw(maybe(several(CHANNELS, 1), "not_by"))
    made |= draw(maybe(st.sampled_from([{"client-too-often": "x"}, {"pitch-too-soon": "x"}]), "allow"))
    made |= draw(maybe(st.sampled_from(["user", "friend", "buyer"]), "stage"))
    made |= draw(maybe(st.just({"birthday": "1980-11-25"}), "dates")) | draw(
        maybe(st.just({"on": "2026-01-01"}), "agreed")
    )
    return made | ({"cadence": cadence} if cadence else {})


def rules() -> st.SearchStrategy[Mapping[str, Any]]:
    """What `valuegen.yaml` says of the rules."""
    parts = (
        maybe(_shares(), "pitch-share"),
        maybe(_shares(), "client-pitch-share"),
        maybe(st.sampled_from(["off", "warning"]), "too-often"),
        maybe(st.sampled_from(["off", "todo"]), "client-too-often"),
        maybe(st.just("error"), "too-quiet"),
        maybe(st.just("error"), "unused-allow"),
        maybe(st.just("error"), "overdue"),
        maybe(_shares(), "pitch-words"),
        maybe(st.sampled_from([{"level": "error"}, {"level": "error", "from": "buyer"}]), "pitch-too-soon"),
        maybe(st.sampled_from([{"level": "error"}, {"level": "error", "window": "9 days"}]), "blast"),
        maybe(st.sampled_from(["error", "warning"]), "unsolicited"),
        maybe(st.just({"level": "error", "window": "20 days"}), "courtesy-alone"),
        maybe(st.just("error"), "pitch-while-away"),
    )
    return st.tuples(*parts).map(lambda found: {key: value for part in found for key, value in part.items()})


@st.composite
def plans(draw: st.DrawFn, most: int = 24) -> Plan:
    """A plan of up to three segments and four clients."""
    permalinks = draw(st.sampled_from(["/{slug}/", "/{slug}/", "/{slug}/", "/para/{month}/{slug}/"]))
    return plan_of(
        draw(st.lists(entries(), min_size=most // 3, max_size=most)),
        segments={id: draw(segments()) for id in SEGMENTS},
        contacts={id: draw(contacts()) for id in CONTACTS},
        as_of=AS_OF,
        rules=draw(rules()),
        site={"permalinks": {"post": permalinks}},
    )


def days_after(day: date) -> st.SearchStrategy[date]:
    """A later day within a year, mostly within two months."""
    return st.one_of(st.integers(1, 60), st.integers(1, 60), st.integers(1, 365)).map(lambda n: day + timedelta(days=n))
