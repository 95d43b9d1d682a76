"""Plans made of a few plain values, without files: for laws that are tried on hundreds of them.

Every value is written as in YAML, as text: `entry("2026-12-03", kind="pitch", segments=["a"])`.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from valuegen.check import Policy, check, policy_of
from valuegen.clock import AsOf
from valuegen.finding import Finding, Place
from valuegen.model.channel import BUILT_IN, Channel
from valuegen.model.contact import Contact
from valuegen.model.entry import Body, Entry
from valuegen.model.log import LogLine
from valuegen.model.need import Need
from valuegen.model.person import Person
from valuegen.model.segment import Segment
from valuegen.model.settings import Settings
from valuegen.model.workspace import StaticFile, Workspace
from valuegen.plan.make import make_plan
from valuegen.plan.types import Plan
from valuegen.prose import parse
from valuegen.remedy import mended
from valuegen.words import say

AS_OF = date(2026, 12, 1)
IRENE = Person.model_validate({"id": "irene", "name": "Irene Vidal", "email": "irene@levadura.example"})
SITE = {"title": "Taller Levadura", "url": "https://levadura.example", "timezone": "America/Bogota"}

PRIVATE = "content/private"
Row = Mapping[str, Any]


def entry(day: str | None, **values: Any) -> dict[str, Any]:
    """The keys of an entry; to `a` alone, industry, ready and asking something, where nothing else is said.

    A key that is None is not written.
    """
    names = {} if "contacts" in values else {"segments": ["a"]}
    made = {"date": day, "kind": "industry", "status": "ready", "ask": "¿Y la tuya?", **names, **values}
    return {key: value for key, value in made.items() if value is not None}


def plan_of(
    entries: Sequence[Row],
    segments: Mapping[str, Row] | None = None,
    contacts: Mapping[str, Row] | None = None,
    log: Sequence[Row] = (),
    needs: Mapping[str, Row] | None = None,
    as_of: date = AS_OF,
    absent: Sequence[str] = (),
    statics: Mapping[str, bytes] | None = None,
    people: Mapping[str, Row] | None = None,
    channels: Mapping[str, Row] | None = None,
    **settings: Any,
) -> Plan:
    """A plan. Entries stand in one file, each on the line of its number; so do segments, contacts and the log.

    `absent`: the private collections that are found nowhere. `people`: in place of Irene; `channels`: besides those
    built in.
    """
    made = tuple(_entry(number, row) for number, row in enumerate(entries, 1))
    workspace = Workspace(
        root=Path(),
        settings=Settings.model_validate({**settings, "site": {**SITE, **settings.get("site", {})}}),
        segments=_records(Segment, segments or {"a": {}}, "content/segments.yaml"),
        people=_records(Person, people, "content/people.yaml") if people else {"irene": IRENE},
        channels={**BUILT_IN, **_records(Channel, channels or {}, "content/channels.yaml")},
        entries=made,
        contacts=None if "contacts" in absent else _records(Contact, contacts or {}, f"{PRIVATE}/contacts.yaml"),
        needs=None if "needs" in absent else _records(Need, needs or {}, f"{PRIVATE}/needs.yaml"),
        log=None if "log" in absent else tuple(_line(number, row) for number, row in enumerate(log, 1)),
        statics={path: StaticFile(path, f"content/static/{path}", data) for path, data in (statics or {}).items()},
    )
    prose = {each.slug: parse(each.written.text, workspace.language_of(each)) for each in made if each.written}
    return make_plan(workspace, AsOf(as_of, workspace.settings.site.timezone), prose)


def policy(plan: Plan) -> Policy:
    """What is in force; nothing may be wrong in what was said of it."""
    made, mistakes = policy_of(plan.workspace.settings, plan.workspace.segments)
    assert not mistakes
    return made


def _entry(number: int, row: Row) -> Entry:
    made = Entry.model_validate({"title": f"Título {number}", "slug": f"e{number}", **row})
    made.stand(Place("content/calendar/2026.yaml", number, 3), {})
    if made.text is not None:
        made.hold(Body(made.text, "content/calendar/2026.yaml", number))
    return made


def _line(number: int, row: Row) -> LogLine:
    made = LogLine.model_validate(row)
    made.stand(Place(f"{PRIVATE}/log.yaml", number, 3), {})
    return made


def _records(kind: type[Any], rows: Mapping[str, Row], file: str) -> dict[str, Any]:
    found = {}
    for number, (id, row) in enumerate(rows.items(), 1):
        name = {"name": id.upper()} if "name" in kind.model_fields else {}
        found[id] = kind.model_validate({"id": id, **name, **row})
        found[id].stand(Place(file, number, 1), {})
    return found


def found(plan: Plan, rule: str | None = None) -> list[Finding]:
    """What a check of it finds (of one rule), with the dated mends."""
    in_force = policy(plan)
    findings = mended(plan, in_force, check(plan, in_force))
    return [finding for finding in findings if rule in (None, finding.rule)]


def spots(plan: Plan, rule: str) -> list[tuple[str | None, str, str]]:
    """Segment, entry and level of what one rule finds, in the order of the entries' dates."""
    return sorted((each.segment, each.entry or "", each.level) for each in found(plan, rule))


def told(finding: Finding, language: str = "en") -> str:
    """A finding's sentence and its mend's, with plain spaces (that of "33 %" does not break)."""
    mend = f" {say(finding.mend.text, language)}" if finding.mend else ""
    return f"{say(finding.message, language)}{mend}".replace("\xa0", " ").replace("\u202f", " ")
