"""Today: who waits first, then today, what is late (the people in it first), the week; each thing said once."""

from typing import Any

from planned import planner
from selectolax.lexbor import LexborHTMLParser
from small_plan import entry, found, plan_of

from valuegen.plan.types import Plan

ES: dict[str, Any] = {"site": {"language": "es"}}
ROSA = {"rosa": {"segments": ["a"], "name": "Rosa Díaz", "phone": "+57 300 000 0001", "channel": "whatsapp"}}


def today(plan: Plan, *, with_findings: bool = False) -> LexborHTMLParser:
    files = planner(plan, found(plan) if with_findings else ())
    return LexborHTMLParser(files["index.html"].decode())


def said(node: Any) -> str:
    return " ".join(node.text().split())


def test_who_waits_stands_first_and_then_today_and_what_is_late() -> None:
    log = [{"date": "2026-11-20", "contact": "rosa", "what": "reply", "note": "¿Y la sal?"}]
    entries = [
        entry("2026-12-01", contacts=["rosa"], channels=["call"], title="Llamar a Rosa", kind="conversation"),
        entry("2026-11-25", channels=["event"], title="La cita", kind="conversation"),
        entry("2026-12-20", title="Más adelante"),
    ]
    tree = today(plan_of(entries, contacts=ROSA, log=log, **ES))
    assert [said(node) for node in tree.css(".work h2")] == ["Esperan tu respuesta 1", "Para hoy 1", "Con retraso 1"]
    assert tree.css_first(".waiting .task a.act").attributes["href"].startswith("https://wa.me/")  # type: ignore[union-attr]


def test_of_what_is_late_people_come_first_and_five_stand_open() -> None:
    slipped = [
        entry(f"2026-11-{day}", slug=f"e{day}", channels=["event"], title=f"Cita {day}") for day in range(10, 16)
    ]
    contacts = {"eva": {"segments": ["b"], "name": "Eva", "email": "eva@horno.example", "owner": "irene"}}
    log = [{"date": "2026-08-20", "contact": "eva", "by": "irene", "what": "call"}]
    segments = {"a": {}, "b": {"treatment": "personal"}}
    tree = today(plan_of([*slipped, entry("2026-12-09", segments=["b"])], segments, contacts, log, **ES))
    late = tree.css_first('section[aria-labelledby="late_"]')
    assert late is not None
    opened, folded = late.css("section > .tasks > li"), late.css("details .tasks > li")
    assert len(opened) == 5
    assert len(opened) + len(folded) == int(said(late.css_first("h2")).split()[-1])
    kinds = [
        next(name for name in (node.attributes["class"] or "").split() if name.startswith("kind-"))
        for node in late.css(".tasks > li")
    ]
    assert kinds == sorted(kinds, key=["kind-share", "kind-reconnect", "kind-prepare"].index)
    assert "kind-reconnect" in kinds


def test_the_credit_of_a_segment_says_its_name_once() -> None:
    tree = today(plan_of([entry("2026-12-02")], {"a": {"name": "Panaderías"}}, **ES))
    rows = [said(row) for row in tree.css(".credits > li")]
    counted = "1 oferta en los 90 días hasta el 1 de diciembre pide 4; hasta ahora: 0, planeadas para después: 1"
    needed = f"hacen falta antes 4 entradas de valor más ({counted})"
    assert rows == [f"Panaderías 0 % / 20 % todavía no cabe ninguna oferta; {needed}"]


def test_the_week_shows_what_goes_out_and_beside_it_only_what_is_not_that() -> None:
    entries = [
        entry("2026-12-03", contacts=["rosa"], channels=["call"], title="Llamar a Rosa", kind="conversation"),
        entry("2026-12-04", title="Harina", status="draft", channels=["newsletter"]),
        entry("2026-12-09", title="Demasiado lejos"),
    ]
    contacts = {"rosa": {**ROSA["rosa"], "dates": {"birthday": "1980-12-05"}}}
    tree = today(plan_of(entries, contacts=contacts, **ES))
    week = {said(day.css_first(".name")): [said(line) for line in day.css("li li")] for day in tree.css(".week > li")}
    assert list(week) == ["jue 3", "vie 4", "sáb 5"]
    assert [line for line in week["jue 3"] if "Llamar" in line] == week["jue 3"]
    assert len(week["jue 3"]) == 1
    assert len(week["sáb 5"]) == 1
    assert "Felicita a Rosa" in week["sáb 5"][0]


