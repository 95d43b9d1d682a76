"""Of which country the phones of an import are that do not say it."""

from typing import TYPE_CHECKING

from valuegen.cli.frame import wrong_usage
from valuegen.words import msg

if TYPE_CHECKING:
    from valuegen.bring.phones import Phones
    from valuegen.model.workspace import Workspace


def phones_of(workspace: "Workspace", said: str | None) -> "Phones":
    """The country that was said, and that of the site; ends where no rule of numbers is known for the one said."""
    from valuegen.bring.phones import Phones
    from valuegen.model.dialling import COUNTRIES, country_of

    country = {"UK": "GB"}.get(said.upper(), said.upper()) if said else None
    if country and country not in COUNTRIES:
        wrong_usage(
            msg(
                "--country: the numbers of “{name}” are not known here; those of these are: {names}. Write the code "
                "of the country (+57…) in the table.",
                name=said,
                names=COUNTRIES,
            )
        )
    site = workspace.settings.site
    return Phones(country, country_of(site.country, site.timezone))
