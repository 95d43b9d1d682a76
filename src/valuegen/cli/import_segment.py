"""The segment of what is imported and names none."""

import sys
from typing import TYPE_CHECKING

from valuegen.cli.frame import common, is_terminal, say_err, wrong_usage
from valuegen.words import msg, nmsg

if TYPE_CHECKING:
    from collections.abc import Callable

    from valuegen.cli.importing import Asked
    from valuegen.model.workspace import Workspace
    from valuegen.words import Message


def segment_of(asked: "Asked", workspace: "Workspace", said: str | None) -> str:
    """The one that was said, the only one, or the one that is answered; ends where it can't be known.

    Where all is only shown and nobody can be asked, the first stands for it, and that is told.
    """
    found = known_segment(workspace, said)
    segments = tuple(workspace.segments)
    if found is None and asked.dry_run and not is_terminal(sys.stdin):
        say_err(
            msg(
                "What says no segment is shown here as of “{id}”. To write it, say which it is: --segment {names:or}.",
                id=segments[0],
                names=segments,
            )
        )
        return segments[0]
    if found is None and not is_terminal(sys.stdin):
        wrong_usage(msg("--segment is needed: {names:or}.", names=segments))
    return found or _answered(asked, msg("For which segment? ({names:or})", names=segments), segments)


def segment_of_rows(asked: "Asked", workspace: "Workspace", rows: int) -> str | None:
    """The segment of the rows that name none where others do, as it is answered; None: they stay out."""
    segments = tuple(workspace.segments)
    question = nmsg(
        "{n} row names no segment. For which is it? ({names:or}; Enter: it stays out)",
        "{n} rows name no segment. For which are they? ({names:or}; Enter: they stay out)",
        rows,
        names=segments,
    )
    return None if asked.yes or not is_terminal(sys.stdin) else _answered(asked, question, segments, enter=True) or None


def segment_of_rest(
    asked: "Asked", workspace: "Workspace", said: str | None, is_said: bool, lacking: int
) -> str | None:
    """The segment of what says none; `is_said`: others say theirs, `lacking`: so many do not."""
    if not is_said:
        return segment_of(asked, workspace, said)
    return known_segment(workspace, said) or (segment_of_rows(asked, workspace, lacking) if lacking else None)


def segment_of_posts(asked: "Asked", workspace: "Workspace", said: str | None) -> "Callable[[], str | None]":
    """What tells the segment of posts once it is known that there are new ones: the one that was said, or is answered.

    None: they are for all; where nobody was asked, that is told. Ends where none has the name that was said.
    """
    segments = tuple(workspace.segments)
    known = known_segment(workspace, said)

    def answer() -> str | None:
        if known is not None:
            return said
        if not asked.yes and is_terminal(sys.stdin):
            question = msg("For which segment are these posts? ({names:or}; Enter: for all)", names=segments)
            return _answered(asked, question, segments, enter=True) or None
        if not common(asked.ctx).quiet:
            say_err(msg("These posts are for all segments, {names}. For one alone, add --segment.", names=segments))
        return None

    return answer


def _answered(asked: "Asked", question: "Message", segments: tuple[str, ...], *, enter: bool = False) -> str:
    """The segment that is answered; `enter`: "" where the Enter key alone is."""
    from valuegen.cli.fields import ask_text

    while True:
        answer = ask_text(asked.ctx, question, segments)
        if answer in segments or (enter and not answer):
            return answer
        say_err(msg("There is no “{name}”. Use one of these: {names}.", name=answer, names=segments))


def known_segment(workspace: "Workspace", said: str | None) -> str | None:
    """The one that was said, or the only one, if there is such; ends where none has that name."""
    segments = tuple(workspace.segments)
    if said is not None and said not in segments:
        unknown = msg("There is no “{name}”. Use one of these: {names}.", name=said, names=segments)
        wrong_usage(msg("{option}: {unknown}", option="--segment", unknown=unknown))
    return said or (segments[0] if len(segments) == 1 else None)
