"""What the headings of a table mean: as people, Excel, Outlook, Google and Mailchimp write them (es, en)."""

from collections.abc import Iterable, Mapping

from valuegen.model.slug import slug_of

CONTACTS, CALENDAR, OPT_OUTS = "contacts", "calendar", "opt-outs"
SORTS = (CONTACTS, CALENDAR, OPT_OUTS)
_CONTACT = {
    "id": "id codigo code",
    "name": (
        "name nombre-completo full-name display-name nombre-y-apellidos cliente client contacto contact "
        "nombre-para-mostrar"
    ),
    "first": "first-name given-name nombre nombre-de-pila",
    "last": "last-name family-name apellido apellidos surname",
    "email": (
        "email e-mail mail correo correo-electronico direccion-de-correo-electronico direccion-de-correo email-address "
        "e-mail-address e-mail-1-value correo-e e-mail-direccion direccion-de-email"
    ),
    "phone": (
        "phone telefono tel movil celular mobile mobile-phone telefono-movil phone-1-value phone-number whatsapp "
        "numero-de-telefono telefono-particular primary-phone numero tfno"
    ),
    "birthday": "birthday cumpleanos fecha-de-nacimiento nacimiento date-of-birth birth-date dob",
    "about": "about notes notas nota observaciones comentarios comments remarks",
    "segment": "segment segmento segments segmentos grupo group tipo-de-cliente",
    "stage": "stage etapa fase",
    "channel": "channel canal canal-preferido preferred-channel",
    "owner": "owner responsable comercial",
    "topics": "cares-about topics temas intereses interests le-interesa",
    "came_by": "came-by source origen procedencia como-llego referred-by",
    "opted_out": (
        "opted-out opt-out baja fecha-de-baja dado-de-baja unsubscribed unsub-time unsubscribed-at no-escribir"
    ),
    "no_pitches": "no-pitches sin-ofertas no-ofertas",
}
_ENTRY = {
    "date": "date fecha dia day publish-date fecha-de-publicacion publication-date fecha-publicacion start-date",
    "time": "time hora publish-time start-time",
    "title": "title titulo tema subject asunto post publicacion titular headline idea contenido titulo-del-post",
    "slug": "slug url-amigable",
    "kind": "kind tipo type clase tipo-de-contenido content-type pilar pillar",
    "segment": "segment segmento segments segmentos audiencia audience publico target buyer-persona",
    "contact": "contact contacto cliente client",
    "channel": "channel canal channels canales red red-social plataforma platform medio network",
    "status": "status estado",
    "author": "author autor responsable owner encargado",
    "topics": "topics temas etiquetas tags categoria category categorias categories",
    "summary": "summary resumen descripcion description",
    "ask": "ask pregunta-al-lector cta call-to-action llamada-a-la-accion",
    "question": "question pregunta",
    "text": "text texto copy cuerpo body",
    "minutes": "minutes minutos",
    "product": "product producto",
}
_OPT_OUT = {
    "email": _CONTACT["email"],
    "opted_out": _CONTACT["opted_out"] + " date fecha fecha-baja",
}
KEYS: Mapping[str, Mapping[str, str]] = {CONTACTS: _CONTACT, CALENDAR: _ENTRY, OPT_OUTS: _OPT_OUT}


def guessed(headings: Iterable[str], sort: str) -> dict[str, str]:
    """Heading → key, each key once: the first heading that means it."""
    found: dict[str, str] = {}
    for heading in headings:
        name = slug_of(heading) if heading.strip() else ""
        for key, names in KEYS[sort].items():
            if key not in found.values() and (name == slug_of(key) or name in names.split()):
                found[heading] = key
                break
    if sort == CONTACTS and "first" in found.values() and not {"last", "name"} & {*found.values()}:
        return {heading: "name" if key == "first" else key for heading, key in found.items()}
    return found


def sort_of(headings: Iterable[str], mapped: Mapping[str, str]) -> str | None:
    """What a table is, by its headings (`mapped`: those whose key was given); None where it can't be told."""
    headings = tuple(headings)
    keys = {sort: {*guessed(headings, sort).values(), *mapped.values()} for sort in SORTS}
    if {"title", "date"} <= keys[CALENDAR] and "email" not in keys[CONTACTS]:
        return CALENDAR
    if {slug_of(heading) for heading in headings if heading.strip()} & {"unsub-time", "unsub-reason"}:
        return OPT_OUTS
    if {"name", "first", "last"} & keys[CONTACTS]:
        return CONTACTS
    if "email" in keys[OPT_OUTS]:
        return OPT_OUTS
    return CALENDAR if "title" in keys[CALENDAR] else None
