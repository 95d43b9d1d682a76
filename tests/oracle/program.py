"""What the program says of a workspace, as plain tuples."""

from oracle.chosen import TABLE
from oracle.places import key

from valuegen import build
from valuegen.leaf import NoLeaves
from valuegen.read.workspace import read_workspace
from valuegen.rules import ALL

BUILT = tuple(rule for rule in TABLE if rule in {one.NAME for one in ALL})
"""The rules that the oracle knows and the program has, in the order of the table."""
MERGED = ("wrong-channel",)
"""Where the design does not say whether several clients are one finding."""


def surveyed(root, rules=BUILT):
    """Its findings of these rules, as pairs of a text and numbers; and each segment's credit."""
    survey = build.survey(read_workspace(root), NoLeaves())
    assert survey.is_readable, [str(finding) for finding in survey.findings if finding.rule == "format"]
    credits = {name: {"now": one.now, "next": one.next} for name, one in survey.credits.items()}
    return [pair for finding in survey.findings if finding.rule in rules for pair in told(finding)], credits


def told(finding):
    """What a finding is about, as text; and its numbers and mends."""
    data = dict(finding.data)
    contacts = data.pop("contacts", None) or [name for name in (finding.contact,) if name]
    assert finding.contact in (None, *contacts)
    contacts = [] if finding.need else contacts  # whose need it is may be told too
    place = f"{finding.place.file}:{finding.place.line}"
    mend = finding.mend
    data |= {"move_to": mend and mend.move_to, "add_value": mend and mend.add_value}
    for names in [[name] for name in contacts] if finding.rule in MERGED and contacts else [contacts]:
        about = (finding.segment, names, finding.need, finding.entry, about_of(finding))
        yield key(finding.rule, finding.level, place, *about), data


def about_of(finding):
    """Which person and week, which channel, which silence."""
    parts = {"unused-allow": ("rule",), "overload": ("person", "week"), "barren-channel": ("channel",)}
    return " ".join(str(finding.data[part]) for part in parts.get(finding.rule, ())) or None
