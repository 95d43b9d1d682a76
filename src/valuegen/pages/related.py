"""Which posts of a segment go with one: those that share most with it, then those nearest in time.

Near-linear: only the nearest few on each shared matter are compared, never all pairs.
"""

from collections import Counter
from collections.abc import Sequence

from valuegen.pages.public_plan import PublicPost

NEAREST = 8
SHOWN = 3


def related(posts: Sequence[PublicPost]) -> dict[str, tuple[PublicPost, ...]]:
    """For each of a segment's posts, up to three others: slug → posts. What sells is recommended to nobody."""
    threads: dict[str, list[int]] = {}
    for number, post in enumerate(posts):
        if post.kind != "pitch":
            for thread in sorted(post.threads):
                threads.setdefault(thread, []).append(number)
    shared: list[Counter[int]] = [Counter() for _ in posts]
    for numbers in threads.values():
        _count(numbers, shared)
    return {post.slug: _best(posts, number, shared[number]) for number, post in enumerate(posts)}


def _count(numbers: list[int], shared: list[Counter[int]]) -> None:
    for place, number in enumerate(numbers):
        for other in numbers[max(0, place - NEAREST) : place + NEAREST + 1]:
            if other != number:
                shared[number][other] += 1


def _best(posts: Sequence[PublicPost], number: int, shared: Counter[int]) -> tuple[PublicPost, ...]:
    """Neighbours are left out: the page links to them as previous and next."""
    others = [other for other in shared if abs(other - number) > 1]
    others.sort(key=lambda other: (-shared[other], abs(other - number), other))
    return tuple(posts[other] for other in others[:SHOWN])
