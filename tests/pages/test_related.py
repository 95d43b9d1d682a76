"""Related posts, and those before and after: laws that hold for any posts."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shown import THEME, html, links, shown, wider_plan
from small_plan import entry

from valuegen.pages.public import public_pages
from valuegen.pages.public_plan import PublicPost, public_plan
from valuegen.pages.related import NEAREST, SHOWN, Line
from valuegen.pages.types import seen

TOPICS = ("merma", "turnos", "harina")
SEGMENTS = ("a", "b")


@cache
def one_post() -> PublicPost:
    return public_plan(wider_plan(entry("2026-11-20", slug="uno", text="Texto."))).posts["uno"]


def posts_on(*threads: Sequence[str], kind: str = "industry") -> list[PublicPost]:
    """Posts in the order of time, each on these matters."""
    return [
        replace(one_post(), slug=f"e{number}", threads=frozenset(each), kind=kind)
        for number, each in enumerate(threads)
    ]


def found_for(posts: Sequence[PublicPost], slug: str, *without: str) -> list[str]:
    by_slug = {post.slug: post for post in posts}
    return [post.slug for post in Line(posts).related(by_slug[slug], without)]


def test_what_shares_more_comes_first_then_what_is_nearer() -> None:
    posts = posts_on("xyz", "x", "xy", "x", "", "xyz", "", "x", "xy", "z")
    assert found_for(posts, "e5") == ["e0", "e2", "e8"]
    assert found_for(posts, "e9") == ["e5", "e0"]


def test_neighbours_and_what_is_named_already_make_room_for_others() -> None:
    posts = posts_on("x", "x", "x", "x", "x", "x", "x")
    assert found_for(posts, "e3") == ["e1", "e5", "e0"]
    assert found_for(posts, "e3", "e1", "e0") == ["e5", "e6"]


def test_an_offer_is_recommended_to_nobody_and_who_reads_one_finds_more_to_read() -> None:
    offer, *others = posts_on("x", "", "x", "x")
    posts = [replace(offer, kind="pitch"), *others]
    assert found_for(posts, "e0") == ["e2", "e3"]
    assert found_for(posts, "e2") == []


threads = st.lists(st.frozensets(st.sampled_from("vwxyz"), max_size=4), max_size=30)


@settings(max_examples=60)
@given(threads)
def test_it_is_what_comparing_all_would_give_where_few_are_on_a_matter(all_threads: list[frozenset[str]]) -> None:
    posts = posts_on(*all_threads)[: NEAREST + 1]
    for number, post in enumerate(posts):
        alike = [
            (-len(post.threads & other.threads), abs(at - number), at)
            for at, other in enumerate(posts)
            if abs(at - number) > 1 and post.threads & other.threads
        ]
        assert found_for(posts, post.slug) == [posts[at].slug for *_, at in sorted(alike)[:SHOWN]]


@settings(max_examples=60)
@given(threads)
def test_only_what_shares_something_is_related_and_each_once(all_threads: list[frozenset[str]]) -> None:
    posts = posts_on(*all_threads)
    by_slug = {post.slug: post for post in posts}
    line = Line(posts)
    for slug, found in ((post.slug, line.related(post)) for post in posts):
        assert len({post.slug for post in found} - {slug}) == len(found) <= SHOWN
        assert all(post.threads & by_slug[slug].threads for post in found)


class Counted(frozenset[str]):
    """Threads that count how often they are compared."""

    compared = 0

    def __and__(self, other: object) -> frozenset[str]:
        Counted.compared += 1
        return frozenset.__and__(self, other)  # type: ignore[operator]


@pytest.mark.parametrize("common", [1, 3])
def test_ten_times_the_posts_cost_about_ten_times_as_much(common: int) -> None:
    """Even where all are on the same matters, which makes all of them alike."""

    def comparisons(count: int) -> int:
        made = [
            replace(post, threads=Counted({*"xyz"[:common], f"t{number % 7}"}))
            for number, post in enumerate(posts_on(*[()] * count))
        ]
        Counted.compared = 0
        line = Line(made)
        for post in made:
            line.related(post)
        return Counted.compared

    few, many = comparisons(200), comparisons(2_000)
    assert few >= 200
    assert many <= 12 * few


entries = st.lists(
    st.tuples(
        st.integers(min_value=1, max_value=4),
        st.sampled_from(["", "T09:30", "T18:00"]),
        st.lists(st.sampled_from(TOPICS), unique=True),
        st.lists(st.sampled_from(SEGMENTS), min_size=1, unique=True),
        st.booleans(),
    ),
    min_size=1,
    max_size=7,
)


@settings(max_examples=25)
@given(entries, st.randoms(use_true_random=False))
def test_the_site_is_the_same_whatever_the_order_of_what_was_written(drawn, random) -> None:
    rows = [
        entry(
            f"2026-11-{day:02}{at}",
            slug=f"e{number}",
            title=f"Título {number}",
            topics=topics,
            segments=segments,
            answers=["n"] if asked else [],
            text=f"Texto {number}.",
        )
        for number, (day, at, topics, segments, asked) in enumerate(drawn)
    ]
    needs = [{"id": "n", "heard": "2026-10-01", "needs": "Saber.", "asked": "¿Qué?", "quotable": "true"}]
    shuffled = list(rows)
    random.shuffle(shuffled)
    segments = {id: {} for id in SEGMENTS}
    one, other = (
        public_pages(wider_plan(*each, segments=segments, needs=needs), theme=THEME) for each in (rows, shuffled)
    )
    assert {address: seen(page) for address, page in one.items()} == {
        address: seen(page) for address, page in other.items()
    }


def test_before_and_after_follow_day_then_hour_then_slug() -> None:
    order = ["z-uno", "b-sin-hora", "c-sin-hora", "a-temprano", "a-tarde", "dos"]
    days = ["01", "02", "02", "02T08:00", "02T20:00", "03"]
    rows = [entry(f"2026-11-{day}", slug=slug, title=slug, text="Uno.") for slug, day in zip(order, days, strict=True)]
    site = shown(wider_plan(*reversed(rows)))
    for before, after in pairwise(order):
        assert f"../{after}/index.html" in links(site, f"{before}/index.html", '.neighbours [rel="next"]')
        assert f"../{before}/index.html" in links(site, f"{after}/index.html", '.neighbours [rel="prev"]')
    assert not html(site, "dos/index.html").css('[rel="next"]')
    assert not html(site, "z-uno/index.html").css('[rel="prev"]')
    listed = [link.split("/")[-2] for link in links(site, "para/a/index.html", "article .title a")]
    assert listed == order[::-1]
