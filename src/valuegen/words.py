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
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, time
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from valuegen.tongue import Spoken, Tongue, built_in

if TYPE_CHECKING:
    from decimal import Decimal
    from fractions import Fraction

    from babel import Locale

LANGUAGES = ("es", "en")
"""Those that are complete. A workspace may bring others: a `Tongue` is a language with words of its own."""

_THOUSANDS = {"es": ".", "en": ","}
"""As CLDR has it: it need not be asked, which takes long where nothing else is, for how many files there are."""


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

    value: "Decimal"
    currency: str


def msg(id: str, /, **values: Any) -> Message:
    """A message from its English msgid: `msg("“{name}” is not a channel.", name=name)`."""
    return Message(id, values)


def nmsg(one: str, many: str, n: int, /, **values: Any) -> Message:
    """A message that counts: `nmsg("{n} entry", "{n} entries", 3)`; `{n}` is the count."""
    return Message(one, {"n": n, **values}, many, n)


def both(message: Message, mend: Message | None) -> Message:
    """What is wrong, and what to write or do, one after the other."""
    return msg("{wrong} {mend}", wrong=message, mend=mend) if mend else message


def catalogue(language: str, made: Callable[[str], str] = str) -> gettext.NullTranslations:
    """All catalogues of a language as one, its own words first; English is what the msgids are written in.

    `made`: what becomes of its own words, which somebody wrote who may know nothing of where they stand.
    """
    if isinstance(language, Tongue):
        return Spoken(language.sentences, built_in(base(language)), made)
    return built_in(base(language))


def voice(language: str) -> str:
    """What tells apart two languages of one code: the digest of their own words, "" for the built-in ones."""
    return language.sentences.digest if isinstance(language, Tongue) else ""


def base(language: str) -> str:
    """The language without its region: what is not said in Brazilian Portuguese is looked for in Portuguese."""
    return language.partition("-")[0]


def say(message: Message | str, language: str) -> str:
    """The sentence of `message` in `language` ("es", "en", or a `Tongue`)."""
    if isinstance(message, str):
        return message
    told = _told if isinstance(language, Tongue) else _template
    template = told(language, message.id, message.many, message.n if message.many else 0)
    if message.plain:
        return template
    if not message.values:
        return template.replace("{{", "{").replace("}}", "}") if "{" in template else template
    return template.format_map({name: _Said(value, language) for name, value in message.values.items()})


@lru_cache(maxsize=1 << 14)
def _template(language: str, id: str, many: str | None, n: int) -> str:
    """The sentence as its catalogue has it. Remembered: a catalogue is many files, each asked in turn."""
    return _told(language, id, many, n)


def _told(language: str, id: str, many: str | None, n: int) -> str:
    words = catalogue(language)
    return words.gettext(id) if many is None else words.ngettext(id, many, n)


def counted(message: Message, language: str) -> dict[str, str]:
    """A message that counts, for a script: by the names of the language's plural forms, "{n}" where the number goes.

    The names are those of CLDR (`one`, `few`, `other`), as `Intl.PluralRules` gives them.
    """
    plural = locale_of(language).plural_form
    examples = {plural(n): n for n in reversed((*range(200), 1000, 10**6))}
    return {
        name: say(Message(message.id, {**message.values, "n": "{n}"}, message.many, n), language)
        for name, n in sorted(examples.items())
    }


def written(value: Any, language: str, form: str = "") -> str:
    """One value as `language` writes it; `form` as after the colon of a placeholder."""
    if isinstance(value, Message):
        return say(value, language)
    if isinstance(value, str):
        return value
    if isinstance(value, tuple | list):
        if len(value) > _MOST_LISTED:
            return ", ".join(written(item, language) for item in (*value[:_MOST_LISTED], "…"))
        return _list(tuple(written(item, language) for item in value), str(language), form == "or")
    if isinstance(value, date):
        return _day(value, str(language), form)
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if type(value) is int and (mark := _THOUSANDS.get(language)):
        return f"{value:,}".replace(",", mark)
    from fractions import Fraction

    from babel.numbers import format_decimal, format_percent

    if isinstance(value, Cash):
        return _money(value, language)
    if isinstance(value, Fraction) and form == "number":
        return format_decimal(_rounded(value), locale=locale_of(language))
    if isinstance(value, Fraction):
        # A share that is no whole percentage, but a short one, keeps its digits: 12.5 % is another limit than 12 %.
        is_short = (value * 1000).denominator == 1
        return format_percent(float(value), locale=locale_of(language), decimal_quantization=not is_short)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value)
    return format_decimal(value, locale=locale_of(language))


