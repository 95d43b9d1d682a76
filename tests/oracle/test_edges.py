"""Edges that random calendars seldom touch, judged by counting by hand and by the words of the design."""

from datetime import date, time, timedelta

import pytest
from oracle.brute import RULES
from oracle.compared import compared
from oracle.program import surveyed

TODAY = date(2027, 3, 20)
DAY = timedelta(days=1)


def entry(slug, days, kind="industry", **more):
    plain = {"time": None, "status": "ready", "segments": ["aa"], "contacts": [], "channels": ["blog"], "text": None}
    plain |= {"as_body": False, "repeat": None, "allow": [], "file": "a"}
    return {**plain, "slug": slug, "date": TODAY + DAY * days, "kind": kind, **more}


def calendar(*entries, zone="UTC", rules=None, contacts=None, **segment):
    plain = {"channels": ["blog"], "at_least": 3000, "at_most": (100, 1), "pauses": [], "rules": {}, **segment}
    work = {"as_of": TODAY, "zone": zone, "closed": [], "rules": rules or {}, "segments": {"aa": plain}}
    return {**work, "contacts": contacts or {}, "entries": list(entries), "log": []}


def contact(**more):
    plain = {"segments": ["aa"], "channel": None, "at_most": None, "opted_out": None, "no_pitches": None}
    return {**plain, "not_by": [], "status": "active", "allow": [], **more}


def moves(work, folder):
    """Where the program would move what, once counting by hand has found the same."""
    compared(work, folder)
    return [numbers["move_to"] for _, numbers in of_calendar(folder) if numbers["move_to"]]


def of_calendar(folder):
    """What the program finds of the rules of the calendar, in order."""
    return sorted(dict(surveyed(folder, tuple(RULES))[0]).items())


@pytest.mark.parametrize(("days", "to"), [(364, 364), (365, 365), (366, None)])
def test_a_move_is_within_a_year(tmp_path, days, to):
    work = calendar(entry("uno", 1), entry("dos", 1), at_most=(1, days))
    assert moves(work, tmp_path) == ([TODAY + DAY * (1 + to)] if to else [])


def test_a_move_is_not_to_an_hour_that_does_not_exist(tmp_path):
    late = entry("dos", 7, time=time(2, 30))
    assert moves(calendar(entry("uno", 7), late, zone="Europe/Madrid", at_most=(1, 1)), tmp_path) == [TODAY + DAY * 9]


def test_an_offer_of_the_past_is_not_moved_into_the_past(tmp_path):
    value = [entry(f"v{number}", -8) for number in range(4)]
    assert moves(calendar(entry("curso", -10, "pitch"), *value), tmp_path) == [TODAY]


def test_what_is_done_today_is_not_moved(tmp_path):
    assert moves(calendar(entry("uno", 0), entry("dos", 0, status="done"), at_most=(1, 7)), tmp_path) == []


@pytest.mark.parametrize(("later", "found"), [(364, True), (365, True), (366, False)])
def test_the_next_offer_is_looked_for_within_a_year(tmp_path, later, found):
    value = [entry(f"v{number}", later) for number in range(3)]
    work = calendar(*value, rules={"pitch-share": {"max": "25%", "window": 30}})
    compared(work, tmp_path)
    assert surveyed(tmp_path)[1] == {"aa": {"now": 0, "next": TODAY + DAY * later if found else None}}


@pytest.mark.parametrize("same", [True, False])
def test_of_what_slipped_only_what_would_have_counted_is_why(tmp_path, same):
    value = [entry("v1", -5), entry("v2", -4), entry("v3", -3, text="Otra cosa.\n")]
    missed = [
        entry("s1", -2, status="draft", text="Otra cosa.\n" if same else None),
        entry("s2", -1, status="review"),
    ]
    work = calendar(*value, *missed, entry("curso", 3, "pitch"))
    compared(work, tmp_path)
    named = [numbers["pitches"] for about, numbers in of_calendar(tmp_path) if "overdue" in about]
    assert named == ([[], ["2027-03-23-curso"]] if same else [["2027-03-23-curso"]] * 2)


@pytest.mark.parametrize(
    ("wish", "reported"),
    [
        ({}, True),
        ({"status": "gone"}, False),
        ({"opted_out": TODAY + DAY * 5}, False),
        ({"opted_out": TODAY + DAY * 6}, True),
        ({"not_by": ["visit", "call"]}, False),
        ({"not_by": ["call"]}, True),
        ({"at_most": (2, 7)}, False),
    ],
)
def test_what_reaches_a_client_decides(tmp_path, wish, reported):
    both = ["visit", "call"]
    work = calendar(
        entry("uno", 4, channels=both),
        entry("dos", 5, channels=both),
        contacts={"ana": contact(**{"at_most": (1, 7)} | wish)},
    )
    compared(work, tmp_path)
    assert any("client-too-often" in about for about, _ in of_calendar(tmp_path)) == reported


def test_of_a_day_on_which_a_client_wants_no_offers_any_more_the_offer_is_not_received(tmp_path):
    offers = [entry("hoy", 4, "pitch"), entry("luego", 5, "pitch", segments=[], contacts=["ana"], channels=["call"])]
    work = calendar(*offers, contacts={"ana": contact(no_pitches=TODAY + DAY * 5)})
    compared(work, tmp_path)
    assert [about.split()[0] for about, _ in of_calendar(tmp_path)] == ["opted-out", "pitch-share"]


def test_an_offer_to_clients_moves_behind_what_pays_for_it_for_all_of_them(tmp_path):
    value = [entry(f"v{number}", 4) for number in range(3)]
    single = [entry("uno", 4, segments=[], contacts=["ana"], channels=["call"])]
    single += [entry("otro", 9, segments=[], contacts=["ben"], channels=["call"])]
    offer = entry("curso", 1, "pitch", segments=[], contacts=["ana", "ben"], channels=["visit"])
    work = calendar(*value, *single, offer, contacts={"ana": contact(), "ben": contact()})
    assert moves(work, tmp_path) == [TODAY + DAY * 9]
