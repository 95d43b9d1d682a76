"""What each column of a table is: guessed, shown with a value, said (`--map`), and asked of whoever sits there."""

import sys
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

import click

from valuegen.cli.frame import USAGE, common, is_terminal, say_err, wrong_usage
from valuegen.cli.import_keys import KEY_WORDS, SORT_WORDS
from valuegen.cli.spoken import reader_language
from valuegen.words import Message, msg, nmsg, say

if TYPE_CHECKING:
    from valuegen.bring.table import Table
    from valuegen.cli.importing import Asked

_WIDE = 30
_NEEDED = {
    "contacts": msg("what they are called (name, or first and last)"),
    "calendar": msg("what they are called (title)"),
    "opt-outs": msg("their address (email)"),
}


def mapped_columns(text: str, table: "Table") -> dict[str, str]:
    """Heading → key, of `--map "Nombre=name,Correo=email"`; an empty key leaves a column out."""
    mapped: dict[str, str] = {}
    for part in filter(str.strip, text.split(",")):
        found = _said(part, table.headings)
        if isinstance(found, Message):
            wrong_usage(found)
        mapped |= found
    return mapped


def _said(part: str, headings: tuple[str, ...]) -> dict[str, str] | Message:
    """One `Heading=key`. A heading is known by its letters alone too (`que-quiere`), and by its number."""
    from valuegen.model.slug import slug_of

    by_name = {str(number): heading for number, heading in enumerate(headings, 1)}
    by_name |= {slug_of(heading): heading for heading in headings}
    name, sign, key = (one.strip() for one in part.rpartition("="))
    heading = name if name in headings else by_name.get(slug_of(name))
    if not sign or heading is None:
        return msg(
            "--map: there is no column “{name}”. Write Heading=key; these are there: {names}.",
            name=name or key,
            names=headings,
        )
    return {heading: key}


def agreed_columns(
    asked: "Asked", table: "Table", sort: str, mapped: Mapping[str, str], segments: Collection[str]
) -> dict[str, str]:
    """Heading → key for every column that is taken: what was said, else guessed; on a terminal, as it is answered.

    It is guessed by the headings, then by what stands in the columns; `segments`: what segments are called here.

    Ends where the column is missing without which nothing can be taken.
    """
    from valuegen.bring.contents import by_contents
    from valuegen.bring.headings import KEYS, guessed

    known = tuple(KEYS[sort])
    mapped = {heading: _key(key, known) for heading, key in mapped.items()}
    for key in filter(None, mapped.values()):
        if key not in known:
            wrong_usage(msg("--map: “{key}” is no key of {sort}. These are: {known}.", key=key, sort=sort, known=known))
    rest = [heading for heading in table.headings if heading not in mapped]
    guesses = {heading: key for heading, key in guessed(rest, sort).items() if key not in mapped.values()}
    said = {**mapped, **guesses}
    keys = {heading: key for heading, key in {**said, **by_contents(table, sort, said, segments)}.items() if key}
    asks = not asked.yes and is_terminal(sys.stdin)
    if asks or not common(asked.ctx).quiet or _lacks(keys, sort):
        _show(table, sort, keys)
        if not asks and not mapped and not _lacks(keys, sort):
            _say_map(sort)
    if asks and (not mapped or _lacks(keys, sort)):
        return _answered(asked.ctx, table, sort, keys)
    if _lacks(keys, sort):
        _say_how(table, sort, keys)
        asked.ctx.exit(USAGE)
    return keys


def _key(said: str, known: tuple[str, ...]) -> str:
    """A key as it is written here: `segments` is as good as `segment`, as in the files."""
    return next((one for one in (said, f"{said}s", said.removesuffix("s")) if one in known), said)


def _lacks(keys: Mapping[str, str], sort: str) -> bool:
    from valuegen.bring.headings import NEEDED

    return not {*NEEDED[sort]} & {*keys.values()}


