"""What pydantic refused, in the user's words, at the place where it stands."""

from typing import Any

from valuegen.finding import Finding, Place
from valuegen.model.base import Path, Unknown
from valuegen.model.said import word_said
from valuegen.model.values import Wrong
from valuegen.read.echoes import MISSING
from valuegen.read.form import Form
from valuegen.read.nearest import nearest
from valuegen.read.nodes import Map, Node, Scalar, Seq, place
from valuegen.read.told import is_private, not_known, told
from valuegen.words import Message, msg


def finding_of(problem: Any, node: Map, form: Form) -> Finding:
    """The finding of one of pydantic's errors about a node that was to have this form."""
    path: Path = problem["loc"]
    wrong = problem.get("ctx", {}).get("error")
    if isinstance(wrong, Wrong):
        return _refused(wrong, _place(node, path))
    if problem["type"] == "missing":
        key = str(path[-1])
        mend = _MISSING.get(".".join(map(str, path))) or _MISSING.get(key) or msg("Write `{key}: …` here.", key=key)
        return told(msg("`{key}` is missing.", key=key), _place(node, path[:-1]), mend, data={MISSING: key})
    return told(*expected(path, form, _place(node, path)))


def _refused(wrong: Wrong, at: Place) -> Finding:
    private = is_private(at.file)
    message = wrong.bare if private else wrong.message
    if isinstance(wrong, Unknown):
        near = word_said(wrong.text, wrong.known) or nearest(wrong.text, wrong.known)
        what = msg("This is not one of the words known here.") if near else message
        if near and not private:
            what = msg("“{text}” is not one of the words known here.", text=wrong.text)
        return not_known(what, at, near, msg("Write one of those."))
    return told(message, at, wrong.bare_mend if private else wrong.mend)


def expected(path: Path, form: Form, at: Place) -> tuple[Message, Place, Message]:
    """Keys are expected, and something else is there: what is wrong, where, and how it is written."""
    named = [step for step in path if isinstance(step, str)]
    example = next((_EXAMPLES[step] for step in reversed(named) if step in _EXAMPLES), None)
    if example is not None:
        return (
            msg("Keys and their values are expected here."),
            at,
            msg("Write, for example: {example}", example=example),
        )
    keys = tuple(key for key in form.required if key != _MADE) or form.known[:4]
    return msg("Keys and their values are expected here."), at, msg("Write at least these: {keys}.", keys=keys)


_MADE = "slug"
"""Required, and made of the title where it is not written."""
_EXAMPLES = {
    "agreed": "agreed: {on: 2025-03-02}",
    "allow": 'allow: {too-quiet: "…"}',
    "approved": "approved: {by: irene, on: 2026-12-03}",
    "away": "away: [{from: 2027-01-10, to: 2027-01-20}]",
    "cadence": "cadence: {at_least: 21 days, at_most: 2 per 7 days}",
    "closed": "closed: [{from: 12-24, to: 01-02}]",
    "dates": "dates: {birthday: 1980-02-29}",
    "goals": "goals: [{product: …, sales: 4 per 30 days}]",
    "image": "image: {src: img/1.jpg, alt: …}",
    "markdown": "markdown: {engine: markdown-it}",
    "meet": "meet: {text: …, by: irene}",
    "owner": "owner: {name: …, email: …}",
    "pauses": "pauses: [{from: 2026-12-20, to: 2027-01-07}]",
    "permalinks": 'permalinks: {post: "/{slug}/"}',
    "products": "products: [{id: …, name: …}]",
    "reminders": "reminders: {lead: 3 days}",
    "repeat": "repeat: {rule: FREQ=WEEKLY}",
    "rules": "rules: {too-quiet: off}",
    "site": "site: {title: …, url: https://firm.example}",
    "words": "words: {jargon: {add: […], except: […]}}",
}
_MISSING = {
    "site.title": msg("Write the name of the site, for example: title: Corner Bakery"),
    "title": msg("Write, for example: title: How much flour do you throw away?"),
    "kind": msg("Write one of: industry, expertise, reference, conversation, courtesy, pitch."),
    "url": msg("Write the address of the site, for example: url: https://firm.example"),
    "name": msg("Write, for example: name: Corner bakeries"),
    "date": msg("Write, for example: date: 2026-12-03"),
    "heard": msg("Write the day you heard it, for example: heard: 2026-12-03"),
    "site": msg("Write, for example: site: {{title: …, url: https://firm.example}}"),
}


def _place(node: Map, path: Path) -> Place:
    """The place of the value at a path, or of what it would stand in; of the key, where the key is wrong."""
    found: Node = node
    for number, step in enumerate(path):
        if isinstance(found, Seq) and len(found.items) == 1 and isinstance(step, str):
            found = found.items[0]
        if isinstance(found, Map) and isinstance(step, str) and step in found.items:
            if path[number + 1 :] == ("[key]",):
                return place(found.items[step][0])
            found = found.items[step][1]
        elif isinstance(found, Seq) and isinstance(step, int) and step < len(found.items):
            found = found.items[step]
        elif isinstance(found, Scalar) or step != 0:
            break
    return place(found)
