"""What the headings of a table mean: as people write them (es, en), and as Excel, Outlook, Google Contacts, HubSpot,
Mailchimp, Brevo and shops name them in what they export.

The names of a key stand best first: of two columns that mean the same, the one whose name stands before is taken.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from valuegen.model.slug import slug_of

CONTACTS, CALENDAR, OPT_OUTS = "contacts", "calendar", "opt-outs"
SORTS = (CONTACTS, CALENDAR, OPT_OUTS)
NEEDED = {CONTACTS: ("name", "first", "last"), CALENDAR: ("title",), OPT_OUTS: ("email",)}
"""One of these there has to be: without it no row can be taken."""
WISHES = ("may_write", "may_offer", "opted_out", "no_pitches")
"""What clients ask for: of several columns that say it the one that asks to be spared counts."""
SEVERAL = ("phone", "email", "about", "first", "last", "agreed")
"""Keys that more than one column may mean: `JOINED` are put together, of the others the first that says something."""
JOINED = {"name": " ", "first": " ", "last": " ", "about": "\n"}
_NOTES = (
    "about notes nota notas observaciones observacion comentarios comentario comments comment remarks apuntes detalles"
)
_FIRMS = (
    "company company-name empresa negocio nombre-de-la-empresa nombre-del-negocio organization organization-name "
    "organization-1-name organizacion compania razon-social firma marca-comercial business business-name "
    "associated-company"
)
_WORK = "job-title organization-title organization-1-title cargo puesto ocupacion profesion occupation position rol"
_CONTACT = {
    "id": "id codigo code",
    "name": (
        "name full-name nombre-completo nombre-y-apellidos nombre-y-apellido nombres-y-apellidos apellidos-y-nombre "
        "apellidos-y-nombres display-name nombre-para-mostrar nombre-del-cliente nombre-de-la-clienta "
        "nombre-de-cliente cliente clienta client customer customer-name client-name contacto contact contact-name "
        "nombre-de-contacto persona persona-de-contacto quien who alumno alumna paciente socio socia"
    ),
    "first": (
        "first-name given-name nombre-de-pila nombre nombres primer-nombre firstname fname segundo-nombre middle-name "
        "additional-name"
    ),
    "last": (
        "last-name family-name apellidos apellido primer-apellido surname lastname lname "
        "apellido-paterno segundo-apellido apellido-materno"
    ),
    "email": (
        "email e-mail mail correo correo-electronico email-address e-mail-address direccion-de-correo-electronico "
        "direccion-de-correo e-mail-1-value correo-e e-mail-direccion direccion-de-email direccion-email "
        "direccion-e-mail correo-electronico-1 correo-1 email-1 customer-email email-del-cliente correo-del-cliente "
        "correo-de-contacto email-de-contacto work-email correo-personal correo-del-trabajo e-mail-2-address "
        "e-mail-2-value correo-2 email-2 correo-alternativo"
    ),
    "phone": (
        "whatsapp numero-de-whatsapp whatsapp-number celular-whatsapp telefono-whatsapp movil celular cel "
        "telefono-movil telefono-celular numero-de-celular numero-celular numero-movil numero-de-movil mobile "
        "mobile-phone mobile-phone-number mobile-number cell cell-phone telefono tel tlf tlfn tfno tfn fono phone "
        "phone-number telephone telefono-de-contacto numero-de-telefono numero-de-contacto telefono-1 celular-1 "
        "phone-1-value primary-phone telefono-principal sms numero contact-number telefono-particular telefono-fijo "
        "fijo home-phone business-phone telefono-del-trabajo telefono-de-la-empresa other-phone otro-telefono "
        "phone-2-value telefono-2 celular-2 home-phone-2 business-phone-2"
    ),
    "birthday": (
        "birthday cumpleanos cumple fecha-de-nacimiento f-nacimiento f-de-nacimiento fec-nacimiento fec-nac f-nac "
        "fecha-nacimiento fecha-nac nacimiento fecha-de-cumpleanos fecha-cumpleanos date-of-birth birth-date "
        "birthdate dob"
    ),
    "anniversary": "anniversary aniversario wedding-anniversary aniversario-de-boda",
    "about": f"{_NOTES} {_FIRMS} {_WORK}",
    "segment": (
        "segment segmento segments segmentos para-quien para-quienes a-quien publico audiencia audience target "
        "buyer-persona"
    ),
    "labels": (
        "labels etiquetas etiqueta label tags tag group groups grupo grupos group-membership pertenencia-a-grupos "
        "categories categorias categoria category lists lista listas list-memberships tipo-de-cliente tipo-de-contacto "
        "tipo-cliente customer-type client-type contact-type clasificacion sector rubro"
    ),
    "stage": "stage etapa fase",
    "channel": (
        "channel canal canal-preferido preferred-channel canal-de-contacto medio-de-contacto medio-preferido "
        "prefiere como-contactar preferred-contact-method"
    ),
    "owner": (
        "owner responsable comercial contact-owner propietario propietario-del-contacto encargado encargada "
        "asesor asesora account-manager vendedor vendedora atiende quien-le-atiende"
    ),
    "topics": "cares-about topics temas intereses interests interes le-interesa que-le-interesa tema",
    "came_by": (
        "came-by source origen procedencia como-llego como-nos-conocio como-nos-conociste referido-por "
        "recomendado-por referred-by original-source lead-source fuente fuente-original referral-source"
    ),
    "agreed": (
        "agreed agreed-on fecha-de-consentimiento fecha-consentimiento consent-date fecha-de-autorizacion optin-time "
        "opt-in-time confirm-time opt-in-date fecha-de-suscripcion fecha-de-alta-en-el-boletin subscribed-at "
        "date-subscribed"
    ),
    "may_write": (
        "may-write acepta-correos acepta-emails acepta-mensajes acepta-comunicaciones acepta-recibir-correos "
        "acepta-whatsapp acepta-boletin quiere-recibir-correos quiere-correos se-le-puede-escribir puedo-escribirle "
        "consentimiento consiente autoriza autorizacion autorizacion-de-datos habeas-data tratamiento-de-datos "
        "acepta-tratamiento-de-datos rgpd gdpr lopd consent gave-consent opt-in optin suscrito subscribed "
        "accepts-emails accepts-email accepts-communications ok-to-contact ok-to-email"
    ),
    "may_offer": (
        "may-offer acepta-ofertas acepta-publicidad acepta-promociones acepta-marketing quiere-ofertas "
        "recibe-publicidad recibe-ofertas accepts-marketing accepts-email-marketing accepts-offers marketing-consent "
        "email-marketing-consent"
    ),
    "opted_out": (
        "opted-out opt-out baja fecha-de-baja fecha-baja dado-de-baja dada-de-baja se-dio-de-baja no-escribir "
        "no-contactar no-molestar no-enviar no-quiere-correos no-quiere-mensajes lista-robinson unsub-time "
        "unsubscribed unsubscribed-at unsubscribed-on unsubscribe-date date-unsubscribed unsubscribe-time "
        "unsubscribed-from-all-email opted-out-of-all-email opted-out-of-email email-opt-out hs-email-optout "
        "email-blacklist emailblacklisted blacklisted do-not-contact do-not-email do-not-write dnc "
        "baja-de-todos-los-correos ha-cancelado-su-suscripcion cancelo-suscripcion "
        "cancelo-la-suscripcion-a-todos-los-correos cancelo-la-suscripcion-a-todos-los-correos-electronicos "
        "email-blocklist email-blocklisted blocklisted clean-time bounced bounced-at bounce-date hard-bounced "
        "fecha-de-rebote rebotado email-hard-bounce-reason"
    ),
    "no_pitches": (
        "no-pitches sin-ofertas no-ofertas no-quiere-ofertas no-publicidad sin-publicidad no-promociones no-offers "
        "no-marketing"
    ),
}
_ENTRY = {
    "date": (
        "date fecha fecha-de-publicacion publish-date publication-date fecha-publicacion f-publicacion fecha-y-hora "
        "dia day cuando start-date fecha-de-inicio scheduled-date fecha-programada publish-on publicar-el due-date"
    ),
    "time": "time hora publish-time start-time hora-de-publicacion a-que-hora hora-de-inicio",
    "title": (
        "title titulo titulo-del-post titular headline subject asunto tema post publicacion idea contenido "
        "titulo-de-la-publicacion nombre-de-la-publicacion que-voy-a-contar que-contar name nombre"
    ),
    "slug": "slug url-amigable",
    "kind": (
        "kind tipo tipo-de-contenido tipo-de-publicacion tipo-de-post tipo-de-entrada tipo-de-mensaje tipo-de-pieza "
        "tipo-contenido tipo-publicacion tipo-post type content-type post-type clase pilar pilar-de-contenido pillar "
        "content-pillar objetivo goal para-que"
    ),
    "segment": (
        "segment segmento segments segmentos para-quien para-quienes a-quien a-quienes audiencia audience publico "
        "publico-objetivo target target-audience buyer-persona dirigido-a destinatarios for-whom grupo"
    ),
    "contact": "contact contacto cliente clienta client customer para-que-cliente",
    "channel": (
        "channel canal channels canales red red-social redes redes-sociales plataforma plataformas platform medio "
        "network donde social-network where donde-se-publica"
    ),
    "status": "status estado situacion estatus",
    "author": (
        "author autor autora responsable owner encargado encargada quien-lo-hace quien assignee assign assigned-to "
        "asignado-a"
    ),
    "topics": "topics temas etiquetas tags labels categoria category categorias categories palabras-clave keywords",
    "summary": "summary resumen descripcion description bajada extracto",
    "ask": "ask pregunta-al-lector cta call-to-action llamada-a-la-accion que-preguntas que-les-preguntas",
    "question": "question pregunta que-responde",
    "text": "text texto copy cuerpo body texto-del-post contenido-del-post caption pie-de-foto guion mensaje",
    "minutes": "minutes minutos duracion tiempo tiempo-minutos",
    "product": "product producto servicio service",
}
_OPT_OUT = {
    "email": _CONTACT["email"],
    "opted_out": _CONTACT["opted_out"] + " date fecha when cuando",
    "may_write": _CONTACT["may_write"],
}
KEYS: Mapping[str, Mapping[str, str]] = {CONTACTS: _CONTACT, CALENDAR: _ENTRY, OPT_OUTS: _OPT_OUT}
_LONGEST = 100
"""No heading that is known is longer."""
_SMALL = frozenset("al de del el en for la las lo los my of or o the to u y and your tu tus su sus s".split())
_BESIDE = {
    CONTACTS: frozenset(
        "client cliente clienta contact contacto persona person principal primary main actual personal obligatorio "
        "obligatoria required internas internos internal 1 x".split()
    ),
    CALENDAR: frozenset(
        "articulo article post blog entrada entry publicacion prevista previsto planned working actual current "
        "principal main obligatorio obligatoria required x".split()
    ),
}
"""Words that change nothing in what a heading means; the small ones in none, these in those of a sort of rows."""
_TURNED = frozenset("first last date fecha id".split())
"""Words that mean something else beside those: `Last contact` is nobody's last name."""
_FURTHER = "other otro alternativo secundario secondary work trabajo home casa business empresa company 2 3"
_WHOSE = f"main primary principal personal contact contacto client cliente clienta customer 1 {_FURTHER}"
_MADE_OF = {
    "email": ("email e mail correo electronico", f"address addr addresses direccion id {_WHOSE}"),
    "phone": (
        "movil celular cel mobile cell telefono tel tlf tlfn tfno tfn telf fono phone telephone whatsapp sms",
        f"numero number num n nr no particular fijo fija landline office oficina {_WHOSE}",
    ),
}
"""Words of which one has to be in a heading of these, and those that may stand beside: no other word may."""
_LATER = frozenset(f"particular fijo fija landline office oficina {_FURTHER}".split())


