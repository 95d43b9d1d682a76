"""`valuegen remind`: what to do, and `--done`, which writes down that it was done."""

import csv
import io

import icalendar
import pytest

FILES = {
    "content/people.yaml": """
        irene: {name: Irene Vidal, role: principal, email: irene@levadura.example}
        tomas: {name: Tomás Gil, email: tomas@levadura.example}
        """,
    "content/calendar/2026.yaml": """
        - {date: 2026-12-01, title: Hoy, slug: hoy, segments: [panaderias], kind: industry, status: ready, ask: ¿Eh?,
           text: Hola.}
        - {date: 2026-12-03T09:30, title: Visita, slug: visita, contacts: [rosa, ana], kind: conversation, ask: ¿Eh?,
           channels: [whatsapp], status: ready, author: tomas}
        - {date: 2026-12-01, title: Llamada, slug: llamada, contacts: [ana], kind: conversation, ask: ¿Eh?,
           channels: [call], status: ready, repeat: {rule: FREQ=WEEKLY;COUNT=3}}
        - {date: 2026-12-08, title: Boletín, slug: boletin, segments: [panaderias], kind: industry, ask: ¿Eh?,
           channels: [newsletter], status: ready}
        - {date: 2026-12-20, title: Borrador, slug: borrador, segments: [panaderias], kind: industry, ask: ¿Eh?}
        """,
    "content/private/contacts.yaml": """
        - {id: rosa, name: Rosa Díaz, segments: [panaderias], channel: whatsapp, phone: "+57 300",
           dates: {birthday: 12-30}}
        - {id: ana, name: Ana Gil, segments: [panaderias], owner: tomas}
        """,
    "content/private/log.yaml": """
        # Lo que pasó
        - {date: 2026-11-20, contact: ana, by: tomas, what: call}   # larga
        - {date: 2026-11-28, contact: rosa, what: reply, note: Preguntó por el horno}
        """,
    "content/private/needs.yaml": "- {id: masa, heard: 2026-11-25, from: rosa, needs: Una masa más firme}\n",
}


@pytest.fixture
def work(bench):
    return bench.workspace(FILES)


def uids(work, *arguments):
    found = work.run("remind", "--format", "json", *arguments).json["reminders"]
    return {reminder["uid"].partition("@")[0]: reminder for reminder in found}


def starting(work, start):
    return next(uid for uid in uids(work) if uid.startswith(start))


# ---- what to do


def test_a_table_of_who_waits_then_today_then_day_by_day(work):
    done = work.run("remind")
    assert (done.exit, done.err) == (0, "")
    assert done.out.startswith("Esperan tu respuesta\n  Irene Vidal  28 nov 2026  Responde a Rosa Díaz")
    assert "Hoy, 1 de diciembre de 2026" in done.out
    assert "Jueves, 3 de diciembre de 2026\n" in done.out
    assert "09:30 Escribe a Rosa Díaz (WhatsApp): «Visita».  [share.visita.rosa.whatsapp]" in done.out


def test_it_counts_as_the_pages_and_the_build_do(work):
    counts = "1 espera tu respuesta, 1 para hoy y 11 más hasta el 1 de marzo de 2027."
    assert work.run("remind").out.endswith(f"\n\n{counts}\n")
    built = work.run("build")
    assert "2 cosas pendientes" in built.out
    assert f'<p class="verdict is-plain">{counts}</p>' in work.read("site/planner/reminders.html")


def test_in_each_form(work):
    reminders = uids(work)
    assert work.run("remind", "--format", "md").out.startswith("# Taller Levadura\n")
    rows = list(csv.reader(io.StringIO(work.run("remind", "--format", "csv").out.lstrip("\ufeff")), delimiter=";"))
    assert {row[0].partition("@")[0] for row in rows[1:]} == set(reminders)
    events = icalendar.Calendar.from_ical(work.run("remind", "--format", "ics").out).walk("VEVENT")
    assert {str(event["UID"]).partition("@")[0] for event in events} == set(reminders)


def test_the_files_of_the_planner_are_the_same(work):
    assert work.run("build").exit == 0
    for form in ("ics", "csv", "md", "json"):
        printed = work.run("remind", "--format", form).out
        assert work.read(f"site/planner/reminders.{form}").replace("\r\n", "\n") == printed.replace("\r\n", "\n")


def test_of_one_person(work):
    assert {reminder["owner"] for reminder in uids(work, "--owner", "tomas").values()} == {"tomas"}
    assert len(uids(work, "--owner", "tomas")) + len(uids(work, "--owner", "irene")) == len(uids(work))


def test_as_it_stands_on_another_day(work):
    found = uids(work, "--on", "2026-12-05")
    assert found["share.visita.rosa.whatsapp"]["late"]
    assert not uids(work)["share.visita.rosa.whatsapp"]["late"]
    assert work.run("remind", "--on", "2026-12-05", "--format", "json").json["as_of"] == "2026-12-05"


