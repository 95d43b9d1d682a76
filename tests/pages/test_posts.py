"""The page of a post: who is answered and how, what to read next, what goes with it."""

import pytest
from selectolax.lexbor import LexborHTMLParser
from shown import html, links, shown, text, wider_plan
from small_plan import entry

PEOPLE = {
    "irene": {"name": "Irene Vidal", "email": "irene+ventas@levadura.example", "phone": "+57 300 000 0000"},
    "tomas": {"name": "Tomás de la Fuente Rey", "phone": "300 111 2222"},
}


def post(day, slug, **keys):
    return entry(day, **{"slug": slug, "title": f"Título de {slug}", "text": f"Texto de {slug}.", **keys})


def test_the_question_is_answered_to_a_person_with_the_subject_filled_in() -> None:
    plan = wider_plan(
        post("2026-11-20", "harina", title="¿Harina & agua?", ask="¿Cuánta tiraste?", reply_to="irene"), people=PEOPLE
    )
    site = shown(plan)
    card = html(site, "harina/index.html").css_first(".postcard")
    assert card.css_first("h2").text() == "¿Cuánta tiraste?"
    assert [link.attributes["href"] for link in card.css(".ways a")] == [
        "mailto:irene%2Bventas@levadura.example?subject=Sobre%20%C2%AB%C2%BFHarina%20%26%20agua%3F%C2%BB",
        "https://wa.me/573000000000?text=Sobre%20%C2%AB%C2%BFHarina%20%26%20agua%3F%C2%BB",
    ]
    assert card.css_first(".monogram").text() == "IV"


def test_a_phone_without_its_country_is_called_not_written_to() -> None:
    site = shown(wider_plan(post("2026-11-20", "harina", reply_to="tomas"), people=PEOPLE))
    assert links(site, "harina/index.html", ".ways a") == ["tel:3001112222"]
    assert "Al teléfono contesta Tomás de la Fuente Rey." in text(site, "harina/index.html", ".postcard")
    assert text(site, "harina/index.html", ".monogram") == "TR"


def test_neighbours_and_related_posts_are_of_the_same_segment() -> None:
    plan = wider_plan(
        post("2026-11-01", "uno", topics=["merma"]),
        post("2026-11-02", "ajena", segments=["b"], topics=["merma"]),
        post("2026-11-03", "dos"),
        post("2026-11-04", "tres", topics=["merma"]),
        post("2026-11-05", "cuatro", topics=["merma", "turnos"]),
        post("2026-11-06", "oferta", kind="pitch", topics=["merma"]),
        segments={"a": {}, "b": {}},
    )
    site = shown(plan)
    assert links(site, "tres/index.html", ".neighbours a") == ["../dos/index.html", "../cuatro/index.html"]
    assert links(site, "tres/index.html", ".further .title a") == ["../uno/index.html"]
    assert links(site, "ajena/index.html", ".neighbours a") == []


def test_what_shares_most_is_most_related() -> None:
    plan = wider_plan(
        post("2026-11-01", "lejos", topics=["x", "y"]),
        post("2026-11-02", "medio", topics=["y"]),
        post("2026-11-03", "vecina", topics=["x", "y"]),
        post("2026-11-04", "esta", topics=["x", "y"]),
    )
    assert links(shown(plan), "esta/index.html", ".further .title a") == ["../lejos/index.html", "../medio/index.html"]


def test_needs_tie_posts_together_and_are_not_told() -> None:
    plan = wider_plan(
        post("2026-11-01", "uno", answers=["merma-de-rosa"]),
        post("2026-11-02", "dos"),
        post("2026-11-03", "tres", answers=["merma-de-rosa"]),
        needs=[{"id": "merma-de-rosa", "heard": "2026-10-01", "needs": "Tirar menos harina."}],
    )
    site = shown(plan)
    assert links(site, "tres/index.html", ".further .title a") == ["../uno/index.html"]
    assert not any(b"merma-de-rosa" in data or b"Tirar menos" in data for data in site.values())


