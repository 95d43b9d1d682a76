"""What the shell offers for a value: the names of the workspace that begin so.

An option or argument takes one of these as its `shell_complete`. Whatever is wrong, there is nothing to offer: a shell
that completes is no place for an error.
"""

from collections.abc import Callable, Iterable

import click
from click.shell_completion import CompletionItem

Completion = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]


def _of(sort: str) -> Completion:
    def complete(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
        try:
            from valuegen.cli.names_there import names
            from valuegen.report.shown import shown

            found = names(sort, getattr(ctx.find_root().obj, "workspace", None))
            return [CompletionItem(one.id, help=shown(one.about)) for one in found if one.id.startswith(incomplete)]
        except Exception:
            return []

    return complete


segments = _of("segments")
people = _of("people")
channels = _of("channels")
products = _of("products")
contacts = _of("contacts")
needs = _of("needs")
entries = _of("entries")


def words(known: Iterable[str]) -> Completion:
    """Some words that are always the same."""

    def complete(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
        return [CompletionItem(word) for word in known if word.startswith(incomplete)]

    return complete


def folders(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The shell's own folders."""
    return [CompletionItem(incomplete, type="dir")]


def files(ctx: click.Context, parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The shell's own files."""
    return [CompletionItem(incomplete, type="file")]