def test_a_broken_promise_is_no_hindrance_and_a_mistake_is(work):
    work.write(
        "content/calendar/2027.yaml",
        "- {date: 2026-12-05, title: P, slug: p, segments: [panaderias], kind: pitch, ask: ¿Eh?}\n",
    )
    assert work.run("check").exit == 1
    assert work.run("remind").exit == 0
    work.change("content/segments.yaml", "name:", "nme:")
    done = work.run("remind")
    assert (done.exit, done.out) == (1, "")
    assert "content/segments.yaml" in done.err


# ---- --done


@pytest.mark.parametrize(
    ("start", "line"),
    [
        ("answer.rosa", "- {date: 2026-12-01, contact: rosa, by: irene, channel: whatsapp, what: answer}"),
        (
            "share.visita.rosa",
            "- {date: 2026-12-01, contact: rosa, by: tomas, channel: whatsapp, what: message, entry: visita}",
        ),
        (
            "share.llamada.2.ana",
            "- {date: 2026-12-01, contact: ana, by: tomas, channel: call, what: call, entry: 2026-12-08-llamada}",
        ),
        (
            "share.boletin.newsletter",
            "- {date: 2026-12-01, by: irene, channel: newsletter, what: work, entry: boletin}",
        ),
    ],
)
def test_what_is_done_is_noted_shown_and_gone(work, start, line):
    before = work.read("content/private/log.yaml")
    uid = starting(work, start)
    due = uids(work)[uid]["due"]
    done = work.run("remind", "--done", uid, "--yes")
    assert done.exit == 0, done.err
    assert done.out == f"content/private/log.yaml:4: + {line}\n"
    assert work.read("content/private/log.yaml") == before + line + "\n"
    after = uids(work)
    assert uid not in after or after[uid]["due"] > due
    assert work.run("check").exit == 0


def test_it_asks_before_it_writes(work):
    before = work.read("content/private/log.yaml")
    uid = starting(work, "answer.rosa")
    line = "- {date: 2026-12-01, contact: rosa, by: irene, channel: whatsapp, what: answer}"
    for answer in ("n\n", "\n", "tal vez\n"):
        done = work.run("remind", "--done", uid, answer=answer)
        assert (done.exit, done.out) == (0, f"content/private/log.yaml:4: + {line}\n")
        assert done.err == "¿Escribo esta línea? [s/N] No se ha cambiado nada.\n"
        assert work.read("content/private/log.yaml") == before
    for answer in ("s\n", " Sí \n", "y"):
        done = work.run("remind", "--done", uid, answer=answer)
        assert (done.exit, done.out) == (0, f"content/private/log.yaml:4: + {line}\n")
        assert done.err == "¿Escribo esta línea? [s/N] Escrito.\n"
        assert work.read("content/private/log.yaml") == before + line + "\n"
        work.write("content/private/log.yaml", before.encode())


def test_what_lies_ahead_is_asked_about_as_done_asks(work):
    """That a call of the 8th was made today is asked in one way, whichever command notes it."""
    done = work.run("remind", "--done", "share.boletin.newsletter", answer="n\n")
    question = "«boletin» está puesta para el 8 de diciembre de 2026, que aún no ha llegado. ¿Ha ocurrido hoy?"
    assert (done.exit, done.err) == (0, f"{question} [s/N] No se ha cambiado nada.\n")
    assert question in work.run("done", "boletin", answer="n\n").err


def test_where_nobody_answers_nothing_is_written(work):
    before = work.read("content/private/log.yaml")
    done = work.run("remind", "--done", starting(work, "answer.rosa"), language="en")
    assert done.exit == 1
    assert done.err.startswith("Write this line? [y/N] \nNobody answered, so nothing was changed.")
    assert work.read("content/private/log.yaml") == before


def test_what_was_written_while_the_question_stood_is_not_lost(work, monkeypatch):
    import valuegen.cli.closing

    def meanwhile(ctx, question):
        work.write("content/private/log.yaml", b"- {date: 2026-11-28, contact: rosa, what: reply}\n# nuevo\n")

    uid = starting(work, "answer.rosa")
    monkeypatch.setattr(valuegen.cli.closing, "ask", meanwhile)
    done = work.run("remind", "--done", uid)
    assert done.exit == 1
    assert "ha cambiado mientras tanto" in done.err
    assert work.read("content/private/log.yaml").endswith("# nuevo\n")


def test_yes_alone_answers_nothing(work):
    assert work.run("remind", "--yes").exit == 2


def test_who_was_met_again_is_not_missed_for_a_while(work):
    on = ("--on", "2027-03-01")
    work.change("content/private/contacts.yaml", "owner: tomas", "owner: tomas, not_by: [call, whatsapp]")
    assert uids(work, *on)["reconnect.ana"]["late"]
    assert work.run("remind", *on, "--done", "reconnect.ana", "--yes").exit == 0
    assert uids(work, *on)["reconnect.ana"]["due"] == "2027-03-31"


