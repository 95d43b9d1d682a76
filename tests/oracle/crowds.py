"""Firms whose calendar is too full: what could move is kept from one day by one rule, from the next by another."""

from random import Random

from oracle import wishes
from oracle.firms import firm
from oracle.plain import DAY

KINDS = ("industry", "expertise", "reference", "conversation", "industry", "pitch", "courtesy")


def crowd(seed):
    """A firm with other limits, absences and days."""
    dice = Random(seed)
    work = firm(seed)
    work["closed"] = [spell(dice, work, 3) for _ in range(2)]
    work["rules"] = rules(dice)
    for one in work["people"].values():
        one["minutes_per_week"] = dice.choice((None, 90, 200, 300))
        one["away"] = [(*spell(dice, work, 5), None)] if dice.random() < 0.5 else []
    for one in work["segments"].values():
        one |= {"at_most": (1, dice.choice((2, 3, 4))), "rules": {}}
    for one in work["contacts"].values():
        one |= {"at_most": (1, 2) if dice.random() < 0.2 else None, "opted_out": None}
    for entry in work["entries"]:
        entry |= {"date": work["as_of"] + DAY * dice.randint(-2, 20), "repeat": None, "time": None}
        entry |= {"status": dice.choice(("ready", "draft")), "kind": dice.choice(KINDS), "allow": []}
    return work


def spell(dice, work, most):
    first = work["as_of"] + DAY * dice.randint(0, 25)
    return first, first + DAY * dice.randint(0, most)


def rules(dice):
    """Shares that leave room, and some of the rules that look at days as errors."""
    found = {rule: {"level": "error"} for rule in wishes.OFTEN_ERRORS if dice.random() < 0.3}
    for rule in ("pitch-share", "client-pitch-share", "pitch-words"):
        found[rule] = {"max": dice.choice(("33%", "33%", "20%")), "window": dice.choice((7, 14, 30))}
    return found
