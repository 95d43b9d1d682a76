"""The program's word on a workspace beside that of counting by hand."""

from oracle.mends import report
from oracle.program import surveyed
from oracle.written import write


def compared(work, folder):
    """Write the workspace to a folder, and assert that both say the same."""
    write(work, folder)
    found, credits = surveyed(folder)
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