_OPTED_OUT = ("opted-out-of-email-", "unsubscribed-from-", "cancelo-la-suscripcion-a-")
_DIARY = frozenset("all-day-event reminder-on-off todo-el-dia evento-de-todo-el-dia aviso-activado-desactivado".split())


def is_notes(heading: str) -> bool:
    """Whether what stands there speaks for itself; what a firm is called needs to be said what it is."""
    return slug_of(heading) in _NOTES.split()


def known(cells: Iterable[str]) -> int:
    """How many of some cells are headings, of whatever sort of rows."""
    short = {cell for cell in cells if len(cell) <= _LONGEST}
    return max(sum(_meaning(cell, sort) is not None for cell in short) for sort in SORTS)


def guessed(headings: Iterable[str], sort: str) -> dict[str, str]:
    """Heading → key: each key once, by the column whose name says it best, but for those of `SEVERAL`."""
    headings = tuple(headings)
    by_key: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for heading in headings:
        meant = _meaning(heading, sort)
        if meant:
            key, rank = meant
            by_key[key].append((rank, heading))
    found: dict[str, str] = {}
    for key, columns in by_key.items():
        best = sorted(columns, key=lambda one: one[0])
        if key != "summary" or not is_diary(headings):
            is_several = key in SEVERAL or (sort == CONTACTS and key in WISHES)
            found |= {heading: key for _, heading in (best if is_several else best[:1])}
    return _named(found) if sort == CONTACTS else found


