"""The board of needs: from heard over planned to answered, and what was let go."""

import re
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from planned import planner, shown_in
from selectolax.lexbor import LexborHTMLParser
from small_plan import entry, plan_of

CONTACTS = {"rosa": {"segments": ["a"], "name": "Rosa Díaz", "email": "rosa@horno.example", "channel": "email"}}
NEEDS = {
    "sola": {
        "heard": "2026-10-20",
        "from": "rosa",
        "where": "email",
        "asked": "Otro horno.",
        "needs": "Que no se queme.",
    },
    "pensada": {"heard": "2026-11-02", "from": "rosa", "needs": "Saber cuánta sal.", "quotable": "true"},
    "dicha": {"heard": "2026-09-02", "segment": "a", "needs": "Una lista de harinas."},
    "hablada": {"heard": "2026-09-03", "needs": "Abrir antes.", "status": "answered"},
    "dejada": {"heard": "2026-09-04", "needs": "Un toldo.", "status": "dropped"},
    "perdida": {"heard": "2026-11-20", "needs": "Pan sin sal."},
}
ENTRIES = [
    entry(None, title="La sal justa", status="idea", answers=["pensada"]),
    entry("2026-10-01", title="Harinas de aquí", status="done", channels=["newsletter"], answers=["dicha"]),
    entry("2026-11-25", title="Sin sal", status="draft", channels=["newsletter"], answers=["perdida"]),
]
SMALL = plan_of(ENTRIES, {"a": {"name": "Panaderías"}}, CONTACTS, needs=NEEDS)


def columns(files: dict[str, bytes]) -> dict[str, list[str]]:
    """Under the name of each column, the ids of what is in it; `dropped` what is folded away."""
    board = LexborHTMLParser(files["needs.html"].decode())
    found = {
        (column.attributes["class"] or "").rpartition("is-")[2]: [
            _id(card.attributes["id"]) for card in column.css("li.need-card")
        ]
        for column in board.css("section.column")
    }
    return {**found, "dropped": [_id(card.attributes["id"]) for card in board.css("details.dropped li")]}


def _id(anchor: str | None) -> str:
    return (anchor or "").removeprefix("need-")


def card(files: dict[str, bytes], id: str) -> str:
    return shown_in(files, "needs.html", f"#need-{id}")


def test_a_need_goes_from_heard_over_planned_to_answered() -> None:
    assert columns(planner(SMALL)) == {
        "heard": ["sola"],
        "planned": ["perdida", "pensada"],
        "answered": ["hablada", "dicha"],
        "dropped": ["dejada"],
    }


def test_a_card_says_who_said_it_what_answers_it_and_how_long_it_waits() -> None:
    files = planner(SMALL)
    assert "Otro horno." in card(files, "sola")
    assert "Espera desde hace 42 días." in card(files, "sola")
    assert "La sal justa idea" in card(files, "pensada")
    assert "se puede citar" in card(files, "pensada")
    assert "Sin sal 25 nov 2026 · no ocurrió" in card(files, "perdida")
    assert "1 oct 2026 · hecha" in card(files, "dicha")
    assert "Espera" not in card(files, "pensada")
    links = [node.attributes["href"] for node in LexborHTMLParser(files["needs.html"].decode()).css("#need-sola a")]
    assert links[:2] == ["contacts/rosa.html", "channels.html#channel-email"]


def test_what_a_repetition_answers_is_named_by_its_last_and_next_days() -> None:
    weekly = entry(
        "2026-09-01", answers=["sola"], channels=["newsletter"], repeat={"rule": "FREQ=WEEKLY", "done": "2026-12-01"}
    )
    files = planner(plan_of([weekly], {"a": {}}, CONTACTS, needs={"sola": NEEDS["sola"]}))
    days = re.findall(r"\d+ \w+ \d{4}", card(files, "sola").partition("Título")[2])
    assert days[0] == "1 dic 2026"
    assert len(days) <= 6


def test_a_board_with_nothing_on_it_says_so() -> None:
    assert "Aún no hay necesidades apuntadas" in shown_in(planner(plan_of([], {"a": {}})), "needs.html")


STATUS = st.sampled_from(["open", "answered", "dropped"])
ANSWER = st.sampled_from([None, "idea", "draft", "ready", "done"])


@given(st.lists(st.tuples(st.integers(0, 400), STATUS, ANSWER), max_size=60))
@settings(max_examples=25)
def test_every_need_stands_on_the_board_once(rows: list[tuple[int, str, str | None]]) -> None:
    needs = {
        f"n{number}": {"heard": str(date(2026, 12, 1) - timedelta(days=ago)), "needs": "Algo.", "status": status}
        for number, (ago, status, _) in enumerate(rows)
    }
    entries = [
        entry(
            "2026-11-20" if answer == "done" else "2026-12-20", slug=f"s{number}", status=answer, answers=[f"n{number}"]
        )
        for number, (_, _, answer) in enumerate(rows)
        if answer
    ]
    found = columns(planner(plan_of(entries, {"a": {}}, {}, needs=needs)))
    assert sorted(id for ids in found.values() for id in ids) == sorted(needs)
    for number, (_, status, answer) in enumerate(rows):
        is_open = "answered" if answer == "done" else "planned" if answer else "heard"
        assert f"n{number}" in found[is_open if status == "open" else status]


def test_very_many_needs_go_on_over_further_pages_and_every_link_finds_its_own() -> None:
    needs = {f"n{number}": {"heard": "2026-09-02", "from": "rosa", "needs": f"Cosa {number}"} for number in range(700)}
    files = planner(plan_of([], {"a": {"name": "Panaderías"}}, CONTACTS, needs=needs))
    on = {file for file in files if file.startswith("needs/")}
    assert on == {f"needs/heard-{number}.html" for number in (2, 3, 4, 5)}
    stands = {
        f"{file}#{node.attributes['id']}"
        for file in (*on, "needs.html")
        for node in LexborHTMLParser(files[file].decode()).css("[id^=need-]")
    }
    assert len(stands) == 700
    rosa = LexborHTMLParser(files["contacts/rosa.html"].decode())
    led = {(node.attributes["href"] or "").removeprefix("../") for node in rosa.css(".needs .need a")}
    assert led
    assert led <= stands
    assert max(len(files[file]) for file in (*on, "needs.html")) < 300_000
    board = LexborHTMLParser(files["needs.html"].decode())
    assert board.css_first(".is-heard h2 .number").text() == "700"  # type: ignore[union-attr]
    assert [node.attributes["href"] for node in board.css(".is-heard .leaves a")] == sorted(on)
    second = LexborHTMLParser(files["needs/heard-3.html"].decode())
    assert second.css_first('.leaves a[aria-current="page"]').text() == "3"  # type: ignore[union-attr]
    rows = files["search-data.js"].decode()
    assert '["Cosa 0","n0",""' in rows
    assert '"needs/heard-2.html"]' in rows
