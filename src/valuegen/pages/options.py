"""The options of a theme as templates see them: plain data, with links that lead where they say."""

import posixpath
from urllib.parse import unquote

from valuegen.model.colour import Shades
from valuegen.model.theme import LinkTo, OptionValue
from valuegen.pages.shelves import Shelves
from valuegen.pages.targets import Destination, from_page
from valuegen.pages.types import Theme
from valuegen.pages.views import Attribute, OptionLink, Options, OptionView, Tint
from valuegen.plan import addresses

OUTSIDE = ("http:", "https:", "mailto:", "tel:")


def options_of(shelves: Shelves, theme: Theme) -> Options:
    """Every option of the theme, by its name."""
    return Options(tuple((name, _view(shelves, option.value)) for name, option in theme.options.items()))


def places_of(options: Options) -> tuple[str, ...]:
    """The files of the site that links of the options lead to."""
    tuples = (getattr(options, name) for name in options)
    links = (link for value in tuples if isinstance(value, tuple) for link in value)
    return tuple(link.href for link in links if link.is_inside)


def attributes_of(theme: Theme) -> tuple[Attribute, ...]:
    """Choices and flags as `data-…` attributes of `<html>`, for style sheets to ask."""
    found = []
    for name, option in theme.options.items():
        if option.type in ("choice", "flag"):
            value = option.value if isinstance(option.value, str) else "yes" if option.value else "no"
            found.append(Attribute(f"data-{name.replace('_', '-')}", value))
    return tuple(found)


def is_chosen(asset: str, theme: Theme) -> bool:
    """Whether a style sheet is wanted: `fonts-book.css` is for the choice `book` of the option `fonts` alone."""
    for name, option in theme.options.items():
        choice = asset.removeprefix(f"{name.replace('_', '-')}-").removesuffix(".css")
        if option.type == "choice" and choice != asset.removesuffix(".css") and choice in option.of:
            return choice == option.value
    return True


def _view(shelves: Shelves, value: OptionValue) -> OptionView:
    if isinstance(value, Shades):
        return Tint(str(value.light), str(value.dark), str(value.on_light), str(value.on_dark))
    if isinstance(value, tuple):
        return tuple(_link(shelves, link) for link in value)
    return value


def _link(shelves: Shelves, link: LinkTo) -> OptionLink:
    if link.to.lower().startswith(OUTSIDE):
        return OptionLink(link.text, link.to, is_inside=False)
    return OptionLink(link.text, from_page("")(_destination(shelves, link.to)), is_inside=True)


def _destination(shelves: Shelves, to: str) -> Destination:
    """Where it is not there (the rule `broken-link` tells), home; an entry not yet published: its segment's hub."""
    path, mark, anchor = to.partition("#")
    kind, _, id = path.partition(":")
    if kind == "entry":
        if id in shelves.address:
            return Destination(shelves.address[id], rest=mark + anchor)
        kind, id = "segment", shelves.plan.coming.get(id, "")
    if kind == "segment":
        there = id in shelves.plan.segments
        return Destination(shelves.segment_address(id), rest=mark + anchor) if there else Destination(addresses.HOME)
    found = posixpath.normpath("/" + unquote(path).lstrip("/"))
    is_file = found.lstrip("/") in shelves.plan.statics
    address = f"{found}/" if path.endswith("/") and found != "/" else found
    return Destination(address, is_file=is_file, rest=mark + anchor)
