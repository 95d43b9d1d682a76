"""What came of it: sales and conversations by month and against the goals, and what each product brought."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from valuegen.model.log import LogLine
from valuegen.model.settings import Goal
from valuegen.model.values import Rate
from valuegen.plan.types import Occurrence, Plan

CONVERSATIONS = frozenset({"call", "coffee", "visit", "meeting", "reply", "answer", "inquiry", "message"})
"""Lines of the log that are words between a client and you."""
NO_PRODUCT = ""
STILL = 90
"""A product without a goal that has not sold for so many days does not move."""


def first_of(day: date) -> date:
    """The first day of its month."""
    return day.replace(day=1)


def months_up_to(day: date, count: int) -> list[date]:
    """The first days of so many months, that of `day` last."""
    months = [first_of(day)]
    while len(months) < count:
        months.append(first_of(months[-1] - timedelta(days=1)))
    return months[::-1]


def days_in(month: date) -> int:
    """How many days the month that begins on `month` has."""
    return (first_of(month + timedelta(days=31)) - month).days


def lines_until(plan: Plan) -> list[LogLine]:
    """The log up to today, by day."""
    lines = (line for line in plan.workspace.log or () if line.date.day <= plan.as_of.day)
    return sorted(lines, key=lambda line: line.date.day)


def by_month(lines: Iterable[LogLine], months: Sequence[date]) -> list[list[LogLine]]:
    """The lines of each of these months."""
    found: dict[date, list[LogLine]] = {month: [] for month in months}
    for line in lines:
        if first_of(line.date.day) in found:
            found[first_of(line.date.day)].append(line)
    return list(found.values())


def money(lines: Iterable[LogLine]) -> Mapping[str, Decimal]:
    """Exact sums by currency, in the order in which these first come; sales without an amount are in none."""
    sums: dict[str, Decimal] = {}
    for line in lines:
        if line.what == "sale" and line.amount:
            sums[line.amount.currency] = sums.get(line.amount.currency, Decimal(0)) + line.amount.value
    return sums


@dataclass(frozen=True, slots=True)
class Aim:
    """One thing that a goal asks for, and the lines of the log that count towards it, by day."""

    goal: Goal
    what: str
    """`sales` or `conversations`."""
    rate: Rate
    lines: Sequence[LogLine]

    def in_month(self, month: date) -> Fraction:
        """How many the goal comes to in a month, exactly."""
        return Fraction(self.rate.count * days_in(month), self.rate.days)

    def reached(self, day: date) -> int:
        """How many there were in the goal's days that end on `day`."""
        first = day - timedelta(days=self.rate.days - 1)
        return sum(first <= line.date.day <= day for line in self.lines)


def aims_of(plan: Plan, lines: Sequence[LogLine]) -> list[Aim]:
    """What the goals ask for, in their order. `lines`: the log, by day."""
    found = []
    sales = [line for line in lines if line.what == "sale"]
    talks = [line for line in lines if line.what in CONVERSATIONS]
    for goal in plan.workspace.settings.goals:
        for what, rate, of_it in (("sales", goal.sales, sales), ("conversations", goal.conversations, talks)):
            if rate:
                found.append(Aim(goal, what, rate, [line for line in of_it if _counts(plan, goal, line)]))
    return found


def _counts(plan: Plan, goal: Goal, line: LogLine) -> bool:
    if goal.product and line.product != goal.product:
        return False
    if not goal.segment:
        return True
    relation = plan.relations.get(line.contact or "")
    return relation is not None and goal.segment in relation.contact.segments


@dataclass(slots=True)
class ProductFacts:
    """What a product brought: lines of the log by day, and the offers that were made of it, by date.

    `span`: days within which it should have sold: those of its goal, else `STILL`.
    """

    span: int = STILL
    sales: list[LogLine] = field(default_factory=list)
    inquiries: list[LogLine] = field(default_factory=list)
    lost: list[LogLine] = field(default_factory=list)
    offers: list[Occurrence] = field(default_factory=list)

    def moves(self, day: date) -> bool:
        """Whether it was sold in its span of days that ends on `day`."""
        return bool(self.sales) and self.sales[-1].date.day > day - timedelta(days=self.span)


def products_of(
    plan: Plan, lines: Iterable[LogLine], meant: Callable[[LogLine], Occurrence | None]
) -> Mapping[str, ProductFacts]:
    """By product, in the order of the settings, `NO_PRODUCT` last. `lines`: the log, by day."""
    found = {product.id: ProductFacts() for product in plan.workspace.settings.products}
    found[NO_PRODUCT] = ProductFacts()
    for goal in plan.workspace.settings.goals:
        if goal.sales and goal.product in found:
            found[str(goal.product)].span = goal.sales.days
    for line in lines:
        rows = {"sale": "sales", "inquiry": "inquiries", "lost": "lost"}
        if line.what in rows:
            getattr(found[_product(found, line, meant)], rows[line.what]).append(line)
    for one in plan.occurrences:
        if one.is_pitch and one.is_planned and one.entry.product in found:
            found[str(one.entry.product)].offers.append(one)
    return found


def _product(found: Mapping[str, ProductFacts], line: LogLine, meant: Callable[[LogLine], Occurrence | None]) -> str:
    """The product of a line: said, else that of the entry it names."""
    entry = meant(line)
    for name in (line.product, entry.entry.product if entry else None):
        if name in found:
            return name or NO_PRODUCT
    return NO_PRODUCT
