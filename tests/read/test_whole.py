"""What is judged when all is read: dates, repetitions, channels in force, and all mistakes in one run."""

from datetime import date
from pathlib import Path

import pytest

from bench import Bench, MiniWorkspace
from valuegen.clock import AsOf
from valuegen.read.root import find_root
from valuegen.read.workspace import read_workspace
from valuegen.words import Message, say

CALENDAR = "content/calendar/2026.yaml"


def told(work: MiniWorkspace, on: date | None = None) -> list[str]:
    """What is wrong, as `file:line: message`."""
    reading = read_workspace(work.root, on)
    return [
        f"{one.place.file.rpartition('/')[2]}:{one.place.line}: {say(one.message, 'en')}" for one in reading.findings
    ]


def entry(work: MiniWorkspace, text: str) -> MiniWorkspace:
    return work.write("content/calendar/x.yaml", f"- {{title: X, kind: conversation, {text}}}\n")


def test_all_mistakes_come_in_one_run(bench: Bench) -> None:
    work = bench.workspace({
        "valuegen.yaml": "site: {title: T, url: x, timezone: Europa/Madrid}\nsitio: x\ngoals: [{product: curso}]\n",
        "content/people.yaml": "ana: {name: Ana, emial: x, away: {from: 2026-01-02, to: 2026-01-01}}\n",
        CALENDAR: "- {date: 2026-02-30, title: X, kindd: industry, segments: [panaderia], author: eva, body: no.md}\n",
        "content/contacts.yaml": "eva: {name: Eva, segments: [nadie], stage: x, dates: {birthday: 2099-01-01}}\n",
    })  # fmt: skip
    assert told(work) == [
        "2026.yaml:1: “2026-02-30” does not exist in the calendar.",
        "2026.yaml:1: `kindd`: did you mean `kind`?",
        "2026.yaml:1: There is no segment “panaderia”. Did you mean `panaderias`?",
        "2026.yaml:1: There is no person “eva”.",
        "2026.yaml:1: There is no file “content/no.md”.",
        "contacts.yaml:1: There is no such segment.",
        "contacts.yaml:1: This is not one of these: user, prospect, friend, buyer, or recurring.",
        "contacts.yaml:1: This birthday is in the future.",
        "people.yaml:1: `emial`: did you mean `email`?",
        "people.yaml:1: This ends before it begins.",
        "valuegen.yaml:1: “x” is not a web address.",
        "valuegen.yaml:1: There is no time zone “Europa/Madrid”. Did you mean `Europe/Madrid`?",
        "valuegen.yaml:2: `sitio`: did you mean `site`?",
        "valuegen.yaml:3: There is no product “curso”.",
    ]


ENDS_EARLY = "The repetition ends on November 30, 2026, before it begins on December 1, 2026."
DONE_LATER = "These are marked as done up to December 2, 2026, which is later than December 1, 2026."


@pytest.mark.parametrize(
    ("repeat", "message"),
    [
        ("{rule: FREQ=DAILY}", None),
        ("{rule: FREQ=DAILY, until: 2200-01-01}", "“2200-01-01” is outside the years 1900 to 2199."),
        ("{rule: FREQ=DAILY, until: 2030-12-31}", "This entry repeats more than 1,000 times."),
        ("{rule: FREQ=DAILY;COUNT=1000}", None),
        ("{rule: FREQ=DAILY;COUNT=1001}", "An entry repeats at most 1,000 times."),
        ("{rule: 'freq=weekly; byday=mo,tu'}", None),
        ("{rule: FREQ=WEEKLY;INTERVAL=-1}", "An INTERVAL is at least 1."),
        ("{rule: FREQ=MINUTELY}", "MINUTELY is more often than once a day."),
        ("{rule: FREQ=WEEKLY;BYHOUR=9}", "“BYHOUR” is not a part of a rule that repeats by days."),
        ("{rule: cada martes}", "“CADAMARTES” is not a rule of repetition."),
        ("{rule: FREQ=WEEKLY, until: 2026-12-02, except: [2026-12-01]}", "This repetition never happens."),
        ("{rule: FREQ=WEEKLY, until: 2026-11-30}", ENDS_EARLY),
        ("{rule: FREQ=WEEKLY;UNTIL=20261130}", ENDS_EARLY),
        ("{rule: FREQ=WEEKLY, done: 2026-12-02}", DONE_LATER),
        ("{until: 2027-01-01}", "`rule` is missing."),
    ],
)  # fmt: skip
def test_repetitions(bench: Bench, repeat: str, message: str | None) -> None:
    work = entry(bench.workspace(), f"date: 2026-12-01, segments: panaderias, channels: call, repeat: {repeat}")
    assert told(work) == ([] if message is None else [f"x.yaml:1: {message}"])


