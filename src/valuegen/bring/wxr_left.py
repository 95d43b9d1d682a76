"""What of an export of WordPress is not taken, counted by its sort."""

from collections.abc import Iterator, Mapping, Sequence

from valuegen.bring.parts import At, Left
from valuegen.bring.wxr import Export, Written
from valuegen.words import msg, nmsg

TAKEN = ("post", "page")


def untaken(export: Export, taken: Sequence[Written], at: At) -> Iterator[Left]:
    """What is in the trash, what is no post, what was said of posts, and fields of their own; `at`: the export."""
    yield from (Left(one.at, msg("It is in the trash.")) for one in export.items if one.status == "trash")
    others = [one for one in export.items if one.kind not in (*TAKEN, "attachment", "revision")]
    for kind in dict.fromkeys(one.kind for one in others):
        count = sum(one.kind == kind for one in others)
        yield Left(at, nmsg("{n} item of “{kind}”.", "{n} items of “{kind}”.", count, kind=kind))
    if comments := sum(one.comments for one in export.items):
        yield Left(at, nmsg("{n} comment: there are none here.", "{n} comments: there are none here.", comments))
    fields = sorted({key for one in taken for key, value in one.meta.items() if value and not key.startswith("_")})
    if fields:
        why = nmsg(
            "{n} field of its own is not taken: {names}.",
            "{n} fields of their own are not taken: {names}.",
            len(fields),
            names=tuple(fields),
        )
        yield Left(at, why, partly=True)


def strangers(posts: Mapping[str, int], at: At) -> Iterator[Left]:
    """The authors who are nobody of the team, with how many posts each wrote."""
    for name, count in posts.items():
        if name:
            why = nmsg(
                "The author “{name}” of {n} post is nobody of content/people.yaml: it has no author here.",
                "The author “{name}” of {n} posts is nobody of content/people.yaml: they have no author here.",
                count,
                name=name,
            )
            yield Left(at, why, partly=True)
