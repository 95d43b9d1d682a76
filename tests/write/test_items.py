"""One item more: only lines are added, in the form of the neighbours, and what stood there is read as before."""

import difflib
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from valuegen.write.change import CannotChange
from valuegen.write.items import with_item

KEYS = {"date": "2026-12-09", "title": "Pan: y vino", "segments": ("panaderias", "cafés")}
READ = {"date": "2026-12-09", "title": "Pan: y vino", "segments": ["panaderias", "cafés"]}

FORMS = {
    "empty": "",
    "comments alone": "# El calendario\n",
    "an empty list": "# Nada todavía\n[]\n",
    "a list": "- date: 2026-12-01\n  title: Uno\n- date: 2026-12-31\n  title: Dos  # y último\n",
    "with blank lines between": "# arriba\n- title: Uno\n\n- title: Dos\n\n# al pie\n",
    "indented": "  - title: Uno\n    text: |\n      Un texto.\n\n      Y otro.\n",
    "in one line each": "- {title: Uno}\n- {title: Dos,\n   kind: pitch}   # nota\n",
    "between brackets": "[{title: Uno}, {title: Dos}]\n",
    "with defaults": "defaults: {kind: pitch}\nentries:\n  - title: Uno\n  - title: Dos\n",
    "no line end": "- title: Uno",
    "a dash alone": "-\n  title: Uno\n",
    "a document's head": "---\n# Nada aún\n",
    "a list in a text": "- text: |\n    - no es otra\n",
    "comments below": "- {title: Uno}   # hoy\n\n# al pie\n",
    "an empty value last": "- title: Uno\n  ask:\n",
    "line ends of Windows": "- title: Uno\r\n- title: Dos\r\n",
}


texts = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Zl", "Zp")), max_size=30)
values = st.one_of(texts, st.lists(texts, max_size=3).map(tuple))


def plain(text: str) -> Any:
    """As it is read; every scalar is a text."""
    return yaml.load(text, Loader=yaml.BaseLoader)


def lines_gone(old: str, new: str) -> list[str]:
    """The lines that are not there any more."""
    return [line for line in difflib.ndiff(old.splitlines(), new.splitlines()) if line.startswith("- ")]


def items(text: str) -> list[Any]:
    found = plain(text)
    return list(found["entries"] if isinstance(found, dict) else found or [])


@pytest.mark.parametrize("form", FORMS)
def test_an_item_more_at_the_end(form: str) -> None:
    old = FORMS[form]
    new = with_item(old, KEYS)
    assert items(new) == [*items(old), READ]
    if form not in ("between brackets", "an empty list"):
        assert not lines_gone(old, new)
    assert ("\r\n" in new) == ("\r\n" in old)
    assert new.count("\n") == new.count("\r\n") or "\r\n" not in old


@pytest.mark.parametrize("form", [form for form in FORMS if len(items(FORMS[form])) == 2])
@pytest.mark.parametrize("after", [-1, 0, 1])
def test_it_stands_where_it_is_said(form: str, after: int) -> None:
    old = FORMS[form]
    if form == "between brackets" and after == -1:
        with pytest.raises(CannotChange):
            with_item(old, KEYS, after)
        return
    held = items(old)
    assert items(with_item(old, KEYS, after)) == [*held[: after + 1], READ, *held[after + 1 :]]


def test_it_is_written_as_its_neighbours_are() -> None:
    assert with_item("- {title: Uno}\n", {"title": "Dos"}) == "- {title: Uno}\n- {title: Dos}\n"
    assert with_item("- title: Uno\n", {"title": "Dos", "kind": "pitch"}).endswith("- title: Dos\n  kind: pitch\n")
    assert with_item("", {"title": "Dos"}, in_one_line=True) == "- {title: Dos}\n"
    blank = with_item("- title: Uno\n\n- title: Dos\n", {"title": "Tres"})
    assert blank == "- title: Uno\n\n- title: Dos\n\n- title: Tres\n"


