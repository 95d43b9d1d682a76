"""`valuegen schema`, and the schemas that a workspace keeps for its editors."""

import json

import pytest
from language_server import language_server

from bench import MiniWorkspace

FILES = {
    "content/segments.yaml": "panaderias: {name: Panaderías}\n",
    "content/people.yaml": "irene: {name: Irene Vidal, email: irene@levadura.example}\n",
    "content/private/contacts.yaml": "- {id: rosa-diaz, name: Rosa Díaz, segments: [panaderias]}\n",
    "content/private/needs.yaml": "- {id: merma-de-rosa, heard: 2026-10-12, needs: Saber cuánta harina tira}\n",
}
PUBLIC = {f".schemas/{name}.json" for name in ("valuegen", "segments", "people", "channels", "calendar", "post")}
PRIVATE = {f"content/private/.schemas/{name}.json" for name in ("contacts", "needs", "log")}


def kept(work: MiniWorkspace) -> set[str]:
    return {path.relative_to(work.root).as_posix() for path in work.root.rglob(".schemas/*")}


def test_it_prints_a_schema_with_the_names_that_are_there(bench):
    work = bench.workspace(FILES)
    for language in ("es", "en"):  # the site's language, whoever asks
        done = work.run("schema", "calendar", language=language)
        assert (done.exit, done.err) == (0, "")
        assert done.json["$schema"] == "http://json-schema.org/draft-07/schema#"
        definitions = done.json["definitions"]
        assert definitions["Entry"]["properties"]["title"]["description"] == "Cómo se llama."
        assert definitions["segments"]["enum"] == ["panaderias"]
        assert definitions["contacts"]["enum"] == ["rosa-diaz"]
        assert definitions["needs"]["enum"] == ["merma-de-rosa"]


def test_without_private_files_any_client_may_be_named(bench):
    definitions = bench.workspace().run("schema", "calendar").json["definitions"]
    assert "segments" in definitions
    assert not {"contacts", "needs"} & {*definitions}


def test_outside_a_workspace_it_speaks_the_language_of_who_asks(bench):
    nowhere = MiniWorkspace(bench.folder)
    assert nowhere.run("schema", "log", language="es").json["description"] == "Lo que de verdad pasó. Privado."
    assert nowhere.run("schema", "log", language="en").json["description"] == "What really happened. Private."


@pytest.mark.parametrize("arguments", [[], ["calendar", "--all"], ["calendario"], ["--workspace", "nowhere", "log"]])
def test_what_can_not_be_asked_is_told(bench, arguments):
    done = bench.workspace().run("schema", *arguments)
    assert done.exit == (1 if "nowhere" in arguments else 2)
    assert done.out == ""
    assert "Traceback" not in done.err


def test_all_are_written_and_those_that_go_with_git_know_nothing_of_clients(bench):
    work = bench.workspace(FILES)
    done = work.run("schema", "--all")
    assert done.exit == 0
    assert "Se han escrito 9 esquemas." in done.err
    assert kept(work) == PUBLIC | PRIVATE
    for path in PUBLIC:
        assert "rosa" not in work.read(path)
        assert "entries" not in json.loads(work.read(path))["definitions"]  # there are more every day
    assert json.loads(work.read("content/private/.schemas/log.json"))["definitions"]["contacts"]["enum"] == [
        "rosa-diaz"
    ]
    again = work.run("schema", "--all")
    assert (again.exit, again.err) == (0, "Los esquemas de .schemas/ están al día.\n")


def test_a_workspace_without_private_files_keeps_none_for_them(bench):
    work = bench.workspace()
    work.run("schema", "--all")
    assert kept(work) == PUBLIC


def test_a_build_keeps_them_in_step_and_makes_none(bench):
    work = bench.workspace(FILES)
    assert work.run("build").exit == 0
    assert kept(work) == set()
    work.run("schema", "--all")
    work.change(
        "content/segments.yaml", "panaderias: {name: Panaderías}\n", "panaderias: {name: P}\nhornos: {name: H}\n"
    )
    work.change("content/private/contacts.yaml", "rosa-diaz", "rosa")
    work.run("build")
    assert json.loads(work.read(".schemas/calendar.json"))["definitions"]["segments"]["enum"] == [
        "panaderias",
        "hornos",
    ]
    assert "rosa-diaz" not in work.read("content/private/.schemas/log.json")


