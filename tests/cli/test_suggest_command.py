"""`valuegen suggest`: through the command, on files."""

import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from random_plans import CONTACTS, SEGMENTS, contacts, entries, rules, segments

from bench import SMALLEST, Bench, MiniWorkspace

CALENDAR = "content/calendar/2026.yaml"
SITE = {
    "title": "Taller Levadura",
    "url": "https://levadura.example",
    "timezone": "America/Bogota",
    "as_of": "2026-12-01",
    "owner": {"name": "Irene Vidal", "email": "irene@levadura.example"},
}


@st.composite
def workspaces(draw: st.DrawFn) -> dict[str, str]:
    """The files of a small workspace. (JSON is YAML.)"""
    rows = [draw(entries()) for _ in range(draw(st.integers(2, 12)))]
    made = [{"title": f"Título {number}", "slug": f"e{number}", **row} for number, row in enumerate(rows)]
    people = {id: {"name": f"Cliente {id}", **draw(contacts())} for id in CONTACTS}
    files = {
        "valuegen.yaml": {"site": SITE, "rules": draw(rules())},
        "content/segments.yaml": {id: {"name": id.upper(), **draw(segments())} for id in SEGMENTS},
        "content/private/contacts.yaml": people,
        "content/private/needs.yaml": [{"id": "merma", "heard": "2026-10-01", "segment": "a", "needs": "Menos"}],
        CALENDAR: {"entries": made},
    }
    return {path: json.dumps(data, ensure_ascii=False) for path, data in files.items()}


def sorts(work: MiniWorkspace) -> list[tuple[Any, ...]]:
    """Errors and warnings, as mends tell them apart; of the silences of a segment, how many there are."""
    found = []
    for one in work.findings():
        if one["level"] in ("error", "warning"):
            crowds, shared = "too-often" in one["rule"], one["rule"].endswith("pitch-share")
            about = (one["entry"] or "")[:10] if crowds else "" if one["rule"] == "too-quiet" else one["entry"]
            found.append((one["rule"], one["segment"], about, None if crowds or shared else one["contact"]))
    return found


