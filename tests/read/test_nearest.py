"""What somebody most likely meant by a name that is not known; nothing where nothing is near."""

import pytest

from valuegen.read.nearest import MOST_COMPARED, is_one_edit, nearest

KNOWN = ["panaderias", "pastas", "pastelerias", "cafés", "per-week", "ask"]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("panadería", "panaderias"),
        ("PANADERIAS", "panaderias"),
        ("cafes", "cafés"),
        ("per_week", "per-week"),
        ("pan", "panaderias"),  # the only one that begins so
        ("paste", "pastelerias"),
        ("pas", "pastas"),  # two begin so: the nearer
        ("panaderiaz", "panaderias"),
        ("pe", None),  # too little to tell
        ("zapatos", None),
        ("panaderias-" + "x" * 5_000, None),
        ("", None),
    ],
)
def test_the_name_that_was_meant(text: str, meant: str | None) -> None:
    assert nearest(text, KNOWN) == meant


def test_of_two_that_are_alike_the_first_is_said() -> None:
    assert nearest("cafe", ["café", "cafe\u0301", "CAFE"]) == "café"


def test_not_more_names_are_compared_than_is_worth_it() -> None:
    names = [f"x{number}" for number in range(MOST_COMPARED - 1)]
    assert nearest("panaderia", [*names, "panaderias"]) == "panaderias"
    assert nearest("panaderia", [*names, "x", "panaderias"]) is None


@pytest.mark.parametrize("name", ["cadance", "cadenc", "cadencee", "acdence", "cadecne", "xcadence", "cadence"])
def test_one_letter_makes_the_other(name: str) -> None:
    assert is_one_edit(name, "cadence")
    assert is_one_edit("cadence", name)


@pytest.mark.parametrize("name", ["caden", "cadenceee", "cedanca", "ecnedac", "", "acedence", "xadencex"])
def test_two_letters_are_another_word(name: str) -> None:
    assert not is_one_edit(name, "cadence")
    assert not is_one_edit("cadence", name)
