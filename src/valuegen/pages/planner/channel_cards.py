"""A channel on its page: what it is, who is there, what came back by it, what comes next."""

from collections.abc import Iterator

from valuegen.pages.planner.channels_views import ChannelCard
from valuegen.pages.planner.figure_words import OUTCOMES, span
from valuegen.pages.planner.frame import Desk, channel_place
from valuegen.pages.planner.lines import entry_line
from valuegen.pages.planner.mentions import cut_short, segment_link
from valuegen.pages.planner.views import Fact
from valuegen.pages.views import Link
from valuegen.plan.minutes import Spent
from valuegen.words import Message, msg, nmsg

NEXT, NAMED = 3, 12
REACHES: dict[str, Message] = {
    "personal": msg("one by one"),
    "group": msg("in small groups"),
    "broadcast": msg("to everybody at once"),
}
_OPENS: dict[str, Message] = {
    "https": msg("opens the chat with them"),
    "mailto": msg("opens an email to them"),
    "tel": msg("calls them"),
    "sms": msg("opens a text message to them"),
}


def channel_name(desk: Desk, id: str) -> str:
    """Its label, "" being no channel."""
    return desk.say(desk.plan.channel(id).label if id else msg("no channel said"))


def channel_card(desk: Desk, id: str, one: Spent) -> ChannelCard:
    """One of them."""
    today = desk.plan.as_of.day
    ahead = [entry for entry in one.entries if entry.day and entry.day >= today and entry.status != "done"]
    return ChannelCard(
        id=channel_place(id).partition("#")[2],
        name=channel_name(desk, id),
        reach=desk.say(REACHES[desk.plan.channel(id).reach]),
        facts=tuple(_facts(desk, id, one)),
        next=tuple(entry_line(desk, entry) for entry in ahead[:NEXT]),
    )


def _facts(desk: Desk, id: str, one: Spent) -> Iterator[Fact]:
    channel = desk.plan.channel(id)
    segments = [
        segment_link(desk, segment) for segment, each in desk.plan.workspace.segments.items() if id in each.channels
    ]
    if segments:
        yield Fact(desk.say(msg("Who is there")), cut_short(desk, segments, NAMED))
    if one.brought or one.logged:
        yield Fact(desk.say(msg("What came back")), (Link(desk.say(_brought(one)), ""),))
    if one.echoes:
        echoes = nmsg("once, to what you put there", "{n} times, to what you put there", one.echoes)
        yield Fact(desk.say(msg("Answered elsewhere")), (Link(desk.say(echoes), ""),))
    yield Fact(desk.say(msg("How long one takes")), (Link(desk.say(span(channel.minutes)), ""),))
    if channel.max_words:
        most = nmsg("at most {n} word", "at most {n} words", channel.max_words)
        yield Fact(desk.say(msg("How long a text")), (Link(desk.say(most), ""),))
    for name, value in _nature(desk, id):
        yield Fact(desk.say(name), (Link(desk.say(value), ""),))


def _nature(desk: Desk, id: str) -> Iterator[tuple[Message, Message]]:
    """What is special about it."""
    channel = desk.plan.channel(id)
    opens = _OPENS.get((channel.link or "").partition(":")[0])
    if opens:
        yield msg("Its link"), opens
    if channel.publishes:
        yield msg("Public"), msg("what is written for it becomes a page of the public site")
    if channel.automated:
        yield msg("Automatic"), msg("a machine answers in it, not a person")


def _brought(one: Spent) -> Message:
    """In words, the kinds of what came back."""
    if not one.brought:
        return msg("nothing yet for {time} in the log", time=span(one.logged))
    kinds = tuple(
        msg("{kind}: {count}", kind=label, count=one.outcomes[what])
        for what, label in OUTCOMES.items()
        if one.outcomes[what]
    )
    if one.per_hour is None:
        return msg("{kinds}; no minutes in the log", kinds=kinds)
    return msg("{kinds}; {rate:number} an hour", kinds=kinds, rate=one.per_hour)
