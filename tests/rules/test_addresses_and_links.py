"""`same-address` and `broken-link`, sentence by sentence of 3-rules.md. `as_of` is 2026-12-01."""

from typing import Any

import pytest
from small_plan import entry, found, plan_of, told

ADDRESS, LINK = "same-address", "broken-link"


def collisions(*entries: dict[str, Any], **values: Any) -> list[tuple[str | None, str]]:
    findings = found(plan_of(list(entries) or [entry("2026-12-01")], **values), ADDRESS)
    return [(each.entry or each.segment or each.place.file, each.data["address"]) for each in findings]


def test_pages_of_their_own_are_fine() -> None:
    assert collisions(entry("2026-12-01", topics=["harina", "Harína"]), entry("2026-12-02", topics=["harina"])) == []


@pytest.mark.parametrize("slug", ["planner", "assets", "archivo", "personas", "con", "lpt1"])
def test_what_the_program_or_windows_keeps(slug: str) -> None:
    assert collisions(entry("2026-12-03", slug=slug)) == [(f"2026-12-03-{slug}", f"/{slug}/")]


def test_it_holds_for_the_past_too() -> None:
    plan = plan_of([entry("2026-11-03", slug="planner", status="done")])
    assert [each.level for each in found(plan, ADDRESS)] == ["error"]


def test_drafts_are_looked_at_ideas_slipped_and_expired_ones_are_not() -> None:
    assert collisions(entry("2026-12-03", slug="planner", status="draft"))
    assert not collisions(entry("2026-12-03", slug="planner", status="idea"))
    assert not collisions(entry("2026-11-03", slug="planner", status="draft"))
    assert not collisions(entry("2026-11-03", slug="planner", expires="2026-12-01"))
    assert not collisions(entry("2026-12-03", slug="planner", channels=["visit"]))


def test_the_later_one_is_told_and_names_the_first() -> None:
    links = {"permalinks": {"segment": "/{id}/"}}
    plan = plan_of([entry("2026-12-03", slug="a")], site=links)
    (finding,) = found(plan, ADDRESS)
    assert (finding.level, finding.entry) == ("error", "2026-12-03-a")
    assert told(finding, "es") == (
        "La dirección /a/ ya la ocupa la página del segmento «A». Dale otro slug a la entrada, por ejemplo: slug: a-2"
    )


def test_the_slug_that_mends_it_is_free() -> None:
    links = {"permalinks": {"segment": "/{id}/"}}
    plan = plan_of([entry("2026-12-03", slug="a"), entry("2026-12-04", slug="a-2")], site=links)
    (finding,) = found(plan, ADDRESS)
    assert told(finding).endswith("slug: a-3")
    assert not found(plan_of([entry("2026-12-03", slug="a-3"), entry("2026-12-04", slug="a-2")], site=links), ADDRESS)
    days = {"permalinks": {"post": "/assets/{slug}/"}}
    assert told(found(plan_of([entry("2026-12-03", slug="x")], site=days), ADDRESS)[0]).endswith("change `permalinks`.")


def test_case_and_forms_of_letters_are_no_difference() -> None:
    clash = collisions(entry("2026-12-03", slug="harina"), statics={"Harina/index.html": b""})
    assert clash == [("content/static/Harina/index.html", "/Harina/index.html")]
    assert collisions(statics={"ﬁn.txt": b"", "FIN.txt": b""})
    assert collisions(statics={"a\u0301.txt": b"", "á.txt": b""})


def test_a_file_can_not_be_where_a_folder_is() -> None:
    assert collisions(entry("2026-12-03", slug="harina"), statics={"harina": b""}) == [
        ("content/static/harina", "/harina")
    ]
    assert collisions(statics={"assets": b"", "a/b": b"", "A": b""}) == [
        ("content/static/A", "/A"),
        ("content/static/assets", "/assets"),
    ]


@pytest.mark.parametrize(
    ("static", "es"),
    [
        ("harina/index.html", "La dirección /harina/index.html ya la ocupa la entrada «entry»."),
        (
            "Harina/index.html",
            "/Harina/index.html se parece demasiado a /harina/, donde está la entrada «entry»: en al",
        ),
        ("harina", "/harina no puede estar junto a /harina/, donde está la entrada «entry»: una de las dos es un arch"),
    ],
)
def test_why_two_can_not_be_together_is_told_as_it_is(static: str, es: str) -> None:
    (finding,) = found(plan_of([entry("2026-12-03", slug="harina", title="entry")], statics={static: b""}), ADDRESS)
    assert told(finding, "es").startswith(es)
    assert told(finding, "es").endswith("Dale otro nombre al archivo, o ponlo en otra carpeta.")  # no permalink is its


def test_a_file_is_named_in_good_spanish() -> None:
    (finding,) = found(plan_of([entry("2026-12-03")], statics={"a.txt": b"", "A.txt": b""}), ADDRESS)
    assert "/a.txt, donde está el archivo content/static/a.txt: en algunos" in told(finding, "es")


@pytest.mark.parametrize("name", ["feed.xml", "index.html", "Robots.txt", "planner/x.html", "assets/x.css"])
def test_files_of_the_program_can_not_be_replaced(name: str) -> None:
    assert collisions(statics={name: b""}) == [(f"content/static/{name}", f"/{name}")]


