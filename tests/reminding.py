"""Reminders of plans made of a few plain values, as `planning` makes them: what is due, when, and for whom."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from planning import day, workspace_of

from valuegen.clock import AsOf
from valuegen.model.need import Need
from valuegen.model.workspace import Workspace
from valuegen.plan.make import make_plan
from valuegen.plan.reminders import reminders_of
from valuegen.plan.types import Plan, Reminder
from valuegen.words import say

AS_OF = "2026-12-01"
HOST = "@levadura.example"
Row = Mapping[str, Any]


def workspace(
    *entries: Row,
    contacts: Mapping[str, Row] | None = None,
    log: Sequence[Row] = (),
    needs: Sequence[Row] = (),
    **parts: Any,
) -> Workspace:
    """A workspace with the segments `a` and `b`, irene, and nobody but `contacts` (each of `a`, where not said)."""
    rows = {id: {"segments": "a", **row} for id, row in (contacts or {}).items()}
    made = workspace_of(*entries, contacts=rows, log=list(log), **parts)
    return replace(made, needs={str(row["id"]): Need.model_validate(dict(row)) for row in needs})


def plan(*entries: Row, as_of: str = AS_OF, zone: str = "UTC", **parts: Any) -> Plan:
    """The plan of `workspace(...)` on a day."""
    return make_plan(workspace(*entries, **parts), AsOf(day(as_of), zone), {})


def due(*entries: Row, kind: str | None = None, **parts: Any) -> list[Reminder]:
    """The reminders of `plan(...)`, of one kind where it is said; never those of empty segments (`plan`) else."""
    found = reminders_of(plan(*entries, **parts))
    return [one for one in found if one.kind == kind or (kind is None and one.kind != "plan")]


def one(*entries: Row, **parts: Any) -> Reminder:
    """The only one that there is."""
    (found,) = due(*entries, **parts)
    return found


def brief(reminders: Sequence[Reminder]) -> list[tuple[str, str]]:
    """Day and uid (without its host) of each."""
    return [(reminder.due.isoformat(), reminder.uid.removesuffix(HOST)) for reminder in reminders]


def text(reminder: Reminder, language: str = "en") -> str:
    return say(reminder.text, language)


def why(reminder: Reminder, language: str = "en") -> str:
    return say(reminder.why, language)
