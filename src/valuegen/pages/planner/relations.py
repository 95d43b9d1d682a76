"""Relations: how many at each stage, who moved, what it followed, what was lost."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from valuegen.model.log import STAGES
from valuegen.pages.planner.contact_words import STAGES as STAGE_OF_ONE
from valuegen.pages.planner.contact_words import happened, shape_of
from valuegen.pages.planner.figure_views import Figure, Key, Table, cell
from valuegen.pages.planner.figure_words import no_log, some_clients
from valuegen.pages.planner.flow_picture import flow_picture
from valuegen.pages.planner.followed import Followed, followed_figure, followed_of
from valuegen.pages.planner.frame import RELATIONS, Desk, planner_page
from valuegen.pages.planner.labels import STAGES as STAGE_OF_MANY
from valuegen.pages.planner.ledger import Ledger
from valuegen.pages.planner.losses import losses_view
from valuegen.pages.planner.mentions import contact_link, entry_link, person_link
from valuegen.pages.planner.relations_views import Before, MoveView, RelationsView, StageCount
from valuegen.pages.types import Later, Page
from valuegen.plan.moves import Move, Touches, flows, losses, moves_between, stage_counts
from valuegen.words import Message, msg, nmsg, written

YEAR = timedelta(days=365)
LISTED, NAMED, SHOWN = 30, 8, 6
"""So many moves are listed, clients of a stage named, and things before a move told."""
SHORT: dict[str, Message] = {
    "user": msg("users"),
    "prospect": msg("maybe"),
    "friend": msg("friends"),
    "buyer": msg("bought"),
    "recurring": msg("come back"),
}
NEAREST_FIRST = tuple(reversed(STAGES))


def relations_page(desk: Desk, ledger: Ledger) -> Page:
    """The page of relations."""
    return planner_page(RELATIONS, "relations", Later(_view, desk, ledger), desk.site)


def _view(desk: Desk, ledger: Ledger) -> RelationsView:
    plan, today = desk.plan, desk.plan.as_of.day
    touches = Touches(plan)
    moves = moves_between(plan.relations, today - YEAR + timedelta(days=1), today)
    found = {id(move): followed_of(plan, touches, move) for move in moves}
    counts = stage_counts(plan.relations.values(), today)
    out = len(plan.relations) - counts.total()
    return RelationsView(
        title=desk.say(msg("Relations")),
        root="",
        place=RELATIONS,
        said=desk.say(_said(moves, len(plan.relations))),
        counted=desk.say(_counted(counts)),
        empty=_empty(desk),
        stages=tuple(_stages(desk, counts)),
        out=desk.say(nmsg("{n} is gone, or is not written to.", "{n} are gone, or are not written to.", out))
        if out
        else "",
        flow=_flow(desk, moves) if plan.relations else None,
        followed=followed_figure(desk, moves, list(found.values())) if moves else None,
        moves=tuple(_move(desk, ledger, move, found[id(move)]) for move in moves[:LISTED]),
        older=desk.say(_older(len(moves) - LISTED)) if len(moves) > LISTED else "",
        losses=losses_view(desk, "losses_", losses(plan, touches, today - YEAR + timedelta(days=1))),
    )


def _empty(desk: Desk) -> tuple[str, str] | None:
    if not desk.plan.relations:
        said = msg(
            "There are no clients here yet. Write each of them down in {file}: who they are, to which segment they "
            "belong, and how near they are to you.",
            file="`content/private/contacts.yaml`",
        )
        segment = next(iter(desk.plan.workspace.segments), "clients")
        return desk.say(said), f"rosa: {{name: Rosa Díaz, segments: [{segment}], stage: prospect}}"
    return None if desk.plan.workspace.log else no_log(desk)


def _said(moves: Sequence[Move], clients: int) -> Message:
    """Who came nearer in a year."""
    up = sum(move.is_up for move in moves)
    if not clients:
        return msg("Nobody is written down yet.")
    if not moves:
        return msg("In twelve months nobody moved from one stage to another, as far as the log tells.")
    nearer = nmsg("In twelve months somebody came nearer once", "In twelve months somebody came nearer {n} times", up)
    if up == len(moves):
        return msg("{nearer}.", nearer=nearer)
    return nmsg(
        "{nearer}, and went further away once.",
        "{nearer}, and went further away {n} times.",
        len(moves) - up,
        nearer=nearer,
    )


def _counted(counts: Counter[str]) -> Message:
    near = counts["buyer"] + counts["recurring"]
    return nmsg(
        "{all}; {n} has bought something.",
        "{all}; {n} have bought something.",
        near,
        all=nmsg("{n} client", "{n} clients", counts.total()),
    )


def _older(count: int) -> Message:
    return nmsg("And {n} earlier move.", "And {n} earlier moves.", count)


def _stages(desk: Desk, counts: Counter[str]) -> Iterator[StageCount]:
    today = desk.plan.as_of.day
    members: dict[str, list[str]] = {}
    for relation in desk.plan.relations.values():
        if not relation.is_out(today):
            members.setdefault(relation.stage, []).append(relation.id)
    for stage in NEAREST_FIRST:
        links = [contact_link(desk, id) for id in members.get(stage, ())]
        name = desk.say(STAGE_OF_MANY[stage])
        yield StageCount(stage, name[0].upper() + name[1:], counts[stage], some_clients(desk, links, NAMED))


def _flow(desk: Desk, moves: Sequence[Move]) -> Figure:
    today = desk.plan.as_of.day
    counts = flows(desk.plan.relations.values(), today - YEAR, today)
    picture = flow_picture(
        "flow_",
        desk.say(msg("At which stage your clients were, and are")),
        desk.say(_said(moves, len(desk.plan.relations))),
        (desk.say(msg("a year ago")), desk.say(msg("today"))),
        [(stage, desk.say(SHORT[stage])) for stage in NEAREST_FIRST],
        counts,
    )
    seen = {
        "rose": msg("came nearer") if any(move.is_up for move in moves) else None,
        "fell": msg("went further away") if any(not move.is_up for move in moves) else None,
        "stayed": msg("stayed"),
    }
    keys = tuple(Key("line", kind, "", desk.say(said)) for kind, said in seen.items() if said)
    return Figure("", picture, keys, _flow_table(desk, counts))


def _flow_table(desk: Desk, counts: Mapping[tuple[str, str], int]) -> Table:
    heads = (msg("A year ago"), msg("Today"), msg("How many"))
    order = sorted(counts, key=lambda one: tuple(map(NEAREST_FIRST.index, one)))
    rows = tuple(
        (
            cell(desk.say(STAGE_OF_MANY[then])),
            cell(desk.say(STAGE_OF_MANY[now])),
            cell(written(counts[then, now], desk.language)),
        )
        for then, now in order
    )
    total = (cell(desk.say(msg("All"))), cell(""), cell(written(sum(counts.values()), desk.language)))
    return Table(tuple(desk.say(head) for head in heads), rows, total)


def _move(desk: Desk, ledger: Ledger, move: Move, found: Followed) -> MoveView:
    before = sorted(_before(desk, ledger, found), key=lambda one: one.day, reverse=True)
    more = len(before) - SHOWN
    return MoveView(
        day=move.day,
        contact=contact_link(desk, move.contact),
        said=desk.say(msg("{before} → {after}", before=STAGE_OF_ONE[move.before], after=STAGE_OF_ONE[move.after])),
        is_up=move.is_up,
        before=tuple(before[:SHOWN]),
        more=desk.say(nmsg("and {n} more before", "and {n} more before", more)) if more > 0 else "",
    )


def _before(desk: Desk, ledger: Ledger, found: Followed) -> Iterator[Before]:
    told = set()
    for line in found.lines:
        entry = ledger.meant(line)
        if entry and line.by:
            told.add(entry.id)
        yield Before(
            line.date.day,
            shape_of(line),
            happened(desk, line),
            person_link(desk, line.by) if line.by else None,
            entry_link(desk, entry) if entry else None,
            line.note or line.quote or "",
        )
    for one in found.entries:
        if one.id not in told:
            yield Before(one.day or date.min, desk.marks[one.kind].shape, "", None, entry_link(desk, one), "")
