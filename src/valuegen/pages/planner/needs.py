"""Needs: a board of what clients said, from heard over planned to answered."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from valuegen.model.need import Need
from valuegen.pages.planner.frame import Desk, planner_page, root_of
from valuegen.pages.planner.labels import STATUSES
from valuegen.pages.planner.ledger import Ledger
from valuegen.pages.planner.lines import reminder_lines
from valuegen.pages.planner.mentions import channel_link, contact_link, entry_link, segment_link
from valuegen.pages.planner.need_shelves import COLUMNS, NEEDS, WHOLE, has_gone_out
from valuegen.pages.planner.need_views import AnswerLine, Column, NeedCard, NeedLeafView, NeedsView
from valuegen.pages.types import Later, Page
from valuegen.pages.views import Link
from valuegen.plan.types import Occurrence
from valuegen.words import Message, msg, nmsg

ANSWERS = 5
"""So many entries that answer a need are named (a repetition may be many)."""

_COLUMNS: dict[str, tuple[Message, Message, Message]] = {
    "heard": (msg("Heard"), msg("Nothing answers it yet."), msg("Everything that was said has an answer on its way.")),
    "planned": (msg("Planned"), msg("An entry or an idea will answer it."), msg("No answer is on its way.")),
    "answered": (msg("Answered"), msg("It has gone out, or you answered otherwise."), msg("Nothing was answered yet.")),
}


def needs_pages(desk: Desk, ledger: Ledger) -> Iterator[Page]:
    """The board, and pages of what it has no room for."""
    found = {finding.need for finding in desk.judged.findings if finding.need and finding.level != "note"}
    yield planner_page(NEEDS, "needs", Later(_board, desk, ledger, found), desk.site)
    for name in COLUMNS:
        leaves = _leaves(desk, name)
        for file, needs in desk.needs.leaves(name).items():
            view = Later(_leaf, desk, ledger, name, file, needs, leaves, found)
            yield planner_page(file, "needs-more", view, desk.site)


def _board(desk: Desk, ledger: Ledger, found: set[str]) -> NeedsView:
    dropped = desk.needs.columns["dropped"]
    return NeedsView(
        title=desk.say(msg("What they need")),
        root="",
        place=NEEDS,
        count=desk.say(_count(desk.needs.columns)),
        columns=tuple(_column(desk, ledger, name, found) for name in _COLUMNS),
        dropped=tuple(_card(desk, ledger, need, found) for need in dropped[: desk.needs.on_board("dropped")]),
        dropped_count=len(dropped),
        dropped_leaves=_leaves(desk, "dropped"),
    )


def _leaf(
    desk: Desk,
    ledger: Ledger,
    column: str,
    file: str,
    needs: Sequence[Need],
    leaves: tuple[Link, ...],
    found: set[str],
) -> NeedLeafView:
    title = _COLUMNS[column][0] if column in _COLUMNS else msg("Let go")
    return NeedLeafView(
        title=desk.say(msg("Needs: {column}", column=title)),
        root=root_of(file),
        place=NEEDS,
        count=desk.say(nmsg("{n} need", "{n} needs", len(desk.needs.columns[column]))),
        board=Link(desk.say(msg("The board")), NEEDS),
        leaves=leaves,
        leaf=file,
        cards=tuple(_card(desk, ledger, need, found) for need in needs),
    )


def _leaves(desk: Desk, column: str) -> tuple[Link, ...]:
    return tuple(Link(str(number), file) for number, file in enumerate(desk.needs.leaves(column), 2))


def _count(columns: Mapping[str, Sequence[Need]]) -> Message:
    heard = len(columns["heard"])
    if not any(columns.values()):
        return msg("No need is written down yet: the next conversation will bring one.")
    if not heard:
        return msg("Nobody waits for an answer that nobody has thought of.")
    return nmsg("{n} need has no answer yet.", "{n} needs have no answer yet.", heard)


def _column(desk: Desk, ledger: Ledger, name: str, found: set[str]) -> Column:
    title, hint, nothing = _COLUMNS[name]
    needs = desk.needs.columns[name]
    cards = tuple(_card(desk, ledger, need, found) for need in needs[: desk.needs.on_board(name)])
    return Column(
        id=name,
        name=desk.say(title),
        hint=desk.say(hint),
        nothing=desk.say(nothing),
        count=len(needs),
        cards=cards[:WHOLE],
        rest=cards[WHOLE:],
        leaves=_leaves(desk, name),
    )


def _card(desk: Desk, ledger: Ledger, need: Need, found: Iterable[str]) -> NeedCard:
    answers, is_open = ledger.answers(need.id), need.status == "open"
    days = (desk.plan.as_of.day - need.heard).days
    waits = nmsg("It has waited for {n} day.", "It has waited for {n} days.", days)
    return NeedCard(
        id=need.id,
        text=need.needs,
        asked=need.asked or "",
        heard=need.heard,
        by=contact_link(desk, need.sender) if need.sender else None,
        about=tuple(_about(desk, need)),
        answers=tuple(_answer(desk, one) for one in _telling(answers)),
        reminders=reminder_lines(desk, ledger.reminders_for(need.id)),
        waits=desk.say(waits) if is_open and not answers and days > 0 else "",
        is_quotable=need.quotable,
        is_found=need.id in found,
    )


def _about(desk: Desk, need: Need) -> Iterable[Link]:
    if need.segment:
        yield segment_link(desk, need.segment)
    if need.channel:
        yield channel_link(desk, need.channel)


def _telling(answers: list[Occurrence]) -> list[Occurrence]:
    """Of many days of a repetition, the latest that went out, and the next."""
    if len(answers) <= ANSWERS:
        return answers
    gone = [one for one in answers if has_gone_out(one)]
    return [*gone[-1:], *(one for one in answers if not has_gone_out(one))][:ANSWERS]


def _answer(desk: Desk, occurrence: Occurrence) -> AnswerLine:
    state = msg("did not happen") if occurrence.is_slipped else STATUSES[occurrence.status]
    return AnswerLine(entry_link(desk, occurrence), desk.marks[occurrence.kind], desk.say(state), occurrence.day)
