"""`valuegen import`: a blog, a table, a calendar, an address book, as what is written here."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from valuegen.cli.commands import COMMANDS
from valuegen.cli.completing import files, segments, words
from valuegen.cli.days import DayParameter
from valuegen.cli.frame import root_of, shared_options
from valuegen.cli.judged import as_of_option
from valuegen.cli.spoken import Argument, Command, Examples, Group, Option
from valuegen.words import Message, msg

if TYPE_CHECKING:
    from valuegen.bring.parts import Brought
    from valuegen.build import Survey
    from valuegen.cli.importing import Asked

Reader = Callable[["Asked", "Survey", Path, dict[str, Any]], "Brought"]


REST = msg("The segment of what says none (else the only one, or it asks).")


def _importing(
    name: str,
    told: Message,
    reader: Reader,
    examples: Examples,
    metavar: Message,
    more: tuple[Option, ...] = (),
    rest: Message = REST,
) -> Command:
    @click.pass_context
    def run(ctx: click.Context, /, source: str, as_of: date | None, dry_run: bool, yes: bool, **options: Any) -> None:
        from valuegen.cli.changing import read_before
        from valuegen.cli.importing import Asked, bring_in, read

        root = root_of(ctx)
        before = read_before(ctx, root, as_of)
        asked = Asked(ctx, root, as_of, dry_run, yes)
        bring_in(asked, before, read(ctx, lambda: reader(asked, before, Path(source), options)))

    return Command(
        name=name,
        told=told,
        examples=examples,
        callback=run,
        params=[
            Argument(["source"], metavar=metavar, shell_complete=files),
            Option(
                ["--segment"],
                metavar=msg("SEGMENT"),
                shell_complete=segments,
                help=rest,
            ),
            *more,
            Option(["--dry-run"], is_flag=True, help=msg("Show all that would be written, and write nothing.")),
            Option(["--yes"], is_flag=True, help=msg("Ask nothing, and write it even where it breaks a promise.")),
            as_of_option(),
            *shared_options(),
        ],
    )


def _csv(asked: "Asked", before: "Survey", path: Path, options: dict[str, Any]) -> "Brought":
    from valuegen.cli.import_table import brought_from_table

    return brought_from_table(asked, before, path, options)


def _vcard(asked: "Asked", before: "Survey", path: Path, options: dict[str, Any]) -> "Brought":
    from dataclasses import replace

    from valuegen.bring.people import contacts_of, without_segment
    from valuegen.bring.vcard import read_cards
    from valuegen.cli.import_country import phones_of
    from valuegen.cli.import_segment import segment_of_rest

    assert before.plan
    workspace = before.plan.workspace
    phones = phones_of(workspace, options["country"])
    people, left = read_cards(path, {id: one.name for id, one in workspace.segments.items()})
    contacts, is_said = workspace.contacts or {}, any(person.segments for person in people)
    lacking = without_segment(people, contacts)
    segment = segment_of_rest(asked, workspace, options["segment"], is_said, lacking)
    found = contacts_of(people, contacts, segment, phones)
    return replace(found, left=(*left, *found.left))


def _markdown(asked: "Asked", before: "Survey", path: Path, options: dict[str, Any]) -> "Brought":
    from valuegen.bring.blog import read_blog
    from valuegen.cli.import_segment import segment_of_posts

    assert before.plan
    workspace = before.plan.workspace
    segment = segment_of_posts(asked, workspace, options["segment"])
    return read_blog(path, workspace, before.plan.as_of.day, segment, options["month_first"])


def _ics(asked: "Asked", before: "Survey", path: Path, options: dict[str, Any]) -> "Brought":
    from valuegen.bring.ics import read_calendar
    from valuegen.cli.import_segment import known_segment

    assert before.plan
    workspace = before.plan.workspace
    segment, only, without = options["segment"], options["only"], options["without"]
    known = known_segment(workspace, segment)
    # the only segment there is was not meant by whoever names none: a calendar holds a whole life
    wanted = known if segment or only else None
    return read_calendar(path, workspace, before.plan.as_of.day, wanted, options["since"], only, without)


def _wordpress(asked: "Asked", before: "Survey", path: Path, options: dict[str, Any]) -> "Brought":
    from valuegen.bring.wordpress import read_wordpress
    from valuegen.cli.import_segment import segment_of_posts

    assert before.plan
    workspace = before.plan.workspace
    return read_wordpress(
        path, workspace, before.plan.as_of.day, segment_of_posts(asked, workspace, options["segment"])
    )


def _country() -> Option:
    return Option(
        ["--country"],
        metavar=msg("COUNTRY"),
        help=msg("Of which country (CO, ES…) the phones are that do not say it: its code is written before them."),
    )


def _order() -> Option:
    return Option(
        ["--month-first/--day-first"],
        default=None,
        help=msg("Dates are written as 12/31/2026, or as 31/12/2026 (else as they show)."),
    )


FILE, PLACE = msg("FILE"), msg("FILE-OR-FOLDER")

command = Group(
    name="import",
    told=COMMANDS["import"],
    examples=(
        ("valuegen import markdown ~/blog/content --dry-run", msg("shows what would be written")),
        (msg("valuegen import csv calendar.csv"), msg("a table, whose columns you are asked about")),
        (msg("valuegen import vcard contacts.vcf --segment bakeries"), msg("the contacts of a phone")),
    ),
    params=shared_options(),
    no_args_is_help=True,
    commands=[
        _importing(
            "markdown",
            msg(
                "The posts of a blog: a folder of Hugo, Jekyll, Pelican, MkDocs or Eleventy, or one file.\n\n"
                "With their pictures; and their old addresses lead to the new ones."
            ),
            _markdown,
            (
                ("valuegen import markdown ~/blog --dry-run", msg("shows what would be written")),
                ("valuegen import markdown ~/blog/content/posts", msg("the posts of this folder alone")),
            ),
            PLACE,
            (_order(),),
        ),
        _importing(
            "wordpress",
            msg(
                "The posts and pages of WordPress, from its export (.xml).\n\n"
                "Their pictures are not fetched: each is listed, with the place in which to save it."
            ),
            _wordpress,
            ((msg("valuegen import wordpress workshop.wordpress.xml --dry-run"), msg("shows what would be written")),),
            FILE,
        ),
        _importing(
            "csv",
            msg(
                "A table from Excel or its like (.csv): clients, the calendar, or who asked not to be written to."
                "\n\nWhat each column is, is guessed from its heading and shown; --map says it, "
                "and on a terminal it asks."
            ),
            _csv,
            (
                (
                    msg("valuegen import csv clients.csv --segment bakeries --dry-run"),
                    msg("shows what would be written"),
                ),
                (msg('valuegen import csv clients.csv --map "Who=name,Mail=email"'), msg("which column is what")),
                (
                    msg("valuegen import csv unsubscribed.csv --as opt-outs"),
                    msg("notes who asked not to be written to"),
                ),
            ),
            FILE,
            (
                Option(
                    ["--as", "sort"],
                    type=click.Choice(["contacts", "calendar", "opt-outs"]),
                    metavar=msg("WHAT"),
                    shell_complete=words(("contacts", "calendar", "opt-outs")),
                    help=msg("What its rows are: contacts, calendar or opt-outs (else guessed)."),
                ),
                Option(["--map", "mapping"], metavar=msg("MAPPING"), help=msg("Heading=key, and so on, by commas.")),
                _country(),
                _order(),
            ),
        ),
        _importing(
            "ics",
            msg(
                "A calendar of Google, Outlook or Apple (.ics), as entries of the calendar.\n\n"
                "What names a client or a segment is taken; the rest only with --segment. "
                "What is past comes in as done. What repeats goes on repeating."
            ),
            _ics,
            (
                (msg("valuegen import ics calendar.ics --dry-run"), msg("shows what names a client or a segment")),
                (
                    msg('valuegen import ics calendar.ics --segment bakeries --only "workshop"'),
                    msg("those that say workshop, for the bakeries"),
                ),
                (msg("valuegen import ics calendar.ics --since 2026-01-01"), msg("those from that day on")),
            ),
            FILE,
            (
                Option(
                    ["--since"],
                    type=DayParameter(),
                    metavar=msg("DATE"),
                    help=msg("Only what is on or after this day."),
                ),
                Option(
                    ["--only"],
                    multiple=True,
                    metavar=msg("WORDS"),
                    help=msg(
                        "Only what has these words in its title or category, or this address among who is invited."
                    ),
                ),
                Option(
                    ["--without"],
                    multiple=True,
                    metavar=msg("WORDS"),
                    help=msg("Leave out what has these words, or this address, there."),
                ),
            ),
            msg("The segment of what names no client and no segment (else it stays out)."),
        ),
        _importing(
            "vcard",
            msg("An address book (vCard 2.1, 3.0 or 4.0), as contacts."),
            _vcard,
            (
                (
                    msg("valuegen import vcard contacts.vcf --segment bakeries"),
                    msg("everybody in it who is not here yet"),
                ),
            ),
            FILE,
            (_country(),),
        ),
    ],
)
