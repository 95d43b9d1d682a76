"""An entry's text, to read in the planner: its links lead to the planner's pages, where there is one."""

import posixpath
import re
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Literal
from urllib.parse import quote, unquote

from valuegen.pages.planner.frame import Desk, entry_file, root_of, segment_file
from valuegen.pages.types import Html
from valuegen.pages.views import NO_HTML
from valuegen.plan import addresses
from valuegen.plan.types import Occurrence

_IMAGE = re.compile(r'<img src="#" alt="([^"]*)"[^>]*>')
_OUTSIDE = ("http:", "https:", "mailto:", "tel:")
_ROOT = root_of(entry_file(""))

Kind = Literal["link", "image"]


class Bodies:
    """Where the addresses of the site lead inside the planner; made once, never changed."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        site = desk.plan.workspace.settings.site
        self._url = site.url.rstrip("/")
        written = [one for one in desk.plan.occurrences if one.entry.written]
        self._by_file = {one.entry.written.file: one for one in reversed(written) if one.entry.written}
        self._hubs = {
            _plain(addresses.segment(site.permalinks, id)): segment_file(id) for id in desk.plan.workspace.segments
        }

    @cached_property
    def _posts(self) -> Mapping[str, Occurrence]:
        """What has a page, by its address: few texts call it so."""
        permalinks = self._desk.plan.workspace.settings.site.permalinks
        pages = [(one, one.day) for one in self._desk.plan.occurrences if one.publishes and one.day]
        return {_plain(addresses.post(permalinks, one.entry.slug, day)): one for one, day in reversed(pages)}

    def html(self, occurrence: Occurrence) -> Html:
        """Its text; a picture stays a word. Empty where it has none."""
        prose = self._desk.plan.prose.get(occurrence.entry.slug)
        if prose is None:
            return NO_HTML
        return Html(_IMAGE.sub(r'<span class="image">\1</span>', prose.html_with(self._resolver(occurrence))))

    def _resolver(self, occurrence: Occurrence) -> Callable[[str, Kind], str]:
        def resolve(target: str, kind: Kind) -> str:
            if kind == "image":
                return "#"
            if target.startswith("#") or target.lower().startswith(_OUTSIDE):
                return target
            return self._inside(occurrence, target)

        return resolve

    def _inside(self, occurrence: Occurrence, target: str) -> str:
        """The planner's page of what a target names; of other pages and files of the site, their whole address."""
        path, anchor = _parted(target)
        if path.startswith("entry:"):
            found = self._desk.by_slug.get(path.removeprefix("entry:"))
            return self._entry(self._desk.entries[found], anchor) if found else "#"
        body = occurrence.entry.written
        folder = posixpath.dirname(body.file) if body else ""
        beside = posixpath.normpath(posixpath.join(folder, unquote(path)))
        if beside in self._by_file:
            return self._entry(self._by_file[beside], anchor)
        address = _plain(unquote(path))
        if address in self._posts:
            return self._entry(self._posts[address], anchor)
        if address in self._hubs:
            return _ROOT + self._hubs[address]
        ending = "/" if path.endswith("/") and address != "/" else ""
        return f"{self._url}{quote(address)}{ending}"

    def _entry(self, found: Occurrence, anchor: str) -> str:
        prose = self._desk.plan.prose.get(found.entry.slug)
        is_there = prose is not None and any(heading.anchor == anchor for heading in prose.headings)
        return f"{_ROOT}{entry_file(found.id)}" + (f"#{quote(anchor)}" if is_there else "")


def _plain(address: str) -> str:
    """An address as it is compared: `/harina`, whether it was written with a slash at its end or with its file."""
    return posixpath.normpath("/" + address.lstrip("/")).removesuffix("/index.html") or "/"


def _parted(target: str) -> tuple[str, str]:
    """The path, and the anchor; a query is no matter here."""
    path, _, anchor = target.partition("#")
    return path.partition("?")[0], unquote(anchor)
