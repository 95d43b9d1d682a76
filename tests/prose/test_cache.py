"""Kept and read back the same; the key holds all that it depends on."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valuegen.prose import Link, Prose, dump, key, load, parse
from valuegen.room import BLOCK, Room

PIECES = st.sampled_from(
    (
        "# ¦> ¦- ¦\n¦\n\n¦::: pitch\n¦:::\n¦**¦[a](b)¦![c](d)¦[x](y:z)¦[^1]¦[^1]: n"
        "¦¿ñ?¦`c`¦|a|b|\n|-|-|\n¦|c|d|e|\n¦\x00¦\u2028"
    ).split("¦")
)


@given(st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join)))
def test_reads_back_the_same(text: str) -> None:
    prose = parse(text)
    kept = dump(prose)
    assert load(kept) == prose
    assert dump(load(kept)) == kept


@given(st.lists(st.lists(PIECES, max_size=20).map("".join), max_size=6))
def test_many_lie_side_by_side(texts: list[str]) -> None:
    lay = Room().lay
    many = [load(dump(parse(text)), lay) for text in texts]
    assert [prose.html for prose in many] == [parse(text).html for text in texts]
    assert many == [parse(text) for text in texts]


def test_what_is_larger_than_its_room_lies_elsewhere() -> None:
    lay = Room().lay
    prose = parse("a " * BLOCK)
    assert [load(dump(one), lay) for one in (parse("a"), prose, parse("b"))] == [parse("a"), prose, parse("b")]


def test_a_page_that_grew_too_large_is_kept_without_its_links() -> None:
    prose = Prose(("<p>a</p>",), links=(Link("https://a.example/", "link", "a", 1, 1),))
    assert load(dump(prose)) == prose


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b"[1,2]", b"\xff", b"null", dump(parse("# a"))[:-3], b"[" * 9])
def test_other_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError):
        load(data)


def test_the_key_is_that_of_text_and_language() -> None:
    assert key("a", "es") == key("a", "es")
    assert len({key("a", "es"), key("a", "en"), key("b", "es"), key("\ud800", "es")}) == 4


def test_the_key_is_the_same_in_another_process() -> None:
    program = "from valuegen.prose import key; print(key('ñ', 'es').hex())"
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == key("ñ", "es").hex()
