"""One value is put at its key, and every other character stays."""

from typing import Any

import pytest
import yaml

from valuegen.finding import Place
from valuegen.write.change import CannotChange
from valuegen.write.splice import record_at, with_item, with_value


def plain(text: str) -> Any:
    return yaml.load(text, Loader=yaml.BaseLoader)


def spliced(text: str, line: int, column: int, key: str, value: str, after: tuple[str, ...] = ()) -> str:
    record, _ = record_at(text, Place("content/calendar/2026.yaml", line, column))
    return with_value(text, record, key, value, after)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("- date: 2026-12-03   # nota\n", "- date: 2026-12-10   # nota\n"),
        ("- date: '2026-12-03'\n", "- date: '2026-12-10'\n"),
        ('- date: "2026-12-03"\n', '- date: "2026-12-10"\n'),
        ("- date:\n", "- date: 2026-12-10\n"),
        ("- date:   # aún no\n", "- date: 2026-12-10   # aún no\n"),
        ("- date: [2026-12-03]\n", "- date: 2026-12-10\n"),
    ],
)
def test_a_value_that_is_there(old: str, new: str) -> None:
    assert spliced(old, 1, 3, "date", "2026-12-10") == new


def test_one_of_many() -> None:
    old = "- {date: 2026-12-03, title: Uno}\n- {title: Dos, date: 2026-12-04}\n"
    assert spliced(old, 2, 3, "date", "2026-12-10") == old.replace("2026-12-04", "2026-12-10")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("- title: Uno  # nota\n  kind: pitch\n", "- title: Uno  # nota\n  status: done\n  kind: pitch\n"),
        ("- kind: pitch\n  title: Uno", "- kind: pitch\n  title: Uno\n  status: done\n"),
        ("- {title: Uno, kind: pitch}\n", "- {title: Uno, status: done, kind: pitch}\n"),
        ("- text: |\n    Uno\n    Dos\n", "- status: done\n  text: |\n    Uno\n    Dos\n"),
        ("- title: Uno\r\n", "- title: Uno\r\n  status: done\r\n"),
    ],
)
def test_a_key_more(old: str, new: str) -> None:
    assert spliced(old, 1, 3, "status", "done", ("title",)) == new
    assert plain(new)[0]["status"] == "done"


def test_the_front_matter_of_a_post() -> None:
    text = "---\ntitle: Uno\ndate: 2026-12-03\n---\ndate: 2026-12-03 en el texto\n"
    record, offset = record_at(text, Place("content/posts/uno.md", 2, 1))
    assert text[:offset] + with_value(text[offset:], record, "date", "2026-12-10") == text.replace(
        "2026-12-03\n---", "2026-12-10\n---"
    )


def test_a_block_is_not_replaced() -> None:
    with pytest.raises(CannotChange):
        spliced("- date:\n    - 2026-12-03\n", 1, 3, "date", "2026-12-10")
    with pytest.raises(CannotChange):
        record_at("- title: Uno\n", Place("content/calendar/2026.yaml", 4, 1))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{rule: X}\n", "{rule: X, except: [2027-01-05]}\n"),
        ("{rule: X, except: []}\n", "{rule: X, except: [2027-01-05]}\n"),
        ("{rule: X, except: [2026-12-01]}\n", "{rule: X, except: [2026-12-01, 2027-01-05]}\n"),
        ("{rule: X, except: [2026-12-01, ]}\n", "{rule: X, except: [2026-12-01, 2027-01-05]}\n"),
        ("{rule: X, except: 2026-12-01}\n", "{rule: X, except: [2026-12-01, 2027-01-05]}\n"),
        ("rule: X\nexcept:\n  - 2026-12-01\n", "rule: X\nexcept:\n  - 2026-12-01\n  - 2027-01-05\n"),
    ],
)
def test_one_more_in_a_list(old: str, new: str) -> None:
    record, _ = record_at(old, Place("a.yaml", 1, 1))
    assert with_item(old, record, "except", "2027-01-05", ("rule",)) == new
