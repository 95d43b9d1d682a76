"""A need as a line: what helps, what was asked, who said it, and what answers it."""

from valuegen.model.need import Need
from valuegen.pages.planner.frame import Desk
from valuegen.pages.planner.ledger import Ledger
from valuegen.pages.planner.mentions import contact_link, entry_link
from valuegen.pages.planner.views import NeedLine


def need_line(desk: Desk, ledger: Ledger, need: Need) -> NeedLine:
    """A need."""
    return NeedLine(
        text=need.needs,
        href=desk.needs.place(need.id),
        asked=need.asked or "",
        heard=need.heard,
        by=contact_link(desk, need.sender) if need.sender else None,
        answers=tuple(entry_link(desk, one) for one in ledger.answers(need.id)),
    )
