"""What the program says of a workspace, as plain tuples."""

from valuegen import build
from valuegen.leaf import NoLeaves
from valuegen.read.workspace import read_workspace

RULES = {
    "pitch-share", "client-pitch-share", "too-often", "client-too-often", "too-quiet", "overdue", "opted-out",
    "unanswered",
}  # fmt: skip


def surveyed(root):
    """Its findings of the rules of the calendar, as tuples with their numbers; and each segment's credit."""
    survey = build.survey(read_workspace(root), NoLeaves())
    assert survey.is_readable, [str(finding) for finding in survey.findings if finding.rule == "format"]
    credits = {name: {"now": one.now, "next": one.next} for name, one in survey.credits.items()}
    found = [told(finding) for finding in survey.findings if finding.rule in RULES]
    assert len(dict(found)) == len(found)
    return dict(found), credits


def told(finding):
    """What a finding is about, as text; and its numbers and mends."""
    data = dict(finding.data)
    contacts = data.pop("contacts", None) or [finding.contact]
    assert finding.contact in (None, *contacts)
    line = None if finding.entry or finding.segment else finding.place.line
    about = (finding.rule, finding.level, finding.segment, finding.entry, *contacts, line)
    mend = finding.mend
    data |= {"move_to": mend and mend.move_to, "add_value": mend and mend.add_value}
    return " ".join(str(part) for part in about), data
