"""What the program says to people: messages that know no language until they are said.

A `Message` is an English msgid with values; `say` gives its sentence in a language: the
catalogue's translation (gettext, `locale/LANGUAGE/LC_MESSAGES/*.mo`), with each value written
as that language writes it (Babel, CLDR). So findings can be made, compared and cached once, and
said in the language of whoever reads them.

Values in a placeholder, and the format that may follow a colon:

- `date`: long (3 de diciembre de 2026); `{day:MMMMd}` any CLDR skeleton, or short|medium|long|full
- `time`: short · `int`: with its grouping
- `Fraction`: as a percentage (33 %; 12,5 %); `{rate:number}`: as a number (2,3)
- `Cash`: as the language writes money (1.250,50 €; whole amounts without decimals: 320 €)
- `Message`: said in turn · a tuple: joined as the language joins a list (a, b y c); `{names:or}` (a, b o c)
- `str`: as it is. What the user wrote comes in as a value only, never as a msgid.
"""

import gettext
import string
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

LANGUAGES = ("es", "en")
LOCALE = Path(__file__).parent / "locale"


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence not yet said. `many`, `n`: where it counts something; `plain`: braces in it are no places."""

    id: str
    values: Mapping[str, Any] = field(default_factory=dict)
    many: str | None = None
    n: int = 0
    plain: bool = False

    def __hash__(self) -> int:
        return hash((self.id, self.many, self.n))


@dataclass(frozen=True, slots=True)
class Cash:
    """Money: an exact number and an ISO 4217 code."""

    value: Decimal
    currency: str


def msg(id: str, /, **values: Any) -> Message:
    """A message from its English msgid: `msg("“{name}” is not a channel.", name=name)`."""
    return Message(id, values)


def nmsg(one: str, many: str, n: int, /, **values: Any) -> Message:
    """A message that counts: `nmsg("{n} entry", "{n} entries", 3)`; `{n}` is the count."""
    return Message(one, {"n": n, **values}, many, n)


@cache
def catalogue(language: str) -> gettext.NullTranslations:
    """All catalogues of a language as one; English is what the msgids are written in."""
    joined = gettext.NullTranslations()
    for path in sorted((LOCALE / language / "LC_MESSAGES").glob("*.mo")):
        with path.open("rb") as stream:
            found = gettext.GNUTranslations(stream)
        found.add_fallback(joined)
        joined = found
    return joined


def say(message: Message | str, language: str) -> str:
    """The sentence of `message` in `language` ("es" or "en")."""
    if isinstance(message, str):
        return message
    template = _template(language, message.id, message.many, message.n if message.many else 0)
    if message.plain:
        return template
    if not message.values:
        return template.replace("{{", "{").replace("}}", "}")
    return _Speaker(language).vformat(template, (), message.values)


@lru_cache(maxsize=1 << 14)
def _template(language: str, id: str, many: str | None, n: int) -> str:
    """The sentence as its catalogue has it. Remembered: a catalogue is many files, each asked in turn."""
    words = catalogue(language)
    return words.gettext(id) if many is None else words.ngettext(id, many, n)


def written(value: Any, language: str, form: str = "") -> str:
    """One value as `language` writes it; `form` as after the colon of a placeholder."""
    if isinstance(value, Message):
        return say(value, language)
    if isinstance(value, str):
        return value
    if isinstance(value, tuple | list):
        from babel.lists import format_list

        items = [written(item, language) for item in value]
        return format_list(items, "or" if form == "or" else "standard", locale=language)
    if isinstance(value, date):
        from babel.dates import format_date, format_skeleton

        if form in ("", "short", "medium", "long", "full"):
            return format_date(value, form or "long", locale=language)
        return format_skeleton(form, value, locale=language)
    if isinstance(value, time):
        return value.strftime("%H:%M")
    from babel.numbers import format_decimal, format_percent

    if isinstance(value, Cash):
        return _money(value, language)
    if isinstance(value, Fraction) and form == "number":
        return format_decimal(_rounded(value), locale=language)
    if isinstance(value, Fraction):
        # A share that is no whole percentage, but a short one, keeps its digits: 12.5 % is another limit than 12 %.
        is_short = (value * 1000).denominator == 1
        return format_percent(float(value), locale=language, decimal_quantization=not is_short)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value)
    return format_decimal(value, locale=language)


def _rounded(value: Fraction) -> Decimal:
    """One digit after the point; two where it is less than 1."""
    return Decimal(round(value * 10)) / 10 if value >= 1 else Decimal(round(value * 100)) / 100


def _money(cash: Cash, language: str) -> str:
    from babel import Locale
    from babel.numbers import format_currency, get_currency_symbol

    pattern = Locale(language).currency_formats["standard"].pattern
    if get_currency_symbol(cash.currency, language)[-1:].isalpha():
        pattern = pattern.replace("¤#", "¤\xa0#")  # CLDR, currencySpacing: letters don't touch the number
    if cash.value == cash.value.to_integral_value():
        pattern = pattern.replace(".00", "")
    return str(
        format_currency(cash.value, cash.currency, pattern, language, currency_digits=False, decimal_quantization=False)
    )


def first_weekday(language: str, country: str | None = None) -> int:
    """The weekday with which a week begins there (CLDR): 0 is Monday. `country` as in ISO 3166, or None."""
    from babel import Locale, UnknownLocaleError

    try:
        return int(Locale(language, territory=country and country[:2]).first_week_day)
    except UnknownLocaleError:
        return int(Locale(language).first_week_day)


class _Speaker(string.Formatter):
    """`str.format` with values as a language writes them, and no way into their attributes."""

    def __init__(self, language: str) -> None:
        self.language = language

    def get_field(self, field_name: str, args: Any, kwargs: Any) -> Any:
        return kwargs[field_name], field_name

    def format_field(self, value: Any, format_spec: str) -> str:
        return written(value, self.language, format_spec)
