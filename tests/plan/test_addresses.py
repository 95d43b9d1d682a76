from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valuegen.model.settings import Permalinks
from valuegen.model.slug import slug_of
from valuegen.plan import addresses

LINKS = Permalinks(post="/{year}/{month}/{day}/{slug}/", segment="/para/{id}.html", topic="/temas/{id}")


def test_fields_of_a_permalink_are_replaced_plainly() -> None:
    assert addresses.post(LINKS, "harina", date(2026, 2, 3)) == "/2026/02/03/harina/"
    odd = Permalinks(post="/{slug}/{0.__class__}/%s/")
    assert addresses.post(odd, "harina", date(2026, 2, 3)) == "/harina/{0.__class__}/%s/"


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("/", "index.html"),
        ("/harina/", "harina/index.html"),
        ("/harina", "harina/index.html"),
        ("/a.b/harina", "a.b/harina/index.html"),
        ("/harina.html", "harina.html"),
        ("/feed.xml", "feed.xml"),
    ],
)
def test_the_file_that_bears_an_address(address: str, file: str) -> None:
    assert addresses.file_of(address) == file


def test_what_goes_with_a_page_lies_in_its_folder() -> None:
    assert addresses.beside("/para/huertas/", "feed.xml") == "/para/huertas/feed.xml"
    assert addresses.beside("/para/huertas.html", "feed.xml") == "/para/huertas/feed.xml"
    assert addresses.beside("/temas/riego", "feed.xml") == "/temas/riego/feed.xml"
    assert addresses.leaf("/para/huertas/", 1) == "/para/huertas/"
    assert addresses.leaf("/para/huertas/", 2) == "/para/huertas/2/"


def test_topics_that_differ_in_case_or_accents_have_one_page() -> None:
    assert addresses.topic(LINKS, "Jardín") == addresses.topic(LINKS, "jardin") == "/temas/jardin"


@given(st.text(max_size=20))
def test_any_text_becomes_an_id(text: str) -> None:
    made = slug_of(text)
    assert made
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