def test_a_repetition_begins_on_a_day(bench: Bench) -> None:
    work = entry(bench.workspace(), "segments: panaderias, channels: call, repeat: {rule: FREQ=DAILY}")
    assert told(work) == ["x.yaml:1: An entry that repeats needs the date on which it begins."]


PUBLISHES = "An entry that repeats is on a channel that publishes."
CLIENTS = "An entry for particular contacts is on a channel that publishes."


@pytest.mark.parametrize(
    ("channels", "text", "message"),
    [
        ("", "segments: panaderias, repeat: {rule: FREQ=DAILY}", PUBLISHES),
        ("[whatsapp, blog]", "segments: panaderias, repeat: {rule: FREQ=DAILY}", PUBLISHES),
        ("[whatsapp, call]", "segments: panaderias, repeat: {rule: FREQ=DAILY}", None),
        ("[blog]", "segments: panaderias, channels: [call], repeat: {rule: FREQ=DAILY}", None),
        ("[taller]", "segments: panaderias, repeat: {rule: FREQ=DAILY}", PUBLISHES),
        ("[blog]", "contacts: ana", None),
        ("[blog]", "contacts: eva", CLIENTS),
        ("[blog]", "contacts: ana, segments: panaderias", CLIENTS),
        ("[call]", "contacts: ana, segments: panaderias", None),
        ("[blog, call, puerta]", "contacts: ana", None),
        ("[blog, puerta, call]", "contacts: ana", CLIENTS),
        ("[puerta]", "contacts: ana, channels: call", None),
        ("[call]", "contacts: ana, channels: [call, blog]", CLIENTS),
    ],
)
def test_channels_in_force(bench: Bench, channels: str, text: str, message: str | None) -> None:
    work = bench.workspace({
        "content/segments.yaml": f"panaderias:\n  name: P\n  channels: {channels}\n",
        "content/channels.yaml": "taller: {reach: group, publishes: true}\npuerta: {publishes: true}\n",
        "content/private/contacts.yaml": "ana: {name: Ana, segments: panaderias}\n"
        "eva: {name: Eva, segments: panaderias, channel: blog}\n",
    })  # fmt: skip
    entry(work, f"date: 2026-12-01, {text}")
    assert told(work) == ([] if message is None else [f"x.yaml:1: {message}"])


def test_channels_in_force_of_what_has_mistakes(bench: Bench) -> None:
    """One mistake hides no other: what is left of a segment or a contact still says where its entries appear."""
    work = bench.workspace({
        "content/segments.yaml": "panaderias: {name: P, treatment: x}\nhornos: {name: H, channels: call}\n",
        "content/private/contacts.yaml": "eva: {name: Eva, segments: hornos, stage: x, channel: blog}\n",
    })  # fmt: skip
    entry(work, "date: 2026-12-01, contacts: eva")
    assert f"x.yaml:1: {CLIENTS}" in told(work)
    entry(work, "date: 2026-12-01, segments: panaderias, repeat: {rule: FREQ=DAILY}")
    assert f"x.yaml:1: {PUBLISHES}" in told(work)


def test_a_wrong_date_is_said_once(bench: Bench) -> None:
    """Nothing is said of a date that stands in for it."""
    text = "date: 2026-13-01, segments: panaderias, channels: call, repeat: {rule: FREQ=DAILY}"
    work = entry(bench.workspace(), text)
    assert told(work) == ["x.yaml:1: “2026-13-01” does not exist in the calendar."]


