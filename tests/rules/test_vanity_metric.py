"""`vanity-metric`, sentence by sentence of 3-rules.md, through the command: it begins where files are read."""

from typing import Any

import pytest

from bench import Bench, MiniWorkspace
from valuegen.read.vanity import lexicon, measure_in, measure_of

RULE = "vanity-metric"
SETTINGS = """site:
  title: Taller Levadura
  url: https://levadura.example
  timezone: America/Bogota
  as_of: 2026-12-01
  owner: {name: Irene Vidal, email: irene@levadura.example}
products: [{id: vistas, name: Fotos desde el aire}]
"""
LOG = "content/private/log.yaml"
CONTACTS = {"content/private/contacts.yaml": "rosa: {name: Rosa Díaz, segments: [panaderias]}\n"}
ENTRY = (
    "- {date: 2026-12-01, title: Harina, slug: harina, segments: [panaderias], kind: industry, "
    "ask: ¿Y la tuya?, text: Ya, %s}\n"
)


def places(work: MiniWorkspace) -> list[tuple[str, str, int, int]]:
    """Rule, file, line and column of all errors."""
    found = work.findings()
    return [(one["rule"], one["file"], one["line"], one["column"]) for one in found if one["level"] == "error"]


def with_goals(bench: Bench, goals: str) -> MiniWorkspace:
    return bench.workspace({"valuegen.yaml": f"{SETTINGS}goals: {goals}\n"})


@pytest.mark.parametrize(
    ("goals", "column"),
    [
        ("[{followers: 1000}]", 10),
        ("[{Seguidores: 1000}]", 10),
        ("{seguidores_nuevos: 1000}", 9),
        ("[{conversations: 4 per 30 days, likes: 40}]", 40),
        ("[{product: seguidores, sales: 1000 per 30 days}]", 19),
        ("[{sales: 1000 followers}]", 17),
        ("[{metric: followers, target: 1000}]", 18),
        ("[1000 impresiones]", 9),
        ("alcance", 8),
        ("[{alcance: 300}]", 10),
        ("[{segment: panaderias, views: 1000 per 30 days}]", 31),
    ],
)
def test_a_goal_in_place_of_the_mistake_of_form(bench: Bench, goals: str, column: int) -> None:
    assert places(with_goals(bench, goals)) == [(RULE, "valuegen.yaml", 8, column)]


@pytest.mark.parametrize(
    "goals",
    [
        "[{product: vistas, sales: 4 per 30 days}]",
        "[{conversations: 4 per 30 days}]",
        "[{segment: panaderias, conversations: 4 per 30 days}]",
    ],
)
def test_goals_that_are_fine(bench: Bench, goals: str) -> None:
    assert places(with_goals(bench, goals)) == []


@pytest.mark.parametrize(
    "goals",
    [
        "[{folowing: 1000}]",
        "[{subscribers: 10}]",
        "[{visitas: 10}]",
        "[{product: curso}]",
        "[{product: curso de seguidores, sales: 4 per 30 days}]",
    ],
)
def test_other_words_stay_mistakes_of_form(bench: Bench, goals: str) -> None:
    assert [rule for rule, *_ in places(with_goals(bench, goals))] == ["format"]


def test_one_mistake_hides_no_other(bench: Bench) -> None:
    work = with_goals(bench, "[{followers: 1000, saless: 3}]")
    assert sorted(rule for rule, *_ in places(work)) == ["format", RULE]


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("what: likes", "likes"),
        ("what: me gusta", "me gusta"),
        ("what: Impresiones", "Impresiones"),
        ("what: stage, contact: rosa, stage: follower", "follower"),
        ("what: work, likes: 40", "likes"),
        ("what: reply, contact: rosa, me-gusta: 3", "me-gusta"),
        ("what: sale, contact: rosa, product: followers", "followers"),
        ("what: work, outcome: 40 likes", "40 likes"),
    ],
)
def test_a_line_of_the_log(bench: Bench, line: str, word: str) -> None:
    text = f"- {{date: 2026-11-20, {line}}}\n"
    work = bench.workspace({**CONTACTS, LOG: text})
    assert places(work) == [(RULE, LOG, 1, text.index(word) + 1)]


def test_a_stranger_is_not_told_of_the_log(bench: Bench) -> None:
    work = bench.workspace({LOG: "- {date: 2026-11-20, what: likes}\n"})
    assert work.run("build").exit == 1
    assert work.run("build", "--untrusted").exit == 0


def test_what_else_a_line_tells_is_kept(bench: Bench) -> None:
    line = "{date: 2026-11-20, contact: rosa, what: reply, likes: 3}"
    work = bench.workspace({**CONTACTS, LOG: f"- {line}\n"})
    assert [finding["rule"] for finding in work.findings() if finding["contact"] == "rosa"].count("unanswered") == 1


