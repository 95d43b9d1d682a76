"""What counting by hand once found otherwise than the program."""


def test_an_offer_that_breaks_the_limit_of_one_client_because_of_what_slipped_is_named(bench):
    work = bench.workspace(
        {
            "content/private/contacts.yaml": """
                - {id: rosa, name: Rosa, segments: [panaderias]}
                - {id: luis, name: Luis, segments: [panaderias]}
                """,
            "content/calendar/2026.yaml": """
                - {date: 2026-11-08, title: Uno, slug: uno, contacts: [rosa], kind: industry, status: ready}
                - {date: 2026-11-13, title: Dos, slug: dos, segments: [panaderias], kind: industry, status: ready}
                - {date: 2026-11-15, title: Tres, slug: tres, contacts: [rosa], kind: industry, status: ready}
                - {date: 2026-11-16, title: Otra, slug: otra, contacts: [luis], kind: industry, status: ready}
                - {date: 2026-11-28, title: Cuatro, slug: cuatro, segments: [panaderias], kind: industry, status: ready}
                - {date: 2026-12-03, title: Curso, slug: curso, contacts: [rosa], kind: pitch}
                """,
        }
    )
    named = {found["entry"]: found["data"]["pitches"] for found in work.findings("overdue")}
    assert named == {
        "2026-11-08-uno": ["2026-12-03-curso"],
        "2026-11-15-tres": ["2026-12-03-curso"],
        "2026-11-16-otra": [],
    }


def against_their_wish(bench, contact, log):
    work = bench.workspace({"content/private/contacts.yaml": contact, "content/private/log.yaml": log})
    return [found["line"] for found in work.findings("opted-out")]


def test_who_wrote_a_message_came_back(bench):
    contact = "- {id: rosa, name: Rosa, segments: [panaderias], opted_out: 2026-11-02}"
    log = """
        - {date: 2026-11-05, contact: rosa, what: answer, by: irene-vidal}
        - {date: 2026-11-06, contact: rosa, what: message}
        - {date: 2026-11-07, contact: rosa, what: answer, by: irene-vidal}
        """
    assert against_their_wish(bench, contact, log) == [1]


def test_who_came_back_and_then_asked_once_more_as_their_field_says_is_left_alone(bench):
    contact = "- {id: rosa, name: Rosa, segments: [panaderias], opted_out: 2026-11-20}"
    log = """
        - {date: 2026-11-05, contact: rosa, what: opt-out}
        - {date: 2026-11-06, contact: rosa, what: reply}
        - {date: 2026-11-07, contact: rosa, what: call, by: irene-vidal}
        - {date: 2026-11-21, contact: rosa, what: call, by: irene-vidal}
        """
    assert against_their_wish(bench, contact, log) == [4]


def test_an_offer_may_move_to_where_it_reaches_fewer_of_those_who_never_agreed(bench):
    value = (
        "- {{date: 2026-12-{0:02}, title: Valor, slug: v{0}, segments: [panaderias], kind: industry, channels: [blog]}}"
    )
    offer = "- {date: 2026-12-03, title: Curso, slug: c, segments: [panaderias], kind: pitch, channels: [whatsapp]}"
    work = bench.workspace(
        {
            "content/private/contacts.yaml": """
                - {id: rosa, name: Rosa, segments: [panaderias], no_pitches: 2026-12-10}
                - {id: luis, name: Luis, segments: [panaderias]}
                """,
            "content/calendar/2026.yaml": "\n".join([offer, *(value.format(day) for day in (4, 7, 10, 13))]),
        }
    ).change("valuegen.yaml", "site:\n", "rules: {unsolicited: error}\nsite:\n")
    (found,) = work.findings("pitch-share")
    assert set(work.findings("unsolicited")[0]["data"]["contacts"]) == {"luis", "rosa"}
    assert found["mend"]["move_to"] == "2026-12-14"
