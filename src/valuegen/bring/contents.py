"""What the columns of a table are by what stands in them, where their headings don't say it: addresses, phones, days,
names, titles, segments. Only what can hardly be anything else is guessed; a column of yes and no never is."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping

from valuegen.bring.clean import table_moment, yearly_of
from valuegen.bring.headings import CALENDAR, CONTACTS, OPT_OUTS
from valuegen.bring.table import Table
from valuegen.bring.wishes import is_gone, says_no, says_yes
from valuegen.model.slug import slug_of
from valuegen.model.values import Wrong

MOST = 200
"""So many cells of a column are looked at."""
_EMAIL = re.compile(r"<?[^@\s<>;,]+@[^@\s<>;,]+\.[a-z]{2,}>?", re.IGNORECASE)
_PHONE = re.compile(r"(?:\+|00)[1-9][\d .()-]{6,18}|\(?\d{2,4}\)?(?:[ .-]\d{2,4}){2,4}")
_NAME = re.compile(r"[^\W\d_][\w'’.-]*(?: [\w'’.-]+){1,4}")
_BORN = frozenset("cumple cumpleanos nacio nacimiento nac birthday birth born bday".split())
_STATES = frozenset("status state estado estatus situacion suscripcion subscription".split())
_DATED = re.compile(r"\d{4}-\d|\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})|\d{1,2}[\s-](?:de )?[a-z]{3}", re.IGNORECASE)

Seen = Callable[[str], bool]


def by_contents(table: Table, sort: str, keys: Mapping[str, str], segments: Collection[str]) -> dict[str, str]:
    """Heading → key of the columns without one, each key once; `segments`: what segments are called here."""
    free = [heading for heading in table.headings if heading not in keys]
    found: dict[str, str] = {}
    for key, tried in _tries(sort, {slug_of(one) for one in segments}):
        if key in keys.values() or (key == "name" and {"first", "last"} & {*keys.values()}):
            continue
        fits = (heading for heading in free if heading not in found and tried(heading, _cells(table, heading)))
        heading = next(fits, None)
        if heading is not None:
            found[heading] = key
    statuses = (heading for heading in free if heading not in found and sort != CALENDAR)
    return found | {heading: "may_write" for heading in statuses if _is_of_mail(table, heading)}


def sort_by_contents(table: Table) -> str | None:
    """What a table is whose headings don't say it: days and titles, or addresses and names."""
    contacts = {*by_contents(table, CONTACTS, {}, ()).values()}
    if {"email", "name"} <= contacts or {"phone", "name"} <= contacts:
        return CONTACTS
    return CALENDAR if {"date", "title"} <= {*by_contents(table, CALENDAR, {}, ()).values()} else None


def wishes_in(table: Table, keys: Mapping[str, str]) -> tuple[str, ...]:
    """The columns of yes and no that are not taken: one of them may say who is not to be written to."""
    return tuple(
        heading
        for heading in table.headings
        if heading not in keys and slug_of(heading) not in ("private", "privado")  # of Outlook: an entry of one's own
        if _most(_cells(table, heading), lambda cell: says_no(cell) or says_yes(cell))
        if any(map(says_no, _cells(table, heading)))
    )


def days_in(table: Table, keys: Mapping[str, str]) -> tuple[str, ...]:
    """The columns of dates that are not taken: their headings don't say dates of what."""
    return tuple(
        heading for heading in table.headings if heading not in keys and _most(_cells(table, heading), _is_day)
    )


def _is_of_mail(table: Table, heading: str) -> bool:
    """Whether a column of states is that of a mailing program: somebody in it has left."""
    return bool(_STATES & {*slug_of(heading).split("-")}) and any(map(is_gone, table.column(heading)))


def _tries(sort: str, segments: set[str]) -> Iterator[tuple[str, Callable[[str, list[str]], bool]]]:
    """Each key that can be seen, and how; what is surer stands first."""
    if sort != CALENDAR:
        yield "email", lambda _, cells: _most(cells, _is_email)
    if sort != OPT_OUTS:
        yield "segment", lambda _, cells: _most(cells, lambda cell: slug_of(cell) in segments)
    if sort == CALENDAR:
        yield "date", lambda _, cells: _most(cells, _is_day)
        yield "title", _is_title
    if sort == CONTACTS:
        yield (
            "birthday",
            lambda heading, cells: bool(_BORN & {*slug_of(heading).split("-")}) and _most(cells, _is_birthday),
        )
        yield "phone", lambda _, cells: _most(cells, lambda cell: bool(_PHONE.fullmatch(cell)) and not _is_day(cell))
        yield "name", lambda _, cells: _most(cells, _is_name) and _are_many(cells)


def _cells(table: Table, heading: str) -> list[str]:
    return [cell for row in table.rows[:MOST] if (cell := " ".join(row.cells[heading].split()))]


def _most(cells: list[str], seen: Seen) -> bool:
    return bool(cells) and sum(map(seen, cells)) >= 0.7 * len(cells)


def _are_many(cells: list[str]) -> bool:
    """Whether hardly a cell is twice, as with names and titles; sorts of things are."""
    return len({*cells}) >= 0.7 * len(cells)


def _is_email(cell: str) -> bool:
    return _EMAIL.fullmatch(cell) is not None


def _is_name(cell: str) -> bool:
    return _NAME.fullmatch(cell) is not None and cell[0].isupper()


def _is_day(cell: str) -> bool:
    if not _DATED.match(cell):
        return False
    for month_first in (False, True):
        try:
            table_moment(cell, "UTC", month_first)
        except Wrong:
            continue
        return True
    return False


def _is_birthday(cell: str) -> bool:
    try:
        return bool(yearly_of(cell))
    except Wrong:
        return False


def _is_title(_: str, cells: list[str]) -> bool:
    """Whether these are short texts of several words, and hardly one is twice."""
    if not cells or not _are_many(cells) or _most(cells, _is_day) or any(map(_is_email, cells)):
        return False
    return all(len(cell) <= 200 for cell in cells) and _most(cells, lambda cell: " " in cell)
