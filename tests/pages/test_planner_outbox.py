"""The pages of the outbox: words to copy, people with their links, cards and sheets, tables, emails as seen."""

import csv
import io
import re
from collections.abc import Mapping
from html import escape
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser
from shown import THEME, example
from small_plan import entry, plan_of, policy

from valuegen.pages.judged import Judged
from valuegen.pages.planner.frame import Desk, planner_site
from valuegen.pages.planner.outbox import outbox_pages
from valuegen.plan.types import Plan
from valuegen.render.html import Renderer

CONTACTS: dict[str, Any] = {
    "rosa": {"name": "Rosa Díaz", "segments": ["a"], "phone": "+57 300 000 0001", "email": "rosa@horno.example"},
    "leo": {"name": "=HYPERLINK(1)", "segments": ["a"], "phone": "+57 300 000 0002", "email": "-leo@horno.example"},
    "eva": {"name": "Eva Ruz", "segments": ["a"], "email": "eva@horno.example", "opted_out": "true"},
    "ana": {"name": "Ana Gil", "segments": ["a"], "email": "ana@horno.example", "phone": "+57 1", "status": "gone"},
    "ivo": {"name": "Ivo Paz", "segments": ["a"], "email": "ivo@horno.example", "not_by": ["newsletter", "whatsapp"]},
    "luz": {"name": "Luz Mar", "segments": ["a"], "email": "luz@horno.example", "phone": "+57 2", "no_pitches": "true"},
}
CHANNELS = (
    "whatsapp",
    "email",
    "newsletter",
    "sms",
    "call",
    "card",
    "letter",
    "flyer",
    "meetup",
    "linkedin",
    "youtube",
)


def files_of(plan: Plan) -> dict[str, bytes]:
    """Every file of the outbox, by its path in `planner/outbox/`."""
    judged = Judged(plan, policy(plan), (), {}, ())
    language = plan.workspace.settings.site.language
    desk = Desk(judged, planner_site(judged, THEME))
    renderer = Renderer(THEME, language)
    return {page.address.removeprefix("planner/outbox/"): renderer.render(page) for page in outbox_pages(desk)}


def made(channel: str, parts: Mapping[str, Any] | None = None, **keys: Any) -> dict[str, bytes]:
    row = entry(
        "2026-12-10", slug="harina", title="La <harina>", channels=[channel], **{"text": "Pesa **hoy**.", **keys}
    )
    return files_of(plan_of([row], contacts=CONTACTS, **(parts or {})))


def page(files: Mapping[str, bytes], name: str = "2026-12-10-harina.html") -> LexborHTMLParser:
    return LexborHTMLParser(files[name].decode())


def said(tree: LexborHTMLParser, selector: str = "main") -> str:
    found = tree.css_first(selector)
    return " ".join(found.text().split()) if found else ""


def rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


@pytest.mark.parametrize("channel", CHANNELS)
def test_the_words_stand_there_to_be_selected_and_the_page_is_sound(channel: str) -> None:
    tree = page(made(channel))
    ids = [node.attributes["id"] for node in tree.css("[id]")]
    assert len(ids) == len(set(ids))
    assert f"send-{channel}" in ids
    for button in tree.css("button"):
        assert "hidden" in button.attributes  # it does nothing without the script that shows it
        source = button.attributes.get("data-copy")
        assert source is None or source in ids
        with_it = button.attributes.get("data-with")
        assert with_it is None or with_it in ids
    for node in tree.css("[aria-labelledby], [aria-describedby]"):
        named = node.attributes.get("aria-labelledby") or node.attributes.get("aria-describedby")
        assert named in ids
    assert not tree.css("[style], style, form, script:not([src])")
    assert "Pesa" in said(tree)


