"""What the program finds, mends and credits is what counting by hand comes to, on random calendars.

`VALUEGEN_ORACLE=5000` looks at so many of them, other ones each time.
"""

import os
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, note, settings
from oracle.calendars import workspaces
from oracle.mends import report
from oracle.program import surveyed
from oracle.written import files, write

LONG = int(os.environ.get("VALUEGEN_ORACLE", "0"))
SETTINGS = settings(
    max_examples=LONG or 150,
    derandomize=not LONG,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    # shrinking takes minutes here: the files of the calendar that differs are shown instead
    phases=[Phase.generate],
)


@SETTINGS
@given(workspaces())
def test_the_program_finds_what_counting_by_hand_finds(work):
    for path, text in files(work).items():
        note(f"--- {path}\n{text}")
    with tempfile.TemporaryDirectory() as folder:
        write(work, folder)
        found, credits = surveyed(Path(folder))
    findings, balance = report(work)
    expected = dict(told(one) for one in findings)
    assert len(expected) == len(findings)
    assert sorted(found) == sorted(expected)
    for about, numbers in expected.items():
        assert (about, agreed(found[about], numbers)) == (about, numbers)
    assert credits == balance


def told(one):
    """A finding as `program.told` shows it."""
    contacts = one["contacts"] or (one["contact"],)
    line = None if one["line"] is None else one["line"] + 1
    about = (one["rule"], one["level"], one["segment"], one["entry"], *contacts, line)
    data = {**one["data"], "move_to": one["move_to"], "add_value": one["add_value"]}
    return " ".join(str(part) for part in about), data


def agreed(found, expected):
    """A finding about several clients tells the numbers of one of them: any will do."""
    if "each" not in expected:
        return found
    told_of = {key: found[key] for key in found if key in ("received", "limit", "days", "pitches", "posts")}
    told_of = {**told_of, "limit": str(told_of["limit"])}
    assert told_of in expected["each"]
    return {"each": expected["each"], **{key: found[key] for key in ("move_to", "add_value")}}
