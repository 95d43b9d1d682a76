"""A node and a model → a record, or the findings of what is wrong in it. One mistake hides no other."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, TypeVar

from pydantic import ValidationError

from valuegen.finding import Finding, Place
from valuegen.model.base import Path, Record
from valuegen.read.attempts import quoted_as
from valuegen.read.form import Form, form_of
from valuegen.read.keys import in_one_way, other_name, without_colon
from valuegen.read.nearest import nearest
from valuegen.read.nodes import Map, Node, Scalar, Seq, is_derived, is_refused, place
from valuegen.read.partial import without
from valuegen.read.straight import straight
from valuegen.read.told import is_private, told
from valuegen.read.wrongs import expected, finding_of
from valuegen.words import msg

R = TypeVar("R", bound=Record)
LONGEST_CURE = 120
"""Of a longer text one is not asked to paste the whole."""


class Shaped(NamedTuple, Generic[R]):
    """The record (None where something is wrong in it), and what is wrong.

    `partial` is the record without what is wrong (None where too little is left): the rest of it can be judged, so
    that all mistakes come in one run, but it is no record of the workspace.
    """

    record: R | None
    findings: tuple[Finding, ...] = ()
    partial: R | None = None


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
    record = straight(node, model, Located)
    if record is not None:
        return Shaped(record, (), record)
    node, findings = in_one_way(node, form)
    findings += _cut_texts(node, form)
    is_fine = not any(finding.level == "error" for finding in findings) and not is_refused(node)
    if is_fine:
        try:
            record = model.model_validate(plain(node, form))
        except ValidationError as error:
            is_fine = False
            findings += _told(error, node, form)
            record = without(error, plain(node, form), model)
    else:
        record = _of_the_rest(node, form, model, findings)
    if record is not None:
        record = record.bare()
        record.stand(place(node), Located(node))
    return Shaped(record if is_fine else None, tuple(findings), record)


def _of_the_rest(node: Map, form: Form, model: type[R], findings: list[Finding]) -> R | None:
    """The record of what is neither unknown nor refused; what else is wrong is added to `findings`."""
    known = {
        key: pair for key, pair in _lists_apart(node).items.items() if key in form.keys and not is_refused(pair[1])
    }
    data = plain(node._replace(items=known), form)
    try:
        return model.model_validate(data)
    except ValidationError as error:
        findings += _told(error, node, form)
        return without(error, data, model)


def _lists_apart(node: Map) -> Map:
    """The node without the refused lists of `words`: each is by itself, and what is wrong in the others is told too."""
    name, lists = node.items.get("words", (None, None))
    if name is None or not isinstance(lists, Map):
        return node
    sound = lists._replace(items={key: pair for key, pair in lists.items.items() if not is_refused(pair[1])})
    return node._replace(items={**node.items, "words": (name, sound)})


def plain(node: Map, form: Form) -> dict[str, Any]:
    """The texts of a record, nested as it is. A key with nothing after it is not there, unless it is the user's own."""
    return {
        key: value.text if isinstance(value, Scalar) else _texts(value, key in form.free)
        for key, (_, value) in node.items.items()
        if not isinstance(value, Scalar) or value.text or value.style
    }


def _texts(node: Node, keep: bool) -> Any:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Seq):
        return [item.text if isinstance(item, Scalar) else _texts(item, keep) for item in node.items]
    return {
        key: _texts(value, keep)
        for key, (_, value) in node.items.items()
        if keep or not isinstance(value, Scalar) or value.text or value.style
    }


def _told(error: ValidationError, node: Map, form: Form) -> Iterator[Finding]:
    for problem in error.errors(include_url=False, include_input=False):
        is_told = problem["type"] == "extra_forbidden"
        if problem["type"] == "missing":
            is_told = _is_told(node, form, problem["loc"])
        if not is_told:
            yield finding_of(problem, node, form)


def _is_told(node: Map, form: Form, path: Path) -> bool:
    """Whether a missing key is there with a refused value, or under an unknown name that was meant to be it."""
    around = at(node, path[:-1])
    if isinstance(around, Seq) and len(around.items) == 1:
        around = around.items[0]
    inner: Form | None = form
    for step in path[:-1]:
        if isinstance(step, str) and inner is not None:
            inner = inner.inner.get(step)
    if not isinstance(around, Map) or inner is None:
        return False
    key = str(path[-1])
    if key in around.items and is_refused(around.items[key][1]):
        return True
    strange = (other for other in around.items if other not in inner.keys)
    names = (
        without_colon(other, inner) or other_name(other, inner) or nearest(other, inner.known) for other in strange
    )
    return key in names


def _cut_texts(node: Node, form: Form, in_prose: bool = False, key: str = "") -> Iterator[Finding]:
    """Notes of texts that a ` #` cut."""
    if isinstance(node, Scalar):
        if node.cut and in_prose:
            yield cut_text(node, f"{key}: " if key else "")
    elif isinstance(node, Seq):
        for item in node.items:
            yield from _cut_texts(item, form, in_prose)
    else:
        for name, (_, value) in node.items.items():
            yield from _cut_texts(value, form.inner.get(name, form), in_prose or name in form.prose, name)


def cut_text(node: Scalar, before: str = "") -> Finding:
    """That a ` #` cut a text, and the whole of it ready to paste. `before`: what stands before it on its line."""
    message = msg("The text ends before “ #”: what follows is a comment.")
    whole = f"{node.text}{node.cut}".strip()
    if is_private(node.file) or len(whole) > LONGEST_CURE:
        mend = msg("If it belongs to the text, write all of it in quotes.")
    else:
        mend = msg("If it belongs to the text, write: {cure}", cure=f"{before}{quoted_as(whole)}")
    return told(message, place(node), mend, "note")
