"""Options as a person writes them: what is shown reads back as what is in force."""

from dataclasses import dataclass, field, fields
from fractions import Fraction

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from valuegen.model.values import read_count, read_share, read_span
from valuegen.rules import ALL
from valuegen.rules.found import read_by
from valuegen.rules.written import written_options


@dataclass(frozen=True)
class Every:
    share: Fraction = field(default=Fraction(1, 5), metadata=read_by(read_share))
    after: int = field(default=2, metadata=read_by(read_span))
    signals: int = field(default=3, metadata=read_by(read_count))
    from_: str = field(default="friend", metadata=read_by(str))
    add: tuple[str, ...] = field(default=(), metadata={"read": tuple})


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.NAME)
def test_every_default_reads_back(rule):
    options = rule.TRAITS.options()
    read = {one.name.removesuffix("_"): (one.metadata["read"], getattr(options, one.name)) for one in fields(options)}
    shown = written_options(options)
    assert list(shown) == list(read)
    for name, text in shown.items():
        reader, value = read[name]
        assert reader(yaml.safe_load(text) if text.startswith("[") else text) == value


def test_each_kind_of_option_has_its_form():
    assert written_options(Every()) == {
        "share": "20%", "after": "2 days", "signals": "3", "from": "friend", "add": "[]"
    }  # fmt: skip
    assert written_options(Every(share=Fraction(1, 8), add=("lead time", "no", "a: b")))["share"] == "12.5%"


@given(st.integers(0, 1000), st.integers(1, 3660), st.integers(0, 10**6))
def test_shares_and_spans_and_counts_read_back(thousandths, days, count):
    shown = written_options(Every(Fraction(thousandths, 1000), days, count))
    assert read_share(shown["share"]) == Fraction(thousandths, 1000)
    assert (read_span(shown["after"]), read_count(shown["signals"])) == (days, count)


@given(st.lists(st.text(st.characters(max_codepoint=0x2FF, exclude_categories=["Cc"]), min_size=1).filter(str.strip)))
def test_words_of_a_list_are_the_same_in_yaml(words):
    shown = written_options(Every(add=tuple(words)))["add"]
    assert yaml.load(shown, yaml.BaseLoader) == words
