"""What the program says, as the reader's language writes it."""

import pytest
from babel.numbers import format_decimal

from valuegen.words import LANGUAGES, msg, say, written


@pytest.mark.parametrize("language", [*LANGUAGES, "ca", "en-IN", "es-MX"])
def test_whole_numbers_are_written_as_cldr_has_it(language):
    for number in (0, 7, 999, 1000, 9999, 10000, 123456, 1234567, -1, -1234, -12345):
        assert written(number, language) == format_decimal(number, locale=language.replace("-", "_"))


@pytest.mark.parametrize("sentence", ["{name.language}", "{name.value}", "{name.__class__}", "{name[0]}", "{other}"])
def test_no_sentence_gets_at_more_than_its_values(sentence):
    with pytest.raises((KeyError, TypeError)):
        say(msg(sentence, name="Rosa"), "es")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_that_nobody_would_read_is_cut(language):
    said = say(msg("{names}", names=tuple(f"n{number}" for number in range(5000))), language)
    assert said.endswith("n98, n99, …")
