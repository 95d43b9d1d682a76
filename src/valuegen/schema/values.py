"""What may stand as one value, by the function that reads its text: JSON Schema of the plain part of YAML.

An editor reads YAML as types (YAML 1.2: `2026` is a number, `no` a text), the program as the text that was written; so
each value says which types it may look like. No pattern says more than the reader does: what is right for the program
is right for the editor.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from valuegen.model import contact, contact_ways, texts, values
from valuegen.model.alias import read_alias
from valuegen.model.base import Record
from valuegen.model.log import STAGES
from valuegen.model.recurrence import read_rule
from valuegen.model.settings import Permalinks, Site, read_leap_day
from valuegen.rules import blast, disguised_pitch, nobody_answers, pitch_too_soon, share
from valuegen.words import Message, msg

Schema = dict[str, Any]
DAY = r"(?:19|20|21)[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
TIME = r"(?:[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::00)?)?"
MONTH_DAY = r"(?:--)?(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
NUMBER = r"0*[1-9][0-9]*"


def _any_case(pattern: str) -> str:
    """The pattern in capitals too: JSON Schema has no flag for that."""
    return "".join(f"[{sign}{sign.upper()}]" if sign.isalpha() else sign for sign in pattern)


def _spaced(word: str) -> str:
    """A word in capitals too, with spaces anywhere: the reader takes them out."""
    return "".join(f"{_any_case(sign)}\\s*" for sign in word)


FREQUENCIES = ("daily", "weekly", "monthly", "yearly")
SPAN = rf"{NUMBER}\s*(?:{_any_case('days?|días?|dias?|d|weeks?|semanas?|w')})"


@dataclass(frozen=True, slots=True)
class Form:
    """What one value may look like. `plain`: texts of any kind, which may be numbers, and true or false, to an editor.

    `number`: the keywords of those that are numbers to an editor; None: none is. `names`: one of these words.
    `mend`: what to write, told beside what is wrong. `offers`: some of many that an editor may offer.
    """

    pattern: str | None = None
    mend: Message | None = None
    plain: bool = False
    number: Mapping[str, Any] | None = None
    names: tuple[str, ...] = ()
    longest: int | None = None
    others: tuple[Any, ...] = field(default=())
    """Values of other types that are meant."""
    offers: tuple[str, ...] = ()


EMPTY = msg("Write it, or remove the key.")
_LINE = Form(r"\S", EMPTY, plain=True)
_COUNT = Form("^[0-9]{1,9}$", msg("Write digits alone, for example 90."), number={"type": "integer", "minimum": 0})
_SPAN = Form(f"^{SPAN}$", msg("Write, for example, 90 days or 6 weeks."))
_SHARE = Form(
    r"^(?:0*(?:100(?:[.,]0+)?|[0-9]{1,2}(?:[.,][0-9]{1,9})?)\s*%|0*[01](?:[.,][0-9]{1,9})?\s*)$",
    msg("Write, for example, 20%."),
    number={"type": "number", "minimum": 0, "maximum": 1},
)

FORMS: Mapping[Callable[[str], Any], Form] = {
    texts.line_of: _LINE,
    texts.text_of: Form(plain=True),
    texts.name_of: _LINE,
    texts.language_of: replace(
        _LINE, mend=msg("Write the code of a language, for example es or en."), offers=("es", "en")
    ),
    values.read_id: Form(
        f"^{ID}$",
        msg("Use lower-case letters without accents, digits and hyphens, for example corner-bakeries."),
        number={"type": "integer", "minimum": 0},
        longest=values.MAX_ID,
    ),
    values.read_day: Form(f"^{DAY}{TIME}$", msg("Write it as year-month-day, for example 2026-12-03.")),
    values.read_when: Form(f"^{DAY}{TIME}$", msg("Write it as year-month-day, for example 2026-12-03.")),
    values.read_yearly: Form(f"^(?:{MONTH_DAY}|{DAY}{TIME})$", msg("Write month-day, for example 12-24.")),
    read_leap_day: Form("^(?:(?:--)?|(?:19|20|21)[0-9]{2}-)(?:02-2[89]|03-01)$", msg("Write 02-28 or 03-01.")),
    values.read_span: _SPAN,
    values.read_rate: Form(
        rf"^{NUMBER}(?:[.,]0{{1,2}})?\s+(?:{_any_case('per|cada')})\s+{SPAN}\s*$",
        msg("Write, for example, 2 per 7 days."),
    ),
    values.read_share: _SHARE,
    values.read_amount: Form(
        r"^(?:[0-9]{1,12}(?:[.,][0-9]{1,4})?|[0-9]{1,3}(?:[.,' ][0-9]{3}){1,4}(?:[.,][0-9]{1,2})?)\s*[A-Z]{3}$",
        msg("Write, for example, 120 EUR, or 150.000 COP."),
    ),
    values.read_count: _COUNT,
    values.read_flag: Form(
        f"^(?:{_any_case('true|false|yes|no|sí|si')})$", msg("Write true or false."), others=(True, False)
    ),
    contact_ways.read_email: Form(
        contact_ways.EMAIL.pattern.join("^$"), msg("Write one plain address: name@firm.example")
    ),
    contact_ways.read_phone: Form(
        r"^(?=(?:[^0-9]*[0-9]){3})[0-9 +.()-]*$",
        msg("Write digits, spaces and + - . ( ) alone, for example “+57 300 000 0000”."),
        number={"type": "number"},
    ),
    contact_ways.read_url: Form(
        r"^[hH][tT][tT][pP][sS]?://[^/@\s]+(?:[/?#]\S*)?$",
        msg("Write it whole, without a name or password: https://firm.example"),
    ),
    contact_ways.read_site_url: Form(
        r"^[hH][tT][tT][pP][sS]?://[^/@\s?#]+(?:/[^\s?#]*)?$",
        msg("Write it whole, without a name or password: https://firm.example"),
    ),
    contact_ways.read_link: Form(
        r"^(?:https?://[^/\s]|mailto:|tel:|sms:)\S*$",
        msg("Write an address that begins with https:, mailto:, tel: or sms:, with {{phone}} or {{email}} in it."),
    ),
    contact.read_since: Form(
        f"^(?:{DAY}{TIME}|{_any_case('true|false|yes|no|sí|si')})$",
        msg("Write it as year-month-day, for example 2026-12-03."),
        others=(True, False),
    ),
    read_rule: Form(
        rf"(?:^|;)\s*(?:{_spaced('rrule:')})?{_spaced('freq=')}(?:{'|'.join(map(_spaced, FREQUENCIES))})(?:;|$)",
        msg("Write, for example, FREQ=WEEKLY;BYDAY=TU or FREQ=MONTHLY;BYMONTHDAY=1."),
    ),
    read_alias: Form(
        rf"^(?:{ID}|/[^\s?#]+)$",
        msg("Write an old slug, for example old-slug, or a path from the site's own address: /old/path/"),
        number={"type": "integer", "minimum": 0},
    ),
    share.read_small_share: Form(
        r"^(?:0*(?:[12]?[0-9]|3[0-3])(?:[.,][0-9]{1,9})?\s*%|0+(?:[.,][0-3][0-9]{0,8})?\s*)$",
        msg("Write a third at most; the usual limit is 20%."),
        number={"type": "number", "minimum": 0, "maximum": 1 / 3},
    ),
    share.read_window: _SPAN,
    blast.read_segments: replace(_COUNT, number={"type": "integer", "minimum": 1}),
    disguised_pitch.read_signals: Form(
        "^0*[2-5]$", msg("Write 2, 3, 4 or 5."), number={"type": "integer", "minimum": 2, "maximum": 5}
    ),
    nobody_answers.read_some: replace(_COUNT, number={"type": "integer", "minimum": 1}),
    pitch_too_soon.read_stage: Form(names=STAGES),
}

_ZONES = (
    *(f"America/{one}" for one in ("Bogota", "Mexico_City", "Lima", "Santiago", "Argentina/Buenos_Aires", "New_York")),
    *("Europe/Madrid", "Europe/London"),
)
_PATH = Form("^/", msg("An address begins with “/”."))
SPECIAL: Mapping[tuple[type[Record], str], Form] = {
    (Site, "theme"): replace(_LINE, offers=("default", "tablon")),
    (Site, "timezone"): replace(_LINE, offers=_ZONES),
    (Site, "country"): Form(
        "^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$",
        msg("Write the two letters of ISO 3166, for example CO, or with a region ES-MD."),
    ),
    **{(Permalinks, name): _PATH for name in Permalinks.model_fields},
}
"""Fields that are judged by more than how they are read."""


def strict(form: Form, say: Callable[[Message], str]) -> Schema:
    """One value, as it mostly is."""
    if form.names:
        return among(form.names)
    types = ["string", *([form.number["type"]] if form.number else ()), *(["number"] if form.plain else ())]
    made: Schema = {"type": types if len(types) > 1 else types[0]}
    if form.pattern:
        made |= {"pattern": form.pattern}
    if form.longest:
        made |= {"maxLength": form.longest}
    made |= {key: value for key, value in (form.number or {}).items() if key != "type"}
    if form.mend:
        made |= {"errorMessage": say(form.mend)}
    if form.offers:
        made |= {"examples": [*form.offers]}
    return {"anyOf": [{"enum": [*form.others]}, made]} if form.others else made


def among(names: Iterable[str], told: str | None = None) -> Schema:
    """One of these names, as an editor reads them."""
    found = list(dict.fromkeys(way for name in names for way in _ways(name)))
    made: Schema = {"enum": found} if found else {"type": "string", "pattern": "(?!)"}  # an empty enum is no schema
    return made | ({"errorMessage": told} if told else {})


def _ways(name: str) -> Iterable[Any]:
    """A name that is a number, or true, to an editor is that too."""
    yield name
    if name in ("true", "false", "null"):
        yield {"true": True, "false": False, "null": None}[name]
    elif name.isascii() and name.isdecimal():
        yield int(name)


def one_of(value: Schema, plain: bool, optional: bool, listed: bool = True) -> Schema:
    """A value, or a list of that one. `plain`: true and false are texts; `optional`: nothing is a key not written."""
    refused = ["string", "number", "object", *(() if plain else ("boolean",)), *(() if optional else ("null",))]
    other: Schema = {"not": {"type": refused if listed else [*refused, "array"]}}
    if listed:
        other |= {"items": item(value, plain), "minItems": 1, "maxItems": 1}
    return {"anyOf": [value, other]}


def many_of(value: Schema, plain: bool, optional: bool, least: int = 0) -> Schema:
    """A list, or one value for a list of one."""
    listed: Schema = {"type": "array", "items": item(value, plain)} | ({"minItems": least} if least else {})
    return {"anyOf": [listed, *one_of(value, plain, optional, listed=False)["anyOf"]]}


def item(value: Schema, plain: bool) -> Schema:
    """One of a list: there is always something."""
    return one_of(value, plain, optional=False, listed=False) if plain else value
