"""What `add` writes: the changes that bring in an entry, a contact, a need, a line of the log."""

import sys
from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

import click

from valuegen.cli.add_fields import ways_of
from valuegen.cli.asking import ask
from valuegen.cli.frame import common, is_terminal, say_err, tell_read
from valuegen.cli.twins import again, log_twin, need_twin, refuse_contact, refuse_entry, refuse_need
from valuegen.words import Message, msg

if TYPE_CHECKING:
    from valuegen.build import Survey
    from valuegen.plan.types import Plan
    from valuegen.write.change import Change
    from valuegen.write.yaml_text import Value

_LONGEST_ID = 40
_MOST_DAYS = 30
"""Of an entry for several segments so many days of each are looked at."""


def entry_of(found: "Survey", keys: "dict[str, Value]") -> "Iterator[Change]":
    """A new entry. On a terminal, the first day that fits is offered where none was said."""
    from valuegen.model.slug import slug_of
    from valuegen.write.where import calendar_file, free_id, place_in

    assert found.plan
    is_open = "channels" not in keys
    spoken = _spoken(found.plan, keys) if is_open else None
    if spoken:
        keys["channels"] = (spoken,)
    day = str(keys.pop("date", "")) or (_offered(found, keys) if is_terminal(sys.stdin) else "")
    workspace = found.plan.workspace
    refuse_entry(workspace, {**keys, "date": day})
    taken = {entry.slug for entry in workspace.entries}
    slug = keys.pop("slug", None) or free_id(_cut(slug_of(str(keys["title"]))), taken)
    dated = _day(day) if day else None
    file = calendar_file(found.reading.sources.texts, workspace.entries, dated)
    whole: dict[str, Value] = {"date": day} if day else {}
    whole |= {"title": keys.pop("title"), "slug": slug, **keys}
    if is_open and not common(click.get_current_context()).quiet:
        say_err(_where(found.plan, whole))
    text = found.reading.sources.texts.get(file, "")
    yield _with(found, file, whole, place_in(text, dated))


def _spoken(plan: "Plan", keys: "Mapping[str, Value]") -> str | None:
    """The channel of a talk that was called one: “llamada” as its kind, or in its title, is no post on a blog."""
    from valuegen.model.said import channel_in, channel_said

    if keys.get("kind") != "conversation":
        return None
    typed = str(click.get_current_context().params.get("kind") or "")
    talks = [id for id, one in plan.workspace.channels.items() if one.reach != "broadcast" and not one.publishes]
    return channel_said(typed, talks) or channel_in(str(keys["title"]), talks)


def _where(plan: "Plan", keys: "Mapping[str, Value]") -> Message:
    """By which channels it goes, where that is not written."""
    ways = [plan.channel(id) for id in ways_of(plan, keys)]
    names = tuple(way.label for way in ways)
    if any(way.publishes for way in ways):
        return msg("It goes by {channels}, to the public site. For another way, add --channel.", channels=names)
    return msg("It goes by {channels}. For another way, add --channel.", channels=names)


def _offered(found: "Survey", keys: "Mapping[str, Value]") -> str:
    """The day that is answered; Enter takes the first one that fits all rules, `-` none."""
    from valuegen.cli.add_sorts import DATE
    from valuegen.cli.fields import ask_text
    from valuegen.cli.understood import understood

    assert found.plan
    is_sought, first = _first_day(found, keys)
    if first:
        question = msg("On which day? (Enter: {day}, the first that fits; -: none yet)", day=first.isoformat())
    elif is_sought:
        question = msg("On which day? (no day fits all promises within a year; Enter: none yet)")
    else:
        question = msg("On which day? (Enter: none yet)")
    while True:
        answer = ask_text(click.get_current_context(), question)
        if answer in ("", "-"):
            return "" if answer == "-" or first is None else first.isoformat()
        read = understood(DATE, found.plan, answer)
        if isinstance(read, Message):
            say_err(read)
        else:
            tell_read(answer, read)
            return read


def _first_day(found: "Survey", keys: "Mapping[str, Value]") -> tuple[bool, date | None]:
    """Whether it was looked for, and the first day that fits for each of its segments."""
    from valuegen.cli.suggest_words import why_never
    from valuegen.remedy.suggest import Suggester

    assert found.plan
    assert found.policy
    segments, kinds = tuple(map(str, keys.get("segments", ()))), (str(keys["kind"]),)
    ways = ways_of(found.plan, keys)
    suggester, days = Suggester(found.plan, found.policy), list[tuple[date, ...]]()
    for segment in segments:
        suggested = next(iter(suggester.for_kinds(segment, kinds, 1 if len(segments) == 1 else _MOST_DAYS, ways)))
        if not suggested.days:
            say_err(why_never(suggested))
            return True, None
        days.append(suggested.days)
    return False, min(set(days[0]).intersection(*days[1:]), default=None) if days else None


