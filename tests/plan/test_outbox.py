"""The outbox: the words of an entry for each of its channels, and the links that hold them."""

import re
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from small_plan import entry, plan_of

from valuegen.model.channel import BUILT_IN
from valuegen.plan.outbox import Outbox, form_of, waits
from valuegen.plan.outbox.links import with_words
from valuegen.plan.outbox.types import Words

ROSA = {"rosa": {"name": "Rosa Díaz", "segments": ["a"], "phone": "+57 300 000 0001", "email": "rosa@horno.example"}}
LONG = " ".join(f"palabra{number}" for number in range(130))


def sendings(row, **parts):
    """The sendings of one entry, by channel; `also`: other entries."""
    also = parts.pop("also", ())
    plan = plan_of([row, *also], contacts=parts.pop("contacts", ROSA), **parts)
    first = next(one for one in plan.occurrences if one.entry.slug == row.get("slug", "e1"))
    return {one.channel: one for one in Outbox(plan).parcel(first).sendings}


def words(channel, parts=None, **keys):
    row = entry("2026-12-10", slug="harina", title="La harina", channels=[channel], **keys)
    return sendings(row, **(parts or {}))[channel].words


def test_every_built_in_channel_has_a_form_and_words_in_it():
    for id, channel in BUILT_IN.items():
        made = words(id, text="Pesa **hoy** la harina.", ask="¿Cuánto?")
        form = form_of(channel)
        assert bool(made.text) or form in ("none", "page"), id
        assert ("*hoy*" in made.text) == (form == "whatsapp"), id
        assert "**" not in made.text, id
        assert ("¿Cuánto?" in made.text) == (form not in ("talk", "none")), id


def test_the_words_are_the_text_what_it_asks_and_who_speaks():
    assert words("whatsapp", text="Pesa *hoy*.", ask="¿Cuánto?").text == "Pesa _hoy_.\n\n¿Cuánto?\n\nIrene Vidal"
    assert words("email", text="Pesa *hoy*.", ask="¿Cuánto?").text == (
        "Pesa hoy.\n\n¿Cuánto?\n\nIrene Vidal\nTaller Levadura"
    )
    assert words("linkedin", text="Pesa *hoy*.", ask="¿Cuánto?").text == "Pesa hoy.\n\n¿Cuánto?"


def test_on_paper_addresses_are_written_out():
    text = "Lee [*esta* guía](https://a.example/?a=1&b=2) o <https://a.example/x>, [ahí](#x)."
    made = words("letter", text=text, ask=None)
    assert made.html.startswith(
        "<p>Lee <em>esta</em> guía (https://a.example/?a=1&amp;b=2) o https://a.example/x, ahí.</p>"
    )
    assert "<a " not in made.html


def test_notes_stand_below_the_signature():
    made = words("email", text="Pesa[^1] hoy.\n\n[^1]: Con la pequeña.", ask="¿Cuánto?")
    assert made.text.endswith("¿Cuánto?\n\nIrene Vidal\nTaller Levadura\n\n[1] Con la pequeña.")


def test_what_the_text_asks_itself_is_not_asked_twice():
    text = "Pesa hoy.\n\n¿Cuánto\n**te sale**?"
    assert words("whatsapp", text=text, ask="¿cuánto te sale?").text.count("te sale") == 1


def test_without_a_text_its_summary_and_its_question_are_the_words_and_without_any_there_are_none():
    assert words("sms", summary="Pesa.", ask="¿Cuánto?").text == "Pesa.\n\n¿Cuánto?\n\nIrene Vidal"
    for channel in ("whatsapp", "sms", "email", "linkedin", "letter", "podcast"):
        nothing = words(channel, ask=None)
        assert (nothing.text, nothing.html, nothing.page) == ("", "", ""), channel


def test_nobody_is_named_in_the_words():
    for channel in BUILT_IN:
        made = words(channel, text="Pesa.", contacts=["rosa"])
        assert not re.search("rosa|díaz", made.text + made.html + made.subject, re.IGNORECASE), channel


def test_an_email_has_a_subject_a_preview_a_text_and_html():
    made = words("email", text="Pesa [así](https://a.example/).", summary="Una semana basta.", ask=None)
    assert (made.subject, made.preview) == ("La harina", "Una semana basta.")
    assert made.text == "Pesa así <https://a.example/>.\n\nIrene Vidal\nTaller Levadura"
    assert "display:none" in made.html
    assert made.html.count("Una semana basta.") == 1
    assert 'name="robots"' in made.page
    assert "noindex" not in made.html
    begun = words("email", text="Pesa hoy mismo.", ask=None)
    assert begun.preview == "Pesa hoy mismo."
    assert "display:none" not in begun.html


def test_a_newsletter_says_how_to_leave_it():
    assert words("newsletter", text="Pesa.").text.endswith("basta con responder a este correo.")
    assert "dejar de recibir" not in words("email", text="Pesa.").text


