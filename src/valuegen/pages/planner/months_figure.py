"""Sales or conversations month by month, and how each goal stands."""

from collections.abc import Iterator, Sequence
from datetime import date

from valuegen.model.log import LogLine
from valuegen.pages.planner.columns_picture import DOTS, HATCH, Chart, Column, columns_picture
from valuegen.pages.planner.figure_views import Cell, Figure, Key, Table, cell
from valuegen.pages.planner.frame import Desk
from valuegen.pages.planner.mentions import segment_link
from valuegen.pages.planner.results_views import AimView
from valuegen.plan.results import Aim, by_month, first_of, money
from valuegen.words import Cash, Message, msg, written

HIGH, LOW = 170, 130
COUNTS: dict[str, tuple[Message, Message]] = {
    "sales": (msg("Sales month by month"), msg("Sales")),
    "conversations": (msg("Conversations month by month"), msg("Conversations")),
}


def months_figure(
    desk: Desk, id: str, what: str, lines: Sequence[LogLine], months: Sequence[date], aim: Aim | None = None
) -> Figure:
    """A column a month; with `aim`, against what it comes to in each."""
    rows, began = by_month(lines, months), _began(desk)
    title, head = (desk.say(text) for text in COUNTS[what])
    said = desk.say(_best(rows, months))
    columns = [
        Column(
            value=len(row),
            tick=written(month, desk.language, "MMM").removesuffix("."),
            label=written(len(row), desk.language) if row else "",
            aim=aim.in_month(month) if aim and month >= began else None,
            shade=DOTS if month < began else "",
            is_open=month == months[-1],
        )
        for month, row in zip(months, rows, strict=True)
    ]
    goal = desk.say(msg("goal")) if aim else ""
    chart = Chart(id, title, said, columns, aim_label=goal, height=LOW if aim else HIGH)
    keys = tuple(_keys(desk, head, months[0] < began, aim is not None))
    return Figure("" if aim else said, columns_picture(chart), keys, _table(desk, head, rows, months, aim))


def _keys(desk: Desk, head: str, is_early: bool, has_aim: bool) -> Iterator[Key]:
    yield Key("bar", "value", "", head)
    yield Key("bar", "value", HATCH, desk.say(msg("this month, which is not over")))
    if is_early:
        yield Key("bar", "shade", DOTS, desk.say(msg("before your log began")))
    if has_aim:
        yield Key("line", "limit", "", desk.say(msg("what the goal comes to in that month")))


def _began(desk: Desk) -> date:
    """The month of the first line of the log: of those before it nothing is known."""
    return first_of(min((line.date.day for line in desk.plan.workspace.log or ()), default=desk.plan.as_of.day))


def _best(rows: Sequence[Sequence[LogLine]], months: Sequence[date]) -> Message:
    """How many in all, and in which month most."""
    total, most = sum(map(len, rows)), max(map(len, rows))
    if not total:
        return msg("None in the last twelve months.")
    values = {
        "count": msg("{n} in the last twelve months", n=total),
        "month": max(month for month, row in zip(months, rows, strict=True) if len(row) == most),
    }
    if most == 1:
        return msg("{count}; the latest in {month:yMMMM}.", **values)
    return msg("{count}; most of them ({most}) in {month:yMMMM}.", most=most, **values)


def _table(desk: Desk, head: str, rows: Sequence[Sequence[LogLine]], months: Sequence[date], aim: Aim | None) -> Table:
    heads = [desk.say(msg("Month")), head]
    if aim:
        heads.append(desk.say(msg("Goal")))
    sums = any(money(row) for row in rows)
    if sums:
        heads.append(desk.say(msg("Amounts")))
    made = []
    for month, row in zip(months, rows, strict=True):
        cells = [cell(_upper(written(month, desk.language, "yMMMM"))), cell(written(len(row), desk.language))]
        if aim:
            cells.append(cell(written(aim.in_month(month), desk.language, "number")))
        if sums:
            cells.append(_amounts(desk, row))
        made.append(tuple(cells))
    total = [cell(desk.say(msg("All"))), cell(written(sum(map(len, rows)), desk.language))]
    if aim:
        total.append(cell(""))
    if sums:
        total.append(_amounts(desk, [line for row in rows for line in row]))
    return Table(tuple(heads), tuple(made), tuple(total))


def _amounts(desk: Desk, lines: Sequence[LogLine]) -> Cell:
    return cell(*(written(Cash(value, code), desk.language) for code, value in money(lines).items())) or cell("–")


def _upper(text: str) -> str:
    return text[0].upper() + text[1:]


def aim_views(desk: Desk, aims: Sequence[Aim], months: Sequence[date]) -> tuple[AimView, ...]:
    """Each goal."""
    return tuple(_aim(desk, f"aim-{number}", aim, months) for number, aim in enumerate(aims, 1))


def _aim(desk: Desk, id: str, aim: Aim, months: Sequence[date]) -> AimView:
    count = aim.reached(desk.plan.as_of.day)
    return AimView(
        name=desk.say(_name(desk, aim)),
        about=segment_link(desk, aim.goal.segment) if aim.goal.segment else None,
        stands=desk.say(
            msg(
                "{count} of {goal} in the last {days} days.",
                count=count,
                goal=aim.rate.count,
                days=aim.rate.days,
            )
        ),
        is_reached=count >= aim.rate.count,
        figure=months_figure(desk, id, aim.what, aim.lines, months, aim),
    )


def _name(desk: Desk, aim: Aim) -> Message | str:
    """What the goal is about."""
    products = {product.id: product.name for product in desk.plan.workspace.settings.products}
    product = products.get(aim.goal.product or "", aim.goal.product or "")
    segment = segment_link(desk, aim.goal.segment).text if aim.goal.segment else ""
    what = COUNTS[aim.what][1]
    if product and segment:
        return msg("{what}: {product}, to “{segment}”", what=what, product=product, segment=segment)
    if product:
        return msg("{what}: {product}", what=what, product=product)
    return msg("{what}: “{segment}”", what=what, segment=segment) if segment else what
