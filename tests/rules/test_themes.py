"""Every rule belongs to one theme, and the themes stand in the order of the table."""

from valuegen.rules import ALL
from valuegen.rules.themes import THEMES, themed

NAMES = [name for theme in THEMES for name in theme.rules]


def test_every_rule_of_the_format_has_one_theme():
    assert sorted(NAMES) == sorted(rule.NAME for rule in ALL)
    assert len({theme.id for theme in THEMES}) == len(THEMES) == 6


def test_each_theme_gets_its_rules_in_its_order():
    found = {theme.id: [rule.NAME for rule in rules] for theme, rules in themed(ALL[::-1])}
    assert [name for names in found.values() for name in names] == [
        name for name in NAMES if name in {rule.NAME for rule in ALL}
    ]


def test_a_theme_without_a_rule_is_left_out():
    (only,) = themed([rule for rule in ALL if rule.NAME == "overdue"])
    assert only[0].id == "site"
