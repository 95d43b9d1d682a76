"""Credit is what 3-rules.md defines: held to trying it out, one offer more at a time."""

from datetime import date, timedelta

from hypothesis import given, settings
from random_plans import plans
from small_plan import entry, plan_of, policy

from valuegen.check import check
from valuegen.model.entry import Entry
from valuegen.plan.replan import with_added
from valuegen.plan.types import Plan
from valuegen.plan.windows import Tally, tally_on
from valuegen.remedy import Credit, credit_sentence, credits  # noqa: A004
from valuegen.remedy.missing import Missing, Span
from valuegen.remedy.room import entry_on
from valuegen.rules import client_pitch_share, pitch_share
from valuegen.words import say


def with_pitch(plan: Plan, segment: str, day: date, channels: tuple[str, ...] = ("newsletter",)) -> Plan:
    number = len(plan.occurrences)
    keys = {"date": day.isoformat(), "title": "X", "slug": f"x{number}", "kind": "pitch", "status": "ready"}
    return with_added(plan, Entry.model_validate({**keys, "segments": [segment], "channels": list(channels)}))


def share_errors(plan: Plan) -> set[tuple[str | None, str | None]]:
    findings = check(plan, policy(plan), [pitch_share])
    return {(each.segment, each.entry) for each in findings if each.level == "error"}


def tried_out(plan: Plan, segment: str) -> tuple[int, date | None]:
    before, now = share_errors(plan), 0
    while not share_errors(more := with_pitch(plan, segment, plan.as_of.day)) - before:
        plan, now = more, now + 1
    for ahead in range(1, 366):
        day = plan.as_of.day + timedelta(days=ahead)
        if not share_errors(with_pitch(plan, segment, day)) - before:
            return now, day
    return now, None


def fits_with(plan: Plan, segment: str, taken: int, value: int, window: int) -> bool:
    """Whether one offer more than those taken, and all that are planned in its window, are possible with so many value
    entries more."""
    day, last = plan.as_of.day.isoformat(), (plan.as_of.day + timedelta(days=window - 1)).isoformat()
    for number in range(value):
        keys = {"date": day, "title": "V", "slug": f"v{number}", "kind": "reference", "status": "ready"}
        plan = with_added(plan, Entry.model_validate({**keys, "segments": [segment], "channels": ["newsletter"]}))
    for _ in range(taken + 1):
        plan = with_pitch(plan, segment, plan.as_of.day)
    return not [one for at, one in share_errors(plan) if at == segment and one and day <= one[:10] <= last]


def adds_up(plan: Plan, segment: str, credit: Credit) -> bool:
    """Whether the figures beside what is missing are those of the plan with the offers, and it is what they lack."""
    assert credit.missing
    span = credit.missing.span
    assert span
    usual = entry_on(plan, ((segment,), ()), plan.as_of.day, "pitch").channels
    for _ in range(credit.now + 1):
        plan = with_pitch(plan, segment, plan.as_of.day, usual)
    limit = policy(plan).of(pitch_share.Options, "pitch-share", segment).max
    rows = [plan.receipts.of_group(one) for one in plan.receipts.groups if segment in one.segments]
    if not credit.missing.for_clients:
        rows = [plan.received[segment]]
    else:
        limit = policy(plan).of(client_pitch_share.Options, "client-pitch-share").max
    enough = span.tally.value + credit.missing.value
    is_least = span.tally.pitches <= limit * (span.tally.pitches + enough)
    is_least &= span.tally.pitches > limit * (span.tally.pitches + enough - 1)
    return is_least and span.tally in [tally_on(row, span.last, span.days, plan.prose) for row in rows]


@settings(max_examples=12)
@given(plans())
def test_credit_is_what_trying_it_out_gives(plan: Plan) -> None:
    given_credit = credits(plan, policy(plan))
    assert list(given_credit) == ["a", "b", "c"]
    for segment, credit in given_credit.items():
        assert (credit.now, credit.next) == tried_out(plan, segment)
        if credit.next is None and credit.missing is not None:
            window = policy(plan).of(pitch_share.Options, "pitch-share", segment).window
            assert fits_with(plan, segment, credit.now, credit.missing.value, window)
            assert adds_up(plan, segment, credit)
            if not credit.missing.for_clients:
                assert not fits_with(plan, segment, credit.now, credit.missing.value - 1, window)


def now_and_next(*days: str, **values: object) -> tuple[int, date | None]:
    credit = credits(plan := plan_of([entry(day) for day in days], **values), policy(plan))["a"]  # type: ignore[arg-type]
    return credit.now, credit.next


def test_so_many_offers_as_the_value_before_them_pays_for() -> None:
    assert now_and_next(*["2026-12-01"] * 3) == (0, None)
    assert now_and_next(*["2026-12-01"] * 4) == (1, None)
    assert now_and_next(*["2026-11-30"] * 8) == (2, None)


def test_the_next_one_waits_for_value_or_for_an_older_offer_to_leave_the_window() -> None:
    assert now_and_next(*["2026-12-01"] * 4, *["2026-12-20"] * 4) == (1, date(2026, 12, 20))
    # 30 days that end on 2026-12-31 do not hold the offer of 2026-12-01 any more.
    rules = {"pitch-share": {"window": "30 days"}}
    assert now_and_next(*["2026-12-01"] * 4, *["2026-12-05"] * 3, "2026-12-31", rules=rules) == (1, date(2026, 12, 31))


