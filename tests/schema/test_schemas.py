"""The schemas say what the program says: what is read is right, what is refused is wrong, as far as they can tell."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from bench import Bench
from tests.read.full import FULL
from tests.read.test_messages import CASES, broken
from tests.schema.judging import judged, loaded
from valuegen.read.entries import HIDDEN
from valuegen.read.form import form_of
from valuegen.read.workspace import read_workspace
from valuegen.schema.files import KEYS, NAMES, schema_of
from valuegen.schema.known import NOTHING
from valuegen.schema.told import TOLD
from valuegen.schema.values import FORMS, one_of, strict
from valuegen.words import say

RULES_OWN = {"rule-format-words", "rule-vanity-metric"}
"""Cases that are read, and are errors of a rule: unknown keys, and lists that are not there."""


@pytest.mark.parametrize("language", ["es", "en"])
def test_every_key_is_told_and_no_other(language: str) -> None:
    for model, told in TOLD.items():
        hidden = HIDDEN if model.__name__ == "Entry" else ()
        assert [*told] == [*form_of(model, hidden).known]
        assert all(say(message, language) for message in told.values())
        if language == "es":
            assert [key for key, message in told.items() if say(message, "es") == say(message, "en")] == []
    assert all(say(message, "es") != say(message, "en") for message in KEYS.values())


@pytest.mark.parametrize("name", NAMES)
def test_each_is_a_schema(name: str) -> None:
    schema = schema_of(name, NOTHING, "es")
    Draft7Validator.check_schema(schema)
    assert list(Draft7Validator(schema).iter_errors(None)) == [] or name in ("valuegen", "post")


def test_the_example_and_every_key_are_right(bench: Bench) -> None:
    for work in (bench.example(), bench.workspace(FULL)):
        wrong = dict(judged(work.root, read_workspace(work.root)))
        assert len(wrong) > 6
        assert {path: found for path, found in wrong.items() if found} == {}


def test_what_is_read_is_right_and_most_of_what_is_refused_is_wrong(tmp_path) -> None:
    """On every broken workspace of the gallery, file by file.

    What hangs on other values, other files or the day, and what is no YAML at all, is for the program to say.
    """
    too_strict, refused_cases, seen = [], set(), set()
    for case in CASES:
        reading = broken(case, tmp_path / case)
        refused = {finding.place.file for finding in reading.findings if finding.level == "error"}
        for path, found in judged(tmp_path / case, reading):
            if found and path not in refused and case not in RULES_OWN:
                too_strict.append((case, path, found))
            if path in refused:
                refused_cases.add(case)
                seen |= {case} if found else set()
    assert too_strict == []
    assert len(seen) > len(refused_cases) / 2


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("segments", "{panaderias: {name: Hornos, channel: blog, cadence: [{at_least: 3 semanas}], about: }}"),
        ("segments", "[{id: 2026, name: 2026}, {id: x, name: yes}]"),
        ("segments", "{id: {name: Un segmento que se llama id}}"),
        ("segments", "{id: solo, name: Uno}"),
        ("channels", "{visit: , blog: {minutes: 100}}"),
        ("calendar", "{title: T, kind: [pitch], segment: x, text: 9:30, minutes: '90'}"),
        ("calendar", "{defaults: {kind: pitch, segment: x}, entries: [{title: T}, {title: 3}]}"),
        ("calendar", "{entries: {title: T, kind: pitch, contacts: rosa}}"),
        ("calendar", "[{title: T, kind: pitch, contact: rosa, image: {src: a.jpg}, allow: {jargon: sí}, date: }]"),
        ("post", "{title: T, date: 2026-12-03, tags: pan, layout: post, draft: no, nested: {a: [1]}}"),
        ("log", "{date: 2026-11-02T10:30, what: sale, amount: '120,50 EUR', settled: true}"),
        ("contacts", "{rosa: {name: Rosa, segments: a, phone: +573000000, opted_out: true, dates: {birthday: 02-29}}}"),
        ("valuegen", "{extends: ../base.yaml, site: {tagline: Nada más}}"),
        ("valuegen", "{site: [{title: T, url: 'https://a.example'}], rules: {pitch-share: [{max: 0.2}], jargon: off}}"),
        (
            "valuegen",
            "{site: {title: T, url: 'http://a.example:80/b'}, product: {a: {name: A}}, goal: {sales: 2 cada 7 días}}",
        ),
        ("needs", None),
    ],
)
def test_other_ways_of_writing_are_right_too(file: str, text: str | None) -> None:
    data = loaded(text) if text else None
    assert [one.message for one in Draft7Validator(schema_of(file, NOTHING, "es")).iter_errors(data)] == []


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("segments", "{panaderias: }"),
        ("segments", "{panaderias: {nombre: Hornos}}"),
        ("segments", "{Panaderías: {name: Hornos}}"),
        ("people", "{ana: {name: [Ana, Gil]}}"),
        ("calendar", "[{title: T, kind: pitch}]"),
        ("calendar", "[{title: , kind: pitch, segments: x}]"),
        ("calendar", "{entries: [{title: T, segments: x}]}"),
        ("calendar", "[{title: T, kind: pitch, segments: [a], segment: b}]"),
        ("calendar", "[{title: T, kind: pitch, segments: [a], body: a.md, text: b}]"),
        ("calendar", "[{title: T, kind: pitch, segments: [a], allow: {pitch-share: porque sí}}]"),
        ("calendar", "[{title: T, kind: pitch, segments: [a], date: 2026-13-03}]"),
        ("post", "{title: T}"),
        ("post", "{title: T, date: 2026-12-03, text: aquí no}"),
        ("valuegen", "{profile: full}"),
        ("valuegen", "{site: {title: T, url: 'ftp://a.example'}}"),
        ("valuegen", "{site: {title: T, url: 'https://a.example'}, rules: {pitch-share: {max: 50%}}}"),
        ("valuegen", "{site: {title: T, url: 'https://a.example'}, rules: {pitch-share: off}}"),
        ("valuegen", "{site: {title: T, url: 'https://a.example'}, rules: {too-quiet: {maximo: 2}}}"),
        ("contacts", "{rosa: {name: Rosa}}"),
        ("log", "[{date: 2026-11-02}]"),
    ],
)
def test_what_is_not_the_format_is_wrong(file: str, text: str) -> None:
    assert list(Draft7Validator(schema_of(file, NOTHING, "es")).iter_errors(loaded(text)))


WRITTEN = (
    "90 days", "6 weeks", "2 per 7 days", "20%", "0.2", "33,3 %", "1", "100%", "2026-12-03", "2026-12-03T09:30",
    "12-24", "--02-29", "120 EUR", "si", "No", "TRUE", "rosa@horno.example", "+57 300 000 0000", "(91) 5.5-5",
    "+34600000000",     "https://a.example/b?c#d", "mailto:{email}", "FREQ=WEEKLY;BYDAY=TU", "rrule: freq = daily",
    "/old/path/", "old-slug", "2026", "0123", "friend", "3", "9:30", "null",
)  # fmt: skip


@pytest.mark.parametrize("reader", FORMS, ids=lambda reader: reader.__name__)
@settings(max_examples=30)
@given(data=st.data())
def test_whatever_is_read_looks_right(reader, data) -> None:
    """Of each kind of value: a text that the program reads is right for an editor, whatever type that takes it for."""
    form = FORMS[reader]
    likely = st.from_regex(form.pattern, fullmatch=True) if form.pattern else st.text()
    text = data.draw(st.sampled_from(WRITTEN) | st.text(max_size=12) | likely)
    try:
        reader(text)
        seen = loaded(text)
        assert isinstance(seen, str | int | float | bool | None)
    except Exception:
        return
    if (seen is None and not form.plain) or (isinstance(seen, str) and seen != text):
        return  # a key with nothing after it; signs of YAML's own
    schema = one_of(strict(form, lambda message: say(message, "en")), form.plain, optional=True)
    for value in (seen, [seen], text):
        if value != [None]:
            assert list(Draft7Validator(schema).iter_errors(value)) == [], (text, value)
