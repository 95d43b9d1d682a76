"""`markdown.engine: fast` belongs to the format, and this version has no fast parser: it says so."""

import pytest

from bench import Bench


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "es",
            "Esta versión de valuegen aún no tiene el motor «fast»: los textos los lee «markdown-it».",
        ),
        (
            "en",
            "This version of valuegen has no engine “fast” yet: “markdown-it” reads the texts instead.",
        ),
    ],
)
def test_the_fast_engine_is_said_to_be_missing(bench: Bench, language: str, said: str) -> None:
    work = bench.workspace().change("valuegen.yaml", "site:", "markdown: {engine: fast}\nsite:")
    work.change("valuegen.yaml", "language: es", f"language: {language}")
    (note,) = work.findings("format")
    assert (note["level"], note["message"], note["line"], note["column"]) == ("note", said, 1, 20)
    assert work.run("build", "--strict").exit == 0


def test_the_usual_engine_is_not_spoken_of(bench: Bench) -> None:
    work = bench.workspace().change("valuegen.yaml", "site:", "markdown: {engine: markdown-it}\nsite:")
    assert work.findings("format") == []
