"""The examples of the CommonMark specification, on both engines; and where our dialect means to be another."""

import json
import re
from pathlib import Path

import pytest

from valuegen.prose import Prose, parse

EXAMPLES = json.loads((Path(__file__).parent / "commonmark" / "examples.json").read_text(encoding="utf-8"))
# Examples that come out otherwise, by their numbers, and why.
RAW_HTML = {21, 31, 308, 309, 344, 475, 476, 477, 491, 494, 201, 524, 536, 642, 643}  # it is shown as text
RAW_HTML |= {number for number, section, _, _ in EXAMPLES if section in ("HTML blocks", "Raw HTML")}
FIGURES = {572, 573, 576, 577, 584, 585, 586, 588, 589, 591}  # an image alone, with a title
REFUSED = {202, 500, 502, 596, 598, 599, 601}  # addresses to which no link leads here
OTHERWISE = RAW_HTML | FIGURES | REFUSED | {79}  # a heading that says nothing is none


def shape(html: str) -> list[str]:
    """Tags and texts without what is ours: anchors, levels, colours, what a browser should know, where links lead."""
    html = re.sub(r"<(/?)h[1-6][^>]*>", r"<\1h>", html)
    html = re.sub(r"</?span[^>]*>", "", html)
    html = re.sub(r' (?:rel="noopener"|loading="lazy"|tabindex="0"|class="language-[^"]*"| /(?=>))', "", html)
    html = re.sub(r' (href|src)="[^"]*"', r" \1", html).replace(" />", ">")
    return [" ".join(piece.split()) for piece in re.split(r"(<[^>]*>)", html) if piece.strip()]


@pytest.mark.parametrize(("number", "text", "html"), [(number, text, html) for number, _, text, html in EXAMPLES])
def test_an_example_gives_what_the_specification_says(number: int, text: str, html: str) -> None:
    found: Prose = parse(text)
    if number not in OTHERWISE:
        assert shape(found.html) == shape(html)
    elif number in REFUSED:
        assert found.troubles


def test_all_examples_are_here() -> None:
    assert [number for number, *_ in EXAMPLES] == list(range(1, 653))
