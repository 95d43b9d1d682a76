"""`valuegen forget`: every line about a client, and, with --yes, the workspace without them."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from valuegen.cli.changing import put_in
from valuegen.cli.commands import COMMANDS
from valuegen.cli.completing import contacts
from valuegen.cli.frame import BROKEN, FINE, broken, common, root_of, say_err, shared_options
from valuegen.cli.judged import surveyed, tell_mistakes
from valuegen.cli.judged import told as told_findings
from valuegen.cli.schemas_kept import bring_up_to_date
from valuegen.cli.spoken import Argument, Command, Option
from valuegen.words import Message, msg

if TYPE_CHECKING:
    from valuegen.build import Survey
    from valuegen.write.forget import Forgetting


@click.pass_context
def _forget(ctx: click.Context, contact: str, yes: bool) -> None:
    from valuegen.cli.forgotten import told
    from valuegen.publish.cache import forget
    from valuegen.write.file import swept_below
    from valuegen.write.forget import forgetting

    root = root_of(ctx)
    before = _read(root)
    workspace = before.reading.workspace
    if workspace is None or not before.is_readable:
        tell_mistakes(ctx, before)
        ctx.exit(BROKEN)
    if yes:  # whoever was forgotten by a command that was killed may stand in what it left
        swept_below(root)
    if contact not in (workspace.contacts or {}):
        broken(ctx, _unknown(before, contact))
    found = forgetting(workspace, _texts(before), contact)
    if yes:
        held = surveyed(ctx, root, None)
        _write(ctx, root, before, found)
        forget(root)  # it holds texts that are gone
        bring_up_to_date(root, _read(root).reading)
    for line in told(root, workspace, found, is_done=yes):
        click.echo(line)
    if yes:
        _tell_new(ctx, held, surveyed(ctx, root, None))
    ctx.exit(FINE)


def _tell_new(ctx: click.Context, before: "Survey", after: "Survey") -> None:
    """What is found of the others now that one is gone, since it counted them together."""
    from valuegen.cli.changing import new_findings

    new = new_findings(before, after)
    if new and not common(ctx).quiet:
        say_err(msg("Without them, this is found of those who are left, who received the same:"))
        click.echo(told_findings(ctx, new, after.reading, sys.stderr), err=True)


def _read(root: Path) -> "Survey":
    """The workspace as it is read: neither checked nor kept in a cache."""
    from valuegen.build import Survey
    from valuegen.read.workspace import read_workspace

    reading = read_workspace(root)
    return Survey(reading, reading.findings)


def _texts(found: "Survey") -> dict[str, str]:
    """Every text of the workspace, those that are copied as they are too, by its path."""
    workspace = found.reading.workspace
    assert workspace
    texts = dict(found.reading.sources.texts)
    for file in (*workspace.statics.values(), *workspace.beside.values()):
        if b"\0" not in file.data:
            texts.setdefault(file.path, file.data.decode("utf-8", "replace"))
    return texts


def _unknown(found: "Survey", id: str) -> Message:
    from valuegen.read.nearest import nearest

    assert found.reading.workspace
    contacts = found.reading.workspace.contacts
    if contacts is None:
        return msg("There are no contacts in this workspace: content/private/contacts.yaml is not here.")
    named = next((one.id for one in contacts.values() if one.name.casefold() == id.casefold()), None)
    near = named or nearest(id, contacts)
    if near:
        return msg("There is no contact “{name}”. Did you mean “{near}”?", name=id, near=near)
    return msg("There is no contact “{name}”.", name=id)


def _write(ctx: click.Context, root: Path, before: "Survey", found: "Forgetting") -> None:
    """Write all of it, and keep it only if the workspace is what it was but for the client."""
    from valuegen.write.forget_check import is_same_but

    assert before.reading.workspace
    with put_in(ctx, root, found.changes):
        after = _read(root)
        now = after.reading.workspace
        if now is None or not after.is_readable or not is_same_but(before.reading.workspace, now, found.gone):
            broken(
                ctx,
                msg(
                    "Taken out, it would leave something else changed; so nothing was changed. Take the lines out "
                    "by hand: `valuegen forget {contact}` shows them.",
                    contact=found.gone.contact,
                ),
            )


command = Command(
    name="forget",
    told=COMMANDS["forget"],
    examples=(
        (msg("valuegen forget rose"), msg("shows every line about her, and changes nothing")),
        (msg("valuegen forget rose --yes"), msg("takes them out, and keeps all else as it is")),
    ),
    callback=_forget,
    params=[
        Argument(["contact"], shell_complete=contacts, metavar=msg("CONTACT")),
        Option(["--yes"], is_flag=True, help=msg("Take these lines out, instead of only showing them.")),
        *shared_options(),
    ],
)
