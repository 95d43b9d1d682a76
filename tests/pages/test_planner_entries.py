"""The page of an entry: everything known of it, with links to whatever is mentioned."""

import re

from planned import planner
from selectolax.lexbor import LexborHTMLParser
from small_plan import entry, plan_of

SEGMENTS = {"a": {"name": "Panaderías"}}
CONTACTS = {f"c{n}": {"segments": ["a"], "name": f"Cliente {n}", "email": f"c{n}@x.example"} for n in range(15)}
OUT = {
    "fuera": {"segments": ["a"], "name": "Fuera", "opted_out": "2026-11-25"},
    "ida": {"segments": ["a"], "name": "Ida", "status": "gone"},
    "harta": {"segments": ["a"], "name": "Harta", "no_pitches": "2026-01-01"},
}
NEEDS = {"sal": {"heard": "2026-10-02", "from": "c1", "needs": "Saber cuánta sal."}}


def shown(files: dict[str, bytes], id: str) -> LexborHTMLParser:
    return LexborHTMLParser(files[f"entries/{id}.html"].decode())


def facts(tree: LexborHTMLParser) -> dict[str, tuple[str, list[str]]]:
    """By name: the text, and where its links lead."""
    return {
        name.text(): (
            re.sub(r"\s+", " ", value.text()).strip(),
            [link.attributes["href"] or "" for link in value.css("a")],
        )
        for name, value in zip(tree.css(".facts dt"), tree.css(".facts dd"), strict=True)
    }


def test_a_link_in_a_text_leads_to_the_planners_own_page() -> None:
    text = (
        "[a](/pan/) [b](entry:pan#masa) [c](entry:pan#nada) [d](/para/a/) [e](/) [f](/hoja.pdf) "
        "[g](https://otra.example/) [h](#abajo) [i](/pan/?x=1#masa) [j](/no-hay/) ![k](/foto.jpg)\n\n## Abajo\n"
    )
    rows = [
        entry("2026-11-20", slug="pan", channels=["blog"], text="## Masa\n\nUn texto.\n"),
        entry("2026-12-10", slug="otro", channels=["blog"], text=text),
    ]
    body = shown(planner(plan_of(rows, SEGMENTS)), "2026-12-10-otro").css_first(".body")
    assert body is not None
    pan, site = "../entries/2026-11-20-pan.html", "https://levadura.example"
    assert {link.text(): link.attributes["href"] for link in body.css("p a")} == {
        "a": pan,
        "b": f"{pan}#masa",
        "c": pan,
        "d": "../segments/a.html",
        "e": f"{site}/",
        "f": f"{site}/hoja.pdf",
        "g": "https://otra.example/",
        "h": "#abajo",
        "i": f"{pan}#masa",
        "j": f"{site}/no-hay/",
    }
    assert not body.css("img")


def test_its_day_and_hour_stand_at_the_top() -> None:
    rows = [entry("2026-12-10T09:30", slug="pan"), entry(None, slug="idea", status="idea")]
    files = planner(plan_of(rows, SEGMENTS))
    kicker = shown(files, "2026-12-10-pan").css_first(".kicker")
    assert kicker is not None
    assert "jueves, 10 de diciembre de 2026 09:30" in " ".join(kicker.text().split())
    assert kicker.css_first("time").attributes["datetime"] == "2026-12-10"  # type: ignore[union-attr]
    assert not shown(files, "idea").css(".kicker time")


def test_who_receives_it_is_named_and_counted() -> None:
    rows = [
        entry("2026-12-10", slug="nota", channels=["newsletter"]),
        entry("2026-12-11", slug="oferta", kind="pitch", channels=["newsletter"]),
        entry("2026-11-20", slug="pasada", channels=["newsletter"], status="done"),
        entry("2026-12-12", slug="una", contacts=["c3"], channels=["email"]),
    ]
    files = planner(plan_of(rows, SEGMENTS, {**CONTACTS, **OUT}))
    text, links = facts(shown(files, "2026-12-10-nota"))["Quién lo recibe"]
    assert text.startswith("Cliente 0, Cliente 1, ")
    assert text.endswith("y 4 más")
    assert links[0] == "../contacts/c0.html"
    assert len(links) == 12
    assert facts(shown(files, "2026-12-11-oferta"))["Quién lo recibe"][0].endswith("y 3 más")
    assert facts(shown(files, "2026-11-20-pasada"))["Quién lo recibió"][0].endswith("y 5 más")
    assert facts(shown(files, "2026-12-12-una"))["Quién lo recibe"] == ("Cliente 3", ["../contacts/c3.html"])


def test_what_came_of_it_stands_with_its_client() -> None:
    rows = [entry("2026-11-20", slug="nota", channels=["newsletter"], status="done", answers=["sal"], minutes="30")]
    log = [
        {"date": "2026-11-21", "contact": "c1", "what": "reply", "entry": "nota", "note": "Era la sal"},
        {"date": "2026-11-22", "contact": "c2", "by": "irene", "what": "call", "entry": "nota", "minutes": "20"},
        {
            "date": "2026-11-20",
            "by": "irene",
            "what": "work",
            "entry": "nota",
            "minutes": "25",
            "channel": "newsletter",
        },
        {"date": "2026-11-23", "contact": "c2", "what": "reply"},
    ]
    tree = shown(planner(plan_of(rows, SEGMENTS, CONTACTS, log, NEEDS)), "2026-11-20-nota")
    told = [re.sub(r"\s+", " ", node.text()).strip() for node in tree.css(".story .what")]
    assert told == [
        "→ Cliente 2 · Irene Vidal le llamó",
        "← Cliente 1 · Respondió",
        "→ Irene Vidal trabajó en ello",
    ]
    known = facts(tree)
    assert known["Tiempo que lleva"][0] == "30 minutos"
    assert known["Tiempo que llevó, según el registro"][0] == "45 minutos"
    assert known["Necesidad a la que responde"] == ("Saber cuánta sal.", ["../needs.html#need-sal"])
    assert known["Quién lo pidió"] == ("Cliente 1", ["../contacts/c1.html"])


def test_a_day_of_a_repetition_leads_to_the_days_beside_it() -> None:
    weekly = entry("2026-11-02", slug="hoja", repeat={"rule": "FREQ=WEEKLY;COUNT=3"}, channels=["newsletter"])
    files = planner(plan_of([weekly], SEGMENTS))
    other = "La misma, otros días"
    assert facts(shown(files, "2026-11-02-hoja"))[other][1] == ["../entries/2026-11-09-hoja.html"]
    assert facts(shown(files, "2026-11-09-hoja"))[other][1] == [
        "../entries/2026-11-02-hoja.html",
        "../entries/2026-11-16-hoja.html",
    ]


def test_its_page_on_the_site_is_linked_once_it_is_there() -> None:
    rows = [
        entry("2026-11-20", slug="ya", channels=["blog"], text="Un texto."),
        entry("2026-12-20", slug="aun-no", channels=["blog"], text="Otro."),
        entry("2026-11-21", slug="fuera", channels=["blog"], text="Y otro.", expires="2026-11-30"),
    ]
    files = planner(plan_of(rows, SEGMENTS))
    assert facts(shown(files, "2026-11-20-ya"))["Su página en el sitio"][1] == ["https://levadura.example/ya/"]
    assert facts(shown(files, "2026-12-20-aun-no"))["Dónde estará"] == ("https://levadura.example/aun-no/", [])
    assert "Su página en el sitio" not in facts(shown(files, "2026-11-21-fuera"))
