"""The hub of a segment: the place where they look things up."""

from shown import html, links, shown, text, wider_plan
from small_plan import entry


def post(day, slug, **keys):
    return entry(day, **{"slug": slug, "title": f"Título de {slug}", "text": f"Texto de {slug}.", **keys})


BAKERS = {
    "name": "Panaderías",
    "about": "Hornos familiares.\n\nDe 2 a 8 personas.\n",
    "area": "A diez cuadras del mercado",
    "cares_about": ["merma", "turnos"],
    "meet": {"text": "Un café en tu horno", "by": "irene", "hours": "jueves, 8–10", "link": "https://citas.example/i"},
}


def test_it_says_who_it_is_for_and_invites_to_meet_a_person() -> None:
    site = shown(wider_plan(post("2026-11-01", "uno", topics=["Merma"]), segments={"a": BAKERS}))
    hub = "para/a/index.html"
    assert text(site, hub, "h1") == "Panaderías"
    assert [node.text() for node in html(site, hub).css(".standfirst")] == ["Hornos familiares.", "De 2 a 8 personas."]
    assert "A diez cuadras del mercado" in text(site, hub, ".area")
    assert links(site, hub, ".margin .topics a") == ["../../temas/merma/index.html"]
    assert text(site, hub, ".postcard .message").startswith("Un café en tu horno jueves, 8–10")
    assert links(site, hub, ".postcard .button") == ["https://citas.example/i"]
    assert "subject=Un%20caf%C3%A9%20en%20tu%20horno" in links(site, hub, ".postcard .ways a")[0]
    feeds = [node.attributes["href"] for node in html(site, hub).css('link[type="application/atom+xml"]')]
    assert feeds == ["../../feed.xml", "../../para/a/feed.xml"]


def test_reference_posts_come_first_then_the_newest() -> None:
    plan = wider_plan(
        post("2026-11-01", "vieja", kind="reference"),
        post("2026-11-02", "media"),
        post("2026-11-03", "otra", kind="reference"),
        post("2026-11-04", "nueva"),
    )
    found = links(shown(plan), "para/a/index.html", "article .title a")
    assert [link.split("/")[-2] for link in found] == ["otra", "vieja", "nueva", "media"]


def test_questions_answered_are_those_of_posts_and_quotable_ones_of_clients() -> None:
    plan = wider_plan(
        post("2026-11-01", "uno", question="¿Cuánta harina es normal tirar?", answers=["una"]),
        post("2026-11-02", "dos", answers=["dos", "callada"]),
        needs=[
            {"id": "una", "heard": "2026-10-01", "needs": "N1 privada", "asked": "A1", "quotable": "true"},
            {"id": "dos", "heard": "2026-10-01", "needs": "N2 privada", "asked": "Un curso.", "quotable": "true"},
            {"id": "callada", "heard": "2026-10-01", "needs": "N3 privada", "asked": "A3 privada"},
        ],
    )
    site = shown(plan)
    asked = [" ".join(node.text().split()) for node in html(site, "para/a/index.html").css(".questions li")]
    assert asked == ["¿Cuánta harina es normal tirar?", "Un curso. tal como nos lo preguntaron"]
    assert not any(b"privada" in data for data in site.values())


def test_testimonials_name_only_who_agreed_to_it() -> None:
    plan = wider_plan(
        contacts={
            "rosa": {"name": "Rosa Díaz", "segments": "a", "named": "true"},
            "luis": {"name": "Luis Paz", "segments": "a"},
            "otra": {"name": "Otra Persona", "segments": "b", "named": "true"},
        },
        log=[
            {"date": "2026-10-01", "contact": "rosa", "what": "testimonial", "quote": "Uno", "may_publish": "true"},
            {"date": "2026-11-01", "contact": "luis", "what": "testimonial", "quote": "Dos", "may_publish": "true"},
            {"date": "2026-11-02", "contact": "luis", "what": "testimonial", "quote": "Secreto"},
            {"date": "2026-11-03", "contact": "otra", "what": "testimonial", "quote": "Ajeno", "may_publish": "true"},
        ],
        segments={"a": {"name": "Panaderías"}, "b": {}},
    )
    site = shown(plan)
    quotes = [" ".join(node.text().split()) for node in html(site, "para/a/index.html").css(".testimonials figure")]
    assert quotes == ["Dos Alguien de «Panaderías»", "Uno Rosa Díaz"]
    everything = b"".join(site.values())
    assert b"Luis" not in everything
    assert b"Secreto" not in everything


def test_a_long_list_goes_on_over_light_pages_and_loses_none() -> None:
    days = [f"2026-{month:02}-{day:02}" for month in range(1, 5) for day in range(1, 26)]
    posts = [
        post(day, f"e{number}", question=f"¿Pregunta {number}?", summary="Palabras. " * 30, topics=["merma"])
        for number, day in enumerate(days)
    ]
    site = shown(wider_plan(*posts))
    seen: list[str] = []
    file = "para/a/index.html"
    while file:
        page = html(site, file)
        seen += [node.attributes["href"].split("/")[-2] for node in page.css("article .title a")]
        assert len(page.css(".questions li")) == len(page.css("article .title a"))
        after = page.css_first('.leaves a[rel="next"]')
        file = after.attributes["href"].replace("../", "") if after else ""
    assert seen == [f"e{number}" for number in reversed(range(100))]
    assert {"temas/merma/2/index.html", "personas/irene/3/index.html"} <= set(site)
    assert max(len(data) for name, data in site.items() if name.endswith(".html")) < 60_000
    assert "Hornos" not in text(site, "para/a/2/index.html")


