"""The promises in their own words, what is not looked at and why, a page for each; the pictures of a segment."""

from typing import Any

import pytest
from planned import planner
from selectolax.lexbor import LexborHTMLParser
from small_plan import entry, found, plan_of

from valuegen.plan.types import Plan
from valuegen.rules import ALL

ES: dict[str, Any] = {"site": {"language": "es"}}


def read(plan: Plan, file: str) -> LexborHTMLParser:
    return LexborHTMLParser(planner(plan, found(plan))[file].decode())


def said(node: Any) -> str:
    return " ".join(node.text().split())


def test_findings_stand_under_what_their_rule_is_about() -> None:
    plan = plan_of([entry("2026-11-20", channels=["event"], title="La cita"), entry("2026-12-03")], **ES)
    checks = read(plan, "checks.html")
    heads = [said(node) for node in checks.css('section[aria-labelledby="rules_"] h3')]
    assert "Algo del calendario no ocurrió. overdue 1" in heads
    assert checks.css_first('h3 a[href="promises/overdue.html"]') is not None
    assert said(checks.css_first("main details summary")).startswith("content/")


def test_how_many_of_each_level_is_said_in_words() -> None:
    plan = plan_of([entry("2026-11-20", channels=["event"], title="La cita"), entry("2026-12-03", ask=None)], **ES)
    levels = [one.level for one in found(plan)]
    counts = said(read(plan, "checks.html").css_first(".opening .hint"))
    assert f"{levels.count('todo')} cosa" in counts
    assert f"{levels.count('warning')} aviso" in counts
    assert "×" not in counts


def test_what_is_not_looked_at_says_why() -> None:
    plan = plan_of([entry("2026-12-03")], absent=("log",), profile="gentle", rules={"monologue": "off"}, **ES)
    aside = [said(node) for node in read(plan, "checks.html").css('section[aria-labelledby="aside_"] .place')]
    assert "monologue · apagada: lo dicen tus rules" in aside
    assert "unapproved · apagada, hasta que la enciendas en rules" in aside
    assert "jargon · apagada en el perfil «gentle»" in aside
    assert "unanswered · no se mira: falta log.yaml" in aside


def test_every_rule_has_a_page_with_its_manual_and_what_is_in_force() -> None:
    segments = {"a": {"name": "Hornos", "rules": {"pitch-share": {"max": "10%"}}}}
    files = planner(plan_of([entry("2026-12-03")], segments, **ES))
    assert {f"promises/{rule.NAME}.html" for rule in ALL} <= set(files)
    tree = LexborHTMLParser(files["promises/pitch-share.html"].decode())
    facts = {said(one.css_first("dt")): said(one.css_first("dd")) for one in tree.css(".facts > div")}
    assert facts == {"En vigor": "error, max: 20%, window: 90 days", "Hornos": "error, max: 10%, window: 90 days"}
    assert [said(node) for node in tree.css("h2")][:4] == [
        "Por qué",
        "Opciones",
        "Lo que se señala",
        "Lo que está bien",
    ]
    assert tree.css("pre.example mark")
    assert "`" not in said(tree.css_first("main"))
    checks = LexborHTMLParser(files["checks.html"].decode())
    assert len(checks.css(".promises > li")) == len(ALL)


def pitches(*days: str) -> list[dict[str, Any]]:
    return [entry(day, slug=f"p{day}", kind="pitch", title=f"Oferta {day}") for day in days]


def value(*days: str) -> list[dict[str, Any]]:
    return [entry(day, slug=f"v{day}", title=f"Nota {day}") for day in days]


def test_a_share_above_the_limit_between_offers_alarms_nobody() -> None:
    """Value leaves the window before the offer does: the share rises on days on which the promise does not look."""
    plan = plan_of(
        [*value("2026-12-02", "2026-12-03", "2026-12-04", "2026-12-05"), *pitches("2026-12-28"), *value("2027-03-20")],
        **ES,
    )
    assert not [one for one in found(plan) if one.rule == "pitch-share"]
    segment = read(plan, "segments/a.html")
    assert max(int(said(row.css("td")[4]).split()[0]) for row in segment.css("table.steps tbody tr")) > 20
    assert not segment.css("g.is-over, tr.is-over, .balance.is-over")
    offers = [said(cell) for cell in segment.css("table.offers tbody td")]
    assert offers == ["28 dic 2026", "Oferta 2026-12-28", "20 %", "dentro del límite"]


