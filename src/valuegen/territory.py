"""Countries and time zones, what both are called, and how a country writes its dates (CLDR)."""

from collections.abc import Iterable, Iterator


def territory(timezone: str) -> str | None:
    """The country in which a time zone is; None for one of no country, such as UTC."""
    from babel.core import get_global

    found = get_global("zone_territories").get(timezone)
    return str(found) if found and found != "001" else None


def territory_zones(country: str) -> tuple[str, ...]:
    """The time zones of a country; none where it is not known."""
    from babel.core import get_global

    return tuple(get_global("territory_zones").get(country, ())) if country not in ("", "001") else ()


def territory_names(languages: Iterable[str]) -> Iterator[tuple[str, str]]:
    """What each country is called, with its code: ("España", "ES")."""
    from babel import Locale

    for language in languages:
        yield from ((name, code) for code, name in Locale(language).territories.items() if len(code) == len("ES"))


def zone_cities(languages: Iterable[str]) -> Iterator[tuple[str, str]]:
    """What the cities are called after which time zones are named, with the zone: ("Ciudad de México", …)."""
    from babel import Locale

    for language in languages:
        yield from ((said["city"], zone) for zone, said in Locale(language).time_zones.items() if "city" in said)


def zone_itself(timezone: str) -> str:
    """The zone by the name that it has now: older ones are other names of it (Asia/Calcutta is Asia/Kolkata)."""
    from babel.core import get_global

    return str(get_global("zone_aliases").get(timezone, timezone))


def is_day_first(locale: str) -> bool:
    """Whether a locale (es, es-PA, en-GB) writes dates in numbers with the day before the month."""
    from babel import Locale

    pattern = str(Locale.parse(locale, sep="-").date_formats["short"].pattern)
    return pattern.lower().index("d") < pattern.index("M")


def is_spoken_in(country: str, language: str) -> bool:
    """Whether a language is an official one of a country, or of a part of it."""
    from babel.core import get_global

    known = get_global("territory_languages").get(country, {}).get(language)
    return bool(known and known["official_status"])


def money_words(country: str) -> dict[str, str]:
    """How people write the money of a country, in small letters, with its code: $, peso and pesos are MXN in Mexico.
    Nothing where no country, or no money of it, is known."""
    from babel.core import get_global
    from babel.numbers import get_currency_name, get_currency_symbol

    known = get_global("territory_currencies").get(country, ())
    words: dict[str, str] = {}
    for code in [code for code, _, last, is_tender in known if last is None and is_tender][:1]:
        there = next((f"{one}_{country}" for one in ("es", "en") if is_spoken_in(country, one)), "en")
        sign = get_currency_symbol(code, locale=there)
        names = [get_currency_name(code, count=n, locale="es").split()[0] for n in (1, 2)]
        names += [get_currency_name(code, count=n, locale="en").split()[-1] for n in (1, 2)]
        words |= {word.casefold(): code for word in (sign, "$" if "$" in sign else sign, *names)}
    return words
