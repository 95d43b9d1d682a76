"""What `make judge` counts, and what it keeps to itself."""

import pytest

from tools.judge import PRECISION, Figures, main, read_texts, wrong


@pytest.fixture(scope="module")
def texts():
    return read_texts()


def test_figures_are_shares_of_what_is_reported_and_of_what_should_be():
    told = Figures(right=19, alarms=1, missed=1, passed=5)
    assert (told.precision, told.recall, told.all) == (PRECISION, PRECISION, 26)
    assert told.is_good
    assert not Figures(18, 1, 1, 5).is_good, "18 of 19 is below 95 %"
    assert not Figures(16, 0, 3, 5).is_good, "16 of 19 is below 85 %"


def test_what_is_judged_wrongly_is_named(texts):
    everything = {(text.id, rule) for text in texts for rule in text.judged}
    one = next(text for text in texts if text.judged.get("jargon"))
    assert not list(wrong([one], "jargon", everything))
    [missed] = wrong([one], "jargon", everything - {(one.id, "jargon")})
    assert "missed" in missed
    assert one.id in missed


def test_the_unseen_texts_are_not_shown_unasked(capsys, texts):
    main(["--rule", "monologue"])
    out = capsys.readouterr().out
    assert "unseen" in out
    assert not [text.id for text in texts if text.part == "unseen" and text.id in out]