def test_but_the_icon_can() -> None:
    assert collisions(statics={"favicon.svg": b"", "logo.svg": b""}) == []


@pytest.mark.parametrize("name", ["con.txt", "img/NUL", "a:b.txt", "what?.txt", "dot.", "space ", "x" * 256])
def test_what_no_file_may_be_called_on_windows(name: str) -> None:
    assert len(collisions(statics={name: b""})) == 1


def test_names_that_only_look_like_those_are_fine() -> None:
    assert collisions(statics={"console.txt": b"", "com10.txt": b"", ".well-known/x": b"", "a..b": b""}) == []


def broken(text: str | None = None, *others: dict[str, Any], **values: Any) -> list[str]:
    keys = {key: values.pop(key) for key in ("image", "read_next", "sources", "status", "date") if key in values}
    own = entry(keys.pop("date", "2026-12-03"), slug="own", **keys, **({"text": text} if text else {}))
    return [each.data["target"] for each in found(plan_of([own, *others], **values), LINK)]


OTHER = entry("2026-12-10", slug="otra", text="# Uno\n\n## La segunda vez\n")


def test_entries() -> None:
    assert broken("[a](entry:otra) [b](entry:otra#la-segunda-vez) [c](entry:own)", OTHER) == []
    assert broken("[a](entry:nada) [b](entry:otra#nada)", OTHER) == ["entry:nada", "entry:otra#nada"]
    (finding,) = found(plan_of([entry("2026-12-03", text="[a](entry:otr)"), OTHER]), LINK)
    assert (finding.level, finding.place.line) == ("error", 1)
    assert told(finding, "es") == "No hay ninguna entrada «otr». ¿Querías decir «otra»?"


@pytest.mark.parametrize(
    "values",
    [{"channels": ["visit"]}, {"status": "idea"}, {"expires": "2026-12-01"}, {"date": "2026-11-01", "status": "draft"}],
)
def test_an_entry_that_will_be_no_page(values: dict[str, Any]) -> None:
    assert broken("[a](entry:otra)", {**OTHER, **values}) == ["entry:otra"]


def test_an_entry_without_a_text_is_no_page() -> None:
    assert broken("[a](entry:otra)", entry("2026-12-10", slug="otra")) == ["entry:otra"]


def test_addresses_of_the_site() -> None:
    fine = "[a](/otra/) [b](/otra) [c](para/a/) [d](https://levadura.example/otra/) [e](/) [f](/feed.xml)"
    assert broken(fine, OTHER) == []
    assert broken("[g](/para/a/feed.xml)") == []
    wrong = "[a](/nada/) [b](https://levadura.example/nada) [c](nada.pdf)"
    assert broken(wrong, OTHER) == ["/nada/", "https://levadura.example/nada", "nada.pdf"]
    assert broken("[a](/otra/?x=1#la-segunda-vez) [b](/otra/#nada)", OTHER) == ["/otra/#nada"]


def test_other_sites_mail_and_telephone_are_not_asked() -> None:
    away = "[a](https://other.example/x) [b](mailto:a@b.example) [c](tel:123) [d](https://levadura.example.org/x)"
    assert broken(away) == []


def test_anchors_of_the_same_text() -> None:
    assert broken("# Uno\n\n[a](#uno) [b](#dos)\n") == ["#dos"]
    assert broken("Una nota.[^1]\n\n[^1]: Aquí.\n") == []


def test_images_and_files() -> None:
    statics = {"img/saco azul.jpg": b"", "lista.pdf": b""}
    assert broken("![a](img/saco%20azul.jpg) ![b](/img/saco%20azul.jpg) [c](lista.pdf)", statics=statics) == []
    assert broken("![a](img/otro.jpg)", statics=statics) == ["img/otro.jpg"]
    assert broken(image={"src": "lista.pdf"}, statics=statics) == []
    assert broken(image={"src": "nada.jpg"}) == ["nada.jpg"]


def test_what_to_read_next_and_sources() -> None:
    assert broken(None, OTHER, read_next=["otra", "https://other.example/"]) == []
    assert broken(None, read_next=["nada", "https://levadura.example/nada"]) == [
        "entry:nada",
        "https://levadura.example/nada",
    ]
    assert broken(None, sources=["https://levadura.example/nada", "https://other.example/"]) == [
        "https://levadura.example/nada"
    ]


def test_links_of_the_past_are_notes_and_a_silence_is_heeded() -> None:
    past = plan_of([entry("2026-11-03", text="[a](entry:nada)")])
    assert [each.level for each in found(past, LINK)] == ["note"]
    assert not found(plan_of([entry("2026-12-03", text="[a](entry:nada)", allow={LINK: "llega en enero"})]), LINK)


def test_entries_that_are_sent_by_hand_are_looked_at_too() -> None:
    assert found(plan_of([entry("2026-12-03", text="[a](entry:nada)", channels=["newsletter"])]), LINK)


def test_what_was_meant_is_named() -> None:
    work = [
        entry("2026-12-03", slug="harina", text="![Sacos](harnia.jpg) [antes](/merna/)"),
        entry("2026-12-04", slug="merma", text="Otra."),
    ]
    told_of = [told(one) for one in found(plan_of(work, statics={"harina.jpg": b""}), "broken-link")]
    assert told_of[0].endswith("Did you mean “harina.jpg”?")
    assert told_of[1].endswith("Did you mean “/merma/”?")
