"""`valuegen import csv`: whoever may have asked to be left alone is left alone, however another program says it."""

import pytest

from bench import Bench, MiniWorkspace

CLIENTS = "content/private/contacts.yaml"


@pytest.fixture
def work(bench: Bench) -> MiniWorkspace:
    return bench.workspace({"content/segments.yaml": "bares: {name: Bares}\n"}).change(
        "content/calendar/2026.yaml", "[panaderias]", "[bares]"
    )


def bring(work: MiniWorkspace, text: str, name: str = "c.csv") -> str:
    """Import it, and again: then nothing changes. What was said the first time."""
    work.write(name, text)
    done = work.run("import", "csv", name, "--yes", language="en")
    assert done.exit == 0, done.err
    before = work.tree("content")
    assert work.run("import", "csv", name, "--yes").exit == 0
    assert work.tree("content") == before
    assert work.findings("format") == []
    return done.err


def left_alone(work: MiniWorkspace, key: str = "opted_out") -> dict[str, str]:
    """Who asked, and since when."""
    blocks = [block for block in work.read(CLIENTS).split("- id: ") if f"\n  {key}: " in block]
    return {block.split("\n")[0]: block.partition(f"\n  {key}: ")[2].split("\n")[0] for block in blocks}


def test_what_can_not_be_read_in_a_column_of_opt_outs_is_a_yes(work: MiniWorkspace) -> None:
    said = bring(
        work, "Nombre;Baja;Sin ofertas;Acepta correos\nAna;me lo pidió;;\nEva;;quizá;\nIda;no;-;\nLuz;;;No, gracias\n"
    )
    assert left_alone(work) == {"ana": "true", "luz": "true"}
    assert left_alone(work, "no_pitches") == {"eva": "true"}
    assert (
        "c.csv:2: `opted_out`: “me lo pidió” is neither a day nor a yes or no, so it is taken as a yes. Change it if "
        "it means something else."
    ) in said
    assert "c.csv:3: `no_pitches`: “quizá” is neither" in said


def test_who_is_here_and_wants_no_offers_is_noted(work: MiniWorkspace) -> None:
    """The safe direction alone: nobody is written to because a table says so."""
    kept = "- {id: eva, name: Eva, segments: [bares], email: eva@a.example, no_pitches: 2025-01-01}\n"
    work.write(CLIENTS, f"- {{id: ana, name: Ana, segments: [bares], email: ana@a.example}}\n{kept}")
    said = bring(
        work,
        "Nombre,Correo,Acepta ofertas,Baja\nAna,ana@a.example,no,03/11/2026\nEva,eva@a.example,sí,\n"
        "Ida,ida@a.example,sí,\nIda,ida@a.example,no,\n",
    )
    text = work.read(CLIENTS)
    assert "opted_out: 2026-11-03" in text.splitlines()[0]
    assert "no_pitches: true" in text.splitlines()[0]
    assert kept in text
    assert text.splitlines()[2].endswith(", no_pitches: true}")
    assert "1 contact, 1 opt-out, and 1 client who wants no offers: written." in said


STATUSES = [
    ("MailerLite", "Email;Name;Status", ("active", "unsubscribed", "bounced", "junk", "unconfirmed")),
    ("ActiveCampaign", "Email;First Name;Contact Status", ("Active", "Unsubscribed", "Bounced", "Hard bounce", "")),
    ("ConvertKit", "email;first_name;state", ("active", "cancelled", "complained", "bounced", "active")),
    ("Spanish", "Correo;Nombre;Estado", ("Activo", "Dado de baja", "Rebotado", "Desuscrito", "Alta")),
    ("HubSpot", "Email;First name;Unsubscribed from all email", ("false", "true", "true", "true", "")),
    ("HubSpot too", "Email;First name;Opted out of email: Marketing Information", ("", "true", "true", "Yes", "")),
    ("HubSpot's bounces", "Email;First name;Email hard bounce reason", ("", "UNKNOWN_USER", "OTHER", "SPAM", "")),
    ("Brevo", "EMAIL;NAME;EMAIL_BLOCKLISTED", ("No", "Yes", "TRUE", "1", "0")),
]


@pytest.mark.parametrize(("headings", "said"), [one[1:] for one in STATUSES], ids=[one[0] for one in STATUSES])
def test_what_a_mailing_program_says_of_them(work: MiniWorkspace, headings: str, said: tuple[str, ...]) -> None:
    rows = (f"{id}@a.example;{id};{text}" for id, text in zip(("ana", "eva", "ida", "luz", "sol"), said, strict=True))
    told = bring(work, "\n".join((headings, *rows, "")))
    alone = {"eva": "true", "ida": "true", "luz": "true"}
    assert left_alone(work) == (alone | {"sol": "true"} if said[-1] == "unconfirmed" else alone), told


def test_a_status_of_something_else_is_none(work: MiniWorkspace) -> None:
    said = bring(work, "Email;Name;Lead Status;State\na@a.example;Ana;Open;CA\ne@a.example;Eva;Cancelled;\n")
    assert left_alone(work) == {}
    assert "3 (Lead Status)" in said


def test_of_two_columns_the_one_that_asks_counts(work: MiniWorkspace) -> None:
    bring(
        work,
        "Nombre;Suscrito;Estado;Baja;Fecha de baja\nAna;sí;activo;no;\nEva;sí;dado de baja;;\nIda;no;activo;;\n"
        "Luz;sí;activo;sí;02/01/2026\nSol;sí;activo;no;02/01/2026\n",
    )
    assert left_alone(work) == {"eva": "true", "ida": "true", "luz": "2026-01-02", "sol": "2026-01-02"}


CLEANED = (
    "Email Address,First Name,Last Name,MEMBER_RATING,OPTIN_TIME,CONFIRM_TIME,LEID,CLEAN_TIME,CLEAN_CAMPAIGN_TITLE,"
    'TAGS\nana@a.example,Ana,,2,,2025-03-01 10:00:00,1,2026-10-02 09:00:00,Octubre,"""VIP"""\n'
)


@pytest.mark.parametrize(
    ("name", "text", "day"),
    [
        ("cleaned_members_export_ab12.csv", CLEANED, "2026-10-02"),
        ("lista.csv", CLEANED, "2026-10-02"),
        ("unsubscribed_email_audience_export_ab12.csv", "Email Address,First Name\nana@a.example,Ana\n", "true"),
        ("bajas-noviembre.csv", "Nombre;Correo\nAna;ana@a.example\n", "true"),
    ],
)
def test_a_list_of_who_left_is_one_of_opt_outs(work: MiniWorkspace, name: str, text: str, day: str) -> None:
    """It brings no new contact, and of those who are here it notes that they left."""
    work.write(CLIENTS, "- id: ana\n  name: Ana\n  segments: [bares]\n  email: ana@a.example\n")
    said = bring(work, text, name)
    assert "taken as opt-outs (--as opt-outs)" in said
    assert left_alone(work) == {"ana": day}
    assert ("The addresses of this list no longer work" in said) == (text == CLEANED)
    work.write(CLIENTS, "- id: eva\n  name: Eva\n  segments: [bares]\n")
    assert "No contact has this address." in bring(work, text, name)


@pytest.mark.parametrize("name", ["clientes_cleaned.csv", "altas-y-bajas.csv", "subscribed_members_export.csv"])
def test_other_names_of_files_say_nothing(work: MiniWorkspace, name: str) -> None:
    assert "taken as contacts" in bring(work, "Nombre;Correo\nAna;ana@a.example\n", name)
