"""People of an address book or a table → contacts, those apart who are here already."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from valuegen.bring.clean import brief, email_of, id_of, many_lines, one_line, phone_of, taken, yearly_of
from valuegen.bring.parts import At, Brought, Item, Left, OptOut, Value
from valuegen.bring.phones import Phones, local_phones
from valuegen.bring.wishes import CONTRARY, asked_since, is_unasked, says_yes, wishes_of
from valuegen.leaks.fold import fold
from valuegen.model.contact import Contact
from valuegen.model.dialling import with_country
from valuegen.model.values import is_id
from valuegen.read.dates import BIRTHDAYS
from valuegen.words import Message, msg

LAST = 9
"""So many last digits of a phone are one; of fewer than seven nothing is known."""
_READERS: dict[str, Callable[[str], str]] = {"email": email_of, "phone": phone_of, "about": many_lines}
_BIRTHDAY = "birthday"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody, as another program has them: texts by our keys; `dates` by what they are (yearly);
    `month_first`: the keys whose dates are written so."""

    at: At
    keys: Mapping[str, str]
    dates: Mapping[str, str] = field(default_factory=dict)
    topics: tuple[str, ...] = ()
    segments: tuple[str, ...] = ()
    month_first: frozenset[str] = frozenset()


class Known:
    """Who is known: by address, and by name where nothing speaks against it."""

    def __init__(self, contacts: Iterable[Contact]) -> None:
        self._by_email: dict[str, str] = {}
        self._by_name: dict[bytes, list[tuple[str, str, str]]] = {}
        self.ids: set[str] = set()
        for one in contacts:
            self.add(one.id, one.name, one.email or "", one.phone or "")

    def add(self, id: str, name: str, email: str, phone: str) -> None:
        """One more."""
        self.ids.add(id)
        if email:
            self._by_email.setdefault(email.casefold(), id)
        self._by_name.setdefault(fold(name), []).append((id, email.casefold(), _end(phone)))

    def with_email(self, email: str) -> str | None:
        """The id of who has this address."""
        return self._by_email.get(email.casefold())

    def same(self, name: str, email: str, phone: str) -> str | None:
        """The id of who has this address, or this name without another address and another phone."""
        found = self.with_email(email) if email else None
        if found:
            return found
        for id, other, digits in self._by_name.get(fold(name), ()):
            if not (email and other and email.casefold() != other and _end(phone) != digits):
                return id
        return None


def _end(phone: str) -> str:
    digits = "".join(filter(str.isdigit, phone))
    return digits[-LAST:] if len(digits) >= 7 else ""


def contacts_of(
    people: Iterable[Person], contacts: Mapping[str, Contact], segment: str | None, phones: Phones
) -> Brought:
    """Those who are new, as items of the contacts; `segment`: of who says none.

    Who is here already stays as they are, but for what they asked for: not to be written to, or no offers. What else is
    said of them, and is not known here, is named.
    """
    known = Known(contacts.values())
    items: list[Item] = []
    left: list[Left] = []
    here: list[Left] = []
    asked: dict[tuple[str, str], OptOut] = {}
    new: dict[str, dict[str, Value]] = {}
    for person in people:
        notes: list[Left] = []
        keys = _keys(person, segment, notes, phones.country)
        if keys is None:
            left += notes
            continue
        told = tuple(str(keys.get(key, "")) for key in ("name", "email", "phone"))
        same = known.same(*told)
        if same is None and not keys["segments"]:
            left.append(Left(person.at, msg("“{name}” has no segment: add --segment.", name=brief(told[0]))))
            continue
        left += notes
        if same is not None and same in contacts:
            what = msg("“{id}” is among your contacts already.", id=same)
            here.append(Left(person.at, _with_more(what, _more(person, keys, partial(getattr, contacts[same])))))
            for key in CONTRARY:
                if key in keys and getattr(contacts[same], key) is None:
                    asked.setdefault((same, key), OptOut(same, str(keys[key]), person.at, key))
            continue
        if same is not None:
            held = new[same]
            here.append(
                Left(person.at, _with_more(msg("The same as {id}, above.", id=same), _more(person, keys, held.get)))
            )
            held |= {key: keys[key] for key in CONTRARY if key in keys and key not in held}
            continue
        wanted = str(keys.get("id", "")) or id_of(told[0])
        id = _free(wanted, known.ids)
        known.add(id, *told)
        new[id] = {"id": id, **{key: value for key, value in keys.items() if key != "id"}}
        items.append(Item(new[id], person.at))
    looks = tuple(local_phones(items, phones.here))
    return Brought(
        contacts=tuple(items),
        opt_outs=tuple(asked.values()),
        here=tuple(here),
        left=tuple(left),
        looks=looks,
    )


