"""Who has an `allow`: entries, contacts and needs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from valuegen.finding import Place
from valuegen.model.base import Record
from valuegen.plan.occurrence import Occurrence
from valuegen.plan.types import Plan


@dataclass(frozen=True, slots=True)
class Silencer:
    """A record with an `allow`: rule -> reason. `occurrence`: one of an entry."""

    record: Record
    allow: Mapping[str, str]
    occurrence: Occurrence | None = None
    contact: str | None = None
    need: str | None = None

    def place(self, rule: str) -> Place:
        """Where the silence of a rule stands."""
        return self.record.where("allow", rule)


def everybody(plan: Plan) -> Iterator[Silencer]:
    """Every record with an `allow`: entries, planned or not, then contacts, then needs."""
    for entry in plan.workspace.entries:
        if entry.allow:
            yield Silencer(entry, entry.allow)
    yield from _clients(plan)


def silencers(plan: Plan) -> Iterator[Silencer]:
    """Those whose `allow` can silence something: planned entries, each once, then contacts, then needs.

    Of an entry that repeats, the first occurrence that is not past stands for all.
    """
    entries: dict[str, Occurrence] = {}
    for each in plan.occurrences:
        if each.entry.allow and each.is_planned and each.day is not None:
            held = entries.get(each.entry.slug)
            if held is None or held.is_past:
                entries[each.entry.slug] = each
    for each in entries.values():
        yield Silencer(each.entry, each.entry.allow, occurrence=each)
    yield from _clients(plan)


def _clients(plan: Plan) -> Iterator[Silencer]:
    for id, contact in (plan.workspace.contacts or {}).items():
        if contact.allow:
            yield Silencer(contact, contact.allow, contact=id)
    for id, need in (plan.workspace.needs or {}).items():
        if need.allow:
            yield Silencer(need, need.allow, need=id)


def silencing(
    plan: Plan, rule: str, occurrence: Occurrence | None, contact: str | None, need: str | None
) -> Iterator[Silencer]:
    """Those of the records that a finding is about which silence this rule."""
    if occurrence is not None and rule in occurrence.entry.allow:
        yield Silencer(occurrence.entry, occurrence.entry.allow, occurrence=occurrence)
    client = (plan.workspace.contacts or {}).get(contact or "")
    if client is not None and rule in client.allow:
        yield Silencer(client, client.allow, contact=client.id)
    heard = (plan.workspace.needs or {}).get(need or "")
    if heard is not None and rule in heard.allow:
        yield Silencer(heard, heard.allow, need=heard.id)
