"""The segment of what is imported and names none."""

import sys
from typing import TYPE_CHECKING

from valuegen.cli.frame import is_terminal, say_err, wrong_usage
from valuegen.words import msg

if TYPE_CHECKING:
    from valuegen.cli.importing import Asked
    from valuegen.model.workspace import Workspace


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
    while found is None:
        from valuegen.cli.fields import ask_text

        answer = ask_text(asked.ctx, msg("For which segment? ({names:or})", names=segments), segments)
        if answer in segments:
            found = answer
        else:
            say_err(msg("There is no “{name}”. Use one of these: {names}.", name=answer, names=segments))
    return found


def said_segment(workspace: "Workspace", said: str | None) -> str | None:
    """The one that was said, if one was; ends where none has that name."""
    return known_segment(workspace, said) if said is not None else None


def known_segment(workspace: "Workspace", said: str | None) -> str | None:
    """The one that was said, or the only one, if there is such; ends where none has that name."""
    segments = tuple(workspace.segments)
    if said is not None and said not in segments:
        unknown = msg("There is no “{name}”. Use one of these: {names}.", name=said, names=segments)
        wrong_usage(msg("{option}: {unknown}", option="--segment", unknown=unknown))
    return said or (segments[0] if len(segments) == 1 else None)
