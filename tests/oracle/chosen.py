"""Levels and options of each rule, from the table of the design; and a workspace with all that it does not say."""

from datetime import date
from fractions import Fraction
from functools import cache

from oracle.texts import plain_facts

SHARES = ("pitch-share", "client-pitch-share")
CROWDS = ("too-often", "client-too-often")
ONLY_DONE_IS_HISTORY = (*SHARES, "pitch-words")
# †: what is found in the past keeps its level.
KEEPS_ITS_LEVEL = ("client-forgotten", "unanswered", "unmet-need", "nobody-answers", "barren-channel", "overdue")
# ○: off under `profile: gentle`.
CIRCLED = ("pay-button", "on-holiday", "overload", "nobody-answers", "off-topic", "barren-channel")
CIRCLED += ("unknowing-author", "gulp")
NEVER_SILENCED = ("pitch-share", "client-pitch-share", "pitch-words", "opted-out")

TABLE = {
    "pitch-share": ("error", {"max": "20%", "window": 90}),
    "client-pitch-share": ("error", {"max": "20%", "window": 90}),
    "pitch-words": ("error", {"max": "20%", "window": 90}),
    "pitch-too-soon": ("warning", {"from": "friend"}),
    "pay-button": ("warning", {}),
    "pitch-while-away": ("warning", {}),
    "pitch-unreachable": ("note", {}),
    "courtesy-alone": ("todo", {"window": 180}),
    "too-often": ("error", {}),
    "client-too-often": ("error", {}),
    "too-quiet": ("warning", {}),
    "client-forgotten": ("todo", {"after": 90}),
    "on-holiday": ("note", {}),
    "overload": ("warning", {}),
    "monologue": ("warning", {}),
    "no-reply-path": ("error", {}),
    "unanswered": ("todo", {"after": 2}),
    "unmet-need": ("todo", {"after": 30}),
    "nobody-answers": ("todo", {"entries": 6, "window": 180}),
    "off-topic": ("warning", {}),
    "delegated": ("error", {}),
    "automated": ("error", {}),
    "broadcast-only": ("warning", {"window": 90}),
    "wrong-channel": ("warning", {}),
    "blast": ("warning", {"segments": 3, "window": 30}),
    "opted-out": ("error", {}),
    "unsolicited": ("off", {}),
    "barren-channel": ("todo", {"minutes": 600, "window": 90}),
    "unknowing-author": ("warning", {}),
    "gulp": ("warning", {}),
    "missing-alt": ("warning", {}),
    "missing-body": ("warning", {}),
    "unapproved": ("off", {}),
    "overdue": ("todo", {}),
    "unused-allow": ("warning", {}),
}
LEVEL = {rule: level for rule, (level, _) in TABLE.items()}


@cache
def share(text):
    """`20%` or `0.2`, exactly."""
    return Fraction(text[:-1]) / 100 if text.endswith("%") else Fraction(text)


def setting(work, rule, segment=None):
    """The level and options in force, for a segment or for nobody's segment."""
    level, options = TABLE[rule]
    if work["profile"] == "gentle" and rule in CIRCLED:
        level = "off"
    found = {"level": level, **options}
    found.update(work["rules"].get(rule, {}))
    if segment is not None:
        found.update(work["segments"][segment]["rules"].get(rule, {}))
    return found


def level_on(work, rule, day, segment=None, done=False):
    """The level in force for what is found on a day; `note` for the past (share rules: only if it is also done)."""
    level = setting(work, rule, segment)["level"]
    past = day < work["as_of"] and (done or rule not in ONLY_DONE_IS_HISTORY)
    return "note" if past and rule not in KEEPS_ITS_LEVEL and level != "off" else level


def level_at(work, rule, one, segment=None):
    return level_on(work, rule, one["day"], segment, one["status"] == "done")


FIRM = {"country": None, "profile": "full", "lead": 3, "channels": {}, "products": {}, "needs": {}}
PEOPLE = {"irene": {"role": "principal", "email": "irene@taller.example"}}
PERSON = {"role": "specialist", "knows": [], "email": None, "phone": None, "minutes_per_week": None, "away": []}
SEGMENT = {"treatment": "group", "owner": None, "cares_about": [], "dates": {}}
CONTACT = {"stage": "prospect", "owner": None, "agreed": None, "pauses": [], "dates": {}}
NEED = {"from": None, "segment": None, "status": "open", "allow": []}
ENTRY = {"topics": [], "answers": [], "author": None, "reply_to": None, "ask": None, "minutes": None}
ENTRY |= {"product": None, "approved": None, "image": None}
LINE = {"channel": None, "minutes": None, "stage": None}


def whole(work):
    """The workspace with every key, each with what the design says where a person says nothing."""
    work = {**FIRM, "people": PEOPLE, **work}
    for part, usual in (("people", PERSON), ("segments", SEGMENT), ("contacts", CONTACT), ("needs", NEED)):
        work[part] = {name: {**usual, **one} for name, one in work[part].items()}
    work["entries"] = [{**ENTRY, **entry} for entry in work["entries"]]
    first = next(iter(work["people"]))
    work["log"] = [{**LINE, **line, "by": first if line["by"] is True else line["by"]} for line in work["log"]]
    texts = {entry["text"] for entry in work["entries"] if entry["text"] is not None}
    work["texts"] = work.get("texts") or {text: plain_facts(text) for text in sorted(texts)}
    return work


def is_yearly(first):
    return not isinstance(first, date)
