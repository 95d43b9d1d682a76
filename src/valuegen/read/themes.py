"""The theme of a workspace: its folders, its options, and what `valuegen.yaml` says of them under `theme:`."""

import re
from collections.abc import Mapping
from dataclasses import replace

from valuegen.finding import Finding
from valuegen.model.theme import ChosenTheme, Option
from valuegen.read.files import Files
from valuegen.read.nearest import nearest
from valuegen.read.nodes import Map, Node, Scalar, Seq, place, value
from valuegen.read.settings import SettingsRead
from valuegen.read.theme_chain import Layer, built_in_chain, chain, own_names
from valuegen.read.theme_folders import DEFAULT, built_in_names
from valuegen.read.theme_options import declared, in_force, papers_of, valued
from valuegen.read.theme_values import Asked, Ground, read_value
from valuegen.read.told import not_known, told
from valuegen.words import msg

_HASH = re.compile(r":\s+(#[0-9a-fA-F]{3,6})\b")


def read_theme(files: Files, settings: SettingsRead, statics: tuple[str, ...]) -> ChosenTheme:
    """The theme that the settings choose, with its options in force. Findings go to `files`."""
    name = settings.settings.site.theme if settings.settings is not None else DEFAULT
    before = len(files.findings)
    layers = chain(files, name if name in (*built_in_names(), *own_names(files)) else DEFAULT)
    papers = papers_of(layers)
    forms, wrong = declared(layers)
    options, wrong_defaults = valued(forms, papers, statics)
    files.findings += (*wrong, *wrong_defaults)
    if layers[0].name == name:
        # an option that is not known may be one that the theme declares where it has a mistake
        is_sound = not any(finding.level == "error" for finding in files.findings[before:])
        written = _written(files, settings, layers[0], options, is_sound)
        plain = {name: node for name, node in written.items() if options[name].type != "colour"}
        options = _set(files, options, plain, Ground(papers.light, papers.dark, statics))
        colours = {name: node for name, node in written.items() if name not in plain}
        options = _set(files, options, colours, in_force(papers, forms, options, statics))
    return _chosen(layers, options, in_force(papers, forms, options, statics))


def built_in_theme(name: str = DEFAULT, like: Mapping[str, Option] | None = None) -> ChosenTheme:
    """A built-in theme, with its defaults, or with what is set in the options of another where they are the same."""
    layers = built_in_chain(name)
    papers = papers_of(layers)
    forms, wrong = declared(layers)
    options, wrong_defaults = valued(forms, papers)
    assert not (*wrong, *wrong_defaults), "a built-in theme has mistakes"
    said = {name: option for name, option in (like or {}).items() if option.is_set and name in options}
    same = {name: option for name, option in said.items() if (option.type, option.of) == _form(options[name])}
    options = {**options, **same}
    return _chosen(layers, options, in_force(papers, forms, options, ()))


def _form(option: Option) -> tuple[str, tuple[str, ...]]:
    return option.type, option.of


def _chosen(layers: tuple[Layer, ...], options: Mapping[str, Option], ground: Ground) -> ChosenTheme:
    own = layers[0]
    folders = tuple(layer.folder for layer in layers)
    paper = ground.light[0], ground.dark[0]
    return ChosenTheme(own.name, folders, options, own.file.name or own.name, own.file.about or "", paper)


def _written(
    files: Files, settings: SettingsRead, theme: Layer, options: Mapping[str, Option], is_sound: bool
) -> Mapping[str, Node]:
    """What is written for each option that is known."""
    node = value(settings.node, "theme") if settings.node is not None else None
    if isinstance(node, Seq) and len(node.items) == 1:
        node = node.items[0]
    found: dict[str, Node] = {}
    for name, (key, written) in node.items.items() if isinstance(node, Map) else ():
        if name in options:
            found[name] = written
        elif is_sound:
            files.findings.append(_unknown(theme, options, key))
    return found


def _set(
    files: Files, options: Mapping[str, Option], written: Mapping[str, Node], ground: Ground
) -> Mapping[str, Option]:
    """The options with what is written for them."""
    found = dict(options)
    for name, node in written.items():
        option = options[name]
        if isinstance(node, Scalar) and node.is_nothing:
            _report_comment(files, option, node)
            continue
        read = read_value(Asked(name, option.type, option.of, name), node, ground)
        files.findings += read.findings
        if read.value is not None:
            found[name] = replace(option, value=read.value, is_set=True)
    return found


def _unknown(theme: Layer, options: Mapping[str, Option], key: Scalar) -> Finding:
    what = msg("The theme “{theme}” has no option “{name}”.", theme=theme.name, name=key.text)
    mend = (
        msg("The keys known here are: {keys}.", keys=tuple(options))
        if options
        else msg("Take it out: it has no options.")
    )
    return not_known(what, place(key), nearest(key.text, options), mend)


def _report_comment(files: Files, option: Option, node: Node) -> None:
    """`accent: #9a3412` says nothing to YAML: after a space, # begins a comment."""
    lines = files.texts.get(node.file, "").splitlines()
    line = lines[node.line - 1] if node.line <= len(lines) else ""
    found = _HASH.search(line)
    if option.type == "colour" and found:
        message = msg("Nothing is read here: after a space, # begins a comment.")
        mend = msg("Write the colour in quotes: {cure}", cure=f'{option.name}: "{found[1]}"')
        files.findings.append(told(message, place(node), mend))
