"""Offers, by the definitions: their words, whom they reach too soon, who is there to answer."""

from oracle.chosen import level_at, setting, share
from oracle.found import found
from oracle.plain import DAY, VALUE, contact_receives, segment_receives, window
from oracle.team import author, is_away, reply_to
from oracle.ways import reach

STAGES = ("user", "prospect", "friend", "buyer", "recurring")


def words(work, one):
    """Words that sell, and other words, of its body."""
    text = one["entry"]["text"]
    if text is None:
        return 0, 0
    facts = work["texts"][text]
    selling = facts["words"] if one["kind"] == "pitch" else facts["selling"]
    return selling, facts["words"] - selling


def word_balance(work, received, day, days):
    """Selling words and all words in a window; the same text counts once as value."""
    selling, others, seen = 0, 0, set()
    for one in window(received, day, days):
        of_pitch, plain = words(work, one)
        selling += of_pitch
        if one["kind"] not in VALUE or one["like"] not in seen:
            others += plain
        if one["kind"] in VALUE:
            seen.add(one["like"])
    return selling, selling + others


def pitch_words(work, everything):
    for name in work["segments"]:
        chosen = setting(work, "pitch-words", name)
        received = segment_receives(everything, name)
        for one in received:
            if not words(work, one)[0]:
                continue
            selling, of_all = word_balance(work, received, one["day"], chosen["window"])
            if selling > share(chosen["max"]) * of_all:
                yield found("pitch-words", level_at(work, "pitch-words", one, name), one, segment=name)


def stage(work, name, day):
    """Where they began; the lines of the log up to a day move them on."""
    moved = [(line["date"], number) for number, line in enumerate(work["log"]) if moves(line, name, day)]
    return work["log"][max(moved)[1]]["stage"] if moved else work["contacts"][name]["stage"]


def moves(line, name, day):
    return line["contact"] == name and line["what"] == "stage" and line["stage"] and line["date"] <= day


def pitch_too_soon(work, everything):
    least = STAGES.index(setting(work, "pitch-too-soon")["from"])
    for one in everything:
        if one["kind"] != "pitch":
            continue
        receivers = receivers_of(work, one)
        early = [name for name in receivers if STAGES.index(stage(work, name, one["day"])) < least]
        early = [name for name in early if "pitch-too-soon" not in work["contacts"][name]["allow"]]
        personal = any(reach(work, channel) == "personal" for channel in one["channels"])
        if early and (personal or 2 * len(early) > len(receivers)):
            yield found("pitch-too-soon", level_at(work, "pitch-too-soon", one), one, contacts=sorted(early))


def receivers_of(work, one):
    return [name for name in work["contacts"] if contact_receives(work, [one], name)]


def pay_button(work, everything):
    """No person to talk to: no `ask`, no mail, phone or meeting, neither among its links nor as its channel."""
    for one in everything:
        entry = one["entry"]
        service = entry["product"] is None or work["products"][entry["product"]]["type"] == "service"
        if one["kind"] != "pitch" or not service or entry["ask"] or entry["text"] is None:
            continue
        facts = work["texts"][entry["text"]]
        alone = all(reach(work, channel) == "broadcast" for channel in one["channels"])
        if facts["links"] and not facts["person"] and alone:
            yield found("pay-button", level_at(work, "pay-button", one), one)


def pitch_while_away(work, everything):
    for one in everything:
        who = {author(work, one), reply_to(work, one)}
        if one["kind"] == "pitch" and any(is_away(work, name, one["day"], one["day"] + 3 * DAY) for name in who):
            yield found("pitch-while-away", level_at(work, "pitch-while-away", one), one)


def pitch_unreachable(work, _everything):
    """At most N per P days are N on the first day of the window, N more P days later, and so on.

    Where the limit is 0 it is not the cadence that leaves no room.
    """
    for name, segment in work["segments"].items():
        most, days = segment["at_most"] or (3, 7)
        limit = setting(work, "pitch-share", name)
        times = len(range(0, limit["window"], days))
        if 0 < share(limit["max"]) * most * times < 1:
            yield found("pitch-unreachable", setting(work, "pitch-unreachable", name)["level"], segment=name)


RULES = {
    "pitch-words": pitch_words,
    "pitch-too-soon": pitch_too_soon,
    "pay-button": pay_button,
    "pitch-while-away": pitch_while_away,
    "pitch-unreachable": pitch_unreachable,
}
