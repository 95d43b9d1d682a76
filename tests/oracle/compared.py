"""The program's word on a workspace beside that of counting by hand."""

from collections import Counter

from oracle import brute
from oracle.chosen import whole
from oracle.mends import report
from oracle.places import key, place
from oracle.plain import planned
from oracle.program import BUILT, surveyed
from oracle.written import write


def compared(work, folder, rules=BUILT):
    """Write the workspace to a folder, and assert that both say the same. What was found, by rule and level."""
    work = whole(work)
    write(work, folder)
    found, credits = surveyed(folder, rules)
    findings, balance = report(work, rules)
    expected = [told(work, one) for one in findings if is_shown(work, one)]
    mine, theirs = Counter(about for about, _ in expected), Counter(about for about, _ in found)
    assert {"only by hand": mine - theirs, "only the program": theirs - mine} == {
        "only by hand": Counter(),
        "only the program": Counter(),
    }
    numbers = dict(found)
    for about, data in expected:
        if about.split()[0] in brute.RULES:
            assert (about, agreed(numbers[about], data)) == (about, data)
    assert credits == balance
    return Counter((one["rule"], one["level"]) for one in findings)


ONCE = ("gulp", "missing-alt")
"""Of a repeat, whose text is one, these are told of once."""


def is_shown(work, finding):
    """At the first occurrence that is not past; else at the last."""
    if finding["rule"] not in ONCE:
        return True
    slug = finding["one"]["entry"]["slug"]
    days = [one["day"] for one in planned(work) if one["entry"]["slug"] == slug]
    return finding["day"] == min((day for day in days if day >= work["as_of"]), default=max(days))


def told(work, one):
    """A finding as `program.told` shows it."""
    contacts = one["contacts"] or [name for name in (one["contact"],) if name]
    about = (one["segment"], contacts, one["need"], one["entry"], one["about"])
    data = {**one["data"], "move_to": one["move_to"], "add_value": one["add_value"]}
    return key(one["rule"], one["level"], place(work, one), *about), data


def agreed(found, expected):
    """A finding about several clients tells the numbers of one of them: any will do."""
    if "each" not in expected:
        return found
    told_of = {key: found[key] for key in found if key in ("received", "limit", "days", "pitches", "posts")}
    told_of = {**told_of, "limit": str(told_of["limit"])}
    assert told_of in expected["each"]
    return {"each": expected["each"], **{key: found[key] for key in ("move_to", "add_value")}}
