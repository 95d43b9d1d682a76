"""Fingerprints: the same finding keeps its own, wherever its line is; no two in a report are equal."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from outcome_samples import finding_of

from valuegen.build import survey
from valuegen.finding import Finding, Place
from valuegen.leaf import NoLeaves
from valuegen.read.workspace import read_workspace
from valuegen.report.fingerprint import fingerprints
from valuegen.words import msg

SITE = {
    "valuegen.yaml": ["site: {title: T, url: https://levadura.example, timezone: America/Bogota, as_of: 2026-12-01}"],
    "content/segments.yaml": ["panaderias: {name: Panaderías}", "molinos: {name: Molinos}", "otros: {name: Otros}"],
    "content/private/contacts.yaml": [
        "rosa: {name: Rosa Díaz, segments: [panaderias, molinos]}",
        "ana: {name: Ana Gil, segments: [panaderias], opted_out: 2026-10-02}",
    ],
    "content/private/log.yaml": [
        "- {date: 2026-11-05, contact: rosa, channel: whatsapp, what: reply}",
        "- {date: 2026-11-06, contact: ana, channel: call, what: call, by: irene}",
    ],
    "content/private/needs.yaml": ["- {id: merma, heard: 2026-09-01, from: rosa, needs: Pesar, segment: panaderias}"],
    "content/people.yaml": ["irene: {name: Irene Vidal, role: principal, email: irene@levadura.example}"],
}
CALENDAR = "content/calendar/2026.yaml"
KEPT = {
    **SITE,
    CALENDAR: [
        "- {date: 2026-11-05, title: Se quedó, slug: quedo, segments: [panaderias], kind: industry}",
        "- {date: 2026-12-03, title: Uno, slug: uno, segments: [panaderias], kind: pitch}",
        "- {date: 2026-12-04, title: Dos, slug: dos, segments: [panaderias, molinos], kind: pitch}",
        "- {date: 2026-12-05, title: Tres, slug: tres, segments: [panaderias], kind: industry}",
        "- {date: 2026-12-06, title: Cuatro, slug: cuatro, segments: [panaderias], kind: industry}",
        "- {date: 2026-12-07, title: A Ana, slug: ana, contacts: [ana], kind: conversation, channels: [call]}",
        "- {date: 2027-02-20, title: Lejos, slug: lejos, segments: [panaderias], kind: industry}",
    ],
}
BROKEN = {
    **SITE,
    CALENDAR: [
        "- {date: 2026-12-03, title: Uno, slug: uno, segmnts: [panaderias], kind: pitch}",
        "- {date: 2026-12-04, title: Dos, slug: uno, segments: [panaderia], kind: pich}",
        "- {date: 2026-12-05, title: Tres, slug: dos, segments: [molinos], kind: pitch, chanels: [blog]}",
        "- {date: 2026-12-05, title: Tres, slug: dos, segments: [molinos], kind: pitch}",
    ],
}


def found_in(files):
    with TemporaryDirectory() as folder:
        for path, lines in files.items():
            target = Path(folder, path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text("\n".join(lines) + "\n", "utf-8")
        return survey(read_workspace(Path(folder)), NoLeaves()).findings


def named(findings):
    """Fingerprint → what it is of."""
    return {
        mark: (one.rule, one.segment, one.contact, one.need, one.entry)
        for mark, one in zip(fingerprints(findings), findings, strict=True)
    }


ADDED = st.lists(st.sampled_from(["", "# a word", "   # another"]), max_size=3)


@pytest.mark.parametrize("files", [KEPT, BROKEN], ids=["rules", "format"])
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_lines_between_change_none(files, data):
    before = named(found_in(files))
    assert len(before) >= 5
    path = data.draw(st.sampled_from(sorted(files)))
    moved = [line for old in files[path] for line in (*data.draw(ADDED), old)]
    assert named(found_in({**files, path: moved})) == before


OTHER = st.builds(
    "- {{date: 2026-12-{:02}, title: Nueva, slug: nueva{}, segments: [otros], kind: {}, ask: ¿Sí?}}".format,
    st.integers(1, 28),
    st.integers(1, 3),
    st.sampled_from(["industry", "expertise", "reference"]),
)


@settings(max_examples=25, deadline=None)
@given(OTHER, st.integers(0, 6), st.booleans())
def test_entries_elsewhere_change_none(entry, place, in_another_file):
    before = named(found_in(KEPT))
    lines = KEPT[CALENDAR]
    more = (
        {"content/calendar/2027.yaml": [entry]}
        if in_another_file
        else {CALENDAR: [*lines[:place], entry, *lines[place:]]}
    )
    after = named(found_in({**KEPT, **more}))
    kept = {mark: about for mark, about in before.items() if about[1] != "otros"}
    assert len(kept) >= 8
    assert kept.items() <= after.items()


def test_more_of_the_same_segment_changes_neither_share_nor_crowd():
    """Their sentences count anew, from “the only entry” to “1 of the 3”; the finding is the same."""
    alone = {**KEPT, CALENDAR: [KEPT[CALENDAR][1]]}
    more = {**KEPT, CALENDAR: [KEPT[CALENDAR][1], KEPT[CALENDAR][0].replace("11-05", "12-01")]}
    shares = [
        {mark for mark, about in named(found_in(files)).items() if about[0] == "pitch-share"} for files in (alone, more)
    ]
    assert len(shares[0]) == 1
    assert shares[0] == shares[1]


def test_another_day_changes_only_what_is_found():
    before = named(found_in(KEPT))
    later = {**KEPT, "valuegen.yaml": [KEPT["valuegen.yaml"][0].replace("12-01", "12-02")]}
    after = named(found_in(later))
    both = set(before.values()) & set(after.values())
    assert ("unanswered", None, "rosa", None, None) in both
    assert ("overdue", None, None, None, "2026-11-05-quedo") in both
    assert {mark for mark, about in before.items() if about in both} == {
        mark for mark, about in after.items() if about in both
    }


@pytest.mark.parametrize(
    "other",
    [
        {"rule": "overdue"},
        {"file": "b.yaml"},
        {"segment": "s"},
        {"contact": "c"},
        {"need": "n"},
        {"entry": "e"},
        {"data": {"channel": "visit"}},
        {"data": {"week": "2026-12-07"}},
    ],
    ids=str,
)
def test_what_it_is_about_tells_it_apart(other):
    one, two = finding_of(), finding_of(**other)
    assert len({*fingerprints([one]), *fingerprints([two])}) == 2


@pytest.mark.parametrize(
    "other",
    [
        {"line": 1, "column": 1},
        {"text": "Otra frase."},
        {"level": "note"},
        {"data": {"pitches": 3, "limit": "1/5", "until": "2026-12-20", "contacts": ["a"], "best": "visit"}},
    ],
    ids=str,
)
def test_what_moves_by_itself_does_not(other):
    assert fingerprints([finding_of()]) == fingerprints([finding_of(**other)])


def test_mistakes_of_form_are_told_apart_by_the_names_in_them():
    def mistake(**values):
        return Finding("format", "error", msg("“{key}” at {line} and {place}", **values), Place("a.yaml", 3))

    first = mistake(key="a", line=3, place="b.yaml:12")
    assert fingerprints([first]) == fingerprints([mistake(key="a", line="9", place="b.yaml:7")])
    assert fingerprints([first]) != fingerprints([mistake(key="b", line=3, place="b.yaml:12")])


def test_equal_ones_are_told_apart_by_their_order():
    one, two = fingerprints([finding_of(), finding_of(line=20)])
    assert one != two
    assert fingerprints([finding_of(line=5)]) == (one,)