_MOST_LISTED = 100
"""Nobody reads a sentence that names more."""


@lru_cache(maxsize=8192)
def _list(items: tuple[str, ...], language: str, is_or: bool) -> str:
    from babel.lists import format_list

    return format_list(items, "or" if is_or else "standard", locale=locale_of(language))


@lru_cache(maxsize=8192)  # the same days stand on page after page
def _day(value: date, language: str, form: str) -> str:
    from babel.dates import format_date, format_skeleton

    if form in ("", "short", "medium", "long", "full"):
        return format_date(value, form or "long", locale=locale_of(language))
    return format_skeleton(_skeleton(language, form), value, locale=locale_of(language))


@lru_cache(maxsize=256)
def _skeleton(language: str, form: str) -> str:
    """The skeleton of CLDR that a language has, and that is nearest to the one asked for: dear to find."""
    from babel.dates import match_skeleton

    skeletons = locale_of(language).datetime_skeletons
    return form if form in skeletons else str(match_skeleton(form, skeletons) or form)


_CODE = re.compile(r"[a-z]{2,3}(-[A-Z]{2}|-[0-9]{3})?")


@lru_cache(maxsize=256)
def is_locale(code: str) -> bool:
    """Whether it is a language, and perhaps a region, that CLDR knows: `ca`, `pt-BR`."""
    from babel import Locale, UnknownLocaleError

    try:
        return bool(_CODE.fullmatch(code)) and Locale.parse(code, sep="-") is not None
    except (UnknownLocaleError, ValueError):
        return False


@lru_cache(maxsize=64)
def locale_of(language: str) -> "Locale":
    """How a language writes days and numbers (CLDR); as English does where nobody knows."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(str(language), sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale("en")


def language_name(language: str) -> str:
    """What a language calls itself: español, English; its code where nobody knows."""
    found = locale_of(language)
    return found.get_display_name(found) or language if found.language == base(language) else language


def direction(language: str) -> str:
    """How a language is written (CLDR), as HTML says it: `ltr`, or `rtl` as Arabic and Hebrew."""
    return locale_of(language).text_direction


def locale_name(language: str, country: str | None = None) -> str:
    """A language with a country, as OpenGraph writes it: es_CO; without one, with the likeliest by CLDR."""
    from babel.core import get_global

    code, _, region = language.partition("-")
    likely = get_global("likely_subtags").get(code, "").rpartition("_")[2]
    territory = region or (country or "")[:2] or likely
    return f"{code}_{territory}" if territory else code


def _rounded(value: "Fraction") -> "Decimal":
    """One digit after the point; two where it is less than 1."""
    from decimal import Decimal

    return Decimal(round(value * 10)) / 10 if value >= 1 else Decimal(round(value * 100)) / 100


def _money(cash: Cash, language: str) -> str:
    from babel.numbers import format_currency, get_currency_symbol

    locale = locale_of(language)
    pattern = locale.currency_formats["standard"].pattern
    if get_currency_symbol(cash.currency, locale)[-1:].isalpha():
        pattern = pattern.replace("¤#", "¤\xa0#")  # CLDR, currencySpacing: letters don't touch the number
    if cash.value == cash.value.to_integral_value():
        pattern = pattern.replace(".00", "")
    return str(
        format_currency(cash.value, cash.currency, pattern, locale, currency_digits=False, decimal_quantization=False)
    )


def first_weekday(language: str, country: str | None = None) -> int:
    """The weekday with which a week begins there (CLDR): 0 is Monday. `country` as in ISO 3166, or None."""
    from babel import Locale, UnknownLocaleError

    try:
        return int(Locale(base(language), territory=country and country[:2]).first_week_day)
    except UnknownLocaleError:
        return int(locale_of(language).first_week_day)


class _Said:
    """A value that a sentence writes in its language, and whose attributes no sentence can get at."""

    __slots__ = ("language", "value")

    def __init__(self, value: Any, language: str) -> None:
        self.value = value
        self.language = language

    def __format__(self, form: str) -> str:
        return written(object.__getattribute__(self, "value"), object.__getattribute__(self, "language"), form)

    def __getattribute__(self, name: str) -> Any:
        raise KeyError(name)
