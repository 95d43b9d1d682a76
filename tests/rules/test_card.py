"""A rule's docstring, taken apart: paragraphs on one line, code as it is."""

from inspect import cleandoc
from types import SimpleNamespace

import pytest

from tools import catalogues
from valuegen import rules
from valuegen.rules.card import SECTIONS, Code, card_of, pieces_of
from valuegen.words import Message, say

TEXT = """Too many names.

# Why
A name merged seven times
is not closeness.

Not `{{name}}`, not {nombre}.

# Options
None.

# Fails
```yaml
# content/a.yaml
- {a: 1}

# no heading
```
Then a word.
```yaml
# content/b.yaml
```

# Passes
```yaml
# content/a.yaml
```
"""


def made(text):
    return card_of(SimpleNamespace(NAME="some-rule", __doc__=text))


def ids(parts):
    return [part.id if isinstance(part, Message) else part for part in parts]


def test_each_section_with_its_paragraphs_and_its_code():
    card = made(TEXT)
    assert (card.name, card.title.id) == ("some-rule", "Too many names.")
    assert ids(card.why) == ["A name merged seven times is not closeness.", "Not `{{name}}`, not {nombre}."]
    assert ids(card.options) == ["None."]
    assert ids(card.fails) == [
        Code("yaml", "# content/a.yaml\n- {a: 1}\n\n# no heading"),
        "Then a word.",
        Code("yaml", "# content/b.yaml"),
    ]
    assert ids(card.passes) == [Code("yaml", "# content/a.yaml")]


def test_its_braces_are_said_as_they_are():
    assert say(made(TEXT).why[1], "es") == "Not `{{name}}`, not {nombre}."


def test_each_piece_knows_its_line():
    lines = TEXT.splitlines()
    for piece in pieces_of(TEXT):
        first = piece.part.text if isinstance(piece.part, Code) else piece.part.id
        said = lines[piece.line] if isinstance(piece.part, Code) else lines[piece.line - 1]
        assert first.startswith(said)


def test_where_python_took_the_docstrings_away_a_rule_still_has_its_name():
    card = made(None)
    assert (card.title.id, card.why) == ("some-rule", ())


@pytest.mark.parametrize("rule", rules.ALL, ids=lambda rule: rule.NAME)
def test_every_paragraph_of_a_card_can_be_said_in_spanish(rule):
    known = {
        found.ids[0] for source in catalogues.sources() for found, _ in catalogues.entries(catalogues.read(source))
    }
    card = card_of(rule)
    parts = [card.title, *card.why, *card.options, *card.fails, *card.passes]
    assert [part.id for part in parts if isinstance(part, Message) and part.id not in known] == []
    assert card.why
    assert card.options


@pytest.mark.parametrize("rule", rules.ALL, ids=lambda rule: rule.NAME)
def test_nothing_of_a_card_is_lost(rule):
    text = cleandoc(rule.__doc__)
    kept = [piece.part.text if isinstance(piece.part, Code) else piece.part.id for piece in pieces_of(text)]
    heads = {f"# {section}" for section in SECTIONS}
    whole = [line for line in text.splitlines() if line not in heads and not line.startswith("```")]
    assert " ".join(kept).split() == " ".join(whole).split()
