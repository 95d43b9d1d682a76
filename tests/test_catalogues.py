"""Everything that the program says can be said in Spanish, and what is compiled is what is written."""

import gettext
import io

import pytest
from babel.messages.catalog import Message

from tools import catalogues
from valuegen import words

KINDS = {
    "translated": "is not in the catalogues",
    "used": "is said nowhere",
    "compiled": "is not compiled",
}


@pytest.fixture(scope="module")
def problems() -> list[str]:
    return list(catalogues.problems())


@pytest.mark.parametrize("kind", KINDS)
def test_every_sentence_is(kind: str, problems: list[str]) -> None:
    found = [problem for problem in problems if KINDS[kind] in problem]
    assert not found, "\n".join(found)


def test_every_translation_fits(problems: list[str]) -> None:
    found = [problem for problem in problems if not any(phrase in problem for phrase in KINDS.values())]
    assert not found, "\n".join(found)


def test_the_program_reads_what_is_written() -> None:
    for source in catalogues.sources():
        for found, message in catalogues.entries(catalogues.read(source)):
            if found.context is None:
                first = message.string if isinstance(message.string, str) else message.string[0]
                spanish = words.catalogue(source.parts[-3])
                said = spanish.ngettext(*found.ids, 1) if len(found.ids) > 1 else spanish.gettext(found.ids[0])
                assert said == first


@pytest.mark.parametrize(
    ("ids", "translation", "wrong"),
    [
        ("{n} entries", "{n} entradas", None),
        ("On {day}.", "El {day:MMMMd}.", None),
        ("Hello, %(name)s", "Hola, %(name)s", None),
        (("{n} entry", "{n} entries"), ("una entrada", "{n} entradas"), None),
        ("{n} of {all}", "{n}", "says nothing of all"),
        (("{n} of {all}", "{n} of {all}"), ("{n}", "{n} de {all}"), "says nothing of all"),
        ("{n} entries", "{m} entradas", "has places for what is not given: m"),
        ("{n} entries", "{n entradas", "has a brace"),
        ("Before ", "Antes", "begins or ends with a space"),
        ("Before", "", "is not translated"),
    ],
)
def test_a_translation_says_what_its_msgid_says(ids: object, translation: object, wrong: str | None) -> None:
    found = catalogues.misfit(Message(ids, translation))
    assert found is None if wrong is None else wrong in (found or "")


def test_a_compiled_catalogue_depends_on_its_entries_alone(tmp_path, monkeypatch) -> None:
    folder = tmp_path / "es" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    entry = 'msgid "one"\nmsgid_plural "many"\nmsgstr[0] "uno"\nmsgstr[1] "muchos"\n'
    for name, head in (("a", ""), ("b", 'msgid ""\nmsgstr "PO-Revision-Date: 2020-01-01 00:00+0000\\n"\n\n')):
        (folder / f"{name}.po").write_text(head + entry)
    first, second = (catalogues.compiled(folder / f"{name}.po") for name in "ab")
    assert first == second
    assert gettext.GNUTranslations(io.BytesIO(first)).ngettext("one", "many", 2) == "muchos"
