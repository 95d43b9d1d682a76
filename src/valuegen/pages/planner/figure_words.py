"""The words that several figures share: spans of time, what came back, what to write down where nothing is yet."""

from dataclasses import replace
from fractions import Fraction

from valuegen.pages.planner.frame import CONTACTS, Desk
from valuegen.pages.planner.mentions import cut_short
from valuegen.pages.views import Link
from valuegen.words import Message, msg, nmsg

OUTCOMES: dict[str, Message] = {
    "reply": msg("replies"),
    "inquiry": msg("asked to buy"),
    "sale": msg("sales"),
    "referral": msg("recommendations"),
    "helped": msg("it helped"),
    "meeting": msg("meetings"),
}
WHY_LOST: dict[str, Message] = {
    "absence": msg("you were not there"),
    "competitor": msg("they went to somebody else"),
    "price": msg("the price"),
    "other": msg("another reason"),
}


def span(minutes: int | Fraction) -> Message:
    """A span of time: 45 min, 2 h, 1 h 15 min."""
    hours, rest = divmod(round(minutes), 60)
    if not hours:
        return msg("{minutes} min", minutes=rest)
    return msg("{hours} h {minutes} min", hours=hours, minutes=rest) if rest else msg("{hours} h", hours=hours)


def short_span(minutes: int | Fraction) -> Message | str:
    """The same, short: 40 min, 1.3 h; "" for none."""
    if minutes < 60:
        return msg("{minutes} min", minutes=round(minutes)) if minutes else ""
    return msg("{hours:number} h", hours=Fraction(minutes) / 60)


def days(count: int) -> Message:
    """So many days."""
    return nmsg("{n} day", "{n} days", count)


def some_clients(desk: Desk, links: list[Link], most: int) -> tuple[Link, ...]:
    """So many of them; how many more there are leads to the page of all."""
    named = cut_short(desk, links, most)
    return named if len(links) <= most else (*named[:-1], replace(named[-1], href=CONTACTS))


def no_log(desk: Desk) -> tuple[str, str]:
    """What to write down to see something here, and a line to begin with."""
    workspace = desk.plan.workspace
    contact = next(iter(workspace.contacts or {}), "rosa")
    person = next(iter(workspace.people), "irene")
    said = msg(
        "Nothing is in the log yet. After each visit, call or message add a line to {file}: who, by which way, how "
        "many minutes, what came of it. In a few weeks this page tells what your time is worth.",
        file="`content/private/log.yaml`",
    )
    line = (
        f"- {{date: {desk.plan.as_of.day}, contact: {contact}, by: {person}, channel: visit, what: visit, minutes: 45}}"
    )
    return desk.say(said), line
