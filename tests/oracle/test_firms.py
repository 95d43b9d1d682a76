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
from oracle.every import findings
from oracle.firms import firm
from oracle.program import BUILT
from oracle.written import files

NUMBER = int(os.environ.get("VALUEGEN_ORACLE", "0")) or 150
FIRST = int(os.environ.get("VALUEGEN_ORACLE_FROM", "0"))
SEEDS = range(FIRST, FIRST + NUMBER)


@pytest.mark.parametrize("part", range(5))
def test_the_program_finds_in_a_firm_what_counting_by_hand_finds(part):
    different = {}
    for seed in SEEDS[part::5]:
        work = firm(seed)
        with tempfile.TemporaryDirectory() as folder:
            try:
                compared(work, Path(folder))
            except AssertionError as error:
                different[seed] = f"{error}\n\n{shown(work)}"
    first = next(iter(different), None)
    assert not different, f"{len(different)} firms differ: {sorted(different)}\n\nfirm {first}:\n{different[first]}"


def shown(work):
    return "\n".join(f"--- {path}\n{text}" for path, text in files(whole(work)).items())


def test_each_rule_finds_something_in_some_firms_and_nothing_in_others():
    """Else the comparison would prove nothing of it."""
    rules, fired, errors = tuple(TABLE), Counter(), Counter()
    for seed in SEEDS:
        every = findings(whole(firm(seed)), rules)
        fired.update({one["rule"] for one in every})
        errors.update({one["rule"] for one in every if one["level"] == "error"})
    if os.environ.get("VALUEGEN_ORACLE_COUNTS"):
        print("\n".join(counted(rule, fired, errors) for rule in rules))  # noqa: T201
    assert {rule: fired[rule] for rule in rules if not 3 <= fired[rule] <= NUMBER * 0.8} == {}


def counted(rule, fired, errors):
    built = "" if rule in BUILT else ", not built"
    return f"{rule:20} in {fired[rule]:5} of {NUMBER} firms, an error in {errors[rule]}{built}"
