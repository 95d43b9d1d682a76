"""Other words for those of the format, as somebody types them: “oferta” for `pitch`, “amigo” for `friend`.

At the keyboard alone: in files there is one word for each. Where a word could be two of them, it is neither.
"""

from collections.abc import Mapping

_WHATS = {
    "message": "mensaje mensajes",
    "call": "llamada llame llamo telefono phone",
    "coffee": "cafe cafes",
    "visit": "visita visite",
    "meeting": "reunion cita",
    "reply": "respuesta respondio contesto replied",
    "answer": "contestacion conteste respondi answered",
    "inquiry": "consulta interes enquiry",
    "sale": "venta vendi compra compro sold bought",
    "referral": "recomendacion recomendo referido referred",
    "helped": "ayuda ayudo sirvio help",
    "testimonial": "testimonio",
    "stage": "etapa fase",
    "opt-out": "baja optout unsubscribed",
    "lost": "perdida perdido perdimos",
    "work": "trabajo tiempo time",
}
_STAGES = {
    "user": "usuario usuaria usa uses",
    "prospect": "prospecto interesado interesada",
    "friend": "amigo amiga confianza",
    "buyer": "comprador compradora compro bought",
    "recurring": "recurrente habitual vuelve",
}
_REASONS = {
    "absence": "ausencia silencio",
    "competitor": "competencia competidor competidora",
    "price": "precio caro",
    "other": "otro otra",
}


def what_said(text: str) -> str | None:
    """What happened, for a line of the log."""
    return _of(text, _WHATS)


def stage_said(text: str) -> str | None:
    """A stage of a relation."""
    return _of(text, _STAGES)


def reason_said(text: str) -> str | None:
    """Why somebody was lost."""
    return _of(text, _REASONS)


def kind_said(text: str) -> str | None:
    """A kind of entry."""
    from valuegen.model.said import kind_said as said

    return said(text)


def status_said(text: str) -> str | None:
    """How far an entry is."""
    from valuegen.model.said import status_said as said

    return said(text)


def channel_said(text: str) -> str | None:
    """A channel."""
    from valuegen.model.channel import BUILT_IN
    from valuegen.model.said import channel_said as said

    return said(text, BUILT_IN)


def _of(text: str, words: Mapping[str, str]) -> str | None:
    said = plain(text)
    return next((one for one, others in words.items() if said and (said == one or said in others.split())), None)


def named(text: str, names: Mapping[str, str], *, by_first: bool = False) -> tuple[str, ...]:
    """The ids of those who are called so: by the whole name, else (`by_first`) by the first one alone."""
    said = plain(text)
    if not said:
        return ()
    whole = tuple(id for id, name in names.items() if said in (id, plain(name)))
    if whole or not by_first:
        return whole
    return tuple(id for id, name in names.items() if said == _first(name))


_TITLES = frozenset("dr dra lic ing arq prof profa mtro mtra sr sra srta don dona cp mr mrs ms".split())


def _first(name: str) -> str:
    """The first of somebody's names, without what they are addressed by: “Dra. Ana Solís” is Ana."""
    words = [plain(word) for word in name.split()]
    return next((word for word in words if word.replace("-", "") not in _TITLES), words[0] if words else "")


def plain(text: str) -> str:
    """Its letters and digits alone, small and without accents; nothing of nothing."""
    from valuegen.model.slug import slug_of

    return slug_of(text) if text.strip() else ""
