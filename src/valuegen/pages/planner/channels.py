"""Channels: minutes planned and logged against what came back, and what each channel is."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from fractions import Fraction

from valuegen.pages.planner.channels_picture import Row, channels_picture
from valuegen.pages.planner.channels_views import ChannelCard, ChannelsView
from valuegen.pages.planner.columns_picture import HATCH
from valuegen.pages.planner.figure_views import Cell, Figure, Key, Table, cell
from valuegen.pages.planner.figure_words import OUTCOMES, no_log, short_span, span
from valuegen.pages.planner.frame import CHANNELS, Desk, channel_place, planner_page
from valuegen.pages.planner.ledger import Ledger
from valuegen.pages.planner.lines import entry_line, finding_line
from valuegen.pages.planner.mentions import channel_link, cut_short, segment_link
from valuegen.pages.planner.views import Fact
from valuegen.pages.types import Page
from valuegen.pages.views import Link
from valuegen.plan.minutes import Spent, spent_by_channel
from valuegen.words import Message, msg, nmsg, written

YEAR, AHEAD = timedelta(days=365), timedelta(days=90)
ENOUGH = 60
"""So many minutes logged, and what a channel brings an hour says something."""
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


def channels_page(desk: Desk, ledger: Ledger) -> Page:
    """The page of channels."""
    today = desk.plan.as_of.day
    spent = spent_by_channel(desk.plan, _first(desk), today, today + AHEAD, ledger.meant)
    used = [id for id in spent if id and (_is_alive(spent[id]) or _is_named(desk, id))]
    view = ChannelsView(
        title=desk.say(msg("Channels")),
        root="",
        place=CHANNELS,
        said=desk.say(_said(desk, spent)),
        about=desk.say(
            msg("What each way to meet took and what came back by it, from {day} to today.", day=_first(desk))
        ),
        empty=None if any(line.date.day <= today for line in desk.plan.workspace.log or ()) else no_log(desk),
        figure=_figure(desk, spent),
        findings=tuple(finding_line(desk, one) for one in desk.judged.findings if one.rule == "barren-channel"),
        cards=tuple(_card(desk, id, spent[id]) for id in used),
        others=tuple(_card(desk, id, spent[id]) for id in spent if id and id not in used),
    )
    return planner_page(CHANNELS, "channels", view, desk.site)


def _first(desk: Desk) -> date:
    return desk.plan.as_of.day - YEAR + timedelta(days=1)


def _is_alive(spent: Spent) -> bool:
    return bool(spent.planned or spent.ahead or spent.logged or spent.brought or spent.entries)


def _is_named(desk: Desk, id: str) -> bool:
    workspace = desk.plan.workspace
    return bool(workspace.channels[id].place.file) or any(id in one.channels for one in workspace.segments.values())


def _name(desk: Desk, id: str) -> str:
    return desk.say(desk.plan.channel(id).label if id else msg("no channel said"))


def _said(desk: Desk, spent: Mapping[str, Spent]) -> Message:
    """What brings most for its time, and what least."""
    rates = {id: one.per_hour for id, one in spent.items() if id and one.logged >= ENOUGH}
    rated = sorted(((rate, id) for id, rate in rates.items() if rate is not None), key=lambda one: (-one[0], one[1]))
    if not rated or not rated[0][0]:
        back = sum(one.brought for one in spent.values())
        if not back:
            return msg("Nothing that came back is in the log yet.")
        return nmsg("Something came back once.", "Something came back {n} times.", back)
    (best, name), (least, other) = rated[0], rated[-1]
    if len(rated) == 1:
        return msg("By “{name}” something comes back {best:number} times an hour.", name=_name(desk, name), best=best)
    if not least:
        return msg(
            "By “{name}” something comes back {best:number} times an hour; by “{other}” nothing has yet, for {time}.",
            name=_name(desk, name),
            best=best,
            other=_name(desk, other),
            time=span(spent[other].logged),
        )
    return msg(
        "By “{name}” something comes back {best:number} times an hour; by “{other}”, {least:number}.",
        name=_name(desk, name),
        best=best,
        other=_name(desk, other),
        least=least,
    )


def _figure(desk: Desk, spent: Mapping[str, Spent]) -> Figure | None:
    shown = {id: one for id, one in spent.items() if one.planned or one.logged or one.brought}
    if not shown:
        return None
    order = sorted(shown, key=lambda id: (-max(shown[id].planned, Fraction(shown[id].logged)), -shown[id].brought, id))
    picture = channels_picture(
        "channels_",
        desk.say(msg("Time by channel against what came back")),
        desk.say(_said(desk, spent)),
        (desk.say(msg("time")), desk.say(msg("what came back"))),
        [_row(desk, id, shown[id]) for id in order],
    )
    keys = (
        Key("bar", "value", "", desk.say(msg("minutes in the log"))),
        Key("bar", "planned", HATCH, desk.say(msg("minutes of what was in the calendar"))),
        Key("bar", "good", "", desk.say(msg("replies, inquiries, sales, recommendations, help and meetings"))),
    )
    return Figure(desk.say(_cost(desk, shown)), picture, keys, _table(desk, shown, order))


def _cost(desk: Desk, shown: Mapping[str, Spent]) -> Message:
    """Where the time went, and how much came back in all."""
    logged, back = sum(one.logged for one in shown.values()), sum(one.brought for one in shown.values())
    return msg(
        "In the log: {logged}. In the calendar: {planned}. {back}",
        logged=span(logged),
        planned=span(sum((one.planned for one in shown.values()), Fraction(0))),
        back=nmsg("Something came back once.", "Something came back {n} times.", back),
    )


def _row(desk: Desk, id: str, one: Spent) -> Row:
    return Row(
        name=_name(desk, id),
        rate=desk.say(_rate(one)),
        is_rated=one.per_hour is not None,
        planned=one.planned,
        logged=one.logged,
        outcomes=one.brought,
        time=desk.say(short_span(max(one.planned, Fraction(one.logged)))),
        brought=written(one.brought, desk.language),
    )


def _rate(one: Spent) -> Message:
    if one.per_hour is None:
        return msg("not timed")
    return msg("{rate:number} an hour", rate=one.per_hour)


def _table(desk: Desk, shown: Mapping[str, Spent], order: list[str]) -> Table:
    heads = (
        msg("Channel"),
        msg("In the calendar"),
        msg("In the log"),
        *OUTCOMES.values(),
        msg("Together"),
        msg("An hour"),
        msg("Answered elsewhere"),
        msg("Planned for the next {days} days", days=AHEAD.days),
    )
    total = Spent()
    for one in shown.values():
        total.planned += one.planned
        total.ahead += one.ahead
        total.logged += one.logged
        total.echoes += one.echoes
        total.outcomes.update(one.outcomes)
    name = desk.say(msg("All"))
    return Table(
        tuple(_upper(desk.say(head)) for head in heads),
        tuple(_cells(desk, cell(channel_link(desk, id) if id else _name(desk, id)), shown[id]) for id in order),
        _cells(desk, cell(name), total),
    )


def _upper(text: str) -> str:
    return text[0].upper() + text[1:]


def _cells(desk: Desk, name: Cell, one: Spent) -> tuple[Cell, ...]:
    rate = written(one.per_hour, desk.language, "number") if one.per_hour is not None else "–"
    counts = (written(one.outcomes[what], desk.language) for what in OUTCOMES)
    return (
        name,
        cell(desk.say(span(one.planned))),
        cell(desk.say(span(one.logged))),
        *(cell(count) for count in counts),
        cell(written(one.brought, desk.language)),
        cell(rate),
        cell(written(one.echoes, desk.language)),
        cell(desk.say(span(one.ahead))),
    )


def _card(desk: Desk, id: str, one: Spent) -> ChannelCard:
    today = desk.plan.as_of.day
    ahead = [entry for entry in one.entries if entry.day and entry.day >= today and entry.status != "done"]
    return ChannelCard(
        id=channel_place(id).partition("#")[2],
        name=_name(desk, id),
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
