"""Texts on which jargon, feigned closeness and forms of address were developed: nearly all are judged rightly."""

from pathlib import Path

import pytest
from small_plan import entry, found, plan_of

TEXTS = [line.split("\t") for line in (Path(__file__).parent / "talk_texts.tsv").read_text("utf-8").splitlines()[1:]]
HARD = 3
"""So many of a rule may be judged wrongly: a story told inside a story, a riddle."""


def is_reported(rule: str, kind: str, text: str) -> bool:
    language = "es" if rule == "mixed-address" else kind
    segment = {"address": kind} if rule == "mixed-address" and kind != "-" else {}
    post = entry("2026-12-03", channels=["blog"], title="—", ask=None, text=text)
    return bool(found(plan_of([post], segments={"a": segment}, site={"language": language}), rule))


@pytest.mark.parametrize("rule", ["jargon", "fake-personal", "mixed-address"])
def test_nearly_all_are_judged_rightly(rule: str) -> None:
    mine = [(kind, right == "yes", text) for name, kind, right, text in TEXTS if name == rule]
    assert len({right for _, right, _ in mine}) == 2
    wrong = [text for kind, right, text in mine if is_reported(rule, kind, text) != right]
    assert len(wrong) <= HARD, "\n".join(wrong)
