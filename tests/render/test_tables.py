"""reminders.csv opens in a spreadsheet and computes nothing; reminders.md is a checklist and nothing else."""

import csv
import io
from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from valuegen.pages.reminder_files import ReminderList
from valuegen.plan.types import Reminder
from valuegen.render.tables import FIELDS, as_data, cell, csv_file, markdown_file
from valuegen.words import msg

TODAY = date(2026, 12, 1)


def reminder(text="Escribe a Rosa.", due=date(2026, 12, 3), **keys):
    made = {"uid": "share.x@t.example", "kind": "share", "at": None, "owner": "irene", "why": msg("Previsto."), **keys}
    return Reminder(due=due, text=msg("{text}", text=text), late=due < TODAY, **made)


def listed(*reminders, language="es", title="Taller"):
    return ReminderList(title, reminders, {"irene": "Irene Vidal"}, language, TODAY, "UTC")


def rows(data, delimiter=";"):
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=delimiter))


# ---- CSV


@pytest.mark.parametrize(("language", "delimiter"), [("es", ";"), ("en", ",")])
def test_a_row_a_reminder_as_that_languages_spreadsheets_expect(language, delimiter):
    one = reminder(at=time(9, 30), contact="rosa", link="https://wa.me/57300", delegable=True)
    data = csv_file(listed(one, language=language))
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == 2
    head, row = rows(data, delimiter)
    assert tuple(head) == FIELDS
    said = as_data(one, language)
    assert row == [
        "" if said[f] is None else str(said[f]).lower() if isinstance(said[f], bool) else said[f] for f in FIELDS
    ]


@pytest.mark.parametrize(
    "text",
    [
        "=1+1", "+1", "-1", "@SUM(A1)", "|cmd", "%0", "＝1", "＋1", "－1", "＠x", "\t=1", "\r=1", "\n=1", " =1",
        "\u00a0=1", "=HYPERLINK(\"https://x.example\")", "\x00=1", "=cmd|' /C calc'!A0",
    ],
)  # fmt: skip
def test_no_formula_runs(text):
    found = rows(csv_file(listed(reminder(text))))[1][FIELDS.index("text")]
    assert found.startswith("'")
    assert cell(text) == found


@pytest.mark.parametrize("text", ["a,=1+1", "a;=1+1", 'a",=1', "a\t=1", "a, +1", "a'=1", 'x"=cmd'])
def test_nor_where_another_separator_is_taken_for_the_right_one(text):
    data = csv_file(listed(reminder(text))).decode("utf-8-sig")
    for delimiter in ",;\t":
        cells = [one for row in csv.reader(io.StringIO(data, newline=""), delimiter=delimiter) for one in row]
        assert not [one for one in cells if one.lstrip(' "').startswith(("=", "+", "-", "@"))]


@pytest.mark.parametrize("text", ["Pan, y vino; a las 9", "3 - 2", "a=b", "¿=?", "20 %", "«=»"])
def test_plain_text_stays_as_it_is(text):
    assert cell(text) == text


def test_an_address_stays_as_it_is():
    assert cell("https://x.example/?a;=1,-2", is_address=True) == "https://x.example/?a;=1,-2"


@settings(max_examples=200)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_any_text_is_one_cell_that_is_not_computed(text):
    (_, row) = rows(csv_file(listed(reminder(text))))
    found = row[FIELDS.index("text")]
    assert len(row) == len(FIELDS)
    assert not found.lstrip().startswith(("=", "+", "-", "@"))
    assert found.replace("'", "").split() == text.replace("\0", " ").replace("'", "").split()


# ---- Markdown


def test_a_checklist_late_first_then_day_by_day():
    late, today = reminder("Tarde.", date(2026, 11, 3)), reminder("Hoy.", TODAY, at=time(9, 30))
    assert markdown_file(listed(late, today, reminder("Luego.", link="https://wa.me/57"))).decode() == (
        "# Taller\n\n"
        "## Con retraso\n\n- [ ] 3 de noviembre de 2026 · Tarde. Previsto. — Irene Vidal\n\n"
        "## Hoy, 1 de diciembre de 2026\n\n- [ ] 09:30 · Hoy. Previsto. — Irene Vidal\n\n"
        "## Jueves, 3 de diciembre de 2026\n\n- [ ] Luego. Previsto. — Irene Vidal <https://wa.me/57>\n"
    )


def test_nothing_to_do_is_said():
    assert markdown_file(listed()).decode() == "# Taller\n\nNada pendiente: todo está al día.\n"
    assert markdown_file(listed(language="en")).decode().endswith("Nothing to do: all is up to date.\n")


MARKS = st.text(st.sampled_from(list("ab \n\\`*_{}[]()<>#+-.!|~&;:=\"'1\t\u2028\x85")), max_size=40)


@settings(max_examples=300)
@given(MARKS, MARKS)
def test_whatever_was_written_is_text_in_it(text, title):
    """It reads back as one item with that text: no emphasis, link, picture, code, entity or HTML."""
    tokens = (
        MarkdownIt("commonmark")
        .enable(["table", "strikethrough"])
        .parse(markdown_file(listed(reminder(f"a{text}b"), title=f"a{title}b")).decode())
    )
    kinds = [token.type for token in tokens if token.type != "inline"]
    assert kinds == [
        "heading_open", "heading_close", "heading_open", "heading_close", "bullet_list_open", "list_item_open",
        "paragraph_open", "paragraph_close", "list_item_close", "bullet_list_close",
    ]  # fmt: skip
    inlines = [token for token in tokens if token.type == "inline"]
    assert {child.type for one in inlines for child in one.children or []} <= {"text", "text_special"}
    said = ["".join(child.content for child in one.children or []) for one in inlines]
    assert said[0] == " ".join(f"a{title}b".split())
    assert said[2] == f"[ ] {' '.join(f'a{text}b'.split())} Previsto. — Irene Vidal"
