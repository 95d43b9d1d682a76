"""One post's page, made without the others, is the page that it is among all."""

from shown import THEME, example, wider_plan
from small_plan import entry

from valuegen.pages.public import page_of, pages_of, public_of
from valuegen.pages.shelves import with_text
from valuegen.pages.types import seen
from valuegen.plan import addresses
from valuegen.plan.types import Plan


def pages_one_by_one(plan: Plan) -> None:
    public = public_of(plan, drafts=True, future=True, theme=THEME)
    pages = pages_of(public)
    for slug, address in public.shelves.address.items():
        page = page_of(public, slug)
        assert seen(page) == seen(pages[f"public/{addresses.file_of(address)}"]), slug
        assert page.address == f"public/{addresses.file_of(address)}"


def test_every_page_of_the_example_by_itself() -> None:
    plan, _ = example()
    pages_one_by_one(plan)


def test_posts_of_several_segments_languages_and_of_none() -> None:
    rows = [
        entry(
            f"2026-10-{number + 1:02}",
            slug=f"e{number}",
            segments=[["a"], ["b", "a"], ["a", "b"]][number % 3],
            topics=[f"t{number % 2}"],
            text=f"Texto {number}.",
            **({"language": "en"} if number % 4 == 0 else {}),
        )
        for number in range(12)
    ]
    pages_one_by_one(wider_plan(*rows, segments={"a": {}, "b": {}}))


def test_with_another_text_it_is_the_page_of_a_plan_with_that_text() -> None:
    def rows(text: str) -> list[dict[str, object]]:
        others = [entry(f"2026-10-{day:02}", slug=f"e{day}", text="Igual.", topics=["t"]) for day in range(1, 9)]
        return [*others, entry("2026-10-20", slug="uno", text=text, topics=["t"])]

    before, after = (
        public_of(wider_plan(*rows(text)), theme=THEME)
        for text in ("Un texto.", "## Otro\n\nMucho más largo, con **peso** y un [enlace](https://x.example/).")
    )
    prose = after.shelves.plan.posts["uno"].prose
    shelves = with_text(before.shelves, "uno", prose)
    assert shelves.cards_of(shelves.newest) == after.shelves.cards_of(after.shelves.newest)
    for slug in after.shelves.address:
        changed = page_of(type(before)(shelves, THEME, before.drawn, before.icons), slug)
        assert seen(changed) == seen(page_of(after, slug)), slug
