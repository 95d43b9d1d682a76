"""Results: sales and conversations by month and against the goals, products that don't move, what was lost."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from valuegen.model.log import LogLine
from valuegen.model.settings import Product
from valuegen.pages.planner.figure_words import no_log
from valuegen.pages.planner.frame import RESULTS, Desk, planner_page
from valuegen.pages.planner.ledger import Ledger
from valuegen.pages.planner.losses import losses_view
from valuegen.pages.planner.mentions import contact_link, cut_short, entry_link
from valuegen.pages.planner.months_figure import aim_views, months_figure
from valuegen.pages.planner.results_views import ProductView, ResultsView, SaleLine
from valuegen.pages.types import Later, Page
from valuegen.pages.views import Link
from valuegen.plan.moves import Touches, losses
from valuegen.plan.results import (
    CONVERSATIONS,
    NO_PRODUCT,
    ProductFacts,
    aims_of,
    lines_until,
    money,
    months_up_to,
    products_of,
)
from valuegen.words import Cash, Message, msg, nmsg, written

MONTHS, LATEST, OFFERS = 12, 30, 4
"""So many months are drawn, sales listed, and offers of a product named."""


def results_page(desk: Desk, ledger: Ledger) -> Page:
    """The page of results."""
    return planner_page(RESULTS, "results", Later(_view, desk, ledger), desk.site)


def _view(desk: Desk, ledger: Ledger) -> ResultsView:
    plan, months = desk.plan, months_up_to(desk.plan.as_of.day, MONTHS)
    lines = lines_until(plan)
    sales = [line for line in lines if line.what == "sale"]
    talks = [line for line in lines if line.what in CONVERSATIONS]
    facts = products_of(plan, lines, ledger.meant)
    products = [_product(desk, one, facts[one.id]) for one in plan.workspace.settings.products]
    recent = [line for line in sales if line.date.day >= months[0]]
    aims = aim_views(desk, aims_of(plan, lines), months)
    return ResultsView(
        title=desk.say(msg("Results")),
        root="",
        place=RESULTS,
        said=desk.say(_said(desk, sales, talks)),
        sums=desk.say(_sums(recent, months[0])) if recent else "",
        empty=None if lines else no_log(desk),
        sales=months_figure(desk, "sales_", "sales", sales, months) if sales else None,
        talks=months_figure(desk, "talks_", "conversations", talks, months) if talks else None,
        aims=aims,
        no_aims="" if aims else _no_aims(desk),
        still=tuple(one for one in products if one.is_still),
        moving=tuple(one for one in products if not one.is_still),
        lines=tuple(_sale(desk, ledger, line) for line in reversed(recent[-LATEST:])),
        losses=losses_view(desk, "losses_", losses(plan, Touches(plan), _year_ago(desk))),
    )


def _year_ago(desk: Desk) -> date:
    return desk.plan.as_of.day - timedelta(days=364)


def _no_aims(desk: Desk) -> str:
    said = msg(
        "You have set no goal. One line in {file} is enough, for instance {line}: how many sales, or how many "
        "conversations, you want in how many days.",
        file="`valuegen.yaml`",
        line="`goals: [{conversations: 8 per 30 days}]`",
    )
    return desk.say(said)


def _in_days(lines: Iterable[LogLine], first: date) -> list[LogLine]:
    return [line for line in lines if line.date.day >= first]


def _said(desk: Desk, sales: Sequence[LogLine], talks: Sequence[LogLine]) -> Message:
    """The last 30 days, in a sentence."""
    first = desk.plan.as_of.day - timedelta(days=29)
    sold, said = _in_days(sales, first), _in_days(talks, first)
    values = {
        "sales": nmsg("{n} sale", "{n} sales", len(sold)),
        "talks": nmsg("{n} conversation", "{n} conversations", len(said)),
    }
    if not sold and not said:
        return msg("In the last 30 days nothing is in the log.")
    sums = _cash(sold)
    if not sums:
        return msg("In the last 30 days: {sales} and {talks}.", **values)
    return msg("In the last 30 days: {sales} ({sums}) and {talks}.", sums=sums, **values)


def _cash(lines: Iterable[LogLine]) -> tuple[Cash, ...]:
    return tuple(Cash(value, currency) for currency, value in money(lines).items())


def _sums(sales: Sequence[LogLine], first: date) -> Message:
    sums, silent = _cash(sales), sum(line.amount is None for line in sales)
    count = nmsg("{n} sale", "{n} sales", len(sales))
    if not sums:
        return msg("Since {month:yMMMM}: {count}; none says its amount.", month=first, count=count)
    if silent:
        return nmsg(
            "Since {month:yMMMM}: {count}, {sums} together; {n} does not say its amount.",
            "Since {month:yMMMM}: {count}, {sums} together; {n} don’t say their amount.",
            silent,
            month=first,
            count=count,
            sums=sums,
        )
    return msg("Since {month:yMMMM}: {count}, {sums} together.", month=first, count=count, sums=sums)


def _product(desk: Desk, product: Product, facts: ProductFacts) -> ProductView:
    day = desk.plan.as_of.day
    past = [one for one in facts.offers if one.day and one.day <= day]
    coming = [one for one in facts.offers if one.day and one.day > day]
    slipped = [
        one.day for one in desk.plan.occurrences if one.is_slipped and one.is_pitch and one.entry.product == product.id
    ]
    more = [desk.say(text) for text in _more(facts, past_offers=len(past), coming=len(coming), slipped=slipped)]
    return ProductView(
        id=product.id,
        name=product.name,
        url=product.url or "",
        said=desk.say(_moved(facts, facts.moves(day), len(_in_days(facts.inquiries, day - timedelta(facts.span))))),
        more=tuple(more),
        offers=cut_short(desk, [entry_link(desk, one) for one in [*coming, *reversed(past)]], OFFERS),
        is_still=not facts.moves(day),
    )


def _moved(facts: ProductFacts, moves: bool, asked: int) -> Message:
    if not facts.sales:
        return msg("Not sold yet.")
    last, sums = facts.sales[-1].date.day, _cash(facts.sales)
    count = nmsg("{n} sale", "{n} sales", len(facts.sales))
    if not moves:
        return msg("Nothing sold in {days} days; the last sale was on {day}.", days=facts.span, day=last)
    if not sums:
        return msg("{count}; the last one on {day}.", count=count, day=last)
    return msg("{count}, {sums} together; the last one on {day}.", count=count, sums=sums, day=last)


def _more(facts: ProductFacts, past_offers: int, coming: int, slipped: Sequence[date | None]) -> Iterable[Message]:
    """What was offered and asked, and what could be done about it."""
    if coming:
        yield nmsg("{n} offer of it is to come.", "{n} offers of it are to come.", coming)
    if past_offers:
        yield nmsg("It was offered once.", "It was offered {n} times.", past_offers)
    if slipped:
        yield nmsg(
            "An offer of it was planned for {day}, and nobody has marked it as done.",
            "{n} offers of it, the last one planned for {day}, are not marked as done.",
            len(slipped),
            day=slipped[-1],
        )
    if not past_offers and not coming and not slipped:
        yield msg("It has never been offered to anybody: no entry of the kind `pitch` names it.")
    if facts.inquiries:
        yield nmsg("Somebody asked to buy it.", "{n} times somebody asked to buy it.", len(facts.inquiries))
    if facts.lost:
        yield nmsg("It was turned down once.", "It was turned down {n} times.", len(facts.lost))


def _sale(desk: Desk, ledger: Ledger, line: LogLine) -> SaleLine:
    names = {product.id: product.name for product in desk.plan.workspace.settings.products}
    product, entry = line.product or NO_PRODUCT, ledger.meant(line)
    return SaleLine(
        day=line.date.day,
        contact=contact_link(desk, line.contact) if line.contact else Link("–", ""),
        product=Link(names.get(product, product) or "–", f"{RESULTS}#product-{product}" if product in names else ""),
        amount=written(Cash(line.amount.value, line.amount.currency), desk.language) if line.amount else "–",
        entry=entry_link(desk, entry) if entry else None,
    )
