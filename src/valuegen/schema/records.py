"""A model → the schema of its records: keys, how else they may be written, what may stand under each."""

from collections.abc import Callable
from dataclasses import dataclass, field
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import PlainValidator

from valuegen.model.base import Choice, One, Record, several, some
from valuegen.model.segment import Segment
from valuegen.model.settings import RuleSetting, Settings, WordsSetting
from valuegen.read.form import Form as Keys
from valuegen.read.form import form_of
from valuegen.schema.known import Known
from valuegen.schema.refers import REFERS
from valuegen.schema.rules import reasons, rule_settings, theme_options, word_lists
from valuegen.schema.told import TOLD
from valuegen.schema.values import FORMS, SPECIAL, Schema, among, many_of, one_of, strict
from valuegen.words import Message, msg

_NEW = msg(
    "There is no such name here yet. Where you have just written it: `valuegen schema --all` brings this list "
    "up to date."
)


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes schemas of models: what is known of the workspace, and how a sentence is said.

    `definitions`: what has been made so far of what may stand in several places, by its name.
    """

    known: Known
    say: Callable[[Message], str]
    definitions: dict[str, Schema] = field(default_factory=dict)

    def defined(self, name: str, make: Callable[[], Schema]) -> Schema:
        """A reference to a definition, which is made once."""
        if name not in self.definitions:
            self.definitions[name] = make()
        return {"$ref": f"#/definitions/{name}"}

    def record(self, model: type[Record], hidden: tuple[str, ...] = (), strict_keys: bool = True) -> Schema:
        """The schema of a record. Not `strict_keys`: what it requires may come from elsewhere."""
        form = form_of(model, hidden)
        properties: Schema = {}
        for key in form.known:
            held = self._key(model, form, key, optional=not strict_keys or key not in form.required)
            for way in form.ways(key):
                # the other number of a word is right, and not offered
                properties[way] = held if way == key else _in_other_number(held)
        made: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
        twins = {way: {"not": {"required": [key]}} for way, key in form.keys.items() if way != key}
        if twins:
            made["dependencies"] = twins
        if strict_keys:
            made |= self._required(form)
        return made

    @staticmethod
    def _required(form: Keys) -> Schema:
        plain = [key for key in form.required if len(form.ways(key)) == 1]
        either = [
            {"anyOf": [{"required": [way]} for way in form.ways(key)]} for key in form.required if key not in plain
        ]
        return ({"required": plain} if plain else {}) | ({"allOf": either} if either else {})

    def _key(self, model: type[Record], form: Keys, key: str, optional: bool) -> Schema:
        name, info = next((name, info) for name, info in model.model_fields.items() if (info.alias or name) == key)
        kind = Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation
        held = self._of(kind, (model, name), optional)
        return {"description": self.say(TOLD[model][key]), **held}

    def _under(self, model: type[Record]) -> Schema:
        """A record that stands under a key of another."""
        return self.defined(model.__name__, lambda: self.record(model))

    def _of(self, kind: Any, at: tuple[type[Record], str], optional: bool) -> Schema:
        """The schema of what a field may hold. `at`: the field, for what it refers to."""
        bare, marks = _apart(kind)
        if at[1] == "allow":
            return one_of(self.defined("reasons", lambda: reasons(self.say)), plain=False, optional=optional)
        if at == (Settings, "theme"):
            return one_of(theme_options(self.known.options, self.say), plain=False, optional=optional)
        if at == (Settings, "words"):
            return one_of(word_lists(self._under(WordsSetting), self.say), plain=False, optional=optional)
        reader = next((mark.func for mark in marks if isinstance(mark, PlainValidator)), None)
        if isinstance(reader, One):
            value, plain = self._value(reader, at)
            return one_of(value, plain, optional)
        if get_origin(bare) is tuple:
            return self._list(get_args(bare)[0], marks, at, optional)
        if isinstance(bare, type) and issubclass(bare, Record):
            return one_of(self._under(bare), plain=False, optional=optional)
        assert get_origin(bare) is not None, (at, kind)
        return self._mapping(get_args(bare)[1], optional, at)

    def _list(self, inner: Any, marks: tuple[Any, ...], at: tuple[type[Record], str], optional: bool) -> Schema:
        bare, inner_marks = _apart(inner)
        least = 1 if any(getattr(mark, "func", None) is some for mark in marks) else 0
        assert any(getattr(mark, "func", None) is several for mark in marks) or isinstance(bare, type)
        if isinstance(bare, type) and issubclass(bare, Record):
            return many_of(self._under(bare), plain=False, optional=optional)
        reader = next(mark.func for mark in inner_marks if isinstance(mark, PlainValidator))
        assert isinstance(reader, One)
        value, plain = self._value(reader, at)
        return many_of(value, plain, optional, least)

    def _mapping(self, value: Any, optional: bool, at: tuple[type[Record], str]) -> Schema:
        bare, marks = _apart(value)
        if bare is RuleSetting:
            rules = self.defined("rules", lambda: rule_settings(self.say, of_segment=at[0] is Segment))
            return one_of(rules, plain=False, optional=optional)
        reader = next((mark.func for mark in marks if isinstance(mark, PlainValidator)), None)
        if isinstance(reader, One):
            held, plain = self._value(reader, at)
            held = one_of(held, plain, optional=False)
        else:
            held = one_of(self._under(bare), plain=False, optional=False)
        return one_of({"type": "object", "additionalProperties": held}, plain=False, optional=optional)

    def _value(self, reader: One, at: tuple[type[Record], str]) -> tuple[Schema, bool]:
        """One value of a field, and whether it is a text of any kind."""
        sort = REFERS.get(at)
        if sort is not None and sort.name in self.known.names:
            names = self.defined(sort.name, lambda: among(self.known.names[sort.name], self.say(_NEW)))
            return (names if sort.closed else {"anyOf": [names, sort.other]}), False
        if isinstance(reader, Choice):
            return among(reader.names), False
        form = SPECIAL.get(at) or FORMS[reader.read]
        return strict(form, self.say), form.plain


def _in_other_number(held: Schema) -> Schema:
    """The same value under its other name: what that number is of comes first, for an editor to tell of."""
    return {**held, "anyOf": [*held["anyOf"][1:], held["anyOf"][0]], "doNotSuggest": True}


def _apart(kind: Any) -> tuple[Any, tuple[Any, ...]]:
    """A type, and all that annotates it; of what may be None, what else it may be."""
    marks: tuple[Any, ...] = ()
    while True:
        if get_origin(kind) is Annotated:
            kind, *found = get_args(kind)
            marks += tuple(found)
        elif get_origin(kind) in (Union, UnionType) and not any(isinstance(mark, PlainValidator) for mark in marks):
            [kind] = (part for part in get_args(kind) if part is not type(None))
        else:
            return kind, marks