def _named(found: dict[str, str]) -> dict[str, str]:
    """With a name in any case: a first name alone is one, and so is a firm where nobody of it is named."""
    keys = {*found.values()}
    if "name" in keys or "last" in keys:
        return found
    if "first" in keys:
        return {heading: "name" if key == "first" else key for heading, key in found.items()}
    firm = next((heading for heading in found if slug_of(heading) in _FIRMS.split()), None)
    return found | {firm: "name"} if firm else found


def _meaning(heading: str, sort: str) -> tuple[str, int] | None:
    """The key that a heading means, and how well it says it; `Teléfono (WhatsApp)` is a `Teléfono`."""
    for text in (heading, re.sub(r"\([^()]*\)|\[[^\[\]]*\]", " ", heading)):
        words = slug_of(text).split("-") if text.strip() else []
        found = _named_by(words, sort) or _made_of(words, sort) or _opted_out(words, sort)
        if found:
            return found
    return None


def _named_by(words: list[str], sort: str) -> tuple[str, int] | None:
    """By a name, in whatever order its words stand; else without the words that change nothing."""
    plain, names = _core(words), _names(sort)
    is_turned = sort != CALENDAR and plain & _TURNED
    beside = frozenset() if is_turned else _BESIDE.get(sort, _BESIDE[CONTACTS])
    return names.get(plain) or names.get(plain - beside)


