"""What holds of the reminders of any workspace, whatever is in it."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from planning import entry
from reminding import HOST, plan, text, why

from valuegen.plan.make import make_plan
from valuegen.plan.reminders import KINDS, reminders_of
from valuegen.plan.types import Plan

TODAY = date(2026, 12, 1)
SEGMENTS, CONTACTS, PEOPLE = ("a", "b"), ("rosa", "ana", "leo"), ("irene", "tomas", "eva")
CHANNELS = ("blog", "whatsapp", "call", "newsletter", "event")


def days(before: int = 60, after: int = 120) -> st.SearchStrategy[str]:
    return st.integers(-before, after).map(lambda n: (TODAY + timedelta(days=n)).isoformat())


def spans(kind: str = "from") -> st.SearchStrategy[dict[str, str]]:
    def span(pair: tuple[int, int]) -> dict[str, str]:
        first = TODAY + timedelta(days=pair[0])
        return {"from": first.isoformat(), "to": (first + timedelta(days=pair[1])).isoformat()}

    return st.tuples(st.integers(-30, 60), st.integers(0, 30)).map(span)


def some(values: tuple[str, ...], least: int = 0) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(values), unique=True, min_size=least, max_size=3)


def maybe(**parts: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=parts)


@st.composite
def entries(draw: st.DrawFn, number: int) -> dict[str, Any]:
    on = draw(st.one_of(st.none(), days()))
    to_contacts = draw(st.booleans())
    channels = draw(some(CHANNELS[1:] if to_contacts else CHANNELS, 1))
    names = {"contacts": draw(some(CONTACTS, 1))} if to_contacts else {"segments": draw(some(SEGMENTS, 1))}
    statuses = ["idea", "draft", "review", "ready", *(["done"] if on and on <= TODAY.isoformat() else [])]
    made = entry(
        on,
        draw(st.sampled_from(["industry", "pitch", "courtesy"])),
        f"e{number}",
        title=f"Título {number}",
        channels=channels,
        status=draw(st.sampled_from(statuses)),
        **names,
        **draw(maybe(review=st.just("30 days"), answers=st.just(["n1"]), author=st.sampled_from(PEOPLE))),
    )
    if on and "blog" not in channels and draw(st.booleans()):
        made["repeat"] = {"rule": draw(st.sampled_from(["FREQ=WEEKLY;COUNT=4", "FREQ=MONTHLY;COUNT=3"]))}
    return made


@st.composite
def contacts(draw: st.DrawFn) -> dict[str, Any]:
    return {
        "segments": draw(some(SEGMENTS, 1)),
        **draw(
            maybe(
                opted_out=st.one_of(st.just("true"), days()),
                no_pitches=days(),
                status=st.just("gone"),
                not_by=some(CHANNELS, 1),
                pauses=st.lists(spans(), max_size=2),
                dates=st.just({"birthday": "1980-02-29", "Navidad": "12-24", "x": "12-05"}),
                channel=st.sampled_from(["whatsapp", "email", "visit"]),
            )
        ),
    }


def lines() -> st.SearchStrategy[dict[str, Any]]:
    whats = ["reply", "inquiry", "answer", "call", "sale", "helped", "opt-out"]
    fixed = {"date": days(90, 0), "contact": st.sampled_from(CONTACTS), "what": st.sampled_from(whats)}
    return st.fixed_dictionaries(
        fixed,
        optional={"by": st.sampled_from(PEOPLE), "entry": st.sampled_from(["e0", "e1"]), "settled": st.just("true")},
    )


@st.composite
def worlds(draw: st.DrawFn) -> Mapping[str, Any]:
    need = {"id": "n1", "heard": draw(days(90, 0)), "from": draw(st.sampled_from(CONTACTS)), "needs": "Algo"}
    return {
        "entries": [draw(entries(number)) for number in range(draw(st.integers(0, 4)))],
        "segments": {id: draw(maybe(pauses=st.lists(spans(), max_size=1))) for id in SEGMENTS},
        "contacts": {id: draw(contacts()) for id in CONTACTS},
        "people": {
            id: draw(maybe(away=spans().map(lambda span, cover=cover: [{**span, "cover": cover}])))
            for id, cover in zip(PEOPLE, ("tomas", "eva", "irene"), strict=True)
        },
        "log": sorted(draw(st.lists(lines(), max_size=6)), key=lambda line: line["date"]),
        "needs": [need],
        **draw(maybe(closed=st.just([{"from": "12-24", "to": "01-02"}]))),
    }


def planned(world: Mapping[str, Any], **changes: Any) -> Plan:
    parts = {key: value for key, value in {**world, **changes}.items() if key != "entries"}
    return plan(*changes.get("entries", world["entries"]), **{k: v for k, v in parts.items() if k != "entries"})


def is_at_rest(made: Plan, reminder: Any, day: date) -> bool:
    """Brute force, from what was written: whether nothing of it may be reminded on a day."""
    workspace = made.workspace
    if workspace.settings.closed and ((day.month, day.day) >= (12, 24) or (day.month, day.day) <= (1, 2)):
        return True

    def rests(pauses: Any) -> bool:
        return any(pause.first.on(pause.first.year) <= day <= pause.last.on(pause.last.year) for pause in pauses)

    if reminder.contact:
        contact = workspace.contacts[reminder.contact]
        return rests(contact.pauses) or any(rests(workspace.segments[id].pauses) for id in contact.segments)
    named = next((one.segments for one in made.occurrences if one.id == reminder.entry), ()) or (
        (reminder.segment,) if reminder.segment else ()
    )
    return bool(named) and all(rests(workspace.segments[id].pauses) for id in named)


@settings(max_examples=80)
@given(worlds())
def test_every_reminder_keeps_the_promises(world):
    made = planned(world)
    found = reminders_of(made)
    assert reminders_of(planned(world)) == found
    assert len({reminder.uid for reminder in found}) == len(found)
    order = [(reminder.due, reminder.at is not None) for reminder in found]
    assert order == sorted(order)
    for reminder in found:
        assert reminder.kind in KINDS
        assert reminder.uid.startswith(f"{reminder.kind}.")
        assert reminder.uid.endswith(HOST)
        assert reminder.due <= TODAY + timedelta(days=90)
        assert reminder.late == (reminder.due < TODAY)
        assert reminder.owner in PEOPLE
        assert all(text(reminder, language) and why(reminder, language) for language in ("es", "en"))
        assert not is_at_rest(made, reminder, reminder.due)
        if reminder.late:
            assert not is_at_rest(made, reminder, TODAY)
        if reminder.contact:
            relation = made.relations[reminder.contact]
            assert not relation.is_out(max(reminder.due, TODAY))


@settings(max_examples=40)
@given(worlds())
def test_whoever_is_away_leaves_it_to_their_cover(world):
    made = planned(world)
    for reminder in reminders_of(made):
        day = max(reminder.due, TODAY)
        away = [
            person for person in made.workspace.people.values() if any(a.first <= day <= a.last for a in person.away)
        ]
        if len(away) < len(PEOPLE):
            assert reminder.owner not in {person.id for person in away}


@settings(max_examples=40)
@given(worlds())
def test_uids_and_days_stay_when_titles_and_texts_change(world):
    others = [{**row, "title": "Otro título", "summary": "Otro", "text": "Otro texto"} for row in world["entries"]]
    before, after = reminders_of(planned(world)), reminders_of(planned(world, entries=others))
    assert [(one.uid, one.due) for one in before] == [(one.uid, one.due) for one in after]


@settings(max_examples=40)
@given(entries(0), st.integers(1, 20))
def test_uids_stay_when_an_entry_moves(row, days_later):
    """As long as it is of the days to come, and within the horizon."""
    if "date" not in row or row["date"] <= TODAY.isoformat() or row["date"] > "2027-01-01":
        return
    moved = {**row, "date": (date.fromisoformat(row["date"]) + timedelta(days=days_later)).isoformat()}
    people = {"contacts": {id: {} for id in CONTACTS}, "people": {id: {} for id in PEOPLE}}
    world = {"reminders": {"horizon": "300 days"}, **people}
    one, other = ({r.uid for r in reminders_of(planned({**world, "entries": [e]})) if r.entry} for e in (row, moved))
    assert one == other


@settings(max_examples=40)
@given(worlds(), st.data())
def test_a_line_of_yours_with_an_entry_closes_it_for_that_contact_alone(world, data):
    made = planned(world)
    shares = [reminder for reminder in reminders_of(made) if reminder.kind in ("share", "tell") and reminder.contact]
    if not shares:
        return
    chosen = data.draw(st.sampled_from(shares))
    line = {
        "date": TODAY.isoformat(),
        "contact": chosen.contact,
        "by": "irene",
        "what": "message",
        "entry": chosen.entry,
    }
    after = {reminder.uid for reminder in reminders_of(planned(world, log=[*world["log"], line]))}
    for reminder in shares:
        closed = (reminder.contact, reminder.entry) == (chosen.contact, chosen.entry)
        alike = (reminder.contact, reminder.entry[11:]) == (chosen.contact, chosen.entry[11:])
        assert closed <= (reminder.uid not in after)
        assert (reminder.uid in after) or alike or closed


@settings(max_examples=20)
@given(worlds())
def test_without_clients_there_are_no_reminders_about_them(world):
    made = planned(world)
    bare = make_plan(replace(made.workspace, contacts=None, needs=None, log=None), made.as_of, {})
    found = reminders_of(bare)
    assert {reminder.kind for reminder in found} <= {"prepare", "share", "refresh", "plan"}
    assert not any(reminder.contact or reminder.need for reminder in found)