def test_a_visit_is_no_view(bench: Bench) -> None:
    work = bench.workspace({**CONTACTS, LOG: "- {date: 2026-11-20, contact: rosa, by: irene-vidal, what: visita}\n"})
    assert [rule for rule, *_ in places(work)] == ["format"]


@pytest.mark.parametrize("key", ["likes: 40", "views: 1000", "alcance: 300", "goal: 1000 followers"])
def test_a_key_of_an_entry(bench: Bench, key: str) -> None:
    work = bench.workspace({"content/calendar/2026.yaml": ENTRY % key})
    (finding,) = [one for one in work.findings() if one["level"] == "error"]
    assert (finding["rule"], finding["entry"]) == (RULE, "2026-12-01-harina")
    assert finding["mend"]["text"].endswith("`valuegen add log --reply-from CONTACTO --entry harina`.")


def test_a_key_of_the_defaults_of_a_calendar(bench: Bench) -> None:
    text = "defaults: {likes: 40}\nentries:\n" + ENTRY % "topics: [merma]"
    work = bench.workspace({"content/calendar/2026.yaml": text})
    assert places(work) == [(RULE, "content/calendar/2026.yaml", 1, 12)]


def test_it_says_what_to_measure_in_its_place(bench: Bench) -> None:
    work = bench.workspace(
        {LOG: "- {date: 2026-11-20, what: likes}\n", "valuegen.yaml": f"{SETTINGS}goals: followers\n"}
    )
    log, goal = work.findings(RULE)
    assert "me gusta" in log["message"]
    assert "reply, inquiry" in log["mend"]["text"]
    assert "Los seguidores no son clientes" in goal["message"]
    assert "{conversations: 4 per 30 days}" in goal["mend"]["text"]
    assert goal["data"] == {"measure": "followers", "within": "goal"}


def test_the_past_keeps_its_level_and_a_reason_silences_it(bench: Bench) -> None:
    old = ENTRY.replace("2026-12-01", "2025-12-01").replace("kind", "status: done, kind")
    work = bench.workspace({"content/calendar/2026.yaml": old % "likes: 40"})
    assert [finding["level"] for finding in work.findings(RULE)] == ["error"]
    work.write("content/calendar/2026.yaml", old % "likes: 40, allow: {vanity-metric: lo pidió el socio}")
    assert work.findings(RULE) == []


def test_a_workspace_may_turn_it_off(bench: Bench) -> None:
    work = with_goals(bench, "[{followers: 1000}]\nrules: {vanity-metric: off}")
    assert work.findings(RULE) == []


WORDS: dict[str, list[str]] = {
    "followers": [
        "followers", "follower", "follower count", "fans", "seguidores", "seguidoras", "seguidor", "seguidora",
    ],
    "likes": ["likes", "like count", "thumbs up", "me gusta", "me gustas", "megusta", "megustas"],
    "impressions": ["impressions", "impresiones"],
    "reach": [
        "organic reach", "total reach", "people reached", "accounts reached", "alcance orgánico", "alcance total",
        "personas alcanzadas", "cuentas alcanzadas",
    ],
    "views": [
        "views", "pageviews", "pageview", "view count", "visualizaciones", "visualización", "visitas web",
        "visitas a la web", "visitas a la página", "páginas vistas",
    ],
}  # fmt: skip
ALONE: dict[str, list[str]] = {
    "followers": ["fan", "following"],
    "likes": ["like"],
    "impressions": ["impression", "impresión"],
    "reach": ["reach", "alcance", "alcances"],
    "views": ["view", "plays", "vistas", "reproducciones", "reproducción"],
}


def pairs(lists: dict[str, list[str]]) -> list[Any]:
    return [pytest.param(term, measure, id=term) for measure, terms in lists.items() for term in terms]


@pytest.mark.parametrize(("term", "measure"), pairs(WORDS))
def test_each_word_is_found_wherever_it_stands(term: str, measure: str) -> None:
    assert measure_in(f"llegar a 40 {term.upper()} este mes") == measure
    assert measure_of(f"new_{term.replace(' ', '-')}") == measure
    assert measure_in(f"x{term}x") is None


@pytest.mark.parametrize(("term", "measure"), pairs(ALONE))
def test_each_word_with_other_senses_is_found_by_itself_alone(term: str, measure: str) -> None:
    assert measure_in(term) == measure_in(f"300 {term}") == measure_of(f"total_{term}") == measure
    assert measure_in(f"un {term} de clientes") is None


def test_no_word_is_without_a_test() -> None:
    tested = sum(map(len, WORDS.values())), sum(map(len, ALONE.values()))
    assert (len(lexicon().words), len(lexicon().alone)) == tested
