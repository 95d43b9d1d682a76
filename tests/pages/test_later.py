"""Views are made when their pages are rendered: what they hold is the same whenever, and wherever, that is."""

import pickle

import pytest
from planned import desk_of
from shown import THEME, example

from valuegen.pages.planner import planner_pages
from valuegen.pages.public import public_pages
from valuegen.pages.types import Later, Page, seen
from valuegen.render.html import Renderer

KINDS = ("public", "planner")


def pages_of(kind: str) -> dict[str, Page]:
    plan, _ = example()
    return dict(public_pages(plan, theme=THEME) if kind == "public" else planner_pages(desk_of(plan).judged, THEME))


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_with_a_template_is_made_before_it_is_asked_for(kind: str) -> None:
    eager = [page.address for page in pages_of(kind).values() if page.template and not isinstance(page.view, Later)]
    assert all(address.endswith(".png") for address in eager)  # a drawing is named after what it shows


@pytest.mark.parametrize("kind", KINDS)
def test_a_view_is_the_same_each_time_and_in_any_order(kind: str) -> None:
    one, other = pages_of(kind), pages_of(kind)
    last_first = {address: seen(page) for address, page in reversed(other.items())}
    for address, page in one.items():
        assert seen(page) == seen(page) == last_first[address], address


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_with_its_view_can_be_sent_elsewhere(kind: str) -> None:
    with Renderer(THEME, "es") as renderer:
        for page in pages_of(kind).values():
            sent = pickle.loads(pickle.dumps(seen(page)))
            assert sent == seen(page)
            if page.template and not page.kept:
                assert renderer.render(sent) == renderer.render(page)