def test_the_whole_uid_is_good_too(work):
    uid = next(r["uid"] for r in uids(work).values() if r["kind"] == "answer")
    assert uid.endswith("@levadura.example")
    assert work.run("remind", "--done", uid, "--yes").exit == 0


@pytest.mark.parametrize(
    "start", ["answer.rosa", "share.visita.rosa", "share.llamada.2.ana", "share.boletin.newsletter", "reconnect.ana"]
)
def test_doing_it_again_says_that_it_is_done_already(work, start):
    on = ("--on", "2027-03-01") if start.startswith("reconnect") else ()
    if on:
        work.change("content/private/contacts.yaml", "owner: tomas", "owner: tomas, not_by: [call, whatsapp]")
    uid = next(uid for uid in uids(work, *on) if uid.startswith(start))
    assert work.run("remind", *on, "--done", uid, "--yes").exit == 0
    before = work.read("content/private/log.yaml")
    done = work.run("remind", *on, "--done", uid, "--yes")
    assert (done.exit, done.out, work.read("content/private/log.yaml")) == (0, "", before)
    assert done.err.startswith("Eso ya estaba hecho: lo dice el registro, el 1 de ")


@pytest.mark.parametrize(
    ("uid", "said"),
    [
        ("prepare.borrador", "Pon `status: ready` en la entrada 2026-12-20-borrador"),
        ("listen.masa", "Escribe una entrada con `answers: [masa]`"),
        ("plan.panaderias", "Pon en el calendario una entrada para el segmento panaderias"),
        ("greet.birthday.rosa.2026", "Es pronto para eso: este recordatorio es del 30 de diciembre de 2026"),
        ("nada", "No hay ningún recordatorio «nada»."),
    ],
)
def test_what_the_log_can_not_close_is_said_and_nothing_written(work, uid, said):
    before = work.tree("content")
    done = work.run("remind", "--done", uid, "--yes")
    assert (done.exit, done.out) == (1, "")
    assert said in done.err
    assert work.tree("content") == before


def test_a_greeting_in_its_time_is_closed(work):
    done = work.run("remind", "--on", "2026-12-29", "--done", "greet.birthday.rosa.2026", "--yes")
    assert done.exit == 0, done.err
    assert "2026-12-29, contact: rosa, by: irene, channel: whatsapp, what: message" in done.out


def test_where_the_log_is_a_folder_it_goes_to_the_latest_file(work):
    work.remove("content/private/log.yaml")
    work.write("content/private/log/b.yaml", "- {date: 2026-11-20, contact: ana, by: tomas, what: call}\n")
    work.write("content/private/log/a.yaml", "- {date: 2026-11-28, contact: rosa, what: reply}\n")
    done = work.run("remind", "--done", starting(work, "answer.rosa"), "--yes")
    assert done.out.startswith("content/private/log/a.yaml:2: + ")


def test_where_it_stands_in_content(work):
    work.write("content/log.yaml", work.read("content/private/log.yaml").encode())
    work.remove("content/private/log.yaml")
    assert work.run("remind", "--done", starting(work, "answer.rosa"), "--yes").out.startswith("content/log.yaml:4: + ")


def test_where_there_is_none_yet(work):
    work.remove("content/private/log.yaml")
    done = work.run("remind", "--done", "share.boletin.newsletter", "--yes")
    assert done.exit == 0, done.err
    assert work.read("content/private/log.yaml").startswith("- {date: 2026-12-01, by: irene")


def test_a_log_in_another_form_is_left_alone(work):
    text = "date: 2026-11-28\ncontact: rosa\nwhat: reply\n"
    work.write("content/private/log.yaml", text)
    done = work.run("remind", "--done", starting(work, "answer.rosa"), "--yes")
    assert done.exit == 1
    assert "content/private/log.yaml está escrito de una forma que esta orden no puede cambiar" in done.err
    assert work.read("content/private/log.yaml") == text


def test_line_ends_stay(work):
    work.write("content/private/log.yaml", b"- {date: 2026-11-28, contact: rosa, what: reply}\r\n")
    assert work.run("remind", "--done", starting(work, "answer.rosa"), "--yes").exit == 0
    assert work.read("content/private/log.yaml").count("\r\n") == 2


def test_where_it_can_not_be_written_that_is_said(work, monkeypatch):
    import valuegen.write.several

    def fail(path, data):
        raise PermissionError(13, "Permission denied", str(path))

    before = work.tree("content")
    uid = starting(work, "answer.rosa")
    monkeypatch.setattr(valuegen.write.several, "staged", fail)
    done = work.run("remind", "--done", uid, "--yes")
    assert done.exit == 1
    assert "content/private/log.yaml no se puede escribir: no hay permiso. No se ha tocado nada." in done.err
    assert work.tree("content") == before
