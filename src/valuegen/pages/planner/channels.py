"""Channels: minutes planned and logged against what came back, and what each channel is."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from fractions import Fraction

from valuegen.pages.planner.channel_cards import channel_card, channel_name
from valuegen.pages.planner.channels_picture import Row, channels_picture
from valuegen.pages.planner.channels_views import ChannelsView
from valuegen.pages.planner.columns_picture import HATCH
from valuegen.pages.planner.figure_views import Cell, Figure, Key, Table, cell
from valuegen.pages.planner.figure_words import OUTCOMES, no_log, short_span, span
from valuegen.pages.planner.frame import CHANNELS, Desk, planner_page
from valuegen.pages.planner.ledger import Ledger
from valuegen.pages.planner.lines import finding_line
from valuegen.pages.planner.mentions import channel_link
from valuegen.pages.types import Later, Page
from valuegen.plan.minutes import Spent, spent_by_channel
from valuegen.words import Message, msg, nmsg, written

YEAR, AHEAD = timedelta(days=365), timedelta(days=90)
ENOUGH = 60
"""So many minutes logged, and what a channel brings an hour says something."""


def channels_page(desk: Desk, ledger: Ledger) -> Page:
    """The page of channels."""
    return planner_page(CHANNELS, "channels", Later(_view, desk, ledger), desk.site)


def _view(desk: Desk, ledger: Ledger) -> ChannelsView:
    today = desk.plan.as_of.day
    spent = spent_by_channel(desk.plan, _first(desk), today, today + AHEAD, ledger.meant)
    used = [id for id in spent if id and (_is_alive(spent[id]) or _is_named(desk, id))]
    return ChannelsView(
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
        cards=tuple(channel_card(desk, id, spent[id]) for id in used),
        others=tuple(channel_card(desk, id, spent[id]) for id in spent if id and id not in used),
    )


def _first(desk: Desk) -> date:
    return desk.plan.as_of.day - YEAR + timedelta(days=1)


def _is_alive(spent: Spent) -> bool:
    return bool(spent.planned or spent.ahead or spent.logged or spent.brought or spent.entries)


def _is_named(desk: Desk, id: str) -> bool:
    workspace = desk.plan.workspace
    return bool(workspace.channels[id].place.file) or any(id in one.channels for one in workspace.segments.values())


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
        return msg(
            "By “{name}” something comes back {best:number} times an hour.", name=channel_name(desk, name), best=best
        )
    if not least:
        return msg(
            "By “{name}” something comes back {best:number} times an hour; by “{other}” nothing has yet, for {time}.",
            name=channel_name(desk, name),
            best=best,
            other=channel_name(desk, other),
            time=span(spent[other].logged),
        )
    return msg(
        "By “{name}” something comes back {best:number} times an hour; by “{other}”, {least:number}.",
        name=channel_name(desk, name),
        best=best,
        other=channel_name(desk, other),
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
    total = _total(shown.values())
    keys = tuple(_keys(desk, total))
    return Figure(desk.say(_cost(total)), picture, keys, _table(desk, shown, order, total))


def _total(all_of_them: Iterable[Spent]) -> Spent:
    total = Spent()
    for one in all_of_them:
        total.planned += one.planned
        total.ahead += one.ahead
        total.logged += one.logged
        total.echoes += one.echoes
        total.outcomes.update(one.outcomes)
    return total


def _keys(desk: Desk, total: Spent) -> Iterator[Key]:
    if total.logged:
        yield Key("bar", "value", "", desk.say(msg("minutes in the log")))
    if total.planned:
        yield Key("bar", "planned", HATCH, desk.say(msg("minutes of what was in the calendar")))
    if total.brought:
        yield Key("bar", "good", "", desk.say(msg("replies, inquiries, sales, recommendations, help and meetings")))


def _cost(total: Spent) -> Message:
    """Where the time went, and how much came back in all."""
    if not total.logged and not total.brought:
        return msg("In the calendar: {planned}.", planned=span(total.planned))
    return msg(
        "In the log: {logged}. In the calendar: {planned}. {back}",
        logged=span(total.logged),
        planned=span(total.planned),
        back=nmsg("Something came back once.", "Something came back {n} times.", total.brought),
    )


def _row(desk: Desk, id: str, one: Spent) -> Row:
    return Row(
        name=channel_name(desk, id),
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


def _table(desk: Desk, shown: Mapping[str, Spent], order: list[str], total: Spent) -> Table:
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
    name = desk.say(msg("All"))
    return Table(
        tuple(_upper(desk.say(head)) for head in heads),
        tuple(_cells(desk, cell(channel_link(desk, id) if id else channel_name(desk, id)), shown[id]) for id in order),
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
