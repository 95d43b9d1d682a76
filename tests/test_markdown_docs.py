"""docs/markdown.md and docs/translating.md: every example is what the program takes, and gives what they say."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from valuegen.prose import parse
from valuegen.read.catalogue import catalogue_of

DOCS = Path(__file__).parent.parent / "docs"
EXAMPLE = re.compile(r"<!-- gives: ([a-z0-9 ]+) -->\n(`{3,})markdown\n(.*?)\n\2\n", re.DOTALL)
LANGUAGES = {"en": "", "es": ".es"}


def text_of(name: str, language: str) -> str:
    return (DOCS / f"{name}{LANGUAGES[language]}.md").read_text(encoding="utf-8")


def examples(language: str) -> Iterator[tuple[list[str], str]]:
    for tags, _, text in EXAMPLE.findall(text_of("markdown", language)):
        yield tags.split(), text


CASES = [(language, tags, text) for language in LANGUAGES for tags, text in examples(language)]


@pytest.mark.parametrize(("language", "tags", "text"), CASES)
def test_an_example_gives_what_it_says(language: str, tags: list[str], text: str):
    prose = parse(text, language)
    assert prose.troubles == ()
    page = LexborHTMLParser(prose.html)
    assert [tag for tag in tags if page.css_first(f"body {tag}") is None] == []


def test_both_pages_show_the_same_things():
    assert [tags for tags, _ in examples("en")] == [tags for tags, _ in examples("es")]
    assert all(text_of("markdown", language).count("markdown\n") >= len(CASES) // 2 for language in LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_passage_is_labelled_as_the_page_says(language: str):
    pitch = next(text for _, text in examples(language) if "::: pitch" in text)
    label = LexborHTMLParser(parse(pitch, language).html).css_first("aside .label").text()
    assert label in text_of("markdown", language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_of_a_catalogue_is_one(language: str):
    found = re.search(r"```po\n(.*?)```", text_of("translating", language), re.DOTALL)
    assert found
    read = catalogue_of("\n".join(line.strip() for line in found[1].splitlines()), "locale/ca.po", "ca")
    assert read.findings == ()
    assert read.sentences.forms[None, "%(n)s post"] == ("%(n)s entrada", "%(n)s entrades")
    assert read.sentences.forms["address", "topics"] == ("temes",)
