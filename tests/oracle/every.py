"""All rules of the oracle: what they find, less what is off or silenced."""

from functools import partial

from oracle import brute, manners, measures, offers, silences
from oracle.chosen import NEVER_SILENCED, level_on, setting
from oracle.found import found
from oracle.plain import planned

PLAIN = {**offers.RULES, **silences.RULES, **manners.RULES, **measures.RULES}


def heeded(rule, work, everything):
    """What a definition says, heeding levels and silences."""
    for one in PLAIN[rule](work, everything):
        if one["level"] != "off" and not (rule not in NEVER_SILENCED and is_allowed(work, one)):
            yield one


def is_allowed(work, finding):
    rule, contact, need = finding["rule"], finding["contact"], finding["need"]
    silent = [finding["one"]["entry"]["allow"]] if finding["one"] else []
    silent += [work["contacts"][contact]["allow"]] if contact else []
    silent += [work["needs"][need]["allow"]] if need else []
    return any(rule in allow for allow in silent)


RULES = {**brute.RULES, **{rule: partial(heeded, rule) for rule in PLAIN}}
"""Name → what it finds in a workspace and what is planned in it. `unused-allow` looks at all of these."""


def findings(work, rules):
    """What these rules find; `unused-allow` among them looks at the silences of these alone."""
    everything = planned(work)
    every = [one for rule in rules if rule != "unused-allow" for one in RULES[rule](work, everything)]
    if "unused-allow" in rules:
        every += unused_allow(work, [rule for rule in rules if rule in RULES])
    return every


def unused_allow(work, rules):
    """A silence is of use if, all others of its rule taken away, something is found without it that is not with it."""
    level = setting(work, "unused-allow")["level"]
    for part, number, one in holders(work):
        for rule in one["allow"]:
            if rule in rules and level != "off" and said(work, rule) == said(work, rule, (part, number)):
                yield about(work, part, number, one, rule)


def holders(work):
    """Of the entries those that are planned: the rules look at these alone."""
    names = {one["entry"]["slug"] for one in planned(work)}
    for number, entry in enumerate(work["entries"]):
        if entry["slug"] in names:
            yield "entries", number, entry
    for part in ("contacts", "needs"):
        for name, one in work[part].items():
            yield part, name, one


def said(work, rule, kept=None):
    """What a rule finds where it is silenced by one holder alone, or by nobody."""
    bare = {**work, "entries": [silent(entry, kept == ("entries", n)) for n, entry in enumerate(work["entries"])]}
    for part in ("contacts", "needs"):
        bare[part] = {name: silent(one, kept == (part, name)) for name, one in work[part].items()}
    return [(one["entry"], one["contacts"], one["contact"], one["need"]) for one in RULES[rule](bare, planned(bare))]


def silent(one, kept):
    return one if kept else {**one, "allow": []}


def about(work, part, number, one, rule):
    """At the entry, contact or need whose `allow` silences nothing."""
    usual = setting(work, "unused-allow")["level"]
    if part != "entries":
        return found("unused-allow", usual, about=rule, **{part.removesuffix("s"): number})
    past = one["date"] and level_on(work, "unused-allow", one["date"])
    name = f"{one['date']}-{one['slug']}" if one["date"] else one["slug"]
    return {**found("unused-allow", past or usual, about=rule), "entry": name}
