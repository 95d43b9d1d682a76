"""What is published, and what is not: 4-output.md, "public/"."""

import pytest
from shown import shown, text, wider_plan
from small_plan import entry

TEXT = {"text": "Pesa lo que barres. ¿Cuánto es?"}


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({}, True),
        ({"status": "done"}, True),
        ({"date": "2026-12-01"}, True),
        ({"expires": "2026-12-02"}, True),
        ({"date": "2026-12-02"}, False),
        ({"status": "draft"}, False),
        ({"status": "review"}, False),
        ({"status": "idea"}, False),
        ({"expires": "2026-12-01"}, False),
        ({"channels": "newsletter"}, False),
        ({"channels": ["newsletter", "blog"]}, True),
        ({"text": None}, False),
    ],
)
def test_published_are_entries_with_a_body_ready_and_dated_up_to_today(keys, expected) -> None:
    keys = {name: value for name, value in {**TEXT, **keys}.items() if value is not None}
    day = keys.pop("date", "2026-11-20")
    site = shown(wider_plan(entry(day, slug="uno", **keys)))
    assert ("uno/index.html" in site) is expected
    for file in ("index.html", "feed.xml", "feed.json", "sitemap.xml", "para/a/index.html", "archivo/index.html"):
        assert (b"/uno/" in site[file] or b"uno/index.html" in site[file] or b"1 entrada" in site[file]) is expected


def test_previews_show_more_and_say_so() -> None:
    plan = wider_plan(
        entry("2026-12-09", slug="futura", **TEXT),
        entry("2026-11-20", slug="borrador", status="draft", **TEXT),
        entry("2026-12-10", slug="ambas", status="review", **TEXT),
        entry("2026-11-20", slug="idea", status="idea", **TEXT),
        entry(None, slug="sin-fecha", **TEXT),
    )
    made = {
        name: {slug for slug in ("futura", "borrador", "ambas", "idea", "sin-fecha") if f"{slug}/index.html" in site}
        for name, site in (
            ("drafts", shown(plan, drafts=True)),
            ("future", shown(plan, future=True)),
            ("both", shown(plan, drafts=True, future=True)),
        )
    }
    assert made == {"drafts": {"borrador"}, "future": {"futura"}, "both": {"futura", "borrador", "ambas"}}
    preview = shown(plan, drafts=True)
    assert "Vista previa" in text(preview, "index.html", ".strip")
    assert "Sin publicar" in text(preview, "borrador/index.html", ".label.draft")
    assert b'content="noindex"' in preview["borrador/index.html"]
    assert b"Disallow: /\n" in preview["robots.txt"]
    assert b"<loc>" not in preview["sitemap.xml"]


def test_a_post_of_today_is_published_whatever_its_time() -> None:
    assert "uno/index.html" in shown(wider_plan(entry("2026-12-01T23:30", slug="uno", **TEXT)))


def test_the_files_beside_a_post_go_with_it_and_no_others() -> None:
    plan = wider_plan(
        entry("2026-11-20", slug="uno", text="![Una](fotos/a%20b.png) y [datos](datos.csv). ![Otra](fija.png)"),
        beside={"fotos/a b.png": b"1", "datos.csv": b"2", "notas-privadas.txt": b"3"},
        statics={"fija.png": b"4", "CNAME": b"levadura.example\n"},
    )
    site = shown(plan)
    assert site["fotos/a b.png"] == b"1"
    assert site["datos.csv"] == b"2"
    assert site["fija.png"] == b"4"
    assert site["CNAME"] == b"levadura.example\n"
    assert "notas-privadas.txt" not in site
    assert b'src="../fotos/a%20b.png"' in site["uno/index.html"]
