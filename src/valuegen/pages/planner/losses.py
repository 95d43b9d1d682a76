"""What was lost, and after which silence: on the pages of results and of relations."""

from collections import Counter

from valuegen.pages.planner.columns_picture import HATCH
from valuegen.pages.planner.drawing import fitting
from valuegen.pages.planner.figure_views import Figure, Key, Table, cell
from valuegen.pages.planner.figure_words import WHY_LOST, days
from valuegen.pages.planner.frame import Desk
from valuegen.pages.planner.mentions import contact_link
from valuegen.pages.planner.results_views import LossesView, LossLine
from valuegen.pages.planner.rows_picture import Row, rows_picture
from valuegen.pages.views import Link
from valuegen.plan.moves import Loss
from valuegen.words import Message, msg, nmsg, written

DRAWN = 12
"""So many are drawn and listed at most, the newest."""


def losses_view(desk: Desk, id: str, losses: list[Loss]) -> LossesView:
    """What was lost in the last year. `id`: of the picture on its page."""
    shown = losses[:DRAWN]
    return LossesView(
        said=desk.say(_said(losses)),
        figure=_figure(desk, id, shown) if shown else None,
        lines=tuple(_line(desk, loss) for loss in shown),
    )


def _said(losses: list[Loss]) -> Message:
    if not losses:
        return msg("Nobody went away in the last twelve months, as far as the log tells.")
    long = sum(loss.is_long for loss in losses)
    most = Counter(loss.line.why or "other" for loss in losses).most_common(1)[0][0]
    lost = nmsg("{n} loss in twelve months", "{n} losses in twelve months", len(losses))
    if not long:
        return msg(
            "{lost}, none after a silence longer than you promised; the reason given most: {why}.",
            lost=lost,
            why=WHY_LOST[most],
        )
    return msg("{lost}; after a silence longer than you promised: {long}.", lost=lost, long=long)


def _figure(desk: Desk, id: str, losses: list[Loss]) -> Figure:
    title, said = desk.say(msg("The silence before each loss")), desk.say(_said(losses))
    rows = [
        Row(
            name=f"{fitting(_name(desk, loss), 20)} · {written(loss.line.date.day, desk.language, 'd MMM y')}",
            said=_silence(desk, loss),
            value=loss.silence or 0,
            mark=loss.borne or None,
            is_over=loss.is_long,
        )
        for loss in losses
    ]
    keys = [Key("bar", "value", "", desk.say(msg("days without a word before it")))]
    if any(loss.is_long for loss in losses):
        keys.append(Key("bar", "over", HATCH, desk.say(msg("longer than you promised"))))
    keys.append(Key("line", "limit", "", desk.say(msg("the silence you promised not to pass"))))
    return Figure("", rows_picture(id, title, said, rows), tuple(keys), _table(desk, losses))


def _table(desk: Desk, losses: list[Loss]) -> Table:
    heads = (msg("Client"), msg("Day"), msg("Product"), msg("Why"), msg("Silence before it"), msg("You promised"))
    rows = tuple(
        (
            cell(_contact(desk, loss)),
            cell(written(loss.line.date.day, desk.language, "medium")),
            cell(_product(desk, loss)),
            cell(_why(desk, loss)),
            cell(_silence(desk, loss)),
            cell(desk.say(days(loss.borne)) if loss.borne else "–"),
        )
        for loss in losses
    )
    return Table(tuple(desk.say(head) for head in heads), rows)


def _line(desk: Desk, loss: Loss) -> LossLine:
    return LossLine(
        day=loss.line.date.day,
        contact=_contact(desk, loss),
        product=_product(desk, loss),
        why=_why(desk, loss),
        silence=desk.say(_after(loss)),
        note=loss.line.note or "",
        is_long=loss.is_long,
    )


def _after(loss: Loss) -> Message:
    """The silence before it, in a sentence."""
    if loss.touched is None or loss.silence is None:
        return msg("You had never been in touch before.")
    return nmsg(
        "{n} day before, on {day}, you were last in touch.",
        "{n} days of silence before it: the last time was on {day}.",
        loss.silence,
        day=loss.touched,
    )


def _silence(desk: Desk, loss: Loss) -> str:
    return desk.say(msg("never in touch") if loss.silence is None else days(loss.silence))


def _name(desk: Desk, loss: Loss) -> str:
    return _contact(desk, loss).text


def _contact(desk: Desk, loss: Loss) -> Link:
    return contact_link(desk, loss.line.contact) if loss.line.contact else Link(desk.say(msg("somebody")), "")


def _product(desk: Desk, loss: Loss) -> str:
    names = {product.id: product.name for product in desk.plan.workspace.settings.products}
    return names.get(loss.line.product or "", loss.line.product or "–")


def _why(desk: Desk, loss: Loss) -> str:
    return desk.say(WHY_LOST[loss.line.why]) if loss.line.why else "–"