@pytest.mark.parametrize("day", ["0000-01-01", "0000-02-30", "9999-02-30", "2026-00-10", "2026-11-31"])
def test_a_date_that_there_is_not_is_no_fault_of_ours(bench: Bench, day: str) -> None:
    work = entry(bench.workspace(), f"date: {day}, segments: panaderias, channels: call")
    assert told(work) == [f"x.yaml:1: “{day}” does not exist in the calendar."]


@pytest.mark.parametrize("settings", ["", "site:\n", "site: x\n", "profile: full\n"])
def test_without_a_site_all_else_is_judged(bench: Bench, settings: str) -> None:
    work = bench.workspace({"valuegen.yaml": settings, "content/segments.yaml": None})
    assert told(work)[:2] == [
        "2026.yaml:4: There is no segment “panaderias”.",
        "segments.yaml:1: There is no segment yet, so there is nobody to write to.",
    ]
    assert len(told(work)) == 3


def test_clocks(bench: Bench) -> None:
    work = bench.workspace().change("valuegen.yaml", "America/Bogota", "Europe/Madrid")
    assert told(entry(work, "date: 2027-03-28T02:59, segments: panaderias")) != []
    assert told(entry(work, "date: 2027-03-28T03:00, segments: panaderias")) == []
    assert told(entry(work, "date: 2027-10-31T02:30, segments: panaderias")) == []
    work.write("content/private/log.yaml", "- {date: 2026-03-29T02:30, what: work, by: irene-vidal}\n")
    assert told(work) == ["log.yaml:1: On March 29, 2026 the clocks of Europe/Madrid jump over 02:30."]


def test_clocks_of_a_repetition(bench: Bench) -> None:
    work = bench.workspace().change("valuegen.yaml", "America/Bogota", "Europe/Madrid")
    weekly = "date: 2026-12-06T02:30, segments: panaderias, channels: call, repeat: {rule: FREQ=WEEKLY%s}"
    jump = "x.yaml:1: On March 28, 2027 the clocks of Europe/Madrid jump over 02:30."
    assert told(entry(work, weekly % "")) == [jump]
    assert told(entry(work, weekly % ", until: 2027-03-27")) == []
    assert told(entry(work, weekly % ", except: 2027-03-28")) == []


def test_what_is_done_is_past(bench: Bench) -> None:
    work = entry(bench.workspace(), "date: 2026-12-01, segments: panaderias, status: done")
    assert told(work) == []
    assert told(work, date(2026, 11, 30)) == [
        "x.yaml:1: This entry is marked as done, but its date is later than November 30, 2026."
    ]
    (finding,) = read_workspace(work.root, date(2026, 11, 30)).findings
    assert finding.entry == "2026-12-01-x"


def test_where_what_is_wrong_stands(bench: Bench) -> None:
    """To the value, also of a key within another."""
    work = bench.workspace()
    settings = work.read("valuegen.yaml")
    work.write("valuegen.yaml", f"{settings}closed: [{{from: 2026-12-24, to: 2026-12-01}}]\n")
    entry(work, "date: 2026-12-03, segments: panaderias, approved: {by: eva, on: 2026-11-30}")
    lines = settings.count("\n") + 1
    assert [(one.place.file, one.place.line, one.place.column) for one in read_workspace(work.root).findings] == [
        ("content/calendar/x.yaml", 1, 89),
        ("valuegen.yaml", lines, 33),
    ]


def test_as_of(bench: Bench) -> None:
    work = bench.workspace()
    assert read_workspace(work.root).as_of == AsOf(date(2026, 12, 1), "America/Bogota", pinned=True)
    assert read_workspace(work.root, date(2026, 1, 1)).as_of == AsOf(date(2026, 1, 1), "America/Bogota")
    work.change("valuegen.yaml", "as_of: 2026-12-01", "")
    work.change("valuegen.yaml", "America/Bogota", "../etc/passwd")
    assert read_workspace(work.root).as_of.zone == "UTC"