def _made_of(words: list[str], sort: str) -> tuple[str, int] | None:
    """By words that say an address or a phone, and none that says something else of it: `Mobile phone no.`"""
    plain = _core(words)
    for key, (said, beside) in _MADE_OF.items():
        own = plain & {*said.split()} - {"e", "electronico"}
        is_number = "no" not in plain or (key == "phone" and (words[-1] == "no" or "no de" in " ".join(words)))
        if key in KEYS[sort] and sort != CALENDAR and own and is_number and plain <= {*said.split(), *beside.split()}:
            ranks = [_names(sort).get(frozenset((word,)), (key, 0))[1] for word in own]
            return key, min(ranks) + (1000 if plain & _LATER else 0)
    return None


def _opted_out(words: list[str], sort: str) -> tuple[str, int] | None:
    """By its beginning: HubSpot has a column for each sort of mail, `Opted out of email: News`."""
    is_said = sort != CALENDAR and "-".join(words).startswith(_OPTED_OUT)
    return ("opted_out", len(words)) if is_said else None


def _core(words: Iterable[str]) -> frozenset[str]:
    return frozenset(words) - _SMALL


@cache
def _names(sort: str) -> Mapping[frozenset[str], tuple[str, int]]:
    """The words of every name of a sort of rows → its key, and its place among the names of that key."""
    found: dict[frozenset[str], tuple[str, int]] = {}
    for key, names in KEYS[sort].items():
        for rank, name in enumerate(dict.fromkeys((slug_of(key), *names.split()))):
            found.setdefault(_core(name.split("-")), (key, rank))
    return {words: meant for words, meant in found.items() if words}


def is_diary(headings: Iterable[str]) -> bool:
    """Whether these are the appointments of somebody, as Outlook writes them: what is told of them are own notes."""
    return bool(_DIARY & {slug_of(heading) for heading in headings})
