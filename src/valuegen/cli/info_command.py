"""`valuegen info`: versions, folders and counts, for a bug report. No value of a client is in it."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from valuegen import __version__
from valuegen.cli.commands import COMMANDS
from valuegen.cli.frame import root_of, shared_options
from valuegen.cli.spoken import Command
from valuegen.report.shown import shown
from valuegen.words import msg

LIBRARIES = (
    "babel", "click", "icalendar", "jinja2", "markdown-it-py", "mdit-py-plugins", "pydantic", "python-dateutil",
    "python-slugify", "pyyaml", "watchdog", "holidays", "markdown-it-pyrs",
)  # fmt: skip


@click.pass_context
def _info(ctx: click.Context) -> None:
    _print(_program())  # also where there is no workspace: that may be what the report is about
    _print(_workspace(root_of(ctx)))


def _print(lines: Iterator[tuple[str, str]]) -> None:
    for name, value in lines:
        click.echo(f"{name + ':':<12} {shown(value)}")


def _program() -> Iterator[tuple[str, str]]:
    import platform

    yield "valuegen", __version__
    yield "python", f"{platform.python_implementation()} {platform.python_version()} ({sys.platform})"
    yield "libraries", ", ".join(f"{name} {_version(name)}" for name in LIBRARIES)
    yield "locale", os.environ.get("LC_ALL") or os.environ.get("LANG") or "C"


def _version(name: str) -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(name)
    except PackageNotFoundError:
        return "-"


def _workspace(root: Path) -> Iterator[tuple[str, str]]:
    from valuegen.read.workspace import read_workspace

    reading = read_workspace(root)
    workspace = reading.workspace
    yield "workspace", str(root.resolve())
    yield "output", str(root.resolve() / "site")
    yield "cache", str(root.resolve() / ".valuegen")
    yield "as_of", f"{reading.as_of.day.isoformat()} ({reading.as_of.zone}{', pinned' if reading.as_of.pinned else ''})"
    yield "format", f"{sum(finding.level == 'error' for finding in reading.findings)} errors"
    if workspace is None:
        return
    yield "site", f"{workspace.settings.site.language}, theme {workspace.settings.site.theme}"
    for name in ("segments", "people", "channels", "entries", "contacts", "needs", "log", "statics"):
        found = getattr(workspace, name)
        yield name, "-" if found is None else str(len(found))
    yield "bodies", str(sum(entry.written is not None for entry in workspace.entries))


command = Command(
    name="info",
    told=COMMANDS["info"],
    examples=(("valuegen info", msg("paste it into your report: no client is named in it")),),
    callback=_info,
    params=shared_options(),
)
