"""`blast`, sentence by sentence of 3-rules.md. `as_of` is 2026-12-01."""

from typing import Any

import pytest
from hypothesis import given, settings
from random_plans import plans
from small_plan import entry, found, plan_of, policy, told

from valuegen.plan.types import Plan
from valuegen.rules import blast

RULE = "blast"
FOUR: dict[str, Any] = {id: {} for id in "abcd"}
SENT = ["newsletter"]


def told_of(*rows: dict[str, Any], **more: Any) -> list[str | None]:
    return [each.entry for each in found(plan_of(rows, **{"segments": FOUR, **more}), RULE)]


def to(*segments: str, day: str = "2026-12-05", **values: Any) -> dict[str, Any]:
    return entry(day, **{"segments": list(segments), "channels": SENT, **values})


def test_more_than_three_segments_by_what_does_not_publish() -> None:
    assert not told_of(to("a", "b", "c"))
    (finding,) = found(plan_of([to("a", "b", "c", "d", slug="x")], segments=FOUR), RULE)
    assert (finding.level, finding.entry, finding.data) == ("warning", "2026-12-05-x", {"segments": 4, "limit": 3})
    assert told(finding) == (
        "This is sent to 4 segments at once; to more than 3, it is one message to everybody. "
        "Write each of them an entry of their own, or keep 3 segments at most."
    )
    assert not told_of(to("a", "b", "c", "d", channels=["blog"]))
    assert told_of(to("a", "b", "c", "d", channels=["blog", "instagram"]))
    assert not told_of(to("a", "b", "c", "c"))


def test_the_number_can_be_another() -> None:
    assert told_of(to("a", "b"), rules={RULE: {"segments": "1"}})
    assert not told_of(to("a"), rules={RULE: {"segments": "1"}})
    assert not told_of(to("a", "b", "c", "d"), rules={RULE: {"segments": "4"}})
    with pytest.raises(AssertionError):
        policy(plan_of([], rules={RULE: {"segments": "0"}}))


def test_the_same_text_to_other_segments_within_the_window() -> None:
    first = to("a", text="¿Cómo va el mes?", slug="uno", day="2026-12-01")
    assert told_of(first, to("b", text="COMO VA, EL MES", slug="x", day="2026-12-30")) == ["2026-12-30-x"]
    assert not told_of(first, to("b", text="¿Cómo va el mes?", day="2026-12-31"))
    assert not told_of(first, to("b", text="¿Cómo va el año?", day="2026-12-30"))
    short: dict[str, Any] = {"rules": {RULE: {"window": "7 days"}}}
    assert told_of(first, to("b", text="¿Cómo va el mes?", day="2026-12-07"), **short)
    assert not told_of(first, to("b", text="¿Cómo va el mes?", day="2026-12-08"), **short)


def test_what_it_says_of_the_same_text() -> None:
    rows = [to("a", text="Hola", title="Uno", slug="uno"), to("b", text="Hola", day="2026-12-08", slug="dos")]
    (finding,) = found(plan_of(rows, segments=FOUR), RULE)
    assert finding.data == {"same_as": "2026-12-05-uno", "days": 3, "window": 30}
    assert told(finding, "es") == (
        "«Uno» (5 de diciembre) dijo lo mismo a otros segmentos 3 días antes. "
        "Escribe «Título 2» de nuevo para quien la recibe, o deja 30 días entre las dos."
    )
    rows[1]["date"] = "2026-12-05"
    assert told(found(plan_of(rows, segments=FOUR), RULE)[0]).startswith(
        "“Uno” says the same to other segments on the same day."
    )


def test_to_the_same_segments_it_is_a_reminder_and_no_blast() -> None:
    assert not told_of(to("a", text="Hola"), to("a", text="Hola", day="2026-12-08"))
    assert not told_of(to("a", "b", text="Hola"), to("b", "a", text="Hola", day="2026-12-08"))
    assert told_of(to("a", "b", text="Hola"), to("a", text="Hola", day="2026-12-08", slug="x")) == ["2026-12-08-x"]
    weekly = {"repeat": {"rule": "FREQ=WEEKLY;COUNT=4"}, "text": "Hola"}
    assert not told_of(to("a", **weekly))


def test_others_between_the_two_do_not_hide_it() -> None:
    rows = [to("a", text="Hola", day="2026-12-02")]
    rows += [to("b", text="Hola", day=f"2026-12-{day:02}", slug=f"b{day}") for day in (5, 6, 7)]
    assert told_of(*rows) == ["2026-12-05-b5", "2026-12-06-b6", "2026-12-07-b7"]


def test_entries_without_a_text_or_without_segments_are_like_no_other() -> None:
    assert not told_of(to("a"), to("b", day="2026-12-08"))
    one = entry("2026-12-08", segments=[], contacts=["rosa"], channels=["whatsapp"], text="Hola")
    assert not told_of(to("a", text="Hola"), one, contacts={"rosa": {"segments": ["b"]}})


def test_what_publishes_counts_as_the_same_text_too_and_what_is_not_planned_does_not() -> None:
    assert told_of(to("a", text="Hola"), to("b", text="Hola", day="2026-12-08", channels=["blog"]))
    assert not told_of(to("a", text="Hola", status="idea"), to("b", text="Hola", day="2026-12-08"))


def test_history_and_silences() -> None:
    past = to("a", "b", "c", "d", day="2026-11-20", status="done")
    (finding,) = found(plan_of([past], segments=FOUR), RULE)
    assert (finding.level, finding.mend) == ("note", None)
    assert not told_of(to("a", "b", "c", "d", allow={RULE: "aviso de cierre"}))


@settings(max_examples=30)
@given(plans())
def test_on_random_plans_each_pair_is_looked_at(plan: Plan) -> None:
    expected, options = set(), policy(plan).of(blast.Options, RULE)
    planned = [each for each in plan.occurrences if each.is_planned and each.segments]
    for number, later in enumerate(planned):
        for earlier in planned[:number]:
            texts = [plan.prose.get(each.entry.slug) for each in (earlier, later)]
            same = all(texts) and len({text.fingerprint for text in texts if text}) == 1
            near = (later.order[0] - earlier.order[0]).days < options.window
            if same and near and set(earlier.segments) != set(later.segments):
                expected.add(later.id)
    assert {each.occurrence.id for each in blast.check(plan, policy(plan)) if each.occurrence} == expected
