"""`valuegen forget` and the comments of a file: whoever is forgotten must not be left in one that nobody looks at."""

from bench import Bench

CONTACTS, LOG = "content/private/contacts.yaml", "content/private/log.yaml"
FILES = {
    CONTACTS: """
        # Nuestros clientes

        # Ana vino por la feria
        - {id: ana, name: Ana Gil, segments: [panaderias]}
        # La del mercado (Díaz)
        # llama los lunes
        - id: rosa
          name: Rosa Díaz
          segments: [panaderias]
          # prefiere el café solo
        # Eva es nueva
        - {id: eva, name: Eva Paz, segments: [panaderias]}
        """,
    LOG: """
        - {date: 2026-11-10, contact: eva, what: helped}
        # la del norte
        - {date: 2026-11-20, contact: rosa, what: reply, settled: true}
        # de la señora Díaz ya no se habla
        - {date: 2026-11-28, contact: ana, what: helped}   # larga
        """,
}


def test_the_comments_of_who_goes_go_too(bench: Bench) -> None:
    work = bench.workspace(FILES)
    assert work.run("forget", "rosa", "--yes").exit == 0
    assert work.read(CONTACTS) == (
        "# Nuestros clientes\n\n# Ana vino por la feria\n- {id: ana, name: Ana Gil, segments: [panaderias]}\n"
        "# Eva es nueva\n- {id: eva, name: Eva Paz, segments: [panaderias]}\n"
    )


def test_those_that_may_be_about_others_are_named(bench: Bench) -> None:
    work = bench.workspace(FILES)
    for yes, (first, second) in (((), (2, 4)), (("--yes",), (2, 3))):
        shown = work.run("forget", "rosa", *yes).out
        listed = shown.partition("Comentarios que están al lado (mira si hablan de esa persona):\n")[2]
        assert listed.startswith(
            f"{LOG}:{first}: # la del norte\n{LOG}:{second}: # de la señora Díaz ya no se habla\n\n"
        )
        assert "Eva es nueva" not in shown
    assert "# la del norte\n# de la señora Díaz" in work.read(LOG)


def test_the_head_of_a_file_is_no_comment_on_its_first_client(bench: Bench) -> None:
    work = bench.workspace({CONTACTS: "# Clientes\n- {id: rosa, name: Rosa Díaz, segments: [panaderias]}\n"})
    assert "# Clientes" not in work.run("forget", "rosa", "--yes").out
    assert work.read(CONTACTS) == "# Clientes\n"