def test_an_offer_that_is_planned_already_takes_its_share() -> None:
    plan = plan_of([*(entry("2026-12-01") for _ in range(4)), entry("2026-12-10", kind="pitch")])
    credit = credits(plan, policy(plan))["a"]
    assert (credit.now, credit.next) == (0, None)
    assert credit.taken_by is not None
    assert credit.taken_by.day == date(2026, 12, 10)
    assert say(credit_sentence("P", credit), "es") == (
        "P: «Título 5», del 10 de diciembre, ocupa el sitio para ofertas; para otra, "
        "hacen falta antes 4 entradas de valor más "
        "(2 ofertas en los 90 días hasta el 10 de diciembre piden 8; hechas o planeadas: 4)."
    )


def test_of_two_offers_the_first_without_which_there_would_be_room_is_named() -> None:
    """Whether its own window is full, or that of the one after it."""
    at = ["2026-12-10", "2026-12-12"]
    soon = plan_of([*(entry("2026-12-01") for _ in range(8)), *(entry(day, kind="pitch") for day in at)])
    late = plan_of([*(entry("2026-12-10") for _ in range(8)), *(entry(day, kind="pitch") for day in at)])
    for plan in (soon, late):
        taker = credits(plan, policy(plan))["a"].taken_by
        assert taker is not None
        assert taker.day == date(2026, 12, 10)


def test_who_has_no_room_at_all_is_not_told_that_an_offer_takes_it() -> None:
    for days in (["2026-12-01"] * 3, []):
        plan = plan_of([*(entry(day) for day in days), entry("2026-12-10", kind="pitch")])
        assert credits(plan, policy(plan))["a"].taken_by is None


def test_a_segment_has_its_own_limit() -> None:
    tight = {"a": {"rules": {"pitch-share": {"max": "10%"}}}}
    assert now_and_next(*["2026-12-01"] * 8, segments=tight) == (0, None)
    assert now_and_next(*["2026-12-01"] * 9, segments=tight)[0] == 1


def test_it_is_said_in_a_sentence() -> None:
    today = date(2026, 12, 1)
    some = credit_sentence("Panaderías", Credit(1, date(2026, 12, 20), today))
    assert say(some, "es") == "Panaderías: 1 oferta posible; la siguiente, desde el 20 de diciembre."
    assert say(some, "en") == "Panaderías: 1 offer possible; the next one from December 20."
    more = credit_sentence("P", Credit(2, date(2027, 1, 5), today))
    assert say(more, "es") == "P: 2 ofertas posibles; la siguiente, desde el 5 de enero de 2027."
    none = credit_sentence("P", Credit(0, date(2026, 12, 20), today))
    assert say(none, "es") == "P: ninguna oferta posible ahora; la siguiente, desde el 20 de diciembre."
    never = credit_sentence("P", Credit(0, None, today, missing=Missing(1, span=Span(90, today, Tally(1, 3)))))
    assert say(never, "es") == (
        "P: todavía no cabe ninguna oferta; hace falta antes 1 entrada de valor más "
        "(1 oferta en los 90 días hasta el 1 de diciembre pide 4; hasta ahora: 3)."
    )
    assert say(never, "en") == (
        "P: no offer possible yet; 1 more value entry is needed first "
        "(1 offer in the 90 days to December 1 takes 4; so far: 3)."
    )
    later = credit_sentence("P", Credit(0, None, today, missing=Missing(4, span=Span(90, today, Tally(1, 0), 2))))
    assert say(later, "es") == (
        "P: todavía no cabe ninguna oferta; hacen falta antes 4 entradas de valor más "
        "(1 oferta en los 90 días hasta el 1 de diciembre pide 4; hasta ahora: 0, planeadas para después: 2)."
    )
    one = credit_sentence("P", Credit(1, None, today, missing=Missing(4, span=Span(90, today, Tally(2, 4)))))
    assert say(one, "es") == (
        "P: 1 oferta posible; para otra, hacen falta antes 4 entradas de valor más "
        "(2 ofertas en los 90 días hasta el 1 de diciembre piden 8; hasta ahora: 4)."
    )
    assert say(credit_sentence("P", Credit(0, None, today)), "es") == "P: ninguna oferta, porque su límite es 0 %."


def test_what_is_missing_is_told_apart_where_the_planned_offers_lack_some_too() -> None:
    """A finding asks for 2 more before the planned offer; another one takes 4 more."""
    plan = plan_of([entry("2026-12-01"), entry("2026-12-02"), entry("2026-12-03", kind="pitch")])
    (finding,) = [one for one in check(plan, policy(plan)) if one.rule == "pitch-share"]
    assert finding.mend
    assert finding.mend.add_value == 2
    assert say(credit_sentence("P", credits(plan, policy(plan))["a"]), "en") == (
        "P: 6 more value entries are needed: 2 for what you offer already, and 4 for another offer "
        "(2 offers in the 90 days to December 3 take 8; done or planned: 2)."
    )
