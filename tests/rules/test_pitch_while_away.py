"""`pitch-while-away`, sentence by sentence of 3-rules.md. `as_of` is 2026-12-01."""

from typing import Any

import pytest

from bench import Bench

RULE = "pitch-while-away"
IRENE = "irene: {name: Irene Vidal, role: principal, email: irene@levadura.example, away: [%s]}\n"
TOMAS = "tomas: {name: Tomás Rey, role: specialist, email: tomas@levadura.example, away: [%s]}\n"


def findings(bench: Bench, entry: str, irene: str = "", tomas: str = "", name: str = "work") -> list[dict[str, Any]]:
    files = {
        "content/people.yaml": IRENE % irene + TOMAS % tomas,
        "content/calendar/offer.yaml": f"- {{title: Curso, slug: x, segments: [panaderias], {entry}}}\n",
    }
    return bench.workspace(files, name).findings(RULE)


AWAY = "{from: 2026-12-10, to: 2026-12-20}"


@pytest.mark.parametrize(
    ("day", "is_told"),
    [("2026-12-06", False), ("2026-12-07", True), ("2026-12-15", True), ("2026-12-20", True), ("2026-12-21", False)],
)
def test_on_that_day_and_in_the_three_days_after(bench: Bench, day: str, is_told: bool) -> None:
    found = findings(bench, f"date: {day}, kind: pitch, status: ready", AWAY)
    assert bool(found) == is_told
    for finding in found:
        assert (finding["level"], finding["entry"]) == ("warning", f"{day}-x")
        assert finding["data"] == {"people": ["irene"], "from": "2026-12-10", "to": "2026-12-20", "back": "2026-12-21"}


def test_what_it_says(bench: Bench) -> None:
    (finding,) = findings(bench, "date: 2026-12-07, kind: pitch", AWAY)
    assert finding["message"] == (
        "Irene Vidal no está del 10 de diciembre al 20 de diciembre de 2026, y nadie cubre: ¿quién contesta a esta "
        "oferta?"
    )
    assert finding["mend"]["text"] == "Nombra un `cover` para esos días, o pasa la oferta al 21 de diciembre."


def test_a_cover_is_enough_and_only_offers_matter(bench: Bench) -> None:
    covered = "{from: 2026-12-10, to: 2026-12-20, cover: tomas}"
    assert not findings(bench, "date: 2026-12-12, kind: pitch", covered, name="covered")
    assert not findings(bench, "date: 2026-12-12, kind: industry", AWAY, name="value")
    assert not findings(bench, "date: 2026-12-12, kind: pitch, status: idea", AWAY, name="idea")


def test_author_and_who_is_answered_to(bench: Bench) -> None:
    offer = "date: 2026-12-12, kind: pitch, "
    assert not findings(bench, offer + "author: tomas", AWAY, name="other")
    (finding,) = findings(bench, offer + "author: tomas, reply_to: irene", AWAY, name="reply")
    assert finding["data"]["people"] == ["irene"]
    (finding,) = findings(
        bench, offer + "author: irene, reply_to: tomas", AWAY, "{from: 2026-12-14, to: 2026-12-28}", "b"
    )
    assert finding["data"] == {
        "people": ["irene", "tomas"],
        "from": "2026-12-10",
        "to": "2026-12-28",
        "back": "2026-12-29",
    }
    assert "Irene Vidal y Tomás Rey no están entre el 10 de diciembre y el 28 de diciembre" in finding["message"]


def test_the_day_that_mends_it_is_one_on_which_they_stay(bench: Bench) -> None:
    twice = f"{AWAY}, {{from: 2026-12-23, to: 2026-12-24}}"
    (finding,) = findings(bench, "date: 2026-12-12, kind: pitch", twice)
    assert finding["data"]["back"] == "2026-12-25"
    assert not findings(bench, "date: 2026-12-25, kind: pitch", twice, name="moved")
    assert findings(bench, "date: 2026-12-21, kind: pitch", twice, name="too-early")


def test_of_the_past_it_is_a_note_and_an_allow_silences_it(bench: Bench) -> None:
    (finding,) = findings(bench, "date: 2026-11-12, kind: pitch, status: done", "{from: 2026-11-14, to: 2026-11-14}")
    assert (finding["level"], finding["mend"]) == ("note", None)
    offer = f"date: 2026-12-12, kind: pitch, allow: {{{RULE}: contesta el contestador}}"
    assert not findings(bench, offer, AWAY, name="allowed")