def test_what_a_reminder_says_already_is_not_owed_a_second_time() -> None:
    needs = {"sal": {"heard": "2026-09-20", "needs": "Saber cuánta sal.", "segment": "a"}}
    log = [{"date": "2026-11-20", "contact": "rosa", "what": "reply"}]
    plan = plan_of([entry("2026-12-03")], contacts=ROSA, log=log, needs=needs, **ES)
    rules = {one.rule for one in found(plan) if one.level == "todo"}
    assert {"unanswered", "unmet-need"} <= rules
    tree = today(plan, with_findings=True)
    assert tree.css_first(".verdict a").attributes["href"] == "checks.html"  # type: ignore[union-attr]
    count = len([one for one in found(plan) if one.level == "todo"])
    assert said(tree.css_first(".verdict")).endswith(f"{count} cosas pendientes. Todas las promesas")
    assert not tree.css('section[aria-labelledby="owed_"]')


def test_of_what_is_to_be_mended_four_are_shown_and_the_rest_is_one_click_away() -> None:
    plan = plan_of([entry(f"2026-12-{day:02}", slug=f"e{day}", ask=None, text="Pesa.") for day in range(2, 12)], **ES)
    count = len([one for one in found(plan) if one.level in ("error", "warning")])
    assert count > 5
    (section,) = today(plan, with_findings=True).css('section[aria-labelledby="broken_"]')
    assert len(section.css(".brief > li")) == 4
    (rest,) = section.css(".fold a")
    assert (rest.attributes["href"], said(rest)) == ("checks.html", f"y {count - 4} más")


def test_conversations_of_this_month_stand_beside_its_posts() -> None:
    log = [
        {"date": "2026-12-01", "contact": "rosa", "by": "irene", "what": "call"},
        {"date": "2026-11-30", "contact": "rosa", "by": "irene", "what": "call"},
        {"date": "2026-12-01", "channel": "blog", "what": "work", "minutes": "30"},
    ]
    entries = [
        entry("2026-12-01", text="Pan."),
        entry("2026-11-30", text="Sal.", status="done"),
        entry("2026-12-02", text="Luz."),
    ]
    tree = today(plan_of(entries, contacts=ROSA, log=log, **ES))
    assert [said(node) for node in tree.css(".figures > div")] == ["conversación este mes1", "publicación este mes1"]


def test_what_has_no_page_is_no_post_of_this_month() -> None:
    entries = [entry("2026-12-01", text="Pan."), entry("2026-12-01", slug="no-body", title="Sal")]
    tree = today(plan_of(entries, **ES))
    assert said(tree.css(".figures > div")[1]) == "publicación este mes1"


def test_what_is_to_be_mended_names_its_entry() -> None:
    """Two offers too soon for the same client say the same: they are told apart by their titles."""
    offers = [
        entry(f"2026-12-{day}", slug=f"o{day}", kind="pitch", title=f"Oferta {day}", channels=["call"])
        for day in (10, 20)
    ]
    (section,) = today(plan_of(offers, contacts=ROSA, **ES), with_findings=True).css(
        'section[aria-labelledby="broken_"]'
    )
    lines = [line for line in map(said, section.css(".brief > li")) if "friend" in line]
    assert [title in line for title, line in zip(("Oferta 10", "Oferta 20"), lines, strict=True)] == [True, True]


def test_a_huge_workspace_still_has_a_page_that_opens() -> None:
    contacts = {f"c{n}": {"segments": ["a"], "name": f"Nombre {n}", "email": f"c{n}@x.example"} for n in range(800)}
    log = [{"date": "2026-11-20", "contact": f"c{n}", "what": "reply"} for n in range(800)]
    files = planner(plan_of([entry("2026-12-03", channels=["email"])], contacts=contacts, log=log, **ES))
    assert len(files["index.html"]) < 300_000
    assert len(files["reminders.html"]) < 300_000
    assert " más: están en los archivos." in said(
        LexborHTMLParser(files["reminders.html"].decode()).css_first("p.fold")
    )
    assert "800" in LexborHTMLParser(files["index.html"].decode()).css_first("#waiting_").text()  # type: ignore[union-attr]


def test_every_page_marks_its_place_in_both_menus() -> None:
    files = planner(plan_of([entry("2026-12-03")], contacts=ROSA, **ES))
    for name, data in files.items():
        if not name.endswith(".html"):
            continue
        tree = LexborHTMLParser(data.decode())
        menus = [[node.attributes["href"] for node in menu.css("a")] for menu in tree.css(".menu nav, nav.menu")]
        assert len(menus) == 2, name
        assert menus[0] == menus[1]
        assert len(menus[0]) == 11
        marked = [node.attributes["href"] for node in tree.css(".menu [aria-current]")]
        assert len(marked) in (0, 2), name
    assert LexborHTMLParser(files["segments/a.html"].decode()).css(".menu [aria-current]")


