"""Counting a byte at a time gives what reading word by word gives; so do the quick ways beside it."""

from hypothesis import given
from hypothesis import strategies as st
from slugify import slugify

from valuegen.prose import parse
from valuegen.prose.counted import counted
from valuegen.prose.sentences import letters_of, words_of

WESTERN = st.text(st.characters(codec="cp1252"))


@given(st.one_of(WESTERN, st.text(st.characters(codec="latin-1")), st.text()))
def test_words_and_letters_are_those_of_the_regular_expression(text: str) -> None:
    words = words_of(text)
    assert counted(text) == (len(words), letters_of(words))


def test_what_is_more_than_a_letter() -> None:
    assert counted("½ ß µ æ ª ñ") == (6, "12ssμæan".encode())
    assert counted("—…“” €") == (0, b"")


@given(st.one_of(WESTERN, st.text(st.sampled_from("aB9 áÑü¿?¡!:.()-"))))
def test_an_anchor_is_the_slug_of_its_heading(text: str) -> None:
    for heading in parse(f"## {text}").headings:
        slug = slugify(heading.text, entities=False, decimal=False, hexadecimal=False, backend="text-unidecode")
        assert heading.anchor == (slug or "s")
