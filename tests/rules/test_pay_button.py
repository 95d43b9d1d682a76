"""`pay-button`, sentence by sentence of 3-rules.md. `as_of` is 2026-12-01."""

from typing import Any

import pytest
from small_plan import entry, found, plan_of, told

RULE = "pay-button"
PAY = "Seis tardes. [Apúntate](https://pagos.example/curso)."
PRODUCTS = [{"id": "curso", "name": "Curso"}, {"id": "libro", "name": "Libro", "type": "goods"}]


def offer(text: str = PAY, **values: Any) -> dict[str, Any]:
    """An offer that asks nothing itself."""
    return entry("2026-12-05", **{"kind": "pitch", "ask": None, "text": text, **values})


def is_told(text: str = PAY, segments: dict[str, Any] | None = None, **values: Any) -> bool:
    row = offer(text, **values)
    return bool(found(plan_of([row], segments=segments, products=PRODUCTS), RULE))


def test_a_checkout_alone_is_told_of() -> None:
    plan = plan_of([offer(slug="x")])
    (finding,) = found(plan, RULE)
    assert (finding.level, finding.entry, finding.data) == ("warning", "2026-12-05-x", {"links": ["pagos.example"]})
    assert told(finding) == (
        "This offer leads only to a web page (pagos.example): there is nobody to talk to. "
        "Write an `ask`, or say in the text who to write to, call or meet."
    )


def test_it_is_about_services() -> None:
    assert is_told(product="curso")
    assert is_told()
    assert not is_told(product="libro")


def test_only_offers_that_are_planned() -> None:
    assert not is_told(kind="reference")
    assert not is_told(status="idea")


def test_without_a_link_there_is_no_button() -> None:
    assert not is_told("Seis tardes con tus cuentas.")
    assert not is_told("Seis tardes: [míralo](/curso/) o [aquí](https://levadura.example/curso/).")
    assert not is_told("Seis tardes. ![Foto](img/foto.jpg)")
    assert is_told("Seis tardes: [míralo](/curso/). " + PAY)


def test_who_asks_can_be_answered() -> None:
    assert not is_told(ask="¿Qué cuenta no te sale?")


@pytest.mark.parametrize("channel", ["whatsapp", "call", "visit", "email", "event", "meetup"])
def test_a_channel_with_a_person_at_its_end_is_a_way_to_talk(channel: str) -> None:
    assert not is_told(channels=[channel])
    assert not is_told(channels=["newsletter", channel])


@pytest.mark.parametrize("channel", ["newsletter", "instagram", "blog", "flyer", "autoresponder"])
def test_a_broadcast_is_none(channel: str) -> None:
    assert is_told(channels=[channel])


@pytest.mark.parametrize(
    "way",
    [
        "[Escríbeme](mailto:irene@levadura.example)",
        "[Llámame](tel:+573000000000)",
        "[WhatsApp](https://wa.me/573000000000)",
        "[WhatsApp](https://api.whatsapp.com/send?phone=573000000000)",
        "[Telegram](https://t.me/irene)",
        "[Cita](https://calendly.com/irene/30min)",
        "[Vídeo](https://us02zoom.zoom.us/j/1)",
        "[El horno](https://www.google.com/maps/place/Horno)",
        "[El horno](https://maps.app.goo.gl/abc)",
        "Escribe a irene@levadura.example.",
        "Llama al 300 000 0000.",
        "Llama al +34 600 00 00 01 por la tarde.",
        "Llama al (601) 555-1234-0.",
    ],
)
def test_a_way_to_a_person_is_enough(way: str) -> None:
    assert not is_told(f"{PAY} {way}")


@pytest.mark.parametrize(
    "no_way",
    [
        "Cuesta 1.200.000 COP.",
        "Empieza el 2026-12-10 18.30.",
        "[Mapa del sitio](https://www.google.com/search?q=horno)",
        "[Otra](https://notwa.me/x)",
        "Síguenos en @levadura.",
        "Código `irene@levadura.example`.",
    ],
)
def test_what_is_none_is_none(no_way: str) -> None:
    assert is_told(f"{PAY} {no_way}")


def test_the_meeting_of_a_segment_is_a_way() -> None:
    meet = {"meet": {"text": "Un café", "link": "https://citas.levadura.example/irene"}}
    text = f"{PAY} [Un café](https://citas.levadura.example/irene)."
    assert not is_told(text, segments={"a": meet})
    assert is_told(text)


def test_history_silences_profiles() -> None:
    past = offer(date="2026-11-20", status="done")
    (finding,) = found(plan_of([past]), RULE)
    assert (finding.level, finding.mend) == ("note", None)
    assert not is_told(allow={RULE: "es una rifa"})
    assert not found(plan_of([offer()], profile="gentle"), RULE)
