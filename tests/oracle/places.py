"""Where a finding of the oracle stands, and how two of them are told apart, as text.

Compared are level, client, need, entry and place of every rule, as far as the design says them.
"""

PRIVATE = "content/private"
# An image stands in a text, or at its entry; of a channel the design does not say the place.
UNPLACED = ("missing-alt", "barren-channel")
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
        return place_of_entry(work, finding["one"]["entry"]["slug"])
    if finding["rule"] == "overload":
        return f"content/people.yaml:{list(work['people']).index(finding['about'].split()[0]) + 1}"
    if finding["entry"]:
        return place_of_entry(work, next(one["slug"] for one in work["entries"] if is_named(one, finding["entry"])))
    if finding["line"] is not None:
        return f"{PRIVATE}/log.yaml:{finding['line'] + 1}"
    for part, field in (("segments", "segment"), ("contacts", "contact"), ("needs", "need")):
        if finding[field]:
            path = "content/segments.yaml" if part == "segments" else f"{PRIVATE}/{part}.yaml"
            return f"{path}:{list(work[part]).index(finding[field]) + 1}"
    return None


def place_of_entry(work, slug):
    file = next(one["file"] for one in work["entries"] if one["slug"] == slug)
    of_file = [one["slug"] for one in work["entries"] if one["file"] == file]
    return f"content/calendar/{file}.yaml:{of_file.index(slug) + 1}"


def is_named(entry, name):
    return name == (f"{entry['date']}-{entry['slug']}" if entry["date"] else entry["slug"])
