"""Imports: all that is not taken, or is taken otherwise than it was, is told, with its place and the reason."""

import pytest
from cli.test_import_wordpress import bring, item

from bench import Bench, MiniWorkspace


@pytest.fixture
def work(bench: Bench) -> MiniWorkspace:
    return bench.workspace()


def test_what_was_behind_a_password_is_not_published(work: MiniWorkspace) -> None:
    locked = item(5, "Solo para ti", "<p>secreto</p>", "solo-para-ti").replace(
        "</wp:status>", "</wp:status>\n<wp:post_password><![CDATA[abc]]></wp:post_password>"
    )
    said = bring(work, locked)
    assert "“Solo para ti” was behind a password: it waits as a draft." in said
    assert "status: draft" in work.read("content/calendar/backlog.yaml")
    assert work.read("content/posts/solo-para-ti.md") == "secreto\n"


def test_a_gallery_is_its_pictures_and_each_is_to_be_saved_once(work: MiniWorkspace) -> None:
    picture = item(8, "Sacos", "", "sacos", status="inherit", kind="attachment").replace(
        "<wp:post_id>8",
        "<wp:attachment_url>https://old.example/wp-content/uploads/s.jpg</wp:attachment_url><wp:post_id>8",
    )
    said = bring(work, item(5, "Una", '[gallery columns="2" ids="8"]', "una"), picture)
    assert "![Sacos](wp-content/uploads/s.jpg)" in work.read("content/posts/una.md")
    saved = [line for line in said.splitlines() if "Save " in line]
    assert [line.partition("Save ")[2] for line in saved] == [
        "https://old.example/wp-content/uploads/s.jpg as content/static/wp-content/uploads/s.jpg."
    ]


def test_comments_and_menus_are_counted(work: MiniWorkspace) -> None:
    talked = item(5, "Una", "<p>x</p>", "una").replace(
        "<wp:post_id>", "<wp:comment><wp:comment_content>hola</wp:comment_content></wp:comment><wp:post_id>"
    )
    said = bring(work, talked, item(6, "Menú", "", "menu", kind="nav_menu_item"))
    assert "w.xml: 1 comment: there are none here." in said
    assert "w.xml: 1 item of “nav_menu_item”." in said


def test_a_zone_that_nobody_knows_is_told(work: MiniWorkspace) -> None:
    work.write(
        "c.ics",
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=Marte/Olimpo:20270311T150000\r\n"
        "SUMMARY:Llamada\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    )
    said = work.run("import", "ics", "c.ics", "--segment", "panaderias", "--dry-run", language="en")
    assert "c.ics:3: There is no time zone “Marte/Olimpo”: its time is taken as that of your site's clock." in said.err
    assert "date: 2027-03-11T15:00" in said.out


def test_front_matter_that_is_a_program_is_not_run(work: MiniWorkspace) -> None:
    work.write("old/uno.md", "---js\n{ title: 'Uno', date: '2026-03-01' }\n---\nHola\n")
    said = work.run("import", "markdown", "old", "--yes", language="en").err
    assert "uno.md:1: Its front matter is JavaScript, which is not run here: write it in YAML." in said


CARD = (
    "BEGIN:VCARD\nVERSION:3.0\nFN:Ana Mora\nORG:Taller Mora;\nTITLE:Gerente\nTEL;TYPE=HOME:+57 601 111 1111\n"
    "TEL;TYPE=CELL:+57 300 111 1111\nEMAIL:a@x.example\nEMAIL:b@x.example\nADR:;;Calle 1;Bogotá;;;\n"
    "PHOTO;ENCODING=b;TYPE=JPEG:AAAA\nURL:https://x.example\nEND:VCARD\n"
)


def test_what_a_card_has_besides(work: MiniWorkspace) -> None:
    """The mobile phone is taken before the one at home; where somebody works is what is known of them."""
    work.write("t.vcf", CARD)
    said = work.run("import", "vcard", "t.vcf", "--yes", language="en").err
    assert 'phone: "+57 300 111 1111"' in work.read("content/private/contacts.yaml")
    assert 'about: "Gerente · Taller Mora"' in work.read("content/private/contacts.yaml")
    assert [line for line in said.splitlines() if line.startswith("  ")] == [
        "  t.vcf:1: 1 card has more phones than the one that is taken (t.vcf:1).",
        "  t.vcf:1: 1 card has more addresses than the one that is taken (t.vcf:1).",
        "  t.vcf:1: 1 postal address (t.vcf:1).",
        "  t.vcf:1: 1 web page (t.vcf:1).",
        "  t.vcf:1: 1 photo (t.vcf:1).",
    ]
