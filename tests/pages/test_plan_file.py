"""`planner/plan.json`: what is in it, and that its schema says exactly that."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator, FormatChecker, ValidationError
from random_plans import plans
from small_plan import entry, plan_of, policy

from bench import Bench, MiniWorkspace
from valuegen import check, remedy
from valuegen.pages import planner
from valuegen.pages.judged import Judged
from valuegen.pages.planner.plan_file import plan_data
from valuegen.plan.reminders import reminders_of
from valuegen.plan.types import Plan
from valuegen.render.data_file import data_file

SCHEMA = json.loads((Path(planner.__file__).parent / "plan.schema.json").read_text("utf-8"))
VALIDATOR = Draft7Validator(SCHEMA, format_checker=FormatChecker())


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> MiniWorkspace:
    work = Bench(tmp_path_factory.mktemp("plan")).example()
    result = work.run("build", "--quiet")
    assert result.exit == 0, result.err
    return work


def judged(plan: Plan) -> Judged:
    in_force = policy(plan)
    found = check.checked(plan, in_force)
    credits = remedy.credits(plan, in_force)
    return Judged(plan, in_force, found.findings, credits, reminders_of(plan), found.silences)


def data_of(plan: Plan) -> Any:
    """The file of a plan, read back."""
    return json.loads(data_file(plan_data(judged(plan))))


def by_id(rows: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in rows}


def test_the_schema_is_sound_and_every_object_is_closed() -> None:
    Draft7Validator.check_schema(SCHEMA)

    def objects(node: Any) -> Any:
        if isinstance(node, Mapping):
            if node.get("type") == "object" and "properties" in node:
                yield node
            for inner in node.values():
                yield from objects(inner)
        elif isinstance(node, list):
            for inner in node:
                yield from objects(inner)

    found = list(objects(SCHEMA))
    assert len(found) >= 11
    for one in found:
        assert one["additionalProperties"] is False
        assert one["required"] == list(one["properties"])


def test_the_example_is_as_the_schema_says(example: MiniWorkspace) -> None:
    data = json.loads(example.read("site/planner/plan.json"))
    VALIDATOR.validate(data)
    assert json.loads(example.read("site/planner/plan.schema.json")) == SCHEMA
    assert (data["version"], data["$schema"]) == (1, "plan.schema.json")
    assert len(data["entries"]) > 80
    assert all(data[part] for part in ("segments", "people", "channels", "contacts", "needs"))


def test_what_is_said_elsewhere_is_the_same_here(example: MiniWorkspace) -> None:
    data = json.loads(example.read("site/planner/plan.json"))
    found = example.run("check", "--format", "json").json
    assert {id: row["credit"] for id, row in by_id(data["segments"]).items()} == found["credit"]
    levels = {level: count for level, count in found["summary"].items() if level in data["findings"]}
    assert levels == {level: count for level, count in data["findings"].items() if level != "by_rule"}
    assert sum(data["findings"]["by_rule"].values()) == len(found["findings"])
    reminders = json.loads(example.read(f"site/planner/{data['reminders']['file']}"))["reminders"]
    assert data["reminders"]["count"] == len(reminders)
    assert data["reminders"]["late"] == sum(one["late"] for one in reminders)
    entries = by_id(data["entries"])
    assert {one["entry"] for one in reminders if one["entry"]} <= set(entries)
    for row in data["entries"]:
        path = example.root / "site/public" / f"{(row['address'] or '/').strip('/')}/index.html"
        if row["address"] and row["status"] in ("ready", "done") and row["date"] <= data["as_of"]:
            assert path.is_file(), row["address"]


@settings(max_examples=60)
@given(plans())
def test_random_plans_are_as_the_schema_says(plan: Plan) -> None:
    made = judged(plan)
    data = data_of(plan)
    VALIDATOR.validate(data)
    assert data == plan_data(made)
    contacts = by_id(data["contacts"])
    for row, occurrence in zip(data["entries"], plan.occurrences, strict=True):
        assert row["id"] == occurrence.id
        if row["receivers"] is not None:
            received = [id for id in contacts if occurrence in plan.received_by(id)]
            assert row["receivers"] == sorted(received)
            assert not any(contacts[id]["gone"] for id in received)
            assert not any((contacts[id]["opted_out"] or "9999") <= row["date"] for id in received)


def test_receivers_are_worked_out_for_what_lies_within_the_horizon() -> None:
    plan = plan_of(
        [
            entry("2026-11-20", slug="pasada", status="done"),
            entry("2026-12-05", slug="cerca"),
            entry("2026-12-05", slug="idea", status="idea"),
            entry("2027-06-05", slug="lejos"),
            entry(None, slug="fondo"),
        ],
        contacts={"rosa": {"segments": "a"}, "ana": {"segments": "a", "opted_out": "true"}, "leo": {"segments": "a"}},
    )
    rows = {row["slug"]: row["receivers"] for row in data_of(plan)["entries"]}
    assert rows == {"pasada": None, "cerca": ["leo", "rosa"], "idea": None, "lejos": None, "fondo": None}


def test_defaults_in_force_are_in_it() -> None:
    plan = plan_of(
        [{"date": "2026-12-05T09:30", "kind": "industry", "segments": "a", "repeat": {"rule": "FREQ=WEEKLY;COUNT=2"}}],
        segments={"a": {"channels": ["whatsapp"], "owner": "eva"}},
        people={"irene": {}, "eva": {}},
    )
    first, second = data_of(plan)["entries"]
    assert (first["channels"], first["author"], first["reply_to"], first["time"]) == (
        ["whatsapp"],
        "eva",
        "eva",
        "09:30",
    )
    assert (first["id"], second["id"], second["repeats"]) == ("2026-12-05-e1", "2026-12-12-e1", True)


def test_without_clients_there_are_none() -> None:
    data = data_of(plan_of([entry("2026-12-05")], absent=("contacts", "needs", "log")))
    VALIDATOR.validate(data)
    assert (data["contacts"], data["needs"]) == (None, None)


def test_what_is_written_about_clients_is_not_in_it(bench: Bench) -> None:
    client = {
        "content/private/contacts.yaml": """
            - {id: rosa, name: Rosa Díaz, segments: [panaderias], email: canario@a.example, phone: "+57 300 111 2233",
               about: Canario del mercado, dates: {birthday: 1980-12-20}, agreed: {on: 2025-01-01, how: Canario}}
            """,
        "content/private/log.yaml": "- {date: 2026-11-20, contact: rosa, by: irene-vidal, what: call, note: Canario}\n",
    }
    work = bench.workspace(client)
    assert work.run("build").exit == 0
    text = work.read("site/planner/plan.json")
    assert "Rosa Díaz" in text
    for canary in ("canario", "111 2233", "1112233", "1980"):
        assert canary not in text.lower()


@cache
def samples() -> Any:
    return data_of(plan_of([entry("2026-12-05")], contacts={"rosa": {"segments": "a"}}))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("version",), 2),
        (("as_of",), "5 de mayo"),
        (("entries", 0, "kind"), "advert"),
        (("entries", 0, "phone"), "+57 300"),
        (("contacts", 0, "email"), "a@b.example"),
        (("segments", 0, "balance", "share"), 2),
        (("findings", "by_rule"), {"too-often": 0}),
    ],
)
def test_the_schema_refuses_what_is_not_so(path: tuple[Any, ...], value: Any) -> None:
    data = json.loads(json.dumps(samples()))
    VALIDATOR.validate(data)
    inner = data
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    with pytest.raises(ValidationError):
        VALIDATOR.validate(data)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.text(max_size=5), JSON | st.lists(st.dictionaries(st.text(max_size=5), JSON, max_size=3))))
def test_any_data_reads_back_the_same(data: dict[str, Any]) -> None:
    written = data_file(data)
    assert json.loads(written) == data
    assert "\u202e" not in written.decode()


def test_a_line_for_each_record() -> None:
    assert data_file({"a": 1, "b": [{"x": "ñ\u202e"}, {"x": [1]}], "c": []}) == (
        '{\n "a": 1,\n "b": [\n  {"x": "ñ\\u202e"},\n  {"x": [1]}\n ],\n "c": []\n}\n'.encode()
    )
