"""Kept and read back the same; the key holds all that it depends on."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valuegen.prose import dump, key, load, parse

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