def test_each_chat_opens_with_the_words_in_it() -> None:
    tree = page(made("whatsapp"))
    links = [node.attributes["href"] or "" for node in tree.css(".people a.act")]
    assert [urlsplit(link).path for link in links] == ["/573000000001", "/573000000002", "/572"]
    words = tree.css_first("#words-whatsapp").text()
    assert words == "Pesa *hoy*.\n\n¿Y la tuya?\n\nIrene Vidal"
    for link in links:
        assert parse_qs(urlsplit(link).query) == {"text": [words]}
    assert next(node.attributes["href"] for node in tree.css(".people a.to")) == "../contacts/rosa.html"


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("kind", ["industry", "pitch"])
def test_nobody_who_asked_not_to_be_is_in_any_file(channel: str, kind: str) -> None:
    files = made(channel, kind=kind)
    unwelcome = ["Eva Ruz", "eva@", "Ana Gil", "ana@"]
    unwelcome += ["Ivo Paz", "ivo@"] if channel in ("newsletter", "whatsapp") else []
    unwelcome += ["Luz Mar", "luz@", "/572?", "tel:+572", "sms:+572"] if kind == "pitch" else []
    for name, data in files.items():
        text = data.decode("utf-8-sig")
        assert not [one for one in unwelcome if one in text], name
    if channel not in ("flyer", "linkedin", "youtube"):
        assert "Rosa Díaz" in said(page(files))


def test_the_recipients_of_a_newsletter_are_a_table_without_formulas() -> None:
    files = made("newsletter")
    assert rows(files["2026-12-10-harina.newsletter.csv"]) == [
        ["name", "email", "segment"],
        ["Rosa Díaz", "rosa@horno.example", "A"],
        ["'=HYPERLINK(1)", "'-leo@horno.example", "A"],
        ["Luz Mar", "luz@horno.example", "A"],
    ]
    assert "2026-12-10-harina.newsletter.csv" in "".join(node.attributes["href"] or "" for node in page(files).css("a"))


def test_an_email_can_be_copied_with_its_looks_and_looked_at() -> None:
    files = made("newsletter", summary="Una semana.")
    tree = page(files)
    source = tree.css_first("#send-newsletter-html").text()
    mail = LexborHTMLParser(source)
    assert mail.css_first("strong").text() == "hoy"
    assert not mail.css("[class], [id], style, script, img, link")
    assert tree.css_first("#words-newsletter-subject").text() == "La <harina>"
    assert tree.css_first("#words-newsletter-preview").text() == "Una semana."
    seen = page(files, "mail/2026-12-10-harina.newsletter.html")
    assert "noindex" in (seen.css_first('meta[name="robots"]').attributes["content"] or "")
    assert said(seen, "h1") == "La <harina>"
    assert escape("La <harina>") in source


def test_a_text_message_says_how_many_it_becomes() -> None:
    text = said(page(made("sms", text="á" * 80, ask=None)))
    assert "2 SMS" in text
    assert "Por á va de 70 en 70 caracteres, en vez de 160." in text
    assert "1 SMS" in said(page(made("sms", text="Hola, ¿qué tal va?", ask=None)))


def test_what_is_too_long_is_said_and_what_is_seen_of_it() -> None:
    text = said(page(made("linkedin", text="palabra " * 400)))
    assert "Es más largo de lo que este canal aguanta" in text
    assert "Sobran 212 caracteres: no cabe." in text
    assert re.search(r"Antes de «más» se lee: palabra palabra .{100,200}…", text)


def test_calls_have_a_card_each_with_what_they_told_you() -> None:
    needs = {"merma": {"heard": "2026-10-02", "from": "rosa", "needs": "Saber cuánto tira", "asked": "Un silo"}}
    log = [{"date": "2026-11-03", "contact": "rosa", "what": "call", "by": "irene", "note": "Le sobra <pan>"}]
    tree = page(made("call", {"needs": needs, "log": log}, answers=["merma"], text=None))
    card = " ".join(tree.css(".card")[0].text().split())
    for part in ("Rosa Díaz", "+57 300 000 0001", "Llamar", "Saber cuánto tira", "esto le responde",
                 "Lo pidió el 2 oct: «Un silo»", "3 nov Le sobra <pan>", "¿Y la tuya?"):  # fmt: skip
        assert part in card, part
    assert len(tree.css(".card")) == 4
    assert tree.css_first("main.prints") is not None