def test_an_entry_with_a_page_is_told_in_short_where_its_text_is_too_long():
    row = entry(
        "2026-12-10", slug="harina", title="La harina", text=LONG, summary="Pésala.", channels=["blog", "whatsapp", "x"]
    )
    found = sendings(row)
    address = "https://levadura.example/harina/"
    assert found["whatsapp"].words.is_short
    assert found["whatsapp"].words.text == f"*La harina*\n\nPésala.\n\n¿Y la tuya?\n\n{address}\n\nIrene Vidal"
    assert found["x"].words.text == f"La harina\n\nPésala.\n\n¿Y la tuya?\n\n{address}"
    assert found["blog"].words.address == address
    alone = sendings(row | {"channels": ["whatsapp"]})["whatsapp"]
    assert not alone.words.is_short
    assert alone.words.text.startswith("palabra0")


def test_x_gets_what_fits_where_there_is_a_page():
    row = entry("2026-12-10", slug="harina", title="T" * 90, text="Pesa.", summary="s" * 250, channels=["blog", "x"])
    made = sendings(row)["x"]
    assert made.measure.length <= 280
    assert made.words.text == f"{'T' * 90}\n\n¿Y la tuya?\n\nhttps://levadura.example/harina/"
    over = sendings(row | {"channels": ["x"], "text": "p" * 300})["x"]
    assert over.measure.length > over.measure.limit == 280


def test_instagram_has_no_address_that_nobody_could_follow():
    row = entry("2026-12-10", slug="harina", text=LONG, summary="Pésala.", channels=["blog", "instagram"])
    made = sendings(row)["instagram"].words
    assert "https:" not in made.text
    assert made.address == "https://levadura.example/harina/"


def test_links_to_entries_lead_to_their_pages_or_are_only_words():
    text = "[a](entry:hecha) [b](entry:manana) [c](entry:nota) [d](entry:ninguna) [e](/carta.pdf) [f](#x) [g](otra.md)"
    also = [
        entry("2026-12-10", slug="hecha", text="Hola."),
        entry("2026-12-11", slug="manana", text="Hola."),
        entry("2026-12-02", slug="nota", text="Hola.", channels=["whatsapp"]),
        entry("2026-12-02", slug="vieja", text="Hola.", expires="2026-12-08"),
    ]
    made = sendings(
        entry("2026-12-10", slug="x", channels=["sms"], text=f"{text} [h](entry:vieja)", ask=None),
        also=also,
        statics={"carta.pdf": b""},
    )["sms"].words
    assert made.text.split("\n")[0] == (
        "a https://levadura.example/hecha/ b c d e https://levadura.example/carta.pdf f g h"
    )


def test_a_text_message_is_counted_and_typed_plainly():
    made = sendings(entry("2026-12-10", channels=["sms"], text="«Pesa» – hoy…", ask=None))["sms"]
    assert made.words.text == '"Pesa" - hoy...\n\nIrene Vidal'
    assert made.measure.sms is not None
    assert (made.measure.sms.encoding, made.measure.sms.messages) == ("GSM-7", 1)


def test_an_invitation_says_when():
    row = entry("2026-12-10T17:30", title="Tarde de masas", channels=["meetup"], ask="¿Qué traes?")
    assert sendings(row)["meetup"].words.text == (
        "Tarde de masas\n\njueves, 10 de diciembre de 2026, a las 17:30\n\n¿Qué traes?\n\nIrene Vidal"
    )


def test_a_call_has_a_card_with_what_they_need_and_what_was_noted():
    log = [
        {"date": f"2026-11-0{day}", "contact": "rosa", "what": "call", "by": "irene", "note": f"nota {day}"}
        for day in range(1, 6)
    ]
    needs = {
        "horno": {"heard": "2026-10-01", "from": "rosa", "needs": "Un horno que no queme"},
        "merma": {"heard": "2026-10-02", "from": "rosa", "needs": "Saber cuánto tira", "asked": "Un silo"},
        "otra": {"heard": "2026-10-02", "from": "rosa", "needs": "Ya no", "status": "dropped"},
        "ajena": {"heard": "2026-10-02", "needs": "De nadie"},
    }
    row = entry("2026-12-10", contacts=["rosa"], channels=["call"], answers=["merma"], text="Cuenta lo del silo.")
    made = sendings(row, log=log, needs=needs)["call"]
    (card,) = made.cards
    assert card.to.link == "tel:+573000000001"
    assert [need.id for need in card.needs] == ["merma", "horno"]
    assert [line.note for line in card.notes] == ["nota 5", "nota 4", "nota 3"]
    assert made.words.text == "Cuenta lo del silo."


# ---- what waits


