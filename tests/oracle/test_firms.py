"""Every rule that does not read text, and its dated mends, on random firms: counted by hand and by the program.

`VALUEGEN_ORACLE=2000` looks at so many; `VALUEGEN_ORACLE_FROM` is the first seed; `VALUEGEN_ORACLE_COUNTS=1` prints how
often each rule found something.
"""

import os
import tempfile
from collections import Counter
from pathlib import Path

import pytest
from oracle.chosen import TABLE, whole
from oracle.compared import compared
from oracle.crowds import crowd
from oracle.every import findings
from oracle.firms import firm
from oracle.program import BUILT
from oracle.written import files

NUMBER = int(os.environ.get("VALUEGEN_ORACLE", "0")) or 120
FIRST = int(os.environ.get("VALUEGEN_ORACLE_FROM", "0"))
SEEDS = range(FIRST, FIRST + NUMBER)
PARTS = 5


@pytest.mark.parametrize("part", range(PARTS))
def test_the_program_finds_in_a_firm_what_counting_by_hand_finds(part):
    differences(firm, SEEDS[part::PARTS])


def test_what_a_full_calendar_moves_heeds_every_rule():
    differences(crowd, SEEDS[: NUMBER // 6])


def differences(make, seeds):
    """Assert that there are none; else the first of them is shown, with its files."""
    found = {}
    for seed in seeds:
        work = make(seed)
        with tempfile.TemporaryDirectory() as folder:
            try:
                compared(work, Path(folder))
            except AssertionError as error:
                found[seed] = f"{error}\n\n{shown(work)}"
    first = next(iter(found), None)
    assert not found, f"{len(found)} differ: {sorted(found)}\n\n{make.__name__} {first}:\n{found[first]}"


def shown(work):
    return "\n".join(f"--- {path}\n{text}" for path, text in files(whole(work)).items())


def test_the_program_has_every_rule_that_the_oracle_knows():
    assert tuple(TABLE) == BUILT


def test_each_rule_finds_something_in_some_firms_and_nothing_in_others():
    """Else the comparison would prove nothing of it."""
    rules, fired, errors = tuple(TABLE), Counter(), Counter()
    for seed in SEEDS:
        every = findings(whole(firm(seed)), rules)
        fired.update({one["rule"] for one in every})
        errors.update({one["rule"] for one in every if one["level"] == "error"})
    if os.environ.get("VALUEGEN_ORACLE_COUNTS"):
        print("\n".join(counted(rule, fired, errors) for rule in rules))  # noqa: T201
    assert {rule: fired[rule] for rule in rules if not NUMBER / 50 <= fired[rule] <= NUMBER * 0.75} == {}


def counted(rule, fired, errors):
    built = "" if rule in BUILT else ", not built"
    return f"{rule:20} in {fired[rule]:5} of {NUMBER} firms, an error in {errors[rule]}{built}"
