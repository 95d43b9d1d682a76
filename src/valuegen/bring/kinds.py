"""What an entry is for, and by which channel: guessed from its words, and listed for a look."""

import re

from valuegen.bring.clean import brief
from valuegen.judge.judging import judge
from valuegen.judge.parts import Ground, Writing
from valuegen.model.slug import slug_of
from valuegen.prose import Paragraph, parse
from valuegen.words import Message, msg

SELLS = 3
"""So many sorts of signal make a text sell, as the rule `disguised-pitch` has it."""
_OFFERS = (
    "promocion promo promociones oferta ofertas descuento descuentos rebajas preventa cupon promotion offer discount "
    "sale presale coupon".split()
)
_OFFERED = re.compile(
    r"(?:^|-)(?:\d+-off|2x1|black-friday|last-(?:places|spots|seats)|ultim[ao]s-(?:plazas|cupos|lugares)"
    r"|(?:buy|book|order|enrol|enroll|register)-now|(?:compra|reserva|inscribete)-ya|early-bird|half-price|a-mitad-de-precio"
    r"|inscripciones-abiertas|(?:registration|enrolment|enrollment)-(?:is-)?open|hire-me|contratame|cyber-monday|last-chance"
    r"|ultima-oportunidad)(?:-|$)"
)
"""A title alone is too short for the judge of texts; what is guessed of it is listed for a look."""
_SIGNS = {
    "offer": "(?:special|launch|limited|introductory|exclusive)-offers? promo promocion(?:es)? presale preventa "
    "ofertas?-(?:especial(?:es)?|limitada|exclusiva|de-lanzamiento) early-bird black-friday cyber-monday rebajas-de "
    "(?:summer|winter|spring|autumn|january|flash|clearance)-sale",
    "discount": r"\d+-(?:off|discount|(?:de-)?descuento) (?:discount|coupon|promo)-code codigo-de-descuento cupon "
    r"half-price a-mitad-de-precio 2x1 descuento-del?-\d+ discount-of-\d+ buy-one-get-one free-(?:consultation|trial) "
    "(?:clase|sesion|consulta|prueba)-grat(?:is|uita)",
    "call": "(?:buy|book|order|shop|call|enroll?|register|join|sign-up)-(?:now|today|yours?|your-(?:place|spot|seat)) "
    r"(?:compra|reserva|pide|llama|apuntate|inscribete|contrata)-(?:ya|hoy|ahora|(?:con|tu)-\w+) apuntate-a inscribete "
    r"contratame compralo pidelo reservalo hire-me reserve-your-\w+",
    "hurry": r"last-(?:\w+-)?(?:places|spots|seats|chance) only-\w+-(?:left|places|spots|seats) limited-time "
    r"while-(?:stocks|supplies)-last ultim[ao]s-(?:\w+-)?(?:plazas|cupos|lugares) ultima-oportunidad hasta-agotar "
    r"quedan-\w+-(?:plazas|cupos|lugares) por-tiempo-limitado inscripciones-abiertas "
    "(?:registration|enroll?ment)-(?:is-)?(?:now-)?open",
}
"""What offers say of themselves. Two of these in one paragraph, outside quotation marks, are enough for a look, where
the judge of texts hears no offer."""
_SEEN = tuple(re.compile(f"(?:^|-)(?:{words.replace(' ', '|')})(?:-|$)") for words in _SIGNS.values())
_QUOTED = re.compile(r"“[^”]*”|«[^»]*»|\"[^\"]*\"")
_COURTESY = "cumpleanos aniversario felicitar felicitacion navidad birthday anniversary christmas santo gracias".split()


def kind_of(title: str, text: str, ground: Ground, reach: str = "broadcast") -> str:
    """What an entry is for: selling, a greeting, a talk with somebody; else to look up. `reach`: of its channel.

    What a calendar says of an entry is short: that it asks to act, and one sort of signal more, is enough.
    """
    words = slug_of(title).split("-")
    sorts = _sorts(title, text, ground)
    if speaks_of_an_offer(title) or len(sorts) >= SELLS or ("call" in sorts and len(sorts) > 1):
        return "pitch"
    if any(word in words for word in _COURTESY):
        return "courtesy"
    return "conversation" if reach == "personal" else "reference"


def speaks_of_an_offer(title: str) -> bool:
    """Whether a title calls something an offer."""
    plain = slug_of(title)
    return any(word in plain.split("-") for word in _OFFERS) or _OFFERED.search(plain) is not None


def sells(title: str, text: str, ground: Ground) -> bool:
    """Whether a text sells, as the program's own judge has it."""
    return len(_sorts(title, text, ground)) >= SELLS


def may_sell(title: str, text: str, ground: Ground) -> bool:
    """Whether a text that is not taken for an offer is to be looked at: it has nearly all signals, the title of one, or
    a paragraph that says of itself that it is one."""
    return (
        speaks_of_an_offer(title)
        or len(_sorts(title, text, ground)) >= SELLS - 1
        or any(_is_offer(one) for one in parse(text, ground.language).paragraphs)
    )


def _is_offer(paragraph: Paragraph) -> bool:
    plain = "" if paragraph.quoted else slug_of(_QUOTED.sub(" ", paragraph.text))
    return sum(sign.search(plain) is not None for sign in _SEEN) > 1


def nearly_sells(title: str) -> Message:
    """What to say of such a text."""
    return msg(
        "“{title}”: taken for `reference`, and it may sell. If it does, write `kind: pitch`.", title=brief(title)
    )


def _sorts(title: str, text: str, ground: Ground) -> set[str]:
    """The sorts of signal that a text shows."""
    prose = parse(text, ground.language) if text.strip() else None
    return {hit.sort for hit in judge(Writing(title=title, prose=prose), ground).selling}
