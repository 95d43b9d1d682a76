"""A node and a model → a record, or the findings of what is wrong in it. One mistake hides no other."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from valuegen.finding import Finding, Place
from valuegen.model.base import Path, Record
from valuegen.read.form import Form, form_of
from valuegen.read.keys import in_one_way
from valuegen.read.nodes import Map, Node, Scalar, Seq, is_derived, is_refused, place
from valuegen.read.told import told
from valuegen.read.wrongs import expected, finding_of
from valuegen.words import msg

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Shaped(Generic[R]):
    """The record (None where it can't be made), and what is wrong."""

    record: R | None
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Located:
    """Where the values of a record stand: its node, asked by path."""

    node: Node

    def get(self, path: Path, /) -> Place | None:
        """The place of the value at a path of keys and positions; None where nothing is written."""
        found = at(self.node, path)
        return place(found) if found is not None and not is_derived(found) else None


def at(node: Node, path: Path) -> Node | None:
    """The node at a path; a value that stands for a list of one is its item 0, and a list of one its item."""
    for step in path:
        if isinstance(node, Seq) and isinstance(step, str) and len(node.items) == 1:
            node = node.items[0]
        if isinstance(node, Map) and isinstance(step, str):
            found = node.items.get(step)
            if found is None or (isinstance(found[1], Scalar) and found[1].is_nothing):
                return None
            node = found[1]
        elif isinstance(node, Seq) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        elif step != 0:
            return None
    return node


def shape(node: Node, model: type[R], hidden: tuple[str, ...] = ()) -> Shaped[R]:
    """Make a record of a node. `hidden`: keys of the model that are not the user's to write."""
    form = form_of(model, hidden)
    if not isinstance(node, Map):
        return Shaped(None, (told(*expected((), form, place(node))),))
    node, findings = in_one_way(node, form)
    cut = tuple(_cut_texts(node, form))
    if is_broken(findings) or is_refused(node):
        findings = [*findings, *_wrong(node, form)]
        return Shaped(None, (*findings, *cut))
    try:
        record = model.model_validate(plain(node))
    except ValidationError as error:
        return Shaped(None, (*findings, *_told(error, node, form), *cut))
    record.stand(place(node), Located(node))
    return Shaped(record, (*findings, *cut))


def is_broken(findings: list[Finding]) -> bool:
    """Whether there is an error among them."""
    return any(finding.level == "error" for finding in findings)


def plain(node: Node) -> Any:
    """The texts of a node, nested as it is; a key with nothing after it is not there."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Seq):
        return [item.text if isinstance(item, Scalar) else plain(item) for item in node.items]
    found: dict[str, Any] = {}
    for key, (_, value) in node.items.items():
        if isinstance(value, Scalar):
            if value.text or value.style:
                found[key] = value.text
        else:
            found[key] = plain(value)
    return found


def _wrong(node: Map, form: Form) -> Iterator[Finding]:
    """What else is wrong in a record that has unknown keys or refused values already."""
    known = {key: pair for key, pair in node.items.items() if key in form.keys and not is_refused(pair[1])}
    lost = {key for key in node.items if key not in known}
    try:
        form.model.model_validate(plain(node._replace(items=known)))
    except ValidationError as error:
        yield from _told(error, node, form, lost)


def _told(
    error: ValidationError,
    node: Map,
    form: Form,
    lost: set[str] | None = None,
) -> Iterator[Finding]:
    for problem in error.errors(include_url=False, include_input=False):
        path: Path = problem["loc"]
        if problem["type"] == "extra_forbidden":
            continue
        if problem["type"] == "missing" and lost and (path[-1] in lost or _meant(path[-1], lost)):
            continue
        yield finding_of(problem, node, form)


def _meant(key: str | int, lost: set[str]) -> bool:
    """Whether one of the unknown keys was most likely meant to be this one."""
    from valuegen.read.nearest import nearest

    return any(nearest(other, (str(key),)) for other in lost)


def _cut_texts(node: Node, form: Form, in_prose: bool = False) -> Iterator[Finding]:
    """Notes of texts that a ` #` cut."""
    if isinstance(node, Scalar):
        if node.cut and in_prose:
            message = msg("The text ends before “ #”: what follows is a comment.")
            mend = msg("If it belongs to the text, write the whole in quotes.")
            yield told(message, place(node), mend, "note")
    elif isinstance(node, Seq):
        for item in node.items:
            yield from _cut_texts(item, form, in_prose)
    else:
        for key, (_, value) in node.items.items():
            yield from _cut_texts(value, form.inner.get(key, form), in_prose or key in form.prose)
