"""`import csv`: what the rows of a table are, and what each of its columns is: said, asked, or guessed."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from valuegen.cli.frame import is_terminal, say_err, wrong_usage
from valuegen.cli.import_segment import known_segment, segment_of
from valuegen.words import msg

if TYPE_CHECKING:
    from collections.abc import Mapping

    from valuegen.bring.parts import Brought
    from valuegen.bring.rows import Columns
    from valuegen.bring.table import Table
    from valuegen.build import Survey
    from valuegen.model.workspace import Workspace


def brought_from_table(ctx: click.Context, before: "Survey", path: Path, options: dict[str, Any]) -> "Brought":
    """All that a table brings. Raises `Refused`."""
    from valuegen.bring.headings import CALENDAR, OPT_OUTS
    from valuegen.bring.parts import Left
    from valuegen.bring.people import contacts_of, opt_outs_of
    from valuegen.bring.plans import entries_of
    from valuegen.bring.rows import people_of
    from valuegen.bring.table import read_table

    assert before.plan
    workspace, today = before.plan.workspace, before.plan.as_of.day
    table = read_table(path)
    mapped = _mapped(options["mapping"] or "", table.headings)
    sort = options["sort"] or _sort(table, mapped)
    columns = _columns(ctx, table, sort, mapped, options["month_first"])
    left: list[Left] = []
    if sort == OPT_OUTS:
        found = opt_outs_of(people_of(table, columns, workspace, left), workspace.contacts or {})
    elif sort == CALENDAR:
        segment = _segment(ctx, workspace, options["segment"], columns)
        found = entries_of(table, columns, workspace, today, segment)
    else:
        segment = _segment(ctx, workspace, options["segment"], columns)
        found = contacts_of(people_of(table, columns, workspace, left), workspace.contacts or {}, segment)
    return replace(found, left=(*table.left, *left, *found.left))


def _segment(ctx: click.Context, workspace: "Workspace", said: str | None, columns: "Columns") -> str | None:
    """The segment of rows that say none; where a column says it, nobody is asked."""
    if {"segment", "contact"} & {*columns.keys.values()}:
        return known_segment(workspace, said)
    return segment_of(ctx, workspace, said)


def _mapped(text: str, headings: tuple[str, ...]) -> dict[str, str]:
    """Heading → key, of `--map "Nombre=name,Correo=email"`; an empty key leaves a column out."""
    from valuegen.model.slug import slug_of

    by_name = {slug_of(heading): heading for heading in headings}
    mapped: dict[str, str] = {}
    for part in filter(str.strip, text.split(",")):
        name, sign, key = (one.strip() for one in part.rpartition("="))
        heading = name if name in headings else by_name.get(slug_of(name))
        if not sign or heading is None:
            wrong_usage(
                msg(
                    "--map: there is no column “{name}”. Write Heading=key; these are there: {names}.",
                    name=name or key,
                    names=headings,
                )
            )
        mapped[heading] = key
    return mapped


def _sort(table: "Table", mapped: "Mapping[str, str]") -> str:
    from valuegen.bring.headings import SORTS, sort_of

    found = sort_of(table.headings, mapped)
    if found is None:
        wrong_usage(
            msg(
                "What these rows are can't be told from their headings ({names}): add --as {sorts:or}.",
                names=table.headings,
                sorts=SORTS,
            )
        )
    return found


def _columns(ctx: click.Context, table: "Table", sort: str, mapped: dict[str, str], month_first: bool) -> "Columns":
    from valuegen.bring.headings import KEYS, guessed
    from valuegen.bring.rows import Columns

    known = tuple(KEYS[sort])
    for key in filter(None, mapped.values()):
        if key not in known:
            wrong_usage(msg("--map: “{key}” is no key of {sort}. These are: {known}.", key=key, sort=sort, known=known))
    rest = [heading for heading in table.headings if heading not in mapped]
    keys = mapped | {heading: key for heading, key in guessed(rest, sort).items() if key not in mapped.values()}
    if not mapped and is_terminal(sys.stdin):
        keys = _asked(ctx, table, keys, known)
    keys = {heading: key for heading, key in keys.items() if key}
    if not keys:
        wrong_usage(msg('No column is known. Say what they are: --map "{name}=name".', name=table.headings[0]))
    _say_columns(table, keys)
    return Columns(keys, True if month_first else None)


def _say_columns(table: "Table", keys: "Mapping[str, str]") -> None:
    said = tuple(f"{heading} → {key}" for heading, key in keys.items())
    say_err(msg("Columns: {said}.", said=said))
    rest = tuple(heading for heading in table.headings if heading not in keys)
    if rest:
        say_err(msg("Columns that are not taken: {names} (--map takes them).", names=rest))


def _asked(ctx: click.Context, table: "Table", keys: "Mapping[str, str]", known: tuple[str, ...]) -> dict[str, str]:
    """Each column, as it is answered; Enter takes what was guessed, `-` leaves it out."""
    from valuegen.cli.fields import ask_text

    found: dict[str, str] = {}
    for heading in table.headings:
        example = next(filter(None, table.column(heading)), "")[:40]
        guess = keys.get(heading, "")
        while True:
            if guess:
                question = msg(
                    "“{name}” ({example}): {key}? (Enter: yes; another key; -: leave it out)",
                    name=heading,
                    example=example,
                    key=guess,
                )
            else:
                question = msg("“{name}” ({example}): which key? (Enter: leave it out)", name=heading, example=example)
            answer = ask_text(ctx, question, known)
            if answer in ("", "-") or answer in known:
                break
            say_err(msg("There is no “{name}”. These are there: {names}.", name=answer, names=known))
        found[heading] = "" if answer == "-" else answer or guess
    return found
