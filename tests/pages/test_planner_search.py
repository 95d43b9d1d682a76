"""What the search box looks through: complete, compact, and nothing of it in public."""

import json
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from planned import planner
from selectolax.lexbor import LexborHTMLParser
from small_plan import entry, plan_of

from bench import Bench

BEGINS = "globalThis.valuegenSearch = "


def data_of(files: dict[str, bytes]) -> Any:
    text = files["search-data.js"].decode()
    assert text.startswith(BEGINS)
    return json.loads(text.removeprefix(BEGINS).rstrip().removesuffix(";"))


def addresses(data: Any) -> list[str]:
    """Every page that a result can lead to, as the script makes its address."""
    entries = [
        f"entries/{day}-{row[1]}.html" if day else f"entries/{row[1]}.html"
        for row in data["entries"]
        for day in row[2] or [""]
    ]
    contacts = [f"contacts/{row[1]}.html" for row in data["contacts"]]
    return [*entries, *contacts, *(f"needs.html#need-{row[1]}" for row in data["needs"])]


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=200).filter(
    str.strip
)


@given(st.lists(st.tuples(TEXTS, st.none() | st.dates(date(2026, 1, 1), date(2027, 2, 1))), max_size=6), TEXTS, TEXTS)
@settings(max_examples=40)
def test_every_result_leads_to_a_page(rows: list[tuple[str, date | None]], name: str, needs: str) -> None:
    entries = [entry(str(day) if day else None, title=title, channels=["newsletter"]) for title, day in rows]
    files = planner(
        plan_of(
            entries,
            {"a": {}},
            {"index": {"segments": ["a"], "name": name}},
            needs={"n": {"heard": "2026-11-01", "needs": needs}},
        )
    )
    board = files["needs.html"].decode()
    for address in addresses(data_of(files)):
        file, _, anchor = address.partition("#")
        assert file in files
        assert not anchor or f'id="{anchor}"' in board


def test_a_repetition_is_one_row_with_its_days() -> None:
    weekly = entry(
        "2026-11-02", slug="hoja", topics=["pan"], repeat={"rule": "FREQ=WEEKLY;COUNT=4"}, channels=["newsletter"]
    )
    data = data_of(planner(plan_of([weekly], {"a": {"name": "Panaderías"}})))
    (row,) = data["entries"]
    assert row[1:3] == ["hoja", ["2026-11-02", "2026-11-09", "2026-11-16", "2026-11-23"]]
    assert [data["words"][number] for number in row[4]] == ["Panaderías", "pan"]
    assert data["kinds"][row[3]][1] == "Su oficio"


def test_it_stays_small_for_thousands_of_entries() -> None:
    first = date(2024, 1, 1)
    rows = [
        entry(
            str(first + timedelta(days=n % 1200)),
            title=f"Una entrada de un título corriente, la {n}",
            topics=["riego", "poda"],
            slug=f"una-entrada-corriente-{n}",
            channels=["newsletter"],
        )
        for n in range(2000)
    ]
    size = len(_data_alone(rows))
    assert size < 2000 * 130  # so that 10,000 are 1.3 MB, read once, when somebody begins to search


def _data_alone(rows: list[dict[str, Any]]) -> bytes:
    from planned import desk_of

    from valuegen.pages.planner.search import search_data

    return search_data(desk_of(plan_of(rows, {"a": {}}))).encode()


@pytest.mark.parametrize("nasty", ["</script><script>alert(1)</script>", "a\u2028b", "\\", '"', "<!--"])
def test_what_is_written_stays_data(nasty: str) -> None:
    files = planner(plan_of([entry("2026-12-03", title=f"x {nasty} y", channels=["newsletter"])], {"a": {}}))
    text = files["search-data.js"].decode()
    assert "</script" not in text
    assert "\u2028" not in text
    assert "".join(data_of(files)["entries"][0][0].split()) == "".join(f"x {nasty} y".split())


def test_the_box_is_on_every_page_and_hidden_until_its_script_shows_it() -> None:
    files = planner(plan_of([entry("2026-12-03", channels=["newsletter"])], {"a": {}}, {"c": {"segments": ["a"]}}))
    for file, data in files.items():
        if not file.endswith(".html") or file.startswith("outbox/mail/"):
            continue
        tree = LexborHTMLParser(data.decode())
        box = tree.css_first(".search")
        assert box is not None, file
        assert "hidden" in box.attributes, file
        root = "../" * file.count("/")
        assert box.attributes["data-file"] == f"{root}search-data.js"
        assert box.attributes["data-root"] == root
        field = box.css_first("input")
        assert field is not None
        assert field.attributes["role"] == "combobox"
        listbox = box.css_first(f"#{field.attributes['aria-controls']}")
        assert listbox is not None
        assert listbox.attributes["role"] == "listbox"
        scripts = [node.attributes["src"] or "" for node in tree.css("script")]
        assert all(script.removeprefix(root) in files for script in scripts), file


def test_nothing_of_it_is_public(bench: Bench) -> None:
    made = bench.workspace({"content/contacts.yaml": "- {id: rosa, name: Rosa Díaz, segments: [panaderias]}"})
    assert made.run("build", "--quiet").exit == 0
    public = made.tree("site/public")
    assert public
    assert not [file for file in public if "search-data" in file or "planner" in file]
    assert "search-data.js" in made.tree("site/planner")
    for path in (made.root / "site/public").rglob("*.html"):
        assert "valuegenSearch" not in path.read_text()