@settings(max_examples=15)
@given(workspaces(), st.sampled_from(["industry", "pitch", "conversation", "courtesy"]))
def test_what_is_suggested_passes_check_when_it_is_pasted(files: dict[str, str], kind: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        work = Bench(Path(folder)).workspace(files)
        before = sorts(work)
        assert not [one for one in before if one[0] == "format"]
        lines = work.run("suggest", "--segment", "a", "--kind", kind).out.splitlines()
        suggested = work.run("suggest", "--segment", "a", "--kind", kind, "--format", "json").json["suggestions"][0]
        pasted = [line.strip() for line in lines if line.strip().startswith("- {date")]
        assert bool(pasted) is bool(suggested["days"])
        for day in suggested["days"]:
            line = pasted[0].replace(suggested["days"][0], day)
            work.write("content/calendar/nueva.yaml", f"{line}\n")
            after = sorts(work)
            for one in before:
                if one in after:
                    after.remove(one)
            assert after == []


def test_for_each_segment_a_short_answer_with_its_credit(bench: Bench) -> None:
    work = bench.workspace({"content/segments.yaml": "panaderias: {name: Panaderías}\ncafes: {name: Cafés}\n"})
    work.write("content/private/needs.yaml", "- {id: merma, heard: 2026-11-20, segment: cafes, needs: Tirar menos.}\n")
    result = work.run("suggest")
    assert result.exit == 0
    assert result.err.startswith("Una entrada de valor ayuda y no vende nada")  # said once, where value is missing
    assert result.out.splitlines() == [
        (
            "Panaderías: todavía no cabe ninguna oferta; hacen falta antes 3 entradas de valor más "
            "(1 oferta en los 90 días hasta el 1 de diciembre pide 4; hasta ahora: 1)."
        ),
        "  algo para consultar (reference): desde el 5 de diciembre",
        (
            "Cafés: todavía no cabe ninguna oferta; hacen falta antes 4 entradas de valor más "
            "(1 oferta en los 90 días hasta el 1 de diciembre pide 4; hasta ahora: 0)."
        ),
        "  algo útil para su oficio (industry): desde el 5 de diciembre (podría responder a merma)",
    ]


def test_one_segment_in_full(bench: Bench) -> None:
    segments = "panaderias: {name: Panaderías, cares_about: [merma], channels: [whatsapp]}\n"
    work = bench.workspace({"content/segments.yaml": segments})
    result = work.run("suggest", "--segment", "panaderias", "--kind", "industry", language="en")
    keys = 'slug: merma-panaderias, segments: [panaderias], kind: industry, topics: [merma], ask: "¿…?"'
    assert result.out.splitlines() == [
        (
            "Panaderías: no offer possible yet; 3 more value entries are needed first "
            "(1 offer in the 90 days to December 1 takes 4; so far: 1)."
        ),
        "",
        "  of use in their trade (industry): December 1, December 2, or December 3",
        "    they care about merma, and have heard nothing about it for a long time",
        f"    - {{date: 2026-12-01, title: Algo útil, {keys}}}",
    ]


def test_why_not_before(bench: Bench) -> None:
    text = SMALLEST[CALENDAR]
    work = bench.workspace({"content/segments.yaml": "panaderias: {name: P, cadence: {at_most: 1 per 7 days}}\n"})
    assert text
    shown = work.run("suggest", "--segment", "panaderias", "--kind", "industry").out
    assert "    hasta el 7 de diciembre no: recibirían más de 1 en 7 días\n" in shown
    assert "industry): 8 de diciembre, 9 de diciembre o 10 de diciembre\n" in shown


def test_json_has_all_of_it(bench: Bench) -> None:
    data = bench.workspace().run("suggest", "--format", "json", "--as-of", "2026-12-10").json
    assert (data["version"], data["as_of"]) == (1, "2026-12-10")
    assert data["credit"] == {"panaderias": {"now": 0, "next": None}}
    (one,) = data["suggestions"]
    assert one["days"] == ["2026-12-14", "2026-12-15", "2026-12-16"]
    assert one["waits"] == [
        {
            "from": "2026-12-10",
            "to": "2026-12-13",
            "why": "missing-body",
            "text": "demasiado pronto para tener listo su texto",
        }
    ]
    assert one["entry"]["date"] == "2026-12-14"
    assert one["entry"]["segments"] == ["panaderias"]


@pytest.mark.parametrize("arguments", [("--segment", "panaderia"), ("--kind", "anuncio"), ("--as-of", "algún día")])
def test_a_wrong_command_line(bench: Bench, arguments: tuple[str, str]) -> None:
    result = bench.workspace().run("suggest", *arguments)
    assert (result.exit, result.out) == (2, "")


def test_a_mistake_of_form_stops_it_and_a_broken_promise_does_not(bench: Bench) -> None:
    work = bench.workspace(
        {"content/calendar/2027.yaml": "- {date: 2027-01-03, title: X, segments: [nadie], kind: pitch}\n"}
    )
    result = work.run("suggest")
    assert (result.exit, result.out) == (1, "")
    assert "nadie" in result.err
    work.change("content/calendar/2027.yaml", "nadie", "panaderias")
    assert work.run("check").exit == 1
    assert work.run("suggest").exit == 0


def test_titles_are_in_the_language_of_the_site_and_texts_that_need_it_in_quotes(bench: Bench) -> None:
    work = bench.workspace({"content/segments.yaml": 'panaderias: {name: P, cares_about: ["merma, y más"]}\n'})
    shown = work.run("suggest", "--segment", "panaderias", "--kind", "reference", language="en").out
    assert "title: Algo para consultar, slug: merma-y-mas-panaderias" in shown
    assert 'topics: ["merma, y más"]' in shown


def test_an_offer_that_waits_longer_than_its_limit_says_why(bench: Bench) -> None:
    """The limit allows one from today on; what else stands against it is said beside the day: one date is left."""
    value = "".join(
        f"- {{date: 2026-11-{day}, title: V{day}, slug: v{day}, segments: [panaderias], kind: reference}}\n"
        for day in (10, 12, 14, 30)
    )
    work = bench.workspace(
        {"content/segments.yaml": "panaderias: {name: Panaderías, cadence: {at_most: 1 per 7 days}}\n"}
    )
    work.write("content/calendar/2026-11.yaml", value.replace("kind: reference", "kind: reference, status: done"))
    said = work.run("suggest", "--kind", "pitch").out.splitlines()
    assert said[0].startswith("Panaderías: 1 oferta posible; ")
    assert said[1:] == ["  una oferta (pitch): desde el 8 de diciembre; antes no: recibirían más de 1 en 7 días"]


def test_an_offer_for_which_there_is_no_room_says_what_makes_room(bench: Bench) -> None:
    said = bench.workspace().run("suggest", "--kind", "pitch").out.splitlines()
    needed = "hacen falta antes 3 entradas de valor más"
    counted = "1 oferta en los 90 días hasta el 1 de diciembre pide 4; hasta ahora: 1"
    assert said == [
        f"Panaderías de barrio: todavía no cabe ninguna oferta; {needed} ({counted}).",
        f"  una oferta (pitch): todavía no; {needed}",
    ]


def test_where_no_day_fits_no_day_after_the_last_is_promised(bench: Bench) -> None:
    shown = bench.workspace().run("suggest", "--kind", "pitch", "--segment", "panaderias").out
    assert "en un año no hay ningún día que valga\n    demasiado de lo que reciben sería oferta\n" in shown
    assert "hasta el " not in shown.partition("\n")[2]  # below the heading, which tells its window


def test_an_offer_too_soon_says_for_whom_and_what_notes_down_that_it_no_longer_is(bench: Bench) -> None:
    row = "segments: [panaderias], kind: reference, status: done"
    value = "".join(f"- {{date: 2026-11-{day}, title: V{day}, slug: v{day}, {row}}}\n" for day in (10, 12, 14, 16, 30))
    work = bench.workspace({"content/calendar/2026-11.yaml": value})
    work.write(
        "content/private/contacts.yaml", "bob: {name: Bob Rees, segments: [panaderias], phone: +57 300 000 0001}\n"
    )
    shown = work.run("suggest", "--segment", "panaderias", "--kind", "pitch", language="en").out
    assert "“bob” hardly knows you yet (once they do: `valuegen add log --stage friend --contact bob`)" in shown


def rows(*days: str, segment: str = "panaderias", kind: str = "reference") -> str:
    keys = f"segments: [{segment}], kind: {kind}, channels: [whatsapp], ask: ¿Y tú?"
    return "".join(f"- {{date: {day}, title: {kind} {day}, slug: {kind}-{day}, {keys}}}\n" for day in days)


PLANNED = ("2026-12-02", "2026-12-05", "2026-12-08", "2026-12-11")
EARLY = "rosa: {name: Rosa, segments: [panaderias], stage: prospect}\n"


def test_a_day_that_the_share_allows_is_not_named_where_no_day_fits(bench: Bench) -> None:
    """The share allows one from December 11; whom it is for hardly knows you, and no value changes that."""
    segments = "panaderias: {name: Panaderías, channels: [whatsapp], cadence: {at_most: 9 per 7 days}}\n"
    work = bench.workspace({"content/segments.yaml": segments, "content/calendar/2026.yaml": rows(*PLANNED)})
    asked = ("suggest", "--kind", "pitch", "--segment", "panaderias")
    assert "la siguiente, desde el 11 de diciembre" in work.run(*asked).out
    work.write("content/private/contacts.yaml", EARLY)
    note = "«rosa» apenas te conoce todavía (cuando te conozca: `valuegen add log --stage friend --contact rosa`)"
    assert work.run(*asked).out.splitlines() == [
        "Panaderías: por ahora no cabe ninguna oferta.",
        "",
        "  una oferta (pitch): en un año no hay ningún día que valga",
        f"    {note}",
    ]
    assert "de valor" not in work.run("suggest", "--kind", "pitch").err
    work.run("add", "log", "--stage", "friend", "--contact", "rosa", "--yes")
    assert "una oferta (pitch): 11 de diciembre" in work.run(*asked).out


def test_a_day_that_the_share_allows_gives_way_to_the_first_that_fits(bench: Bench) -> None:
    segments = "panaderias: {name: Panaderías, channels: [whatsapp], pauses: [{from: 2026-12-11, to: 2026-12-20}]}\n"
    work = bench.workspace({"content/segments.yaml": segments, "content/calendar/2026.yaml": rows(*PLANNED)})
    assert work.run("suggest", "--kind", "pitch").out.splitlines() == [
        "Panaderías: ninguna oferta posible ahora; la siguiente, desde el 21 de diciembre.",
        "  una oferta (pitch): desde el 21 de diciembre; antes no: es una pausa suya",
    ]


def test_stages_in_the_way_are_told_with_the_value_that_is_missing_too(bench: Bench) -> None:
    segments = "panaderias: {name: Panaderías, channels: [whatsapp]}\n"
    work = bench.workspace({"content/segments.yaml": segments, "content/calendar/2026.yaml": rows("2026-12-02")})
    work.write("content/private/contacts.yaml", EARLY)
    head, line = work.run("suggest", "--kind", "pitch", language="en").out.splitlines()
    assert head == "Panaderías: no offer fits for now."
    assert "“rosa” hardly knows you yet" in line
    assert line.endswith("and 4 more value entries are needed")
    work.change(
        "content/segments.yaml", "channels: [whatsapp]", "channels: [whatsapp], cadence: {at_most: 1 per 7 days}"
    )
    assert "more than 1 in 7 days" not in work.run("suggest", "--kind", "pitch", language="en").out  # that passes


def test_what_clients_lack_is_counted_by_check_and_suggest_alike(bench: Bench) -> None:
    """The bakeries lack 3; Rosa, who gets the offer to the cafés too, lacks more."""
    work = bench.workspace(
        {
            "content/segments.yaml": "a: {name: A, channels: [whatsapp]}\nb: {name: B, channels: [whatsapp]}\n",
            "content/calendar/2026.yaml": rows("2026-12-01", segment="a")
            + rows("2026-12-02", "2026-12-03", "2026-12-04", segment="b")
            + rows("2026-12-10", segment="b", kind="pitch"),
            "content/private/contacts.yaml": "rosa: {name: Rosa, segments: [a, b], stage: friend}\n",
        }
    )
    needed = "4 more value entries, so that each of its clients gets enough, are needed first"
    counted = "2 offers to one of them in the 90 days to December 10 take 8; done or planned: 4"
    said = f"A: no offer possible yet; {needed} ({counted})."
    assert said in work.run("check", language="en").err
    assert work.run("suggest", "--kind", "pitch", language="en").out.splitlines()[:2] == [
        said,
        f"  an offer (pitch): not yet; {needed}",
    ]
