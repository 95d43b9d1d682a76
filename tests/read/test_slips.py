"""Slips of the pen that come to more than a wrong key: one mistake is told once, and as what was meant."""

from datetime import date, timedelta

import pytest

from bench import Bench, MiniWorkspace
from valuegen.build import survey
from valuegen.leaf import NoLeaves
from valuegen.read.workspace import read_workspace
from valuegen.words import say


def said(work: MiniWorkspace) -> list[str]:
    """What is wrong, as `file:line: message`."""
    return [
        f"{one.place.file.rpartition('/')[2]}:{one.place.line}: {say(one.message, 'en')}"
        for one in read_workspace(work.root).findings
    ]


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("defaults: [{kind: industry, segments: panaderias}]\nentries: {title: X}\n", []),
        (
            "default: {kind: industry, segments: panaderias}\nentries: [{title: X}]\n",
            ["1: `default`: did you mean `defaults`?"],
        ),
        (
            "defaults: {kind: industry, segments: panaderias}\nentris: [{titel: X}]\n",
            ["2: `entris`: did you mean `entries`?", "2: `titel`: did you mean `title`?"],
        ),
        ("- x\n", ["1: Keys and their values are expected here."]),
    ],
)
def test_the_shape_of_a_calendar(bench: Bench, text: str, messages: list[str]) -> None:
    assert said(bench.workspace({"content/calendar/x.yaml": text})) == [f"x.yaml:{one}" for one in messages]


def test_what_an_entry_needs_is_what_a_person_writes(bench: Bench) -> None:
    (finding,) = read_workspace(bench.workspace({"content/calendar/x.yaml": "- x\n"}).root).findings
    assert finding.mend is not None
    assert say(finding.mend.text, "en") == "Write at least these: title and kind."


def test_a_stage_that_is_none_is_said_once(bench: Bench) -> None:
    work = bench.workspace({"content/private/log.yaml": "- {date: 2026-11-02, what: stage, stage: amigo}\n"})
    assert said(work) == ["log.yaml:1: This is not one of these: user, prospect, friend, buyer, or recurring."]


def test_a_body_that_stands_in_posts(bench: Bench) -> None:
    work = bench.workspace({
        "content/posts/x.md": "X",
        "content/calendar/x.yaml": "- {title: X, kind: industry, segments: panaderias, body: x.md}\n",
    })  # fmt: skip
    assert said(work)[0] == "x.yaml:1: There is no file “content/x.md”. Did you mean `posts/x.md`?"


def test_every_invisible_character_is_told(bench: Bench) -> None:
    work = bench.workspace({"content/segments.yaml": "panaderias:\n  name: P\x07\n  area: a\x00b\n"})
    assert said(work) == [
        "segments.yaml:2: There is an invisible control character (U+0007) in this text.",
        "segments.yaml:3: There is an invisible control character (U+0000) in this text.",
    ]


def test_keys_of_ones_own_may_stand_in_a_list_of_one(bench: Bench) -> None:
    work = bench.workspace({
        "content/segments.yaml": "panaderias: {name: P, dates: [{Navidad: 24-12}],\n"
        "  rules: [{too-quiet: [{level: off}]}]}\n",
        "content/calendar/x.yaml": "- {title: X, kind: industry, segments: panaderias, allow: [{too-quiet: }]}\n",
    })  # fmt: skip
    assert said(work) == [
        "x.yaml:1: This text is empty.",
        "segments.yaml:1: “24-12” does not exist in the calendar.",
    ]
    work.change("content/segments.yaml", "24-12", "12-24").change(
        "content/calendar/x.yaml", "too-quiet: ", "too-quiet: x"
    )
    reading = read_workspace(work.root)
    assert reading.findings == ()
    assert reading.workspace
    segment, entry = reading.workspace.segments["panaderias"], reading.workspace.entries[1]
    assert (segment.rules["too-quiet"].level, entry.allow["too-quiet"]) == ("off", "x")
    assert segment.where("dates", "Navidad").column == 41
    assert entry.where("allow", "too-quiet").column == 72


