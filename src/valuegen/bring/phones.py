"""Phones without the code of their country: told, with how all of them are mended at once."""

from collections.abc import Iterable
from dataclasses import dataclass

from valuegen.bring.parts import Item, Left
from valuegen.model.dialling import lacks_country, with_country
from valuegen.words import nmsg

_NAMED = 3
"""So many places are named; the rest is as they are."""


@dataclass(frozen=True, slots=True)
class Phones:
    """Of which country the phones are that do not say it: `country` as it was said; `here`: that of the site."""

    country: str | None = None
    here: str | None = None


def local_phones(items: list[Item], here: str | None) -> Iterable[Left]:
    """One line for all phones that nobody abroad could dial, and WhatsApp neither; with how to mend all of them."""
    local = [one for one in items if "phone" in one.keys and lacks_country(str(one.keys["phone"]))]
    if not local:
        return
    places = ", ".join(str(one.at) for one in local[:_NAMED]) + (", …" if len(local) > _NAMED else "")
    fitting = next((found for one in local if (found := with_country(str(one.keys["phone"]), here or ""))), None)
    if fitting:
        yield Left(
            local[0].at,
            nmsg(
                "{n} phone has no country code ({places}), so there is no WhatsApp link. If it is from {country}, add "
                "--country {country}, and it becomes {number}.",
                "{n} phones have no country code ({places}), so there are no WhatsApp links. If they are from "
                "{country}, add --country {country}, and they become {number} and so on.",
                len(local),
                places=places,
                country=here,
                number=fitting,
            ),
        )
    else:
        yield Left(
            local[0].at,
            nmsg(
                "{n} phone has no country code ({places}), so there is no WhatsApp link. Write it before the number "
                "(+57…), or add --country with the country it is from.",
                "{n} phones have no country code ({places}), so there are no WhatsApp links. Write it before the "
                "numbers (+57…), or add --country with the country they are from.",
                len(local),
                places=places,
            ),
        )
