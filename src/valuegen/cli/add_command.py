"""`valuegen add`: an entry, a contact, a need, a line of the log, written where it belongs."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from valuegen.cli.add_fields import CONTACT, ENTRY, LOG, NEED
from valuegen.cli.add_sorts import OF_CONTACT
from valuegen.cli.adding import contact_of, entry_of, log_of, need_of
from valuegen.cli.changing import by_hand, read_before, write
from valuegen.cli.commands import COMMANDS
from valuegen.cli.fields import Field, given
from valuegen.cli.frame import FINE, common, root_of, say_err, shared_options
from valuegen.cli.judged import as_of_option
from valuegen.cli.spoken import Command, Examples, Group, Option, as_read, reader_language
from valuegen.cli.understood import understood_option
from valuegen.words import Message, msg, nmsg, say

if TYPE_CHECKING:
    from valuegen.build import Survey
    from valuegen.write.change import Change
    from valuegen.write.yaml_text import Value

PLAIN = msg(
    "Plain words will do, and you are told how they were read: offer for pitch, tomorrow, friday, 24/12/2026, a client "
    "by their first name."
)
Made = Callable[["Survey", "dict[str, Value]"], "Iterable[Change]"]

_SAYS_WHAT = (("stage", "stage"), ("why", "lost"), ("amount", "sale"))
"""Options of `add log` that say by themselves what happened."""


def _adding(
    name: str,
    told: Message,
    fields: tuple[Field, ...],
    made: Made,
    examples: Examples,
    more: tuple[Option, ...] = (),
) -> Command:
    @click.pass_context
    def add(ctx: click.Context, /, as_of: date | None, yes: bool, **options: Any) -> None:
        from valuegen.write.change import CannotChange

        root = root_of(ctx)
        found = read_before(ctx, root, as_of)
        assert found.plan
        if options.get("reply_from"):
            sender = understood_option("--reply-from", OF_CONTACT, found.plan, options["reply_from"])
            options |= {"what": "reply", "contact": sender}
        for key, what in _SAYS_WHAT if name == "log" else ():
            if options[key] and not options["what"]:
                options["what"] = what
        keys = given(ctx, fields, options, found.plan)
        extra = {one.name: options[one.name] for one in more if one.name and options.get(one.name)}
        try:
            changes = tuple(made(found, {**keys, **extra}))
        except CannotChange as error:
            by_hand(ctx, str(error))
        after = write(ctx, root, found, changes, as_of, yes=yes)
        if name in ("log", "need") and not common(ctx).quiet:
            _tell_reminders(found, after)
            _tell_stage(after, keys)
        if name == "entry" and not common(ctx).quiet:
            _tell_text(found, after)
        ctx.exit(FINE)

    return Command(
        name=name,
        told=msg("{told}\n\n{more}", told=told, more=PLAIN),
        examples=examples,
        callback=add,
        params=[
            *(one.parameter() for one in fields),
            *more,
            Option(["--yes"], is_flag=True, help=msg("Write it without asking, even where it breaks a promise.")),
            as_of_option(),
            *shared_options(),
        ],
    )


def _tell_reminders(before: "Survey", after: "Survey") -> None:
    """What there is to do because of what was written."""
    from valuegen.report.shown import shown

    held = {one.uid for one in before.reminders}
    new = [one for one in after.reminders if one.uid not in held]
    if new:
        say_err(nmsg("A reminder comes of it:", "{n} reminders come of it:", len(new)))
    for one in new:
        text = msg("  {day}: {text}", day=one.due, text=say(one.text, as_read(after.reading.language)))
        say_err(shown(say(text, reader_language())))


def _tell_stage(after: "Survey", keys: "dict[str, Value]") -> None:
    """That a sale leaves the stage as it was, and how to say otherwise."""
    from valuegen.cli.what_follows import of_sale

    assert after.plan
    told = of_sale(after.plan, str(keys.get("contact", ""))) if keys.get("what") == "sale" else None
    if told is not None:
        say_err(told)


def _tell_text(before: "Survey", after: "Survey") -> None:
    """Where the text of a new page goes, that has none yet."""
    assert before.plan
    assert after.plan
    held = {one.slug for one in before.plan.workspace.entries}
    new = next((one for one in after.plan.occurrences if one.entry.slug not in held), None)
    if new is not None and new.publishes and new.entry.written is None:
        place, slug = f"{new.place.file}:{new.place.line}", new.entry.slug
        say_err(
            msg(
                "Its text is still missing: write it there, as `text` ({place}), or into a file of its own, "
                "content/posts/{slug}.md, and there `body: posts/{slug}.md`.",
                place=place,
                slug=slug,
            )
        )


command = Group(
    name="add",
    told=COMMANDS["add"],
    examples=(
        ("valuegen add entry", msg("asks for what it needs, and offers the first day that fits")),
        (msg('valuegen add contact "Rose Day" --segment bakeries'), msg("a client")),
        (msg('valuegen add need "To know how much flour she throws away" --from rose'), msg("what Rose needs")),
        (msg('valuegen add log --reply-from rose "A course on costs"'), msg("what she answered")),
    ),
    params=shared_options(),
    no_args_is_help=True,
    commands=[
        _adding(
            "entry",
            msg("A new entry of the calendar, in the file of its month, between its neighbours."),
            ENTRY,
            entry_of,
            (
                ("valuegen add entry", msg("asks for what it needs, and offers the first day that fits")),
                (
                    msg(
                        'valuegen add entry "How much flour do you throw away?" --segment bakeries --kind industry '
                        "--date 2026-12-10"
                    ),
                    msg("all of it at once"),
                ),
            ),
        ),
        _adding(
            "contact",
            msg("A new client, among the contacts."),
            CONTACT,
            contact_of,
            (
                (
                    msg('valuegen add contact "Rose Day" --segment bakeries --phone "+44 20 7946 0000"'),
                    msg("a client, and how to reach them"),
                ),
            ),
        ),
        _adding(
            "need",
            msg("Something that clients need, to be answered by an entry."),
            NEED,
            need_of,
            ((msg('valuegen add need "To know how much flour she throws away" --from rose'), msg("what Rose needs")),),
        ),
        _adding(
            "log",
            msg("A line of the log: what happened, with whom."),
            LOG,
            log_of,
            (
                (
                    msg('valuegen add log --what coffee --contact rose --by irene "She has a new mill"'),
                    msg("a coffee, and what to remember"),
                ),
                (
                    msg(
                        'valuegen add log --reply-from rose "A course on costs" '
                        '--need "To know how much flour she throws away"'
                    ),
                    msg("her reply, and the need that you heard in it"),
                ),
            ),
            (
                Option(
                    ["--reply-from"],
                    metavar=OF_CONTACT.value,
                    shell_complete=OF_CONTACT.complete,
                    help=msg("Their reply: the same as --what reply --contact. You are reminded to answer."),
                ),
                Option(
                    ["--need"],
                    metavar=msg("TEXT"),
                    help=msg("What they need: a new need, too. You are reminded to think of something that helps."),
                ),
            ),
        ),
    ],
)
