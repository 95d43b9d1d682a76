"""What pydantic refused, in the user's words, at the place where it stands."""

from typing import Any

from valuegen.finding import Finding, Place
from valuegen.model.base import Path, Unknown
from valuegen.model.values import Wrong
from valuegen.read.form import Form
from valuegen.read.nearest import nearest
from valuegen.read.nodes import Map, Node, Scalar, Seq, place
from valuegen.read.told import is_private, told
from valuegen.words import Message, msg


def finding_of(problem: Any, node: Map, form: Form) -> Finding:
    """The finding of one of pydantic's errors about a node that was to have this form."""
    path: Path = problem["loc"]
    wrong = problem.get("ctx", {}).get("error")
    if isinstance(wrong, Wrong):
        message, mend = _said(wrong, is_private(node.file))
        return told(message, _place(node, path), mend)
    if problem["type"] == "missing":
        message = msg("“{key}” is missing.", key=str(path[-1]))
        return told(message, _place(node, path[:-1]), _examples.get(str(path[-1])))
    return told(_expected(problem["type"], path, form), _place(node, path))


def _said(wrong: Wrong, private: bool) -> tuple[Message, Message | None]:
    message = wrong.bare if private else wrong.message
    mend = wrong.bare_mend if private else wrong.mend
    if isinstance(wrong, Unknown):
        near = nearest(wrong.text, wrong.known)
        mend = msg("Did you mean “{name}”?", name=near) if near else mend
    return message, mend


def _expected(kind: str, path: Path, form: Form) -> Message:
    """A mapping or a list stands where the other belongs."""
    inner: Form | None = form
    for step in path:
        if isinstance(step, str) and inner is not None:
            inner = inner.inner.get(step)
    if inner is not None and inner is not form:
        return msg("Keys and their values are expected here: {keys}.", keys=inner.required or inner.known[:4])
    if kind in ("mapping_type", "dict_type"):
        return msg("Keys and their values are expected here, as in “{example}”.", example=_example_of(path))
    return msg("A list is expected here.")


def _example_of(path: Path) -> str:
    """A line that shows what stands under a key of the user's own."""
    return {
        "dates": "dates: {Navidad: 12-24}",
        "allow": 'allow: {jargon: "…"}',
        "rules": "rules: {jargon: off}",
    }.get(str(path[0]) if path else "", "{a: b}")


_examples = {
    "title": msg("Write, for example: title: How much flour do you throw away?"),
    "kind": msg("Write one of: industry, expertise, reference, conversation, courtesy, pitch."),
    "url": msg("Write the address of the site, for example: url: https://firm.example"),
    "name": msg("Write, for example: name: Corner bakeries"),
    "date": msg("Write, for example: date: 2026-12-03"),
    "heard": msg("Write the day on which you heard it, for example: heard: 2026-12-03"),
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
