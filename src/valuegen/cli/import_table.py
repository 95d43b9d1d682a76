"""`import csv`: what the rows of a table are, and all that they bring."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from valuegen.cli.frame import is_terminal, say_err, wrong_usage
from valuegen.cli.import_columns import agreed_columns, mapped_columns
from valuegen.cli.import_country import phones_of
from valuegen.cli.import_segment import known_segment, segment_of_rest
from valuegen.words import msg, nmsg

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from valuegen.bring.parts import Brought, Left
    from valuegen.bring.table import Table
    from valuegen.build import Survey
    from valuegen.cli.importing import Asked
    from valuegen.model.workspace import Workspace


_NAMED = 12
"""So many columns that are not taken are named."""
BOUNCED = msg(
    "The addresses of this list no longer work: what was sent there came back. So that nothing is sent there, who has "
    "one is marked as `opted_out`. If you reach somebody in another way, take both out of their record."
)


def brought_from_table(asked: "Asked", before: "Survey", path: Path, options: dict[str, Any]) -> "Brought":
    """All that a table brings. Raises `Refused`."""
    from valuegen.bring.headings import CALENDAR, CONTACTS, OPT_OUTS, is_diary
    from valuegen.bring.parts import At, Left
    from valuegen.bring.people import contacts_of, opt_outs_of, without_segment
    from valuegen.bring.plans import entries_of, without_receiver
    from valuegen.bring.rows import Columns, people_of
    from valuegen.bring.sorts import is_bounced
    from valuegen.bring.table import read_table

    assert before.plan
    workspace, today = before.plan.workspace, before.plan.as_of.day
    phones = phones_of(workspace, options["country"])
    table = read_table(path)
    mapped = mapped_columns(options["mapping"] or "", table)
    sort = options["sort"] or _sort(asked, table, mapped)
    keys = agreed_columns(asked, table, sort, mapped, _segments(workspace))
    columns = Columns(keys, options["month_first"])
    left: list[Left] = []
    if sort == OPT_OUTS:
        found = opt_outs_of(people_of(table, columns, workspace, left), workspace.contacts or {})
        if found.opt_outs and is_bounced(table.headings):
            found = replace(found, looks=(Left(At(table.file), BOUNCED),))
    elif sort == CALENDAR:
        is_said = bool({"segment", "contact"} & {*columns.keys.values()})
        if is_diary(table.headings):
            segment = known_segment(workspace, options["segment"]) if options["segment"] else None
        else:
            segment = segment_of_rest(asked, workspace, options["segment"], is_said, without_receiver(table, columns))
        found = entries_of(table, columns, workspace, today, segment)
    else:
        people = list(people_of(table, columns, workspace, left))
        contacts = workspace.contacts or {}
        is_said = "segment" in columns.keys.values() or any(person.segments for person in people)
        segment = segment_of_rest(asked, workspace, options["segment"], is_said, without_segment(people, contacts))
        found = contacts_of(people, contacts, segment, phones)
    odd = tuple(_odd(table, columns.keys)) if sort == CONTACTS else ()
    left += () if sort == OPT_OUTS else _others(table, {*keys, *mapped}, "about" if sort == CONTACTS else "summary")
    looks = (*columns.looks(table), *found.looks, *odd)
    return replace(found, left=(*table.left, *left, *found.left), looks=looks)


def _others(table: "Table", known: set[str], key: str) -> "Iterator[Left]":
    """The columns that are not taken and have something in them, which nobody left out: all in one line."""
    from valuegen.bring.parts import At, Left

    numbers = {
        number: heading
        for number, heading in enumerate(table.headings, 1)
        if heading not in known and any(table.column(heading))
    }
    if numbers:
        shown = [f"{number} ({heading})" for number, heading in numbers.items()]
        why = nmsg(
            'Column {columns}. To take it, add for example --map "{number}={key}".',
            'Columns {columns}. To take one, add for example --map "{number}={key}".',
            len(numbers),
            columns=(*shown[:_NAMED], *(("…",) if len(shown) > _NAMED else ())),
            number=next(iter(numbers)),
            key=key,
        )
        yield Left(At(table.file), why)


def _segments(workspace: "Workspace") -> tuple[str, ...]:
    """What segments are called here."""
    return tuple(name for id, one in workspace.segments.items() for name in (id, one.name))


def _odd(table: "Table", keys: "Mapping[str, str]") -> "Iterator[Left]":
    """What to say of columns of yes and no, and of dates, that are not taken."""
    from valuegen.bring.contents import days_in, wishes_in
    from valuegen.bring.parts import At, Left

    for heading in wishes_in(table, keys):
        number = table.headings.index(heading) + 1
        why = msg(
            "Column {number}, “{name}”, says yes and no, and is not taken. If it says who may be written to, add "
            '--map "{number}=may_write"; if it says who asked not to be, --map "{number}=opted_out".',
            number=number,
            name=heading,
        )
        yield Left(At(table.file), why)
    for heading in () if "birthday" in keys.values() else days_in(table, keys):
        number = table.headings.index(heading) + 1
        why = msg(
            "Column {number}, “{name}”, holds dates, and is not taken. If they are birthdays, add "
            '--map "{number}=birthday".',
            number=number,
            name=heading,
        )
        yield Left(At(table.file), why)


def _sort(asked: "Asked", table: "Table", mapped: "Mapping[str, str]") -> str:
    from valuegen.bring.contents import sort_by_contents
    from valuegen.bring.headings import SORTS
    from valuegen.bring.sorts import sort_of
    from valuegen.cli.fields import ask_text

    found = sort_of(table.headings, mapped, table.file) or sort_by_contents(table)
    if found is None and (asked.yes or not is_terminal(sys.stdin)):
        wrong_usage(
            msg(
                "What these rows are can't be told from their headings ({names}): add --as {sorts:or}.",
                names=table.headings,
                sorts=SORTS,
            )
        )
    while found is None:
        answer = ask_text(asked.ctx, msg("What are these rows, {sorts:or}?", sorts=SORTS), SORTS)
        if answer in SORTS:
            found = answer
        else:
            say_err(msg("There is no “{name}”. Use one of these: {names}.", name=answer, names=SORTS))
    return found