def test_letters_and_cards_are_sheets_to_print_one_for_all() -> None:
    for channel in ("letter", "card", "flyer"):
        tree = page(made(channel))
        assert said(tree, f".sheet.is-{channel} .paper").startswith("Pesa hoy.")
        assert tree.css_first("main.prints") is not None
    assert "4 ejemplares" in said(page(made("card")))


def test_a_draft_and_what_has_slipped_say_so() -> None:
    assert "Todavía no se envía: está marcada como «borrador»." in said(page(made("sms", status="draft")))
    late = plan_of([entry("2026-11-20", slug="harina", channels=["sms"], text="Hola.")], contacts=CONTACTS)
    assert "Estaba prevista para el 20 de noviembre de 2026. ¿Sigue valiendo?" in said(
        page(files_of(late), "2026-11-20-harina.html")
    )


def test_what_has_no_words_yet_says_what_to_write() -> None:
    tree = page(made("whatsapp", text=None, ask=None))
    assert "Todavía no tiene palabras: escribe su `text`, o al menos su `ask`." in said(tree)
    assert not tree.css("pre")
    assert "?" not in "".join(node.attributes["href"] or "" for node in tree.css(".people a.act"))


def test_a_letter_without_a_text_says_so_and_a_chat_may_be_a_question_alone() -> None:
    bare = "Todavía no tiene texto: estas palabras son solo su resumen y su pregunta."
    for channel in ("email", "newsletter", "letter"):
        assert bare in said(page(made(channel, text=None, ask="¿Cuánto?"))), channel
        assert bare not in said(page(made(channel, ask="¿Cuánto?"))), channel
    assert bare not in said(page(made("whatsapp", text=None, ask="¿Cuánto?")))


def test_it_speaks_english_too() -> None:
    text = said(page(made("newsletter", {"site": {"language": "en"}})))
    for part in ("To send: La <harina>", "Copy with its looks", "3 recipients", "it is enough to answer this email"):
        assert part in text


def test_who_is_in_a_pause_is_named_below_the_list_without_a_link() -> None:
    people: dict[str, dict[str, Any]] = {
        name: {"name": name.title(), "segments": ["a"], "phone": f"+57 300 000 000{n}", "channel": "whatsapp"}
        for n, name in enumerate(("rosa", "eva"))
    }
    people["eva"]["pauses"] = [{"from": "2026-12-01", "to": "2026-12-20"}]
    row = entry("2026-12-10", slug="harina", channels=["whatsapp"], text="Hola.")
    tree = page(files_of(plan_of([row], contacts=people)))
    assert "En pausa ese día: Eva." in said(tree)
    assert [node.text(strip=True) for node in tree.css(".people li > a:first-child")] == ["Rosa"]


def test_a_page_stays_small_however_many_receive_it() -> None:
    people = {
        f"c{n}": {"name": f"Cliente {n}", "segments": ["a"], "phone": f"+57 3{n:09}", "channel": "whatsapp"}
        for n in range(3_000)
    }
    row = entry("2026-12-10", slug="harina", channels=["whatsapp"], text="Pesa la harina. " * 60)
    files = files_of(plan_of([row], contacts=people))
    assert len(files["2026-12-10-harina.html"]) < 300_000
    table = rows(files["2026-12-10-harina.whatsapp.csv"])
    assert len(table) == 3_001
    assert table[0] == ["name", "link", "segment"]
    assert "Y 2850 más, en la tabla." in said(page(files)).replace(".850", "850")


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_example_has_a_page_for_all_that_waits_and_nobody_in_it_twice(language: str) -> None:
    plan, _ = example(language)
    files = files_of(plan)
    pages = [name for name in files if name.endswith(".html") and "/" not in name]
    assert len(pages) > 30
    for name in pages:
        tree = page(files, name)
        for section in tree.css("section.sending"):
            people = [node.attributes["href"] for node in section.css(".people a.to, .card h3 a")]
            assert len(people) == len(set(people)), name
        assert len(files[name]) < 60_000, name