def test_texts_of_entries_with_mistakes_are_judged_too(bench: Bench) -> None:
    work = bench.workspace({
        "content/posts/guia.md": "---\ntitle: A\ndate: 2026-11-03\nsegmnts: x\n---\n::: pitch\nx\n",
        "content/calendar/x.yaml": "- title: X\n  slug: harina\n  kind: industry\n  segments: panaderias\n"
        "  text: |\n    Bien.\n\n    ::: tip\n    x\n",
    })  # fmt: skip
    found = [(one["file"].rpartition("/")[2], one["line"], one["column"]) for one in work.findings()]
    assert found == [("x.yaml", 2, 9), ("x.yaml", 8, 5), ("guia.md", 4, 1), ("guia.md", 6, 1)]


def test_a_text_of_two_entries_is_judged_once(bench: Bench) -> None:
    entry = "- {title: %s, kind: industry, segments: panaderias, body: posts/x.md}\n"
    text = "Hola\na\0b\n\n::: pitch\nx\n"
    work = bench.workspace({"content/posts/x.md": text, "content/calendar/x.yaml": entry % "X" + entry % "Y"})
    assert [(one["line"], one["column"]) for one in work.findings()] == [(2, 2), (4, 1)]


@pytest.mark.parametrize("host", ["", ".", "a..b", ".a", "u@a", "u:p@a", "a:99999", "a b", "[::1"])
def test_an_address_has_a_host(bench: Bench, host: str) -> None:
    entry = f'- {{title: X, kind: industry, segments: panaderias, sources: ["https://{host}"]}}\n'
    work = bench.workspace({"content/calendar/x.yaml": entry})
    assert said(work) == [f"x.yaml:1: “https://{host}” is not a web address."]


@pytest.mark.parametrize(
    ("old", "new", "mend"),
    [
        ("kind:", "tags: [x], kind:", "Write `topics`."),
        ("kind:", "description: x, kind:", "Write `summary`."),
        ("2026-12-03", "03/12/2026", "Write 2026-12-03 (or 2026-03-12, if the month stood first)."),
        ("2026-12-03", "12/31/2026", "Write 2026-12-31."),
        ("2026-12-03", "31.2.2026", "Write it as year-month-day, for example 2026-12-03."),
    ],
)
def test_the_cure_is_what_was_meant(bench: Bench, old: str, new: str, mend: str) -> None:
    entry = "- {date: 2026-12-03, title: X, kind: industry, segments: panaderias}\n"
    work = bench.workspace({"content/calendar/x.yaml": entry.replace(old, new)})
    (finding,) = read_workspace(work.root).findings
    assert finding.mend is not None
    assert say(finding.mend.text, "en") == mend


def test_a_slip_in_one_list_of_words_hides_no_mistake_in_another(bench: Bench) -> None:
    words = "jargon: {add: [sinergia], except: {a: b}}, nolist: {add: [x]}, offer: [a, b], call: {ad: [x]}"
    work = bench.workspace()
    settings = work.read("valuegen.yaml")
    work.write("valuegen.yaml", f"{settings}\nwords: {{{words}, price: {{except: [neverthere]}}}}\n")
    messages = {say(finding.message, "en") for finding in survey(read_workspace(work.root), NoLeaves()).findings}
    assert {
        "One value is expected here, not keys.",
        "Keys and their values are expected here.",
        "`ad`: did you mean `add`?",
        "There is no list of words “nolist”.",
        "There is no “neverthere” in the list “price” to remove.",
    } <= messages


def test_who_takes_a_word_out_of_jargon_may_name_a_doubtful_one(bench: Bench) -> None:
    work = bench.workspace()
    work.write("valuegen.yaml", work.read("valuegen.yaml") + "\nwords: {jargon: {except: [embudo]}}\n")
    findings = survey(read_workspace(work.root), NoLeaves()).findings
    assert not [finding for finding in findings if finding.place.file.endswith("valuegen.yaml")]


