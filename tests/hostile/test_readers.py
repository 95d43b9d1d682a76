"""The readers that `make fuzz` tries for long, each with its corpus and a few texts made of it."""

import random
from pathlib import Path

import pytest

from tools.fuzz.targets import TARGETS, changed

CORPUS = Path(__file__).parent / "corpus"


@pytest.mark.parametrize("name", TARGETS)
def test_any_text_ends_in_findings(name: str) -> None:
    texts = [path.read_bytes() for path in sorted((CORPUS / name).iterdir())]
    dice = random.Random(name)
    for text in [*texts, *(changed(dice.choice(texts), texts, dice) for _ in range(100))]:
        TARGETS[name](text)
