"""No page of the planner grows with the number of segments: the morning's shows some, the list goes on."""

from planned import planner
from selectolax.lexbor import LexborHTMLParser
from small_plan import entry, plan_of

from valuegen.pages.planner.segments import LISTED
from valuegen.pages.planner.today import BALANCES

MANY = LISTED + 10


def files_with(count: int) -> dict[str, bytes]:
    rows = [entry("2026-11-02", kind="pitch", segments=[f"s{count - 1}"], slug="oferta")]
    return planner(plan_of(rows, {f"s{number}": {} for number in range(count)}))


def names(files: dict[str, bytes], file: str, selector: str) -> list[str]:
    return [node.text(strip=True) for node in LexborHTMLParser(files[file].decode()).css(selector)]


def test_few_stand_on_one_page_in_their_order() -> None:
    files = files_with(3)
    assert len(names(files, "index.html", ".credits .name")) == 3
    assert names(files, "segments/index.html", "nav.leaves") == []
    assert not any(file.startswith("segments/by/") for file in files)


def test_of_many_the_morning_shows_those_nearest_to_their_limit() -> None:
    files = files_with(MANY)
    shown = LexborHTMLParser(files["index.html"].decode()).css(".credits .name a")
    assert len(shown) == BALANCES
    assert shown[0].attributes["href"] == f"segments/s{MANY - 1}.html"
    assert f"y {MANY - BALANCES} más" in names(files, "index.html", "p.fold a[href='segments/index.html']")


def test_the_list_of_all_goes_on() -> None:
    files = files_with(MANY)
    pages = ("segments/index.html", "segments/by/2.html")
    found = [
        link.attributes["href"]
        for page in pages
        for link in LexborHTMLParser(files[page].decode()).css("div.balances .name a")
    ]
    assert found == [f"../segments/s{number}.html" for number in range(LISTED)] + [
        f"../../segments/s{number}.html" for number in range(LISTED, MANY)
    ]
    links = [LexborHTMLParser(files[page].decode()).css("nav.leaves a") for page in pages]
    assert [[link.attributes["href"] for link in each] for each in links] == [
        ["../segments/index.html", "../segments/by/2.html"],
        ["../../segments/index.html", "../../segments/by/2.html"],
    ]
