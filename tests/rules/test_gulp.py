"""`gulp`, sentence by sentence of 3-rules.md. `as_of` is 2026-12-01."""

from typing import Any

import pytest
from small_plan import entry, found, plan_of, spots, told

RULE = "gulp"


def words(count: int) -> str:
    return " ".join(["harina"] * count)


def sent(count: int, *channels: str, day: str = "2026-12-03", **values: Any) -> dict[str, Any]:
    return entry(day, channels=list(channels), text=words(count), **values)


@pytest.mark.parametrize(("channel", "most"), [("sms", 25), ("whatsapp", 120), ("newsletter", 800), ("card", 80)])
def test_a_text_longer_than_its_channel_bears(channel: str, most: int) -> None:
    assert not found(plan_of([sent(most, channel)]), RULE)
    assert spots(plan_of([sent(most + 1, channel)]), RULE) == [(None, "2026-12-03-e1", "warning")]


def test_it_says_how_many_words_are_too_many() -> None:
    (finding,) = found(plan_of([sent(131, "whatsapp")]), RULE)
    assert finding.data == {"words": 131, "max_words": 120, "channel": "whatsapp"}
    assert told(finding, "es") == (
        "Este texto tiene 131 palabras; en «WhatsApp» caben 120. Quita 11 palabras, o cuéntalo en varias entradas."
    )


def test_the_strictest_of_its_channels_counts() -> None:
    (finding,) = found(plan_of([sent(130, "newsletter", "whatsapp")]), RULE)
    assert finding.data["channel"] == "whatsapp"
    assert not found(plan_of([sent(2000, "blog")]), RULE)
    assert found(plan_of([sent(130, "blog", "whatsapp")]), RULE)


def test_a_channel_in_force_by_default_counts() -> None:
    segments = {"a": {"channels": ["whatsapp"]}}
    assert found(plan_of([entry("2026-12-03", text=words(121))], segments), RULE)


def test_a_workspace_changes_what_a_channel_bears() -> None:
    assert found(plan_of([sent(11, "visit")], channels={"visit": {"max_words": "10"}}), RULE)
    assert not found(plan_of([sent(900, "whatsapp")], channels={"whatsapp": {"max_words": "0"}}), RULE)


def test_code_and_addresses_are_no_words() -> None:
    text = words(25) + " `una dos tres` <https://levadura.example/una/direccion>"
    assert not found(plan_of([entry("2026-12-03", channels=["sms"], text=text)]), RULE)


def test_an_entry_that_repeats_is_told_of_once() -> None:
    repeated = sent(26, "sms", day="2026-11-24", repeat={"rule": "FREQ=WEEKLY;COUNT=4", "done": "2026-11-24"})
    assert spots(plan_of([repeated]), RULE) == [(None, "2026-12-01-e1", "warning")]


def test_history_is_a_note_and_ideas_are_left_alone() -> None:
    assert spots(plan_of([sent(26, "sms", day="2026-11-24", status="done")]), RULE) == [(None, "2026-11-24-e1", "note")]
    assert not found(plan_of([sent(26, "sms", status="idea")]), RULE)
    assert not found(plan_of([sent(26, "sms", day="2026-11-24")]), RULE)


def test_an_allow_silences_it_and_the_gentle_profile_has_it_off() -> None:
    assert not found(plan_of([sent(26, "sms", allow={RULE: "es la bienvenida"})]), RULE)
    assert not found(plan_of([sent(26, "sms")], profile="gentle"), RULE)
    assert spots(plan_of([sent(26, "sms")], profile="gentle", rules={RULE: "error"}), RULE)