def without_segment(people: Iterable[Person], contacts: Mapping[str, Contact]) -> int:
    """How many of them are new, and of no segment."""
    known = Known(contacts.values())
    new = (one for one in people if not one.segments and _name(one.keys).strip())
    return sum(
        known.same(_name(one.keys), one.keys.get("email", "").strip(), one.keys.get("phone", "")) is None for one in new
    )


def _name(keys: Mapping[str, str]) -> str:
    whole = keys.get("name", "")
    return whole if whole.strip() else " ".join(keys[key] for key in ("first", "last") if keys.get(key, "").strip())


def _more(person: Person, keys: Mapping[str, Value], held: Callable[[str], object]) -> Iterator[str]:
    """The keys, and the dates, that are said of somebody and not `held`; what they asked for aside."""
    dates = held("dates")
    known = dates if isinstance(dates, Mapping) else {}
    segments = held("segments")
    if person.segments and isinstance(segments, tuple) and not {*person.segments} <= {*segments}:
        yield "segments"
    for key, value in keys.items():
        if key == "dates" and isinstance(value, Mapping):
            yield from (
                what for what in value if what not in known and not (what in BIRTHDAYS and {*BIRTHDAYS} & {*known})
            )
        elif key not in ("id", "name", "segments", "stage", *CONTRARY) and not held(key):
            yield key


def _with_more(what: Message, more: Iterable[str]) -> Message:
    keys = tuple(more)
    return msg("{what} The file also has: {keys}.", what=what, keys=keys) if keys else what


def _free(wanted: str, taken: set[str]) -> str:
    id, number = wanted, 1
    while id in taken:
        number += 1
        id = f"{wanted}-{number}"
    return id


def _keys(person: Person, segment: str | None, left: list[Left], country: str | None) -> dict[str, Value] | None:
    """The keys of a contact in their order; None where there is no name. What can't be read is left out, and told."""
    raw = {key: text for key, text in person.keys.items() if text.strip()}
    name = _name(raw)
    read = partial(taken, person.at, left)
    keys: dict[str, Value] = {}
    if not name.strip():
        left.append(Left(person.at, msg("There is no name.")))
        return None
    named = read("name", one_line, name)
    if not named:
        return None
    if "id" in raw and is_id(raw["id"].strip()):
        keys["id"] = raw["id"].strip()
    keys["name"] = named
    keys["segments"] = person.segments or ((segment,) if segment else ())
    for key in ("stage", "owner", "channel", "phone", "email", "about"):
        if key in raw and (value := read(key, _READERS.get(key, one_line), raw[key])):
            keys[key] = value
    if country and "phone" in keys:
        keys["phone"] = with_country(str(keys["phone"]), country) or keys["phone"]
    if person.topics:
        keys["cares_about"] = person.topics
    dates = {
        what: read(what, partial(yearly_of, month_first=what in person.month_first), day)
        for what, day in _dates(person)
    }
    if held := {what: day for what, day in dates.items() if day}:
        keys["dates"] = held
    keys |= wishes_of(person.at, left, raw, person.month_first)
    if "came_by" in raw and (value := read("came_by", one_line, raw["came_by"])):
        keys["came_by"] = value
    return keys


def _dates(person: Person) -> Iterable[tuple[str, str]]:
    for what, day in ((_BIRTHDAY, person.keys.get(_BIRTHDAY, "")), *person.dates.items()):
        if day.strip() and not day.strip().startswith("0/0/"):  # Outlook's way of saying nothing
            yield what, day.strip()


def opt_outs_of(people: Iterable[Person], contacts: Mapping[str, Contact]) -> Brought:
    """Contacts who asked not to be written to, by their email; without a day, it holds all the same."""
    known = Known(contacts.values())
    found: dict[str, OptOut] = {}
    here: list[Left] = []
    left: list[Left] = []
    for person in people:
        email = taken(person.at, left, "email", email_of, person.keys.get("email", ""))
        id = known.with_email(email) if email else None
        if not email:
            continue
        asked = person.keys.get("opted_out", "")
        if is_unasked(asked) or says_yes(person.keys.get("may_write", "")):
            left.append(Left(person.at, msg("It says that they may be written to.")))
        elif id is None:
            left.append(Left(person.at, msg("No contact has this address.")))
        elif contacts[id].opted_out is not None or id in found:
            here.append(Left(person.at, msg("“{id}” has opted out already.", id=id)))
        else:
            reader = partial(asked_since, month_first="opted_out" in person.month_first)
            day = taken(person.at, left, "date", reader, asked)
            found[id] = OptOut(id, day or "true", person.at)
    return Brought(opt_outs=tuple(found.values()), here=tuple(here), left=tuple(left))