def test_an_offer_over_the_limit_is_told_by_more_than_colour() -> None:
    plan = plan_of([*value("2026-12-02", "2026-12-04"), *pitches("2026-12-05")], **ES)
    segment = read(plan, "segments/a.html")
    assert said(segment.css_first("g.pitch.is-over .said")) == "33 % !"
    assert "por encima del límite" in said(segment.css_first("table.offers tbody tr"))
    assert "1 día con oferta vende más que el límite de 20 %" in said(segment.css_first("figcaption"))


def test_what_one_more_offer_would_do_is_said() -> None:
    many = value(*(f"2026-11-{day:02}" for day in range(1, 11)))
    done = [one | {"status": "done"} for one in many]
    assert "Con una más hoy serían 1 de 11: 9,1 %, dentro del límite de 20 %" in said(
        read(plan_of(done, **ES), "segments/a.html").css_first("figcaption")
    )
    later = plan_of([*done[:6], *pitches("2026-12-03")], **ES)
    assert "pero la oferta del 3 de diciembre pasaría entonces del límite" in said(
        read(later, "segments/a.html").css_first("figcaption")
    )


@pytest.mark.parametrize("pause", [{"from": "2027-02-01", "to": "2027-02-05"}, {"from": "02-01", "to": "02-05"}])
def test_silences_crowds_and_pauses_stand_in_the_picture_and_in_its_table(pause: dict[str, str]) -> None:
    pace = {
        "cadence": {"at_least": "20 days", "at_most": "2 per 7 days"},
        "pauses": [pause],
    }
    plan = plan_of(value("2026-12-02", "2026-12-03", "2026-12-04", "2027-01-20"), {"a": pace}, **ES)
    figure = read(plan, "segments/a.html").css_first("figure.rhythm")
    assert figure is not None
    for sort, words in (
        ("silence", "47 días de silencio"),
        ("crowd", "3 en 7 días"),
        ("rest", "Pausa"),
        ("empty", "Aún no hay nada previsto"),
    ):
        assert len(figure.css(f"rect.{sort}")) == 1, sort
        assert words in said(figure.css_first(f"tr.{sort}")), sort
    assert len(figure.css("text.shape")) == 4
    assert len(figure.css("tr.entry")) == 4
    assert "4 entradas en estos meses: 1 silencio demasiado largo, 1 agobio." in said(figure.css_first("figcaption"))


def test_who_has_the_relation_and_where_they_are_is_one_click_away() -> None:
    tree = read(
        plan_of([entry("2026-12-03")], {"a": {"owner": "irene", "channels": ["blog", "call"]}}, **ES), "segments/a.html"
    )
    links = [link.attributes["href"] for link in tree.css(".state .facts a")]
    assert links == ["../people.html#person-irene", "../channels.html#channel-blog", "../channels.html#channel-call"]


def test_each_stage_says_who_stands_there_and_what_reached_them() -> None:
    contacts = {
        "rosa": {"segments": ["a"], "name": "Rosa", "stage": "buyer"},
        "luis": {"segments": ["a"], "name": "Luis", "stage": "friend", "no_pitches": "2026-01-01"},
        "ana": {"segments": ["a"], "name": "Ana", "opted_out": "2026-11-20"},
    }
    done = [one | {"status": "done"} for one in (*value("2026-11-02", "2026-11-25"), *pitches("2026-11-26"))]
    own = entry("2026-11-27", contacts=["rosa"], kind="conversation", status="done", slug="suya")
    log = [{"date": "2026-11-10", "contact": "luis", "by": "irene", "what": "call"}]
    stages = read(plan_of([*done, own], contacts=contacts, log=log, **ES), "segments/a.html").css(".stages > li")
    told = {said(stage.css_first("a")): said(stage.css_first(".hint")) for stage in stages}
    assert "▲" in told["Rosa"]
    assert "◯ 1" in told["Rosa"]
    assert "● 2" in told["Rosa"]
    assert "▲" not in told["Luis"]
    assert "1 conversación" in told["Luis"]
    assert "● 1" in told["Ana"]
    assert "▲" not in told["Ana"]


def test_a_busy_segment_has_a_page_that_opens() -> None:
    days = [f"2026-{month:02}-{day:02}" for month in range(8, 13) for day in range(1, 29)]
    entries = [
        entry(day, slug=f"x{day}-{n}", status="done" if day < "2026-12-01" else "ready")
        for day in days
        for n in range(9)
    ]
    files = planner(plan_of(entries, **ES))
    assert len(files["segments/a.html"]) < 300_000
    assert len(files["calendar/2026-12.html"]) < 300_000