def test_a_draft_that_slipped_is_told_once_and_first_it_has_to_be_prepared() -> None:
    plan = plan_of([entry("2026-11-25", channels=["event"], title="La cita", status="draft")], **ES)
    tree = today(plan)
    late = [said(node) for node in tree.css('section[aria-labelledby="late_"] .do')]
    assert late == ["22 nov Prepara «La cita» (Evento)."]
    assert said(tree.css_first("#late_")) == "Con retraso 1"
    listed = LexborHTMLParser(planner(plan)["reminders.html"].decode())
    assert [said(node) for node in listed.css(".all-reminders .task .do")][:1] == late
    assert said(listed.css_first(".verdict")).startswith("1 con retraso")
    assert "share.la-cita" not in planner(plan)["reminders.html"].decode()
    assert b"share." in planner(plan)["reminders.json"]


def test_one_entry_for_two_people_is_two_things_to_do_wherever_it_is_counted() -> None:
    contacts = {**ROSA, "eva": {**ROSA["rosa"], "name": "Eva", "phone": "+57 300 000 0002"}}
    entries = [entry("2026-12-01", channels=["whatsapp"], title="Hola"), entry("2027-02-01", channels=["blog"])]
    plan = plan_of(entries, contacts=contacts, **ES)
    tree, listed = today(plan), LexborHTMLParser(planner(plan)["reminders.html"].decode())
    assert said(tree.css_first("#due_")) == "Para hoy 2"
    assert said(listed.css_first(".verdict")).startswith("2 para hoy")


def test_where_no_offer_is_possible_the_planned_one_that_takes_the_room_is_named_with_a_link() -> None:
    value = [entry("2026-12-01", slug=f"v{number}") for number in range(4)]
    offer = entry("2026-12-10", slug="curso", kind="pitch", title="Un curso")
    files = planner(plan_of([*value, offer], {"a": {"name": "Panaderías"}}, **ES))
    for file, part in (("index.html", ".credits .credit"), ("segments/a.html", ".balance .credit")):
        credit = LexborHTMLParser(files[file].decode()).css_first(part)
        counted = "2 ofertas en los 90 días hasta el 10 de diciembre piden 8; hechas o planeadas: 4"
        needed = f"hacen falta antes 4 entradas de valor más ({counted})"
        assert said(credit) == f"«Un curso», del 10 de diciembre, ocupa el sitio para ofertas; para otra, {needed}"
        assert credit.css_first("a").attributes["href"].endswith("entries/2026-12-10-curso.html")


def test_what_was_found_calls_clients_by_name_and_leads_to_them() -> None:
    contacts = {"rosa": {**ROSA["rosa"], "opted_out": "2026-11-01"}}
    plan = plan_of([entry("2026-12-10", contacts=["rosa"], channels=["call"], slug="llamada")], contacts=contacts, **ES)
    files = planner(plan, found(plan))
    for file in ("checks.html", "promises/opted-out.html", "entries/2026-12-10-llamada.html"):
        line = LexborHTMLParser(files[file].decode()).css_first(".finding.is-error")
        assert "«Rosa Díaz» pidió" in said(line.css_first(".said"))
        assert "«rosa»" in said(line.css_first(".mend")), "what has to be changed is the id in the file"
        assert [node for node in line.css("a") if "contacts/rosa.html" in (node.attributes["href"] or "")]


def test_a_week_with_nothing_in_it_says_what_comes_next() -> None:
    later = [entry("2026-12-20", slug="pan", title="Pan de nuez"), entry("2027-01-20", title="Mucho después")]
    nothing = today(plan_of(later, **ES)).css_first('section[aria-labelledby="week_"] .nothing')
    assert said(nothing) == (
        "No hay nada previsto estos días. Lo siguiente es «Pan de nuez», el 20 de diciembre de 2026."
    )
    assert nothing.css_first("a").attributes["href"] == "entries/2026-12-20-pan.html"
    empty = today(plan_of([], **ES)).css_first('section[aria-labelledby="week_"] .nothing')
    assert said(empty).endswith("Tampoco hay nada previsto para después.")


def test_a_day_with_nothing_to_do_says_what_is_next() -> None:
    tree = today(plan_of([entry("2026-12-20", slug="pan", title="Pan de nuez", status="draft")], **ES))
    nothing = tree.css_first('section[aria-labelledby="due_"] .nothing')
    assert said(nothing) == "Nada para hoy. Lo siguiente, el 17 de diciembre: Prepara «Pan de nuez» (Blog)."
    assert nothing.css_first("a").attributes["href"] == "entries/2026-12-20-pan.html"