@pytest.mark.parametrize(
    ("row", "is_there"),
    [
        ({"date": "2026-12-01"}, True),
        ({"date": "2026-12-10", "status": "draft"}, True),
        ({"date": "2027-09-10"}, True),
        ({"date": "2026-12-10", "status": "idea"}, False),
        ({"date": "2026-12-01", "status": "done"}, False),
        ({"date": None, "status": "draft"}, False),
        ({"date": "2026-11-20", "channels": ["whatsapp"]}, True),  # slipped
        ({"date": "2026-11-20", "text": "Hola."}, False),  # published
        ({"date": "2026-11-20", "text": "Hola.", "channels": ["blog", "sms"]}, True),
    ],
)
def test_what_waits_to_be_sent(row, is_there):
    plan = plan_of([{key: value for key, value in {**entry(None), **row}.items() if value is not None}])
    assert waits(plan, plan.occurrences[0]) == is_there
    assert [parcel.occurrence for parcel in Outbox(plan).parcels()] == list(plan.occurrences if is_there else [])


def test_of_a_repetition_only_what_lies_within_the_horizon():
    row = entry("2026-12-02", channels=["call"], repeat={"rule": "FREQ=WEEKLY;COUNT=40"})
    plan = plan_of([row], contacts=ROSA, reminders={"horizon": "30 days"})
    assert len(list(Outbox(plan).parcels())) == 5


def test_who_receives_what_is_far_ahead_is_not_worked_out_yet():
    row = entry("2027-09-10", channels=["whatsapp"], text="Hola.")
    made = sendings(row)["whatsapp"]
    assert made.to == ()
    assert str(made.from_day) == "2027-06-12"


# ---- links


def test_links_hold_the_words_to_the_letter():
    text = "Hola, ¿qué tal? 100 % & más #1 + 2\n\n«Sí» 👍"
    made = Words(text, subject="Harina & agua: 50 %")
    opened, is_whole = with_words("https://wa.me/573000000001", made)
    assert is_whole
    assert urlsplit(opened).path == "/573000000001"
    assert parse_qs(urlsplit(opened).query, strict_parsing=True) == {"text": [text]}
    opened, _ = with_words("sms:+573000000001", made)
    assert unquote(opened.removeprefix("sms:+573000000001?body=")) == text
    assert "+" not in opened.partition("?")[2]
    opened, is_whole = with_words("mailto:rosa@horno.example", made)
    assert is_whole
    head, _, body = opened.partition("&body=")
    assert unquote(head) == "mailto:rosa@horno.example?subject=Harina & agua: 50 %"
    assert unquote(body) == text.replace("\n", "\r\n")
    assert "&" not in body
    assert with_words("tel:+573000000001", made) == ("tel:+573000000001", False)


def test_a_long_email_has_only_its_beginning_in_the_link():
    text = "\n".join(f"Línea número {number} de ñandúes." for number in range(200))
    opened, is_whole = with_words("mailto:rosa@horno.example", Words(text, subject="Harina"))
    assert not is_whole
    assert 1_800 < len(opened) <= 2_000
    body = unquote(opened.partition("&body=")[2]).replace("\r\n", "\n")
    assert body.endswith("…")
    assert text.startswith(body.removesuffix("…"))


def test_what_no_browser_would_open_is_left_out_of_a_chat():
    assert with_words("https://wa.me/57300", Words("ñ" * 2_000)) == ("https://wa.me/57300", False)


def test_a_number_without_its_country_opens_no_chat():
    row = entry("2026-12-10", channels=["whatsapp"], text="Hola.")
    for phone, link in (("300 000 0001", ""), ("0057 300 000 0001", "https://wa.me/573000000001")):
        (to,) = sendings(row, contacts={"rosa": {"segments": ["a"], "phone": phone, "channel": "whatsapp"}})[
            "whatsapp"
        ].to
        assert to.link.partition("?")[0] == link


def test_who_has_had_it_already_and_who_has_no_address_are_counted_not_listed():
    contacts = {
        **ROSA,
        "leo": {"segments": ["a"], "channel": "email"},
        "eva": {"segments": ["a"], "email": "e@a.example"},
    }
    log = [{"date": "2026-11-30", "contact": "eva", "by": "irene", "what": "message", "entry": "harina"}]
    row = entry("2026-12-10", slug="harina", channels=["newsletter"], text="Hola.")
    made = sendings(row, contacts=contacts, log=log)["newsletter"]
    assert [to.relation.id for to in made.to] == ["rosa"]
    assert ([one.id for one in made.unreachable], made.told) == (["leo"], 1)


def test_an_own_channel_has_the_form_of_what_its_link_opens():
    sms = BUILT_IN["sms"]
    own = {"link": None, "id": "nuestro"}
    forms = {
        "https://wa.me/{phone}": "whatsapp", "mailto:{email}": "mail", "tel:{phone}": "talk", "sms:{phone}": "sms",
        "https://signal.me/#p/{phone}": "chat", None: "talk",
    }  # fmt: skip
    for link, form in forms.items():
        assert form_of(sms.model_copy(update={**own, "link": link})) == form
    assert form_of(sms.model_copy(update={**own, "reach": "group"})) == "gather"
    assert form_of(sms.model_copy(update={**own, "reach": "broadcast"})) == "post"
    assert form_of(replace_automated(sms)) == "none"


def replace_automated(channel):
    return channel.model_copy(update={"automated": True})
