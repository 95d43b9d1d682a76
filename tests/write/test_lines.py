"""The lines that a change takes and brings are told from an item's first line on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valuegen.write.change import Change
from valuegen.write.items import with_item
from valuegen.write.lines import lines_of

ALIKE = """\
# Arriba

- date: 2026-12-01
  title: Uno
  slug: uno
  segments: [panaderias]
  kind: reference

- date: 2026-12-20
  title: Dos
  slug: dos
  segments: [panaderias]
  kind: reference
"""
NEW = {"date": "2026-12-10", "title": "Tres", "slug": "tres", "segments": ("panaderias",), "kind": "reference"}


def told(old: str, new: str) -> list[str]:
    return [line.partition(": ")[2] for line, _ in lines_of(Change("a.yaml", old, new))]


@pytest.mark.parametrize("after", [-1, 0, 1])
def test_a_new_entry_is_told_whole_between_others_that_end_alike(after: int) -> None:
    item = ["+ - date: 2026-12-10", "+   title: Tres", "+   slug: tres", "+   segments: [panaderias]"]
    found = told(ALIKE, with_item(ALIKE, NEW, after))
    assert [line for line in found if line != "+"] == [*item, "+   kind: reference"]
    assert len(found) == 6  # and the blank line that parts it from its neighbour
    back = told(with_item(ALIKE, NEW, after), ALIKE)
    assert back == [line.replace("+", "-", 1) for line in found]


def test_each_line_has_its_place() -> None:
    (found,) = lines_of(Change("a.yaml", "- {title: Uno}\n", "- {title: Uno}\n- {title: Dos}\n"))
    assert found == ("a.yaml:2: + - {title: Dos}", True)
    changed = list(lines_of(Change("a.yaml", "a: 1\nb: 2\nc: 3\n", "a: 1\nb: 9\nc: 3\n")))
    assert changed == [("a.yaml:2: - b: 2", False), ("a.yaml:2: + b: 9", True)]


texts = st.lists(st.sampled_from(["- a", "  b", "  c", "", "# d"]), max_size=9)


@given(texts, texts)
def test_what_goes_and_what_comes_makes_the_new_text_of_the_old(old: list[str], new: list[str]) -> None:
    lines = list(lines_of(Change("x", "\n".join(old), "\n".join(new))))
    gone = {int(line.split(":")[1]) for line, is_new in lines if not is_new}
    come = {int(line.split(":")[1]) for line, is_new in lines if is_new}
    kept = [line for at, line in enumerate("\n".join(old).splitlines(), 1) if at not in gone]
    assert kept == [line for at, line in enumerate("\n".join(new).splitlines(), 1) if at not in come]
