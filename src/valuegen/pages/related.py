"""Which posts of a segment go with one: those that share most with it, then those nearest in time.

Near-linear, never all pairs: an index says which posts are on each matter, and of a matter that many are on, a post is
compared with those nearest to it alone. So the comparisons are at most `2 × NEAREST` for each matter of each post.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

from valuegen.pages.public_plan import PublicPost

NEAREST = 8
"""So many on each side, in the order of time, are looked at on each matter."""
SHOWN = 3


class Line:
    """The posts of a segment in the order of time, the newest first, to be read along: looked up once for all."""

    def __init__(self, posts: Sequence[PublicPost]) -> None:
        self._posts = posts
        self._number = {post.slug: number for number, post in enumerate(posts)}
        self._index = _index(posts)

    def beside(self, post: PublicPost) -> tuple[PublicPost | None, PublicPost | None]:
        """The one before it in time, and the one after it."""
        number = self._number[post.slug]
        older = self._posts[number + 1] if number + 1 < len(self._posts) else None
        return older, self._posts[number - 1] if number else None

    def related(self, post: PublicPost, without: Collection[str] = ()) -> tuple[PublicPost, ...]:
        """Up to three others that go with it. What sells is recommended to nobody. Left out are the two beside it,
        which a page links to as previous and next, and the slugs `without`, which it links to by itself."""
        return _best(self._posts, self._number[post.slug], self._index, without)


Index = Mapping[str, tuple[Sequence[int], Mapping[int, int]]]
"""Of each matter the numbers of the posts on it, in order, and at which place each of them stands."""


def _index(posts: Sequence[PublicPost]) -> Index:
    threads: dict[str, list[int]] = {}
    for number, post in enumerate(posts):
        for thread in post.threads:
            threads.setdefault(thread, []).append(number)
    return {thread: (found, {number: at for at, number in enumerate(found)}) for thread, found in threads.items()}


def _best(posts: Sequence[PublicPost], number: int, index: Index, without: Collection[str]) -> tuple[PublicPost, ...]:
    mine = posts[number].threads
    found = [
        (-len(mine & posts[other].threads), abs(other - number), other)
        for other in set(_near(posts[number], number, index))
        if abs(other - number) > 1 and posts[other].kind != "pitch" and posts[other].slug not in without
    ]
    return tuple(posts[other] for *_, other in sorted(found)[:SHOWN])


def _near(post: PublicPost, number: int, index: Index) -> Iterator[int]:
    for thread in post.threads:
        numbers, places = index[thread]
        place = places[number]
        yield from numbers[max(0, place - NEAREST) : place + NEAREST + 1]
