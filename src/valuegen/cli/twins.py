"""What is written already, and would be written again: said before it is."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NoReturn

import click

from valuegen.cli.frame import broken
from valuegen.words import Message, msg

if TYPE_CHECKING:
    from valuegen.finding import Place
    from valuegen.model.workspace import Workspace
    from valuegen.write.yaml_text import Value

Keys = Mapping[str, "Value"]
_OF_LOG = ("contact", "by", "channel", "what", "entry", "note")


def refuse_contact(workspace: "Workspace", keys: Keys) -> None:
    """End where a contact has that name, and no id was given that tells this one apart."""
    held = (workspace.contacts or {}).values()
    twin = next((one for one in held if _same(one.name, keys["name"])), None)
    if twin is not None and "id" not in keys:
        _end(
            msg(
                "There is a contact of that name already: {id}. If this is somebody else, give them another --id.",
                id=twin.id,
            )
        )


def refuse_entry(workspace: "Workspace", keys: Keys) -> None:
    """End where an entry of that title stands on that day, for the same receivers, unless a slug tells them apart."""
    day = str(keys.get("date", ""))[: len("2026-12-03")]
    for one in workspace.entries:
        at = one.date.day.isoformat() if one.date else ""
        whom = ({*one.segments}, {*one.contacts})
        if at == day and _same(one.title, keys["title"]) and whom == (_set(keys, "segments"), _set(keys, "contacts")):
            if "slug" in keys:
                return
            place = f"{one.place.file}:{one.place.line}"
            on_day = msg(
                "{slug} has that title, on that day, for the same people ({place}).", slug=one.slug, place=place
            )
            waiting = msg("{slug} has that title, and waits for a day ({place}).", slug=one.slug, place=place)
            message = on_day if day else waiting
            _end(msg("{already} If this is another one, give it another --slug.", already=message))


def refuse_need(workspace: "Workspace", keys: Keys) -> None:
    """End where that need of the same client is written down, unless an id tells them apart."""
    twin = need_twin(workspace, keys)
    if twin is not None and "id" not in keys:
        _end(
            msg(
                "That need is written down already: {id} ({place}). If this is another one, give it another --id.",
                id=twin[0],
                **_at(twin[1]),
            )
        )


def need_twin(workspace: "Workspace", keys: Keys) -> "tuple[str, Place] | None":
    """The id and the place of a need in the same words, of the same client and segment."""
    for one in (workspace.needs or {}).values():
        if _same(one.needs, keys["needs"]) and (one.sender, one.segment) == (keys.get("from"), keys.get("segment")):
            return one.id, one.place
    return None


def log_twin(workspace: "Workspace", keys: Keys) -> "Place | None":
    """The place of a line of the log that says the same of the same day."""
    for one in workspace.log or ():
        if one.date.day.isoformat() == str(keys["date"])[: len("2026-12-03")] and all(
            _same(getattr(one, key) or "", keys.get(key, "")) for key in _OF_LOG
        ):
            return one.place
    return None


def again(place: "Place") -> Message:
    """Whether to write a line of the log once more."""
    return msg("The log says that already ({place}). Write it once more?", **_at(place))


def _same(one: str, other: object) -> bool:
    return _plain(one) == _plain(str(other))


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _set(keys: Keys, key: str) -> set[str]:
    value = keys.get(key, ())
    return {value} if isinstance(value, str) else set(map(str, value))


def _at(place: "Place") -> dict[str, str]:
    return {"place": f"{place.file}:{place.line}"}


def _end(message: Message) -> NoReturn:
    broken(click.get_current_context(), message)
