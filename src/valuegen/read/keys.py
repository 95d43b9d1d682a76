"""The keys of a record: those not known, those written in another number, those written twice."""

import re
from dataclasses import replace

from valuegen.finding import Finding
from valuegen.read.form import Form
from valuegen.read.nearest import nearest, plain
from valuegen.read.nodes import Map, Node, Scalar, Seq, place
from valuegen.read.told import is_private, not_known, told
from valuegen.words import Message, msg

OTHER_NAMES = {"tags": "topics", "description": "summary"}
"""What other generators call a key."""
_SPANISH = {
    "title": "titulo asunto",
    "name": "nombre",
    "date": "fecha dia",
    "kind": "tipo clase",
    "status": "estado",
    "segments": "segmentos segmento",
    "segment": "segmento",
    "contacts": "contactos contacto clientes cliente",
    "contact": "contacto cliente",
    "channels": "canales canal",
    "channel": "canal",
    "author": "autor autora",
    "summary": "resumen descripcion",
    "about": "descripcion",
    "topics": "temas tema etiquetas",
    "body": "cuerpo archivo",
    "text": "texto",
    "ask": "pregunta",
    "answers": "responde necesidades",
    "minutes": "minutos",
    "product": "producto",
    "language": "idioma lengua",
    "image": "imagen foto",
    "sources": "fuentes",
    "repeat": "repetir",
    "expires": "caduca vence",
    "stage": "etapa",
    "owner": "responsable",
    "phone": "telefono movil celular",
    "email": "correo correo-electronico",
    "dates": "fechas",
    "cadence": "cadencia frecuencia",
    "pauses": "pausas",
    "treatment": "trato tratamiento",
    "address": "tratamiento",
    "heard": "oida oido",
    "asked": "pregunta pidio",
    "needs": "necesita",
    "rules": "reglas",
    "site": "sitio",
    "timezone": "zona-horaria",
}
_MEANT: dict[str, tuple[str, ...]] = {}
for _name, _words in _SPANISH.items():
    for _word in _words.split():
        _MEANT[_word] = (*_MEANT.get(_word, ()), _name)
"""What somebody who writes in Spanish may call a key, to tell them its name."""


def in_one_way(node: Map, form: Form) -> tuple[Map, list[Finding]]:
    """The mapping with each known key written in the one way, and records below too; and what is wrong with its keys.

    Unknown keys stay where they are, so that what stands under them is not lost from sight.
    """
    if node.items.keys() <= form.plain:
        return node, []
    findings: list[Finding] = []
    items: dict[str, tuple[Scalar, Node]] = {}
    changed = was_cut = False
    before: tuple[Scalar, Node] | None = None
    for key, (name, value) in node.items.items():
        meant = form.keys.get(key)
        cut = _cut_by_comma(node, before, name, value) if meant is None and before else None
        if cut is not None:
            message = msg("The comma ends the text before it, and begins a new key.")
            found = told(message, place(name), _in_quotes(*cut))
            findings[len(findings) - was_cut :] = [replace(findings[-1], mend=found.mend) if was_cut else found]
            items[form.keys.get(cut[0].text, cut[0].text)] = before = cut
            changed = was_cut = True
            continue
        before, was_cut = (name, value), False
        if meant is None:
            findings.append(_unknown(node, name, value, form))
            items[key] = (name, value)
            continue
        if meant in items:
            findings.append(written_twice(name, items[meant][0]))
            changed = True
            continue
        inner, each = form.inner.get(meant), form.each.get(meant)
        if inner is not None and not isinstance(value, Scalar):
            value, wrong = _below(value, inner)
            findings += wrong
            changed = True
        elif each is not None and isinstance(value, Map):
            value, wrong = _below_each(value, each)
            findings += wrong
            changed = True
        changed = changed or meant != key
        items[meant] = (name, value)
    return (node._replace(items=items) if changed else node), findings


def _below(value: Node, form: Form) -> tuple[Node, list[Finding]]:
    if isinstance(value, Map):
        return in_one_way(value, form)
    if isinstance(value, Seq):
        below = [_below(item, form) for item in value.items]
        return value._replace(items=tuple(item for item, _ in below)), [one for _, wrong in below for one in wrong]
    return value, []