def test_a_segment_without_posts_has_a_hub_all_the_same() -> None:
    site = shown(wider_plan())
    assert "Aquí todavía no hay nada publicado." in text(site, "para/a/index.html")
    assert "Todavía no hay nada publicado." in text(site, "index.html")
    assert links(site, "index.html", ".menu a") == ["para-quien/index.html"]


def test_without_an_invitation_who_has_the_relation_is_there_if_they_can_be_written_to() -> None:
    people = {"irene": {"name": "Irene Vidal", "email": "irene@levadura.example"}, "ana": {"name": "Ana"}}
    segments = {"a": {"name": "Cafés", "owner": "irene"}, "b": {"owner": "ana"}, "c": {}}
    site = shown(wider_plan(people=people, segments=segments))
    assert text(site, "para/a/index.html", ".postcard h2") == "¿Algo que añadir o que preguntar?"
    assert links(site, "para/a/index.html", ".postcard a") == [
        "mailto:irene@levadura.example?subject=Sobre%20%C2%ABCaf%C3%A9s%C2%BB"
    ]
    assert html(site, "para/b/index.html").css_first(".postcard") is None
    assert "Irene Vidal" in text(site, "para/c/index.html", ".postcard")


def test_an_expired_post_leaves_every_list_and_feed() -> None:
    plan = wider_plan(
        post("2026-11-01", "queda", topics=["merma"]),
        post("2026-11-02", "caduca", topics=["merma", "sola"], expires="2026-12-01", question="¿Caduca?"),
    )
    site = shown(plan)
    assert not [name for name, data in site.items() if b"caduca" in data.lower() or "caduca" in name]
    assert "temas/sola/index.html" not in site
    assert "1 entrada" in text(site, "temas/merma/index.html")


def test_a_post_for_several_segments_is_on_the_hub_of_each_and_in_its_feed() -> None:
    segments = {"a": {"name": "Aes"}, "b": {"name": "Bes"}, "c": {}}
    plan = wider_plan(
        post("2026-11-01", "uno", segments=["b"]), post("2026-11-02", "dos", segments=["a", "b"]), segments=segments
    )
    site = shown(plan)
    for id, expected in (("a", ["dos"]), ("b", ["dos", "uno"]), ("c", [])):
        listed = [link.split("/")[-2] for link in links(site, f"para/{id}/index.html", "article .title a")]
        assert listed == expected
        assert (b"/dos/" in site[f"para/{id}/feed.xml"]) is ("dos" in expected)
    assert text(site, "dos/index.html", ".kicker") == "Para: Aes, Bes"
    # It is read along its first segment, where it is alone: those before and after it are never of another.
    assert links(site, "dos/index.html", ".neighbours a") == []


def test_a_line_over_the_neighbours_says_which_segment_they_are_of_where_there_are_several() -> None:
    segments = {"a": {"name": "Aes"}, "b": {"name": "Bes"}}
    plan = wider_plan(
        post("2026-11-01", "uno", segments=["b"]),
        post("2026-11-02", "dos", segments=["b", "a"]),
        post("2026-11-03", "tres", segments=["a"]),
        segments=segments,
    )
    site = shown(plan)
    assert text(site, "dos/index.html", ".neighbours .hint") == "En «Bes»"
    assert links(site, "dos/index.html", ".neighbours a") == ["../uno/index.html"]
    assert links(site, "tres/index.html", ".neighbours a") == ["../dos/index.html"]
    assert html(site, "tres/index.html").css_first(".neighbours .hint") is None


def test_what_is_for_everybody_says_so_instead_of_naming_all() -> None:
    ids = [f"s{number}" for number in range(30)]
    plan = wider_plan(
        post("2026-11-01", "todos", segments=ids),
        post("2026-11-02", "casi", segments=ids[1:]),
        segments={id: {} for id in ids},
    )
    site = shown(plan)
    assert text(site, "todos/index.html", ".kicker") == "Para: todo el mundo"
    assert links(site, "todos/index.html", ".kicker a") == ["../para-quien/index.html"]
    assert len(links(site, "casi/index.html", ".kicker a")) == 29
    assert len(html(site, "casi/index.html").css('link[type="application/atom+xml"]')) == 25


def test_who_cares_about_a_topic_is_told_on_its_page_in_their_own_words_for_it() -> None:
    segments = {
        "a": {"cares_about": ["Merma", "merma"]},
        "b": {"cares_about": ["turnos"]},
        "c": {"cares_about": ["MERMA"]},
    }
    site = shown(wider_plan(post("2026-11-01", "uno", topics=["merma"]), segments=segments))
    assert links(site, "temas/merma/index.html", ".topics a") == ["../../para/a/index.html", "../../para/c/index.html"]


def test_the_page_for_lost_readers_finds_home_wherever_the_site_lies() -> None:
    rows = [post("2026-11-01", "uno")]
    for url, top in (("https://x.example", "/"), ("https://x.example/blog/de/pan/", "/blog/de/pan/")):
        site = shown(wider_plan(*rows, site={"url": url}))
        assert set(links(site, "404.html", ".masthead a, main a")) >= {
            f"{top}index.html",
            f"{top}para/a/index.html",
            f"{top}uno/index.html",
        }
        assert b'content="noindex"' in site["404.html"]
        assert b"404.html" not in site["sitemap.xml"]