def test_read_next_holds_pages_that_are_there_and_other_sites() -> None:
    plan = wider_plan(
        post("2026-11-01", "uno"),
        post("2026-11-20", "dos", read_next=["uno", "futura", "https://www.pan.example/libro/"]),
        post("2026-12-20", "futura"),
    )
    site = shown(plan)
    assert links(site, "dos/index.html", ".further li a") == ["../uno/index.html", "https://www.pan.example/libro/"]
    assert "pan.example/libro" in text(site, "dos/index.html", ".further")


def test_links_in_a_body_work_from_its_folder() -> None:
    plan = wider_plan(
        post("2026-11-01", "uno"),
        post(
            "2026-11-20",
            "dos",
            text="[a](entry:uno#parte) [b](/para/a/) [c](img/x.svg?v=1) [d](#aqui) [e](https://x.example/?a=1&b=2) "
            "[f](entry:futura) [g](/uno)\n\n# Aquí\n",
        ),
        post("2026-12-20", "futura"),
        statics={"img/x.svg": b"<svg/>"},
    )
    assert links(shown(plan), "dos/index.html", ".body a") == [
        "../uno/index.html#parte",
        "../para/a/index.html",
        "../img/x.svg?v=1",
        "#aqui",
        "https://x.example/?a=1&b=2",
        "../para/a/index.html",
        "../uno/index.html",
    ]


def test_no_link_leads_out_of_the_public_site() -> None:
    body = (
        "[a](../../planner/index.html) [b](/../planner/) [c](..%2f..%2fcontent/private/log.yaml) [d](x/../../../y.pdf)"
    )
    site = shown(wider_plan(post("2026-11-20", "uno", text=body)))
    assert links(site, "uno/index.html", ".body a") == [
        "../planner/index.html",
        "../planner/index.html",
        "../content/private/log.yaml",
        "../y.pdf",
    ]


def test_a_summary_stands_under_the_title_and_an_excerpt_does_not() -> None:
    plan = wider_plan(post("2026-11-01", "uno", summary="Tres números."), post("2026-11-02", "dos"))
    site = shown(plan)
    assert text(site, "uno/index.html", ".standfirst") == "Tres números."
    assert not html(site, "dos/index.html").css(".standfirst")
    assert html(site, "dos/index.html").css_first("meta[name=description]").attributes["content"] == "Texto de dos."


def test_nothing_in_a_text_can_end_the_structured_data() -> None:
    title = "</script><script>alert(1)</script> & \u2028"
    site = shown(wider_plan(post("2026-11-01", "uno", title=title, summary="<!--<script>")))
    page = LexborHTMLParser(site["uno/index.html"].decode())
    assert [node.attributes.get("type") for node in page.css("script")] == ["application/ld+json"]


def test_an_offer_is_called_one() -> None:
    site = shown(wider_plan(post("2026-11-01", "uno", kind="pitch")))
    assert text(site, "uno/index.html", ".label.pitch") == "Es una oferta"
    assert text(site, "index.html", ".label.pitch") == "Es una oferta"


def test_a_site_of_one_post_is_whole() -> None:
    site = shown(wider_plan(post("2026-11-20", "uno", topics=["merma"], question="¿Cuánta?")))
    assert links(site, "uno/index.html", ".neighbours a, .further a") == []
    assert "1 entrada" in text(site, "personas/irene/index.html", ".meta")
    assert links(site, "index.html", "article a") == ["uno/index.html"]
    assert html(site, "index.html").css_first(".newest, .more") is None
    assert links(site, "archivo/index.html", "main a") == ["../archivo/2026/index.html"]
    assert text(site, "archivo/index.html", ".standfirst") == "1 entrada, año por año."
    assert links(site, "404.html", ".segments a") == ["/para/a/index.html"]


