"""A client's email, phone, name and words are found in whatever coding and whatever file they hide."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from leak_samples import FILES, IN_TEXT, KINDS, kinds, page


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("coding", IN_TEXT)
def test_each_kind_in_each_coding(coding, kind):
    assert kind in kinds(page(IN_TEXT[coding](KINDS[kind])))


OUTER = [
    "plain",
    "entities",
    "percent",
    "JSON whole",
    "base64",
    "HTML written out",
    "quoted-printable, every byte",
    "data",
]
INNER = [
    *OUTER[:4],
    "case",
    "decomposed",
    "zero widths",
    "shy entities",
    "hexadecimal entities",
    "a tag in it",
    "a form",
]


@given(
    kind=st.sampled_from(sorted(KINDS)),
    codings=st.tuples(st.sampled_from(OUTER), st.sampled_from(OUTER), st.sampled_from(INNER)),
    before=st.sampled_from(["", "Escríbele: ", "«", "<p>", '{"a": "', "\n", "https://levadura.example/?x="]),
    after=st.sampled_from(["", " siempre", "»", "</p>", '"}', "\n", "&y=1"]),
)
def test_codings_within_codings(kind, codings, before, after):
    hidden = KINDS[kind]
    for coding in reversed(codings):
        hidden = IN_TEXT[coding](hidden)
    assert kind in kinds(before + hidden + after)
    assert kind in kinds(page(before + hidden + after))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("file", FILES)
def test_each_kind_in_each_file(file, kind):
    assert kind in kinds(FILES[file](KINDS[kind]), "public/a/file")


@pytest.mark.parametrize("file", ["archive", "gzip", "PNG, packed", "JPEG, comment", "WebP", "PDF"])
def test_broken_files_are_no_trouble(file):
    data = FILES[file]("unrelated")
    for cut in range(0, len(data), 3):
        assert kinds(data[:cut] + b"\xff" + data[cut + 1 :]) == set()
        assert kinds(data[:cut]) == set()


BASE64 = "A" * 76


@pytest.mark.parametrize("between", ["\n", "\r\n\xa0", "\n\u2028 ", "\nñ\n"])
def test_lines_of_base64_with_anything_between(between):
    kinds(f"{BASE64}{between}{BASE64}")


@pytest.mark.parametrize("number", ["0" * 5000 + "65", "9" * 5000, "x" + "f" * 5000, "x" + "0" * 5000 + "41"])
def test_numbers_of_entities_that_python_does_not_read(number):
    assert kinds(f"&#{number}; Rosa Díaz &#{number} &#65&#{number}") == {"name"}


@given(st.binary(max_size=2000))
def test_any_bytes_at_all(data):
    kinds(data)
    kinds(b"<p>" + data + b"</p>")


def test_a_word_as_long_as_a_book_is_looked_through_once():
    assert kinds("T" * 2_000_000 + " ") == set()
