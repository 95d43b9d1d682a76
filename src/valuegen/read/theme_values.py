"""What is written for an option of a theme → its value, or what is wrong with it."""

import math
import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from valuegen.finding import Finding
from valuegen.model.base import Line, Record, Unknown
from valuegen.model.colour import READABLE, Colour, Shades, contrast, is_readable, read_colour, readable, worst
from valuegen.model.contact_ways import read_url
from valuegen.model.texts import line_of
from valuegen.model.theme import LinkTo, OptionValue
from valuegen.model.values import Wrong, read_flag
from valuegen.read.nearest import nearest
from valuegen.read.nodes import Map, Node, Scalar, Seq, each, is_refused, place
from valuegen.read.shape import cut_text, shape
from valuegen.read.told import not_known, told
from valuegen.words import msg

IMAGES = (".png", ".jpg", ".jpeg", ".webp", ".avif", ".svg", ".gif")
_NUMBER = re.compile(r"-?[0-9]{1,9}(?:\.[0-9]{1,6})?")
_INSIDE = re.compile(r"(?:entry|segment):[a-z0-9-]+(?:#\S*)?|/(?!/)\S*|(?:mailto|tel):\S+")


@dataclass(frozen=True, slots=True)
class Ground:
    """What values are judged on: the papers of light and dark, and the files of `content/static/`."""

    light: tuple[Colour, ...]
    dark: tuple[Colour, ...]
    statics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """An option that a value is read for: its name, type and choices; `key`: what is written before its value."""

    name: str
    type: str
    of: tuple[str, ...]
    key: str


@dataclass(frozen=True, slots=True)
class Valued:
    """The value, None where something is wrong with it; and what."""

    value: OptionValue | None
    findings: tuple[Finding, ...] = ()


def read_value(asked: Asked, node: Node, ground: Ground) -> Valued:
    """Read the value of an option. Colours that can't be read on the papers, and files that aren't there, are wrong."""
    if is_refused(node):
        return Valued(None)
    try:
        return _READERS[asked.type](asked, node, ground)
    except Unknown as wrong:
        what, near = wrong.message, nearest(wrong.text, wrong.known)
        return Valued(None, (not_known(what, place(node), near, msg("Write one of those.")),))
    except Wrong as wrong:
        return Valued(None, (told(wrong.message, place(node), wrong.mend),))


def _plain(node: Node) -> str:
    """One value; a list of one is taken for it."""
    if isinstance(node, Seq) and len(node.items) == 1:
        node = node.items[0]
    if isinstance(node, Seq):
        raise Wrong(msg("One value is expected here, not a list."), msg("Keep one value."))
    if isinstance(node, Map):
        raise Wrong(msg("One value is expected here, not keys."), msg("Write the value after the colon."))
    return node.text


def _choice(asked: Asked, node: Node, ground: Ground) -> Valued:
    text = line_of(_plain(node))
    if text not in asked.of:
        raise Unknown(text, asked.of)
    return Valued(text)


def _text(asked: Asked, node: Node, ground: Ground) -> Valued:
    if isinstance(node, Scalar) and node.cut:
        return Valued(line_of(_plain(node)), (cut_text(node),))
    text = _plain(node)
    return Valued(line_of(text) if text.strip() else "")


def _flag(asked: Asked, node: Node, ground: Ground) -> Valued:
    return Valued(read_flag(_plain(node)))


def _number(asked: Asked, node: Node, ground: Ground) -> Valued:
    text = _plain(node)
    if not _NUMBER.fullmatch(text):
        raise Wrong(msg("“{text}” is not a number.", text=text), msg("Write it in digits, for example 12 or 1.5."))
    return Valued(float(text) if "." in text else int(text))


def _image(asked: Asked, node: Node, ground: Ground) -> Valued:
    text = _plain(node)
    if not text:
        return Valued("")
    path = posixpath.normpath(text.lstrip("/"))
    known = [name for name in ground.statics if name.lower().endswith(IMAGES)]
    if path in known:
        return Valued(path)
    if path in ground.statics:
        raise Wrong(msg("“{file}” is no picture.", file=text), msg("Name a picture: {kinds:or}.", kinds=IMAGES))
    what = msg("There is no picture “{file}” in content/static/.", file=text)
    mend = msg("Put it there, and name it by its path from content/static/.")
    return Valued(None, (not_known(what, place(node), nearest(path, known), mend),))


