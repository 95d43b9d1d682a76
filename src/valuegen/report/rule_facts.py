"""What is to be known of a rule besides its text, in words: its level, its options, when it looks and when not."""

from collections.abc import Iterator
from typing import NamedTuple

from valuegen.rules.found import Rule
from valuegen.rules.policy import OFF
from valuegen.rules.written import written_options
from valuegen.words import Message, msg, nmsg


class Fact(NamedTuple):
    """A label and what stands beside it."""

    label: Message
    text: Message


def facts_of(rule: Rule) -> Iterator[Fact]:
    """The facts of a rule, in the order in which they are shown."""
    traits = rule.TRAITS
    yield Fact(msg("Level"), level_words(rule))
    options = written_options(traits.options())
    if options:
        shown = ", ".join(f"{name}: {value}" for name, value in options.items())
        yield Fact(msg("Defaults"), msg("{options}", options=shown))
    if traits.keeps_level:
        yield Fact(msg("Past"), msg("what is found keeps its level, whatever its date"))
    if traits.level != OFF:
        on = msg("on in full and gentle") if traits.gentle else msg("on in full, off in gentle")
        yield Fact(msg("Profiles"), on)
    if traits.needs:
        files = tuple(f"{name}.yaml" for name in traits.needs)
        needs = (
            msg("one of {files}; without any of them the rule is skipped", files=files)
            if traits.any_of and len(files) > 1
            else nmsg(
                "{files}; where it is not there, the rule is skipped",
                "{files}; where one of them is not there, the rule is skipped",
                len(files),
                files=files,
            )
        )
        yield Fact(msg("Looks at"), needs)
    if not traits.locked:
        yield Fact(msg("Silence"), msg("`allow: {{{rule}: the reason}}`", rule=rule.NAME))


def level_words(rule: Rule) -> Message:
    """Its level, and whether that can be changed."""
    level = rule.TRAITS.level
    if rule.TRAITS.locked:
        return msg("{level}; it can't be silenced or lowered", level=level)
    if level == OFF:
        return msg("off, until you turn it on with `rules: {{{rule}: warning}}`", rule=rule.NAME)
    return {
        "error": msg("error: with it nothing is published"),
        "warning": msg("warning: it fails under --strict"),
        "todo": msg("todo: owed to somebody, or left undone"),
        "note": msg("note: for you to know"),
    }[level]
