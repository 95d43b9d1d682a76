"""The outbox leaves in peace who is in a pause on the day on which it is sent."""

import pytest
from small_plan import entry, plan_of

from valuegen.plan.outbox import Outbox

ROSA = {"segments": ["a"], "phone": "+57 300 000 0001", "email": "rosa@horno.example"}


def sending(row, channel, **parts):
    (occurrence,) = (plan := plan_of([row], **parts)).occurrences
    (found,) = (one for one in Outbox(plan).parcel(occurrence).sendings if one.channel == channel)
    return found


@pytest.mark.parametrize("channel", ["whatsapp", "newsletter", "call", "meetup"])
def test_who_is_in_a_pause_on_the_day_it_is_sent_is_named_apart(channel):
    eva = {"segments": ["a"], "phone": "+57 300 000 0002", "email": "e@a.example", "channel": channel}
    contacts = {"rosa": {**ROSA, "channel": channel}, "eva": eva}
    row = entry("2026-12-10", slug="harina", channels=[channel], text="Hola.")
    for last, resting in (("2026-12-09", []), ("2026-12-10", ["eva"])):
        contacts["eva"] = {**eva, "pauses": [{"from": "2026-12-03", "to": last}]}
        made = sending(row, channel, contacts=contacts)
        assert [one.id for one in made.resting] == resting
        assert [to.relation.id for to in made.to] == [id for id in contacts if id not in resting]
        assert [card.to.relation.id for card in made.cards] in ([], [to.relation.id for to in made.to])


def test_a_closed_day_is_no_pause_of_anybody_and_what_is_late_is_sent_today():
    contacts = {"rosa": {**ROSA, "channel": "whatsapp"}}
    row = entry("2026-12-10", slug="harina", channels=["whatsapp"], text="Hola.")
    closed = [{"from": "2026-12-10", "to": "2026-12-12"}]
    assert sending(row, "whatsapp", contacts=contacts, closed=closed).to
    contacts["rosa"]["pauses"] = [{"from": "2026-12-13", "to": "2026-12-13"}]
    assert not sending(row, "whatsapp", contacts=contacts, closed=closed).to
    late = entry("2026-11-10", slug="harina", channels=["whatsapp"], text="Hola.")
    for first, last, is_in in (("2026-11-10", "2026-11-30", True), ("2026-12-01", "2026-12-20", False)):
        contacts["rosa"]["pauses"] = [{"from": first, "to": last}]
        assert bool(sending(late, "whatsapp", contacts=contacts).to) == is_in
