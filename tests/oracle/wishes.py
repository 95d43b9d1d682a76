"""Random levels, options and silences of rules."""

from oracle.chosen import CIRCLED, TABLE

OF_CONTACTS = ("courtesy-alone", "client-forgotten", "unanswered", "client-too-often", "pitch-too-soon", "unsolicited")
OF_CONTACTS += ("wrong-channel", "delegated")
OF_ENTRIES = ("too-often", "too-quiet", "overdue", "pitch-too-soon", "pay-button", "pitch-while-away", "on-holiday")
OF_ENTRIES += ("monologue", "no-reply-path", "off-topic", "delegated", "automated", "wrong-channel", "blast")
OF_ENTRIES += ("unsolicited", "unknowing-author", "gulp", "missing-body", "unapproved")
LOCKED = ("pitch-share", "client-pitch-share", "pitch-words", "opted-out")
# Set to `error`, these may forbid a day to an entry that moves.
OFTEN_ERRORS = ("on-holiday", "overload", "pitch-while-away", "blast", "pitch-too-soon", "too-quiet", "missing-body")
OFTEN_ERRORS += ("broadcast-only", "unapproved", "courtesy-alone", "client-forgotten", "nobody-answers", "unused-allow")
OPTIONS = {
    "max": ("33%", "0.3333", "25%", "12.5%", "10%", "0%"),
    "window": (7, 14, 30, 60, 89, 90, 91, 180, 366),
    "after": (1, 2, 7, 29, 30, 31, 90),
    "from": ("prospect", "friend", "buyer", "recurring"),
    "entries": (1, 2, 3, 4),
    "minutes": (100, 300, 599, 600),
    "segments": (1, 2, 3),
}


def rules(dice, strict):
    """`strict`: most of what may forbid a day to an entry that moves is an error."""
    found, errors = {}, 0.4 if strict else 0.08
    for rule, (usual, options) in TABLE.items():
        chance = 0.6 if rule == "nobody-answers" else 0.25
        said = {name: option(dice, name) for name in options if dice.random() < chance}
        if usual == "off" and dice.random() < 0.5:
            said["level"] = dice.choice(("warning", "note", "error"))
        elif rule not in LOCKED and dice.random() < (errors if rule in OFTEN_ERRORS else 0.05):
            said["level"] = "error" if rule in OFTEN_ERRORS else level(dice, rule)
        elif rule in CIRCLED and said:
            said["level"] = usual  # whether options alone turn a rule on, the design does not say
        if said:
            found[rule] = said
    return found


def option(dice, name):
    return dice.choice(OPTIONS[name])


def level(dice, rule):
    """`automated` has two levels: set otherwise than off or error, it is not said which."""
    return dice.choice(("off", "error") if rule == "automated" else ("off", "warning", "error", "note", "todo"))


OF_SEGMENTS = ("pitch-share", "pitch-words", "pitch-unreachable", "too-often", "too-quiet", "nobody-answers")
OF_SEGMENTS += ("off-topic", "broadcast-only", "wrong-channel", "delegated")


def of_segment(dice):
    """A segment's own levels and options, for what is found about it."""
    found = {}
    for rule in OF_SEGMENTS if dice.random() < 0.3 else ():
        said = {name: option(dice, name) for name in TABLE[rule][1] if dice.random() < 0.2}
        if rule not in LOCKED and dice.random() < 0.12:
            said["level"] = level(dice, rule)
        elif rule in CIRCLED and said:
            said["level"] = TABLE[rule][0]
        if said:
            found[rule] = said
    return found


def allowed(dice, rules):
    return dice.sample(rules, 1) if dice.random() < 0.15 else []