def test_a_comment_that_is_an_items_stays_with_it() -> None:
    listed = "- id: lola\n  name: Lola\n  # opted_out: true   # si lo pide\n# al pie\n"
    assert with_item(listed, {"id": "ana", "name": "Ana"}) == listed.replace(
        "# al pie\n", "- id: ana\n  name: Ana\n# al pie\n"
    )
    keyed = "lola:\n  name: Lola\n  # opted_out: true\n"
    assert with_item(keyed, {"id": "ana", "name": "Ana"}) == keyed + "ana:\n  name: Ana\n"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_what_stands_above_an_item_is_told_of_it_and_not_of_a_new_one(end: str) -> None:
    old = "# El calendario\n\n# Lista, y en el blog.\n# Sale ese día.\n- title: Uno\n\n# Una llamada\n- title: Dos\n"
    new = with_item(old.replace("\n", end), {"title": "Tres"}, -1).replace(end, "\n")
    assert new == old.replace("# Lista", "- title: Tres\n\n# Lista")
    between = with_item(old.replace("\n", end), {"title": "Tres"}, 0).replace(end, "\n")
    assert between == old.replace("\n# Una", "\n- title: Tres\n\n# Una")
    of_the_file = "# yaml-language-server: $schema=x.json\n# El calendario\n- title: Uno\n"
    head, _, rest = of_the_file.rpartition("- ")
    assert with_item(of_the_file, {"title": "Tres"}, -1) == f"{head}- title: Tres\n- {rest}"


def test_under_its_id() -> None:
    keys = {"id": "zoe", "name": "Zoe Ríos", "segments": ("huertas",)}
    block = "rosa:\n    name: Rosa\n\nana:\n    name: Ana\n"
    assert with_item(block, keys) == block + "\nzoe:\n    name: Zoe Ríos\n    segments: [huertas]\n"
    flow = "rosa: {name: Rosa}\n"
    assert with_item(flow, keys) == flow + "zoe: {name: Zoe Ríos, segments: [huertas]}\n"
    listed = "- id: rosa\n  name: Rosa\n"
    assert with_item(listed, keys) == listed + "- id: zoe\n  name: Zoe Ríos\n  segments: [huertas]\n"


@settings(max_examples=200)
@given(
    st.lists(st.dictionaries(st.sampled_from(["date", "note", "what"]), texts, min_size=1), max_size=5),
    st.dictionaries(st.sampled_from(["date", "contact", "note"]), texts, min_size=1),
    st.sampled_from(["\n", "\r\n"]),
    st.integers(0, 4),
    st.sampled_from(["", "# Arriba\n", "---\n# Arriba\n"]),
    st.sampled_from(["", "# Abajo", "\n\n# Abajo\n"]),
)
def test_whatever_was_there_reads_back_with_one_more(
    held: list[dict[str, str]], more: dict[str, str], newline: str, indent: int, above: str, below: str
) -> None:
    body = yaml.safe_dump(held, allow_unicode=True, default_flow_style=None, width=10**6) if held else ""
    shifted = "".join(" " * indent + row + "\n" for row in body.splitlines())
    old = (above + shifted + below).replace("\n", newline)
    new = with_item(old, more, in_one_line=True)
    assert items(new) == [*held, more]
    assert not lines_gone(old, new)


@pytest.mark.parametrize("text", ["id: rosa\nname: Rosa\n", "{rosa: {name: Rosa}}\n", "defaults: {a: b}\n", "texto\n"])
def test_what_has_no_place_for_one_more_is_left_alone(text: str) -> None:
    with pytest.raises(CannotChange):
        with_item(text, {"name": "Zoe"})


@given(
    st.dictionaries(st.sampled_from(["title", "ask", "topics", "summary"]), values, min_size=1),
    st.sampled_from(sorted(FORMS)),
)
def test_any_words_are_read_as_they_were_said(keys: dict[str, Any], form: str) -> None:
    read = {key: list(value) if isinstance(value, tuple) else value for key, value in keys.items()}
    old = FORMS[form]
    assert items(with_item(old, keys)) == [*items(old), read]


@given(st.lists(texts.filter(str.strip), min_size=2, max_size=5))
def test_a_text_of_several_lines_is_a_block(lines: list[str]) -> None:
    text = "\n".join(line.strip() for line in lines)
    new = with_item("- title: Uno\n", {"title": "Dos", "text": text})
    assert items(new)[1]["text"].rstrip("\n") == text
