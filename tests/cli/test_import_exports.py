"""Imports: what people export from Notion, Outlook, Mailchimp, as it comes."""

import pytest

from bench import Bench, MiniWorkspace

CONTACTS = "content/private/contacts.yaml"


@pytest.fixture
def work(bench: Bench) -> MiniWorkspace:
    return bench.workspace()


def bring(work: MiniWorkspace, text: str, name: str = "c.csv", *more: str) -> tuple[str, str]:
    """What would be written, and what is said."""
    work.write(name, text)
    done = work.run("import", name.partition(".")[2], name, "--dry-run", *more, language="en")
    assert done.exit == 0, done.err
    return done.out, done.err


def test_a_calendar_of_notion(work: MiniWorkspace) -> None:
    """Its titles are names, its days are in words, and may be spans."""
    out, said = bring(
        work,
        "\ufeffName,Publish date,Status,Channel,Assign,Tags\n"
        'How to weigh flour,"December 3, 2027",In progress,Blog,Irene,bread\n'
        'Old post,"March 3, 2025 9:30 AM (EST) → March 5, 2025 (GMT+1)",Done,Email,,\nOne day,,Not started,,,\n'
        '"A call","December 7, 2027 10:00 (GMT-5)",Not started,,,\n',
    )
    assert "taken as entries of the calendar (--as calendar)" in said
    for line in (
        "date: 2027-12-03",
        "title: How to weigh flour",
        "date: 2025-03-03T09:30",
        "date: 2027-12-07T10:00",
        "status: idea",
    ):
        assert line in out


def test_a_calendar_of_outlook_as_a_table(work: MiniWorkspace) -> None:
    """It is as one in its other form: the title says the channel, and notes of one's own are not published."""
    out, said = bring(
        work,
        '"Subject","Start Date","Start Time","End Date","End Time","All day event","Reminder on/off","Description"\n'
        '"Llamada a Rosa","12/14/2027","9:00:00 AM","12/14/2027","9:30:00 AM","False","True","private notes"\n',
        "c.csv",
        "--segment",
        "panaderias",
    )
    for line in ("date: 2027-12-14T09:00", "kind: conversation", "channels: [call]"):
        assert line in out
    assert "private notes" not in out
    assert "8 (Description)" in said


def test_a_channel_of_a_client_is_known_as_people_write_it(work: MiniWorkspace) -> None:
    out, said = bring(work, "Nombre;Canal preferido\nRosa;WhatsApp\nAna;Paloma\n")
    assert "channel: whatsapp" in out
    assert "name: Ana" in out
    assert "Taken, but without this:\n  c.csv:3: Without the channel “Paloma”: it is not known here." in said


def test_tags_and_days_of_mailchimp(work: MiniWorkspace) -> None:
    out, said = bring(
        work,
        "Email Address,First Name,OPTIN_TIME,CONFIRM_TIME,TAGS\n"
        'r@x.example,Rosa,,2025-03-01 10:00:00,"""panaderias"",""VIP"""\n',
    )
    assert "agreed: {on: 2025-03-01}" in out
    assert "The label “VIP” (1 row)" in said


def test_what_outlook_calls_private_is_no_wish(work: MiniWorkspace) -> None:
    assert "says yes and no" not in bring(work, "Nombre,Privado\nRosa,Falso\n")[1]


def test_an_event_without_a_title_is_told_so_and_a_series_once(work: MiniWorkspace) -> None:
    """Days of a series that were moved are events of their own, of which nothing new is to be said."""
    head = "BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Weekly call\r\n"
    _, said = bring(
        work,
        f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{head}DTSTART;VALUE=DATE:20990105\r\nRRULE:FREQ=WEEKLY;COUNT=4\r\n"
        f"END:VEVENT\r\n{head}DTSTART;VALUE=DATE:20990113\r\nRECURRENCE-ID;VALUE=DATE:20990112\r\nEND:VEVENT\r\n"
        "BEGIN:VEVENT\r\nUID:2\r\nDTSTART;VALUE=DATE:20990113\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
        "c.ics",
        "--segment",
        "panaderias",
    )
    assert said.count("“Weekly call”: taken for") == 1
    assert "c.ics:15: There is no title." in said
