"""The schema of each file of a workspace."""

from collections.abc import Callable, Mapping

from valuegen.model.base import Record
from valuegen.model.channel import Channel
from valuegen.model.contact import Contact
from valuegen.model.entry import Entry
from valuegen.model.log import LogLine
from valuegen.model.need import Need
from valuegen.model.person import Person
from valuegen.model.segment import Segment
from valuegen.model.settings import Product, Settings
from valuegen.model.values import read_flag
from valuegen.read.entries import HIDDEN
from valuegen.read.keys import OTHER_NAMES
from valuegen.schema.known import Known
from valuegen.schema.records import Maker
from valuegen.schema.values import EMPTY, FORMS, ID, Schema, many_of, one_of, strict
from valuegen.words import Message, msg, say

DRAFT_07 = "http://json-schema.org/draft-07/schema#"
_NOTHING: Schema = {"not": {"type": ["string", "number", "boolean", "object", "array"]}}


def schema_of(name: str, known: Known, language: str) -> Schema:
    """The schema of a file, as JSON, with its descriptions in `language`."""
    maker = Maker(known, lambda message: say(message, language))
    told = say(_TITLES[name], language)
    made = {"$schema": DRAFT_07, "title": f"valuegen: {name}", "description": told, **_MAKERS[name](maker)}
    return made | {"definitions": maker.definitions}


def _collection(model: type[Record]) -> Callable[[Maker], Schema]:
    """A mapping from id to item, a list of items that have `id`, or one such item; or nothing yet."""
    return lambda maker: {"anyOf": [*_collected(maker, model), _NOTHING]}


def _collected(maker: Maker, model: type[Record]) -> list[Schema]:
    """An item under its id need not say it again; one that requires nothing may be nothing."""
    keyed = maker.defined(model.__name__, lambda: maker.record(model))
    maker.definitions[model.__name__] = _without_id(maker.definitions[model.__name__])
    item: Schema = {"allOf": [keyed, {"required": ["id"]}]}
    needs_more = any(name in maker.definitions[model.__name__] for name in ("required", "allOf"))
    under = keyed if needs_more else one_of(keyed, plain=False, optional=True, listed=False)
    by_id = {"type": "object", "propertyNames": {"pattern": f"^{ID}$"}, "additionalProperties": under}
    return [by_id, {"type": "array", "items": item}, item]


def _without_id(record: Schema) -> Schema:
    required = [key for key in record.get("required", ()) if key != "id"]
    return {key: value for key, value in record.items() if key != "required"} | (
        {"required": required} if required else {}
    )


def _settings(maker: Maker) -> Schema:
    """`valuegen.yaml`; where it extends another, what the site requires may stand there."""
    made = maker.record(Settings)
    for key in ("products", "product"):
        told = {
            name: value for name, value in made["properties"][key].items() if name in ("description", "doNotSuggest")
        }
        made["properties"][key] = told | {"anyOf": [*_collected(maker, Product), _NOTHING]}
    extends = one_of({"type": "string", "pattern": r"^[^/\\][^\\]*$"}, plain=False, optional=True)
    made["properties"] = {"extends": {"description": maker.say(KEYS["extends"]), **extends}, **made["properties"]}
    for name in ("Site", "Owner"):  # what they require may stand in the other file
        maker.definitions[name].pop("required")
    del made["required"]
    site = {"required": ["title", "url"], "properties": {"owner": {"required": ["name"]}}}
    return made | {
        "if": {"required": ["extends"], "properties": {"extends": {"type": ["string", "array"]}}},
        "else": {"required": ["site"], "properties": {"site": site}},
    }


def _calendar(maker: Maker) -> Schema:
    """A list of entries, `{defaults, entries}`, or one entry; or nothing yet."""
    part = maker.defined("Entry", lambda: maker.record(Entry, HIDDEN, strict_keys=False))
    maker.definitions["Entry"]["dependencies"]["text"] = {"not": {"required": ["body"]}}
    entry: Schema = {"allOf": [part, _present(maker, "title", "kind"), _for_somebody()]}
    shaped = {
        "type": "object",
        "properties": {
            "defaults": {"description": maker.say(KEYS["defaults"]), **one_of(part, plain=False, optional=True)},
            "entries": {"description": maker.say(KEYS["entries"]), **many_of(part, plain=False, optional=True)},
        },
        "additionalProperties": False,
        # with no defaults, each entry says all that it has to
        "if": {"required": ["defaults"]},
        "else": {"properties": {"entries": many_of(entry, plain=False, optional=True)}},
    }
    listed = {"type": "array", "items": entry}
    return {"anyOf": [listed, shaped, entry, _NOTHING]}


def _present(maker: Maker, *keys: str) -> Schema:
    """The keys, each with something after it."""
    written = {"if": {"type": "null"}, "then": {"type": "string", "errorMessage": maker.say(EMPTY)}}
    return {"required": [*keys], "properties": dict.fromkeys(keys, written)}


def _for_somebody() -> Schema:
    return {"anyOf": [{"required": [key]} for key in ("segments", "segment", "contacts", "contact")]}


def _post(maker: Maker) -> Schema:
    """The front matter of a Markdown file that is an entry by itself: any other key of another program is kept."""
    made = maker.record(Entry, HIDDEN, strict_keys=False)
    properties = made["properties"]
    for key, other in OTHER_NAMES.items():
        properties[key] = {**properties[other], "description": maker.say(KEYS[key])}
    flag = strict(FORMS[read_flag], maker.say)
    properties["draft"] = {"description": maker.say(KEYS["draft"]), **one_of(flag, plain=False, optional=True)}
    for key in ("body", "text"):
        properties[key] = _NOTHING | {"doNotSuggest": True}
    return made | {"additionalProperties": True, "allOf": [_present(maker, "title", "date")]}


def _log(maker: Maker) -> Schema:
    """A list of lines, or one of them; or nothing yet."""
    line = maker.defined("LogLine", lambda: maker.record(LogLine))
    return {"anyOf": [{"type": "array", "items": line}, line, _NOTHING]}


_MAKERS: Mapping[str, Callable[[Maker], Schema]] = {
    "valuegen": _settings,
    "segments": _collection(Segment),
    "people": _collection(Person),
    "channels": _collection(Channel),
    "calendar": _calendar,
    "post": _post,
    "needs": _collection(Need),
    "contacts": _collection(Contact),
    "log": _log,
}
NAMES = tuple(_MAKERS)
_TITLES: Mapping[str, Message] = {
    "valuegen": msg("The site, the rules, the products."),
    "segments": msg("Groups of clients with something in common."),
    "people": msg("Your own team."),
    "channels": msg("Where you meet your clients: what is other than in the built-in channels, and new ones."),
    "calendar": msg("The editorial calendar: what you will tell them, and when."),
    "post": msg("The head of a post: an entry of the calendar by itself."),
    "needs": msg("What clients told you that they need. Private."),
    "contacts": msg("Your clients, one by one. Private."),
    "log": msg("What really happened. Private."),
}
KEYS: Mapping[str, Message] = {
    "extends": msg("A file to take as a base, by its path from this one: what is written here wins."),
    "defaults": msg("What every entry of this file has, unless it says otherwise."),
    "entries": msg("The entries of this file."),
    "tags": msg("What it is about: the same as `topics`."),
    "description": msg("A line for lists and feeds: the same as `summary`."),
    "draft": msg("Whether it is a draft, and not published (default: no)."),
}
"""What the keys are for that are no fields of a model."""