def test_a_line_that_is_indented_wrongly_hides_no_other_mistake_of_it(bench: Bench) -> None:
    work = bench.workspace({"content/calendar/x.yaml": "- title: X\n   kindd: industry\n  segments: panaderias\n"})
    assert [(one["line"], one["column"], one["message"]) for one in work.findings()] == [
        (2, 4, "Esta línea no tiene la misma sangría que sus vecinas."),
        (2, 4, "`kindd`: ¿querías decir `kind`?"),
    ]


def test_a_date_of_ones_own_has_a_name(bench: Bench) -> None:
    work = bench.workspace({"content/segments.yaml": "panaderias: {name: P, dates: {'': 12-24, Navidad: 13-45}}\n"})
    (empty, other) = read_workspace(work.root).findings
    assert [say(one.message, "en") for one in (empty, other)] == [
        "This text is empty.",
        "“13-45” does not exist in the calendar.",
    ]
    assert [one.place.column for one in (empty, other)] == [31, 51]


def test_what_is_no_collection_is_told_as_one(bench: Bench) -> None:
    assert (
        "segments.yaml:1: Items with their ids are expected here: a list of items that have `id`, or each under its id."
        in said(bench.workspace({"content/segments.yaml": "hola\n"}))
    )


@pytest.mark.parametrize(("days", "messages"), [(1000, []), (1001, ["This entry repeats more than 1,000 times."])])
def test_an_entry_repeats_a_thousand_times_at_most(bench: Bench, days: int, messages: list[str]) -> None:
    last = date(2026, 12, 1) + timedelta(days - 1)
    keys = "title: X, kind: industry, segments: panaderias, channels: [visit]"
    entry = f"- {{date: 2026-12-01, {keys}, repeat: {{rule: FREQ=DAILY;UNTIL={last:%Y%m%d}}}}}\n"
    assert said(bench.workspace({"content/calendar/x.yaml": entry})) == [f"x.yaml:1: {one}" for one in messages]


@pytest.mark.parametrize(
    ("default", "messages"), [("two", []), ("three", ["“three” is not one of these: one or two."])]
)
def test_the_default_of_a_choice_is_one_of_its_own(bench: Bench, default: str, messages: list[str]) -> None:
    work = bench.workspace({
        "valuegen.yaml": "site: {theme: taller, title: T, url: https://x.example, timezone: UTC}\n",
        "themes/taller/theme.yaml": f"options: {{columns: {{type: choice, of: [one, two], default: {default}}}}}\n",
    })  # fmt: skip
    assert said(work) == [f"theme.yaml:1: {one}" for one in messages]


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        ("segments.yaml", "panaderias: {name: P, at_least: 21 days}\n", "`at_least` belongs under `cadence`."),
        ("people.yaml", "irene: {name: I, cover: irene}\n", "`cover` belongs under `away`."),
        (
            "calendar/x.yaml",
            "- {title: X, kind: industry, segments: panaderias, until: 2027-01-01}\n",
            "`until` belongs under `repeat`.",
        ),
    ],
)
def test_a_key_that_stands_a_level_too_high(bench: Bench, file: str, text: str, told: str) -> None:
    """It is not taken for one that is spelt alike (`until` for `title`, `at_least` for `dates`)."""
    assert f"{file.rpartition('/')[2]}:1: {told}" in said(bench.workspace({f"content/{file}": text}))


def test_what_belongs_under_site_is_told_so_and_how(bench: Bench) -> None:
    work = bench.workspace()
    work.write("valuegen.yaml", "title: T\nurl: https://t.example\nlead: 3 days\n")
    told = [say(one.mend.text, "en") for one in read_workspace(work.root).findings if one.mend]
    for example in ("site: {title: …}", "site: {url: …}", "reminders: {lead: …}"):
        assert f"Write it there: {example}" in told


