"""`wrong-channel`, sentence by sentence of 3-rules.md. `as_of` is 2026-12-01."""

from typing import Any

from small_plan import entry, found, plan_of, spots, told

from bench import Bench

RULE = "wrong-channel"
SEGMENTS: dict[str, dict[str, Any]] = {
    "a": {"channels": ["blog", "whatsapp"]},
    "b": {"channels": ["newsletter"]},
    "c": {},
}
CONTACTS: dict[str, dict[str, Any]] = {
    "rosa": {"segments": ["a"], "not_by": ["call", "email"]},
    "ana": {"segments": ["a"], "channel": "call"},
}


def about(work: dict[str, Any], **values: Any) -> list[str]:
    plan = plan_of([work], **{"segments": SEGMENTS, "contacts": CONTACTS, **values})
    return sorted(each.segment or each.contact or "" for each in found(plan, RULE))


def test_channels_of_its_own_that_its_segment_does_not_list() -> None:
    assert about(entry("2026-12-03", channels=["blog", "linkedin"])) == ["a"]
    assert about(entry("2026-12-03", channels=["blog", "whatsapp"])) == []
    assert about(entry("2026-12-03")) == []


def test_one_finding_a_segment_and_one_that_lists_none_is_not_looked_at() -> None:
    assert about(entry("2026-12-03", segments=["a", "b", "c"], channels=["visit", "call"])) == ["a", "b"]
    assert about(entry("2026-12-03", segments=["a", "b", "c"], channels=["blog"])) == ["b"]
    assert about(entry("2026-12-03", segments=["c"], channels=["visit"])) == []


def test_channels_by_default_are_not_its_own() -> None:
    assert about(entry("2026-12-03", segments=["a", "b"])) == []


def test_a_post_that_names_none_is_on_the_blog_by_default(bench: Bench) -> None:
    post = "---\ntitle: Hola\n{channels}date: 2026-12-01\n---\n¿Qué tal?\n"
    segments = "panaderias: {name: Panaderías, channels: [whatsapp]}\n"
    work = bench.workspace({"content/segments.yaml": segments, "content/calendar/2026.yaml": None})
    work.write("content/posts/hola.md", post.format(channels=""))
    assert work.findings(RULE) == []
    work.write("content/posts/hola.md", post.format(channels="channels: [blog]\n"))
    assert [(each["line"], each["segment"]) for each in work.findings(RULE)] == [(3, "panaderias")]


def test_for_contacts_what_they_do_not_want() -> None:
    assert about(entry("2026-12-03", contacts=["rosa", "ana"], channels=["call"])) == ["rosa"]
    assert about(entry("2026-12-03", contacts=["rosa"], channels=["visit"])) == []
    assert about(entry("2026-12-03", contacts=["rosa"], segments=["b"], channels=["email"])) == ["b", "rosa"]


def test_contacts_are_not_held_to_the_channels_of_their_segments() -> None:
    assert about(entry("2026-12-03", contacts=["ana"], channels=["visit"])) == []


def test_their_channel_by_default_is_not_the_entry_s_own() -> None:
    contacts = {"rosa": {"segments": ["a"], "channel": "call", "not_by": ["call"]}}
    assert about(entry("2026-12-03", contacts=["rosa"]), contacts=contacts) == []


def test_where_contacts_are_not_there_segments_are_looked_at_all_the_same() -> None:
    work = entry("2026-12-03", contacts=["rosa"], segments=["b"], channels=["email"])
    assert about(work, absent=["contacts"]) == ["b"]


def test_planned_entries_alone_and_history_is_a_note() -> None:
    work = [
        entry("2026-11-03", status="done", slug="past"),
        entry("2026-11-03", status="draft", slug="slipped"),
        entry("2026-12-03", status="idea", slug="idea"),
    ]
    plan = plan_of([{**each, "channels": ["linkedin"]} for each in work], SEGMENTS)
    assert spots(plan, RULE) == [("a", "2026-11-03-past", "note")]


def test_levels_and_silences() -> None:
    off: dict[str, Any] = {**SEGMENTS, "b": {**SEGMENTS["b"], "rules": {RULE: "off"}}}
    assert about(entry("2026-12-03", segments=["a", "b"], channels=["x"]), segments=off) == ["a"]
    assert about(entry("2026-12-03", channels=["x"], allow={RULE: "feria"})) == []
    contacts = {"rosa": {**CONTACTS["rosa"], "allow": {RULE: "quedamos así"}}}
    assert about(entry("2026-12-03", contacts=["rosa"], channels=["call"]), contacts=contacts) == []


def test_what_it_says() -> None:
    work = entry("2026-12-03", title="Tres cuentas", channels=["blog", "linkedin", "x"])
    (finding,) = found(plan_of([work], SEGMENTS), RULE)
    assert finding.data == {"channels": ["linkedin", "x"]}
    assert told(finding, "es") == (
        "«Tres cuentas» va por «linkedin» y «x», que «A» no usa. A ese segmento se le encuentra por «blog» o "
        "«whatsapp»: elige entre esos. Si también está en «linkedin» y «x», añádelo a sus `channels`."
    )
    (named,) = found(plan_of([entry("2026-12-03", contacts=["rosa"], channels=["call"])], SEGMENTS, CONTACTS), RULE)
    assert told(named, "es").endswith("«rosa» no quiere recibir nada por ahí. Elige otro canal, o deja fuera a «rosa».")
