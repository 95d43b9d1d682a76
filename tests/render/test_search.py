"""The index of the search: what is in it, and that it is the same every time."""

import gzip
import json
from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest
from shown import THEME
from small_plan import entry, plan_of

from valuegen import extras
from valuegen.build import indexed
from valuegen.leaf import NoLeaves
from valuegen.pages.public import public_pages
from valuegen.pages.search import Index, Record
from valuegen.render.search import SearchError, index_files

SEGMENTS = {"a": {"name": "Panaderías"}, "b": {"name": "Cafés"}}
POSTS = [
    entry("2026-11-02", slug="harina", title="Harina", segments=["a"], topics=["merma"], text="Pesa lo *barrido*."),
    entry("2026-11-03", slug="borrador", title="Secreto", segments=["a"], status="draft", text="Nadie lo ve."),
    entry("2027-11-03", slug="luego", title="Más tarde", segments=["a"], text="Aún no."),
]


@dataclass
class Kept:
    """Leaves in memory, that count what is made."""

    held: dict[tuple[str, bytes], bytes] = field(default_factory=dict)
    made: int = 0

    def get(self, kind: str, key: bytes) -> bytes | None:
        return self.held.get((kind, key))

    def put(self, kind: str, key: bytes, value: bytes) -> None:
        self.held[kind, key] = value
        self.made += 1


def files_of(posts: list[Mapping[str, object]], leaves: Kept | NoLeaves | None = None) -> dict[str, bytes]:
    pages = indexed(public_pages(plan_of(posts, SEGMENTS), searchable=True, theme=THEME), leaves or NoLeaves())
    return {
        address: page.view
        for address, page in pages.items()
        if address.startswith("public/assets/search.") and "/" in address[21:]
    }


def records_in(files: Mapping[str, bytes]) -> list[dict[str, object]]:
    packed = [data for name, data in files.items() if name.endswith(".pf_fragment")]
    return [json.loads(gzip.decompress(data).removeprefix(b"pagefind_dcd")) for data in packed]


def test_it_holds_the_published_posts_and_no_other():
    (record,) = records_in(files_of(POSTS))
    assert record["content"].split() == ["Pesa", "lo", "barrido."]
    assert record["meta"] == {
        "title": "Harina",
        "day": "2 de noviembre de 2026",
        "segments": "Panaderías",
        "file": "harina/index.html",
    }


def test_it_brings_no_interface_of_its_own():
    names = {name.rpartition("/")[2] for name in files_of(POSTS)}
    assert {name for name in names if not name.startswith(("es_", "pagefind.es_"))} == {
        "pagefind.js",
        "pagefind-entry.json",
        "segments.json",
        "wasm.es.pagefind",
    }


def test_two_are_the_same_byte_for_byte_and_another_is_elsewhere():
    first = files_of(POSTS)
    assert all(files_of(POSTS) == first for _ in range(4))
    other = files_of([{**POSTS[0], "title": "Otra"}])
    assert not set(other) & set(first)


def test_what_did_not_change_is_not_made_again():
    leaves = Kept()
    cold = files_of(POSTS, leaves)
    assert files_of(POSTS, leaves) == cold
    assert leaves.made == 1
    files_of([{**POSTS[0], "text": "Otro texto."}], leaves)
    assert leaves.made == 2


def test_a_language_without_endings_of_its_own_is_searched_all_the_same():
    files = index_files(Index("cy", "1", (Record("a/index.html", "Ogia eta irina", (("title", "Ogia"),)),)), NoLeaves())
    assert "wasm.unknown.pagefind" in files
    assert len(records_in(files)) == 1


def test_without_the_extra_there_is_no_page_link_or_index(monkeypatch: pytest.MonkeyPatch):
    pages = public_pages(plan_of(POSTS, SEGMENTS), theme=THEME)
    assert "public/buscar/index.html" not in pages
    assert not [page for page in pages.values() if page.form == "index"]
    assert not any(link.href == "buscar/index.html" for link in pages["public/index.html"].site.menu)


def test_where_nothing_is_published_there_is_nothing_to_search():
    assert files_of(POSTS[1:]) == {}


def test_a_program_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("pagefind_bin.get_executable", lambda: "/bin/false")
    with pytest.raises(SearchError):
        index_files(Index("es", "x", ()), NoLeaves())


def test_the_extra_is_asked_for_once():
    assert extras.version_of(extras.SEARCH)
    assert extras.version_of("no_such_library_at_all") == ""