def test_other_generators_may_use_such_a_key(bench: Bench) -> None:
    """Front matter keeps keys that are not ours, as long as they are not nearly one of ours."""
    post = "---\ntitle: X\ndate: 2026-12-01\nalt: x\nlink: y\nuntil: z\n---\nX\n"
    assert said(bench.workspace({"content/posts/x.md": post})) == []


@pytest.mark.parametrize(
    "body", ["segments.yaml", "calendar/x.yaml", "../valuegen.yaml", "../base.yml", "../BASE.YAML"]
)
def test_no_source_of_the_workspace_is_published_as_a_body(bench: Bench, body: str) -> None:
    work = bench.workspace({
        "content/calendar/x.yaml": f"- {{title: X, kind: industry, segments: panaderias, body: {body}}}\n",
    })  # fmt: skip
    assert said(work) == ["x.yaml:1: This is a file of your calendar or settings, but a body is what people read."]


def test_a_key_in_spanish_is_told_its_name(bench: Bench) -> None:
    calendar = "- título: X\n  fecha: 2026-12-03\n  segmentos: [panaderias]\n  tipo: industry\n  Estado: ready\n"
    work = bench.workspace({"content/calendar/x.yaml": calendar})
    assert said(work) == [
        f"x.yaml:{line}: `{key}`: did you mean `{name}`?"
        for line, key, name in (
            (1, "título", "title"),
            (2, "fecha", "date"),
            (3, "segmentos", "segments"),
            (4, "tipo", "kind"),
            (5, "Estado", "status"),
        )
    ]
    contacts = "rosa: {name: Rosa Gil, segmento: panaderias, teléfono: '600 100 200', correo: r@x.example}\n"
    (work.root / "content/calendar/x.yaml").unlink()
    work.write("content/contacts.yaml", contacts)
    assert said(work) == [
        "contacts.yaml:1: `segmento`: did you mean `segments`?",
        "contacts.yaml:1: This key is not known here. Did you mean `phone`?",
        "contacts.yaml:1: `correo`: did you mean `email`?",
    ]


def mends(work: MiniWorkspace) -> list[str]:
    return [say(one.mend.text, "en") for one in read_workspace(work.root).findings if one.mend]


def test_commas_between_braces_are_one_mistake_and_what_they_cut_is_read_as_it_was_meant(bench: Bench) -> None:
    row = "{date: 2026-12-03, title: Bread, wine, cheese, kind: pitch, segments: [panaderias]}"
    work = bench.workspace({"content/calendar/x.yaml": f"- {row}\n"})
    assert said(work) == ["x.yaml:1: The comma ends the text before it, and begins a new key."]
    assert mends(work) == ['Write: title: "Bread, wine, cheese"']
    work.change("content/calendar/x.yaml", "title: Bread, wine, cheese", 'title: "Bread, wine, cheese"')
    assert said(work) == []


def test_a_comma_of_decimals_keeps_close_to_them(bench: Bench) -> None:
    work = bench.workspace()
    goals = "goals: [{segment: panaderias, conversations: 3,0 cada 30 días}]\n"
    work.write("valuegen.yaml", (work.read("valuegen.yaml") + goals).encode())
    assert said(work) == ["valuegen.yaml:8: The comma ends the text before it, and begins a new key."]
    assert mends(work) == ['Write: conversations: "3,0 cada 30 días"']
    work.change("valuegen.yaml", "3,0 cada 30 días", '"3,0 cada 30 días"')
    assert said(work) == []


def test_an_entry_for_nobody_is_told_of_a_segment_that_there_is(bench: Bench) -> None:
    work = bench.workspace({"content/calendar/x.yaml": "- {date: 2026-12-03, title: Bread, kind: pitch}\n"})
    assert mends(work) == ["Write, for example: segments: [panaderias]"]
    work.change("content/segments.yaml", "panaderias:", "clientes-de-siempre:")
    work.change("content/calendar/2026.yaml", "[panaderias]", "[clientes-de-siempre]")
    assert mends(work) == ["Write, for example: segments: [clientes-de-siempre]"]
