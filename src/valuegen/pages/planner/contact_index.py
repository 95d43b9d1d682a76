"""All clients, by segment and stage: the last time you were in touch with each, and what comes next.

Few clients stand on one page; many have pages by segment, so that no page grows with the workspace.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from valuegen.model.log import STAGES
from valuegen.pages.planner.contact_facts import since_text
from valuegen.pages.planner.contact_views import ContactRow, ContactsView, SegmentShelf, StageRows
from valuegen.pages.planner.contact_words import happened
from valuegen.pages.planner.frame import CONTACTS, Desk, contact_file, planner_page, root_of, segment_file
from valuegen.pages.planner.labels import REMINDERS
from valuegen.pages.planner.labels import STAGES as STAGE_LABELS
from valuegen.pages.planner.ledger import Ledger
from valuegen.pages.planner.mentions import person_link
from valuegen.pages.planner.story import Story
from valuegen.pages.types import Later, Page
from valuegen.pages.views import Link
from valuegen.plan.types import Relation
from valuegen.words import Message, msg, nmsg

TOGETHER = 200
"""So many clients stand on one page, counted once in each of their segments."""
LEAF = 200
OUT = "out"
_ORDER = {stage: number for number, stage in enumerate((*reversed(STAGES), OUT))}
_OUT_LABEL = msg("do not want to be written to, or are gone")


def contact_index(desk: Desk, ledger: Ledger, story: Story) -> Iterator[Page]:
    """The page of all clients, and, where they are many, the pages of each segment's."""
    shelves = _members(desk)
    total = sum(len(members) for members in shelves.values())
    are_few = total <= TOGETHER
    yield planner_page(CONTACTS, "contacts", Later(_view, desk, ledger, story, shelves, are_few), desk.site)
    if not are_few:
        for id, members in shelves.items():
            yield from _leaves(desk, ledger, story, id, members)


def _view(
    desk: Desk, ledger: Ledger, story: Story, shelves: Mapping[str, Sequence[Relation]], are_few: bool
) -> ContactsView:
    return ContactsView(
        title=desk.say(msg("Clients")),
        root=root_of(CONTACTS),
        place=CONTACTS,
        count=desk.say(_count(desk)),
        shelves=tuple(_shelf(desk, ledger, story, id, members, are_few) for id, members in shelves.items()),
    )


def shelf_file(segment: str, number: int = 1) -> str:
    """The `number`th page of a segment's clients (a folder of its own: no id has a slash)."""
    return f"contacts/by/{segment}.html" if number == 1 else f"contacts/by/{segment}/{number}.html"


def _members(desk: Desk) -> dict[str, list[Relation]]:
    """The clients of each segment, by stage, then by name; who is out last."""
    relations = desk.plan.relations
    found = {
        id: [relations[contact] for contact in desk.plan.members.get(id, ()) if contact in relations]
        for id in desk.plan.workspace.segments
    }
    return {id: sorted(members, key=lambda one: _key(desk, one)) for id, members in found.items() if members}


def _key(desk: Desk, relation: Relation) -> tuple[int, str, str]:
    return (_ORDER[_stage(desk, relation)], relation.contact.name.casefold(), relation.id)


def _stage(desk: Desk, relation: Relation) -> str:
    return OUT if relation.is_out(desk.plan.as_of.day) else relation.stage


def _label(desk: Desk, stage: str) -> str:
    return desk.say(_OUT_LABEL if stage == OUT else STAGE_LABELS[stage])


def _count(desk: Desk) -> Message:
    relations = desk.plan.relations.values()
    there = sum(not relation.is_out(desk.plan.as_of.day) for relation in relations)
    if not relations:
        return msg("There are no clients in the files yet.")
    return nmsg("{n} client to look after.", "{n} clients to look after.", there)


def _shelf(
    desk: Desk, ledger: Ledger, story: Story, id: str, members: Sequence[Relation], is_whole: bool
) -> SegmentShelf:
    counts = Counter(_stage(desk, relation) for relation in members)
    return SegmentShelf(
        id=id,
        segment=Link(desk.plan.workspace.segments[id].name, segment_file(id)),
        total=len(members),
        counts=tuple((_label(desk, stage), counts[stage]) for stage in sorted(counts, key=_ORDER.__getitem__)),
        stages=_by_stage(desk, ledger, story, members) if is_whole else (),
        whole="" if is_whole else shelf_file(id),
    )


def _by_stage(desk: Desk, ledger: Ledger, story: Story, members: Sequence[Relation]) -> tuple[StageRows, ...]:
    groups = groupby(members, key=lambda relation: _stage(desk, relation))
    return tuple(
        StageRows(_label(desk, stage), tuple(_row(desk, ledger, story, one) for one in same)) for stage, same in groups
    )


def _leaves(desk: Desk, ledger: Ledger, story: Story, id: str, members: Sequence[Relation]) -> Iterator[Page]:
    parts = [members[first : first + LEAF] for first in range(0, len(members), LEAF)]
    links = tuple(Link(str(number), shelf_file(id, number)) for number in range(1, len(parts) + 1))
    for number, part in enumerate(parts, 1):
        file = shelf_file(id, number)
        view = Later(_leaf, desk, ledger, story, id, part, len(members), links, file)
        yield planner_page(file, "contacts", view, desk.site)


def _leaf(
    desk: Desk,
    ledger: Ledger,
    story: Story,
    id: str,
    part: Sequence[Relation],
    count: int,
    leaves: tuple[Link, ...],
    file: str,
) -> ContactsView:
    shelf = _shelf(desk, ledger, story, id, part, True)
    return ContactsView(
        title=desk.say(msg("Clients: {segment}", segment=shelf.segment.text)),
        root=root_of(file),
        place=CONTACTS,
        count=desk.say(nmsg("{n} client", "{n} clients", count)),
        shelves=(shelf,),
        leaves=leaves if len(leaves) > 1 else (),
        leaf=file,
        back=Link(desk.say(msg("All clients")), CONTACTS),
    )


def _row(desk: Desk, ledger: Ledger, story: Story, relation: Relation) -> ContactRow:
    today = desk.plan.as_of.day
    received = story.received(relation.id)
    lines = [line for line in relation.log if line.date.day <= today and line.what != "stage"]
    last, said, names = received.touched, "", None
    if received.touch:
        said, names = received.touch.text, Link(received.touch.text, received.touch.href)
    if lines and (last is None or lines[-1].date.day >= last):
        last, said = lines[-1].date.day, happened(desk, lines[-1])
        names = person_link(desk, lines[-1].by) if lines[-1].by else None
    reminder = next(iter(ledger.reminders_of(relation.id)), None)
    is_out = relation.is_out(today)
    return ContactRow(
        name=relation.contact.name,
        href=contact_file(relation.id),
        more=relation.contact.about or "",
        last=last,
        last_said=said,
        last_names=names,
        ago=since_text(desk, last) if last else "",
        next=reminder.due if reminder else None,
        next_said=desk.say(REMINDERS[reminder.kind]) if reminder else "",
        is_late=bool(reminder and reminder.late),
        is_out=is_out,
    )
