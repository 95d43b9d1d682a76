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
