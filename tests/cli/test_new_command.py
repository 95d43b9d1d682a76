"""`valuegen new`: a first workspace, from an empty folder to a site."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from language_server import language_server
from terminal import in_terminal

from bench import MiniWorkspace
from tests.schema.judging import judged
from valuegen.read.workspace import read_workspace
from valuegen.scaffold import place

ROOT = Path(__file__).parent.parent.parent
DAY = ("--as-of", "2026-11-22")
NEW = (*DAY, "--timezone", "America/Bogota")
SPECIAL_NAMES = [
    "Ana Gil",
    'Taller "Levadura" & Cía. #1',
    "*_`[x](y)`_* <b> {{name}} \\",
    "Null",
    "007",
    "ñ & co; &amp; 'x': y - z",
    "日本",
    "!",
    "a" * 300,
]


def begun(bench, *arguments: str, name: str = "taller", language: str = "es") -> MiniWorkspace:
    """A new workspace in a folder of the test's."""
    done = MiniWorkspace(bench.folder).run("new", name, *NEW, *arguments, language=language)
    assert done.exit == 0, done.err
    return MiniWorkspace(bench.folder / name)


@pytest.mark.parametrize("language", ["es", "en"])
def test_it_builds_at_once_with_nothing_to_say(bench, language):
    work = begun(bench, "--language", language, "--name", "Ana Gil", "--what", "Cuentas claras")
    built = work.run("build", "--strict", *DAY, language=language)
    assert built.exit == 0, built.err
    home = work.read("site/public/index.html")
    assert "Ana Gil" in home
    assert "Cuentas claras" in home
    assert f'lang="{language}"' in home
    assert "Lola" not in "".join(
        path.read_text("utf-8", "ignore") for path in (work.root / "site/public").rglob("*.html")
    )
    assert work.run("check", "--strict", *DAY).exit == 0
    assert work.run("remind", "--on", "2026-11-22").exit == 0


def test_it_says_what_to_do_next_in_three_lines(bench):
    for language, first in (("es", "Tu espacio de trabajo está en"), ("en", "Your workspace is in")):
        done = MiniWorkspace(bench.folder).run("new", f"mi taller {language}", *NEW, language=language)
        head, *lines = done.err.splitlines()
        assert head.startswith(f"{first} mi taller {language}")
        assert [line.split()[:2] for line in lines] == [["cd", "'mi"], ["valuegen", "serve"], ["valuegen", "build"]]
        assert done.out == ""
    assert MiniWorkspace(bench.folder).run("new", "quieto", "--quiet", *NEW).err == ""


def test_without_flags_the_folder_and_the_locale_say_who_it_is_for(bench):
    work = begun(bench, name="taller-levadura", language="en")
    settings = read_workspace(work.root).workspace.settings
    assert (settings.site.title, settings.site.language, settings.site.tagline) == ("Taller levadura", "en", None)
    assert settings.profile == "gentle"


@pytest.mark.parametrize("name", SPECIAL_NAMES, ids=range(len(SPECIAL_NAMES)))
def test_whatever_somebody_is_called(bench, name):
    work = begun(bench, "--name", name, "--what", name)
    found = read_workspace(work.root)
    assert found.findings == ()
    assert found.workspace.settings.site.title == name
    assert work.run("check", *DAY).exit == 0
    assert {path: wrong for path, wrong in judged(work.root, found) if wrong} == {}


def test_a_name_that_is_no_line_is_told(bench):
    done = MiniWorkspace(bench.folder).run("new", "taller", "--name", "a\x07b")
    assert done.exit == 2
    assert not (bench.folder / "taller").exists()


def test_nothing_is_ever_overwritten(bench):
    work = begun(bench)
    work.write("content/people.yaml", "mine\n")
    before = work.tree(".")
    again = MiniWorkspace(bench.folder).run("new", "taller")
    assert (again.exit, again.err) == (1, "En taller ya hay algo: nombra una carpeta nueva o vacía.\n")
    assert work.tree(".") == before
    (bench.folder / "archivo").write_text("x")
    assert MiniWorkspace(bench.folder).run("new", "archivo").exit == 1
    assert (bench.folder / "archivo").read_text() == "x"