@pytest.mark.parametrize(
    "zone", ["localtime", "right/UTC", "posixrules", "A" * 5000, "/etc/localtime", "UTC/..", "Madrid"]
)
def test_zones_that_are_none(bench: Bench, zone: str) -> None:
    work = bench.workspace().change("valuegen.yaml", "America/Bogota", zone)
    assert [line.split(": ", 1)[0] for line in told(work)] == ["valuegen.yaml:5"]


@pytest.mark.parametrize("extra", ["theme: ../x", "theme: oscuro", "country: XX", "country: ES-", "country: es"])
def test_the_site(bench: Bench, extra: str) -> None:
    work = bench.workspace().change("valuegen.yaml", "language: es", f"language: es\n  {extra}")
    assert len(told(work)) == 1


def test_a_theme_of_ones_own(bench: Bench) -> None:
    work = bench.workspace({"themes/oscuro/base.html": "x"})
    work.change("valuegen.yaml", "language: es", "language: es\n  theme: oscuro\n  country: CO")
    assert told(work) == []


@pytest.mark.parametrize(
    ("link", "fine"),
    [
        ("/{slug}/", True), ("/{year}/{month}/{day}/{slug}.html", True), ("/blog/{slug}", True), ("{slug}/", False),
        ("/{slug}?x", False), ("/../{slug}/", False), ("/{id}/{slug}/", False), ("/{year}/", False), ("/{slug/", False),
        ("/planner/{slug}/", False), ("/Assets/{slug}/", False), ("/planners/{slug}/", True), ("//{slug}/", False),
        ("/./planner/{slug}/", False),
    ],
)  # fmt: skip
def test_permalinks(bench: Bench, link: str, fine: bool) -> None:
    work = bench.workspace()
    work.change("valuegen.yaml", "language: es", f'language: es\n  permalinks: {{post: "{link}"}}')
    assert (told(work) == []) is fine


@pytest.mark.parametrize(
    ("link", "fine"),
    [
        ("https://wa.me/{phone}", True),
        ("mailto:{email}", True),
        ("javascript:alert(1)", False),
        ("tel:{telefono}", False),
    ],
)
def test_links_of_channels(bench: Bench, link: str, fine: bool) -> None:
    work = bench.workspace({"content/channels.yaml": f'wasap: {{link: "{link}"}}\n'})
    assert (told(work) == []) is fine


def test_a_silence_needs_its_reason(bench: Bench) -> None:
    work = entry(bench.workspace(), "segments: panaderias, allow: {jargon: }")
    assert told(work) == ["x.yaml:1: This text is empty."]


def test_a_workspace_is_found_upwards(bench: Bench, tmp_path: Path) -> None:
    work = bench.workspace()
    inner = work.root / "content" / "calendar"
    assert find_root(inner) == work.root
    assert find_root(tmp_path, str(work.root)) == work.root
    assert find_root(tmp_path, "work") == work.root
    assert find_root(tmp_path, None, {"VALUEGEN_WORKSPACE": "work"}) == work.root
    assert isinstance(find_root(inner, "nada"), Message)
    (tmp_path / "otro").mkdir()
    (tmp_path / "otro" / "valuegen.yml").write_text("", "utf-8")
    found = find_root(tmp_path / "otro")
    assert isinstance(found, Message)
    assert "valuegen.yml" in say(found, "es")


def test_a_missing_settings_file_is_a_finding(tmp_path: Path) -> None:
    reading = read_workspace(tmp_path, date(2026, 12, 1))
    assert reading.workspace is None
    assert not reading.is_whole
    assert reading.findings[0].place.file == "valuegen.yaml"


def test_a_file_that_changes_while_it_is_read(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    from types import SimpleNamespace

    from valuegen.read import files

    real = files.os.fstat
    times = iter(range(10**6))

    def restless(descriptor: int) -> object:
        found = real(descriptor)
        return SimpleNamespace(st_mode=found.st_mode, st_size=found.st_size, st_mtime_ns=next(times))

    work = bench.workspace()
    monkeypatch.setattr(files.os, "fstat", restless)
    assert set(told(work)) >= {"2026.yaml:1: This file changed while it was read."}