class _LinkForm(Record):
    text: Line
    to: Line


def _links(asked: Asked, node: Node, ground: Ground) -> Valued:
    links: list[LinkTo] = []
    findings: list[Finding] = []
    for item in each(node):
        shaped = shape(item, _LinkForm)
        findings += shaped.findings
        if shaped.record is not None:
            link = shaped.record
            try:
                links.append(LinkTo(link.text, _target(link.to), link.where("to")))
            except Wrong as wrong:
                findings.append(told(wrong.message, link.where("to"), wrong.mend))
    is_fine = not any(finding.level == "error" for finding in findings)
    return Valued(tuple(links) if is_fine else None, tuple(findings))


def _target(text: str) -> str:
    """Where a link may lead. Whether it is there is the rule `broken-link`'s to see."""
    if text.lower().startswith(("http:", "https:")):
        return read_url(text)
    if not _INSIDE.fullmatch(text):
        raise Wrong(
            msg("A link can't lead to “{target}”.", target=text),
            msg("Write entry:SLUG, segment:ID, an address of this site that begins with /, or https://…"),
        )
    return text


def _colour(asked: Asked, node: Node, ground: Ground) -> Valued:
    """One colour, or one for light paper and one for dark."""
    if not isinstance(node, Map):
        light = read_colour(_plain(node))
        wrong = _unreadable(light, ground.light, asked, asked.key, node)
        return Valued(None, wrong) if wrong else Valued(_shades(light, readable(light, ground.dark), ground))
    shaped = shape(node, _PairForm)
    if shaped.record is None:
        return Valued(None, shaped.findings)
    both: dict[str, Colour] = {}
    findings: list[Finding] = []
    for key, papers in (("light", ground.light), ("dark", ground.dark)):
        written = node.items[key][1]
        try:
            both[key] = read_colour(_plain(written))
            findings += _unreadable(both[key], papers, asked, key, written)
        except Wrong as wrong_text:
            findings.append(told(wrong_text.message, place(written), wrong_text.mend))
    return Valued(None, tuple(findings)) if findings else Valued(_shades(both["light"], both["dark"], ground))


class _PairForm(Record):
    light: Line
    dark: Line


def _shades(light: Colour, dark: Colour | None, ground: Ground) -> Shades:
    """What is written on a colour is the paper that differs most from it."""
    dark = dark or max(ground.light, key=lambda paper: min(contrast(paper, other) for other in ground.dark))
    on_light = max(ground.light, key=lambda paper: contrast(light, paper))
    on_dark = max(ground.dark, key=lambda paper: contrast(dark, paper))
    return Shades(light, dark, on_light, on_dark)


def _unreadable(colour: Colour, papers: tuple[Colour, ...], asked: Asked, key: str, node: Node) -> tuple[Finding, ...]:
    if is_readable(colour, papers):
        return ()
    paper, near = worst(colour, papers), readable(colour, papers)
    message = msg(
        "`{option}`: text in {colour} can't be read well on {paper}, a paper of the theme: the contrast is "
        "{rate:number} to 1, and {least:number} is the least (WCAG 2.2, AA).",
        option=asked.name,
        colour=str(colour),
        paper=str(paper),
        rate=Fraction(math.floor(contrast(colour, paper) * 10), 10),
        least=Fraction(READABLE),
    )
    if near is None:
        return (told(message, place(node), msg("Take another colour, or make the papers more alike.")),)
    return (
        told(
            message,
            place(node),
            msg("Write the nearest that can be read: {cure}", cure=f'{key}: "{near}"'),
            data={"colour": str(colour), "paper": str(paper), "nearest": str(near)},
        ),
    )


_READERS: Mapping[str, Callable[[Asked, Node, Ground], Valued]] = {
    "colour": _colour,
    "choice": _choice,
    "text": _text,
    "flag": _flag,
    "number": _number,
    "image": _image,
    "links": _links,
}