def contact_of(found: "Survey", keys: "dict[str, Value]") -> "Iterator[Change]":
    """A new contact."""
    from valuegen.model.slug import slug_of
    from valuegen.write.where import collection_file, free_id

    assert found.plan
    refuse_contact(found.plan.workspace, keys)
    taken = found.plan.workspace.contacts or {}
    id = keys.pop("id", None) or free_id(_cut(slug_of(str(keys["name"]))), taken)
    if "birthday" in keys:
        keys["dates"] = {"birthday": str(keys.pop("birthday"))}
    how, on = keys.pop("agreed", ""), str(keys.pop("agreed_on", ""))
    if how or on:
        day = {"on": on or found.plan.as_of.day.isoformat()}
        keys["agreed"] = {**day, "how": how} if how else day
    segments = keys["segments"]
    like = (one.place.file for one in taken.values() if set(one.segments) & {*segments})
    yield _with(found, collection_file(found.reading.sources.texts, "contacts", like), {"id": id, **keys})


def need_of(found: "Survey", keys: "dict[str, Value]") -> "Iterator[Change]":
    """A new need."""
    assert found.plan
    refuse_need(found.plan.workspace, keys)
    _agree_to_come(found, str(keys.get("heard", "")))
    yield _need(found, keys)


def _need(found: "Survey", keys: "dict[str, Value]") -> "Change":
    from valuegen.model.slug import slug_of
    from valuegen.write.where import collection_file, free_id

    assert found.plan
    taken = found.plan.workspace.needs or {}
    id = keys.pop("id", None) or free_id(_cut(slug_of(str(keys["needs"]))), taken)
    heard = keys.pop("heard", found.plan.as_of.day.isoformat())
    last = ("asked", "needs")
    whole = {"id": id, "heard": heard, **{key: value for key, value in keys.items() if key not in last}}
    whole |= {key: keys[key] for key in last if key in keys}
    return _with(found, collection_file(found.reading.sources.texts, "needs"), whole, in_one_line=True)


def log_of(found: "Survey", keys: "dict[str, Value]") -> "Iterator[Change]":
    """A new line of the log, and the need that was heard in it."""
    from valuegen.write.where import collection_file

    assert found.plan
    keys.pop("reply_from", None)
    need = keys.pop("need", None)
    day = str(keys.pop("date", found.plan.as_of.day.isoformat()))
    _agree_to_come(found, day)
    order = ("contact", "by", "channel", "what")
    whole: dict[str, Value] = {"date": day, **{key: keys[key] for key in order if key in keys}}
    whole |= {key: value for key, value in keys.items() if key not in order}
    twin = log_twin(found.plan.workspace, whole)
    ctx = click.get_current_context()
    if twin is not None and not ctx.params["yes"]:
        ask(ctx, again(twin))
    yield _with(found, collection_file(found.reading.sources.texts, "log"), whole, in_one_line=True)
    if need is not None:
        heard: dict[str, Value] = {"heard": day[: len("2026-12-03")], "needs": need}
        for key, of_line in (("from", "contact"), ("where", "channel"), ("asked", "note")):
            if of_line in whole:
                heard[key] = whole[of_line]
        held = need_twin(found.plan.workspace, heard)
        if held is None:
            yield _need(found, heard)
        else:
            say_err(msg("The need is written down already: {id}.", id=held[0]))


def _agree_to_come(found: "Survey", day: str) -> None:
    """Ask about what has happened, as is said, on a day to come: the year may be wrong."""
    ctx, said = click.get_current_context(), _day(day)
    assert found.plan
    if said is not None and said > found.plan.as_of.day and not ctx.params["yes"]:
        ask(ctx, msg("{day} is still to come. Write it all the same?", day=said))


def _with(
    found: "Survey", file: str, keys: "Mapping[str, Value]", after: int | None = None, in_one_line: bool = False
) -> "Change":
    from valuegen.write.change import CannotChange, Change
    from valuegen.write.items import with_item

    texts = found.reading.sources.texts
    old = texts.get(file, "")
    try:
        return Change(file, old, with_item(old, keys, after, in_one_line), is_new=file not in texts)
    except CannotChange as error:
        raise CannotChange(file) from error


def _cut(slug: str) -> str:
    return slug if len(slug) <= _LONGEST_ID else slug[:_LONGEST_ID].rpartition("-")[0] or slug[:_LONGEST_ID]


def _day(text: str) -> date | None:
    """The day as it was given; one that is none is told of where it is read."""
    try:
        return date.fromisoformat(text[: len("2026-12-03")])
    except ValueError:
        return None
