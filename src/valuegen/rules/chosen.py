"""Reads what a workspace says of the rules: levels and options, with a finding for each that can't be."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any

from valuegen.finding import LEVELS, Finding, Mend, Place
from valuegen.model.segment import Segment
from valuegen.model.settings import RuleSetting, Settings
from valuegen.model.values import Wrong
from valuegen.rules.found import Rule, Traits
from valuegen.rules.nearest import meant
from valuegen.rules.own_words import mistakes_in_words
from valuegen.rules.policy import OFF, Choice, Policy
from valuegen.words import Message, msg

FORMAT = "format"
KNOWN_LEVELS = (*LEVELS, OFF)


@dataclass(frozen=True, slots=True)
class _Said:
    """The rules of a workspace or of a segment, and where they stand."""

    rules: Mapping[str, RuleSetting]
    record: Settings | Segment
    segment: str | None = None

    def place(self, *path: str) -> Place:
        return self.record.where("rules", *path)


def policy_of(
    rules: Sequence[Rule], settings: Settings, segments: Mapping[str, Segment]
) -> tuple[Policy, tuple[Finding, ...]]:
    """What is in force, and what is wrong with what was said of it; where that is so, the default is in force."""
    mistakes: list[Finding] = [*mistakes_in_words(settings)]
    said = _Said(settings.rules, settings)
    mistakes += _unknown(said, rules)
    choices = {}
    for rule in rules:
        setting = settings.rules.get(rule.NAME, RuleSetting())
        start = Choice(_default_level(rule.TRAITS, settings.profile), rule.TRAITS.options())
        choices[rule.NAME] = _chosen(rule, start, setting, said, mistakes)
    own: dict[tuple[str, str], Choice] = {}
    for id, segment in segments.items():
        said = _Said(segment.rules, segment, id)
        mistakes += (*_unknown(said, rules), *_idle(said, rules))
        for rule in rules:
            if rule.NAME in segment.rules:
                own[id, rule.NAME] = _chosen(rule, choices[rule.NAME], segment.rules[rule.NAME], said, mistakes)
    locked = frozenset(rule.NAME for rule in rules if rule.TRAITS.locked)
    return Policy(choices, own, locked), tuple(mistakes)


def wrong(message: Message, place: Place, mend: Message | None, segment: str | None = None) -> Finding:
    """A mistake in what was written."""
    return Finding(FORMAT, "error", message, place, segment=segment, mend=Mend(mend) if mend else None)


def _default_level(traits: Traits, profile: str) -> str:
    return OFF if profile == "gentle" and not traits.gentle else traits.level


def _unknown(said: _Said, rules: Sequence[Rule]) -> Iterator[Finding]:
    built = [rule.NAME for rule in rules]
    for name in said.rules:
        if name not in built:
            told = msg("There is no rule “{name}”.", name=name)
            yield wrong(told, said.place(name), meant(name, built), said.segment)


def _idle(said: _Said, rules: Sequence[Rule]) -> Iterator[Finding]:
    """What a segment says of rules that find nothing about segments: it changes nothing."""
    for rule in rules:
        setting = said.rules.get(rule.NAME)
        if setting is None or rule.TRAITS.of_segments:
            continue
        if setting.level is None or not _refused_level(rule.NAME, rule.TRAITS.locked, setting.level):
            told = msg("“{rule}” is not about segments: setting it on one of them changes nothing.", rule=rule.NAME)
            mend = msg("Remove it, or put it under `rules` in valuegen.yaml, where it applies to everybody.")
            yield Finding(FORMAT, "warning", told, said.place(rule.NAME), segment=said.segment, mend=Mend(mend))


def _chosen(rule: Rule, start: Choice, setting: RuleSetting, said: _Said, mistakes: list[Finding]) -> Choice:
    level = start.level
    if setting.level is not None:
        refused = _refused_level(rule.NAME, rule.TRAITS.locked, setting.level)
        if refused:
            place = said.place(rule.NAME, "level") if setting.options else said.place(rule.NAME)
            mistakes.append(wrong(refused[0], place, refused[1], said.segment))
        else:
            level = setting.level
    return Choice(level, _options(rule, start.options, setting.options, said, mistakes))


def _refused_level(rule: str, is_locked: bool, level: str) -> tuple[Message, Message] | None:
    if level not in KNOWN_LEVELS:
        return msg("“{level}” is not a level a rule can have.", level=level), meant(level, KNOWN_LEVELS)
    if is_locked and level != "error":
        return (
            msg("“{rule}” can be neither silenced nor set below “error”.", rule=rule),
            msg("Remove this level."),
        )
    return None


def _options(rule: Rule, start: Any, raw: Mapping[str, Any], said: _Said, mistakes: list[Finding]) -> Any:
    known = {field.name.removesuffix("_"): field for field in fields(start)}  # `from_`: a word of Python's own
    values = {field.name: getattr(start, field.name) for field in known.values()}
    for key, value in raw.items():
        place = said.place(rule.NAME, key)
        if key not in known:
            told = msg("“{rule}” has no option “{key}”.", rule=rule.NAME, key=key)
            none = msg("It has no options: remove this.")
            mend = meant(key, ("level", *known)) if known else none
            mistakes.append(wrong(told, place, mend, said.segment))
            continue
        try:
            values[known[key].name] = known[key].metadata["read"](value)
        except Wrong as error:
            mistakes.append(wrong(error.message, place, error.mend, said.segment))
    return type(start)(**values)
