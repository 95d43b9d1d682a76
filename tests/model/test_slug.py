"""A text as an id, the quick way: what slugify makes of it."""

from hypothesis import example, given
from hypothesis import strategies as st
from slugify import slugify

from valuegen.model.slug import slug_of

european = st.characters(max_codepoint=0x24F)


@given(st.text(european | st.sampled_from("',-1 ½ñ"), max_size=20) | st.text(max_size=12))
@example("1,5 kilos, 'más' o menos")
@example("l’été – ß & Þórr½,1")
@example("''")
def test_it_is_what_slugify_makes(text: str) -> None:
    made = slugify(text, entities=False, decimal=False, hexadecimal=False, backend="text-unidecode")
    assert slug_of(text) == (made or "-".join(f"{ord(character):x}" for character in text) or "0")