def test_an_empty_folder_or_one_of_git_alone_will_do(bench):
    here = bench.folder / "aqui"
    (here / ".git").mkdir(parents=True)
    done = MiniWorkspace(here).run("new", ".", *NEW)
    assert done.exit == 0
    assert "cd " not in done.err
    assert (here / "valuegen.yaml").is_file()
    assert (here / ".git").is_dir()


@pytest.mark.parametrize("existing", [True, False])
def test_where_something_fails_nothing_remains(bench, monkeypatch, existing):
    if existing:
        (bench.folder / "a" / "b").mkdir(parents=True)
    renamed = Path.rename
    monkeypatch.setattr(Path, "rename", lambda self, to: _full() if self.name == "content" else renamed(self, to))
    monkeypatch.setattr("valuegen.scaffold.schemas.put", lambda root, files: place.put(root, files))
    before = sorted(bench.folder.rglob("*"))
    with pytest.raises(OSError, match="full"):
        place.put(bench.folder / "a" / "b", {"content/x": "1", "README.md": "2", "valuegen.yaml": "3"})
    assert sorted(bench.folder.rglob("*")) == before


def _full() -> None:
    raise OSError(28, "full")


@pytest.mark.parametrize("place", ["archivo/taller", "archivo/otro/taller", "nada/../archivo/taller"])
def test_a_place_that_can_not_be_written_is_told(bench, place):
    (bench.folder / "archivo").write_text("x")
    done = MiniWorkspace(bench.folder).run("new", place, *NEW)
    assert done.exit == 1
    (line,) = done.err.splitlines()
    assert line.startswith(f"{place} no se puede escribir: ")
    assert line.endswith((" no es una carpeta. No ha cambiado nada.", " con ese nombre. No ha cambiado nada."))


