"""What may stand under `rules:`, `allow:`, `words:` and `theme:`: names that are no fields of the model."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any

from valuegen.judge import list_names
from valuegen.model.texts import line_of
from valuegen.model.theme import Option
from valuegen.model.values import read_flag
from valuegen.rules import ALL
from valuegen.rules.card import card_of
from valuegen.rules.chosen import KNOWN_LEVELS
from valuegen.rules.found import Rule
from valuegen.schema.values import FORMS, Schema, among, many_of, one_of, strict
from valuegen.words import Message, msg

Say = Callable[[Message], str]


def rule_settings(say: Say, of_segment: bool = False) -> Schema:
    """A rule's name → a level, or a level and its options. Of a segment, those that find something about one first."""
    properties = {rule.NAME: _rule(rule, say) for rule in ALL}
    if of_segment:
        idle = {rule.NAME for rule in ALL if not rule.TRAITS.of_segments}
        properties = {
            name: {**held, "doNotSuggest": True} if name in idle else held for name, held in properties.items()
        }
    return _mapping(properties)


def _rule(rule: Rule, say: Say) -> Schema:
    levels = among(("error",) if rule.TRAITS.locked else KNOWN_LEVELS)
    about = " ".join(say(part) for part in card_of(rule).options if isinstance(part, Message))
    options = {"level": {"description": say(msg("How grave what it finds is.")), **one_of(levels, False, False)}}
    for one in fields(rule.TRAITS.options()):
        options[one.name.removesuffix("_")] = {"description": about, **_rule_option(one.metadata.get("reader"), say)}
    setting = {"anyOf": [levels, _mapping(options)]}
    return {"description": say(card_of(rule).title), **one_of(setting, plain=False, optional=False)}


def _rule_option(reader: Callable[[str], Any] | None, say: Say) -> Schema:
    """An option that is read from one text; any other takes words."""
    form = FORMS[reader or line_of]
    made = strict(form, say)
    return one_of(made, form.plain, False) if reader else many_of(made, form.plain, False)


def reasons(say: Say) -> Schema:
    """A rule's name → why it is silenced there."""
    why = one_of(strict(FORMS[line_of], say), plain=True, optional=False)
    silenced = {rule.NAME: {"description": say(card_of(rule).title), **why} for rule in ALL if not rule.TRAITS.locked}
    return _mapping(silenced)


def word_lists(words: Schema, say: Say) -> Schema:
    """A list's name → what is added to it, and taken out of it."""
    told = say(
        msg("The list of words “{name}”; `valuegen explain RULE` tells which lists a rule looks through.", name="{}")
    )
    properties = {
        name: {"description": told.format(name), **one_of(words, plain=False, optional=False)} for name in list_names()
    }
    return _mapping(properties)


def theme_options(options: Mapping[str, Option] | None, say: Say) -> Schema:
    """The options that the theme declares; of a theme that is not known, any."""
    if options is None:
        return {"type": "object"}
    properties = {name: {"description": one.about or name, **_option(one, say)} for name, one in options.items()}
    return _mapping(properties)


def _option(option: Option, say: Say) -> Schema:
    if option.type == "choice":
        return one_of(among(option.of), plain=False, optional=True)
    if option.type == "flag":
        return one_of(strict(FORMS[read_flag], say), plain=False, optional=True)
    if option.type in ("colour", "links"):
        return {}
    return one_of({"type": ["string", "number"]}, plain=option.type == "text", optional=True)


def _mapping(properties: Mapping[str, Any]) -> Schema:
    return {"type": "object", "properties": dict(properties), "additionalProperties": False}
