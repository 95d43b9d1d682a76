"""The options that a chain of themes declares: own ones add to the parent's, or change a part of them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from valuegen.finding import Finding, Place
from valuegen.model.colour import BLACK, WHITE, Colour, Shades
from valuegen.model.theme import Option, OptionForm, OptionValue
from valuegen.model.theme import Papers as PapersForm
from valuegen.read.nearest import nearest
from valuegen.read.nodes import Node, Scalar, place
from valuegen.read.theme_chain import Layer
from valuegen.read.theme_values import Asked, Ground, read_value
from valuegen.read.told import not_known, told
from valuegen.words import msg

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_EMPTY: Mapping[str, OptionValue] = {
    "colour": Shades(BLACK, WHITE, WHITE, BLACK),
    "choice": "",
    "text": "",
    "flag": False,
    "number": 0,
    "image": "",
    "links": (),
}


@dataclass(frozen=True, slots=True)
class Papers:
    """The papers of the nearest theme that names some. `layer`: its number in the chain, 0 the theme itself."""

    light: tuple[Colour, ...]
    dark: tuple[Colour, ...]
    layer: int
    place: Place


@dataclass(frozen=True, slots=True)
class Declared:
    """An option with the parts that each theme of the chain says of it; `layer`: whose the default is."""

    name: str
    type: str
    of: tuple[str, ...]
    about: str
    default: Node | None
    layer: int
    place: Place
    papers: Mapping[str, PapersForm]


def papers_of(layers: tuple[Layer, ...]) -> Papers:
    """The papers that text stands on; white and black where no theme names any."""
    light: tuple[Colour, ...] = (WHITE,)
    dark: tuple[Colour, ...] = (BLACK,)
    found = Papers(light, dark, len(layers), Place("", 1, 1))
    for number in range(len(layers) - 1, -1, -1):
        papers = layers[number].file.papers
        if papers.light or papers.dark:
            light, dark = papers.light or found.light, papers.dark or found.dark
            found = Papers(light, dark, number, layers[number].file.where("papers"))
    return found


def declared(layers: tuple[Layer, ...]) -> tuple[Mapping[str, Declared], tuple[Finding, ...]]:
    """The options of a chain, those of the last parent first; and what is wrong with how they are declared."""
    found: dict[str, Declared] = {}
    findings: list[Finding] = []
    for number in range(len(layers) - 1, -1, -1):
        layer = layers[number]
        for name, form in layer.file.options.items():
            made = _one(layer, number, name, form, found.get(name))
            wrong = tuple(_misdeclared(layer, made, form))
            findings += wrong
            if not wrong:
                found[name] = made
    return found, tuple(findings)


def valued(
    options: Mapping[str, Declared], papers: Papers, statics: tuple[str, ...] = ()
) -> tuple[Mapping[str, Option], tuple[Finding, ...]]:
    """The options with their defaults; and which defaults are wrong."""
    ground = everywhere(papers, options, statics)
    found: dict[str, Option] = {}
    findings: list[Finding] = []
    for name, one in options.items():
        option = Option(name, one.type, _EMPTY[one.type], one.of, one.about)
        if one.default is not None:
            read = read_value(Asked(name, one.type, one.of, "default"), one.default, ground)
            findings += _in_its_place(read.findings, one, papers)
            option = option if read.value is None else replace(option, value=read.value)
        elif one.type == "choice":
            option = replace(option, value=one.of[0])
        found[name] = option
    return found, tuple(findings)


def everywhere(papers: Papers, options: Mapping[str, Declared], statics: tuple[str, ...]) -> Ground:
    """Every paper that may be chosen: a default is read on all of them."""
    chosen = [form for one in options.values() for form in one.papers.values()]
    light = (*papers.light, *(paper for form in chosen for paper in form.light))
    dark = (*papers.dark, *(paper for form in chosen for paper in form.dark))
    return Ground(tuple(dict.fromkeys(light)), tuple(dict.fromkeys(dark)), statics)


def in_force(
    papers: Papers, options: Mapping[str, Declared], values: Mapping[str, Option], statics: tuple[str, ...]
) -> Ground:
    """The papers that are chosen; the theme's where none is."""
    light, dark = papers.light, papers.dark
    for name, one in options.items():
        form = one.papers.get(str(values[name].value))
        if form is not None:
            light, dark = form.light or light, form.dark or dark
    return Ground(light, dark, statics)


def _in_its_place(findings: tuple[Finding, ...], one: Declared, papers: Papers) -> Iterator[Finding]:
    """A parent's colour that can't be read on papers of one's own is no fault of the parent's."""
    for finding in findings:
        near = finding.data.get("nearest")
        if papers.layer < one.layer and near is not None:
            mend = msg("Under `options:`, write: {cure}", cure=f'{one.name}: {{default: "{near}"}}')
            yield told(finding.message, papers.place, mend, data=finding.data)
        else:
            yield finding


def _one(layer: Layer, number: int, name: str, form: OptionForm, held: Declared | None) -> Declared:
    written = layer.at("options", name, "default")
    if written is not None and isinstance(written, Scalar) and written.is_nothing:
        written = None
    if held is not None and form.type not in (None, held.type):
        held = None
    node = layer.at("options", name)
    return Declared(
        name,
        form.type or (held.type if held else ""),
        form.of or (held.of if held else ()),
        form.about or (held.about if held else ""),
        written if written is not None or held is None else held.default,
        number if written is not None or held is None else held.layer,
        place(node) if node is not None else form.place,
        form.papers or (held.papers if held else {}),
    )


def _misdeclared(layer: Layer, made: Declared, form: OptionForm) -> Iterator[Finding]:
    at = layer.file.where("options", made.name, "of") if form.of else made.place
    if not _NAME.fullmatch(made.name):
        message = msg("“{name}” can't be the name of an option.", name=made.name)
        yield told(message, made.place, msg("Write small letters from a to z, digits and _, a letter first."))
    elif not made.type:
        message = msg("No theme says of what type the option `{name}` is.", name=made.name)
        mend = msg("Write its type, for example: {cure}", cure=f"{made.name}: {{type: text}}")
        yield told(message, made.place, mend)
    elif made.type == "choice" and not made.of:
        message = msg("`{name}` is a choice, and there is nothing to choose from.", name=made.name)
        yield told(
            message, made.place, msg("Write what there is after `of:`, for example: {cure}", cure="of: [one, two]")
        )
    elif made.type != "choice" and form.of:
        message = msg(
            "`of` is for options of the type `choice`; `{name}` is of the type `{type}`.",
            name=made.name,
            type=made.type,
        )
        yield told(message, at, msg("Take `of` out, or write `type: choice`."))
    elif form.papers and set(form.papers) - set(made.of):
        yield from _papers_of_nothing(layer, made, form)
    elif made.type == "colour" and made.default is None:
        message = msg("The colour `{name}` has no default.", name=made.name)
        yield told(message, made.place, msg("Write one, for example: {cure}", cure='default: "#9a3412"'))


def _papers_of_nothing(layer: Layer, made: Declared, form: OptionForm) -> Iterator[Finding]:
    for name in form.papers:
        if name not in made.of:
            what = msg("“{name}” is no choice of `{option}`.", name=name, option=made.name)
            at = layer.file.where("options", made.name, "papers", name)
            mend = msg("Papers are named by what is chosen: {names:or}.", names=made.of)
            if not made.of:
                mend = msg("Only a choice has papers of its own: take this out.")
            yield not_known(what, at, nearest(name, made.of), mend)