def test_git_sees_all_but_what_is_built_and_what_is_known_of_clients(bench):
    work = begun(bench)
    work.run("build", *DAY)
    subprocess.run(["git", "init", "-q"], cwd=work.root, check=True)
    shown = subprocess.run(
        ["git", "ls-files", "--others", "--exclude-standard"], cwd=work.root, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    assert {path.partition("/")[0] for path in shown} == {
        ".editorconfig", ".github", ".gitignore", ".schemas", ".vscode", "README.md", "content", "valuegen.yaml",
    }  # fmt: skip
    assert not [path for path in shown if "private" in path]
    for path in shown:
        assert "Lola Inventada" not in work.read(path)


def without_comments(text: str) -> list[str]:
    lines = (re.sub(r"(?:^|(?<= ))# .*", "", line).rstrip() for line in text.splitlines())
    return [line for line in lines if line]


def test_the_workflow_is_the_recipe_itself_with_comments_in_your_language(bench):
    recipe = (ROOT / "ci/github-pages.yml").read_text("utf-8")
    for language, begins in (("es", "# Hace el sitio cada vez"), ("en", "# Builds the site on each push")):
        work = begun(bench, "--language", language, name=language)
        text = work.read(".github/workflows/site.yml")
        assert text.startswith(begins)
        assert without_comments(text) == without_comments(recipe)
        said = {line.partition("# ")[2] for line in recipe.splitlines()[2:] if "# " in line and "# v" not in line}
        assert [one for one in said if one in text] == ([] if language == "es" else list(said))
    wheel = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert "ci/github-pages.yml" in wheel["only-include"]
    assert wheel["sources"]["ci"] == "valuegen/ci"


def test_the_first_build_changes_no_file_of_it(bench):
    """Its schemas are what a build makes them: nothing to commit after it."""
    work = begun(bench)
    before = {path: digest for path, digest in work.tree(".").items() if not path.startswith((".valuegen", "site"))}
    work.run("build", *DAY)
    after = {path: digest for path, digest in work.tree(".").items() if not path.startswith((".valuegen", "site"))}
    assert after == before


def test_editors_find_nothing_wrong_in_it_after_a_clone_too(bench):
    work = begun(bench)
    with language_server(work.root) as server:
        for path in sorted(work.root.rglob("*.yaml")):
            text = path.read_text("utf-8")
            assert text.startswith("# yaml-language-server: $schema=")
            assert server.open(path, text) == [], path
            server.close(path)
        file = work.root / "content/calendar/primer-mes.yaml"
        head = file.read_text("utf-8").partition("\n")[0]
        assert server.offered(file, f"{head}\n- title: x\n  segments: [|]\n") == [
            "empiezan",
            "con-camino",
            "de-siempre",
        ]


def test_who_speaks_may_be_told_apart_from_the_firm(bench):
    work = begun(bench, "--language", "es", "--name", "Panadería Luna", "--person", "Ana Ruiz")
    assert 'title: "Panadería Luna"' in work.read("valuegen.yaml")
    assert 'ana-ruiz:\n  name: "Ana Ruiz"' in work.read("content/people.yaml")
    assert "owner: ana-ruiz" in work.read("content/segments.yaml")
    assert work.run("build", *DAY).exit == 0


def test_spans_are_written_in_the_language(bench):
    work = begun(bench, "--language", "es")
    text = "".join(path.read_text("utf-8") for path in (work.root / "content").rglob("*.[ym]*") if path.is_file())
    assert "at_least: 30 días, at_most: 3 cada 7 días" in text
    assert not re.search(r"\d days|\d per \d", text)


def test_it_asks_who_sits_there(bench):
    typed = "Taller Levadura\nfr\nes\nIdeas para quien hornea\nBogto\nBogotá\n"
    asked = in_terminal(bench.folder, "new", "taller", typed=typed, TZ="UTC")
    assert asked.exit == 0, asked.out
    assert "¿Cómo te llamas, tú o tu firma? [Taller]" in asked.out
    assert asked.out.count("¿En qué idioma escribes, español (es) o inglés (en)? [es]") == 2
    assert "Por ahora solo hay estos dos: es (español) y en (inglés), con país si quieres: es-CO, en-GB." in asked.out
    assert "¿Qué haces, y para quién?" in asked.out
    assert asked.out.count("¿En qué zona horaria estás, o en qué ciudad grande cerca? [Europe/Madrid]") == 2
    assert "No existe la zona horaria «Bogto». ¿Querías decir «America/Bogota»?" in asked.out
    site = read_workspace(bench.folder / "taller").workspace.settings.site
    assert site.timezone == "America/Bogota"
    assert (site.title, site.language, site.tagline) == ("Taller Levadura", "es-CO", "Ideas para quien hornea")


@pytest.mark.parametrize(
    ("said", "code"),
    [("Español", "es"), ("inglés", "en"), ("English", "en"), ("EN", "en"), ("en_gb", "en-GB"), ("es-419", "es-419")],
)
def test_the_language_as_people_call_it(bench, said, code):
    asked = in_terminal(bench.folder, "new", "taller", typed=f"\n{said}\n\n", TZ="Europe/Madrid")
    assert (asked.exit, "Por ahora solo hay" in asked.out) == (0, False)
    assert read_workspace(bench.folder / "taller").workspace.settings.site.language == code


@pytest.mark.parametrize("code", ["en-GB", "es-CO"])
def test_a_language_of_a_country_is_kept(bench, code):
    work = begun(bench, "--language", code, "--what", "Cuentas claras")
    assert f"  language: {code}\n" in work.read("valuegen.yaml")
    assert read_workspace(work.root).workspace.settings.site.language == code
    assert work.run("build", "--strict", *DAY).exit == 0
    assert f'lang="{code}"' in work.read("site/public/index.html")
    other = MiniWorkspace(bench.folder).run("new", "otro", "--language", "en-XX", *NEW, language="en")
    assert (other.exit, "--language: Only these two are here so far: es (Spanish) and en" in other.err) == (2, True)


def test_what_can_not_be_a_folder_or_a_language_is_told_in_so_many_words(bench):
    for folder in ("", "  "):
        refused = MiniWorkspace(bench.folder).run("new", folder)
        assert (refused.exit, "Di en qué carpeta escribirlo: `valuegen new mi-negocio`." in refused.err) == (2, True)
    named = MiniWorkspace(bench.folder).run("new", "taller", "--name", " ", "--language", "es")
    assert (named.exit, "Error: --name: " in named.err) == (2, True)
    assert not any(bench.folder.iterdir())
