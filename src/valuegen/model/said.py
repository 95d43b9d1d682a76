"""Other words for the kinds, statuses and channels of entries, as other calendars have them and people type them.

In files there is one word for each; these say which was meant.
"""

from collections.abc import Iterable

from valuegen.model.entry import KINDS, STATUSES
from valuegen.model.slug import slug_of

_KIND_WORDS = {
    "pitch": "pitch oferta ofertas venta ventas promocion promo promocional comercial lanzamiento sale offer promotion",
    "industry": "industry industria util useful sector oficio noticias news tendencias trends",
    "expertise": "expertise experiencia consejo consejos advice tips tutorial educativo educational howto guia guide",
    "reference": "reference referencia articulo article recurso resource blog entretenimiento inspiracional",
    "conversation": "conversation conversacion llamada reunion visita encuesta call meeting interaccion engagement",
    "courtesy": "courtesy cortesia detalle saludo felicitacion efemeride agradecimiento greeting holiday",
}
_CHANNEL_WORDS = {
    "email": "correo mail email e-mail",
    "newsletter": "boletin newsletter",
    "whatsapp": "whatsapp wasap guasap",
    "telegram": "telegram",
    "sms": "sms",
    "call": "llamada llamadas llamar telefonear telefono telefonica call phone telephone",
    "video-call": "videollamada videoconferencia zoom meet teams",
    "visit": "visita visitar visit",
    "coffee": "cafe coffee desayuno almuerzo comida lunch breakfast",
    "appointment": "cita reunion appointment meeting",
    "event": "taller charla feria evento curso seminario jornada event workshop talk fair webinar",
    "instagram": "instagram ig reel reels stories",
    "facebook": "facebook fb",
    "linkedin": "linkedin",
    "x": "twitter tuit tweet x",
    "youtube": "youtube video",
    "tiktok": "tiktok",
    "podcast": "podcast",
    "flyer": "folleto volante flyer",
    "blog": "blog web articulo entrada",
}
_STATUS_WORDS = {
    "idea": "idea ideas pendiente backlog not-started sin-empezar to-do todo por-hacer",
    "draft": "draft borrador en-curso en-proceso in-progress escribiendo",
    "review": "review revision en-revision por-revisar in-review",
    "ready": "ready listo lista programado programada scheduled aprobado aprobada approved",
    "done": "done hecho hecha publicado publicada published enviado enviada sent",
}


def kind_said(text: str) -> str | None:
    """The kind that a word of another calendar means."""
    return _of(text, KINDS, _KIND_WORDS)


def status_said(text: str) -> str | None:
    """The status that a word of another calendar means."""
    return _of(text, STATUSES, _STATUS_WORDS)


def _of(text: str, own: Iterable[str], words: dict[str, str]) -> str | None:
    plain = slug_of(text) if text.strip() else ""
    return next((one for one in own if plain == one or plain in words[one].split()), None)


def channel_said(text: str, known: Iterable[str]) -> str | None:
    """The channel of the workspace that a word means."""
    plain = slug_of(text) if text.strip() else ""
    if plain in known:
        return plain
    return next((one for one, words in _CHANNEL_WORDS.items() if plain in words.split() and one in known), None)


def channel_in(title: str, known: Iterable[str]) -> str | None:
    """The channel that a title speaks of: "Llamada a Rosa" is a call."""
    names = tuple(known)
    return next(filter(None, (channel_said(word, names) for word in slug_of(title).split("-") if len(word) > 1)), None)


def word_said(text: str, known: Iterable[str]) -> str | None:
    """Of the words of a key, if it is one of an entry: that which another word means."""
    said = {frozenset(KINDS): kind_said, frozenset(STATUSES): status_said}.get(frozenset(known))
    return said(text) if said else None
