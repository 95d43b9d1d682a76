"""`valuegen serve`: the site and the planner while one writes."""

import gc
import os
import sys
import webbrowser
from datetime import date
from threading import Event
from typing import TYPE_CHECKING

import click

from valuegen.cli.commands import COMMANDS
from valuegen.cli.days import DayParameter
from valuegen.cli.frame import FINE, broken, common, details, root_of, say_err, shared_options, wrong_usage
from valuegen.cli.spoken import Command, CountParameter, Option, reader_language
from valuegen.words import Message, msg, say

if TYPE_CHECKING:
    from valuegen.cli.serve_words import Telling
    from valuegen.preview.serving import Asked, Serving

NOTICED = 0.5
"""Seconds after which a signal is noticed that the system gave to another thread: it wakes the main one not at all."""


@click.pass_context
def _serve(
    ctx: click.Context,
    host: str,
    port: int | None,
    opens: bool,
    as_of: date | None,
    drafts: bool,
    future: bool,
    poll: bool,
    is_private: bool,
) -> None:
    from valuegen.preview.door import is_loopback
    from valuegen.preview.serving import Asked
    from valuegen.preview.state import Wishes

    has_planner = is_loopback(host) or is_private
    root = root_of(ctx)
    asked = Asked(root, reader_language(), host, port, Wishes(as_of, drafts, future), has_planner, poll)
    if not has_planner:
        say_err(msg("Others may see this preview, so the planner is not in it (--i-know-this-is-private puts it in)."))
    _until_interrupted(ctx, asked, opens)


def _until_interrupted(ctx: click.Context, asked: "Asked", opens: bool) -> None:
    import logging
    import warnings

    from valuegen.cli.refused import refused
    from valuegen.cli.serve_words import Telling
    from valuegen.heap import one_heap
    from valuegen.preview.serving import Voice, serving
    from valuegen.publish.cache import Cache

    one_heap()
    sys.setswitchinterval(0.001)  # what was saved is shown while the rest is still being made
    warnings.filterwarnings("ignore", module="watchdog")  # of a folder that was renamed twice: nothing is lost by it
    logging.getLogger("watchdog").addHandler(logging.NullHandler())  # of events that were too many: nor by these
    telling = Telling(ctx)
    voice = Voice(
        polling=lambda: say_err(
            msg("This system does not report changes here, so the files are looked through every moment.")
        ),
        failed=lambda: say_err(refused(sys.exception()) or details()),
        judged=telling.tell,
    )
    try:
        with Cache(asked.root) as leaves, serving(asked, leaves, voice, os.environ) as preview:
            _tell(ctx, asked, preview, telling)
            gc.freeze()  # what is shown stays for long: the collector need not look at all of it again and again
            if opens:
                webbrowser.open(preview.planner or preview.site)
            until_then = Event()
            while not until_then.wait(NOTICED):
                pass
    except KeyboardInterrupt:
        ctx.exit(FINE)
    except OSError as error:
        _not_listening(ctx, asked, error)


def _tell(ctx: click.Context, asked: "Asked", preview: "Serving", telling: "Telling") -> None:
    """Where it is seen, and how things stand; from then on, what a save changes about that."""
    from valuegen.preview.serving import USUAL

    if asked.port is None and preview.door.port != USUAL:
        say_err(msg("Port {usual} is taken: this is {port}.", usual=str(USUAL), port=str(preview.door.port)))
    _line(msg("The site"), preview.site)
    if preview.planner:
        _line(msg("The planner (private)"), preview.planner)
    theme = preview.loop.state.theme
    scripts = theme is not None and any(name.endswith((".js", ".mjs")) for name in theme.strange)
    if scripts and preview.planner and not common(ctx).quiet:
        say_err(msg("The scripts of your theme don't run here, beside the planner; in the built site they do."))
    telling.begin(preview.loop.state)
    if not common(ctx).quiet:
        say_err(msg("Save a file, and the pages follow. Ctrl+C ends it."))


def _line(name: Message, address: str) -> None:
    click.echo(f"{say(name, reader_language())}: {address}")
    sys.stdout.flush()


def _not_listening(ctx: click.Context, asked: "Asked", error: OSError) -> None:
    import errno

    if error.errno == errno.EADDRINUSE:
        if asked.port is None:
            broken(ctx, msg("No port is free here. Name one with --port."))
        wrong_usage(msg("Port {port} is taken. Name another with --port, or none.", port=str(asked.port)))
    if error.errno in (errno.EADDRNOTAVAIL, errno.EACCES) or (error.errno or 0) < 0:  # below 0: no such name
        wrong_usage(msg("It can’t listen at “{host}”. Leave --host out.", host=asked.host))
    code = errno.errorcode.get(error.errno or 0, str(error.errno))
    broken(ctx, msg("The preview could not be started ({code}).", code=code))


command = Command(
    name="serve",
    told=COMMANDS["serve"],
    examples=(
        ("valuegen serve --open", msg("and open the browser")),
        ("valuegen serve --no-drafts --no-future", msg("only what is published today")),
        ("valuegen serve --as-of 2027-03-03", msg("as it will be on that day")),
    ),
    callback=_serve,
    params=[
        Option(
            ["--host"],
            default="127.0.0.1",
            metavar=msg("ADDRESS"),
            help=msg("Where to listen (127.0.0.1: here alone)."),
        ),
        Option(
            ["--port"],
            type=CountParameter(65_535),
            metavar=msg("PORT"),
            help=msg("This port (else 8000, or the next free one)."),
        ),
        Option(["--open", "opens"], is_flag=True, help=msg("Open the browser.")),
        Option(["--as-of"], type=DayParameter(), metavar=msg("DATE"), help=msg("Treat this day as today.")),
        Option(["--drafts/--no-drafts"], default=True, help=msg("Show drafts, marked (default).")),
        Option(["--future/--no-future"], default=True, help=msg("Show what is to come, marked (default).")),
        Option(
            ["--poll"],
            is_flag=True,
            help=msg("Keep looking through the files, where the system does not report changes."),
        ),
        Option(
            ["--i-know-this-is-private", "is_private"],
            is_flag=True,
            help=msg("Show the planner to other machines too (with --host): only on a network that is yours."),
        ),
        *shared_options(),
    ],
)