def _below_each(node: Map, form: Form) -> tuple[Map, list[Finding]]:
    """The same of the records that stand under names of the user's own."""
    below = {key: (name, *_below(value, form)) for key, (name, value) in node.items.items()}
    items = {key: (name, value) for key, (name, value, _) in below.items()}
    return node._replace(items=items), [one for _, _, wrong in below.values() for one in wrong]


def written_twice(name: Scalar, first: Scalar) -> Finding:
    """The finding of two keys that say the same."""
    message = msg(
        "`{key}` and `{other}` say the same; the first is on line {line}.",
        key=name.text,
        other=first.text,
        line=first.line,
    )
    return told(message, place(name), msg("Keep one of them."))


def _unknown(node: Map, name: Scalar, value: Node, form: Form) -> Finding:
    under = _under(name.text, form)
    if under is not None:
        message = msg("`{key}` belongs under `{other}`.", key=name.text, other=under)
        example = f"{under}: {{{name.text}: …}}"
        return told(message, place(name), msg("Write it there: {example}", example=example))
    key = without_colon(name.text, form)
    if key is not None:
        private = is_private(name.file)
        message = msg("There is no colon after `{key}`.", key=key)
        mend = msg("Write `{key}: …`, and what follows in quotes where it has a colon of its own.", key=key)
        return told(message, place(name), msg("Write `{key}: …`.", key=key) if private else mend, data={"nearest": key})
    near = other_name(name.text, form) or _nearest_key(node, name, form)
    meant = near and form.keys[near]
    return unknown_key(name, near if meant not in node.items else meant, form.known)


def _under(key: str, form: Form) -> str | None:
    """The key under which this one is known, if that is one alone, or one that has to be there."""
    found = [name for name, inner in form.inner.items() if key in inner.known]
    found = [name for name in found if name in form.required] or found
    return found[0] if len(found) == 1 else None


def other_name(key: str, form: Form) -> str | None:
    """The key that is called so elsewhere, or in Spanish."""
    meant = (OTHER_NAMES.get(key), *_MEANT.get(plain(key[:30]), ()))
    return next((name for name in meant if name in form.known), None)


def without_colon(text: str, form: Form) -> str | None:
    """The key with which a name begins that is its value too: `title Grapes` for `title: Grapes`."""
    first, space, _ = text.partition(" ")
    return first if space and first in form.known else None


def _nearest_key(node: Map, name: Scalar, form: Form) -> str | None:
    return nearest(name.text, (key for key in form.keys if key in form.known or key not in node.items))


def unknown_key(name: Scalar, near: str | None, known: tuple[str, ...]) -> Finding:
    """The finding of a key that is not known, with the nearest that is."""
    private = is_private(name.file)
    if near is not None and (not private or _WORD.fullmatch(name.text)):
        message = msg("`{key}`: did you mean `{name}`?", key=name.text, name=near)
        return told(message, place(name), msg("Write `{name}`.", name=near), data={"nearest": near})
    bare, message = msg("This key is not known here."), msg("`{key}` is not a key here.", key=name.text)
    return not_known(
        bare if private else message, place(name), near, msg("The keys known here are: {keys}.", keys=known)
    )


_WORD = re.compile(r"[a-z_]{1,20}")
"""What is like a key; anything else in a file about clients may be words of theirs."""


def _cut_by_comma(node: Map, before: tuple[Scalar, Node], name: Scalar, value: Node) -> tuple[Scalar, Scalar] | None:
    """The key and its text as they were meant, if a comma in braces cut it: `{title: Pan, vino}` has a key `vino` with
    nothing."""
    key, text = before
    if not (node.flow and isinstance(value, Scalar) and value.is_nothing and isinstance(text, Scalar)):
        return None
    is_close = not text.style and (text.line, text.column + len(text.text) + 1) == (name.line, name.column)
    return key, text._replace(text=f"{text.text}{',' if is_close else ', '}{name.text}")


def _in_quotes(key: Scalar, text: Scalar) -> Message:
    if is_private(key.file):
        return msg("Write the text in quotes.")
    mark = "'" if '"' in text.text else '"'
    return msg("Write: {cure}", cure=f"{key.text}: {mark}{text.text}{mark}")
