"""Every `window` of every rule is 7 to 366 days (3-rules.md, "Levels")."""

from dataclasses import fields

import pytest

from valuegen.model.values import Wrong
from valuegen.rules import ALL
from valuegen.rules.found import Rule

WITH_A_WINDOW = [rule for rule in ALL if any(field.name == "window" for field in fields(rule.TRAITS.options()))]


@pytest.mark.parametrize("rule", WITH_A_WINDOW, ids=lambda rule: rule.NAME)
def test_a_window_is_a_week_to_a_year(rule: Rule) -> None:
    (read,) = (field.metadata["read"] for field in fields(rule.TRAITS.options()) if field.name == "window")
    assert (read("7 days"), read("366 days")) == (7, 366)
    for text in ("6 days", "367 days"):
        with pytest.raises(Wrong):
            read(text)
