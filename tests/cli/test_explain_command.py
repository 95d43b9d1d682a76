"""`valuegen explain`: the page of a rule, in the reader's language."""

import pytest
from click.shell_completion import ShellComplete
from terminal import in_terminal

from valuegen.cli import main
from valuegen.rules import ALL
from valuegen.rules.card import Code, card_of
from valuegen.rules.example_words import example_in
from valuegen.words import say


@pytest.fixture
def work(bench):
    return bench.workspace()


def flat(text):
    return " ".join(text.split())


@pytest.mark.parametrize("language", ["es", "en"])
def test_the_list_has_every_rule_with_its_first_sentence(work, language):
    done = work.run("explain", language=language)
    assert done.exit == 0
    for rule in ALL:
        assert f"{rule.NAME} {say(card_of(rule).title, language)}" in flat(done.out)
    assert "valuegen explain" in done.err
    assert work.run("explain", "--quiet").err == ""


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.NAME)
def test_a_page_has_all_of_its_card(work, rule, language):
    done = work.run("explain", rule.NAME, language=language)
    assert (done.exit, done.err) == (0, "")
    assert done.out.startswith(f"{rule.NAME}\n")
    card, shown = card_of(rule), flat(done.out)
    for part in (card.title, *card.why, *card.options, *card.fails, *card.passes):
        if isinstance(part, Code):
            here = say("# here", language) if language == "en" else "# aquí"
            assert flat(example_in(part, language).replace("# here", here)) in shown
        else:
            assert flat(say(part, language)) in shown


@pytest.mark.parametrize(
    ("rule", "told", "untold"),
    [
        (
            "pitch-share",
            [
                "error; it can't be silenced",
                "max: 20%, window: 90 days",
                "on in full and",
            ],
            ["allow:", "the rule is skipped"],
        ),
        (
            "unanswered",
            [
                "todo: owed to somebody",
                "after: 2 days",
                "keeps its level, whatever its date",
                "contacts.yaml and log.yaml; where one of them is not there, the rule is skipped",
                "`allow: {unanswered: the reason}`",
            ],
            ["neither silenced"],
        ),
        ("opted-out", ["contacts.yaml; where it is not there, the rule is skipped"], ["Defaults"]),
        ("private-leak", ["one of contacts.yaml, needs.yaml, and log.yaml; without any"], []),
        ("too-quiet", ["warning: it fails under --strict"], ["keeps its level"]),
    ],
)
def test_a_page_says_how_the_rule_is_set(work, rule, told, untold):
    shown = flat(work.run("explain", rule, language="en").out)
    for words in told:
        assert words in shown
    for words in untold:
        assert words not in shown


def test_no_line_but_code_is_wider_than_the_terminal(work):
    for columns in ("50", "200"):
        for rule in ALL:
            lines = work.run("explain", rule.NAME, COLUMNS=columns).out.splitlines()
            assert max(len(line) for line in lines if not line.startswith("    ")) <= min(int(columns), 100)


def test_a_name_that_is_none_gets_the_nearest(work):
    done = work.run("explain", "pich-share")
    assert (done.exit, done.out) == (2, "")
    assert "«pich-share»" in done.err
    assert "«pitch-share»" in done.err
    far = work.run("explain", "xyz", language="en")
    assert far.exit == 2
    assert "`valuegen explain` lists them all" in far.err


def test_it_needs_no_workspace(bench):
    work = bench.workspace({"valuegen.yaml": None})
    assert work.run("explain").exit == work.run("explain", "overdue").exit == 0


def test_colours_only_where_somebody_looks(work):
    seen = in_terminal(work.root, "explain", "overdue").out
    assert "\x1b[1moverdue\x1b[0m" in seen
    assert "\x1b[31m# aquí\x1b[0m" in seen
    assert "\x1b" not in in_terminal(work.root, "explain", "overdue", "--no-color").out
    assert "\x1b" not in work.run("explain", "overdue").out


@pytest.mark.parametrize("words", ["explain", "check --rule", "check --strict --rule overdue --rule"])
def test_shells_complete_the_names_of_rules(words):
    completion = ShellComplete(main, {}, "valuegen", "_VALUEGEN_COMPLETE")
    offered = [item.value for item in completion.get_completions(words.split(), "un")]
    assert offered == [rule.NAME for rule in ALL if rule.NAME.startswith("un")]
    assert "unanswered" in offered


def test_the_beginning_of_several_names_brings_them_all(work):
    done = work.run("explain", "pitch", language="en")
    assert done.exit == 2
    assert (
        "There is no rule “pitch”. Did you mean “pitch-share”, “pitch-words”, “pitch-too-soon”, “pitch-while-away”, or "
        "“pitch-unreachable”?"
    ) in done.err
    assert "¿Querías decir «pitch-share»?" in work.run("explain", "pich-share", language="es").err


def test_jargon_shows_an_english_reader_words_of_english(work):
    told = work.run("explain", "jargon", language="en").out
    assert "Elsewhere those people are called leads." in told
    assert "A esas personas las llaman leads." in work.run("explain", "jargon", language="es").out


@pytest.mark.parametrize(
    ("language", "word", "told", "untold"),
    [
        ("es", "ofertas", "De eso hablan: pitch-too-soon, ", "blast"),
        ("es", "Público", "No hay ninguna regla «Público». `valuegen explain` las muestra todas.", "hablan"),
        ("es", "felicitación", "De eso hablan: courtesy-alone", "pitch"),
        ("en", "offer", "These speak of it: pitch-too-soon, ", "blast"),
        ("en", "clients", "`valuegen explain` lists them all", "speak"),
        ("en", "to", "`valuegen explain` lists them all", "speak"),
        ("en", "pich-share", "Did you mean “pitch-share”?", "speak"),
    ],
)
def test_a_word_that_is_no_rule_leads_to_those_that_speak_of_it(work, language, word, told, untold):
    done = work.run("explain", word, language=language)
    assert done.exit == 2
    assert told in done.err
    assert untold not in done.err.replace(word, "")