def _show(table: "Table", sort: str, keys: Mapping[str, str]) -> None:
    """Every column that has something in it: its number, its heading, a value, and what it is taken for."""
    from valuegen.report.shown import shown

    say_err(
        nmsg(
            "{file}: {n} row, taken as {what} (--as {sort}).",
            "{file}: {n} rows, taken as {what} (--as {sort}).",
            len(table.rows),
            file=table.file,
            what=SORT_WORDS[sort],
            sort=sort,
        )
    )
    values = {heading: next(filter(None, table.column(heading)), "") for heading in table.headings}
    full = [(number, one) for number, one in enumerate(table.headings, 1) if values[one] or one in keys]
    wide = max((len(_cut(heading)) for _, heading in full), default=0)
    nothing = say(msg("not taken"), reader_language())
    for number, heading in full:
        key = keys.get(heading) or f"({nothing})"
        line = f"{number:>4}  {_cut(heading):<{wide}}  {_cut(values[heading]):<{_WIDE}}  {key}"
        click.echo(shown(line), err=True)
    empty = tuple(heading for heading in table.headings if not values[heading] and heading not in keys)
    if empty:
        say_err(nmsg("{n} column is empty.", "{n} columns are empty.", len(empty)))


def _cut(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _WIDE else f"{plain[: _WIDE - 1]}…"


def _say_map(sort: str) -> None:
    """How a column is said to be something else."""
    from valuegen.bring.headings import KEYS

    say_err(
        msg(
            'If a column is something else, say it by its number or heading: --map "3=phone,5=" (5 is left out). '
            "These are the keys: {known}.",
            known=tuple(KEYS[sort]),
        )
    )


def _say_how(table: "Table", sort: str, keys: Mapping[str, str]) -> None:
    """What is missing, and the whole mapping to paste and fill in."""
    from valuegen.bring.headings import KEYS

    parts = (f"{_name(number, heading)}={keys.get(heading, '')}" for number, heading in enumerate(table.headings, 1))
    say_err(
        msg(
            "No column says {needed}. Write after each = which key it is (none: it is left out), and add:\n"
            '  --map "{mapping}"\nThese are the keys: {known}.',
            needed=_NEEDED[sort],
            mapping=",".join(parts),
            known=tuple(KEYS[sort]),
        )
    )


def _name(number: int, heading: str) -> str:
    """A heading as `--map` takes it: one with signs that part a mapping, or that shells know, by its number."""
    return str(number) if set(heading) & set(",=\"'`$\\!\n") else heading


def _answered(ctx: click.Context, table: "Table", sort: str, keys: dict[str, str]) -> dict[str, str]:
    """The columns as whoever sits there has them: changed one by one till Enter says that they are right."""
    from valuegen.bring.headings import KEYS, NEEDED
    from valuegen.cli.fields import ask_text

    known = tuple(KEYS[sort])
    _say_keys(known)
    while True:
        question = msg("Is it right? (Enter: yes; 3=phone: what column 3 is; 3=: leave it out)")
        if _lacks(keys, sort):
            question = msg("Which column says {needed}? (3={key})", needed=_NEEDED[sort], key=NEEDED[sort][0])
        answer = ask_text(ctx, question, known)
        if not answer and not _lacks(keys, sort):
            return keys
        keys = _changed(answer, table, known, sort, keys)


def _changed(answer: str, table: "Table", known: tuple[str, ...], sort: str, keys: dict[str, str]) -> dict[str, str]:
    """The columns with what one answer says of some; what is no answer is told."""
    for part in filter(str.strip, answer.split(",")):
        found = _said(part, table.headings)
        if isinstance(found, Message):
            say_err(msg("There is no column “{name}”. Write its number, = and a key.", name=part.strip()))
            continue
        ((heading, key),) = found.items()
        if key and key not in known:
            say_err(msg("“{key}” is no key of {sort}. These are: {known}.", key=key, sort=sort, known=known))
        elif key:
            keys = {**keys, heading: key}
        else:
            keys = {one: held for one, held in keys.items() if one != heading}
        _say_column(heading, keys.get(heading))
    return keys


def _say_keys(known: tuple[str, ...]) -> None:
    """Every key with what it means, aligned."""
    say_err(msg("These are the keys:"))
    wide = max(map(len, known))
    for key in known:
        click.echo(f"  {key:<{wide}}  {say(KEY_WORDS[key], reader_language())}", err=True)


def _say_column(heading: str, key: str | None) -> None:
    from valuegen.report.shown import shown

    nothing = say(msg("not taken"), reader_language())
    click.echo(f"  {shown(heading)} → {key or f'({nothing})'}", err=True)
