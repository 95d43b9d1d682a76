"""`valuegen import vcard`: address books as phones, Apple, Google and Outlook write them."""

import pytest

from bench import Bench, MiniWorkspace

CONTACTS = "content/private/contacts.yaml"
OLD_PHONE = (
    "BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:D=C3=ADaz;Rosa;;;\r\n"
    "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Rosa D=C3=\r\n=ADaz\r\nTEL;HOME;VOICE:601 555\r\n"
    "TEL;CELL;PREF:+57 300 000 0000\r\nBDAY:19800229\r\nPHOTO;ENCODING=BASE64;JPEG:/9j/4AAQ\r\n SkZJRgABAQ==\r\n\r\n"
    "EMAIL;INTERNET:rosa@horno.example\r\nEND:VCARD\r\n"
)
APPLE = (
    "BEGIN:VCARD\nVERSION:3.0\nN:Gil;Ana;;;\nFN:Ana Gil\nORG:Horno Gil;\nitem1.TEL;type=pref:+57 311 555 0101\n"
    "item1.X-ABLabel:_$!<Mobile>!$_\nitem2.EMAIL;type=INTERNET;type=pref:ana@horno.example\n"
    "BDAY;X-APPLE-OMIT-YEAR=1604:1604-05-03\nitem3.X-ABDATE;type=pref:2019-05-01\n"
    "item3.X-ABLabel:_$!<Anniversary>!$_\nitem4.X-ABDATE:2020-06-02\nitem4.X-ABLabel:abrió su horno\n"
    "NOTE:Prefiere lunes\\, temprano\\nCon su hermana\nPHOTO;ENCODING=b;TYPE=JPEG:no base64 at all!\nEND:VCARD\n"
)
FOUR = (
    "BEGIN:VCARD\nVERSION:4.0\nFN:Luz Mora\nBDAY:--0503\nANNIVERSARY:20100620\n"
    'TEL;VALUE=uri;PREF=1;TYPE="voice,home":tel:+1-555-555-0100;ext=5555\nEMAIL:luz@a.example\nEND:VCARD\n'
)
BROKEN = "BEGIN:VCARD\nVERSION:3.0\nFN:Eva\nthis is no line of a card\nEND:VCARD\n"


@pytest.fixture
def work(bench: Bench) -> MiniWorkspace:
    return bench.workspace()


def test_all_three_forms_and_a_broken_card(work: MiniWorkspace) -> None:
    work.write("a.vcf", OLD_PHONE + APPLE + BROKEN + FOUR)
    done = work.run("import", "vcard", "a.vcf", language="en")
    assert done.exit == 0
    assert work.read(CONTACTS) == (
        '- id: rosa-diaz\n  name: Rosa Díaz\n  segments: [panaderias]\n  phone: "+57 300 000 0000"\n'
        '  email: "rosa@horno.example"\n  dates: {birthday: 1980-02-29}\n\n'
        '- id: ana-gil\n  name: Ana Gil\n  segments: [panaderias]\n  phone: "+57 311 555 0101"\n'
        '  email: "ana@horno.example"\n  about: |\n    Horno Gil\n    Prefiere lunes, temprano\n    Con su hermana\n'
        "  dates: {birthday: 05-03, anniversary: 2019-05-01, abrió su horno: 2020-06-02}\n\n"
        '- id: luz-mora\n  name: Luz Mora\n  segments: [panaderias]\n  phone: "+1-555-555-0100"\n'
        '  email: "luz@a.example"\n  dates: {birthday: 05-03, anniversary: 2010-06-20}\n'
    )
    assert "a.vcf:33: This card can't be read as a vCard." in done.err
    assert work.findings("format") == []
    before = work.tree("content")
    assert work.run("import", "vcard", "a.vcf").exit == 0
    assert work.tree("content") == before


def test_an_old_phone_in_latin_1(work: MiniWorkspace) -> None:
    card = "BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Nu=F1ez;Jos=E9\nEND:VCARD\n"
    work.write("a.vcf", card)
    assert work.run("import", "vcard", "a.vcf").exit == 0
    assert "name: José Nuñez" in work.read(CONTACTS)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"hello", "a.vcf: There is no vCard in this file."),
        (b"BEGIN:VCARD\nVERSION:3.0\nFN:a\n", "a.vcf:1: This card does not end."),
        (b"BEGIN:VCARD\n" * 100_001, "a.vcf: There are more than 100,000 cards in this file."),
        (b"BEGIN:VCARD\nVERSION:3.0\nFN:a\nBDAY:soon\nEND:VCARD\n", "a.vcf:1: Without `birthday`: This is not a date."),
        (b"BEGIN:VCARD\nVERSION:3.0\nTEL:1234\nEND:VCARD\n", "a.vcf:1: There is no name."),
        (b"BEGIN:VCARD\nVERSION:3.0\nFN:" + b"a" * (1 << 20) + b"\nEND:VCARD\n", "a.vcf:1: This card is larger"),
        (b"BEGIN:VCARD\nVERSION:3.0\nFN:Ro\x1bsa\nEND:VCARD\n", "a.vcf:1: Without `name`: There is an invisible"),
    ],
    ids=["no card", "never closed", "too many", "no date", "no name", "too large", "control"],
)
def test_what_can_not_be_taken_is_told_with_its_place(work: MiniWorkspace, data: bytes, said: str) -> None:
    work.write("a.vcf", data)
    assert said in work.run("import", "vcard", "a.vcf", language="en").err


def test_it_says_how_to_install_what_is_missing(work: MiniWorkspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "vobject", None)
    work.write("a.vcf", FOUR)
    told = work.run("import", "vcard", "a.vcf", language="en")
    said = 'This import needs the extra “import”. Install it with `pip install "valuegen[import]"`.\n'
    assert (told.exit, told.err) == (1, said)


def test_a_group_called_as_a_segment_is_that_segment(bench: Bench) -> None:
    """Other groups are told once, and not those in which Google puts everybody."""
    segments = "bares: {name: Bares del barrio}\npanaderias: {name: Panaderías}\n"
    work = bench.workspace({"content/segments.yaml": segments})
    card = "BEGIN:VCARD\nVERSION:3.0\nFN:{name}\nCATEGORIES:myContacts,{labels}\nEND:VCARD\n"
    named = (("Ana", "Bares del barrio"), ("Eva", "panaderias,Amigos"), ("Ida", "Amigos"))
    work.write("a.vcf", "".join(card.format(name=name, labels=labels) for name, labels in named))
    done = work.run("import", "vcard", "a.vcf", "--yes", language="en")
    assert done.exit == 0, done.err
    assert "name: Ana\n  segments: [bares]" in work.read(CONTACTS)
    assert "name: Eva\n  segments: [panaderias]" in work.read(CONTACTS)
    assert "a.vcf:11: “Ida” has no segment: add --segment." in done.err
    assert "a.vcf: The label “Amigos” (2 cards): no segment is called so." in done.err
    assert "myContacts" not in done.err
    assert "There is nothing new" in work.run("import", "vcard", "a.vcf", "--yes", language="en").err