def test_who_speaks_is_the_owner_of_the_first_segment_where_nobody_is_named_or_the_name_is_unknown() -> None:
    segments = {"a": {"owner": "tomas"}}
    plan = wider_plan(
        post("2026-11-19", "uno"), post("2026-11-20", "dos", author="otra"), people=PEOPLE, segments=segments
    )
    site = shown(plan)
    for slug in ("uno", "dos"):
        assert links(site, f"{slug}/index.html", ".byline a") == ["../personas/tomas/index.html"]
        assert text(site, f"{slug}/index.html", ".postcard .to") == "Tomás de la Fuente Rey"


def test_who_answers_without_having_written_has_no_page_and_no_link_to_one() -> None:
    site = shown(wider_plan(post("2026-11-20", "uno", author="irene", reply_to="tomas"), people=PEOPLE))
    assert text(site, "uno/index.html", ".postcard .to") == "Tomás de la Fuente Rey"
    assert links(site, "uno/index.html", ".postcard .to a") == []
    assert "personas/tomas/index.html" not in site


def test_whoever_has_no_address_at_all_is_named_and_no_more() -> None:
    site = shown(wider_plan(post("2026-11-20", "uno"), people={"ana": {"name": "Ana"}}))
    assert text(site, "uno/index.html", ".postcard .to") == "Ana"
    assert "contesta" not in text(site, "uno/index.html", ".postcard")
    assert links(site, "uno/index.html", ".ways a") == []
    assert html(site, "uno/index.html").css_first(".ways") is None


def test_accents_signs_and_lines_come_whole_through_the_links_to_a_person() -> None:
    from urllib.parse import parse_qs, urlsplit

    title = "¿Año ñandú? 100 % «sí» & más + #1; a=b?c 🥖"
    site = shown(wider_plan(post("2026-11-20", "uno", title=title), people=PEOPLE))
    mail, whatsapp = links(site, "uno/index.html", ".ways a")
    assert parse_qs(urlsplit(mail).query)["subject"] == [f"Sobre «{title}»"]
    assert parse_qs(urlsplit(whatsapp).query)["text"] == [f"Sobre «{title}»"]
    assert mail.isascii()
    assert whatsapp.isascii()
    assert "+" not in urlsplit(mail).query, "a plus is a plus in mailto, never a space (RFC 6068)"


def test_a_post_is_not_recommended_twice_nor_by_itself() -> None:
    plan = wider_plan(
        post("2026-11-01", "uno", topics=["x"]),
        post("2026-11-02", "dos", topics=["x"]),
        post("2026-11-03", "tres"),
        post("2026-11-04", "cuatro", topics=["x"], read_next=["uno", "cuatro", "uno"]),
    )
    site = shown(plan)
    assert links(site, "cuatro/index.html", ".further li a") == ["../uno/index.html"]
    assert links(site, "cuatro/index.html", ".further .title a") == ["../dos/index.html"]


def test_it_says_how_long_it_takes_to_read_in_words_of_the_language() -> None:
    rows = [post("2026-11-01", "corta"), post("2026-11-02", "larga", text="palabra " * 700)]
    for language, corta, larga in (
        ("es", "1 minuto de lectura", "minutos de lectura"),
        ("en", "1 minute to read", "minutes to read"),
    ):
        site = shown(wider_plan(*rows, site={"language": language}))
        assert corta in text(site, "corta/index.html", ".meta")
        assert larga in text(site, "larga/index.html", ".meta")


@pytest.mark.parametrize(
    ("phone", "link"),
    [
        ("+57 (300) 000-0000", "https://wa.me/573000000000"),
        ("0044 (0)20 7946 0000", "https://wa.me/442079460000"),
        ("+44 ( 0 ) 20.7946.0000", "https://wa.me/442079460000"),
        ("020 7946 0000", "tel:02079460000"),
        ("300-000", "tel:300000"),
    ],
)
def test_a_number_is_dialled_as_from_anywhere(phone: str, link: str) -> None:
    site = shown(wider_plan(post("2026-11-20", "uno"), people={"ana": {"name": "Ana", "phone": phone}}))
    assert [href.split("?")[0] for href in links(site, "uno/index.html", ".ways a")] == [link]