def test_what_is_added_can_be_named_at_once(bench):
    work = bench.workspace(FILES)
    work.run("schema", "--all")
    added = work.run("add", "contact", "Leo Paz", "--id", "leo", "--segment", "panaderias", "--yes")
    assert added.exit == 0, added.err
    names = json.loads(work.read("content/private/.schemas/log.json"))["definitions"]["contacts"]["enum"]
    assert names == ["rosa-diaz", "leo"]


def test_with_a_mistake_in_a_file_its_names_are_not_taken_for_all(bench):
    work = bench.workspace({**FILES, "content/people.yaml": "irene: {name: Irene, correo: x}\nana: {name: Ana}\n"})
    assert work.run("schema", "--all").exit == 0
    definitions = json.loads(work.read(".schemas/calendar.json"))["definitions"]
    assert "people" not in definitions
    assert definitions["segments"]["enum"] == ["panaderias"]


def test_who_is_forgotten_is_in_none_of_them(bench):
    work = bench.workspace(FILES)
    work.remove("content/private/needs.yaml")
    work.run("schema", "--all")
    assert work.run("forget", "rosa-diaz", "--yes").exit == 0
    assert [path for path in kept(work) if "rosa-diaz" in work.read(path)] == []


def test_where_they_can_not_be_written_it_is_told(bench):
    work = bench.workspace(FILES)
    work.write(".schemas", "a file")
    done = work.run("schema", "--all")
    assert done.exit == 1
    assert ".schemas" in done.err
    assert len(done.err.splitlines()) == 1


HEAD = "# yaml-language-server: $schema=../../.schemas/calendar.json\n"
SITE = "# yaml-language-server: $schema=.schemas/valuegen.json\n"


def test_the_language_server_of_editors_offers_what_is_there_and_marks_what_is_wrong(bench):
    work = bench.workspace(FILES)
    work.run("schema", "--all")
    file, settings = work.root / "content/calendar/2026.yaml", work.root / "valuegen.yaml"
    with language_server(work.root) as server:
        assert server.open(file, HEAD + work.read("content/calendar/2026.yaml")) == []
        server.close(file)
        assert server.open(settings, SITE + work.read("valuegen.yaml")) == []
        server.close(settings)

        kinds = ["industry", "expertise", "reference", "conversation", "courtesy", "pitch"]
        assert server.offered(file, f"{HEAD}- title: Hola\n  kind: |\n") == kinds
        assert server.offered(file, f"{HEAD}- title: Hola\n  segments: [|]\n") == ["panaderias"]
        assert server.offered(file, f"{HEAD}- title: Hola\n  segment: |\n") == ["panaderias"]
        assert server.offered(file, f"{HEAD}- {{title: Hola, author: |}}\n") == ["irene"]
        assert server.offered(file, f"{HEAD}defaults:\n  status: |\n") == ["idea", "draft", "review", "ready", "done"]
        keys = server.offered(file, f"{HEAD}- title: Hola\n  |\n")
        assert {"date", "kind", "segments", "ask"} <= {*keys}
        assert not {"segment", "title", "extra"} & {*keys}
        assert {"pitch-share", "jargon"} <= {*server.offered(settings, f"{SITE}rules:\n  |\n")}
        assert {"level", "max", "window"} == {*server.offered(settings, f"{SITE}rules:\n  pitch-share:\n    |\n")}
        for key, some in (
            ("language", {"es", "en"}),
            ("theme", {"default", "tablon"}),
            ("timezone", {"Europe/Madrid"}),
        ):
            assert some <= {*server.offered(settings, f"{SITE}site:\n  {key}: |\n")}, key
        assert "una oferta" in server.hovered(file, f"{HEAD}- title: Hola\n  ki|nd: pitch\n")

        begins = "- title: Hola\n  kind: industry\n"
        for line, told in (
            ("  segments: [panderias]", "4:14: Aquí no hay aún ese nombre."),
            ("  segment: panderias", "4:12: Aquí no hay aún ese nombre."),
            ("  segments: [panaderias]\n  tema: x", "5:3: Property tema is not allowed."),
            ("  segments: [panaderias]\n  date: 03/12/2026", "5:9: Escríbela como año-mes-día"),
        ):
            [marked] = server.open(file, f"{HEAD}{begins}{line}\n")
            assert marked.startswith(told)
            server.close(file)
