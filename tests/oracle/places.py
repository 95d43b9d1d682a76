"""Where a finding of the oracle stands, and how two of them are told apart, as text.

Compared are level, client, need, entry and place of every rule, as far as the design says them.
"""

PRIVATE = "content/private"
# Rules that look into a body: the design does not say whether they stand at the entry or in its text.
UNPLACED = ("pitch-words", "pay-button", "monologue", "gulp", "missing-alt", "missing-body", "overload")
UNPLACED += ("barren-channel", "unused-allow")
ABOUT_SEGMENTS = ("pitch-share", "pitch-words", "too-often", "too-quiet", "pitch-unreachable", "nobody-answers")
ABOUT_SEGMENTS += ("off-topic", "broadcast-only", "wrong-channel", "delegated")


def key(rule, level, place, segment=None, contacts=(), need=None, entry=None, about=None):
    """`place`: path:line."""
    segment = segment if rule in ABOUT_SEGMENTS else None
    place = None if rule in UNPLACED else place
    return " ".join(str(part) for part in (rule, level, segment, ",".join(sorted(contacts)), need, entry, place, about))


def place(work, finding):
    """Each item stands on a line of its own (see `written.py`)."""
    if finding["one"]:
        entry = finding["one"]["entry"]
        of_file = [other["slug"] for other in work["entries"] if other["file"] == entry["file"]]
        return f"content/calendar/{entry['file']}.yaml:{of_file.index(entry['slug']) + 1}"
    if finding["line"] is not None:
        return f"{PRIVATE}/log.yaml:{finding['line'] + 1}"
    for part, field in (("segments", "segment"), ("contacts", "contact"), ("needs", "need")):
        if finding[field]:
            path = "content/segments.yaml" if part == "segments" else f"{PRIVATE}/{part}.yaml"
            return f"{path}:{list(work[part]).index(finding[field]) + 1}"
    return None
