"""Needs: a board of what clients said, from heard over planned to answered."""

from collections.abc import Iterable

from valuegen.model.need import Need
from valuegen.pages.planner.frame import NEEDS, Desk, planner_page
from valuegen.pages.planner.labels import STATUSES
from valuegen.pages.planner.ledger import Ledger
from valuegen.pages.planner.lines import reminder_lines
from valuegen.pages.planner.mentions import channel_link, contact_link, entry_link, segment_link
from valuegen.pages.planner.need_views import AnswerLine, Column, NeedCard, NeedsView
from valuegen.pages.types import Page
from valuegen.pages.views import Link
from valuegen.plan.types import Occurrence
from valuegen.words import Message, msg, nmsg

WHOLE = 40
"""So many needs of a column are shown whole; older ones are a line."""
ANSWERS = 5
"""So many entries that answer a need are named (a repetition may be many)."""

_COLUMNS: dict[str, tuple[Message, Message, Message]] = {
    "heard": (msg("Heard"), msg("Nothing answers it yet."), msg("Everything that was said has an answer on its way.")),
    "planned": (msg("Planned"), msg("An entry or an idea will answer it."), msg("No answer is on its way.")),
    "answered": (msg("Answered"), msg("It has gone out, or you answered otherwise."), msg("Nothing was answered yet.")),
}


def needs_page(desk: Desk, ledger: Ledger) -> Page:
    """The board."""
    needs = sorted((desk.plan.workspace.needs or {}).values(), key=lambda need: (need.heard, need.id), reverse=True)
    sorted_out: dict[str, list[Need]] = {name: [] for name in (*_COLUMNS, "dropped")}
    for need in needs:
        sorted_out[column_of(ledger, need)].append(need)
    sorted_out["heard"].reverse()  # who has waited longest stands first
    found = {finding.need for finding in desk.judged.findings if finding.need and finding.level != "note"}
    view = NeedsView(
        title=desk.say(msg("What they need")),
        root="",
        place=NEEDS,
        count=desk.say(_count(sorted_out)),
        columns=tuple(_column(desk, ledger, name, sorted_out[name], found) for name in _COLUMNS),
        dropped=tuple(_card(desk, ledger, need, found) for need in sorted_out["dropped"]),
    )
    return planner_page(NEEDS, "needs", view, desk.site)


def column_of(ledger: Ledger, need: Need) -> str:
    """Where a need stands: heard, planned, answered (by an entry that has gone out, or otherwise), dropped."""
    if need.status != "open":
        return need.status
    answers = ledger.answers(need.id)
    if any(_went_out(one) for one in answers):
        return "answered"
    return "planned" if answers else "heard"


def _went_out(occurrence: Occurrence) -> bool:
    return occurrence.status == "done" or (occurrence.is_past and occurrence.is_planned)


def _count(columns: dict[str, list[Need]]) -> Message:
    heard = len(columns["heard"])
    if not any(columns.values()):
        return msg("No need is written down yet: the next conversation will bring one.")
    if not heard:
        return msg("Nobody waits for an answer that nobody has thought of.")
    return nmsg("{n} need has no answer yet.", "{n} needs have no answer yet.", heard)


def _column(desk: Desk, ledger: Ledger, name: str, needs: list[Need], found: set[str]) -> Column:
    title, hint, nothing = _COLUMNS[name]
    cards = [_card(desk, ledger, need, found) for need in needs]
    return Column(name, desk.say(title), desk.say(hint), desk.say(nothing), tuple(cards[:WHOLE]), tuple(cards[WHOLE:]))


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
    gone = [one for one in answers if _went_out(one)]
    return [*gone[-1:], *(one for one in answers if not _went_out(one))][:ANSWERS]


def _answer(desk: Desk, occurrence: Occurrence) -> AnswerLine:
    state = msg("did not happen") if occurrence.is_slipped else STATUSES[occurrence.status]
    return AnswerLine(entry_link(desk, occurrence), desk.marks[occurrence.kind], desk.say(state), occurrence.day)
