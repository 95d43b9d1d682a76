"""Which entries say the same in several languages."""

from collections.abc import Iterable

from valuegen.model.entry import Entry


def groups_of(entries: Iterable[Entry]) -> list[tuple[Entry, ...]]:
    """The entries that `translates` joins, whichever of them says so: each group in the order of the entries.

    A slug that nobody has joins nothing.
    """
    listed = tuple(entries)
    if not any(entry.translates for entry in listed):
        return []
    numbers = {entry.slug: number for number, entry in reversed(tuple(enumerate(listed)))}
    first = list(range(len(listed)))

    def root(number: int) -> int:
        while first[number] != number:
            first[number] = first[first[number]]
            number = first[number]
        return number

    for number, entry in enumerate(listed):
        other = numbers.get(entry.translates or "")
        if other is not None:
            low, high = sorted((root(number), root(other)))
            first[high] = low
    found: dict[int, list[Entry]] = {}
    for number, entry in enumerate(listed):
        found.setdefault(root(number), []).append(entry)
    return [tuple(group) for group in found.values() if len(group) > 1]
