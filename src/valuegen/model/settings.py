"""`valuegen.yaml`: the site, the rules, the products."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, PlainValidator

from valuegen.model.base import (
    Day,
    Flag,
    Id,
    Language,
    Line,
    Name,
    RateOf,
    Record,
    Span,
    Yearly,
    choice,
    one,
    several,
    single,
)
from valuegen.model.contact_ways import Email, Phone, SiteUrl, Url
from valuegen.model.values import Wrong, YearlyDate, read_yearly
from valuegen.words import msg


class RuleSetting(Record):
    """What a workspace says of one rule: a level (or None: the rule's own), and options not yet read."""

    level: str | None = None
    options: Mapping[str, Any] = {}


def _rule_setting(value: object) -> RuleSetting:
    value = single(value)
    if isinstance(value, str):
        return RuleSetting(level=value)
    if isinstance(value, dict):
        level = value.get("level")
        if level is None or isinstance(level, str):
            return RuleSetting(level=level, options={key: option for key, option in value.items() if key != "level"})
    raise Wrong(
        msg("A rule takes a level, or a level and its options."),
        msg("Write, for example, “pitch-share: {{max: 20%}}” or “too-quiet: off”."),
    )


RuleSettings = Annotated[Mapping[str, Annotated[RuleSetting, PlainValidator(_rule_setting)]], BeforeValidator(single)]
"""Rule's name -> setting; names, levels and options are judged by `check`, which knows the rules."""


class Owner(Record):
    """Whose site it is, where there is no `people.yaml`."""

    name: Line
    email: Email | None = None
    phone: Phone | None = None


class Permalinks(Record):
    """The forms of addresses. Judged when the workspace is read."""

    post: Line = "/{slug}/"
    segment: Line = "/para/{id}/"
    topic: Line = "/temas/{id}/"


class Site(Record):
    """The public site."""

    title: Line
    tagline: Line | None = None
    url: SiteUrl
    language: Language = "es"
    timezone: Line = "UTC"
    country: Line | None = None
    as_of: Day | None = None
    owner: Annotated[Owner, BeforeValidator(single)] | None = None
    theme: Name = "default"
    search: Flag = True
    permalinks: Annotated[Permalinks, BeforeValidator(single)] = Permalinks()


class Closed(Record):
    """Days on which nobody works: dates, or MM-DD for every year (which may run over New Year)."""

    first: Yearly = Field(alias="from")
    last: Yearly = Field(alias="to")
    why: Line | None = None


class Product(Record):
    """What a pitch sells."""

    id: Id
    name: Line
    url: Url | None = None
    type: Annotated[str, choice("service", "goods")] = "service"


class Goal(Record):
    """What you want to sell, or with how many to talk: `sales` of a product, `conversations`."""

    product: Name | None = None
    segment: Name | None = None
    sales: RateOf | None = None
    conversations: RateOf | None = None


class MarkdownSettings(Record):
    """Which parser reads the bodies."""

    engine: Annotated[str, choice("markdown-it", "fast")] = "markdown-it"


def read_leap_day(text: str) -> YearlyDate:
    """The day that stands for 29 February where there is none: the one before, or the one after."""
    day = read_yearly(text)
    if (day.month, day.day) not in ((2, 28), (2, 29), (3, 1)):
        raise Wrong(msg("“{text}” is not next to 29 February.", text=text), msg("Write 02-28 or 03-01."))
    return day


class ReminderSettings(Record):
    """Spans in days; `leap_day` stands for 29 February in common years."""

    horizon: Span = 90
    lead: Span = 3
    greet: Span = 2
    follow_up: Span = 30
    leap_day: Annotated[YearlyDate, one(read_leap_day)] = YearlyDate(2, 28)


class WordsSetting(Record):
    """What a workspace says of one list of words: what it adds, and what it takes out."""

    add: Annotated[tuple[Line, ...], BeforeValidator(several)] = ()
    without: Annotated[tuple[Line, ...], BeforeValidator(several)] = Field((), alias="except")


def _options(value: object) -> Mapping[str, Any]:
    value = single(value)
    if isinstance(value, Mapping):
        return value
    if isinstance(value, str):
        raise Wrong(
            msg("`theme` holds the options of the theme; which theme it is, `site` says."),
            msg("Under `site:`, write: {cure}", cure=f"theme: {value}"),
        )
    raise Wrong(
        msg("Keys and their values are expected here."),
        msg("Write, for example: {example}", example="theme: {footer: …}"),
    )


class Settings(Record):
    """All of `valuegen.yaml`, after `extends`. `people` and `channels` of a base are read with the collections."""

    site: Annotated[Site, BeforeValidator(single)]
    closed: Annotated[tuple[Closed, ...], BeforeValidator(several)] = ()
    products: tuple[Product, ...] = ()
    goals: Annotated[tuple[Goal, ...], BeforeValidator(several)] = ()
    profile: Annotated[str, choice("full", "gentle")] = "full"
    rules: RuleSettings = {}
    theme: Annotated[Mapping[str, Any], PlainValidator(_options)] = {}
    words: Annotated[Mapping[str, WordsSetting], BeforeValidator(single)] = {}
    markdown: Annotated[MarkdownSettings, BeforeValidator(single)] = MarkdownSettings()
    reminders: Annotated[ReminderSettings, BeforeValidator(single)] = ReminderSettings()
