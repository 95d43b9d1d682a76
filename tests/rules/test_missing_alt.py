"""`missing-alt`, sentence by sentence of 3-rules.md. `as_of` is 2026-12-01."""

from typing import Any

from small_plan import entry, found, plan_of, spots, told

RULE = "missing-alt"


def work(**values: Any) -> list[dict[str, Any]]:
    return [entry("2026-12-03", **values)]


def test_the_image_of_an_entry() -> None:
    assert not found(plan_of(work(image={"src": "harina.jpg", "alt": "Sacos de harina"})), RULE)
    (finding,) = found(plan_of(work(image={"src": "harina.jpg"})), RULE)
    assert (finding.level, finding.entry, finding.data) == ("warning", "2026-12-03-e1", {"target": "harina.jpg"})
    assert told(finding, "es") == (
        "La imagen «harina.jpg» no tiene texto para quien no la ve. "
        "Di en pocas palabras qué se ve: `alt: …` junto a `src`."
    )


def test_an_image_in_a_text_at_its_place() -> None:
    text = "Pesa la harina.\n\nMira: ![](uno.jpg) y ![Dos sacos](dos.jpg)\n\n[![ ](tres.jpg)](https://otro.example)"
    findings = found(plan_of(work(text=text)), RULE)
    assert [(each.data["target"], each.place.line) for each in findings] == [("uno.jpg", 3), ("tres.jpg", 5)]
    assert findings[0].place.column == 7
    assert told(findings[0]).endswith("Say in a few words what it shows: ![…](uno.jpg).")


def test_links_and_code_are_no_images() -> None:
    assert not found(plan_of(work(text="[](uno.jpg) `![](dos.jpg)`\n\n    ![](tres.jpg)")), RULE)


def test_history_silence_and_ideas() -> None:
    image = {"image": {"src": "harina.jpg"}}
    assert spots(plan_of([entry("2026-11-20", **image)]), RULE) == [(None, "2026-11-20-e1", "note")]
    assert not found(plan_of(work(**image, allow={RULE: "es un adorno"})), RULE)
    assert not found(plan_of(work(**image, status="idea")), RULE)
    assert not found(plan_of([entry(None, **image)]), RULE)
