"""Languages that a workspace, or its theme, brings: `locale/LANG.po`."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench import MiniWorkspace
from valuegen.read.catalogue import catalogue_of, places, template
from valuegen.read.workspace import read_workspace
from valuegen.tongue import Sentences, Tongue
from valuegen.words import is_locale, msg, nmsg, say, written

HEAD = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""
CATALAN = (
    HEAD
    + """
msgid "Topics"
msgstr "Temes"

msgctxt "address"
msgid "topics"
msgstr "temes"

msgid "Everything that was written, by topic."
msgstr "Tot el que n'hem escrit, per tema."

msgid "%(n)s post"
msgid_plural "%(n)s posts"
msgstr[0] "%(n)s text"
msgstr[1] "%(n)s textos"

#, fuzzy
msgid "Archive"
msgstr "Arxivador"

msgid "Who is behind this"
msgstr ""
"""
)


@pytest.fixture
def catalan(bench) -> MiniWorkspace:
    work = bench.workspace({"locale/ca.po": CATALAN.encode()})
    return work.change("valuegen.yaml", "language: es", "language: ca")


def test_forms_of_the_plural_that_can_t_be_counted(catalan: MiniWorkspace) -> None:
    catalan.write("locale/ca.po", CATALAN.replace("plural=(n != 1)", "plural=(n != )").encode())
    reading = read_workspace(catalan.root)
    assert ("locale/ca.po", 5, "The “Plural-Forms” of this catalogue can't be used.") in [
        (one.place.file, one.place.line, say(one.message, "en")) for one in reading.findings
    ]


def wrong_in(text: str) -> list[tuple[int, str]]:
    found = catalogue_of((HEAD + text).lstrip("\n"), "locale/ca.po", "ca").findings
    return [(one.place.line, say(one.message, "en")) for one in found]


def test_a_language_with_a_catalogue_is_accepted(catalan: MiniWorkspace):
    reading = read_workspace(catalan.root)
    assert reading.is_whole
    assert reading.language == "ca"
    assert say(msg("Topics"), reading.language) == "Temes"
    assert list(reading.workspace.languages) == ["es", "en", "ca"]


def test_what_it_lacks_is_english_and_one_note_counts_it(catalan: MiniWorkspace):
    (note,) = catalan.findings("format")
    assert (note["level"], note["file"], note["line"]) == ("note", "locale/ca.po", 1)
    assert str(len(template()) - 4) in note["message"]
    assert say(msg("Archive"), read_workspace(catalan.root).language) == "Archive"


def test_its_pages_are_in_it(catalan: MiniWorkspace):
    catalan.change("content/calendar/2026.yaml", "kind: industry", "kind: industry\n  topics: [farina]")
    assert catalan.run("build").exit == 0
    page = catalan.read("site/public/temes/index.html")
    assert '<html lang="ca"' in page
    assert "1 de desembre del 2026" in catalan.read("site/public/harina/index.html")
    assert ">Temes</a>" in page
    assert "Tot el que n&#39;hem escrit, per tema." in page


def test_pages_are_written_in_the_direction_of_their_language(bench):
    """Style sheets speak of begin and end, so that nothing but `dir` is needed."""
    work = bench.workspace({"locale/ar.po": CATALAN.replace("ca", "ar").encode()})
    work.change("valuegen.yaml", "language: es", "language: ar")
    assert work.run("build").exit == 0
    assert '<html lang="ar" dir="rtl"' in work.read("site/public/index.html")
    assert " dir=" not in work.read("site/planner/index.html")


def test_warm_is_cold_after_a_change_of_words(catalan: MiniWorkspace):
    assert catalan.run("build").exit == 0
    catalan.change("locale/ca.po", 'msgstr "Temes"', 'msgstr "Assumptes"')
    assert catalan.run("build").exit == 0
    warm = catalan.tree()
    assert catalan.run("build", "--no-cache").exit == 0
    assert catalan.tree() == warm
    catalan.change("locale/ca.po", 'msgstr "Assumptes"', 'msgstr "Temes"')


def test_without_a_catalogue_it_is_refused(bench):
    work = bench.workspace().change("valuegen.yaml", "language: es", "language: ca")
    (found,) = work.findings("format")
    assert (found["file"], found["line"]) == ("valuegen.yaml", 4)
    assert "locale/ca.po" in found["mend"]["text"]


def test_a_theme_brings_words_and_the_workspace_has_the_last(bench):
    theirs = HEAD + 'msgid "Topics"\nmsgstr "Seves"\n\nmsgid "Archive"\nmsgstr "Arxiu"\n'
    ours = HEAD + 'msgid "Topics"\nmsgstr "Nostres"\n'
    work = bench.workspace({"themes/mine/locale/ca.po": theirs.encode(), "locale/ca.po": ours.encode()})
    work.change("valuegen.yaml", "language: es", "language: ca\n  theme: mine")
    language = read_workspace(work.root).language
    assert [say(msg(id), language) for id in ("Topics", "Archive")] == ["Nostres", "Arxiu"]


def test_a_theme_has_the_words_of_its_parent(bench):
    work = bench.workspace({"themes/old/locale/ca.po": (HEAD + 'msgid "Topics"\nmsgstr "Seves"\n').encode()})
    work.write("themes/mine/theme.yaml", b"parent: old\n")
    work.change("valuegen.yaml", "language: es", "language: ca\n  theme: mine")
    assert say(msg("Topics"), read_workspace(work.root).language) == "Seves"


def test_a_built_in_language_may_be_said_otherwise(bench):
    work = bench.workspace({"locale/es.po": (HEAD + 'msgid "Who it is for"\nmsgstr "Quién nos lee"\n').encode()})
    assert work.findings("format") == []
    assert work.run("build").exit == 0
    page = work.read("site/public/para-quien/index.html")
    assert "Quién nos lee</h1>" in page
    assert ">Archivo</a>" in page


def test_html_in_a_translation_is_shown_as_text(bench):
    hostile = HEAD + 'msgid "Topics"\nmsgstr "<script>alert(1)</script> 100% \\"x\\""\n\n'
    hostile += (
        'msgid "%(n)s post"\nmsgid_plural "%(n)s posts"\nmsgstr[0] "<b>%(n)s\\" 5%% text"\nmsgstr[1] "<b>%(n)s"\n'
    )
    work = bench.workspace({"locale/ca.po": hostile.encode()})
    work.change("valuegen.yaml", "language: es", "language: ca")
    work.change("content/calendar/2026.yaml", "kind: industry", "kind: industry\n  topics: [farina]")
    assert work.run("build").exit == 0
    pages = "".join(work.read(f"site/{path}") for path in work.tree() if path.endswith(".html"))
    assert "<script>alert" not in pages
    assert '<b>1"' not in pages
    assert "&lt;script&gt;alert(1)&lt;/script&gt; 100% " in pages
    assert "&lt;b&gt;1&quot; 5% text" in pages


@pytest.mark.parametrize(
    ("entry", "line", "said"),
    [
        ('msgid "a {n}"\nmsgstr "b {m}"\n', 6, "{m}"),
        ('msgid "a {n}"\nmsgstr "b"\n', 6, "lacks the place {n}"),
        ('msgid "a {n}"\nmsgstr "b {n"\n', 6, "has a place that its English has not"),
        ('msgid "a {n}"\nmsgstr "b {n!r}"\n', 6, "has a place"),
        ('msgid "a {n}"\nmsgstr "b {n:>99999999}"\n', 6, "{n:>99999999}"),
        ('msgid "a {n}"\nmsgstr "b {n.__class__}"\n', 6, "{n.__class__}"),
        ('msgid "a %(n)s"\nmsgstr "b %(n)99999999d"\n', 6, "has a place"),
        ('msgid "a %(n)s"\nmsgstr "b %(n)s 100%"\n', 6, "has a place"),
        ('msgid "a %(n)s"\nmsgstr "b %s"\n', 6, "lacks the place %(n)s"),
        ('msgid "a"\nmsgstr "b\\u0007\x07"\n', 6, "control character"),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n', 6, "not all its forms"),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[2] "c"\n', 6, "can't be read"),
        ('msgctxt "address"\nmsgid "topics"\nmsgstr "Els temes"\n', 7, "part of an address"),
        ('msgctxt "address"\nmsgid "topics"\nmsgstr "../x"\n', 7, "part of an address"),
        ('msgctxt "address"\nmsgid "topics"\nmsgstr "planner"\n', 7, "part of an address"),
        ('msgid "a"\nmsgstr "b"\n\nmsgsrt "c"\n', 9, "can't be read"),
        ('msgid "a"\n', 6, "can't be read"),
        ('msgid "a"\nmsgstr[x] "b"\n', 1, "can't be read"),
    ],
)
def test_a_wrong_translation_is_said_at_its_line(entry: str, line: int, said: str):
    (found,) = wrong_in(entry)
    assert found[0] == line, found
    assert said in found[1]


def test_two_pages_never_share_an_address():
    entry = 'msgctxt "address"\nmsgid "topics"\nmsgstr "x"\n\nmsgctxt "address"\nmsgid "archive"\nmsgstr "x"\n'
    (found,) = wrong_in(entry)
    assert found == (11, "Two pages would have the address “x”.")


@pytest.mark.parametrize(
    "plural", ["nplurals=2; plural=n/0", "nplurals=2; plural=n", "nplurals=99999999999; plural=__import__('os')", "x"]
)
def test_hostile_plural_forms_are_said(plural: str):
    text = HEAD.replace("nplurals=2; plural=(n != 1);", plural) + 'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n'
    assert len(catalogue_of(text, "locale/ca.po", "ca").findings) == 1


def test_files_with_odd_names_are_said(bench):
    work = bench.workspace(
        {"locale/catalan.po": b"", "locale/pt-BR.po": b"", "locale/pt_BR.po": b"", "locale/x.mo": b""}
    )
    said = {(one["file"], one["level"]) for one in work.findings("format")}
    assert said == {("locale/catalan.po", "error"), ("locale/pt_BR.po", "error"), ("locale/pt-BR.po", "note")}


@given(st.binary(max_size=300) | st.text(alphabet='msgidtr_pluxn[]01 "\\\n#~,(){}%=:;', max_size=300).map(str.encode))
def test_no_catalogue_breaks_the_reading(data: bytes):
    found = catalogue_of(data.decode("utf-8", "replace"), "locale/ca.po", "ca")
    for forms in found.sentences.forms.values():
        assert all(forms)


def test_a_tongue_is_its_code_and_keeps_its_words():
    sentences = Sentences({(None, "{n} post"): ("{n} text", "{n} textos"), (None, "Archive"): ("Arxiu",)})
    tongue = pickle.loads(pickle.dumps(Tongue("ca", sentences)))
    assert (tongue, f"{tongue}", {"ca": 1}[tongue]) == ("ca", "ca", 1)
    assert say(nmsg("{n} post", "{n} posts", 1200), tongue) == "1.200 textos"
    assert say(msg("Archive"), Tongue("ca", Sentences({}))) == "Archive"
    assert say(msg("Archive"), Tongue("es-CO", Sentences({}))) == "Archivo"
    assert written(1200, Tongue("pt-BR", sentences)) == "1.200"


def test_places_and_codes():
    assert places("a {n} {day:MMMM}") == {"{n}", "{day:MMMM}"}
    assert places("a %(n)s 5%%") == {"%(n)s"}
    assert is_locale("ca")
    assert is_locale("pt-BR")
    assert not any(map(is_locale, ("", "xx", "../ca", "ca_ES", "español", "en-US-x")))


def test_the_template_holds_what_the_pages_say():
    assert (None, "Topics") in template()
    assert ("address", "topics") in template()
    assert (None, "Nothing was published; the site is as it was.") not in template()
