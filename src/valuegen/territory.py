"""Which country a time zone is of, and which zones a country has (CLDR)."""


def territory(timezone: str) -> str | None:
    """The country in which a time zone is; None for one of no country, such as UTC."""
    from babel.core import get_global

    found = get_global("zone_territories").get(timezone)
    return str(found) if found and found != "001" else None


def territory_zones(country: str) -> tuple[str, ...]:
    """The time zones of a country; none where it is not known."""
    from babel.core import get_global

    return tuple(get_global("territory_zones").get(country, ())) if country not in ("", "001") else ()
