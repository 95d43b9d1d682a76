"""People and channels: those written, over those that are always there."""

from typing import Any

from valuegen.model.channel import BUILT_IN, Channel
from valuegen.model.person import Person
from valuegen.model.settings import Settings
from valuegen.model.slug import slug_of
from valuegen.read.gather import Gathered


def people_of(gathered: Gathered[Person], settings: Settings) -> dict[str, Person]:
    """The people; where none is written, one is made of `site.owner`, or at worst of the site's title."""
    if gathered.records or gathered.known:
        return gathered.records
    owner = settings.site.owner
    if owner is None:
        made = Person.model_validate({"id": "owner", "name": settings.site.title, "role": "principal"})
    else:
        data = {"id": slug_of(owner.name), "name": owner.name, "role": "principal"}
        data |= {key: found for key, found in (("email", owner.email), ("phone", owner.phone)) if found}
        made = Person.model_validate(data)
    made.stand(settings.where("site", "owner"), {})
    return {made.id: made}


def channels_of(gathered: Gathered[Channel]) -> dict[str, Channel]:
    """The channels: the built-in ones, changed key by key, and those added."""
    channels = dict(BUILT_IN)
    for id, written in gathered.records.items():
        built_in = BUILT_IN.get(id)
        if built_in is None:
            channels[id] = written
            continue
        changed: dict[str, Any] = {key: getattr(written, key) for key in written.model_fields_set}
        channels[id] = built_in.model_copy(update=changed)
        channels[id].stand_as(written)
    return channels
