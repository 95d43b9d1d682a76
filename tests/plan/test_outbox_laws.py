"""Laws of the outbox: nobody is in it who asked not to be, and nobody is in it twice."""

from collections import Counter
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from random_plans import AS_OF, CONTACTS, SEGMENTS, contacts, entries, iso, maybe, several
from small_plan import entry, plan_of

from valuegen.plan.outbox import Outbox
from valuegen.plan.types import Plan

CHANNELS = ("blog", "whatsapp", "newsletter", "email", "sms", "call", "visit", "card", "meetup", "linkedin")


OFFSETS, DAYS = st.integers(-60, 60), st.integers(0, 40)


@st.composite
def reachable(draw: st.DrawFn) -> dict[str, Any]:
    """A client with wishes, and ways to be reached, mostly."""
    made = draw(contacts())
    made |= draw(maybe(several(CHANNELS, 1), "not_by")) | draw(maybe(st.just("gone"), "status"))
    pause = st.builds(lambda first, days: [{"from": iso(first), "to": iso(first + days)}], OFFSETS, DAYS)
    made |= draw(maybe(pause, "pauses"))
    made |= draw(st.sampled_from([{"phone": "+57 300 1"}, {"email": "x@a.example"}, {"phone": "300 1"}, {}]))
    return made


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    rows = draw(st.lists(entries(), min_size=4, max_size=12))
    asked = [
        {"date": iso(draw(st.integers(-20, 0))), "contact": draw(st.sampled_from(CONTACTS)), "what": "opt-out"}
        for _ in range(draw(st.integers(0, 2)))
    ]
    told = draw(st.lists(st.sampled_from(CONTACTS), max_size=1))
    brought = [{"date": iso(-1), "contact": one, "by": "irene", "what": "message", "entry": "e1"} for one in told]
    return plan_of(
        [{**row, "channels": draw(several(CHANNELS, 1))} for row in rows],
        segments={id: {} for id in SEGMENTS},
        contacts={id: draw(reachable()) for id in CONTACTS},
        log=[*asked, *brought],
        as_of=AS_OF,
    )


@given(plans())
def test_nobody_is_in_it_who_asked_not_to_be(plan: Plan) -> None:
    for parcel in Outbox(plan).parcels():
        day = parcel.occurrence.day
        assert day is not None
        for sending in parcel.sendings:
            for relation in (*(to.relation for to in sending.to), *sending.unreachable):
                assert relation.contact.status != "gone"
                assert sending.channel not in relation.contact.not_by
                opt_outs = [line.date.day for line in relation.log if line.what == "opt-out"]
                for wish, counts in (
                    (relation.contact.opted_out, True),
                    (min(opt_outs, default=None), True),
                    (relation.contact.no_pitches, parcel.occurrence.is_pitch),
                ):
                    since = plan.as_of.day if wish is True else wish
                    assert not counts or since is None or (day < since and plan.as_of.day < since)


@given(plans())
def test_nobody_is_in_it_who_is_in_a_pause(plan: Plan) -> None:
    for parcel in Outbox(plan).parcels():
        for sending in parcel.sendings:
            day = plan.closed.next_working(max(parcel.occurrence.day or AS_OF, AS_OF))
            for to in sending.to:
                assert not any(
                    pause.first.on(pause.first.year) <= day <= pause.last.on(pause.last.year)
                    for pause in to.relation.contact.pauses
                )
            assert all(relation.calendar.is_free(day) for relation in sending.resting)


@given(plans())
def test_each_client_is_reached_once_by_personal_channels_and_nobody_else_is(plan: Plan) -> None:
    for parcel in Outbox(plan).parcels():
        entry = parcel.occurrence.entry
        found: Counter[str] = Counter()
        for sending in parcel.sendings:
            names = [to.relation.id for to in sending.to] + [relation.id for relation in sending.unreachable]
            assert len(names) == len(set(names))
            if plan.channel(sending.channel).reach == "personal":
                found.update(names)
            for name in names:
                theirs = plan.relations[name].contact.segments
                assert name in entry.contacts or set(theirs) & set(entry.segments)
        assert set(found.values()) <= {1}


@given(plans())
def test_words_are_in_the_links_only_for_those_who_receive_them_and_never_a_name(plan: Plan) -> None:
    """The words of two clients are the same: nothing is merged into them."""
    for parcel in Outbox(plan).parcels():
        for sending in parcel.sendings:
            queries = {to.link.partition("?")[2] for to in sending.to if to.is_whole}
            assert len(queries) <= 1


def test_a_client_who_asked_today_is_not_in_what_was_due_yesterday() -> None:
    late = entry(iso(-1), channels=["whatsapp"], text="Hola.")
    person: dict[str, Any] = {"segments": ["a"], "phone": "+57 300 1", "channel": "whatsapp"}
    for wish in ({}, {"opted_out": AS_OF.isoformat()}, {"opted_out": (AS_OF + timedelta(days=1)).isoformat()}):
        plan = plan_of([late], contacts={"rosa": {**person, **wish}}, as_of=AS_OF)
        (parcel,) = Outbox(plan).parcels()
        expected = [] if wish.get("opted_out") == AS_OF.isoformat() else ["rosa"]
        assert [to.relation.id for to in parcel.sendings[0].to] == expected


def test_thousands_of_clients_do_not_fill_a_page_with_their_links() -> None:
    people = {f"c{n}": {"segments": ["a"], "phone": f"+57 3{n:09}", "channel": "whatsapp"} for n in range(2_000)}
    row = entry("2026-12-02", channels=["whatsapp"], text="Hola. " * 200)
    plan = plan_of([row], contacts=people, as_of=date(2026, 12, 1))
    (parcel,) = Outbox(plan).parcels()
    (sending,) = parcel.sendings
    assert len(sending.to) == 2_000
    assert sum(len(to.link) for to in sending.to if to.is_whole) <= 130_000
    assert sending.to[0].is_whole
    assert sending.to[-1].link == "https://wa.me/573000001999"
