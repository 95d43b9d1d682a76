"""`unknowing-author`, sentence by sentence of 3-rules.md. `as_of` is 2026-12-01."""

from typing import Any

from small_plan import entry, found, plan_of, spots, told

RULE = "unknowing-author"
PEOPLE: dict[str, dict[str, Any]] = {
    "irene": {"name": "Irene Vidal", "knows": ["costos", "turnos"], "email": "irene@levadura.example"},
    "tomas": {"name": "Tomás Rey", "knows": ["merma"], "email": "tomas@levadura.example"},
    "luz": {"name": "Luz Mar", "email": "luz@levadura.example"},
    "nico": {"name": "Nico Baines", "role": "assistant", "knows": ["hornos"], "email": "nico@levadura.example"},
}


def signed(*topics: str, **values: Any) -> list[dict[str, Any]]:
    return [entry("2026-12-10", **{"kind": "expertise", "topics": list(topics), **values})]


def spotted(*topics: str, **values: Any) -> bool:
    return bool(found(plan_of(signed(*topics, **values), people=PEOPLE), RULE))


def test_none_of_its_topics_is_among_what_the_author_knows() -> None:
    assert spotted("merma")
    assert not spotted("costos")
    assert not spotted("merma", "costos")
    assert not spotted("merma", author="tomas")
    assert spotted("costos", author="tomas")


def test_who_says_nothing_and_what_has_no_topics_is_left_alone() -> None:
    assert not spotted("merma", author="luz")
    assert not spotted()


def test_only_expertise() -> None:
    for kind in ("industry", "reference", "conversation", "courtesy", "pitch"):
        assert not spotted("merma", kind=kind)


def test_case_and_accents_do_not_count() -> None:
    assert not spotted("Costos")
    assert not spotted("cóstos")


def test_it_names_who_knows() -> None:
    (finding,) = found(plan_of(signed("merma", "harina"), people=PEOPLE), RULE)
    assert finding.data == {"author": "irene", "topics": ["merma", "harina"]}
    assert told(finding, "es") == (
        "Irene Vidal habla de merma o harina como quien sabe, pero dice saber de costos y turnos. "
        "Que la firme alguien que sepa, con `author: …`: tomas."
    )
    (nobody,) = found(plan_of(signed("hornos"), people=PEOPLE), RULE)
    assert "añade el tema a lo que sabe" in told(nobody, "es")


def test_history_silence_and_the_gentle_profile() -> None:
    work = [entry("2026-11-10", kind="expertise", topics=["merma"])]
    assert spots(plan_of(work, people=PEOPLE), RULE) == [(None, "2026-11-10-e1", "note")]
    assert not spotted("merma", allow={RULE: "la revisó Tomás"})
    assert not found(plan_of(signed("merma"), people=PEOPLE, profile="gentle"), RULE)
    assert not spotted("merma", status="idea")
