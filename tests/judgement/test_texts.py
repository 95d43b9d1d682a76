"""The labelled set is well formed: what `make judge` counts is what was meant."""

import re
from collections import Counter
from typing import Any

import pytest
import yaml

from tools.judge import JUDGED, OWN_KEYS, PARTS, TEXTS, read_texts

FILES = [file for part in PARTS for file in sorted((TEXTS / part).glob("*.yaml"))]
KEYS = {"id", "trade", "why", "judged", "products", "address", "text", *OWN_KEYS}


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_every_text_says_what_it_has_to(file: Any) -> None:
    document = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert document["language"] in ("es", "en")
    for row in document["texts"]:
        name = row.get("id")
        assert {"id", "trade", "why", "judged", "text"} <= set(row) <= KEYS, name
        assert all(isinstance(row[key], str) and row[key].strip() for key in set(row) - {"judged"}), name
        assert row["judged"], name
        assert set(row["judged"]) <= set(JUDGED), name
        assert all(isinstance(answer, bool) for answer in row["judged"].values()), name
        assert row.get("address") in (None, "tú", "usted", "vos"), name
    used = {row["products"] for row in document["texts"] if "products" in row}
    assert used == set(document.get("products", {})), "a list of products that is not there, or that nobody names"


def test_no_two_texts_have_one_id() -> None:
    ids = Counter(text.id for text in read_texts((*PARTS, "learning")))
    assert not [id for id, times in ids.items() if times > 1]


def test_no_text_stands_twice() -> None:
    """What only title, question or address tell apart would be one text too."""
    texts = Counter(" ".join(_words(text.entry["text"])) for text in read_texts())
    assert not [text for text, times in texts.items() if times > 1]


def test_the_unseen_texts_are_others() -> None:
    """Not a text that was seen or learned from with a few words changed: no seven words in a row are in both."""
    assert not (_runs("tuning") | _runs("learning")) & _runs("unseen")


def _runs(part: str) -> set[str]:
    return {
        " ".join(words[start : start + 7])
        for text in read_texts([part])
        for words in [_words(text.entry["text"])]
        for start in range(len(words) - 6)
    }


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def test_the_set_is_large_and_hard_enough() -> None:
    """What the issue asks for, and both answers in both languages of both parts, so that a figure means something."""
    texts = read_texts()
    assert len(texts) >= 300
    assert 3 * sum(text.part == "unseen" for text in texts) >= len(texts)
    for rule in JUDGED:
        kinds = {(text.part, text.language, text.judged[rule]) for text in texts if rule in text.judged}
        languages = ("es",) if rule == "mixed-address" else ("es", "en")
        wanted = {(part, language, answer) for part in PARTS for language in languages for answer in (True, False)}
        assert kinds == wanted, rule
