"""The folded form of a text is that of its characters, one after the other."""

from hypothesis import given
from hypothesis import strategies as st

from valuegen.leaks.fold import fold

SPANISH = st.text(alphabet="aeiouáéíóúüñÁÑ¿¡«»“”—… ·º€\u0301\u00adøþæßﬁǅ", max_size=80)


@given(st.one_of(SPANISH, st.text(max_size=80)))
def test_a_text_folds_as_its_characters_do(text):
    assert fold(text) == b"".join(fold(character) for character in text)


def test_many_different_characters_fold_as_few_do():
    text = "".join(map(chr, range(0xA0, 0x250)))
    assert fold(text) == b"".join(fold(character) for character in text)
