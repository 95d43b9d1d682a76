"""A line added to the log: what was there stays to the byte, and reads back as it did, with one more."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from valuegen.write.log_line import CannotAdd, added

LINE = {"date": "2026-12-01", "contact": "rosa", "what": "answer"}
ITEM = "- {date: 2026-12-01, contact: rosa, what: answer}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", f"{ITEM}\n"),
        ("# Nuestro registro\n", f"# Nuestro registro\n{ITEM}\n"),
        ("# Sin fin de línea", f"# Sin fin de línea\n{ITEM}\n"),
        ("---\n", f"---\n{ITEM}\n"),
        ("[]\n", f"{ITEM}\n"),
        ("# Nada aún\n[ ]  # vacía\n", f"# Nada aún\n{ITEM}\n"),
        ("- {date: 2026-01-01}\n", f"- {{date: 2026-01-01}}\n{ITEM}\n"),
        ("- {date: 2026-01-01}", f"- {{date: 2026-01-01}}\n{ITEM}\n"),
        ("\ufeff- {date: 2026-01-01}\n", f"\ufeff- {{date: 2026-01-01}}\n{ITEM}\n"),
        ("  - date: 2026-01-01\n    what: call\n", f"  - date: 2026-01-01\n    what: call\n  {ITEM}\n"),
        ("-\n  date: 2026-01-01\n", f"-\n  date: 2026-01-01\n{ITEM}\n"),
        ("- {date: 2026-01-01} # hoy\n# fin\n", f"- {{date: 2026-01-01}} # hoy\n# fin\n{ITEM}\n"),
        ("- {date: 2026-01-01}\r\n", f"- {{date: 2026-01-01}}\r\n{ITEM}\r\n"),
        ("- note: |\n    - no es otra\n", f"- note: |\n    - no es otra\n{ITEM}\n"),
    ],
)  # fmt: skip
def test_it_goes_to_the_end_as_the_others_stand(before, after):
    assert added(before, LINE) == after


@pytest.mark.parametrize(
    "text", ["[{date: 2026-01-01}]\n", "a: {date: 2026-01-01}\n", "a:\n  - {date: 2026-01-01}\n", "texto\n", "x\n[]\n"]
)
def test_another_form_is_left_alone(text):
    with pytest.raises(CannotAdd):
        added(text, LINE)


@pytest.mark.parametrize(
    ("value", "written"),
    [("rosa", "rosa"), ("2026-12-01", "2026-12-01"), ("Día, 1", '"Día, 1"'), ('a"b\\', '"a\\"b\\\\"'), ("", '""')],
)
def test_values_are_quoted_where_they_have_to_be(value, written):
    assert added("", {"note": value}) == f"- {{note: {written}}}\n"
    assert yaml.load(added("", {"note": value}), yaml.BaseLoader) == [{"note": value}]


NOTES = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=30)


@settings(max_examples=200)
@given(
    st.lists(st.dictionaries(st.sampled_from(["date", "note", "what"]), NOTES, min_size=1), max_size=5),
    st.dictionaries(st.sampled_from(["date", "contact", "note"]), NOTES, min_size=1),
    st.sampled_from(["\n", "\r\n"]),
    st.integers(0, 4),
    st.sampled_from(["", "# Arriba\n", "---\n# Arriba\n"]),
    st.sampled_from(["", "# Abajo", "\n\n# Abajo\n"]),
)
def test_what_was_there_stays_and_reads_back_with_one_more(lines, line, newline, indent, above, below):
    body = yaml.safe_dump(lines, allow_unicode=True, default_flow_style=None, width=10**6) if lines else ""
    shifted = "".join(" " * indent + row + "\n" for row in body.splitlines())
    text = (above + shifted + below).replace("\n", newline)
    after = added(text, line)
    assert after.startswith(text)
    assert yaml.load(after, yaml.BaseLoader) == [*(yaml.load(text, yaml.BaseLoader) or []), line]
