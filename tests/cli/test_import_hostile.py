"""`valuegen import`: files that somebody made to break whatever reads them end in a sentence, or come in."""

import pytest

from bench import Bench

CARD = "BEGIN:VCARD\r\nVERSION:2.1\r\nFN;ENCODING=QUOTED-PRINTABLE:Ana{}\r\nEND:VCARD\r\n"
EVENT = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Visita\r\nDTSTART;TZID={}:20261203T100000\r\n"
    "END:VEVENT\r\nEND:VCALENDAR\r\n"
)
POST = (
    '<?xml version="1.0"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Taller</title><item><title>Hola</title>'
    "<wp:post_date>2026-11-01 10:00:00</wp:post_date><wp:post_name>hola</wp:post_name><wp:post_type>post</wp:post_type>"
    "<wp:status>publish</wp:status><content:encoded><![CDATA[<p>Hola {}</p>]]></content:encoded></item></channel></rss>"
)


@pytest.mark.parametrize(
    ("kind", "text", "said"),
    [
        ("ics", EVENT.format("a" * 100_000), "This can't be read as a calendar."),
        ("vcard", CARD.format("=\r\n" * 200_000), "This card can't be read as a vCard."),
        ("wordpress", POST.format(f"&#{'9' * 5000};"), "content/posts/hola.md"),
    ],
    ids=["a zone with a name as long as a book", "a line that goes on without end", "an entity of 5,000 digits"],
)
def test_it_ends_in_a_sentence(bench: Bench, kind: str, text: str, said: str) -> None:
    work = bench.workspace()
    work.write("strange", text.encode())
    more = [] if kind == "wordpress" else ["--segment", "panaderias"]
    done = work.run("import", kind, "strange", *more, language="en")
    assert said in done.out + done.err, (done.exit, done.out, done.err)
