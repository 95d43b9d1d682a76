"""That fewer rules are asked at a line changes no token."""

from hypothesis import given, settings
from hypothesis import strategies as st

from valuegen.prose.dialect import dialect, parser

LINES = st.sampled_from(
    (
        "la masa¦# a¦####### b¦## ¦#c¦a¦===¦---¦***¦* * *¦___¦- a¦-¦+ b¦* c¦1. a¦12) b¦1234567890. c¦1.¦> a¦>¦>> b"
        "¦```¦```py¦~~~¦~¦::: tip¦:::¦:::: pitch¦[r]: /u¦[^1]: n¦[^1]¦[r¦[x](y)¦| a | b |¦| - | - |¦a | b¦:-|--¦<b>"
        "¦&amp;¦`c`¦é¦日本¦"
    ).split("¦")
)
INDENTS = st.sampled_from(("", "", "", " ", "   ", "    ", "      ", "\t", "> ", "- ", "  - ", "1. "))
TEXTS = st.lists(st.tuples(INDENTS, LINES).map("".join), max_size=12).map("\n".join)
PLAIN = dialect()


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_the_tokens_are_the_same(text):
    found: list[dict[str, object]] = [{}, {}]
    assert parser().parse(text, found[0]) == PLAIN.parse(text, found[1])
    assert found[0] == found[1]
