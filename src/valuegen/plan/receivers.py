"""Which clients receive an entry: by groups of those who receive the same; contacts × entries is never built."""

from collections.abc import Mapping

from valuegen.plan.occurrence import Occurrence
from valuegen.plan.received import Group, Receipts


class Receivers:
    """The groups of a plan's clients, by their segments; made once, never changed. Who is gone is in none."""

    def __init__(self, receipts: Receipts) -> None:
        self._group_of = receipts.group_of
        self._groups_in = _groups_in(receipts)

    def beside(self, entry: Occurrence) -> list[Group]:
        """All groups of the segments that an entry names, whether they receive it or not."""
        found = (group for segment in entry.segments for group in self._groups_in.get(segment, ()))
        return list({id(group): group for group in found}.values())

    def of(self, entry: Occurrence) -> list[Group]:
        """The groups who receive an entry, each once."""
        named = [self._group_of[contact] for contact in entry.contacts if contact in self._group_of]
        meant = {id(group): group for group in (*self.beside(entry), *named)}
        return [group for group in meant.values() if group.takes(entry)]


def _groups_in(receipts: Receipts) -> Mapping[str, list[Group]]:
    found: dict[str, list[Group]] = {}
    for group in receipts.groups:
        for segment in sorted(group.segments):
            found.setdefault(segment, []).append(group)
    return found
