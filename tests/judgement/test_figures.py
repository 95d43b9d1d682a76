"""What the rules that judge words report of texts that nobody tuned them on is right, and they find most of it."""

import pytest

from tools.judge import JUDGED, PRECISION, RECALL, figures, read_texts, reported


@pytest.fixture(scope="module")
def texts():
    return read_texts()


@pytest.fixture(scope="module")
def found(texts):
    return reported(texts)


@pytest.mark.parametrize("rule", JUDGED)
def test_of_what_a_rule_reports_of_unseen_texts_nearly_all_is_right_and_it_finds_most(rule, texts, found):
    told = figures([text for text in texts if text.part == "unseen"], rule, found)
    assert told.precision >= PRECISION, told
    assert told.recall >= RECALL, told
