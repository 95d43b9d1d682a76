"""A phone without its country: told where WhatsApp would need it, in a note that nothing fails for."""

import pytest

from bench import Bench

CLIENTS = "content/private/contacts.yaml"
BY_WHATSAPP = "panaderias: {name: Panaderías, channels: [blog, whatsapp]}\n"
BY_BLOG = "panaderias: {name: Panaderías, channels: [blog, call]}\n"


@pytest.mark.parametrize(
    ("segments", "contact", "mend"),
    [
        (BY_WHATSAPP, 'phone: "300 000 0000"', "Si es de CO, escribe +57 delante."),
        (BY_WHATSAPP, 'phone: "234 5678"', "Escribe delante el prefijo de su país"),
        (BY_BLOG, 'phone: "300 000 0000", channel: whatsapp', "Si es de CO, escribe +57 delante."),
        (BY_WHATSAPP, 'phone: "300 000 0000", channel: call', None),
        (BY_BLOG, 'phone: "300 000 0000"', None),
        (BY_WHATSAPP, 'phone: "+57 300 000 0000"', None),
        (BY_WHATSAPP, "email: rosa@a.example", None),
    ],
)
def test_a_phone_that_whatsapp_could_not_open(bench: Bench, segments: str, contact: str, mend: str | None) -> None:
    files = {
        "content/segments.yaml": segments,
        CLIENTS: f"- {{id: rosa, name: Rosa, segments: [panaderias], {contact}}}\n",
    }
    work = bench.workspace(files)
    done = work.run("check", "--format", "json", "--strict")
    assert done.exit == 0, done.err
    found = [one for one in done.json["findings"] if one["rule"] == "format"]
    if mend is None:
        assert found == []
        return
    [note] = found
    assert (note["level"], note["file"], note["contact"]) == ("note", CLIENTS, "rosa")
    assert note["mend"]["text"].startswith(mend)
    assert "300" not in note["message"] + note["mend"]["text"].partition("como en")[0]
