"""The languages that a workspace can speak: Spanish and English, and those that it brings a catalogue of.

`locale/LANG.po` in the workspace, and the same in the folder of its theme and of that theme's parents. A sentence
that neither has stays in English (or in Spanish, for `es-CO`): one note a language counts them.
"""

import posixpath
from collections.abc import Iterator, Mapping

from valuegen.finding import Finding, Place
from valuegen.model.settings import Settings
from valuegen.model.theme import ChosenTheme
from valuegen.read.files import MIB, Files
from valuegen.read.nearest import nearest
from valuegen.read.told import not_known, told
from valuegen.tongue import Sentences, Tongue
from valuegen.words import LANGUAGES, base, is_locale, locale_of, msg, nmsg

FOLDER = "locale"
LIMIT = MIB
BUILT_IN: Mapping[str, str] = {code: code for code in LANGUAGES}


def languages_of(files: Files, theme: ChosenTheme | None) -> dict[str, str]:
    """Every language that is known here: its code → the value to say things in. Findings go to `files`.

    `theme`: what is nearer in its chain wins, and what the workspace says wins over all of it.
    """
    found: dict[str, list[tuple[str, Sentences]]] = {}
    shelf = (files.root / "themes").resolve()
    themes = [folder.name for folder in (theme.folders if theme else ()) if folder.resolve().parent == shelf]
    for folder in (FOLDER, *(f"themes/{name}/{FOLDER}" for name in themes)):
        for code, one in _catalogues(files, folder):
            found.setdefault(code, []).append(one)
    known = dict(BUILT_IN)
    for code, catalogues in sorted(found.items()):
        sentences = Sentences({})
        for _, own in reversed(catalogues):
            sentences = own.over(sentences)
        known[code] = Tongue(code, sentences)
        if base(code) not in LANGUAGES:
            files.findings += _missing(code, catalogues[0][0], sentences)
    return known


def with_country(languages: Mapping[str, str], code: str) -> Mapping[str, str]:
    """Beside those that are known a built-in one of a country (`en-GB`): its words, with days and numbers as there."""
    if code not in languages and base(code) in LANGUAGES and is_locale(code):
        return {**languages, code: code}
    return languages


def in_language(files: Files, settings: Settings, languages: Mapping[str, str]) -> Settings:
    """The settings of a site that speaks its language with the words that are there for it."""
    site = settings.site
    known = languages.get(site.language)
    if known is None:
        files.findings.append(unknown_language(site.language, languages, settings.where("site", "language")))
    language = site.model_copy(update={"language": known or LANGUAGES[0]})
    return settings.model_copy(update={"site": language})


def unknown_language(code: str, languages: Mapping[str, str], place: Place) -> Finding:
    """What is said of a language that is not among those of the workspace."""
    what = msg("There is no language “{name}” here.", name=code)
    near = _named(code, languages) or nearest(code, languages)
    if near is None and is_locale(code):
        mend = msg("Write {known:or}, or put its words into locale/{name}.po.", known=tuple(languages), name=code)
    else:
        mend = msg("Write {known:or}.", known=tuple(languages))
    return not_known(what, place, near, mend)


def _named(name: str, languages: Mapping[str, str]) -> str | None:
    """The language of that name, in any of the known ones: español, inglés, Catalan."""
    for code in languages:
        names = {locale_of(code).get_display_name(locale_of(other)) for other in languages}
        if name.casefold() in {each.casefold() for each in names if each}:
            return code
    return None


def _catalogues(files: Files, folder: str) -> Iterator[tuple[str, tuple[str, Sentences]]]:
    """The catalogues in a folder, by the code of their language: their path, and what of them can be used."""
    named: dict[str, str] = {}
    for name in files.names(folder) if files.is_folder(folder) else ():
        stem, end = posixpath.splitext(name)
        if end != ".po" or name.startswith("."):
            continue
        path, code = f"{folder}/{name}", stem.replace("_", "-")
        if not is_locale(code):
            message = msg("“{name}” is not the code of a language.", name=stem)
            mend = msg("Name the file by the language, and its region if need be: ca.po, pt-BR.po.")
            files.findings.append(told(message, Place(path, 1, 1), mend))
        elif code in named:
            message = msg("This is the same language as {file}.", file=named[code])
            files.findings.append(told(message, Place(path, 1, 1), msg("Keep one of the two files.")))
        else:
            named[code] = path
            text = files.text(path, LIMIT)
            yield code, (path, _read(files, text or "", path, code))


def _read(files: Files, text: str, path: str, code: str) -> Sentences:
    from valuegen.read.catalogue import catalogue_of  # it loads Babel, which most workspaces need not wait for

    read = catalogue_of(text, path, code)
    files.findings += read.findings
    return read.sentences


def _missing(code: str, path: str, sentences: Sentences) -> Iterator[Finding]:
    """One note that counts what the public pages say in another language."""
    from valuegen.read.catalogue import template

    lacking = [key for key in template() if key not in sentences.forms]
    if lacking:
        message = nmsg(
            "{n} sentence of the public pages has no words in “{code}” yet: it stays in English. The first is: {first}",
            "{n} sentences of the public pages have no words in “{code}” yet: they stay in English. "
            "The first is: {first}",
            len(lacking),
            code=code,
            first=lacking[0][1],
        )
        mend = msg("Translate them in this file: docs/translating.md says how.")
        yield told(message, Place(path, 1, 1), mend, level="note")
