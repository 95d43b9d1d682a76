"""Groups of translations, and former addresses: laws that hold whatever is written."""

import posixpath

from hypothesis import given
from hypothesis import strategies as st

from valuegen.model.alias import read_alias
from valuegen.model.entry import Entry
from valuegen.model.translations import groups_of
from valuegen.model.values import Wrong
from valuegen.plan import addresses

SLUGS = ("a", "b", "c", "d", "e", "f", "g")


def entry(slug: str, translates: str | None) -> Entry:
    keys = {"slug": slug, "title": slug, "kind": "industry", "segments": "s", "translates": translates}
    return Entry.model_validate({key: value for key, value in keys.items() if value})


@given(st.lists(st.sampled_from((None, *SLUGS, "nobody")), min_size=len(SLUGS), max_size=len(SLUGS)))
def test_a_group_is_all_that_can_be_reached_in_either_direction(said: list[str | None]) -> None:
    entries = [entry(slug, other) for slug, other in zip(SLUGS, said, strict=True)]
    edges = {frozenset(pair) for pair in zip(SLUGS, said, strict=True) if pair[1] in SLUGS}
    expected = []
    left = set(SLUGS)
    while left:
        group = {min(left)}
        while more := {slug for edge in edges if edge & group for slug in edge} - group:
            group |= more
        left -= group
        if len(group) > 1:
            expected.append(sorted(group))
    assert [[one.slug for one in group] for group in groups_of(entries)] == expected


@given(st.text(max_size=30) | st.from_regex(r"/?[a-zA-Zñ.%0-9/ _-]{0,30}", fullmatch=True))
def test_a_former_address_that_is_read_lies_in_the_site(text: str) -> None:
    try:
        alias = read_alias(text)
    except Wrong:
        return
    path = alias if alias.startswith("/") else f"/{alias}/"
    file = addresses.file_of(path)
    assert not file.startswith("/")
    assert posixpath.normpath(f"/site/public/{file}").startswith("/site/public/")
    assert ".." not in file
    assert all(part for part in file.split("/"))
    assert file.isprintable()
    assert not any(character.isspace() for character in file)
